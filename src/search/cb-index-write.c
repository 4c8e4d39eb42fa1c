/* cb-index-write.c: writes the image of an index that was gathered */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-index-builder.h"

/* Room for so many more records at the end of an array, which is as long as it was. */
static gpointer
reserve (GArray *array, guint n_more)
{
  guint n = array->len;

  g_array_set_size (array, n + n_more);
  g_array_set_size (array, n);

  return array->data + n * g_array_get_element_size (array);
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

/* Brings the occurrences, which are in the order of the entries, into the order of the words.
 * Returns the postings, and in @text_postings where those for a text only begin. */
static CbPosting *
make_postings (CbIndexBuilder *self, const guint *places, guint32 *text_postings)
{
  const CbOccurrence *occurrences = (const CbOccurrence *)(gconstpointer)self->occurrences->data;
  guint n_occurrences = self->n_occurrences;
  guint n_words = self->lexicon->n_words;
  CbLexeme *words = self->lexicon->words;
  CbPosting *postings = g_new (CbPosting, n_occurrences + 1);
  /* of each word, how many are for names, and for a text only; then where the next one goes */
  g_autofree guint *next = g_new0 (guint, 2 * n_words + 1);
  guint n = 0;

  for (guint i = 0; i < n_occurrences; i++)
    next[2 * places[occurrences[i].word] + cb_posting_is_text_only (&occurrences[i].posting)]++;
  for (guint i = 0; i < n_words; i++)
    {
      guint n_names = next[2 * i];
      guint n_texts = next[2 * i + 1];

      words[i].first_posting = next[2 * i] = n;
      text_postings[i] = next[2 * i + 1] = n + n_names;
      n += n_names + n_texts;
    }
  words[n_words].first_posting = n;

  for (guint i = 0; i < n_occurrences; i++)
    {
      const CbPosting *posting = &occurrences[i].posting;
      guint place = places[occurrences[i].word];

      postings[next[2 * place + cb_posting_is_text_only (posting)]++] = *posting;
      words[place].fields = (guint8)(words[place].fields | posting->fields);
    }

  return postings;
}

/* Writes a token in one or two units. Returns where the next one goes. */
static guint16 *
write_token (guint16 *to, guint token, const guint *places)
{
  if (token & CB_SPAN_MARK)
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
  guint16 *first = reserve (units, 2 * self->n_tokens);
  guint16 *to = first;

  for (guint i = 0; i < self->passages->len; i++)
    {
      CbPassage *passage = &g_array_index (self->passages, CbPassage, i);
      guint end = i + 1 < self->passages->len ? passage[1].first_unit : self->n_tokens;
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
  g_autofree guint32 *text_postings = g_new (guint32, self->lexicon->n_words + 1);
  g_autofree CbPosting *postings = make_postings (self, places, text_postings);
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
  append_table (bytes, CB_INDEX_POSTINGS, postings, self->n_occurrences, header.n_records);
  append_table (bytes, CB_INDEX_TEXT_POSTINGS, text_postings, lexicon->n_words, header.n_records);
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
  APPEND_ARRAY (CB_INDEX_LETTER_BLOCKS, self->names.letter_blocks);
  APPEND_ARRAY (CB_INDEX_UNIT_BLOCKS, self->names.unit_blocks);
  memcpy (bytes->data, &header, sizeof header);

#undef APPEND_ARRAY

  return g_byte_array_free_to_bytes (bytes);
}
