/* test-mouse.c: what clicks do, made by the X server */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-hand.h"
#include "window-fixture.h"

/* In pixels: within what a list puts around a row. */
#define EDGE 2

/* In the middle of the edge. */
static void
click_edge (WindowFixture *fixture, CbHand *hand, GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  graphene_rect_t bounds;
  double dx, dy;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &dx, &dy);
  cb_hand_do (hand, "mousemove %d %d click --delay 0 1", (int)(bounds.origin.x + dx) + EDGE,
              (int)(bounds.origin.y + bounds.size.height / 2 + dy));
}

/* Where list and page are two steps, the list goes as soon as a row is clicked, be it at its edge:
 * the list's item has seen the button go up before that, and does not wait for it for ever. */
static void
test_row (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (CbHand) hand = cb_hand_new ();
  CbEntry *entry = ui_test_entry ("status:401");
  CbView *view = cb_window_get_view (fixture->window);
  GtkWidget *row;
  GtkWidget *item;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 640);
  wait_until (cb_view_get_narrow (view));
  cb_sidebar_set_text (fixture->sidebar, "unauthorized");
  ui_test_settle ();
  row = ui_test_find_row (GTK_WIDGET (fixture->sidebar), entry);
  g_assert_nonnull (row);
  item = gtk_widget_get_parent (row);
  g_object_add_weak_pointer (G_OBJECT (item), (gpointer *)&item);

  click_edge (fixture, hand, item);
  wait_until (cb_window_get_entry (fixture->window) == entry);
  g_assert_false (cb_view_get_shows_list (view));
  ui_test_settle ();
  cb_window_rebuild (fixture->window);
  wait_until (item == NULL);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  window_fixture_add ("/mouse/row", test_row);

  return g_test_run ();
}
