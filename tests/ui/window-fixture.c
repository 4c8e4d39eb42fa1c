/* window-fixture.c: a window with the catalog for each test */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-list.h"
#include "window-fixture.h"

/* The accessibility of tests cannot announce anything, so it is caught here. */
static void
announce_cb (CbAnnouncer *announcer, const char *message, WindowFixture *fixture)
{
  g_string_append_printf (fixture->announced, "[%s]", message);
  g_signal_stop_emission_by_name (announcer, "announce");
}

/**
 * window_fixture_look_up_view:
 * @fixture: a fixture whose window has a new view
 *
 * Takes the sidebar of the view in hand.
 */
void
window_fixture_look_up_view (WindowFixture *fixture)
{
  fixture->sidebar = cb_view_get_sidebar (cb_window_get_view (fixture->window));
  g_signal_connect (cb_sidebar_get_announcer (fixture->sidebar), "announce",
                    G_CALLBACK (announce_cb), fixture);
}

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  fixture->library = ui_test_library ();
  fixture->announced = g_string_new (NULL);
  fixture->window = ui_test_window (fixture->library);
  window_fixture_look_up_view (fixture);
}

static void
tear_down (WindowFixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->library);
  g_string_free (fixture->announced, TRUE);
}

/**
 * window_fixture_add:
 * @path: where the test is among all
 * @test: a test, after which nothing may hold the library
 *
 * Adds a test.
 */
void
window_fixture_add (const char *path, WindowFixtureFunc test)
{
  g_test_add (path, WindowFixture, NULL, set_up, test, tear_down);
}

/**
 * window_fixture_act:
 * @fixture: a fixture
 * @action: an action that the window has
 *
 * Activates it, and waits for what follows.
 */
void
window_fixture_act (WindowFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ui_test_settle ();
}

/**
 * window_fixture_press_enter:
 * @fixture: a fixture
 *
 * Does what Enter does in the search entry.
 */
void
window_fixture_press_enter (WindowFixture *fixture)
{
  GtkWidget *search_entry
      = ui_test_find (GTK_WIDGET (fixture->sidebar), GTK_TYPE_SEARCH_ENTRY, NULL);

  g_signal_emit_by_name (search_entry, "activate");
  ui_test_settle ();
}

/**
 * window_fixture_get_stack_page:
 * @fixture: a fixture
 *
 * Returns: (transfer none): the name of what the sidebar shows
 */
const char *
window_fixture_get_stack_page (WindowFixture *fixture)
{
  GtkWidget *list = ui_test_find (GTK_WIDGET (fixture->sidebar), CB_TYPE_ENTRY_LIST, NULL);

  return gtk_stack_get_visible_child_name (
      GTK_STACK (gtk_widget_get_ancestor (list, GTK_TYPE_STACK)));
}
