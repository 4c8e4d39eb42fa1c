/* test-layout.c: list and page beside each other, one without the other, one after the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

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
test_toggle_list (WindowFixture *fixture, gconstpointer data)
{
  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  g_assert_true (cb_view_get_shows_list (cb_window_get_view (fixture->window)));
  window_fixture_act (fixture, "win.toggle-list");
  g_assert_false (cb_view_get_shows_list (cb_window_get_view (fixture->window)));
  cb_window_rebuild (fixture->window);
  ui_test_settle ();
  window_fixture_look_up_view (fixture);
  g_assert_false (cb_view_get_shows_list (cb_window_get_view (fixture->window)));
  window_fixture_act (fixture, "win.toggle-list");
  g_assert_true (cb_view_get_shows_list (cb_window_get_view (fixture->window)));
}

static gboolean
can (WindowFixture *fixture, const char *action)
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
test_hidden_list (WindowFixture *fixture, gconstpointer data)
{
  CbView *view = cb_window_get_view (fixture->window);
  GtkWidget *content = GTK_WIDGET (cb_view_get_content (view));
  Wanted wanted = { "win.toggle-list", NULL };

  ui_test_visit (content, find_button, &wanted);
  g_assert_null (wanted.found);
  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  window_fixture_act (fixture, "win.toggle-list");
  ui_test_visit (content, find_button, &wanted);
  g_assert_nonnull (wanted.found);
  g_assert_true (gtk_widget_get_visible (wanted.found));
  window_fixture_act (fixture, "win.back");
  g_assert_null (cb_window_get_entry (fixture->window));
  g_assert_false (cb_view_get_shows_list (view));
  window_fixture_act (fixture, "win.search");
  g_assert_true (cb_view_get_shows_list (view));
  g_assert_true (cb_view_get_shows_page (view));
  g_assert_false (gtk_widget_get_visible (wanted.found));
}

/* Where list and page are two steps, back leads to what was there before. */
static void
test_narrow (WindowFixture *fixture, gconstpointer data)
{
  CbView *view;

  ui_test_close (fixture->window);
  g_settings_set_int (ui_test_settings (), "window-width", 360);
  fixture->window = ui_test_window (fixture->library);
  window_fixture_look_up_view (fixture);
  view = cb_window_get_view (fixture->window);
  g_assert_true (cb_view_get_narrow (view));
  g_assert_false (cb_view_get_shows_page (view));
  g_assert_false (can (fixture, "win.back"));

  cb_sidebar_set_text (fixture->sidebar, "404");
  window_fixture_press_enter (fixture);
  g_assert_true (cb_view_get_shows_page (view));
  g_assert_false (cb_view_get_shows_list (view));
  cb_window_open (fixture->window, ui_test_entry ("status:410"));
  g_assert_true (can (fixture, "win.back"));

  /* Also over a change of language. */
  cb_window_rebuild (fixture->window);
  ui_test_settle ();
  window_fixture_look_up_view (fixture);
  view = cb_window_get_view (fixture->window);
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:410"));
  window_fixture_act (fixture, "win.back");
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:404"));
  g_assert_true (cb_view_get_shows_page (view));
  window_fixture_act (fixture, "win.back");
  g_assert_true (cb_view_get_shows_list (view));
  g_assert_false (can (fixture, "win.back"));
  window_fixture_act (fixture, "win.forward");
  g_assert_true (cb_view_get_shows_page (view));
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:404"));
  window_fixture_act (fixture, "win.forward");
  g_assert_true (cb_window_get_entry (fixture->window) == ui_test_entry ("status:410"));

  g_settings_reset (ui_test_settings (), "window-width");
}

static void
resize (WindowFixture *fixture, gboolean narrow)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), narrow ? 400 : 1000, 640);
  wait_until (cb_view_get_narrow (cb_window_get_view (fixture->window)) == narrow);
  ui_test_settle ();
}

static gboolean
has_focus_within (WindowFixture *fixture, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, widget);
}

/* The focus stays where it is while it is seen there, and is never out of sight. */
static void
test_resized (WindowFixture *fixture, gconstpointer data)
{
  CbView *view = cb_window_get_view (fixture->window);
  CbContent *content = cb_view_get_content (view);
  GtkWidget *text;

  resize (fixture, FALSE);
  cb_sidebar_focus_search (fixture->sidebar);
  cb_sidebar_set_text (fixture->sidebar, "not f");
  resize (fixture, TRUE);
  text = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT (text));
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (text), NULL, NULL));
  g_assert_true (has_focus_within (fixture, fixture->sidebar));
  resize (fixture, FALSE);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  resize (fixture, TRUE);
  g_assert_false (cb_view_get_shows_list (view));
  g_assert_true (has_focus_within (fixture, content));
  resize (fixture, FALSE);
  g_assert_true (has_focus_within (fixture, content));
  cb_view_show_list (view);
  resize (fixture, TRUE);
  g_assert_false (cb_view_get_shows_page (view));
  g_assert_true (has_focus_within (fixture, fixture->sidebar));
}

