/* cb-spellings.c: groups of words that mean the same to a search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-spellings.h"

static guint
key_of (const CbSpelling *spelling, gboolean by_word)
{
  return by_word ? spelling->word : spelling->group;
}

static const CbSpelling *
find (const CbSpelling *spellings, guint n_spellings, gboolean by_word, guint key, guint *n)
{
  guint low = 0;
  guint high = n_spellings;
  guint first;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (key_of (&spellings[middle], by_word) < key)
        low = middle + 1;
      else
        high = middle;
    }
  for (first = low; low < n_spellings && key_of (&spellings[low], by_word) == key;)
    low++;

  *n = low - first;

  return *n > 0 ? &spellings[first] : NULL;
}

/**
 * cb_spellings_of_word:
 * @self: spellings
 * @word: a word of the lexicon
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n) (nullable): the spellings that are this word, one for
 * each group it is in
 */
const CbSpelling *
cb_spellings_of_word (const CbSpellings *self, guint word, guint *n)
{
  return find (self->by_word, self->n_spellings, TRUE, word, n);
}

/**
 * cb_spellings_of_group:
 * @self: spellings
 * @group: a group
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n) (nullable): the spellings of the group
 */
const CbSpelling *
cb_spellings_of_group (const CbSpellings *self, guint group, guint *n)
{
  return find (self->by_group, self->n_spellings, FALSE, group, n);
}
