/* cb-spellings.h: groups of words that mean the same to a search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-lexicon.h"

G_BEGIN_DECLS

#define CB_SPELLING_MAX_WORDS 4

/**
 * CbSpelling:
 * @word: in the lexicon, its words joined
 * @group: the group
 * @n_words: how many words it has
 */
typedef struct
{
  guint word;
  guint group;
  guint n_words;
} CbSpelling;

/**
 * CbSpellings:
 * @by_word: (element-type CbSpelling): all spellings, by their word
 * @by_group: (element-type CbSpelling): the same, by their group
 * @groups: (element-type guint): for each group the word of the lexicon that stands for it
 */
typedef struct
{
  GArray *by_word;
  GArray *by_group;
  GArray *groups;
} CbSpellings;

void cb_spellings_init   (CbSpellings       *self);
void cb_spellings_clear  (CbSpellings       *self);
void cb_spellings_add    (CbSpellings       *self,
                          CbLexicon         *lexicon,
                          GPtrArray         *terms);
void cb_spellings_finish (CbSpellings       *self,
                          const guint       *places);
const CbSpelling *cb_spellings_of_word  (const CbSpellings *self,
                                         guint              word,
                                         guint             *n);
const CbSpelling *cb_spellings_of_group (const CbSpellings *self,
                                         guint              group,
                                         guint             *n);

G_END_DECLS
