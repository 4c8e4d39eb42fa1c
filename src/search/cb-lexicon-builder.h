/* cb-lexicon-builder.h: gathers the words of an index and sorts them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-lexicon.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 hash;
  guint32 id;
} CbLexiconSlot;

/* The first eight letters of a word as a number, which decides nearly every comparison. */
typedef struct
{
  guint64 key;
  guint id;
} CbLexiconKey;

/**
 * CbLexiconBuilder:
 * @words: the words, in the order in which they were added
 * @n_words: how many
 * @letters: of all words
 * @n_letters: how many
 *
 * A lexicon while words are added to it.
 */
typedef struct
{
  CbLexeme *words;
  guint n_words;
  CbLetter *letters;
  gsize n_letters;
  /*< private >*/
  gsize letters_size;
  guint words_size;
  CbLexiconSlot *slots;
  guint n_slots;
  CbLexiconKey *sorted; /* the words in their order, when it is finished */
} CbLexiconBuilder;

CbLexiconBuilder *cb_lexicon_builder_new    (void);
void              cb_lexicon_builder_free   (CbLexiconBuilder *self);
guint             cb_lexicon_builder_add    (CbLexiconBuilder *self,
                                             const CbLetter   *letters,
                                             gsize             n_letters);
gboolean          cb_lexicon_builder_find   (CbLexiconBuilder *self,
                                             const CbLetter   *letters,
                                             gsize             n_letters,
                                             guint            *id);
guint            *cb_lexicon_builder_finish (CbLexiconBuilder *self) G_GNUC_WARN_UNUSED_RESULT;
gsize             cb_lexicon_builder_get_n_letters (const CbLexiconBuilder *self);
void              cb_lexicon_builder_write  (const CbLexiconBuilder *self,
                                             CbLexeme         *words,
                                             CbLetter         *letters,
                                             guint32          *buckets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbLexiconBuilder, cb_lexicon_builder_free)

G_END_DECLS
