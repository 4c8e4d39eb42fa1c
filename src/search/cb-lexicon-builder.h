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

/**
 * CbLexiconBuilder:
 * @words: the words, first in the order in which they were added
 * @n_words: how many
 * @letters: of all words
 * @n_letters: how many
 * @buckets: when it is finished: the first word that begins with a given letter
 *
 * A lexicon while words are added to it.
 */
typedef struct
{
  CbLexeme *words;
  guint n_words;
  CbLetter *letters;
  gsize n_letters;
  guint32 buckets[CB_LEXICON_N_BUCKETS];
  /*< private >*/
  gsize letters_size;
  guint words_size;
  CbLexiconSlot *slots;
  guint n_slots;
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbLexiconBuilder, cb_lexicon_builder_free)

G_END_DECLS
