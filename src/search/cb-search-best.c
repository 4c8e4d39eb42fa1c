/* cb-search-best.c: the best of many hits */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-search-private.h"

#define N_BUCKETS 256

/**
 * cb_best_init:
 * @self: (out): the best hits
 *
 * Makes @self empty.
 */
void
cb_best_init (CbBest *self)
{
  self->n = 0;
  self->bar = -1;
}

/* The score of the one that is the @rank-th best: byte by byte, most significant first, those that
 * begin alike are counted by their next byte. */
static guint32
find_score (const CbBest *self, guint rank)
{
  guint32 score = 0;
  guint32 known = 0; /* bits of the score */

  for (guint shift = 32; shift > 0;)
    {
      guint counts[N_BUCKETS] = { 0 };
      guint bucket = N_BUCKETS - 1;

      shift -= 8;
      for (guint i = 0; i < self->n; i++)
        if ((self->candidates[i].score & known) == score)
          counts[self->candidates[i].score >> shift & (N_BUCKETS - 1)]++;
      for (; counts[bucket] < rank; bucket--)
        rank -= counts[bucket];
      score |= bucket << shift;
      known |= (guint32)(N_BUCKETS - 1) << shift;
    }

  return score;
}

/* Forgets those that are not among the best; the others stay in the order of the catalog. */
static void
drop_others (CbBest *self)
{
  guint32 bar = find_score (self, CB_MAX_CLOSE_LOOKS);
  guint n_above = 0;
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n_above += self->candidates[i].score > bar;
  for (guint i = 0, n_left = CB_MAX_CLOSE_LOOKS - n_above; i < self->n; i++)
    {
      guint32 score = self->candidates[i].score;

      if (score < bar || (score == bar && n_left == 0))
        continue;
      n_left -= score == bar;
      self->candidates[n] = self->candidates[i];
      self->accumulators[n++] = self->accumulators[i];
    }
  self->n = n;
  self->bar = bar;
}

/**
 * cb_best_add:
 * @self: the best hits
 * @hit: a hit, of an entry after all those before
 * @accumulator: what is known of it
 *
 * Takes the hit if it may be one of the best %CB_MAX_CLOSE_LOOKS. Of hits that score the same the
 * earlier one is better.
 */
void
cb_best_add (CbBest *self, const CbRankedHit *hit, const CbAccumulator *accumulator)
{
  if (hit->score <= self->bar)
    return;

  self->candidates[self->n] = *hit;
  self->accumulators[self->n++] = *accumulator;
  if (self->n == CB_MAX_CANDIDATES)
    drop_others (self);
}

/**
 * cb_best_find:
 * @self: the best hits
 * @position: of an entry that is one of them
 *
 * Returns: (transfer none): what is known of it
 */
CbAccumulator *
cb_best_find (CbBest *self, guint position)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->candidates[middle].position < position)
        low = middle + 1;
      else
        high = middle;
    }
  g_assert (low < self->n && self->candidates[low].position == position);

  return &self->accumulators[low];
}
