/* test-window.c: tests of the window as a whole: going about, keeping one's place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-list.h"
#include "cb-entry-page.h"
#include "cb-start-page.h"
#include "window-fixture.h"

static void
test_history (WindowFixture *fixture, gconstpointer data)
{
  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  cb_window_open (fixture->window, ui_test_entry ("status:410"));
  window_fixture_act (fixture, "win.back");
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:404"));
  window_fixture_act (fixture, "win.back");
  g_assert_null (cb_window_get_entry (fixture->window));
  window_fixture_act (fixture, "win.forward");
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:404"));
  window_fixture_act (fixture, "win.home");
  g_assert_null (cb_window_get_entry (fixture->window));
}

static void
test_favorite_and_recent (WindowFixture *fixture, gconstpointer data)
{
  CbShelf *favorites = cb_library_get_favorites (fixture->library);
  CbShelf *recent = cb_library_get_recent (fixture->library);

  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  cb_window_open (fixture->window, ui_test_entry ("method:GET"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (recent)), ==, 2);
  window_fixture_act (fixture, "win.favorite");
  g_assert_true (cb_shelf_contains (favorites, ui_test_entry ("method:GET")));
  window_fixture_act (fixture, "win.favorite");
  g_assert_false (cb_shelf_contains (favorites, ui_test_entry ("method:GET")));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static void
assert_copied (WindowFixture *fixture, const char *action, const char *expected)
{
  g_autofree char *text = NULL;

  window_fixture_act (fixture, action);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 read_cb, &text);
  wait_until (text != NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_copy (WindowFixture *fixture, gconstpointer data)
{
  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  assert_copied (fixture, "win.copy-number", "404");
  assert_copied (fixture, "win.copy-name", "404 Not Found");
  assert_copied (fixture, "win.copy-both", "404 Not Found (찾을 수 없음)");
  assert_copied (fixture, "win.copy", "404");
  cb_window_open (fixture->window, ui_test_entry ("method:GET"));
  assert_copied (fixture, "win.copy", "GET");
}

static void
count_label (GtkWidget *widget, gpointer user_data)
{
  (*(guint *)user_data) += GTK_IS_LABEL (widget) ? 1 : 0;
}

static guint
count_page_labels (CbWindow *window)
{
  guint n_labels = 0;

  ui_test_visit (ui_test_find (GTK_WIDGET (window), CB_TYPE_ENTRY_PAGE, NULL), count_label,
                 &n_labels);

  return n_labels;
}

/* A page that is made before its window is drawn is whole soon afterwards, and a part of it until
 * then. */
static void
test_page_in_parts (WindowFixture *fixture, gconstpointer data)
{
  CbWindow *window = cb_window_new (NULL, fixture->library);
  guint n_labels;

  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  n_labels = count_page_labels (fixture->window);
  cb_window_open (window, ui_test_entry ("status:404"));
  g_assert_cmpuint (count_page_labels (window), <, n_labels);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (count_page_labels (window) == n_labels);
  /* The list, too, has by then been completed, and shows the entry. */
  wait_until (cb_entry_list_get_selected (
                  cb_sidebar_get_browse (cb_view_get_sidebar (cb_window_get_view (window))))
              == ui_test_entry ("status:404"));
  ui_test_close (window);
}

/* Everything that shows text is made anew, and the reader is where they were. */
static void
test_rebuild (WindowFixture *fixture, gconstpointer data)
{
  CbView *old = cb_window_get_view (fixture->window);
  CbEntryPage *page;
  double scroll;

  cb_window_search (fixture->window, "found");
  cb_sidebar_set_scope (fixture->sidebar, CB_SCOPE_CODES);
  cb_window_open (fixture->window, ui_test_entry ("status:410"));
  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  ui_test_settle ();
  page = CB_ENTRY_PAGE (ui_test_find (GTK_WIDGET (old), CB_TYPE_ENTRY_PAGE, NULL));
  gtk_adjustment_set_value (cb_entry_page_get_adjustment (page), 200);
  scroll = gtk_adjustment_get_value (cb_entry_page_get_adjustment (page));
  g_assert_cmpfloat (scroll, >, 0);

  g_settings_set_string (ui_test_settings (), "texts", "ko");
  window_fixture_look_up_view (fixture);
  g_assert_true (cb_window_get_view (fixture->window) != old);
  g_assert_cmpstr (cb_sidebar_get_text (fixture->sidebar), ==, "found");
  g_assert_cmpint (cb_sidebar_get_scope (fixture->sidebar), ==, CB_SCOPE_CODES);
  g_assert_cmpstr (window_fixture_get_stack_page (fixture), ==, "results");
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:404"));
  page = CB_ENTRY_PAGE (ui_test_find (GTK_WIDGET (fixture->window), CB_TYPE_ENTRY_PAGE, NULL));
  wait_until (gtk_adjustment_get_value (cb_entry_page_get_adjustment (page)) > 0);
  window_fixture_act (fixture, "win.back");
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:410"));
  g_settings_reset (ui_test_settings (), "texts");
}

