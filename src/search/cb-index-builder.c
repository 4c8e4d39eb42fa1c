/* cb-index-builder.c: makes the image of an index of names and texts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-index-builder.h"

#include <string.h>

#include "cb-rank.h"

/* What a name writes as one word, such as WebDAV, is found as one word as well. */
#define MAX_GLUED_LETTERS 64
/* So many groups have names that sort in their order. */
#define MAX_GROUPS 32768
/* Enough for a small catalog. */
#define N_TOKENS_FIRST 16384

/**
 * cb_index_builder_init:
 * @self: (out): a builder
 *
 * Makes @self empty.
 */
void
cb_index_builder_init (CbIndexBuilder *self)
{
  memset (self, 0, sizeof *self);
  cb_folded_init (&self->folded);
  self->folded.one_way = TRUE;
  self->lexicon = cb_lexicon_builder_new ();
  cb_names_builder_init (&self->names);
  self->spellings = g_array_new (FALSE, FALSE, sizeof (CbSpelling));
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  self->documents = g_array_new (FALSE, FALSE, sizeof (CbDocument));
  self->passages = g_array_new (FALSE, FALSE, sizeof (CbPassage));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->occurrences = g_array_new (FALSE, FALSE, sizeof (CbOccurrence));
  self->last = g_array_new (FALSE, TRUE, sizeof (guint));
  self->begins = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->spelled = g_array_new (FALSE, TRUE, sizeof (guint));
  self->next = g_array_new (FALSE, TRUE, sizeof (guint));
}

/**
 * cb_index_builder_clear:
 * @self: a builder
 *
 * Frees what @self owns.
 */
void
cb_index_builder_clear (CbIndexBuilder *self)
{
  cb_folded_clear (&self->folded);
  g_clear_pointer (&self->lexicon, cb_lexicon_builder_free);
  cb_names_builder_clear (&self->names);
  g_clear_pointer (&self->spellings, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->documents, g_array_unref);
  g_clear_pointer (&self->passages, g_array_unref);
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->occurrences, g_array_unref);
  g_clear_pointer (&self->last, g_array_unref);
  g_clear_pointer (&self->begins, g_array_unref);
  g_clear_pointer (&self->spelled, g_array_unref);
  g_clear_pointer (&self->next, g_array_unref);
}

/* Which spelling a word is, and which words a spelling of several words may begin with. */
static void
note_spelling (CbIndexBuilder *self, guint word)
{
  const CbFolded *folded = &self->folded;
  guint number = self->spellings->len;
  guint before;
  guint first;

  if (word >= self->spelled->len)
    g_array_set_size (self->spelled, word + 1);
  before = g_array_index (self->spelled, guint, word);
  g_array_append_val (self->next, before);
  g_array_index (self->spelled, guint, word) = number;
  if (folded->n_words < 2)
    return;

  first = cb_lexicon_builder_add (self->lexicon, folded->letters, folded->words[0].n_letters);
  if (first >= self->begins->len)
    g_array_set_size (self->begins, first + 1);
  g_array_index (self->begins, guint8, first) = 1;
}

/**
 * cb_index_builder_add_terms:
 * @self: a builder without any entries
 * @terms: (element-type GPtrArray): groups of words that mean the same
 *
 * Adds all spellings, and a word for each group.
 */
void
cb_index_builder_add_terms (CbIndexBuilder *self, GPtrArray *terms)
{
  g_assert (self->documents->len == 0);

  for (guint i = 0; i < MIN (terms->len, MAX_GROUPS); i++)
    {
      GPtrArray *texts = g_ptr_array_index (terms, i);
      CbLetter name[] = { CB_LEXICON_GROUP, (CbLetter)('A' + i / 1024 % 32),
                          (CbLetter)('A' + i / 32 % 32), (CbLetter)('A' + i % 32) };
      guint group = cb_lexicon_builder_add (self->lexicon, name, sizeof name);

      g_array_append_val (self->groups, group);
      for (guint k = 0; k < texts->len; k++)
        {
          const char *text = g_ptr_array_index (texts, k);
          CbSpelling spelling = { .group = i & 0xffffff };

          cb_folded_set (&self->folded, text, strlen (text));
          if (self->folded.n_words == 0 || self->folded.n_words > CB_SPELLING_MAX_WORDS)
            continue;
          spelling.n_words = self->folded.n_words & 0xff;
          spelling.word = cb_lexicon_builder_add (self->lexicon, self->folded.letters,
                                                  self->folded.n_letters);
          g_array_append_val (self->spellings, spelling);
          note_spelling (self, spelling.word);
        }
    }
}

