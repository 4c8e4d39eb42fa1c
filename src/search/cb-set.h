/* cb-set.h: a set of small numbers, a bit each, walked in their order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

#define CB_SET_BITS 64

/* How many words of a set hold the numbers below @n. */
static inline guint
cb_set_n_words (guint n)
{
  return n / CB_SET_BITS + 1;
}

static inline guint64 *
cb_set_new (guint n)
{
  return g_new0 (guint64, cb_set_n_words (n));
}

static inline void
cb_set_clear (guint64 *set,
              guint    n)
{
  memset (set, 0, cb_set_n_words (n) * sizeof *set);
}

static inline gboolean
cb_set_contains (const guint64 *set,
                 guint          number)
{
  return (set[number / CB_SET_BITS] >> (number % CB_SET_BITS) & 1) != 0;
}

/* Whether @number is new in the set. */
static inline gboolean
cb_set_add (guint64 *set,
            guint    number)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (number % CB_SET_BITS);
  gboolean is_new = (set[number / CB_SET_BITS] & bit) == 0;

  set[number / CB_SET_BITS] |= bit;

  return is_new;
}

/* Adds @number if @condition, without a jump. */
static inline void
cb_set_add_if (guint64 *set,
               guint    number,
               gboolean condition)
{
  set[number / CB_SET_BITS] |= (guint64) (condition != 0) << (number % CB_SET_BITS);
}

/* How many numbers are in the set. */
static inline guint
cb_set_count (const guint64 *set,
              guint          n)
{
  guint count = 0;

  for (guint i = 0; i < cb_set_n_words (n); i++)
    count += (guint) __builtin_popcountll (set[i]);

  return count;
}

/* The first number from @number on, or @n. */
static inline guint
cb_set_next (const guint64 *set,
             guint          n,
             guint          number)
{
  guint word = number / CB_SET_BITS;
  guint64 left = set[word] & (G_MAXUINT64 << (number % CB_SET_BITS));

  while (left == 0)
    {
      if (++word >= cb_set_n_words (n))
        return n;
      left = set[word];
    }

  return word * CB_SET_BITS + (guint) __builtin_ctzll (left);
}

/* For each @number in @set, all of which are below @n. */
#define CB_SET_FOREACH(set, n, number)                                                             \
  for (guint number = cb_set_next (set, n, 0); number < (n);                                       \
       number = cb_set_next (set, n, number + 1))

G_END_DECLS
