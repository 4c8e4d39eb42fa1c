/* cb-index-image.c: checks the tables of an index once, so that nobody has to check again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-index-image.h"

/* In the gsize of the machine, so that no product of two 32-bit numbers overflows. */
static const gsize record_sizes[CB_INDEX_N_TABLES] = {
  [CB_INDEX_DOCUMENTS] = sizeof (CbDocument),
  [CB_INDEX_PASSAGES] = sizeof (CbPassage),
  [CB_INDEX_WORDS] = sizeof (CbLexeme),
  [CB_INDEX_POSTINGS] = sizeof (CbPosting),
  [CB_INDEX_TEXT_POSTINGS] = sizeof (guint32),
  [CB_INDEX_BUCKETS] = sizeof (guint32),
  [CB_INDEX_SPELLINGS_BY_WORD] = sizeof (CbSpelling),
  [CB_INDEX_SPELLINGS_BY_GROUP] = sizeof (CbSpelling),
  [CB_INDEX_NAMES] = sizeof (CbName),
  [CB_INDEX_TOKENS] = sizeof (guint16),
  [CB_INDEX_LETTERS] = 1,
  [CB_INDEX_NAME_LETTERS] = 1,
  [CB_INDEX_NAME_STARTS] = 1,
  [CB_INDEX_NAME_UNITS] = 1,
  [CB_INDEX_LETTER_BLOCKS] = sizeof (guint32),
  [CB_INDEX_UNIT_BLOCKS] = sizeof (guint32),
};

#define ALIGNMENT 4
#define MAX_NUMBER 999
#define MAX_LENGTH 1e6f

static gboolean
find_tables (CbIndexImage *self,
             gconstpointer data,
             gsize size,
             gconstpointer tables[CB_INDEX_N_TABLES])
{
  const guint8 *at = data;
  gsize left = size;

  if (at == NULL || left < sizeof (CbIndexHeader)
      || GPOINTER_TO_SIZE (at) % _Alignof (CbIndexHeader) != 0)
    return FALSE;

  self->header = (const CbIndexHeader *)data;
  if (self->header->magic != CB_INDEX_IMAGE_MAGIC)
    return FALSE;

  at += sizeof (CbIndexHeader);
  left -= sizeof (CbIndexHeader);
  for (guint i = 0; i < CB_INDEX_N_TABLES; i++)
    {
      gsize n_bytes = cb_index_image_get_table_size ((CbIndexTable)i, self->header->n_records[i]);

      if (n_bytes > left)
        return FALSE;

      tables[i] = at;
      at += n_bytes;
      left -= n_bytes;
    }

  return left == 0;
}

static gboolean
set_tables (CbIndexImage *self, gconstpointer tables[CB_INDEX_N_TABLES])
{
  const guint32 *n_records = self->header->n_records;

  if (n_records[CB_INDEX_DOCUMENTS] == 0 || n_records[CB_INDEX_WORDS] == 0
      || n_records[CB_INDEX_TEXT_POSTINGS] != n_records[CB_INDEX_WORDS] - 1
      || n_records[CB_INDEX_NAMES] == 0 || n_records[CB_INDEX_BUCKETS] != CB_LEXICON_N_BUCKETS
      || n_records[CB_INDEX_SPELLINGS_BY_WORD] != n_records[CB_INDEX_SPELLINGS_BY_GROUP]
      || n_records[CB_INDEX_NAME_STARTS] <= n_records[CB_INDEX_NAME_LETTERS] / 8
      || n_records[CB_INDEX_LETTER_BLOCKS] != cb_names_n_blocks (n_records[CB_INDEX_NAME_LETTERS])
      || n_records[CB_INDEX_UNIT_BLOCKS] != cb_names_n_blocks (n_records[CB_INDEX_NAME_UNITS]))
    return FALSE;

  self->documents = tables[CB_INDEX_DOCUMENTS];
  self->n_documents = n_records[CB_INDEX_DOCUMENTS] - 1;
  self->passages = tables[CB_INDEX_PASSAGES];
  self->postings = tables[CB_INDEX_POSTINGS];
  self->text_postings = tables[CB_INDEX_TEXT_POSTINGS];
  self->tokens = tables[CB_INDEX_TOKENS];
  self->lexicon.words = tables[CB_INDEX_WORDS];
  self->lexicon.n_words = n_records[CB_INDEX_WORDS] - 1;
  self->lexicon.letters = tables[CB_INDEX_LETTERS];
  self->lexicon.n_letters = n_records[CB_INDEX_LETTERS];
  self->lexicon.buckets = tables[CB_INDEX_BUCKETS];
  self->spellings.by_word = tables[CB_INDEX_SPELLINGS_BY_WORD];
  self->spellings.by_group = tables[CB_INDEX_SPELLINGS_BY_GROUP];
  self->spellings.n_spellings = n_records[CB_INDEX_SPELLINGS_BY_WORD];
  self->names.names = tables[CB_INDEX_NAMES];
  self->names.n_names = n_records[CB_INDEX_NAMES] - 1;
  self->names.letters = tables[CB_INDEX_NAME_LETTERS];
  self->names.n_letters = n_records[CB_INDEX_NAME_LETTERS];
  self->names.starts = tables[CB_INDEX_NAME_STARTS];
  self->names.units = tables[CB_INDEX_NAME_UNITS];
  self->names.n_units = n_records[CB_INDEX_NAME_UNITS];
  self->names.letter_blocks = tables[CB_INDEX_LETTER_BLOCKS];
  self->names.unit_blocks = tables[CB_INDEX_UNIT_BLOCKS];

  return TRUE;
}

