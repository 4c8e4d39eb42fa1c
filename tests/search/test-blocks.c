/* test-blocks.c: a search in blocks finds what one without them would */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "cb-test-catalog.h"

/* More than a block, and more hits than are kept to be looked at. */
#define N_DOCUMENTS (CB_BLOCK_SIZE + 1000)

static GArray *
search_in_blocks (CbIndex *index, const char *text, guint block_size)
{
  g_autoptr (CbQuery) query = cb_query_parse (text);
  guint before = index->block_size;
  GArray *hits;

  index->block_size = MIN (block_size, before);
  hits = cb_index_search (index, query);
  index->block_size = before;

  return hits;
}

/* Whatever the blocks are, the hits are the same, with the same scores, in the same order. */
static void
compare_blocks (CbIndex *index, const char *text)
{
  static const guint sizes[] = { 1, 7, 64, 1000 };
  g_autoptr (GArray) expected = search_in_blocks (index, text, G_MAXUINT);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GArray) hits = search_in_blocks (index, text, sizes[i]);

      g_test_message ("\"%s\" in blocks of %u", text, sizes[i]);
      g_assert_cmpuint (hits->len, ==, expected->len);
      for (guint k = 0; k < hits->len; k++)
        {
          const CbHit *hit = &g_array_index (hits, CbHit, k);
          const CbHit *other = &g_array_index (expected, CbHit, k);

          g_assert_cmpuint (hit->position, ==, other->position);
          g_assert_cmpuint (hit->score, ==, other->score);
          g_assert_cmpuint (hit->field, ==, other->field);
          g_assert_cmpuint (hit->kind, ==, other->kind);
        }
    }
}

static void
test_shipped (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "search-golden.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (contents), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);

      compare_blocks (get_index (), fields[0]);
    }
}

/* Every entry is about pears; of the others it says apple once, seldom plum, hardly ever quince. */
static CbIndex *
make_orchard (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree CbRawDocument *documents = g_new0 (CbRawDocument, N_DOCUMENTS);
  g_autofree const char **ends = g_new0 (const char *, 4 * N_DOCUMENTS);

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autofree char *pears = g_strnfill (1 + i * 7919 % 10, 'x');
      GString *text = g_string_new ("apple");

      for (guint k = 0; pears[k] != '\0'; k++)
        g_string_append (text, k % 2 == 0 ? " pear" : " tree and leaf");
      if (i % 3 == 0)
        g_string_append (text, " plum");
      g_ptr_array_add (texts, g_strdup (i % 1000 == 999 ? "quince pear" : "a pear"));
      g_ptr_array_add (texts, g_string_free_and_steal (text));
      ends[4 * i] = g_ptr_array_index (texts, 2 * i);
      ends[4 * i + 2] = g_ptr_array_index (texts, 2 * i + 1);
      documents[i] = (CbRawDocument){ 100 + (int)(i % 500), &ends[4 * i], &ends[4 * i + 2] };
    }

  return cb_index_new_raw (documents, N_DOCUMENTS);
}

static gboolean
is_third (guint i)
{
  return i % 3 == 0;
}

static gboolean
is_quince (guint i)
{
  return i % 1000 == 999;
}

static gboolean
is_any (guint i)
{
  return TRUE;
}

static gboolean
is_client_error (guint i)
{
  return i % 500 / 100 == 3;
}

static gboolean
is_404 (guint i)
{
  return i % 500 == 304;
}

static void
test_many (void)
{
  static const struct
  {
    const char *text;
    gboolean (*is_hit) (guint i);
  } queries[] = { { "pear", is_any },       { "apple", is_any },
                  { "plum", is_third },     { "plum pear", is_third },
                  { "p", is_any },          { "quince", is_quince },
                  { "\"a pear\"", is_any }, { "4xx", is_client_error },
                  { "404", is_404 },        { "quinse pear", is_quince } };
  g_autoptr (CbIndex) index = make_orchard ();

  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      g_autoptr (GArray) hits = search_in_blocks (index, queries[q].text, G_MAXUINT);
      g_autofree guint8 *found = g_new0 (guint8, N_DOCUMENTS);

      for (guint k = 0; k < hits->len; k++)
        {
          const CbHit *hit = &g_array_index (hits, CbHit, k);

          found[hit->position]++;
          g_assert_true (k == 0 || hit[-1].score > hit->score
                         || (hit[-1].score == hit->score && hit[-1].position < hit->position));
        }
      for (guint i = 0; i < N_DOCUMENTS; i++)
        if (found[i] != (queries[q].is_hit (i) ? 1 : 0)
            && (queries[q].text[0] != '"' || !is_quince (i)))
          g_error ("\"%s\" finds %u %u times", queries[q].text, i, found[i]);
      compare_blocks (index, queries[q].text);
    }
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/blocks/shipped", test_shipped);
  g_test_add_func ("/search/blocks/many", test_many);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
