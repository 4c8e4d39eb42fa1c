/* cb-find.c: letters within letters, many places at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-find.h"

#include <string.h>

/* What is looked for is a few letters long, where the methods of memmem() do not pay: a word of the
 * processor holds the first letters of eight places, another one the last letters. A place where
 * both are right is a zero byte of what differs (Warren, Hacker's Delight, 6-1). */
#define LOW_BITS G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)
#define N_PLACES sizeof (guint64)

/* Hardly any place is right: most are passed over in strides, whose letters are compared at once by
 * what the processor has for that. */
typedef guint8 CbVector __attribute__ ((vector_size (16)));
typedef guint64 CbVectorWords __attribute__ ((vector_size (16)));

#define N_VECTORS 4
#define STRIDE (N_VECTORS * sizeof (CbVector))

/* Whether one of the next places has the first and the last letter. */
static inline gboolean
is_in_stride (const CbLetter *place, gsize n_needle, CbVector first, CbVector last)
{
  CbVector any = { 0 };
  CbVectorWords words;

  for (gsize i = 0; i < STRIDE; i += sizeof (CbVector))
    {
      CbVector a;
      CbVector b;

      memcpy (&a, place + i, sizeof a);
      memcpy (&b, place + i + n_needle - 1, sizeof b);
      any |= (CbVector)(a == first) & (CbVector)(b == last);
    }
  memcpy (&words, &any, sizeof words);

  return (words[0] | words[1]) != 0;
}

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
  CbVector first_letters = (CbVector){ 0 } + needle[0];
  CbVector last_letters = (CbVector){ 0 } + needle[n_needle - 1];
  gsize stride_end = 0;
  gsize place = 0;

  for (; place + N_PLACES + n_needle <= n_haystack; place += N_PLACES)
    {
      guint64 different;

      while (place >= stride_end && place + STRIDE + n_needle <= n_haystack)
        {
          stride_end = place + STRIDE;
          if (is_in_stride (haystack + place, n_needle, first_letters, last_letters))
            break;
          place = stride_end;
        }
      if (place + N_PLACES + n_needle > n_haystack)
        break;

      different = (read_letters (haystack + place) ^ first)
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