static void
test_zoom (WindowFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    window_fixture_act (fixture, "win.zoom-in");
  g_assert_cmpint (g_settings_get_int (ui_test_settings (), "zoom"), ==, 200);
  window_fixture_act (fixture, "win.zoom-out");
  g_assert_cmpint (g_settings_get_int (ui_test_settings (), "zoom"), ==, 175);
  window_fixture_act (fixture, "win.zoom-reset");
  g_assert_cmpint (g_settings_get_int (ui_test_settings (), "zoom"), ==, 100);
}

static void
check_named (GtkWidget *widget, gpointer user_data)
{
  guint *n_buttons = user_data;

  if (!GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (widget) && !ADW_IS_SPLIT_BUTTON (widget))
    return;
  if (!gtk_widget_get_mapped (widget))
    return;
  (*n_buttons)++;
  if (gtk_widget_get_tooltip_text (widget) == NULL
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      && ui_test_find (widget, GTK_TYPE_LABEL, NULL) == NULL
      /* The button within a menu button or a split button is named by the one around it. */
      && gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) == NULL
      && gtk_widget_get_ancestor (widget, ADW_TYPE_SPLIT_BUTTON) == NULL
      && gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL)
    {
      g_test_message ("%s without a name", G_OBJECT_TYPE_NAME (widget));
      g_test_fail ();
    }
}

static void
test_names (WindowFixture *fixture, gconstpointer data)
{
  guint n_buttons = 0;

  ui_test_visit (GTK_WIDGET (fixture->window), check_named, &n_buttons);
  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  ui_test_settle ();
  ui_test_visit (GTK_WIDGET (fixture->window), check_named, &n_buttons);
  g_assert_cmpuint (n_buttons, >, 20);
}

/* What a broken catalog looks like. */
static void
test_error (void)
{
  g_autoptr (GError) error
      = g_error_new_literal (CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ, "4xx.xml:3:7: broken");
  g_autoptr (CbLibrary) library = cb_library_new (NULL, error, ui_test_settings (), NULL);
  CbWindow *window = ui_test_window (library);
  GtkWidget *page = ui_test_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, NULL);

  g_assert_nonnull (page);
  g_assert_nonnull (
      strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "4xx.xml:3:7"));
  cb_sidebar_set_text (cb_view_get_sidebar (cb_window_get_view (window)), "404");
  cb_window_rebuild (window);
  ui_test_settle ();
  ui_test_close (window);
}

/* A window makes only the page that it shows first, and goes back from an entry to the start page.
 */
static void
test_first_page (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  CbWindow *window = cb_window_new (NULL, library);

  g_assert_null (ui_test_find (GTK_WIDGET (window), CB_TYPE_START_PAGE, NULL));
  cb_window_open (window, ui_test_entry ("status:404"));
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_nonnull (ui_test_find (GTK_WIDGET (window), CB_TYPE_ENTRY_PAGE, NULL));
  g_assert_null (ui_test_find (GTK_WIDGET (window), CB_TYPE_START_PAGE, NULL));
  cb_window_go (window, FALSE);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (window), CB_TYPE_START_PAGE, NULL));
  ui_test_close (window);

  window = cb_window_new (NULL, library);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_nonnull (ui_test_find (GTK_WIDGET (window), CB_TYPE_START_PAGE, NULL));
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  window_fixture_add ("/window/history", test_history);
  window_fixture_add ("/window/favorite-and-recent", test_favorite_and_recent);
  window_fixture_add ("/window/copy", test_copy);
  window_fixture_add ("/window/rebuild", test_rebuild);
  window_fixture_add ("/window/page-in-parts", test_page_in_parts);
  window_fixture_add ("/window/zoom", test_zoom);
  window_fixture_add ("/window/names", test_names);
  g_test_add_func ("/window/error", test_error);
  g_test_add_func ("/window/first-page", test_first_page);

  return g_test_run ();
}
