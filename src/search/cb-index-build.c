/* cb-index-build.c: reads the catalog into an index */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-fold.h"
#include "cb-index-private.h"
#include "cb-inline.h"
#include "cb-item.h"
#include "cb-stem.h"

/* What a hit is worth beside others that match as well. */
#define WEIGHT_STATUS 1.0f
#define WEIGHT_CLASS 0.95f
#define WEIGHT_METHOD 0.95f
#define WEIGHT_SITUATION 0.8f
#define WEIGHT_GUIDE 0.7f
#define WEIGHT_UNOFFICIAL 0.8f
#define WEIGHT_QUIET 0.3f

#define QUIET_GROUP "warn-codes"
#define METHODS_GROUP "methods"

/* The joined words of a name are a word of their own, so that it is found without its spaces. */
#define MAX_JOINED_LETTERS 64

/* A word in an entry, before the words have their places. */
typedef struct
{
  guint word;
  CbPosting posting;
} CbOccurrence;

typedef struct
{
  CbIndex *index;
  CbCatalog *catalog;
  CbFolded folded;
  GArray *documents;
  GArray *passages;
  GArray *tokens;
  GArray *occurrences;
  GArray *last;    /* for each word its last occurrence, plus 1 */
  GArray *begins;  /* for each word whether a spelling of several words begins with it */
  GArray *spelled; /* for each word its first spelling, plus 1 */
  GArray *next;    /* for each spelling the next one that is the same word, plus 1 */
  guint document;
  guint n_text_words;
} CbBuilder;

static void
add_occurrence (CbBuilder *self, guint word, CbMatchField field)
{
  CbOccurrence *occurrence;
  guint *last;

  if (word >= self->last->len)
    g_array_set_size (self->last, MAX (word + 1, self->last->len * 2));

  last = &g_array_index (self->last, guint, word);
  if (*last == 0
      || g_array_index (self->occurrences, CbOccurrence, *last - 1).posting.document
             != self->document)
    {
      CbOccurrence first = { .word = word, .posting = { .document = self->document } };

      g_array_append_val (self->occurrences, first);
      *last = self->occurrences->len;
    }

  occurrence = &g_array_index (self->occurrences, CbOccurrence, *last - 1);
  occurrence->posting.fields |= (guint8)CB_FIELD_BIT (field);
  if (field == CB_MATCH_FIELD_TEXT && occurrence->posting.count < G_MAXUINT8)
    occurrence->posting.count++;
}

/* The groups that have what begins at word @i as a spelling of several words. Appends a token for
 * each. */
static void
add_groups (CbBuilder *self, gsize i, CbMatchField field)
{
  const CbFolded *folded = &self->folded;
  const CbSpellings *spellings = &self->index->spellings;

  for (gsize n = 2; n <= CB_SPELLING_MAX_WORDS && i + n <= folded->n_words; n++)
    {
      const CbWord *last = &folded->words[i + n - 1];
      const CbLetter *letters = folded->letters + folded->words[i].start;
      gsize n_before = last->start - folded->words[i].start;
      gsize n_last[]
          = { last->n_letters, cb_stem_length (folded->letters + last->start, last->n_letters) };

      for (guint k = 0; k < 2; k++)
        {
          guint word;

          if ((k == 1 && n_last[1] == n_last[0])
              || !cb_lexicon_find_added (self->index->lexicon, letters, n_before + n_last[k],
                                         &word))
            continue;
          for (guint s = word < self->spelled->len ? g_array_index (self->spelled, guint, word) : 0;
               s > 0; s = g_array_index (self->next, guint, s - 1))
            {
              const CbSpelling *spelling = &g_array_index (spellings->by_word, CbSpelling, s - 1);
              guint group;
              guint token;

              if (spelling->n_words != n)
                continue;
              group = g_array_index (spellings->groups, guint, spelling->group);
              token = group | (guint)n << CB_TOKEN_SPAN_SHIFT;
              add_occurrence (self, group, field);
              g_array_append_val (self->tokens, token);
            }
          break;
        }
    }
}

static gboolean
begins_spelling (CbBuilder *self, guint word)
{
  return word < self->begins->len && g_array_index (self->begins, guint8, word) != 0;
}

static void
add_folded (CbBuilder *self, CbMatchField field)
{
  const CbFolded *folded = &self->folded;
  CbPassage passage = { .first_token = self->tokens->len, .field = field };

  for (gsize i = 0; i < folded->n_words; i++)
    {
      const CbWord *word = &folded->words[i];
      guint id
          = cb_lexicon_add (self->index->lexicon, folded->letters + word->start, word->n_letters);

      if (begins_spelling (self, id))
        add_groups (self, i, field);
      add_occurrence (self, id, field);
      g_array_append_val (self->tokens, id);
    }

  passage.n_tokens = self->tokens->len - passage.first_token;
  if (passage.n_tokens == 0)
    return;
  g_array_append_val (self->passages, passage);
  if (field == CB_MATCH_FIELD_TEXT)
    self->n_text_words += passage.n_tokens;
}

