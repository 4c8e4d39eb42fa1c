/* cb-hit-sort.c: hits in order, in time that grows with their number and not faster */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-hit-sort.h"

#include <string.h>

/* Below this, comparing costs less than counting. */
#define FEW_HITS 512

#define N_BUCKETS 256
#define N_BYTES ((guint)sizeof (guint32))

typedef struct
{
  guint32 key; /* smaller comes first */
  guint32 from;
} SortKey;

/* The higher score first; what scores the same keeps the order of the catalog. */
static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const CbHit *first = a;
  const CbHit *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return (first->position > second->position) - (first->position < second->position);
}

/* One pass of a radix sort, least significant byte first (Knuth, The Art of Computer Programming 3,
 * 5.2.5). Returns FALSE where all keys have the same byte, and nothing had to be done. */
static gboolean
distribute (const SortKey *from, SortKey *to, guint n_keys, guint byte)
{
  guint counts[N_BUCKETS] = { 0 };
  guint shift = 8 * byte;
  guint start = 0;

  for (guint i = 0; i < n_keys; i++)
    counts[(from[i].key >> shift) & 0xff]++;

  if (counts[(from[0].key >> shift) & 0xff] == n_keys)
    return FALSE;

  for (guint i = 0; i < N_BUCKETS; i++)
    {
      guint count = counts[i];

      counts[i] = start;
      start += count;
    }

  for (guint i = 0; i < n_keys; i++)
    to[counts[(from[i].key >> shift) & 0xff]++] = from[i];

  return TRUE;
}

/**
 * cb_hit_sort:
 * @hits: (element-type CbHit): hits in the order of the catalog
 *
 * Puts the best hit first; hits of one score keep their order.
 */
void
cb_hit_sort (GArray *hits)
{
  guint n_hits = hits->len;
  g_autofree SortKey *keys = NULL;
  g_autofree SortKey *spare = NULL;
  g_autofree CbHit *sorted = NULL;

  if (n_hits < FEW_HITS)
    {
      g_array_sort (hits, compare_hits);
      return;
    }

  keys = g_new (SortKey, n_hits);
  spare = g_new (SortKey, n_hits);
  for (guint i = 0; i < n_hits; i++)
    keys[i] = (SortKey){ G_MAXUINT32 - g_array_index (hits, CbHit, i).score, i };

  for (guint byte = 0; byte < N_BYTES; byte++)
    {
      if (distribute (keys, spare, n_hits, byte))
        {
          SortKey *filled = g_steal_pointer (&spare);

          spare = g_steal_pointer (&keys);
          keys = filled;
        }
    }

  sorted = g_new (CbHit, n_hits);
  for (guint i = 0; i < n_hits; i++)
    sorted[i] = g_array_index (hits, CbHit, keys[i].from);
  memcpy (hits->data, sorted, n_hits * sizeof *sorted);
}

/**
 * cb_hit_sort_first:
 * @hits: (element-type CbHit): hits in order, but for the first @n_first
 * @n_first: how many have a new score
 *
 * Puts them where they belong now.
 */
void
cb_hit_sort_first (GArray *hits, guint n_first)
{
  CbHit *to = (CbHit *)(gpointer)hits->data;
  const CbHit *rest = to + n_first;
  const CbHit *end = to + hits->len;
  g_autofree CbHit *first = g_memdup2 (to, n_first * sizeof *to);

  g_sort_array (first, n_first, sizeof *first, (GCompareDataFunc)(GCallback)compare_hits, NULL);
  for (guint i = 0; i < n_first;)
    *to++ = rest < end && compare_hits (rest, &first[i]) < 0 ? *rest++ : first[i++];
}