/* The entries tile the passages. */
static gboolean
check_documents (const CbIndexImage *self)
{
  if (self->n_documents > CB_INDEX_MAX_DOCUMENTS)
    return FALSE;

  for (guint i = 0; i < self->n_documents; i++)
    {
      const CbDocument *document = &self->documents[i];

      if (document->number < -1 || document->number > MAX_NUMBER || document->class_digit < -1
          || document->class_digit > 9 || document->kind > CB_ENTRY_SITUATION
          || !(document->weight >= 0 && document->weight <= 1)
          || !(document->length >= 0 && document->length <= MAX_LENGTH)
          || document->first_passage > document[1].first_passage)
        return FALSE;
    }

  return self->documents[0].first_passage == 0
         && self->documents[self->n_documents].first_passage
                == self->header->n_records[CB_INDEX_PASSAGES];
}

/* The passages tile the tokens, so that each token is read once. */
static gboolean
check_passages (const CbIndexImage *self)
{
  const guint16 *at = self->tokens;
  const guint16 *all_end = at + self->header->n_records[CB_INDEX_TOKENS];

  for (guint i = 0; i < self->header->n_records[CB_INDEX_PASSAGES]; i++)
    {
      const CbPassage *passage = &self->passages[i];
      const guint16 *end;

      if (passage->field > CB_MATCH_FIELD_TEXT || passage->first_unit != (gsize)(at - self->tokens)
          || passage->n_units > (gsize)(all_end - at))
        return FALSE;

      end = at + passage->n_units;
      while (at < end)
        {
          guint unit = *at++;

          /* One that is whole in itself is by far the most frequent. */
          if (unit < CB_TOKEN_LONG)
            {
              if (unit >= self->lexicon.n_words)
                return FALSE;
              continue;
            }
          if (unit >= CB_TOKEN_SPAN)
            {
              if (at == end)
                return FALSE;
              unit = *at++;
            }
          if (unit >= CB_TOKEN_LONG)
            {
              if (at == end || unit >= CB_TOKEN_SPAN)
                return FALSE;
              unit = (unit - CB_TOKEN_LONG) << 16 | *at++;
            }
          if (unit >= self->lexicon.n_words)
            return FALSE;
        }
    }

  return at == all_end;
}

/* The words tile the letters and the postings. */
static gboolean
check_words (const CbIndexImage *self)
{
  const CbLexicon *lexicon = &self->lexicon;
  gsize start = 0;
  guint32 posting = 0;

  for (guint i = 0; i < lexicon->n_words; i++)
    {
      const CbLexeme *word = &lexicon->words[i];

      if (word->start != start || word->n_letters == 0 || word->n_letters > CB_LEXICON_MAX_LETTERS
          || word->n_stem == 0 || word->n_stem > word->n_letters || word->first_posting < posting)
        return FALSE;

      start += word->n_letters + 1u;
      if (start > lexicon->n_letters || lexicon->letters[start - 1] != 0)
        return FALSE;
      posting = word->first_posting;
    }

  return start == lexicon->n_letters && lexicon->words[lexicon->n_words].start == start
         && (lexicon->n_words == 0 || lexicon->words[0].first_posting == 0)
         && lexicon->words[lexicon->n_words].first_posting >= posting
         && lexicon->words[lexicon->n_words].first_posting
                == self->header->n_records[CB_INDEX_POSTINGS];
}

static gboolean
check_buckets (const CbIndexImage *self)
{
  const guint32 *buckets = self->lexicon.buckets;

  for (guint i = 1; i < CB_LEXICON_N_BUCKETS; i++)
    if (buckets[i] < buckets[i - 1])
      return FALSE;

  return buckets[0] == 0 && buckets[CB_LEXICON_N_BUCKETS - 1] == self->lexicon.n_words;
}

/* Those of a word, and among them those for a text only, are in the order of the entries, each
 * once: that order is broken nowhere but where others begin. To count is faster than to look at
 * each word by itself. */