/* Tokens and occurrences are many, and come one by one. */
static void
add_token (CbIndexBuilder *self, guint token)
{
  if (self->n_tokens == self->tokens->len)
    g_array_set_size (self->tokens, MAX (N_TOKENS_FIRST, 2 * self->tokens->len));

  g_array_index (self->tokens, guint, self->n_tokens++) = token;
}

static void
add_occurrence (CbIndexBuilder *self, guint word, CbMatchField field)
{
  CbOccurrence *occurrence;
  guint *last;

  if (word >= self->last->len)
    g_array_set_size (self->last, MAX (word + 1, self->last->len * 2));

  last = &g_array_index (self->last, guint, word);
  if (*last <= self->first_occurrence)
    {
      if (self->n_occurrences == self->occurrences->len)
        g_array_set_size (self->occurrences, MAX (N_TOKENS_FIRST, 2 * self->occurrences->len));
      g_array_index (self->occurrences, CbOccurrence, self->n_occurrences++)
          = (CbOccurrence){ .word = word, .posting = { .document = self->document & 0xfffff } };
      *last = self->n_occurrences;
    }

  occurrence = &g_array_index (self->occurrences, CbOccurrence, *last - 1);
  occurrence->posting.fields = (occurrence->posting.fields | CB_FIELD_BIT (field)) & 0xff;
  if (field == CB_MATCH_FIELD_TEXT && occurrence->posting.count < CB_POSTING_MAX_COUNT)
    occurrence->posting.count++;
}

/* The group tokens of a spelling of @n words that is @letters. */
static gboolean
add_groups_of (
    CbIndexBuilder *self, const CbLetter *letters, gsize n_letters, gsize n, CbMatchField field)
{
  guint word;

  if (!cb_lexicon_builder_find (self->lexicon, letters, n_letters, &word))
    return FALSE;

  for (guint s = word < self->spelled->len ? g_array_index (self->spelled, guint, word) : 0; s > 0;
       s = g_array_index (self->next, guint, s - 1))
    {
      const CbSpelling *spelling = &g_array_index (self->spellings, CbSpelling, s - 1);
      guint group;
      guint span;

      if (spelling->n_words != n)
        continue;
      group = g_array_index (self->groups, guint, spelling->group);
      span = CB_SPAN_MARK | (guint)n;
      add_occurrence (self, group, field);
      add_token (self, span);
      add_token (self, group);
    }

  return TRUE;
}

/* The groups that have what begins at word @i as a spelling of several words, the last of them with
 * or without what grammar adds. Appends a token for each. */
static void
add_groups (CbIndexBuilder *self, gsize i, CbMatchField field)
{
  const CbFolded *folded = &self->folded;
  const CbLetter *letters = folded->letters + folded->words[i].start;

  for (gsize n = 2; n <= CB_SPELLING_MAX_WORDS && i + n <= folded->n_words; n++)
    {
      const CbWord *last = &folded->words[i + n - 1];
      gsize n_before = last->start - folded->words[i].start;

      if (!add_groups_of (self, letters, n_before + last->n_letters, n, field))
        {
          guint id = g_array_index (self->words, guint, i + n - 1);
          gsize n_stem = self->lexicon->words[id].n_stem;

          if (n_stem < last->n_letters)
            add_groups_of (self, letters, n_before + n_stem, n, field);
        }
    }
}

static gboolean
begins_spelling (CbIndexBuilder *self, guint word)
{
  return word < self->begins->len && g_array_index (self->begins, guint8, word) != 0;
}

/* Which word of the lexicon each word of the text is. */
static void
look_words_up (CbIndexBuilder *self)
{
  const CbFolded *folded = &self->folded;

  g_array_set_size (self->words, (guint)folded->n_words);
  for (gsize i = 0; i < folded->n_words; i++)
    g_array_index (self->words, guint, i) = cb_lexicon_builder_add (
        self->lexicon, folded->letters + folded->words[i].start, folded->words[i].n_letters);
}

