/* test-window.c: tests of the window as a whole: searching, going about, keeping one's place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-list.h"
#include "cb-entry-page.h"
#include "cb-row.h"
#include "cb-start-page.h"
#include "ui-test.h"

typedef struct
{
  CbLibrary *library;
  CbWindow *window;
  CbSidebar *sidebar;
  GString *announced;
} Fixture;

/* The accessibility of tests cannot announce anything, so it is caught here. */
static void
announce_cb (CbAnnouncer *announcer, const char *message, Fixture *fixture)
{
  g_string_append_printf (fixture->announced, "[%s]", message);
  g_signal_stop_emission_by_name (announcer, "announce");
}

static void
look_up_view (Fixture *fixture)
{
  fixture->sidebar = cb_view_get_sidebar (cb_window_get_view (fixture->window));
  g_signal_connect (cb_sidebar_get_announcer (fixture->sidebar), "announce",
                    G_CALLBACK (announce_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = ui_test_library ();
  fixture->announced = g_string_new (NULL);
  fixture->window = ui_test_window (fixture->library);
  look_up_view (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->library);
  g_string_free (fixture->announced, TRUE);
}

/* libadwaita 1.7 keeps a page of a split view that was collapsed, and the page keeps the library.
 */
static void
tear_down_kept (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_object_unref (fixture->library);
  g_string_free (fixture->announced, TRUE);
}

static CbEntry *
entry (const char *id)
{
  CbEntry *found = cb_catalog_lookup (ui_test_catalog (), id);

  g_assert_nonnull (found);

  return found;
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ui_test_settle ();
}

static void
press_enter (Fixture *fixture)
{
  GtkWidget *search_entry
      = ui_test_find (GTK_WIDGET (fixture->sidebar), GTK_TYPE_SEARCH_ENTRY, NULL);

  g_signal_emit_by_name (search_entry, "activate");
  ui_test_settle ();
}

static const char *
get_stack_page (Fixture *fixture)
{
  GtkWidget *list = ui_test_find (GTK_WIDGET (fixture->sidebar), CB_TYPE_ENTRY_LIST, NULL);

  return gtk_stack_get_visible_child_name (
      GTK_STACK (gtk_widget_get_ancestor (list, GTK_TYPE_STACK)));
}

static void
test_search_and_open (Fixture *fixture, gconstpointer data)
{
  g_assert_null (cb_window_get_entry (fixture->window));
  g_assert_cmpstr (get_stack_page (fixture), ==, "browse");
  cb_window_search (fixture->window, "404");
  g_assert_cmpstr (get_stack_page (fixture), ==, "results");
  press_enter (fixture);
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:404"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "404 Not Found");
  cb_sidebar_set_text (fixture->sidebar, "");
  g_assert_cmpstr (get_stack_page (fixture), ==, "browse");
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:404"));
}

static void
check_top (GtkWidget *widget, gpointer user_data)
{
  if (CB_IS_ENTRY_LIST (widget) && gtk_widget_get_mapped (widget))
    {
      g_assert_cmpfloat (cb_entry_list_get_scroll (CB_ENTRY_LIST (widget)), ==, 0);
      (*(guint *)user_data)++;
    }
}

static void
find_row (GtkWidget *widget, gpointer user_data)
{
  GtkWidget **row = user_data;

  if (CB_IS_ROW (widget) && gtk_widget_get_mapped (widget)
      && cb_row_get_entry (CB_ROW (widget)) == entry ("status:401"))
    *row = widget;
}

/* The reason is that of this search, though the row is that of the last one. */
static void
test_reason (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "dlswmd", "401" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *row = NULL;
      g_autofree char *description = NULL;

      cb_sidebar_set_text (fixture->sidebar, texts[i]);
      ui_test_settle ();
      ui_test_visit (GTK_WIDGET (fixture->sidebar), find_row, &row);
      g_assert_nonnull (row);
      description = cb_row_dup_description (CB_ROW (row));
      g_assert_cmpint (g_str_has_suffix (description, ", Keyboard"), ==, i == 0);
    }
}

/* Each search shows its first result, under its header, wherever the last one was scrolled to. */
static void
test_top (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "not", "4", "404", "error", "4", "" };
  guint n_lists = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      cb_sidebar_set_text (fixture->sidebar, texts[i]);
      ui_test_settle ();
      ui_test_visit (GTK_WIDGET (fixture->sidebar), check_top, &n_lists);
    }
  g_assert_cmpuint (n_lists, ==, G_N_ELEMENTS (texts));
}

/* What the space bar and a click with Ctrl do to the row that is selected: it stays selected, for
 * Enter opens it. */