static gboolean
check_postings (const CbIndexImage *self)
{
  const CbLexicon *lexicon = &self->lexicon;
  const CbPosting *postings = self->postings;
  guint n = self->header->n_records[CB_INDEX_POSTINGS];
  guint n_breaks = 0;
  guint n_allowed = 0;
  guint last = 0;

  for (guint i = 0; i < n; i++)
    {
      if (postings[i].document >= self->n_documents)
        return FALSE;
      n_breaks += i > 0 && postings[i].document <= postings[i - 1].document;
    }
  for (guint i = 0; i < lexicon->n_words; i++)
    {
      const CbLexeme *word = &lexicon->words[i];
      const guint32 starts[] = { word->first_posting, self->text_postings[i] };

      if (starts[1] < starts[0] || starts[1] > word[1].first_posting)
        return FALSE;
      for (guint k = 0; k < G_N_ELEMENTS (starts); k++)
        {
          n_allowed += starts[k] > last && starts[k] < n
                       && postings[starts[k]].document <= postings[starts[k] - 1].document;
          last = starts[k];
        }
    }

  return n_breaks == n_allowed;
}

static gboolean
check_spellings (const CbIndexImage *self)
{
  const CbSpelling *tables[] = { self->spellings.by_word, self->spellings.by_group };

  if (self->header->n_groups > self->lexicon.n_words)
    return FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    for (guint i = 0; i < self->spellings.n_spellings; i++)
      if (tables[k][i].word >= self->lexicon.n_words || tables[k][i].group >= self->header->n_groups
          || tables[k][i].n_words > CB_SPELLING_MAX_WORDS)
        return FALSE;

  return TRUE;
}

/* The names tile their letters and their characters, and are in the order of the entries. */
static gboolean
check_names (const CbIndexImage *self)
{
  const CbNames *names = &self->names;

  for (guint i = 0; i < names->n_names; i++)
    {
      const CbName *name = &names->names[i];

      if (name->document >= self->n_documents || (i > 0 && name->document < name[-1].document)
          || name->field > CB_MATCH_FIELD_TEXT || name[1].start > names->n_letters
          || name->start + 2 > name[1].start || names->letters[name[1].start - 1] != 0
          || name[1].first_unit > names->n_units || name->first_unit > name[1].first_unit
          || (name->first_unit < name[1].first_unit && names->units[name[1].first_unit - 1] != 0))
        return FALSE;
    }

  return names->names[0].start == 0 && names->names[0].first_unit == 0
         && names->names[names->n_names].start == names->n_letters
         && names->names[names->n_names].first_unit == names->n_units;
}

/* The name of a block may begin before it, not after. */
static gboolean
check_name_blocks (const CbIndexImage *self)
{
  const CbNames *names = &self->names;

  for (guint i = 0; i < self->header->n_records[CB_INDEX_LETTER_BLOCKS]; i++)
    if (names->letter_blocks[i] >= names->n_names
        || names->names[names->letter_blocks[i]].start > i * CB_NAMES_BLOCK)
      return FALSE;
  for (guint i = 0; i < self->header->n_records[CB_INDEX_UNIT_BLOCKS]; i++)
    if (names->unit_blocks[i] >= names->n_names
        || names->names[names->unit_blocks[i]].first_unit > i * CB_NAMES_BLOCK)
      return FALSE;

  return TRUE;
}

/**
 * cb_index_image_open:
 * @self: (out): the tables
 * @data: the bytes of an index, which are kept by the caller
 * @size: how many
 *
 * Finds the tables.
 *
 * Returns: whether they are those of an index, by their sizes
 */
gboolean
cb_index_image_open (CbIndexImage *self, gconstpointer data, gsize size)
{
  gconstpointer tables[CB_INDEX_N_TABLES];

  return find_tables (self, data, size, tables) && set_tables (self, tables);
}

/**
 * cb_index_image_check:
 * @self: the tables of an image that was not made by this very program
 *
 * Checks every reference in them, so that nothing that follows them can leave them, whatever they
 * are.
 *
 * Returns: whether it is the image of an index
 */
gboolean
cb_index_image_check (const CbIndexImage *self)
{
  return check_documents (self) && check_words (self) && check_buckets (self)
         && check_passages (self) && check_postings (self) && check_spellings (self)
         && check_names (self) && check_name_blocks (self);
}

/**
 * cb_index_image_get_record_size:
 * @table: which table
 *
 * Returns: the size in bytes of a record of it
 */
gsize
cb_index_image_get_record_size (CbIndexTable table)
{
  return record_sizes[table];
}

/**
 * cb_index_image_get_table_size:
 * @table: which table
 * @n_records: how many records it has
 *
 * Returns: how many bytes it takes, with what is before the next one
 */
gsize
cb_index_image_get_table_size (CbIndexTable table, guint n_records)
{
  return (n_records * record_sizes[table] + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}