static void
add_name (CbBuilder *self, const char *text, CbMatchField field)
{
  const CbFolded *folded = &self->folded;

  if (text == NULL)
    return;

  cb_folded_set (&self->folded, text, strlen (text));
  add_folded (self, field);
  cb_names_add (self->index->names, self->document, field, folded);
  if (folded->n_words > 1 && folded->n_letters <= MAX_JOINED_LETTERS
      && field != CB_MATCH_FIELD_CONSTANT)
    add_occurrence (self, cb_lexicon_add (self->index->lexicon, folded->letters, folded->n_letters),
                    field);
}

static void
add_text (CbBuilder *self, const CbText *text, CbMatchField field)
{
  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    {
      const char *in = text->in[i];

      if (in == NULL || (i > 0 && in == text->in[0]))
        continue;
      /* Marks for code only separate words; links have to be read. */
      if (strstr (in, "[[") != NULL)
        {
          g_autofree char *plain = cb_inline_to_plain (in, self->catalog, (CbLanguage)i);

          cb_folded_set (&self->folded, plain, strlen (plain));
        }
      else
        {
          cb_folded_set (&self->folded, in, strlen (in));
        }
      add_folded (self, field);
    }
}

static void
add_words (CbBuilder *self, const char *text, CbMatchField field)
{
  if (text == NULL)
    return;

  cb_folded_set (&self->folded, text, strlen (text));
  add_folded (self, field);
}

/* Names. */
static void
add_item_names (CbBuilder *self, const CbItem *item)
{
  switch ((guint)item->kind)
    {
    case CB_ITEM_NAME:
    case CB_ITEM_MEANING:
      add_name (self, item->code, CB_MATCH_FIELD_FORMER_NAME);
      break;
    case CB_ITEM_ALIAS:
      add_name (self, item->code, CB_MATCH_FIELD_ALIAS);
      break;
    case CB_ITEM_CONSTANT:
      add_name (self, item->code, CB_MATCH_FIELD_CONSTANT);
      break;
    case CB_ITEM_HEADER:
      add_name (self, item->code, CB_MATCH_FIELD_HEADER);
      break;
    default:
      return;
    }
  if (item->kind == CB_ITEM_MEANING)
    add_words (self, item->source, CB_MATCH_FIELD_ALIAS);
}

/* Texts, but for messages, which are full of words that say nothing, and sources, which are
 * addresses. */
static void
add_item_texts (CbBuilder *self, const CbItem *item, CbMatchField field)
{
  if (item->kind == CB_ITEM_REQUEST || item->kind == CB_ITEM_RESPONSE
      || item->kind == CB_ITEM_SOURCE)
    return;

  if (item->kind == CB_ITEM_SPEC)
    add_words (self, item->source, field);
  add_text (self, &item->text, field);
  for (gsize i = 0; i < item->n_items; i++)
    add_item_texts (self, &item->items[i], field);
}

static float
kind_weight (CbEntry *entry)
{
  switch (cb_entry_get_kind (entry))
    {
    case CB_ENTRY_STATUS:
      return cb_entry_get_state (entry) == CB_STATE_UNOFFICIAL ? WEIGHT_UNOFFICIAL : WEIGHT_STATUS;
    case CB_ENTRY_CLASS:
      return WEIGHT_CLASS;
    case CB_ENTRY_METHOD:
      return WEIGHT_METHOD;
    case CB_ENTRY_GUIDE:
      return WEIGHT_GUIDE;
    case CB_ENTRY_SITUATION:
      return WEIGHT_SITUATION;
    }

  g_assert_not_reached ();
}

/* People say what it is: the DELETE method. */
static void
add_method_names (CbBuilder *self, const char *token)
{
  CbGroup *group = cb_catalog_get_group (self->catalog, METHODS_GROUP);

  for (guint i = 0; group != NULL && i < CB_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strconcat (token, " ", cb_group_get_title (group)->in[i], NULL);

      add_name (self, name, CB_MATCH_FIELD_ALIAS);
    }
}

