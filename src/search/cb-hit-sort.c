/* cb-hit-sort.c: hits in order, in time that grows with their number and not faster */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-hit-sort.h"

#include <string.h>

/* Below this, comparing costs less than counting. */
#define FEW_HITS 512

#define N_BUCKETS 256
#define N_BYTES ((guint)sizeof (guint32))

/* The higher score first; what scores the same keeps the order of the catalog. */
static int
compare_hits (const void *a, const void *b, void *user_data)
{
  const CbRankedHit *first = a;
  const CbRankedHit *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return (first->position > second->position) - (first->position < second->position);
}

/* Of a score, so that the highest comes first. */
static inline guint
bucket_of (guint32 score, guint byte)
{
  return (~score >> (8 * byte)) & (N_BUCKETS - 1);
}

/* A radix sort, least significant byte first (Knuth, The Art of Computer Programming 3, 5.2.5). A
 * byte that is the same in all of them is left out. Returns where the result is. */
static CbRankedHit *
distribute (CbRankedHit *hits, CbRankedHit *spare, guint n_hits)
{
  guint counts[N_BYTES][N_BUCKETS] = { 0 };
  CbRankedHit *from = hits;
  CbRankedHit *to = spare;

  for (guint i = 0; i < n_hits; i++)
    for (guint byte = 0; byte < N_BYTES; byte++)
      counts[byte][bucket_of (hits[i].score, byte)]++;

  for (guint byte = 0; byte < N_BYTES; byte++)
    {
      guint start = 0;
      CbRankedHit *filled = to;

      if (counts[byte][bucket_of (hits[0].score, byte)] == n_hits)
        continue;

      for (guint i = 0; i < N_BUCKETS; i++)
        {
          guint count = counts[byte][i];

          counts[byte][i] = start;
          start += count;
        }
      for (guint i = 0; i < n_hits; i++)
        to[counts[byte][bucket_of (from[i].score, byte)]++] = from[i];
      to = from;
      from = filled;
    }

  return from;
}

/**
 * cb_hit_sort:
 * @hits: (array length=n_hits): hits in the order of the catalog
 * @n_hits: how many
 *
 * Puts the best hit first; hits of one score keep their order.
 */
void
cb_hit_sort (CbRankedHit *hits, guint n_hits)
{
  g_autofree CbRankedHit *spare = NULL;
  const CbRankedHit *sorted;

  if (n_hits < FEW_HITS)
    {
      g_sort_array (hits, n_hits, sizeof *hits, compare_hits, NULL);
      return;
    }

  spare = g_new (CbRankedHit, n_hits);
  sorted = distribute (hits, spare, n_hits);
  if (sorted != hits)
    memcpy (hits, sorted, n_hits * sizeof *hits);
}

/**
 * cb_hit_sort_first:
 * @hits: (array length=n_hits): hits in order, but for the first ones
 * @n_hits: how many
 * @n_first: how many have a new score
 *
 * Puts them where they belong now.
 */
void
cb_hit_sort_first (CbRankedHit *hits, guint n_hits, guint n_first)
{
  g_autofree CbRankedHit *first = g_memdup2 (hits, n_first * sizeof *hits);
  const CbRankedHit *rest = hits + n_first;
  const CbRankedHit *end = hits + n_hits;

  g_sort_array (first, n_first, sizeof *first, compare_hits, NULL);
  for (guint i = 0; i < n_first;)
    *hits++ = rest < end && compare_hits (rest, &first[i], NULL) < 0 ? *rest++ : first[i++];
}
