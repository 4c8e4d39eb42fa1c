/* cb-index-builder.c: makes the image of an index of names and texts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-index-builder.h"

#include <string.h>

#include "cb-rank.h"
#include "cb-stem.h"

/* The joined words of a name are a word of their own, so that it is found without its spaces. */
#define MAX_JOINED_LETTERS 64
/* So many groups have names that sort in their order. */
#define MAX_GROUPS 32768

/* In the tokens, before the word of a group: how many words after it are its spelling. */
#define SPAN_MARK 0x80000000u

/* A word in an entry, before the words have their places. */
typedef struct
{
  guint word;
  CbPosting posting;
} CbOccurrence;

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

static void
add_occurrence (CbIndexBuilder *self, guint word, CbMatchField field)
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
      CbOccurrence first = { .word = word, .posting = { .document = self->document & 0xfffff } };

      g_array_append_val (self->occurrences, first);
      *last = self->occurrences->len;
    }

  occurrence = &g_array_index (self->occurrences, CbOccurrence, *last - 1);
  occurrence->posting.fields = (occurrence->posting.fields | CB_FIELD_BIT (field)) & 0xff;
  if (field == CB_MATCH_FIELD_TEXT && occurrence->posting.count < CB_POSTING_MAX_COUNT)
    occurrence->posting.count++;
}

/* Room for so many more records at the end of an array, which is as long as it was. */
static gpointer
reserve (GArray *array, guint n_more)
{
  guint n = array->len;

  g_array_set_size (array, n + n_more);
  g_array_set_size (array, n);

  return array->data + n * g_array_get_element_size (array);
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
      span = SPAN_MARK | (guint)n;
      add_occurrence (self, group, field);
      g_array_append_val (self->tokens, span);
      g_array_append_val (self->tokens, group);
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
  CbPassage passage = { .first_unit = self->tokens->len, .field = field & 0xff };

  if (self->folded.n_words == 0)
    return;

  look_words_up (self);
  for (guint i = 0; i < self->words->len; i++)
    {
      guint id = g_array_index (self->words, guint, i);

      if (begins_spelling (self, id))
        add_groups (self, i, field);
      add_occurrence (self, id, field);
      g_array_append_val (self->tokens, id);
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
  self->n_text_words = 0;
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
  cb_names_builder_add (&self->names, self->document, field, folded);
  if (folded->n_words > 1 && folded->n_letters <= MAX_JOINED_LETTERS
      && field != CB_MATCH_FIELD_CONSTANT)
    add_occurrence (
        self, cb_lexicon_builder_add (self->lexicon, folded->letters, folded->n_letters), field);
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

/* Texts are long relative to the average. Adds the record that says where the last entry ends. */
static void
finish_documents (CbIndexBuilder *self)
{
  CbDocument end = { .first_passage = self->passages->len };
  double total = 0;

  for (guint i = 0; i < self->documents->len; i++)
    total += g_array_index (self->documents, CbDocument, i).length;
  for (guint i = 0; i < self->documents->len; i++)
    {
      CbDocument *document = &g_array_index (self->documents, CbDocument, i);

      document->length
          = total > 0 ? document->length * (float)self->documents->len / (float)total : 1;
    }
  g_array_append_val (self->documents, end);
}

/* Brings the occurrences, which are in the order of the entries, into the order of the words. */
static GArray *
make_postings (CbIndexBuilder *self, const guint *places)
{
  CbLexeme *words = self->lexicon->words;
  GArray *postings = g_array_new (FALSE, TRUE, sizeof (CbPosting));
  g_autofree guint *ends = g_new0 (guint, self->lexicon->n_words + 1);
  guint n = 0;

  for (guint i = 0; i < self->occurrences->len; i++)
    ends[places[g_array_index (self->occurrences, CbOccurrence, i).word]]++;
  for (guint i = 0; i < self->lexicon->n_words; i++)
    {
      words[i].first_posting = n;
      n += ends[i];
      ends[i] = words[i].first_posting;
    }
  words[self->lexicon->n_words].first_posting = n;

  g_array_set_size (postings, n);
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const CbOccurrence *occurrence = &g_array_index (self->occurrences, CbOccurrence, i);
      guint place = places[occurrence->word];

      g_array_index (postings, CbPosting, ends[place]++) = occurrence->posting;
      words[place].fields = (guint8)(words[place].fields | occurrence->posting.fields);
    }

  return postings;
}

/* Writes a token in one or two units. Returns where the next one goes. */
static guint16 *
write_token (guint16 *to, guint token, const guint *places)
{
  if (token & SPAN_MARK)
    {
      *to++ = (guint16)(CB_TOKEN_SPAN + (token & 0xf));
      return to;
    }

  token = places[token];
  if (token >= CB_TOKEN_LONG)
    *to++ = (guint16)(CB_TOKEN_LONG + (token >> 16));
  *to++ = (guint16)token;

  return to;
}

/* The tokens in the units of the image, and the passages with them. */
static GArray *
make_tokens (CbIndexBuilder *self, const guint *places)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint16));
  const guint *tokens = (const guint *)(gconstpointer)self->tokens->data;
  guint16 *first = reserve (units, 2 * self->tokens->len);
  guint16 *to = first;

  for (guint i = 0; i < self->passages->len; i++)
    {
      CbPassage *passage = &g_array_index (self->passages, CbPassage, i);
      guint end = i + 1 < self->passages->len ? passage[1].first_unit : self->tokens->len;
      guint16 *start = to;

      for (guint t = passage->first_unit; t < end; t++)
        to = write_token (to, tokens[t], places);
      g_assert (to - start <= CB_PASSAGE_MAX_UNITS);
      passage->first_unit = (guint)(start - first);
      passage->n_units = (guint)(to - start) & 0xffffff;
    }
  g_array_set_size (units, (guint)(to - first));

  return units;
}

