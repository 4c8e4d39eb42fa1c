/* cb-lexicon.h: the words of an index, in the order of their letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hangul.h"

G_BEGIN_DECLS

/* The first letter of words that no text has: they stand for a group of spellings. No letter is
 * lower, so that they are the first words: a group is its word. */
#define CB_LEXICON_GROUP 0x01

/* Longer words are cut: no one types them. */
#define CB_LEXICON_MAX_LETTERS 96
/* One for each letter, and where the last one ends. */
#define CB_LEXICON_N_BUCKETS 257

/**
 * CbLexeme:
 * @start: its first letter in the lexicon's letters
 * @first_posting: of its occurrences, one for each entry that has it
 * @n_letters: how many
 * @n_stem: how many of them are the stem
 * @fields: the fields where it occurs, as a set of #CbMatchField
 *
 * A word of a lexicon, as it lies in the image of an index.
 */
typedef struct
{
  guint32 start;
  guint32 first_posting;
  guint8 n_letters;
  guint8 n_stem;
  guint8 fields;
  guint8 padding;
} CbLexeme;

/**
 * CbLexicon:
 * @words: the words, and one record more, which says where the last one ends
 * @n_words: how many
 * @letters: of all words in their order, a 0 after each
 * @n_letters: how many
 * @buckets: the first word that begins with a given letter
 *
 * All words, each once, sorted by their letters: words that begin alike, and words of one stem, are
 * neighbours. A view: the tables are those of an image.
 */
typedef struct
{
  const CbLexeme *words;
  guint n_words;
  const CbLetter *letters;
  gsize n_letters;
  const guint32 *buckets;
} CbLexicon;

int        cb_letters_compare  (const CbLetter *a,
                                gsize           n_a,
                                const CbLetter *b,
                                gsize           n_b);
gboolean   cb_lexicon_lookup   (const CbLexicon *self,
                                const CbLetter *letters,
                                gsize           n_letters,
                                guint          *id);
void       cb_lexicon_prefix   (const CbLexicon *self,
                                const CbLetter *letters,
                                gsize           n_letters,
                                guint          *first,
                                guint          *end);
guint      cb_lexicon_at       (const CbLexicon *self,
                                guint           from,
                                gsize           position);

static inline const CbLetter *
cb_lexicon_letters (const CbLexicon *self,
                    guint            id)
{
  return self->letters + self->words[id].start;
}

/* In how many entries the word occurs. */
static inline guint
cb_lexicon_n_postings (const CbLexicon *self,
                       guint            id)
{
  return self->words[id + 1].first_posting - self->words[id].first_posting;
}

G_END_DECLS
