/* test-image.c: an index is its image, and a damaged image is an error */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cb-image.h"
#include "cb-test-catalog.h"

/* What is built into the program is what the program would make of its catalog. */
static void
test_builtin (void)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());
  g_autoptr (CbIndex) made = cb_index_new (catalog);
  g_autoptr (GBytes) builtin_bytes = cb_index_dup_bytes (get_index ());
  g_autoptr (GBytes) made_bytes = cb_index_dup_bytes (made);
  g_autoptr (CbIndex) again = cb_index_new_builtin (catalog);
  g_autoptr (GBytes) again_bytes = cb_index_dup_bytes (again);

  g_assert_true (g_bytes_equal (builtin_bytes, made_bytes));
  /* Two of it are one: it was not made anew. */
  g_assert_true (g_bytes_get_data (builtin_bytes, NULL) == g_bytes_get_data (again_bytes, NULL));
}

static CbCatalog *
make_empty_catalog (void)
{
  g_autoptr (GError) error = NULL;
  CbImageHeader header = { CB_IMAGE_MAGIC };
  g_autoptr (GByteArray) image = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  CbCatalog *catalog;

  header.n_records[CB_IMAGE_STRINGS] = 4;
  g_byte_array_append (image, (const guint8 *)&header, sizeof header);
  g_byte_array_append (image, (const guint8 *)"\0\0\0", 4);
  bytes = g_bytes_new (image->data, image->len);
  catalog = cb_catalog_new_from_bytes (bytes, &error);
  g_assert_no_error (error);

  return catalog;
}

static void
test_other_catalog (void)
{
  g_autoptr (CbCatalog) empty = make_empty_catalog ();
  g_autoptr (GBytes) bytes = cb_index_dup_bytes (get_index ());
  g_autoptr (GError) error = NULL;
  g_autoptr (CbIndex) index = cb_index_new_from_bytes (empty, bytes, &error);
  g_autoptr (CbIndex) own = cb_index_new_builtin (empty);
  g_autoptr (CbQuery) query = cb_query_parse ("404");
  g_autoptr (GArray) hits = cb_index_search (own, query);

  g_assert_null (index);
  g_assert_error (error, CB_INDEX_ERROR, CB_INDEX_ERROR_OTHER_CATALOG);
  g_assert_true (cb_index_get_catalog (own) == empty);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
use (CbIndex *index)
{
  static const char *const queries[] = {
    "404",         "not found",     "찾을 수 없", "ㅊㅇㅅㅇㅇ",           "ㅅㅂ", "tjqj",
    "unathorized", "\"not found\"", "서버 에러",  "토큰이 만료되었을 때", "4xx",  "zzzqqq",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (queries[i]);
      g_autoptr (GArray) hits = cb_index_search (index, query);
      g_autoptr (GArray) suggestions = cb_index_suggest (index, query, 3);
      g_autoptr (GArray) ranges = cb_index_highlight (index, query, "Not Found 찾을 수 없음");

      g_assert_cmpuint (suggestions->len, <=, 3);
      for (guint k = 0; k < hits->len; k++)
        g_assert_nonnull (g_array_index (hits, CbHit, k).entry);
    }
}

/* Cut at any length it is no index. */
static void
test_cut (void)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());
  g_autoptr (GBytes) bytes = cb_index_dup_bytes (get_index ());
  gsize size = g_bytes_get_size (bytes);

  for (guint round = 0; round < 200; round++)
    {
      gsize length = round < 100 ? round : (gsize)g_test_rand_int_range (0, (gint)size - 1);
      g_autoptr (GBytes) cut = g_bytes_new (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GError) error = NULL;
      g_autoptr (CbIndex) index = cb_index_new_from_bytes (catalog, cut, &error);

      g_assert_null (index);
      g_assert_error (error, CB_INDEX_ERROR, CB_INDEX_ERROR_DAMAGED);
    }
}

/* With any byte changed it is no index, or one that can be searched all the same. */
static void
test_damaged (void)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());
  g_autoptr (GBytes) bytes = cb_index_dup_bytes (get_index ());
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  guint n_refused = 0;
  guint n_used = 0;

  for (guint round = 0; round < 300; round++)
    {
      /* Of the header every byte, of the tables some. */
      gsize at
          = round < sizeof (CbIndexHeader) ? round : (gsize)g_test_rand_int_range (0, (gint)size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (CbIndex) index = NULL;

      copy[at] ^= (guint8)(1u << g_test_rand_int_range (0, 8));
      damaged = g_bytes_new_static (copy, size);
      index = cb_index_new_from_bytes (catalog, damaged, NULL);
      if (index != NULL)
        {
          use (index);
          n_used++;
        }
      else
        {
          n_refused++;
        }
      g_clear_object (&index);
      copy[at] = data[at];
    }

  g_test_message ("%u refused, %u used", n_refused, n_used);
  g_assert_cmpuint (n_refused, >, 30);
  g_assert_cmpuint (n_used, >, 50);
}

/* Words beyond what one unit of a token holds, and a catalog larger than any. */
static void
test_large (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree CbRawDocument *documents = g_new0 (CbRawDocument, 3000);
  g_autofree const char **lists = g_new0 (const char *, 3000 * 4);
  g_autoptr (CbIndex) index = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      GString *text = g_string_new (NULL);

      for (guint k = 0; k < 30; k++)
        g_string_append_printf (text, "%c%c%c%c%s ", 'a' + (i / 26 + k) % 26, 'a' + i % 26,
                                'a' + k % 26, 'a' + i / 676 % 26, k % 2 ? "와" : "q");
      g_ptr_array_add (texts, g_strdup_printf ("%s x%cz%c%c", text->str, 'a' + i / 676 % 26,
                                               'a' + i / 26 % 26, 'a' + i % 26));
      g_string_free (text, TRUE);
      lists[i * 4] = "title";
      lists[i * 4 + 2] = g_ptr_array_index (texts, i);
      documents[i].titles = &lists[i * 4];
      documents[i].texts = &lists[i * 4 + 2];
    }

  index = cb_index_new_raw (documents, 3000);
  g_assert_cmpuint (index->lexicon.n_words, >, CB_TOKEN_LONG);
  for (guint i = 0; i < 3000; i += 97)
    {
      g_autofree char *word
          = g_strdup_printf ("\"x%cz%c%c\"", 'a' + i / 676 % 26, 'a' + i / 26 % 26, 'a' + i % 26);
      g_autoptr (CbQuery) query = cb_query_parse (word);
      g_autoptr (GArray) hits = cb_index_search (index, query);

      g_assert_cmpuint (hits->len, >=, 1);
      g_assert_cmpuint (g_array_index (hits, CbHit, 0).position, ==, i);
    }
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/image/builtin", test_builtin);
  g_test_add_func ("/search/image/other-catalog", test_other_catalog);
  g_test_add_func ("/search/image/cut", test_cut);
  g_test_add_func ("/search/image/damaged", test_damaged);
  g_test_add_func ("/search/image/large", test_large);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
