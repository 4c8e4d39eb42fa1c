/* test-hit-sort.c: hits are sorted the same way, few or many */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-hit-sort.h"

static void
assert_sorted (const CbRankedHit *hits, guint n_hits)
{
  for (guint i = 1; i < n_hits; i++)
    g_assert_true (
        hits[i - 1].score > hits[i].score
        || (hits[i - 1].score == hits[i].score && hits[i - 1].position < hits[i].position));
}

/* Few distinct scores, so that ties are many. */
static guint
random_score (GRand *rand)
{
  static const guint32 scores[] = { 0, 1, 255, 256, 65536, 0x7fffffff, 0xffffffff };

  return g_rand_boolean (rand) ? scores[g_rand_int_range (rand, 0, G_N_ELEMENTS (scores))]
                               : g_rand_int (rand);
}

/* On both sides of where the way of sorting changes. */
static const guint sizes[] = { 0, 1, 2, 161, 511, 512, 513, 5000, 70000 };

static CbRankedHit *
make_hits (GRand *rand, guint n)
{
  CbRankedHit *hits = g_new0 (CbRankedHit, n + 1);

  for (guint i = 0; i < n; i++)
    {
      hits[i].position = i & 0xfffff;
      hits[i].score = random_score (rand);
    }

  return hits;
}

/* That each of them is still there, once, and with what belongs to it. */
static void
assert_same (const CbRankedHit *hits, const CbRankedHit *before, guint n_hits)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n_hits + 1);

  for (guint i = 0; i < n_hits; i++)
    {
      g_assert_false (seen[hits[i].position]);
      g_assert_cmpuint (hits[i].score, ==, before[hits[i].position].score);
      seen[hits[i].position] = TRUE;
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (404);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree CbRankedHit *hits = make_hits (rand, sizes[i]);
      g_autofree CbRankedHit *before = g_memdup2 (hits, (sizes[i] + 1) * sizeof *hits);

      cb_hit_sort (hits, sizes[i]);
      assert_sorted (hits, sizes[i]);
      assert_same (hits, before, sizes[i]);
    }
}

/* The first ones have other scores now, better or worse. */
static void
test_first (void)
{
  static const guint n_first[] = { 0, 1, 160, 5000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (405);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint k = 0; k < G_N_ELEMENTS (n_first); k++)
      {
        g_autofree CbRankedHit *hits = make_hits (rand, sizes[i]);
        g_autofree CbRankedHit *before = g_memdup2 (hits, (sizes[i] + 1) * sizeof *hits);
        guint n = MIN (n_first[k], sizes[i]);

        cb_hit_sort (hits, sizes[i]);
        for (guint h = 0; h < n; h++)
          before[hits[h].position].score = hits[h].score = random_score (rand);
        cb_hit_sort_first (hits, sizes[i], n);
        assert_sorted (hits, sizes[i]);
        assert_same (hits, before, sizes[i]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hit-sort/random", test_random);
  g_test_add_func ("/hit-sort/first", test_first);

  return g_test_run ();
}
