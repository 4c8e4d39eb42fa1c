/* test-hit-sort.c: hits are sorted the same way, few or many */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-hit-sort.h"

static void
assert_sorted (const GArray *hits, guint n_hits)
{
  g_assert_cmpuint (hits->len, ==, n_hits);
  for (guint i = 1; i < hits->len; i++)
    {
      const CbHit *before = &g_array_index (hits, CbHit, i - 1);
      const CbHit *hit = &g_array_index (hits, CbHit, i);

      g_assert_true (before->score > hit->score
                     || (before->score == hit->score && before->position < hit->position));
    }
}

/* Few distinct scores, so that ties are many. */
static guint
random_score (GRand *rand)
{
  static const guint32 scores[] = { 0, 1, 255, 256, 65536, 0x7fffffff, 0xffffffff };

  return g_rand_boolean (rand) ? scores[g_rand_int_range (rand, 0, G_N_ELEMENTS (scores))]
                               : g_rand_int (rand);
}

/* Sizes on both sides of where the way of sorting changes. */
static GArray *
make_hits (GRand *rand, guint round)
{
  static const guint sizes[] = { 0, 1, 2, 161, 511, 512, 513, 5000, 70000 };
  GArray *hits;

  if (round >= G_N_ELEMENTS (sizes))
    return NULL;

  hits = g_array_new (FALSE, TRUE, sizeof (CbHit));
  for (guint i = 0; i < sizes[round]; i++)
    {
      CbHit hit = { .position = i, .score = random_score (rand) };

      g_array_append_val (hits, hit);
    }

  return hits;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (404);
  GArray *hits;

  for (guint round = 0; (hits = make_hits (rand, round)) != NULL; round++)
    {
      guint n_hits = hits->len;

      cb_hit_sort (hits);
      assert_sorted (hits, n_hits);
      g_array_unref (hits);
    }
}

/* The first ones have other scores now, better or worse. */
static void
test_first (void)
{
  static const guint n_first[] = { 0, 1, 160, 5000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (405);
  GArray *hits;

  for (guint round = 0; (hits = make_hits (rand, round)) != NULL; round++)
    {
      guint n_hits = hits->len;

      cb_hit_sort (hits);
      for (guint k = 0; k < G_N_ELEMENTS (n_first); k++)
        {
          guint n = MIN (n_first[k], n_hits);

          for (guint i = 0; i < n; i++)
            g_array_index (hits, CbHit, i).score = random_score (rand);
          cb_hit_sort_first (hits, n);
          assert_sorted (hits, n_hits);
        }
      g_array_unref (hits);
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