static void
add_folded (CbIndexBuilder *self, CbMatchField field)
{
  CbPassage passage = { .first_unit = self->n_tokens, .field = field & 0xff };

  if (self->folded.n_words == 0)
    return;

  look_words_up (self);
  for (guint i = 0; i < self->words->len; i++)
    {
      guint id = g_array_index (self->words, guint, i);

      if (begins_spelling (self, id))
        add_groups (self, i, field);
      add_occurrence (self, id, field);
      add_token (self, id);
    }

  g_array_append_val (self->passages, passage);
  if (field == CB_MATCH_FIELD_TEXT)
    self->n_text_words += self->words->len;
}

/**
 * cb_index_builder_begin_document:
 * @self: a builder
 *
 * Begins a new entry.
 */
void
cb_index_builder_begin_document (CbIndexBuilder *self)
{
  g_assert (self->documents->len < CB_INDEX_MAX_DOCUMENTS);

  self->document = self->documents->len;
  self->first_passage = self->passages->len;
  self->first_occurrence = self->n_occurrences;
  self->n_text_words = 0;
}

/* The words of the name at hand that nothing divides, as one. */
static void
add_glued_words (CbIndexBuilder *self, CbMatchField field)
{
  const CbFolded *folded = &self->folded;

  for (gsize i = 0, end; i < folded->n_words; i = end)
    {
      guint start = folded->words[i].start;
      gsize n_letters;

      for (end = i + 1; end < folded->n_words && folded->words[end].glued;)
        end++;
      n_letters = folded->words[end - 1].start + folded->words[end - 1].n_letters - start;
      if (end > i + 1 && n_letters <= MAX_GLUED_LETTERS)
        add_occurrence (self,
                        cb_lexicon_builder_add (self->lexicon, folded->letters + start, n_letters),
                        field);
    }
}

/**
 * cb_index_builder_add_name:
 * @self: a builder
 * @text: (nullable): a name of the entry at hand
 * @field: what kind of name
 *
 * Adds a name.
 */
void
cb_index_builder_add_name (CbIndexBuilder *self, const char *text, CbMatchField field)
{
  const CbFolded *folded = &self->folded;

  if (text == NULL)
    return;

  cb_folded_set (&self->folded, text, strlen (text));
  add_folded (self, field);
  cb_names_builder_add (&self->names, self->document, field, FALSE, FALSE, folded);
  if (field != CB_MATCH_FIELD_CONSTANT)
    add_glued_words (self, field);
}

/**
 * cb_index_builder_add_other_name:
 * @self: a builder
 * @text: another form of a name of the entry at hand
 * @field: what kind of name
 * @whole: whether a query has to be all of it
 *
 * Adds a name that is found from its beginning on, not by its words.
 */
void
cb_index_builder_add_other_name (CbIndexBuilder *self,
                                 const char *text,
                                 CbMatchField field,
                                 gboolean whole)
{
  cb_folded_set (&self->folded, text, strlen (text));
  cb_index_builder_add_other_folded (self, &self->folded, field, whole);
}

/**
 * cb_index_builder_add_other_folded:
 * @self: a builder
 * @folded: another form of a name of the entry at hand
 * @field: what kind of name
 * @whole: whether a query has to be all of it
 *
 * Adds a name that is not found by its words.
 */
void
cb_index_builder_add_other_folded (CbIndexBuilder *self,
                                   const CbFolded *folded,
                                   CbMatchField field,
                                   gboolean whole)
{
  cb_names_builder_add (&self->names, self->document, field, TRUE, whole, folded);
}

/**
 * cb_index_builder_add_words:
 * @self: a builder
 * @text: (nullable): a text of the entry at hand
 * @field: what kind of text
 *
 * Adds a text.
 */
void
cb_index_builder_add_words (CbIndexBuilder *self, const char *text, CbMatchField field)
{
  if (text == NULL)
    return;

  cb_folded_set (&self->folded, text, strlen (text));
  add_folded (self, field);
}

/**
 * cb_index_builder_end_document:
 * @self: a builder
 * @document: what is known of the entry; its length and its first passage are filled in
 *
 * Ends the entry at hand.
 */
void
cb_index_builder_end_document (CbIndexBuilder *self, const CbDocument *document)
{
  CbDocument copy = *document;

  copy.first_passage = self->first_passage;
  copy.length = (float)self->n_text_words;
  g_array_append_val (self->documents, copy);
}
