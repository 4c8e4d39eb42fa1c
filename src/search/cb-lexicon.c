/* cb-lexicon.c: the words of an index, in the order of their letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-lexicon.h"

#include <string.h>

/**
 * cb_letters_compare:
 * @a: a word
 * @n_a: its length
 * @b: another
 * @n_b: its length
 *
 * Returns: less than, equal to or greater than 0, by the order of the lexicon
 */
int
cb_letters_compare (const CbLetter *a, gsize n_a, const CbLetter *b, gsize n_b)
{
  int difference = memcmp (a, b, MIN (n_a, n_b));

  return difference != 0 ? difference : (n_a > n_b) - (n_a < n_b);
}

/* The first word that is not before @letters. */
static guint
lower_bound (const CbLexicon *self, const CbLetter *letters, gsize n_letters)
{
  guint low = self->buckets[letters[0]];
  guint high = self->buckets[letters[0] + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CbLexeme *word = &self->words[middle];

      if (cb_letters_compare (self->letters + word->start, word->n_letters, letters, n_letters) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * cb_lexicon_lookup:
 * @self: a lexicon
 * @letters: a word
 * @n_letters: its length
 * @id: (out): its place
 *
 * Returns: whether @self has it
 */
gboolean
cb_lexicon_lookup (const CbLexicon *self, const CbLetter *letters, gsize n_letters, guint *id)
{
  if (n_letters == 0)
    return FALSE;

  *id = lower_bound (self, letters, n_letters);

  return *id < self->n_words && self->words[*id].n_letters == n_letters
         && memcmp (cb_lexicon_letters (self, *id), letters, n_letters) == 0;
}

/**
 * cb_lexicon_prefix:
 * @self: a lexicon
 * @letters: the beginning of a word
 * @n_letters: its length
 * @first: (out): the first word that begins so
 * @end: (out): the word after the last one
 *
 * Finds the words that begin with @letters.
 */
void
cb_lexicon_prefix (
    const CbLexicon *self, const CbLetter *letters, gsize n_letters, guint *first, guint *end)
{
  guint low;
  guint high;

  if (n_letters == 0)
    {
      *first = *end = 0;
      return;
    }

  low = *first = lower_bound (self, letters, n_letters);
  high = self->buckets[letters[0] + 1];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CbLexeme *word = &self->words[middle];

      if (word->n_letters >= n_letters
          && memcmp (self->letters + word->start, letters, n_letters) == 0)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;
}

/**
 * cb_lexicon_at:
 * @self: a lexicon
 * @from: a word at or before the one in question; the nearer, the faster
 * @position: of a letter within the lexicon's letters
 *
 * Returns: the word that the letter belongs to
 */
guint
cb_lexicon_at (const CbLexicon *self, guint from, gsize position)
{
  guint step = 1;

  while (step < self->n_words - from && self->words[from + step].start <= position)
    {
      from += step;
      step *= 2;
    }
  for (; step > 0; step /= 2)
    if (step < self->n_words - from && self->words[from + step].start <= position)
      from += step;

  return from;
}
