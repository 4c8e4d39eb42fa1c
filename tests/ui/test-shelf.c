/* test-shelf.c: tests of the lists that are kept in files */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "cb-shelf.h"

static CbCatalog *catalog;

static CbEntry *
entry (const char *id)
{
  CbEntry *found = cb_catalog_lookup (catalog, id);

  g_assert_nonnull (found);

  return found;
}

/* Writes each change as "position-removed+added", and follows the model by what the signals say
 * alone. */
typedef struct
{
  GString *changes;
  GPtrArray *copy;
} Recorder;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Recorder *recorder)
{
  g_string_append_printf (recorder->changes, "%s%u-%u+%u", recorder->changes->len > 0 ? " " : "",
                          position, removed, added);
  if (removed > 0)
    g_ptr_array_remove_range (recorder->copy, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, position + i);

      g_ptr_array_insert (recorder->copy, (int)(position + i), item);
    }
  g_assert_cmpuint (recorder->copy->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < recorder->copy->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == g_ptr_array_index (recorder->copy, i));
    }
}

static void
test_model (void)
{
  g_autoptr (CbShelf) shelf = cb_shelf_new (catalog, NULL, 3);
  Recorder recorder = { g_string_new (NULL), g_ptr_array_new () };
  g_autofree char *text = NULL;

  g_signal_connect (shelf, "items-changed", G_CALLBACK (changed_cb), &recorder);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (shelf)) == CB_TYPE_ENTRY);

  cb_shelf_add (shelf, entry ("status:404"), 0);
  cb_shelf_add (shelf, entry ("status:410"), 0);
  cb_shelf_add (shelf, entry ("status:410"), 0);
  cb_shelf_add (shelf, entry ("status:404"), 0);
  g_assert_cmpstr (recorder.changes->str, ==, "0-0+1 0-0+1 1-1+0 0-0+1");
  g_string_truncate (recorder.changes, 0);

  cb_shelf_add (shelf, entry ("method:GET"), 0);
  cb_shelf_add (shelf, entry ("class:4xx"), 0);
  g_assert_cmpstr (recorder.changes->str, ==, "0-0+1 0-0+1 3-1+0");
  text = cb_shelf_to_text (shelf);
  g_assert_cmpstr (text, ==, "class:4xx\nmethod:GET\nstatus:404\n");

  g_assert_true (cb_shelf_contains (shelf, entry ("method:GET")));
  g_assert_cmpuint (cb_shelf_remove (shelf, entry ("method:GET")), ==, 1);
  g_assert_cmpuint (cb_shelf_remove (shelf, entry ("method:GET")), ==, G_MAXUINT);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (shelf), 2));
  cb_shelf_clear (shelf);
  cb_shelf_clear (shelf);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shelf)), ==, 0);

  g_string_free (recorder.changes, TRUE);
  g_ptr_array_unref (recorder.copy);
}

static void
test_merge (void)
{
  g_autoptr (CbShelf) shelf = cb_shelf_new (catalog, NULL, 100);
  g_autofree char *text = NULL;
  guint n_added;

  cb_shelf_add (shelf, entry ("status:404"), G_MAXUINT);
  g_assert_true (
      cb_shelf_merge (shelf, "status:410\r\n\n  status:404 \nstatus:9999\nstatus:500", &n_added));
  g_assert_cmpuint (n_added, ==, 2);
  g_assert_true (cb_shelf_merge (shelf, "status:500\nstatus:404\n", &n_added));
  g_assert_cmpuint (n_added, ==, 0);
  g_assert_false (cb_shelf_merge (shelf, "", &n_added));
  g_assert_cmpuint (n_added, ==, 0);
  g_assert_false (cb_shelf_merge (shelf, "Dear reader,\n404 is not an id.\n", &n_added));
  g_assert_cmpuint (n_added, ==, 0);
  text = cb_shelf_to_text (shelf);
  g_assert_cmpstr (text, ==, "status:404\nstatus:410\nstatus:500\n");
}

static void
wait_for_text (const char *path, const char *expected)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  for (;;)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && g_str_equal (text, expected))
        return;
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* Reads the file; the shelf is held by nobody else once it is read. */
static void
load (CbShelf *shelf)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  cb_shelf_load (shelf);
  while (G_OBJECT (shelf)->ref_count > 1)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("codebook-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "deeper", "favorites", NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  {
    g_autoptr (CbShelf) shelf = cb_shelf_new (catalog, file, 100);

    cb_shelf_load (shelf);
    /* Before the file is read: what is added stays. */
    cb_shelf_add (shelf, entry ("status:404"), 0);
    wait_for_text (path, "status:404\n");
    /* While the file is being written: the last state wins. */
    cb_shelf_add (shelf, entry ("status:410"), G_MAXUINT);
    cb_shelf_add (shelf, entry ("status:500"), G_MAXUINT);
    cb_shelf_remove (shelf, entry ("status:410"));
    wait_for_text (path, "status:404\nstatus:500\n");
  }

  {
    g_autoptr (CbShelf) shelf = cb_shelf_new (catalog, file, 100);
    gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

    cb_shelf_load (shelf);
    while (g_list_model_get_n_items (G_LIST_MODEL (shelf)) < 2)
      {
        g_assert_cmpint (g_get_monotonic_time (), <, deadline);
        g_main_context_iteration (NULL, FALSE);
      }
    g_assert_true (cb_shelf_contains (shelf, entry ("status:500")));
  }

  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_rmdir (parent));
  g_assert_no_errno (g_rmdir (folder));
}

/* An emptied list is kept like any other, and what else the file holds with it. */
static void
test_emptied (void)
{
  static const struct
  {
    const char *before;
    gboolean clear;
    const char *after;
  } cases[] = {
    { "status:404\n", FALSE, "" },
    { "status:404\nstatus:9999\n", FALSE, "status:9999\n" },
    { "status:404\nstatus:410\n", TRUE, "" },
  };
  g_autofree char *folder = g_dir_make_tmp ("codebook-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "favorites", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CbShelf) shelf = cb_shelf_new (catalog, file, 100);
      g_autoptr (CbShelf) again = cb_shelf_new (catalog, file, 100);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, cases[i].before, -1, &error);
      g_assert_no_error (error);
      load (shelf);
      g_assert_true (cb_shelf_contains (shelf, entry ("status:404")));
      if (cases[i].clear)
        cb_shelf_clear (shelf);
      else
        cb_shelf_remove (shelf, entry ("status:404"));
      wait_for_text (path, cases[i].after);

      load (again);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 0);
      wait_for_text (path, cases[i].after);
    }

  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_rmdir (folder));
}

static void
failed_cb (CbShelf *shelf, gboolean reading, const char *message, char **copy)
{
  g_set_str (copy, message);
}

static void
test_failure (void)
{
  g_autofree char *folder = g_dir_make_tmp ("codebook-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (CbShelf) shelf = cb_shelf_new (catalog, file, 100);
  g_autofree char *message = NULL;
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_signal_connect (shelf, "failed", G_CALLBACK (failed_cb), &message);
  cb_shelf_load (shelf);
  while (message == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shelf)), ==, 0);
  g_assert_no_errno (g_rmdir (folder));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalog = cb_catalog_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/shelf/model", test_model);
  g_test_add_func ("/shelf/merge", test_merge);
  g_test_add_func ("/shelf/file", test_file);
  g_test_add_func ("/shelf/emptied", test_emptied);
  g_test_add_func ("/shelf/failure", test_failure);
  status = g_test_run ();
  g_object_unref (catalog);

  return status;
}
