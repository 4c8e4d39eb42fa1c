/* cb-lexicon.h: the words of an index, in the order of their letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hangul.h"

G_BEGIN_DECLS

/* The first letter of words that no text has: they stand for a group of spellings. */
#define CB_LEXICON_GROUP 0x01

/**
 * CbLexeme:
 * @start: its first letter in the lexicon's letters
 * @n_letters: how many
 * @n_stem: how many of them are the stem
 * @fields: the fields where it occurs, as a set of #CbMatchField
 * @first_posting: of its occurrences
 * @n_postings: in how many entries it occurs
 *
 * A word of a lexicon.
 */
typedef struct
{
  guint start;
  guint8 n_letters;
  guint8 n_stem;
  guint8 fields;
  guint first_posting;
  guint n_postings;
} CbLexeme;

/* Longer words are cut: no one types them. */
#define CB_LEXICON_MAX_LETTERS 96

/**
 * CbLexicon:
 *
 * All words, each once, sorted by their letters: words that begin alike, and words of one stem, are neighbours.
 */
typedef struct
{
  CbLexeme *words;
  guint n_words;
  CbLetter *letters; /* of all words in their order, a 0 after each */
  gsize n_letters;
  /*< private >*/
  gsize letters_size;
  guint words_size;
  guint *slots; /* while words are added */
  guint n_slots;
  guint *buckets; /* the first word that begins with a given letter */
} CbLexicon;

CbLexicon *cb_lexicon_new      (void);
void       cb_lexicon_free     (CbLexicon      *self);
guint      cb_lexicon_add      (CbLexicon      *self,
                                const CbLetter *letters,
                                gsize           n_letters);
gboolean   cb_lexicon_find_added (CbLexicon    *self,
                                const CbLetter *letters,
                                gsize           n_letters,
                                guint          *id);
guint     *cb_lexicon_finish   (CbLexicon      *self) G_GNUC_WARN_UNUSED_RESULT;
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
                                gsize           position);

static inline const CbLetter *
cb_lexicon_letters (const CbLexicon *self,
                    guint            id)
{
  return self->letters + self->words[id].start;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbLexicon, cb_lexicon_free)

G_END_DECLS