static void
test_selected_stays (Fixture *fixture, gconstpointer data)
{
  CbEntryList *list;
  GtkWidget *row = NULL;

  cb_window_search (fixture->window, "401");
  ui_test_settle ();
  ui_test_visit (GTK_WIDGET (fixture->sidebar), find_row, &row);
  g_assert_nonnull (row);
  list = CB_ENTRY_LIST (gtk_widget_get_ancestor (row, CB_TYPE_ENTRY_LIST));
  g_assert_true (cb_entry_list_get_selected (list) == entry ("status:401"));
  g_assert_true (gtk_widget_activate_action (row, "listitem.select", "(bb)", TRUE, FALSE));
  g_assert_true (cb_entry_list_get_selected (list) == entry ("status:401"));
  cb_entry_list_select (list, NULL);
  g_assert_null (cb_entry_list_get_selected (list));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  cb_window_search (fixture->window, "qqqzzzxxwv");
  g_assert_cmpstr (get_stack_page (fixture), ==, "nothing");
  press_enter (fixture);
  g_assert_null (cb_window_get_entry (fixture->window));
}

/* Once typing has paused, and only if there is something new to say. */
static void
test_announcement (Fixture *fixture, gconstpointer data)
{
  cb_window_search (fixture->window, "qqqzzzxxw");
  cb_window_search (fixture->window, "qqqzzzxxwv");
  g_assert_cmpstr (fixture->announced->str, ==, "");
  wait_until (fixture->announced->len > 0);
  g_assert_cmpstr (fixture->announced->str, ==, "[No results found]");
  cb_window_search (fixture->window, "404");
  wait_until (g_str_has_suffix (fixture->announced->str, " results]")
              || g_str_has_suffix (fixture->announced->str, " result]"));
}

static void
test_scope (Fixture *fixture, gconstpointer data)
{
  cb_window_search (fixture->window, "404");
  cb_sidebar_set_scope (fixture->sidebar, CB_SCOPE_METHODS);
  g_assert_cmpstr (get_stack_page (fixture), !=, "browse");
  press_enter (fixture);
  if (cb_window_get_entry (fixture->window) != NULL)
    g_assert_cmpint (cb_entry_get_kind (cb_window_get_entry (fixture->window)), ==,
                     CB_ENTRY_METHOD);
  cb_sidebar_set_scope (fixture->sidebar, CB_SCOPE_ALL);
  g_assert_cmpstr (get_stack_page (fixture), ==, "results");
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  cb_window_open (fixture->window, entry ("status:404"));
  cb_window_open (fixture->window, entry ("status:410"));
  act (fixture, "win.back");
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:404"));
  act (fixture, "win.back");
  g_assert_null (cb_window_get_entry (fixture->window));
  act (fixture, "win.forward");
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:404"));
  act (fixture, "win.home");
  g_assert_null (cb_window_get_entry (fixture->window));
}

