/* test-damage.c: an index with any one of its bytes changed is refused, or can be searched */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-index-private.h"
#include "cb-sample.h"

static void
use (CbIndex *index)
{
  static const char *const queries[] = { "404", "not found", "찾을 수", "ㅊㅇㅅ", "캐쉬", "calmm" };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (queries[i]);
      g_autoptr (GArray) hits = cb_index_search (index, query);
      g_autoptr (GArray) suggestions = cb_index_suggest (index, query, 3);

      for (guint k = 0; k < hits->len; k++)
        g_assert_nonnull (g_array_index (hits, CbHit, k).entry);
      g_assert_cmpuint (suggestions->len, <=, 3);
    }
}

/* Of a small catalog that has everything, so that there is time for every byte. */
static void
test_every_byte (void)
{
  static const guint8 values[] = { 0xff, 0x00, 0x80, 0x01, 0xf0, 0x7f, 0xc0 };
  g_autoptr (CbCatalog) catalog = cb_sample_load ();
  g_autoptr (CbIndex) whole = cb_index_new (catalog);
  g_autoptr (GBytes) bytes = cb_index_dup_bytes (whole);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint n_refused = 0, n_used = 0;

  use (whole);
  for (gsize i = 0; i < size; i++)
    {
      guint8 *copy;
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (CbIndex) index = NULL;
      g_autoptr (GError) error = NULL;

      if (data[i] == values[i % G_N_ELEMENTS (values)])
        continue;

      copy = g_memdup2 (data, size);
      copy[i] = values[i % G_N_ELEMENTS (values)];
      damaged = g_bytes_new_take (copy, size);
      index = cb_index_new_from_bytes (catalog, damaged, &error);
      g_assert_true ((index == NULL) == (error != NULL));
      if (index == NULL)
        {
          n_refused++;
          continue;
        }
      use (index);
      n_used++;
    }

  g_test_message ("%" G_GSIZE_FORMAT " bytes: %u refused, %u used", size, n_refused, n_used);
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_used, >, 0);
}

static void
assert_refused (CbCatalog *catalog, GByteArray *image)
{
  g_autoptr (GBytes) bytes = g_bytes_new (image->data, image->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (CbIndex) index = cb_index_new_from_bytes (catalog, bytes, &error);

  g_assert_null (index);
  g_assert_error (error, CB_INDEX_ERROR, CB_INDEX_ERROR_DAMAGED);
}

/* An image whose header agrees with what follows it, with only @n_kept records of @table: a single
 * changed byte never makes one. */
static GByteArray *
shorten (GBytes *whole, CbIndexTable table, guint n_kept)
{
  const guint8 *at = g_bytes_get_data (whole, NULL);
  CbIndexHeader header = *(const CbIndexHeader *)at;
  GByteArray *image = g_byte_array_new ();

  g_byte_array_append (image, at, sizeof header);
  at += sizeof header;
  for (guint i = 0; i < CB_INDEX_N_TABLES; i++)
    {
      gsize size = cb_index_image_get_record_size (i);
      gsize n_bytes = (header.n_records[i] * size + 3) / 4 * 4;

      g_byte_array_append (image, at,
                           i == table ? (guint)((n_kept * size + 3) / 4 * 4) : (guint)n_bytes);
      at += n_bytes;
    }
  ((CbIndexHeader *)image->data)->n_records[table] = n_kept;

  return image;
}

static void
test_every_table (void)
{
  g_autoptr (CbCatalog) catalog = cb_sample_load ();
  g_autoptr (CbIndex) whole = cb_index_new (catalog);
  g_autoptr (GBytes) bytes = cb_index_dup_bytes (whole);
  const CbIndexHeader *header = g_bytes_get_data (bytes, NULL);

  for (guint i = 0; i < CB_INDEX_N_TABLES; i++)
    {
      g_autoptr (GByteArray) same = shorten (bytes, i, header->n_records[i]);
      g_autoptr (GByteArray) shorter = shorten (bytes, i, header->n_records[i] - 1);
      g_autoptr (GByteArray) empty = shorten (bytes, i, 0);

      g_assert_cmpmem (same->data, same->len, header, g_bytes_get_size (bytes));
      assert_refused (catalog, shorter);
      assert_refused (catalog, empty);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/damage/every-byte", test_every_byte);
  g_test_add_func ("/search/damage/every-table", test_every_table);

  return g_test_run ();
}
