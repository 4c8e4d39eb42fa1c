/* cb-find.c: letters within letters, eight places at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-find.h"

#include <string.h>

/* What is looked for is a few letters long, where the methods of memmem() do not pay: a word of the
 * processor holds the first letters of eight places, another one the last letters. A place where
 * both are right is a zero byte of what differs (Warren, Hacker's Delight, 6-1). */
#define LOW_BITS G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)
#define N_PLACES sizeof (guint64)

/* The letter at the lowest address is the lowest byte. */
static inline guint64
read_letters (const CbLetter *letters)
{
  guint64 word;

  memcpy (&word, letters, sizeof word);

  return GUINT64_FROM_LE (word);
}

/**
 * cb_letters_find:
 * @haystack: letters
 * @n_haystack: how many
 * @needle: what to look for
 * @n_needle: how many, at least one
 *
 * Returns: (nullable): the first place where @haystack has @needle
 */
const CbLetter *
cb_letters_find (const CbLetter *haystack, gsize n_haystack, const CbLetter *needle, gsize n_needle)
{
  guint64 first = needle[0] * LOW_BITS;
  guint64 last = needle[n_needle - 1] * LOW_BITS;
  gsize place = 0;

  for (; place + N_PLACES + n_needle <= n_haystack; place += N_PLACES)
    {
      guint64 different = (read_letters (haystack + place) ^ first)
                          | (read_letters (haystack + place + n_needle - 1) ^ last);

      /* A byte above a zero one may seem to be zero as well; the letters tell. */
      for (guint64 zeros = (different - LOW_BITS) & ~different & HIGH_BITS; zeros != 0;
           zeros &= zeros - 1)
        {
          const CbLetter *found = haystack + place + (guint)__builtin_ctzll (zeros) / 8;

          if (memcmp (found, needle, n_needle) == 0)
            return found;
        }
    }

  for (; place + n_needle <= n_haystack; place++)
    if (memcmp (haystack + place, needle, n_needle) == 0)
      return haystack + place;

  return NULL;
}