static void
test_favorite_and_recent (Fixture *fixture, gconstpointer data)
{
  CbShelf *favorites = cb_library_get_favorites (fixture->library);
  CbShelf *recent = cb_library_get_recent (fixture->library);

  cb_window_open (fixture->window, entry ("status:404"));
  cb_window_open (fixture->window, entry ("method:GET"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (recent)), ==, 2);
  act (fixture, "win.favorite");
  g_assert_true (cb_shelf_contains (favorites, entry ("method:GET")));
  act (fixture, "win.favorite");
  g_assert_false (cb_shelf_contains (favorites, entry ("method:GET")));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static void
assert_copied (Fixture *fixture, const char *action, const char *expected)
{
  g_autofree char *text = NULL;

  act (fixture, action);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 read_cb, &text);
  wait_until (text != NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  cb_window_open (fixture->window, entry ("status:404"));
  assert_copied (fixture, "win.copy-number", "404");
  assert_copied (fixture, "win.copy-name", "404 Not Found");
  assert_copied (fixture, "win.copy-both", "404 Not Found (찾을 수 없음)");
  assert_copied (fixture, "win.copy", "404");
  cb_window_open (fixture->window, entry ("method:GET"));
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
test_page_in_parts (Fixture *fixture, gconstpointer data)
{
  CbWindow *window = cb_window_new (NULL, fixture->library);
  guint n_labels;

  cb_window_open (fixture->window, entry ("status:404"));
  n_labels = count_page_labels (fixture->window);
  cb_window_open (window, entry ("status:404"));
  g_assert_cmpuint (count_page_labels (window), <, n_labels);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (count_page_labels (window) == n_labels);
  /* The list, too, has by then been completed, and shows the entry. */
  wait_until (cb_entry_list_get_selected (
                  cb_sidebar_get_browse (cb_view_get_sidebar (cb_window_get_view (window))))
              == entry ("status:404"));
  ui_test_close (window);
}

/* Everything that shows text is made anew, and the reader is where they were. */
static void
test_rebuild (Fixture *fixture, gconstpointer data)
{
  CbView *old = cb_window_get_view (fixture->window);
  CbEntryPage *page;
  double scroll;

  cb_window_search (fixture->window, "found");
  cb_sidebar_set_scope (fixture->sidebar, CB_SCOPE_CODES);
  cb_window_open (fixture->window, entry ("status:410"));
  cb_window_open (fixture->window, entry ("status:404"));
  ui_test_settle ();
  page = CB_ENTRY_PAGE (ui_test_find (GTK_WIDGET (old), CB_TYPE_ENTRY_PAGE, NULL));
  gtk_adjustment_set_value (cb_entry_page_get_adjustment (page), 200);
  scroll = gtk_adjustment_get_value (cb_entry_page_get_adjustment (page));
  g_assert_cmpfloat (scroll, >, 0);

  g_settings_set_string (ui_test_settings (), "texts", "ko");
  look_up_view (fixture);
  g_assert_true (cb_window_get_view (fixture->window) != old);
  g_assert_cmpstr (cb_sidebar_get_text (fixture->sidebar), ==, "found");
  g_assert_cmpint (cb_sidebar_get_scope (fixture->sidebar), ==, CB_SCOPE_CODES);
  g_assert_cmpstr (get_stack_page (fixture), ==, "results");
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:404"));
  page = CB_ENTRY_PAGE (ui_test_find (GTK_WIDGET (fixture->window), CB_TYPE_ENTRY_PAGE, NULL));
  wait_until (gtk_adjustment_get_value (cb_entry_page_get_adjustment (page)) > 0);
  act (fixture, "win.back");
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:410"));
  g_settings_reset (ui_test_settings (), "texts");
}

static void
update_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

static gboolean
time_is_up_cb (gpointer data)
{
  *(gboolean *)data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Whether a fifth of a second goes by without a frame. */
static gboolean
rests (GdkFrameClock *clock)
{
  guint n_frames = 0;
  gboolean time_is_up = FALSE;
  gulong id = g_signal_connect (clock, "update", G_CALLBACK (update_cb), &n_frames);

  g_timeout_add (200, time_is_up_cb, &time_is_up);
  while (!time_is_up)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);

  return n_frames == 0;
}

/* Nothing keeps the clock running: not the list for browsing either, which is told to scroll to the
 * entry that is shown while the results are in front of it. */
static void
test_rest (Fixture *fixture, gconstpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));

  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  cb_window_search (fixture->window, "404");
  ui_test_settle ();
  press_enter (fixture);
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:404"));
  cb_sidebar_set_scope (fixture->sidebar, CB_SCOPE_CODES);
  wait_until (rests (clock));
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", TRUE, NULL);

  /* Once it is seen, the list is where it was told to be. */
  cb_sidebar_set_text (fixture->sidebar, "");
  wait_until (cb_entry_list_get_scroll (cb_sidebar_get_browse (fixture->sidebar)) > 0
              || cb_entry_list_get_selected (cb_sidebar_get_browse (fixture->sidebar)) == NULL);
}

typedef struct
{
  const char *action;
  GtkWidget *found;
} Wanted;

static void
find_button (GtkWidget *widget, gpointer user_data)
{
  Wanted *wanted = user_data;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), wanted->action) == 0)
    wanted->found = widget;
}

/* The list goes and comes back, also over a change of language. */
static void
test_toggle_list (Fixture *fixture, gconstpointer data)
{
  cb_window_open (fixture->window, entry ("status:404"));
  g_assert_true (cb_view_get_shows_list (cb_window_get_view (fixture->window)));
  act (fixture, "win.toggle-list");
  g_assert_false (cb_view_get_shows_list (cb_window_get_view (fixture->window)));
  cb_window_rebuild (fixture->window);
  ui_test_settle ();
  look_up_view (fixture);
  g_assert_false (cb_view_get_shows_list (cb_window_get_view (fixture->window)));
  act (fixture, "win.toggle-list");
  g_assert_true (cb_view_get_shows_list (cb_window_get_view (fixture->window)));
}

static gboolean
can (Fixture *fixture, const char *action)
{
  Wanted wanted = { action, NULL };

  ui_test_visit (GTK_WIDGET (cb_view_get_content (cb_window_get_view (fixture->window))),
                 find_button, &wanted);
  g_assert_nonnull (wanted.found);

  return gtk_widget_is_sensitive (wanted.found);
}

/* The page alone has a button that brings the list back, and whoever wants the list gets it beside
 * the page. */
