/* cb-index-image.h: an index as it lies in the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-names.h"
#include "cb-rank.h"
#include "cb-spellings.h"

G_BEGIN_DECLS

/* Making the index of the shipped catalog takes tens of milliseconds, which every search from the
 * command line would pay. It is therefore made while building, and is all tables of fixed-size
 * records in the byte order of the machine, used where they are mapped. An index that is made at
 * run time is the same bytes. */

#define CB_INDEX_IMAGE_MAGIC 0x34494243u /* "CBI4" */

/**
 * CbDocument:
 * @number: of a status code, else -1
 * @class_digit: of a class, else -1
 * @kind: what it is about, a #CbEntryKind
 * @quiet: found when named, else below all others
 * @weight: what a hit of it is worth, relative to others
 * @length: of its text, relative to the average
 * @first_passage: its names and texts
 *
 * An entry; the record after it says where its passages end.
 */
typedef struct
{
  gint16 number;
  gint8 class_digit;
  guint8 kind : 7;
  guint8 quiet : 1;
  float weight;
  float length;
  guint32 first_passage;
} CbDocument;

/**
 * CbPassage:
 * @first_unit: where its tokens begin
 * @n_units: how long they are
 * @field: what it is, a #CbMatchField
 *
 * A name or a paragraph in one language, as tokens.
 */
typedef struct
{
  guint32 first_unit;
  guint32 n_units : 24;
  guint32 field : 8;
} CbPassage;

#define CB_PASSAGE_MAX_UNITS 0xffffff

/**
 * CbPosting:
 * @document: an entry
 * @fields: in which fields of it the word occurs, as a set of #CbMatchField
 * @count: how often in the text, more than 15 being 15
 *
 * The occurrences of a word in an entry. Those of a word lie together: first the entries that have
 * it in their names or summary, which is all that a short query asks for, then those that have it in
 * their text only; both in the order of the entries.
 */
typedef struct
{
  guint32 document : 20;
  guint32 fields : 8;
  guint32 count : 4;
} CbPosting;

#define CB_INDEX_MAX_DOCUMENTS (1u << 20)
#define CB_POSTING_MAX_COUNT 15

/* A token is a word of the lexicon in one unit of 16 bits, or in two if the first is CB_TOKEN_LONG
 * or above. That of a group of spellings comes after a unit that says how many tokens behind it are
 * the spelling. */
#define CB_TOKEN_LONG 0xf000u
#define CB_TOKEN_SPAN 0xfff0u

static inline gboolean
cb_posting_is_text_only (const CbPosting *posting)
{
  return (posting->fields & ~CB_FIELD_BIT (CB_MATCH_FIELD_TEXT)) == 0;
}

static inline guint
cb_token_read (const guint16 **at,
               guint          *span)
{
  guint unit = *(*at)++;

  *span = 0;
  if (unit >= CB_TOKEN_SPAN)
    {
      *span = unit - CB_TOKEN_SPAN;
      unit = *(*at)++;
    }

  return unit < CB_TOKEN_LONG ? unit : (unit - CB_TOKEN_LONG) << 16 | *(*at)++;
}

typedef enum
{
  CB_INDEX_DOCUMENTS, /* one more than there are */
  CB_INDEX_PASSAGES,
  CB_INDEX_WORDS, /* one more than there are */
  CB_INDEX_POSTINGS,
  CB_INDEX_TEXT_POSTINGS, /* for each word, its first posting for a text only */
  CB_INDEX_BUCKETS,
  CB_INDEX_SPELLINGS_BY_WORD,
  CB_INDEX_SPELLINGS_BY_GROUP,
  CB_INDEX_NAMES, /* one more than there are */
  CB_INDEX_TOKENS,
  CB_INDEX_LETTERS,
  CB_INDEX_NAME_LETTERS,
  CB_INDEX_NAME_STARTS,
  CB_INDEX_NAME_UNITS,
  CB_INDEX_LETTER_BLOCKS, /* of the names */
  CB_INDEX_UNIT_BLOCKS,
} CbIndexTable;

#define CB_INDEX_N_TABLES (CB_INDEX_UNIT_BLOCKS + 1)

/**
 * CbIndexHeader:
 * @magic: %CB_INDEX_IMAGE_MAGIC
 * @n_groups: how many groups of spellings there are
 * @fingerprint: of the catalog that it was made of
 * @n_records: of each table; the tables follow in their order, each from a multiple of four bytes
 * on
 */
typedef struct
{
  guint32 magic;
  guint32 n_groups;
  guint64 fingerprint;
  guint32 n_records[CB_INDEX_N_TABLES];
} CbIndexHeader;

/**
 * CbIndexImage:
 *
 * The tables of an index, in bytes that somebody else keeps.
 */
typedef struct
{
  const CbIndexHeader *header;
  const CbDocument *documents;
  guint n_documents;
  const CbPassage *passages;
  const CbPosting *postings;
  const guint32 *text_postings;
  const guint16 *tokens;
  CbLexicon lexicon;
  CbNames names;
  CbSpellings spellings;
} CbIndexImage;

gboolean cb_index_image_open            (CbIndexImage  *self,
                                         gconstpointer  data,
                                         gsize          size);
gboolean cb_index_image_check           (const CbIndexImage *self);
gsize    cb_index_image_get_record_size (CbIndexTable   table);
gsize    cb_index_image_get_table_size  (CbIndexTable   table,
                                         guint          n_records);

G_END_DECLS
