/* cb-spellings.c: groups of words that mean the same to a search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-spellings.h"

#include <string.h>

#include "cb-fold.h"

/**
 * cb_spellings_init:
 * @self: (out): spellings
 *
 * Makes @self empty.
 */
void
cb_spellings_init (CbSpellings *self)
{
  self->by_word = g_array_new (FALSE, FALSE, sizeof (CbSpelling));
  self->by_group = g_array_new (FALSE, FALSE, sizeof (CbSpelling));
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * cb_spellings_clear:
 * @self: spellings
 *
 * Frees what @self owns.
 */
void
cb_spellings_clear (CbSpellings *self)
{
  g_clear_pointer (&self->by_word, g_array_unref);
  g_clear_pointer (&self->by_group, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
}

/**
 * cb_spellings_add:
 * @self: spellings
 * @lexicon: a lexicon that is not finished
 * @terms: (element-type GPtrArray): groups of spellings
 *
 * Adds all spellings, and a word for each group, to @lexicon.
 */
void
cb_spellings_add (CbSpellings *self, CbLexicon *lexicon, GPtrArray *terms)
{
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  for (guint i = 0; i < terms->len; i++)
    {
      GPtrArray *texts = g_ptr_array_index (terms, i);
      CbLetter name[] = { CB_LEXICON_GROUP, (CbLetter)('A' + i / 1024 % 32),
                          (CbLetter)('A' + i / 32 % 32), (CbLetter)('A' + i % 32) };
      guint group = cb_lexicon_add (lexicon, name, sizeof name);

      g_array_append_val (self->groups, group);
      for (guint k = 0; k < texts->len; k++)
        {
          const char *text = g_ptr_array_index (texts, k);
          CbSpelling spelling = { .group = i };

          cb_folded_set (&folded, text, strlen (text));
          if (folded.n_words == 0 || folded.n_words > CB_SPELLING_MAX_WORDS)
            continue;
          spelling.n_words = (guint)folded.n_words;
          spelling.word = cb_lexicon_add (lexicon, folded.letters, folded.n_letters);
          g_array_append_val (self->by_word, spelling);
        }
    }
  g_array_append_vals (self->by_group, self->by_word->data, self->by_word->len);
}

static int
compare_by_word (gconstpointer a, gconstpointer b)
{
  const CbSpelling *first = a;
  const CbSpelling *second = b;

  if (first->word != second->word)
    return first->word < second->word ? -1 : 1;

  return (first->group > second->group) - (first->group < second->group);
}

static int
compare_by_group (gconstpointer a, gconstpointer b)
{
  const CbSpelling *first = a;
  const CbSpelling *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;

  return (first->word > second->word) - (first->word < second->word);
}

/**
 * cb_spellings_finish:
 * @self: spellings
 * @places: what cb_lexicon_finish() returned
 *
 * Follows the words to their places.
 */
void
cb_spellings_finish (CbSpellings *self, const guint *places)
{
  for (guint i = 0; i < self->groups->len; i++)
    g_array_index (self->groups, guint, i) = places[g_array_index (self->groups, guint, i)];
  for (guint i = 0; i < self->by_word->len; i++)
    {
      CbSpelling *first = &g_array_index (self->by_word, CbSpelling, i);
      CbSpelling *second = &g_array_index (self->by_group, CbSpelling, i);

      first->word = places[first->word];
      second->word = places[second->word];
    }
  g_array_sort (self->by_word, compare_by_word);
  g_array_sort (self->by_group, compare_by_group);
}

static const CbSpelling *
find (GArray *spellings, guint key, guint offset, guint *n)
{
  guint low = 0;
  guint high = spellings->len;
  guint first;

#define KEY(i) (*(const guint *)(spellings->data + (i) * sizeof (CbSpelling) + offset))
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (KEY (middle) < key)
        low = middle + 1;
      else
        high = middle;
    }
  for (first = low; low < spellings->len && KEY (low) == key;)
    low++;
#undef KEY

  *n = low - first;

  return *n > 0 ? &g_array_index (spellings, CbSpelling, first) : NULL;
}

/**
 * cb_spellings_of_word:
 * @self: finished spellings
 * @word: a word of the lexicon
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n) (nullable): the spellings that are this word, one for
 * each group it is in
 */
const CbSpelling *
cb_spellings_of_word (const CbSpellings *self, guint word, guint *n)
{
  return find (self->by_word, word, G_STRUCT_OFFSET (CbSpelling, word), n);
}

/**
 * cb_spellings_of_group:
 * @self: finished spellings
 * @group: a group
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n) (nullable): the spellings of the group
 */
const CbSpelling *
cb_spellings_of_group (const CbSpellings *self, guint group, guint *n)
{
  return find (self->by_group, group, G_STRUCT_OFFSET (CbSpelling, group), n);
}
