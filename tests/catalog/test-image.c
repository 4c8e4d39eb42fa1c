/* test-image.c: a compiled catalog that is damaged is refused or harmless, never fatal */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-image-writer.h"
#include "cb-sample.h"
#include "cb-use-catalog.h"

/* A small catalog with everything that an image has. */
static GBytes *
make_image (void)
{
  g_autoptr (CbImageWriter) writer = cb_image_writer_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  static const CbText text = { { "One", "하나" } };
  static const CbItem cells[] = {
    { CB_ITEM_CELL, .text = { { "a", "가" } } },
    { CB_ITEM_CELL, .text = { { "b", "b" } } },
  };
  static const CbItem rows[] = {
    { CB_ITEM_ROW, .items = cells, .n_items = 2 },
    { CB_ITEM_ROW, .items = cells, .n_items = 2 },
  };
  static const CbItem article[] = {
    { CB_ITEM_PARAGRAPH, .text = { { "One `two` [[guide:a]].", "하나 [[guide:a|둘]]." } } },
    { CB_ITEM_TABLE, .text = { { "Table", "표" } }, .items = rows, .n_items = 2 },
  };
  CbEntryData entry = { .kind = CB_ENTRY_GUIDE, .id = "guide:a", .group_id = "g", .reviewed = "2026-11-21" };

  entry.title = text;
  entry.summary = text;
  entry.items[CB_PART_ARTICLE] = article;
  entry.n_items[CB_PART_ARTICLE] = G_N_ELEMENTS (article);
  cb_image_writer_add_group (writer, "g", &text, TRUE, &entry, 1);
  cb_image_writer_add_label (writer, "kind:guide", &text);
  cb_image_writer_add_label (writer, "property:reviewed", &text);
  g_ptr_array_add (words, (gpointer) "one");
  g_ptr_array_add (words, (gpointer) "하나");
  cb_image_writer_add_term (writer, words);

  return cb_image_writer_end (writer, "1", "2025-09-15");
}

static void
test_round_trip (void)
{
  g_autoptr (GBytes) bytes = make_image ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CbCatalog) catalog = cb_catalog_new_from_bytes (bytes, &error);
  CbEntry *entry;
  const CbItem *items;
  gsize n_items;

  g_assert_no_error (error);
  g_assert_cmpstr (cb_catalog_get_version (catalog), ==, "1");
  entry = cb_catalog_lookup (catalog, "guide:a");
  g_assert_cmpstr (cb_entry_get_group_id (entry), ==, "g");
  g_assert_null (cb_entry_get_expires (entry));

  items = cb_entry_get_items (entry, CB_PART_ARTICLE, &n_items);
  g_assert_cmpuint (n_items, ==, 2);
  g_assert_cmpstr (items[0].text.in[CB_LANGUAGE_KO], ==, "하나 [[guide:a|둘]].");
  g_assert_cmpint (items[1].kind, ==, CB_ITEM_TABLE);
  g_assert_cmpuint (items[1].n_items, ==, 2);
  g_assert_cmpstr (items[1].items[1].items[0].text.in[CB_LANGUAGE_KO], ==, "가");
  /* The same in both languages is stored once, and is the same pointer. */
  g_assert_true (items[1].items[0].items[1].text.in[0] == items[1].items[0].items[1].text.in[1]);

  g_assert_null (cb_entry_get_items (entry, CB_PART_HEADER, &n_items));
  g_assert_cmpuint (n_items, ==, 0);
  g_assert_cmpuint (cb_catalog_get_terms (catalog)->len, ==, 1);
}

/* Every byte of the image, set to one of some values: either an error, or a catalog that can be used. */
static void
test_damaged (void)
{
  static const guint8 values[] = { 0xff, 0x00, 0x80, 0x01, 0xf0, 0x7f, 0xc0 };
  g_autoptr (GBytes) bytes = cb_sample_compile ();
  gsize size = g_bytes_get_size (bytes);
  guint n_refused = 0, n_used = 0;

  cb_use_catalog_expect_damage ();
  for (gsize i = 0; i < size; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CbCatalog) catalog = NULL;

      copy[i] = values[i % G_N_ELEMENTS (values)];
      damaged = g_bytes_new_take (copy, size);
      catalog = cb_catalog_new_from_bytes (damaged, &error);
      if (catalog != NULL)
        {
          g_assert_no_error (error);
          cb_use_catalog (catalog, TRUE);
          n_used++;
        }
      else
        {
          g_assert_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ);
          n_refused++;
        }
    }

  g_test_message ("%u refused, %u used", n_refused, n_used);
  g_assert_cmpuint (n_refused, >, size / 4);
  g_assert_cmpuint (n_used, >, size / 4);
}

static void
test_cut_off (void)
{
  g_autoptr (GBytes) bytes = make_image ();

  for (gsize i = 0; i < g_bytes_get_size (bytes); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (cb_catalog_new_from_bytes (part, &error));
      g_assert_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/image/round-trip", test_round_trip);
  g_test_add_func ("/image/damaged", test_damaged);
  g_test_add_func ("/image/cut-off", test_cut_off);

  return g_test_run ();
}
