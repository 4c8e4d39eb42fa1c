/* cb-spellings-builder.h: gathers the groups of words that mean the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-lexicon-builder.h"
#include "cb-spellings.h"

G_BEGIN_DECLS

/**
 * CbSpellingsBuilder:
 * @spellings: (element-type CbSpelling): the spellings so far, of words as the lexicon numbers them
 * @groups: (element-type guint): for each group the word that stands for it
 *
 * Spellings while an index is made.
 */
typedef struct
{
  GArray *spellings;
  GArray *groups;
  /*< private >*/
  GArray *begins; /* for each word the letters that go on a spelling of several words, a set */
  GArray *last;   /* for each word the last spelling that it is, plus 1 */
  GArray *before; /* for each spelling the one before it that is the same word, plus 1 */
} CbSpellingsBuilder;

void              cb_spellings_builder_init      (CbSpellingsBuilder *self);
void              cb_spellings_builder_clear     (CbSpellingsBuilder *self);
void              cb_spellings_builder_add       (CbSpellingsBuilder *self,
                                                  GPtrArray          *terms,
                                                  CbLexiconBuilder   *lexicon);
const CbSpelling *cb_spellings_builder_find      (const CbSpellingsBuilder *self,
                                                  guint                     word,
                                                  const CbSpelling         *after);
void              cb_spellings_builder_write     (CbSpellingsBuilder *self,
                                                  const guint        *places,
                                                  CbSpelling         *by_word,
                                                  CbSpelling         *by_group);

/* With which letters spellings of several words go on that begin with @word, see
 * cb_letters_to_set(): with none, nearly always. */
static inline guint32
cb_spellings_builder_get_next (const CbSpellingsBuilder *self,
                               guint                     word)
{
  return word < self->begins->len ? g_array_index (self->begins, guint32, word) : 0;
}

G_END_DECLS