static int
compare_by_word (gconstpointer a, gconstpointer b)
{
  const CbSpelling *first = a;
  const CbSpelling *second = b;
  int by_word = (first->word > second->word) - (first->word < second->word);

  return by_word != 0 ? by_word : (first->group > second->group) - (first->group < second->group);
}

static int
compare_by_group (gconstpointer a, gconstpointer b)
{
  const CbSpelling *first = a;
  const CbSpelling *second = b;
  int by_group = (first->group > second->group) - (first->group < second->group);

  return by_group != 0 ? by_group : (first->word > second->word) - (first->word < second->word);
}

static void
finish_spellings (CbIndexBuilder *self, const guint *places)
{
  for (guint i = 0; i < self->groups->len; i++)
    g_assert (places[g_array_index (self->groups, guint, i)] == i);
  for (guint i = 0; i < self->spellings->len; i++)
    {
      CbSpelling *spelling = &g_array_index (self->spellings, CbSpelling, i);

      spelling->word = places[spelling->word];
    }
}

static void
append_table (
    GByteArray *bytes, CbIndexTable table, gconstpointer data, guint n, guint32 *n_records)
{
  gsize size = n * cb_index_image_get_record_size (table);

  n_records[table] = n;
  g_byte_array_append (bytes, data, (guint)size);
  while (bytes->len % sizeof (guint32) != 0)
    g_byte_array_append (bytes, (const guint8 *)"", 1);
}

/**
 * cb_index_builder_end:
 * @self: a builder, which can only be cleared afterwards
 * @fingerprint: of the catalog that the entries come from
 *
 * Gives the words their places, and writes everything.
 *
 * Returns: (transfer full): the image
 */
GBytes *
cb_index_builder_end (CbIndexBuilder *self, guint64 fingerprint)
{
  g_autofree guint *places = cb_lexicon_builder_finish (self->lexicon);
  g_autoptr (GArray) postings = make_postings (self, places);
  g_autoptr (GArray) tokens = make_tokens (self, places);
  CbLexiconBuilder *lexicon = self->lexicon;
  CbIndexHeader header
      = { CB_INDEX_IMAGE_MAGIC, .n_groups = self->groups->len, .fingerprint = fingerprint };
  GByteArray *bytes = g_byte_array_new ();

  finish_documents (self);
  finish_spellings (self, places);
  cb_names_builder_finish (&self->names);

#define APPEND_ARRAY(table, array)                                                                 \
  append_table (bytes, table, (array)->data, (array)->len, header.n_records)

  g_byte_array_append (bytes, (const guint8 *)&header, sizeof header);
  APPEND_ARRAY (CB_INDEX_DOCUMENTS, self->documents);
  APPEND_ARRAY (CB_INDEX_PASSAGES, self->passages);
  append_table (bytes, CB_INDEX_WORDS, lexicon->words, lexicon->n_words + 1, header.n_records);
  APPEND_ARRAY (CB_INDEX_POSTINGS, postings);
  append_table (bytes, CB_INDEX_BUCKETS, lexicon->buckets, CB_LEXICON_N_BUCKETS, header.n_records);
  g_array_sort (self->spellings, compare_by_word);
  APPEND_ARRAY (CB_INDEX_SPELLINGS_BY_WORD, self->spellings);
  g_array_sort (self->spellings, compare_by_group);
  APPEND_ARRAY (CB_INDEX_SPELLINGS_BY_GROUP, self->spellings);
  APPEND_ARRAY (CB_INDEX_NAMES, self->names.names);
  APPEND_ARRAY (CB_INDEX_TOKENS, tokens);
  append_table (bytes, CB_INDEX_LETTERS, lexicon->letters, (guint)lexicon->n_letters,
                header.n_records);
  APPEND_ARRAY (CB_INDEX_NAME_LETTERS, self->names.letters);
  APPEND_ARRAY (CB_INDEX_NAME_STARTS, self->names.starts);
  APPEND_ARRAY (CB_INDEX_NAME_UNITS, self->names.units);
  memcpy (bytes->data, &header, sizeof header);

#undef APPEND_ARRAY

  return g_byte_array_free_to_bytes (bytes);
}
