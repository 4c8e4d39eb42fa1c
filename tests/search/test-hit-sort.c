/* test-hit-sort.c: hits are sorted the same way, few or many */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-hit-sort.h"

static void
assert_sorted (const GArray *hits,
               guint         n_hits)
{
  g_assert_cmpuint (hits->len, ==, n_hits);
  for (guint i = 1; i < hits->len; i++)
    {
      const CbHit *before = &g_array_index (hits, CbHit, i - 1);
      const CbHit *hit = &g_array_index (hits, CbHit, i);

      g_assert_true (before->score > hit->score ||
                     (before->score == hit->score && before->position < hit->position));
    }
}

/* Few distinct scores, so that ties are many; sizes on both sides of where the way of sorting changes. */
static void
test_random (void)
{
  static const guint sizes[] = { 0, 1, 2, 511, 512, 513, 5000, 70000 };
  static const guint32 scores[] = { 0, 1, 255, 256, 65536, 0x7fffffff, 0xffffffff };
  g_autoptr (GRand) rand = g_rand_new_with_seed (404);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GArray) hits = g_array_new (FALSE, TRUE, sizeof (CbHit));

      for (guint j = 0; j < sizes[i]; j++)
        {
          CbHit hit = { .position = j };

          hit.score = g_rand_boolean (rand) ? scores[g_rand_int_range (rand, 0, G_N_ELEMENTS (scores))]
                                            : g_rand_int (rand);
          g_array_append_val (hits, hit);
        }
      for (guint j = sizes[i]; j > 1; j--)
        {
          guint other = (guint) g_rand_int_range (rand, 0, (gint32) j);
          CbHit hit = g_array_index (hits, CbHit, j - 1);

          g_array_index (hits, CbHit, j - 1) = g_array_index (hits, CbHit, other);
          g_array_index (hits, CbHit, other) = hit;
        }

      cb_hit_sort (hits);
      assert_sorted (hits, sizes[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hit-sort/random", test_random);

  return g_test_run ();
}
