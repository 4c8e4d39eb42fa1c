/* test-questions.c: loose questions find their answer, and everyday sentences find nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cb-test-catalog.h"

#define SHARE_ANSWERED 0.97
#define TOP 3

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return g_strsplit (g_strchomp (contents), "\n", -1);
}

/* How many of the lines find something. */
static guint
count_found (char **lines)
{
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GArray) hits = search (lines[i]);

      if (hits->len == 0)
        continue;
      n++;
      g_test_message ("\"%s\" finds %u entries, %s first", lines[i], hits->len, first_id (hits));
    }

  return n;
}

/* data/search-nothing.txt: what has nothing to do with HTTP. data/search-strays.txt: the same, but
 * it finds something all the same, because all its words are those of an entry; a line that does so
 * no more belongs into the first file. */
static void
test_nothing (void)
{
  g_auto (GStrv) lines = read_lines ("search-nothing.txt");
  g_auto (GStrv) strays = read_lines ("search-strays.txt");

  g_assert_cmpuint (g_strv_length (lines), >=, 1010);
  g_assert_cmpuint (g_strv_length (strays), <=, 40);
  g_assert_cmpuint (count_found (lines), ==, 0);
  g_assert_cmpuint (count_found (strays), ==, g_strv_length (strays));
}

/* data/search-questions.tsv: a question, and the ids that answer it. */
static void
test_questions (void)
{
  g_auto (GStrv) lines = read_lines ("search-questions.tsv");
  guint n = 0;
  guint n_answered = 0;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);
      g_auto (GStrv) ids = g_strsplit (fields[1], ",", -1);
      g_autoptr (GArray) hits = search (fields[0]);
      gboolean answered = FALSE;

      for (guint k = 0; ids[k] != NULL; k++)
        {
          guint rank = rank_of (hits, ids[k]);

          g_assert_nonnull (cb_catalog_lookup (cb_index_get_catalog (get_index ()), ids[k]));
          answered = answered || (rank > 0 && rank <= TOP);
        }
      n++;
      n_answered += answered;
      if (!answered)
        g_test_message ("\"%s\" finds %s first, not %s", fields[0], first_id (hits), fields[1]);
    }

  g_assert_cmpuint (n, >=, 2330);
  g_assert_cmpfloat (n_answered, >=, SHARE_ANSWERED * n);
}

/* data/search-golden.tsv: a query, and the first five ids. A change of the ranking is a change of
 * that file: SEARCH_GOLDEN=tests/data/search-golden.tsv build-aux/dev exec
 * build/tests/search/test-search-questions -p /search/questions/golden */
static void
test_golden (void)
{
  g_auto (GStrv) lines = read_lines ("search-golden.tsv");
  g_autoptr (GString) written = g_string_new (NULL);
  const char *path = g_getenv ("SEARCH_GOLDEN");
  guint n_different = 0;

  g_assert_cmpuint (g_strv_length (lines), >=, 100);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);
      g_autoptr (GArray) hits = search (fields[0]);
      g_autoptr (GString) ids = g_string_new (hits->len == 0 ? "-" : NULL);

      for (guint k = 0; k < MIN (hits->len, 5); k++)
        g_string_append_printf (ids, "%s%s", k > 0 ? " " : "",
                                cb_entry_get_id (g_array_index (hits, CbHit, k).entry));
      g_string_append_printf (written, "%s\t%s\n", fields[0], ids->str);
      if (path == NULL && g_strcmp0 (fields[1], ids->str) != 0)
        {
          n_different++;
          g_test_message ("\"%s\" finds %s, not %s", fields[0], ids->str, fields[1]);
        }
    }

  if (path != NULL)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, written->str, (gssize)written->len, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_different, ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/questions/nothing", test_nothing);
  g_test_add_func ("/search/questions/answered", test_questions);
  g_test_add_func ("/search/questions/golden", test_golden);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