static void
add_entry (CbBuilder *self, CbEntry *entry)
{
  CbDocument document
      = { .entry = entry, .number = -1, .class_digit = -1, .first_passage = self->passages->len };
  const CbText *title = cb_entry_get_title (entry);
  const CbItem *items;
  gsize n_items;

  self->document = self->documents->len;
  self->n_text_words = 0;
  document.kind = cb_entry_get_kind (entry);
  document.weight = kind_weight (entry);
  document.quiet = g_strcmp0 (cb_entry_get_group_id (entry), QUIET_GROUP) == 0;
  if (document.quiet)
    document.weight = WEIGHT_QUIET;
  if (document.kind == CB_ENTRY_STATUS)
    {
      document.number = cb_entry_get_number (entry);
      add_words (self, strchr (cb_entry_get_id (entry), ':') + 1, CB_MATCH_FIELD_CODE);
    }

  else if (document.kind == CB_ENTRY_CLASS)
    {
      document.class_digit = strchr (cb_entry_get_id (entry), ':')[1] - '0';
    }

  add_name (self, title->in[CB_LANGUAGE_EN], CB_MATCH_FIELD_TITLE);
  if (title->in[CB_LANGUAGE_KO] != title->in[CB_LANGUAGE_EN])
    add_name (self, title->in[CB_LANGUAGE_KO], CB_MATCH_FIELD_TITLE);
  if (document.kind == CB_ENTRY_METHOD)
    add_method_names (self, title->in[CB_LANGUAGE_EN]);
  /* Names first, then summaries, then texts: whoever looks for names can stop. */
  for (guint part = 0; part < CB_N_PARTS; part++)
    {
      items = cb_entry_get_items (entry, (CbPart)part, &n_items);
      for (gsize i = 0; i < n_items; i++)
        add_item_names (self, &items[i]);
    }
  add_text (self, cb_entry_get_summary (entry), CB_MATCH_FIELD_SUMMARY);
  items = cb_entry_get_items (entry, CB_PART_DECIDING_QUESTION, &n_items);
  for (gsize i = 0; i < n_items; i++)
    add_item_texts (self, &items[i], CB_MATCH_FIELD_SUMMARY);
  for (guint part = 0; part < CB_N_PARTS; part++)
    {
      if (part == CB_PART_SUMMARY || part == CB_PART_DECIDING_QUESTION)
        continue;
      items = cb_entry_get_items (entry, (CbPart)part, &n_items);
      for (gsize i = 0; i < n_items; i++)
        add_item_texts (self, &items[i], CB_MATCH_FIELD_TEXT);
    }

  document.n_passages = self->passages->len - document.first_passage;
  document.length = (float)self->n_text_words;
  g_array_append_val (self->documents, document);
}

/* Which spellings a word is. */
static void
note_spellings (CbBuilder *self)
{
  GArray *spellings = self->index->spellings.by_word;

  g_array_set_size (self->next, spellings->len);
  for (guint i = 0; i < spellings->len; i++)
    {
      guint word = g_array_index (spellings, CbSpelling, i).word;

      if (word >= self->spelled->len)
        g_array_set_size (self->spelled, word + 1);
      g_array_index (self->next, guint, i) = g_array_index (self->spelled, guint, word);
      g_array_index (self->spelled, guint, word) = i + 1;
    }
}

/* Which words a spelling of several words may begin with. */
static void
note_beginnings (CbBuilder *self, GPtrArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    {
      GPtrArray *texts = g_ptr_array_index (terms, i);

      for (guint k = 0; k < texts->len; k++)
        {
          const char *text = g_ptr_array_index (texts, k);
          guint word;

          cb_folded_set (&self->folded, text, strlen (text));
          if (self->folded.n_words < 2)
            continue;
          word = cb_lexicon_add (self->index->lexicon, self->folded.letters,
                                 self->folded.words[0].n_letters);
          if (word >= self->begins->len)
            g_array_set_size (self->begins, word + 1);
          g_array_index (self->begins, guint8, word) = 1;
        }
    }
}

/* Brings the occurrences, which are in the order of the entries, into the order of the words. */
static void
make_postings (CbBuilder *self, const guint *places)
{
  CbIndex *index = self->index;
  CbLexeme *words = index->lexicon->words;
  guint n = 0;

  for (guint i = 0; i < self->occurrences->len; i++)
    words[places[g_array_index (self->occurrences, CbOccurrence, i).word]].n_postings++;
  for (guint i = 0; i < index->lexicon->n_words; i++)
    {
      words[i].first_posting = n;
      n += words[i].n_postings;
      words[i].n_postings = 0;
    }

  index->n_postings = n;
  index->postings = g_new (CbPosting, n + 1);
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const CbOccurrence *occurrence = &g_array_index (self->occurrences, CbOccurrence, i);
      CbLexeme *word = &words[places[occurrence->word]];

      index->postings[word->first_posting + word->n_postings++] = occurrence->posting;
      word->fields |= occurrence->posting.fields;
    }
}