/* The button that adds a favourite has the focus, and moves to the bottom in the very frame in
 * which all is hidden: the focus stays on the page. */
static void
test_moved_button (WindowFixture *fixture, gconstpointer data)
{
  CbView *view = cb_window_get_view (fixture->window);
  Wanted wanted = { "win.favorite", NULL };

  resize (fixture, FALSE);
  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  window_fixture_act (fixture, "win.toggle-list");
  ui_test_visit (GTK_WIDGET (cb_view_get_content (view)), find_button, &wanted);
  g_assert_true (gtk_widget_grab_focus (wanted.found));
  for (guint i = 0; i < 2; i++)
    {
      resize (fixture, i == 0);
      g_assert_true (gtk_widget_get_mapped (wanted.found));
      g_assert_true (has_focus_within (fixture, cb_view_get_content (view)));
    }
}

static void
find_menu (GtkWidget *widget, gpointer user_data)
{
  GtkWidget **menu = user_data;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget))
    *menu = widget;
}

/* A menu that is open has the focus. */
static void
test_menu (WindowFixture *fixture, gconstpointer data)
{
  CbView *view = cb_window_get_view (fixture->window);
  GtkWidget *menu = NULL;

  resize (fixture, FALSE);
  ui_test_visit (GTK_WIDGET (view), find_menu, &menu);
  g_assert_nonnull (menu);
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  wait_until (has_focus_within (fixture, gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu))));
  resize (fixture, TRUE);
  g_assert_true (has_focus_within (fixture, view));
}

/* What had the focus is hidden, and all is made anew before the focus has been moved. */
static void
test_remade (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  cb_sidebar_focus_search (fixture->sidebar);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (focus), (gpointer *)&focus);
  gtk_widget_set_visible (focus, FALSE);
  cb_window_rebuild (fixture->window);
  ui_test_settle ();
  g_assert_null (focus);
  window_fixture_look_up_view (fixture);

  /* Whoever goes by keyboard is not left without a focus. */
  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  cb_content_focus (cb_view_get_content (cb_window_get_view (fixture->window)));
  g_assert_true (has_focus_within (fixture, cb_window_get_view (fixture->window)));
  cb_window_rebuild (fixture->window);
  ui_test_settle ();
  window_fixture_look_up_view (fixture);
  g_assert_true (has_focus_within (fixture, cb_window_get_view (fixture->window)));
}

/* What has the focus slides out, and is called back before it is out of sight: the focus stays
 * there, and what is hidden next does not keep it for ever. */
static void
test_called_back (WindowFixture *fixture, gconstpointer data)
{
  CbView *view = cb_window_get_view (fixture->window);
  CbSidebar *sidebar = fixture->sidebar;
  GtkWidget *focus;

  resize (fixture, TRUE);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  cb_view_show_page (view);
  cb_sidebar_focus_search (sidebar);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_get_mapped (focus));
  cb_view_show_list (view);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ui_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  cb_view_show_page (view);
  cb_sidebar_focus_search (sidebar);
  cb_view_show_list (view);
  gtk_widget_set_visible (focus, FALSE);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ui_test_settle ();
  g_object_add_weak_pointer (G_OBJECT (sidebar), (gpointer *)&sidebar);
  cb_window_rebuild (fixture->window);
  wait_until (sidebar == NULL);
  window_fixture_look_up_view (fixture);
}

static void
find_split_view (GtkWidget *widget, gpointer user_data)
{
  GtkWidget **found = user_data;

  if (ADW_IS_NAVIGATION_SPLIT_VIEW (widget))
    *found = widget;
}

/* What libadwaita still writes to when it is idle is there until then, and no longer. */
static void
test_remade_at_once (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *split_view = NULL;

  ui_test_visit (GTK_WIDGET (cb_window_get_view (fixture->window)), find_split_view, &split_view);
  g_assert_nonnull (split_view);
  g_object_add_weak_pointer (G_OBJECT (split_view), (gpointer *)&split_view);
  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  cb_window_rebuild (fixture->window);
  g_assert_nonnull (split_view);
  ui_test_settle ();
  g_assert_null (split_view);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  window_fixture_add ("/layout/toggle-list", test_toggle_list);
  window_fixture_add ("/layout/hidden-list", test_hidden_list);
  window_fixture_add ("/layout/narrow", test_narrow);
  window_fixture_add ("/layout/resized", test_resized);
  window_fixture_add ("/layout/moved-button", test_moved_button);
  window_fixture_add ("/layout/menu", test_menu);
  window_fixture_add ("/layout/remade", test_remade);
  window_fixture_add ("/layout/called-back", test_called_back);
  window_fixture_add ("/layout/remade-at-once", test_remade_at_once);

  return g_test_run ();
}