static void
test_hidden_list (Fixture *fixture, gconstpointer data)
{
  CbView *view = cb_window_get_view (fixture->window);
  GtkWidget *content = GTK_WIDGET (cb_view_get_content (view));
  Wanted wanted = { "win.toggle-list", NULL };

  ui_test_visit (content, find_button, &wanted);
  g_assert_null (wanted.found);
  cb_window_open (fixture->window, entry ("status:404"));
  act (fixture, "win.toggle-list");
  ui_test_visit (content, find_button, &wanted);
  g_assert_nonnull (wanted.found);
  g_assert_true (gtk_widget_get_visible (wanted.found));
  act (fixture, "win.back");
  g_assert_null (cb_window_get_entry (fixture->window));
  g_assert_false (cb_view_get_shows_list (view));
  act (fixture, "win.search");
  g_assert_true (cb_view_get_shows_list (view));
  g_assert_true (cb_view_get_shows_page (view));
  g_assert_false (gtk_widget_get_visible (wanted.found));
}

/* Where list and page are two steps, back leads to what was there before. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  CbView *view;

  ui_test_close (fixture->window);
  g_settings_set_int (ui_test_settings (), "window-width", 360);
  fixture->window = ui_test_window (fixture->library);
  look_up_view (fixture);
  view = cb_window_get_view (fixture->window);
  g_assert_true (cb_view_get_narrow (view));
  g_assert_false (cb_view_get_shows_page (view));
  g_assert_false (can (fixture, "win.back"));

  cb_sidebar_set_text (fixture->sidebar, "404");
  press_enter (fixture);
  g_assert_true (cb_view_get_shows_page (view));
  g_assert_false (cb_view_get_shows_list (view));
  cb_window_open (fixture->window, entry ("status:410"));
  g_assert_true (can (fixture, "win.back"));

  /* Also over a change of language. */
  cb_window_rebuild (fixture->window);
  ui_test_settle ();
  look_up_view (fixture);
  view = cb_window_get_view (fixture->window);
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:410"));
  act (fixture, "win.back");
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:404"));
  g_assert_true (cb_view_get_shows_page (view));
  act (fixture, "win.back");
  g_assert_true (cb_view_get_shows_list (view));
  g_assert_false (can (fixture, "win.back"));
  act (fixture, "win.forward");
  g_assert_true (cb_view_get_shows_page (view));
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:404"));
  act (fixture, "win.forward");
  g_assert_true (cb_window_get_entry (fixture->window) == entry ("status:410"));

  g_settings_reset (ui_test_settings (), "window-width");
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    act (fixture, "win.zoom-in");
  g_assert_cmpint (g_settings_get_int (ui_test_settings (), "zoom"), ==, 200);
  act (fixture, "win.zoom-out");
  g_assert_cmpint (g_settings_get_int (ui_test_settings (), "zoom"), ==, 175);
  act (fixture, "win.zoom-reset");
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
test_names (Fixture *fixture, gconstpointer data)
{
  guint n_buttons = 0;

  ui_test_visit (GTK_WIDGET (fixture->window), check_named, &n_buttons);
  cb_window_open (fixture->window, entry ("status:404"));
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
  cb_window_open (window, entry ("status:404"));
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
  g_test_add ("/window/search-and-open", Fixture, NULL, set_up, test_search_and_open, tear_down);
  g_test_add ("/window/reason", Fixture, NULL, set_up, test_reason, tear_down);
  g_test_add ("/window/top", Fixture, NULL, set_up, test_top, tear_down);
  g_test_add ("/window/selected-stays", Fixture, NULL, set_up, test_selected_stays, tear_down);
  g_test_add ("/window/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/window/announcement", Fixture, NULL, set_up, test_announcement, tear_down);
  g_test_add ("/window/scope", Fixture, NULL, set_up, test_scope, tear_down);
  g_test_add ("/window/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/window/favorite-and-recent", Fixture, NULL, set_up, test_favorite_and_recent,
              tear_down);
  g_test_add ("/window/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/window/rebuild", Fixture, NULL, set_up, test_rebuild, tear_down);
  g_test_add ("/window/page-in-parts", Fixture, NULL, set_up, test_page_in_parts, tear_down);
  g_test_add ("/window/rest", Fixture, NULL, set_up, test_rest, tear_down);
  g_test_add ("/window/toggle-list", Fixture, NULL, set_up, test_toggle_list, tear_down_kept);
  g_test_add ("/window/hidden-list", Fixture, NULL, set_up, test_hidden_list, tear_down_kept);
  g_test_add ("/window/narrow", Fixture, NULL, set_up, test_narrow, tear_down_kept);
  g_test_add ("/window/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/window/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add_func ("/window/error", test_error);
  g_test_add_func ("/window/first-page", test_first_page);

  return g_test_run ();
}
