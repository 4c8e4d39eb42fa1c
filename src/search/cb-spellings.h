/* cb-spellings.h: groups of words that mean the same to a search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-lexicon.h"

G_BEGIN_DECLS

#define CB_SPELLING_MAX_WORDS 4

/**
 * CbSpelling:
 * @word: in the lexicon, its words joined
 * @group: the group, which is the word of the lexicon that stands for it
 * @n_words: how many words it has
 *
 * A spelling, as it lies in the image of an index.
 */
typedef struct
{
  guint32 word;
  guint32 group : 24;
  guint32 n_words : 8;
} CbSpelling;

/**
 * CbSpellings:
 * @by_word: all spellings, by their word
 * @by_group: the same, by their group
 * @n_spellings: how many
 *
 * A view: the tables are those of an image.
 */
typedef struct
{
  const CbSpelling *by_word;
  const CbSpelling *by_group;
  guint n_spellings;
} CbSpellings;

const CbSpelling *cb_spellings_of_word  (const CbSpellings *self,
                                         guint              word,
                                         guint             *n);
const CbSpelling *cb_spellings_of_group (const CbSpellings *self,
                                         guint              group,
                                         guint             *n);

G_END_DECLS
