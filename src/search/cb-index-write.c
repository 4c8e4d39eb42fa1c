/* cb-index-write.c: writes the image of an index that was gathered */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-index-builder.h"

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

/* Brings the occurrences, which are in the order of the entries, into the order of the words. Fills
 * the postings, in @text_postings where those for a text only begin, and in the words what they
 * have. */
static void
write_postings (CbIndexBuilder *self,
                const guint *places,
                CbLexeme *words,
                CbPosting *postings,
                guint32 *text_postings)
{
  const CbOccurrence *occurrences = self->occurrences;
  guint n_occurrences = self->n_occurrences;
  guint n_words = self->lexicon->n_words;
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
}

/* The word of a token, by its place, which may need a unit more or less than before. Returns where
 * the next one goes. */
static guint16 *
write_word (guint16 *to, guint word)
{
  if (word >= CB_TOKEN_LONG)
    *to++ = (guint16)(CB_TOKEN_LONG + (word >> 16));
  *to++ = (guint16)word;

  return to;
}

/* How many units the tokens will be: as many as there are, unless there are very many words. */
static guint
count_units (const CbIndexBuilder *self, const guint *places)
{
  const guint16 *at = self->units;
  const guint16 *end = at + self->n_units;
  guint n_units = 0;

  if (self->lexicon->n_words <= CB_TOKEN_LONG)
    return self->n_units;

  while (at < end)
    {
      guint span;
      guint word = cb_token_read (&at, &span);

      n_units += (span > 0) + (places[word] >= CB_TOKEN_LONG ? 2 : 1);
    }

  return n_units;
}

/* Fills the tokens, and the passages with them. */
static void
write_tokens (CbIndexBuilder *self, const guint *places, guint16 *units)
{
  const guint16 *at = self->units;
  guint16 *to = units;

  for (guint i = 0; i < self->passages->len; i++)
    {
      CbPassage *passage = &g_array_index (self->passages, CbPassage, i);
      const guint16 *end
          = self->units + (i + 1 < self->passages->len ? passage[1].first_unit : self->n_units);
      guint16 *start = to;

      while (at < end)
        {
          guint span;
          guint word = cb_token_read (&at, &span);

          if (span > 0)
            *to++ = (guint16)(CB_TOKEN_SPAN + span);
          to = write_word (to, places[word]);
        }
      g_assert (to - start <= CB_PASSAGE_MAX_UNITS);
      passage->first_unit = (guint)(start - units);
      passage->n_units = (guint)(to - start) & 0xffffff;
    }
}

/* Where the tables lie. Returns how long the image is. */
static gsize
lay_out (const CbIndexHeader *header, gsize starts[CB_INDEX_N_TABLES])
{
  gsize size = sizeof *header;

  for (guint i = 0; i < CB_INDEX_N_TABLES; i++)
    {
      starts[i] = size;
      size += cb_index_image_get_table_size ((CbIndexTable)i, header->n_records[i]);
    }

  return size;
}

/* All tables but those that are written where they lie. */
static void
write_tables (CbIndexBuilder *self, const CbIndexHeader *header, guint8 *data, const gsize *starts)
{
  const CbNamesBuilder *names = &self->names;
  const struct
  {
    CbIndexTable table;
    gconstpointer records;
  } tables[] = {
    { CB_INDEX_DOCUMENTS, self->documents->data },
    { CB_INDEX_PASSAGES, self->passages->data },
    { CB_INDEX_NAMES, names->names->data },
    { CB_INDEX_NAME_LETTERS, names->letters->data },
    { CB_INDEX_NAME_STARTS, names->starts->data },
    { CB_INDEX_NAME_UNITS, names->units->data },
    { CB_INDEX_LETTER_BLOCKS, names->letter_blocks->data },
    { CB_INDEX_UNIT_BLOCKS, names->unit_blocks->data },
  };

  memcpy (data, header, sizeof *header);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      CbIndexTable table = tables[i].table;

      if (header->n_records[table] > 0)
        memcpy (data + starts[table], tables[i].records,
                header->n_records[table] * cb_index_image_get_record_size (table));
    }
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
  g_autofree guint *places = NULL;
  gsize starts[CB_INDEX_N_TABLES];
  CbIndexHeader header;
  guint8 *data;
  gsize size;

  cb_stretches_clear (&self->stretches);
  places = cb_lexicon_builder_finish (self->lexicon);
  finish_documents (self);
  cb_names_builder_finish (&self->names);
  header = (CbIndexHeader){
    CB_INDEX_IMAGE_MAGIC,
    .n_groups = self->spellings.groups->len,
    .fingerprint = fingerprint,
    .n_records = {
      [CB_INDEX_DOCUMENTS] = self->documents->len,
      [CB_INDEX_PASSAGES] = self->passages->len,
      [CB_INDEX_WORDS] = self->lexicon->n_words + 1,
      [CB_INDEX_POSTINGS] = self->n_occurrences,
      [CB_INDEX_TEXT_POSTINGS] = self->lexicon->n_words,
      [CB_INDEX_BUCKETS] = CB_LEXICON_N_BUCKETS,
      [CB_INDEX_SPELLINGS_BY_WORD] = self->spellings.spellings->len,
      [CB_INDEX_SPELLINGS_BY_GROUP] = self->spellings.spellings->len,
      [CB_INDEX_NAMES] = self->names.names->len,
      [CB_INDEX_TOKENS] = count_units (self, places),
      [CB_INDEX_LETTERS] = (guint)cb_lexicon_builder_get_n_letters (self->lexicon),
      [CB_INDEX_NAME_LETTERS] = self->names.letters->len,
      [CB_INDEX_NAME_STARTS] = self->names.starts->len,
      [CB_INDEX_NAME_UNITS] = self->names.units->len,
      [CB_INDEX_LETTER_BLOCKS] = self->names.letter_blocks->len,
      [CB_INDEX_UNIT_BLOCKS] = self->names.unit_blocks->len,
    },
  };

  size = lay_out (&header, starts);
  data = g_malloc0 (size);
#define TABLE(table, type) ((type *)(gpointer)(data + starts[table]))
  cb_lexicon_builder_write (self->lexicon, TABLE (CB_INDEX_WORDS, CbLexeme),
                            TABLE (CB_INDEX_LETTERS, CbLetter), TABLE (CB_INDEX_BUCKETS, guint32));
  write_postings (self, places, TABLE (CB_INDEX_WORDS, CbLexeme),
                  TABLE (CB_INDEX_POSTINGS, CbPosting), TABLE (CB_INDEX_TEXT_POSTINGS, guint32));
  write_tokens (self, places, TABLE (CB_INDEX_TOKENS, guint16));
  cb_spellings_builder_write (&self->spellings, places,
                              TABLE (CB_INDEX_SPELLINGS_BY_WORD, CbSpelling),
                              TABLE (CB_INDEX_SPELLINGS_BY_GROUP, CbSpelling));
#undef TABLE
  write_tables (self, &header, data, starts);

  return g_bytes_new_take (data, size);
}
