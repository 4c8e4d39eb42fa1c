/* test-searching.c: what the list shows while one types, and what Enter opens */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-list.h"
#include "cb-row.h"
#include "window-fixture.h"

static void
test_search_and_open (WindowFixture *fixture, gconstpointer data)
{
  g_assert_null (cb_window_get_entry (fixture->window));
  g_assert_cmpstr (window_fixture_get_stack_page (fixture), ==, "browse");
  cb_window_search (fixture->window, "404");
  g_assert_cmpstr (window_fixture_get_stack_page (fixture), ==, "results");
  window_fixture_press_enter (fixture);
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:404"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "404 Not Found");
  cb_sidebar_set_text (fixture->sidebar, "");
  g_assert_cmpstr (window_fixture_get_stack_page (fixture), ==, "browse");
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:404"));
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

/* The reason is that of this search, though the row is that of the last one. */
static void
test_reason (WindowFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "dlswmd", "401" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *row;
      g_autofree char *description = NULL;

      cb_sidebar_set_text (fixture->sidebar, texts[i]);
      ui_test_settle ();
      row = ui_test_find_row (GTK_WIDGET (fixture->sidebar), ui_test_entry ("status:401"));
      g_assert_nonnull (row);
      description = cb_row_dup_description (CB_ROW (row));
      g_assert_cmpint (g_str_has_suffix (description, ", Keyboard"), ==, i == 0);
    }
}

/* Each search shows its first result, under its header, wherever the last one was scrolled to. */
static void
test_top (WindowFixture *fixture, gconstpointer data)
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
test_selected_stays (WindowFixture *fixture, gconstpointer data)
{
  CbEntryList *list;
  GtkWidget *row;

  cb_window_search (fixture->window, "401");
  ui_test_settle ();
  row = ui_test_find_row (GTK_WIDGET (fixture->sidebar), ui_test_entry ("status:401"));
  g_assert_nonnull (row);
  list = CB_ENTRY_LIST (gtk_widget_get_ancestor (row, CB_TYPE_ENTRY_LIST));
  g_assert_true (cb_entry_list_get_selected (list) == ui_test_entry ("status:401"));
  g_assert_true (gtk_widget_activate_action (row, "listitem.select", "(bb)", TRUE, FALSE));
  g_assert_true (cb_entry_list_get_selected (list) == ui_test_entry ("status:401"));
  cb_entry_list_select (list, NULL);
  g_assert_null (cb_entry_list_get_selected (list));
}

static void
test_nothing (WindowFixture *fixture, gconstpointer data)
{
  cb_window_search (fixture->window, "qqqzzzxxwv");
  g_assert_cmpstr (window_fixture_get_stack_page (fixture), ==, "nothing");
  window_fixture_press_enter (fixture);
  g_assert_null (cb_window_get_entry (fixture->window));
}

/* Once typing has paused, and only if there is something new to say. */
static void
test_announcement (WindowFixture *fixture, gconstpointer data)
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
test_scope (WindowFixture *fixture, gconstpointer data)
{
  cb_window_search (fixture->window, "404");
  cb_sidebar_set_scope (fixture->sidebar, CB_SCOPE_METHODS);
  g_assert_cmpstr (window_fixture_get_stack_page (fixture), !=, "browse");
  window_fixture_press_enter (fixture);
  if (cb_window_get_entry (fixture->window) != NULL)
    g_assert_cmpint (cb_entry_get_kind (cb_window_get_entry (fixture->window)), ==,
                     CB_ENTRY_METHOD);
  cb_sidebar_set_scope (fixture->sidebar, CB_SCOPE_ALL);
  g_assert_cmpstr (window_fixture_get_stack_page (fixture), ==, "results");
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
test_rest (WindowFixture *fixture, gconstpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));

  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  cb_window_search (fixture->window, "404");
  ui_test_settle ();
  window_fixture_press_enter (fixture);
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:404"));
  cb_sidebar_set_scope (fixture->sidebar, CB_SCOPE_CODES);
  wait_until (rests (clock));
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", TRUE, NULL);

  /* Once it is seen, the list is where it was told to be. */
  cb_sidebar_set_text (fixture->sidebar, "");
  wait_until (cb_entry_list_get_scroll (cb_sidebar_get_browse (fixture->sidebar)) > 0
              || cb_entry_list_get_selected (cb_sidebar_get_browse (fixture->sidebar)) == NULL);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  window_fixture_add ("/searching/search-and-open", test_search_and_open);
  window_fixture_add ("/searching/reason", test_reason);
  window_fixture_add ("/searching/top", test_top);
  window_fixture_add ("/searching/selected-stays", test_selected_stays);
  window_fixture_add ("/searching/nothing", test_nothing);
  window_fixture_add ("/searching/announcement", test_announcement);
  window_fixture_add ("/searching/scope", test_scope);
  window_fixture_add ("/searching/rest", test_rest);

  return g_test_run ();
}
