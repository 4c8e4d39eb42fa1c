/* test-differential.c: the index finds what a search through all texts finds, and nothing else */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "cb-keyboard.h"
#include "cb-naive.h"
#include "cb-test-catalog.h"

#define N_WORDS 40
#define MIN_LETTERS 4
#define MAX_LETTERS 24

/* For words that no other spelling is known of. */
static void
compare (gboolean hangul)
{
  CbIndex *index = get_index ();
  guint n_tested = 0;

  for (guint round = 0; round < 4000 && n_tested < N_WORDS; round++)
    {
      guint id = (guint)g_test_rand_int_range (0, (gint)index->lexicon.n_words);
      const CbLexeme *lexeme = &index->lexicon.words[id];
      const CbLetter *letters = cb_lexicon_letters (&index->lexicon, id);

      if (lexeme->n_letters < MIN_LETTERS || lexeme->n_letters > MAX_LETTERS
          || cb_lexicon_n_postings (&index->lexicon, id) == 0
          || !(hangul ? cb_letter_is_hangul (letters[0]) : cb_letter_is_latin (letters[0])))
        continue;

      n_tested += cb_naive_compare (index, letters, lexeme->n_letters);
    }

  g_test_message ("%u words", n_tested);
  g_assert_cmpuint (n_tested, >, N_WORDS / 3);
}

static void
test_latin (void)
{
  compare (FALSE);
}

static void
test_hangul (void)
{
  compare (TRUE);
}

/* A word and one letter more: what it finds as it is, or as a beginning, the shorter one finds as
 * well. */
static void
test_longer (void)
{
  CbIndex *index = get_index ();
  guint n_tested = 0;

  for (guint round = 0; round < 3000; round++)
    {
      guint id = (guint)g_test_rand_int_range (0, (gint)index->lexicon.n_words);
      const CbLexeme *lexeme = &index->lexicon.words[id];
      const CbLetter *letters = cb_lexicon_letters (&index->lexicon, id);
      g_autofree char *shorter = NULL;
      g_autofree char *longer = NULL;
      g_autoptr (CbQuery) first = NULL;
      g_autoptr (CbQuery) second = NULL;
      g_autoptr (GArray) first_hits = NULL;
      g_autoptr (GArray) second_hits = NULL;
      guint n;

      if (lexeme->n_letters < 5
          || (!cb_letter_is_latin (letters[0]) && !cb_letter_is_hangul (letters[0])))
        continue;
      n = (guint)g_test_rand_int_range (MIN_LETTERS, lexeme->n_letters);
      shorter = cb_letters_to_text (letters, n);
      longer = cb_letters_to_text (letters, n + 1);
      first = cb_query_parse (shorter);
      second = cb_query_parse (longer);
      if (first->n_words != 1 || second->n_words != 1 || first->codes->len > 0
          || second->codes->len > 0)
        continue;
      second_hits = cb_index_search (index, second);
      if (!cb_naive_is_literal (index))
        continue;
      first_hits = cb_index_search (index, first);
      if (!cb_naive_is_literal (index))
        continue;

      n_tested++;
      for (guint i = 0; i < second_hits->len; i++)
        {
          const CbHit *hit = &g_array_index (second_hits, CbHit, i);

          if ((hit->kind == CB_MATCH_EXACT || hit->kind == CB_MATCH_PREFIX)
              && cb_naive_find_hit (first_hits, hit->entry) == NULL)
            g_error ("\"%s\" finds %s, but \"%s\" does not", longer, cb_entry_get_id (hit->entry),
                     shorter);
        }
    }

  g_test_message ("%u words", n_tested);
  g_assert_cmpuint (n_tested, >, 300);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/differential/latin", test_latin);
  g_test_add_func ("/search/differential/hangul", test_hangul);
  g_test_add_func ("/search/differential/longer", test_longer);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