static void
finish (CbBuilder *self)
{
  CbIndex *index = self->index;
  g_autofree guint *places = cb_lexicon_finish (index->lexicon);
  gsize n;
  double total = 0;

  cb_spellings_finish (&index->spellings, places);
  make_postings (self, places);

  index->tokens = g_array_steal (self->tokens, &n);
  index->n_tokens = (guint)n;
  for (guint i = 0; i < index->n_tokens; i++)
    index->tokens[i] = places[CB_TOKEN_WORD (index->tokens[i])]
                       | CB_TOKEN_SPAN (index->tokens[i]) << CB_TOKEN_SPAN_SHIFT;
  index->passages = g_array_steal (self->passages, &n);
  index->n_passages = (guint)n;
  index->documents = g_array_steal (self->documents, &n);
  index->n_documents = (guint)n;

  for (guint i = 0; i < index->n_documents; i++)
    total += index->documents[i].length;
  for (guint i = 0; i < index->n_documents; i++)
    index->documents[i].length
        = total > 0 ? index->documents[i].length * (float)index->n_documents / (float)total : 1;
}

static void
builder_init (CbBuilder *self, CbIndex *index, guint n_documents)
{
  memset (self, 0, sizeof *self);
  self->index = index;
  self->catalog = index->catalog;
  cb_folded_init (&self->folded);
  self->documents = g_array_sized_new (FALSE, FALSE, sizeof (CbDocument), n_documents);
  self->passages = g_array_new (FALSE, FALSE, sizeof (CbPassage));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (guint));
  self->occurrences = g_array_new (FALSE, FALSE, sizeof (CbOccurrence));
  self->last = g_array_new (FALSE, TRUE, sizeof (guint));
  self->begins = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->spelled = g_array_new (FALSE, TRUE, sizeof (guint));
  self->next = g_array_new (FALSE, TRUE, sizeof (guint));

  index->lexicon = cb_lexicon_new ();
  index->names = cb_names_new ();
  cb_spellings_init (&index->spellings);
}

static void
builder_finish (CbBuilder *self)
{
  CbIndex *index = self->index;

  finish (self);
  index->accumulators = g_new0 (CbAccumulator, index->n_documents + 1);
  index->touched = g_new (guint, index->n_documents + 1);
  index->found = g_new (guint, index->n_documents + 1);
  index->size
      = index->n_documents * (sizeof (CbDocument) + sizeof (CbAccumulator) + 2 * sizeof (guint))
        + index->n_passages * sizeof (CbPassage) + index->n_tokens * sizeof (guint)
        + index->n_postings * sizeof (CbPosting) + index->lexicon->n_words * sizeof (CbLexeme)
        + index->lexicon->n_letters + index->names->names->len * sizeof (CbName)
        + 2 * index->names->letters->len + index->names->units->len * (1 + sizeof (guint));

  g_array_unref (self->documents);
  g_array_unref (self->passages);
  g_array_unref (self->tokens);
  g_array_unref (self->occurrences);
  g_array_unref (self->last);
  g_array_unref (self->begins);
  g_array_unref (self->spelled);
  g_array_unref (self->next);
  cb_folded_clear (&self->folded);
}

/**
 * cb_index_build:
 * @self: an index that has nothing but its catalog
 *
 * Reads all entries.
 */
void
cb_index_build (CbIndex *self)
{
  CbBuilder builder;
  GPtrArray *terms = cb_catalog_get_terms (self->catalog);
  guint n_entries = cb_catalog_get_n_entries (self->catalog);

  builder_init (&builder, self, n_entries);
  if (terms != NULL)
    {
      cb_spellings_add (&self->spellings, self->lexicon, terms);
      note_spellings (&builder);
      note_beginnings (&builder, terms);
    }
  for (guint i = 0; i < n_entries; i++)
    add_entry (&builder, cb_catalog_get_entry (self->catalog, i));
  builder_finish (&builder);
}

/**
 * cb_index_build_raw:
 * @self: an index without a catalog
 * @documents: (array length=n_documents): what to read instead
 * @n_documents: how many
 *
 * Makes an index of generated texts. Its hits have no entries.
 */
void
cb_index_build_raw (CbIndex *self, const CbRawDocument *documents, guint n_documents)
{
  CbBuilder builder;

  builder_init (&builder, self, n_documents);
  for (guint i = 0; i < n_documents; i++)
    {
      CbDocument document = { .number = -1,
                              .class_digit = -1,
                              .kind = CB_ENTRY_GUIDE,
                              .weight = 1,
                              .first_passage = builder.passages->len };

      builder.document = i;
      builder.n_text_words = 0;
      for (guint k = 0; documents[i].titles[k] != NULL; k++)
        add_name (&builder, documents[i].titles[k], CB_MATCH_FIELD_TITLE);
      for (guint k = 0; documents[i].texts[k] != NULL; k++)
        add_words (&builder, documents[i].texts[k], CB_MATCH_FIELD_TEXT);
      document.n_passages = builder.passages->len - document.first_passage;
      document.length = (float)builder.n_text_words;
      g_array_append_val (builder.documents, document);
    }
  builder_finish (&builder);
}
