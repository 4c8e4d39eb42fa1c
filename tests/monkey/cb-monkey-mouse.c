/* cb-monkey-mouse.c: what a monkey does with the mouse */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-monkey.h"
#include "cb-row.h"
#include "ui-test.h"

/* The edges size the window, which is for a window manager to do, and none is there. */
#define EDGE 12
#define LAST_NOTICED 5

static void
choose_point (CbMonkey *self, int *x, int *y)
{
  GtkWidget *window = GTK_WIDGET (cb_monkey_get_window (self));

  *x = g_rand_int_range (self->random, EDGE, MAX (EDGE + 1, gtk_widget_get_width (window) - EDGE));
  *y = g_rand_int_range (self->random, EDGE, MAX (EDGE + 1, gtk_widget_get_height (window) - EDGE));
}

/* Whether there is a header bar, be it a dialog's. Pulled by it, a window moves, and where there is
 * no window manager GTK does that itself and may then keep the mouse for ever. The menu that it has
 * there is GTK's own as well, for none else shows one: hidden with the focus in it, and let go in
 * the same moment, it is never freed, in a program that has nothing but a header bar, too. */
static gboolean
is_handle (CbMonkey *self, int x, int y)
{
  /* Also what takes no clicks any more, as a dialog that closes. */
  static const GtkPickFlags flags[]
      = { GTK_PICK_DEFAULT, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE };
  GtkWidget *window = GTK_WIDGET (cb_monkey_get_window (self));
  gboolean empty = TRUE;
  double dx, dy;

  gtk_native_get_surface_transform (GTK_NATIVE (window), &dx, &dy);
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      GtkWidget *there = gtk_widget_pick (window, x - dx, y - dy, flags[i]);

      if (there != NULL && gtk_widget_get_ancestor (there, GTK_TYPE_WINDOW_HANDLE) != NULL)
        return TRUE;
      empty = empty && (there == NULL || there == window);
    }

  /* A window that has just been opened has nothing anywhere, but will have by the next event. */
  return empty;
}

/* All around a dialog is a header bar as well, which may be there by the next event. */
static gboolean
has_dialog (CbMonkey *self)
{
  return adw_application_window_get_visible_dialog (
             ADW_APPLICATION_WINDOW (cb_monkey_get_window (self)))
         != NULL;
}

/**
 * cb_monkey_click:
 * @self: a monkey
 *
 * Clicks somewhere, with one button or another.
 */
void
cb_monkey_click (CbMonkey *self)
{
  /* Most often the first button; the wheel, the menu, the keys on the side. */
  static const int buttons[] = { 1, 1, 1, 1, 1, 3, 4, 5, 5, 8, 9, 2 };
  int button = CB_MONKEY_PICK (self, buttons);
  int x, y;

  choose_point (self, &x, &y);
  if (button == GDK_BUTTON_SECONDARY && (has_dialog (self) || is_handle (self, x, y)))
    return;
  /* GTK 4.18 does not notice that a button beyond the fifth goes up (gtk_main_do_event()), and
   * holds on to what it was pressed on, which goes with the dialog. */
  if (button > LAST_NOTICED && has_dialog (self))
    return;
  cb_monkey_note (self, "click %d at %d %d", button, x, y);
  cb_hand_do (self->hand, "mousemove %d %d click --delay 0 %d", x, y, button);
}

/* GTK 4.18 never frees the picture of a label's text that is pulled by what is selected of it
 * (gtk_label_drag_gesture_update()), and nothing in the report of that leak tells it from another.
 */
static void
unselect (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_select_region (GTK_LABEL (widget), 0, 0);
}

/**
 * cb_monkey_drag:
 * @self: a monkey
 *
 * Pulls from somewhere to somewhere else.
 */
void
cb_monkey_drag (CbMonkey *self)
{
  int x, y, to_x, to_y;

  choose_point (self, &x, &y);
  choose_point (self, &to_x, &to_y);
  if (is_handle (self, x, y))
    return;
  ui_test_visit (GTK_WIDGET (cb_monkey_get_window (self)), unselect, NULL);
  cb_monkey_note (self, "drag from %d %d to %d %d", x, y, to_x, to_y);
  cb_hand_do (self->hand, "mousemove %d %d mousedown 1 mousemove %d %d mouseup 1", x, y, to_x,
              to_y);
}

static void
collect (GtkWidget *widget, GPtrArray *targets)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (GTK_IS_BUTTON (widget) || CB_IS_ROW (widget) || GTK_IS_LIST_BOX_ROW (widget))
    g_ptr_array_add (targets, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      /* Menus have a surface of their own: points at random find them. */
      if (!GTK_IS_NATIVE (child))
        collect (child, targets);
    }
}

/**
 * cb_monkey_click_target:
 * @self: a monkey
 *
 * Clicks something that does something, in the middle of it.
 */
void
cb_monkey_click_target (CbMonkey *self)
{
  GtkWidget *window = GTK_WIDGET (cb_monkey_get_window (self));
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  graphene_rect_t bounds;
  GtkWidget *target;
  double dx, dy;

  collect (window, targets);
  if (targets->len == 0)
    return;
  target = g_ptr_array_index (targets, g_rand_int_range (self->random, 0, (int)targets->len));
  if (!gtk_widget_compute_bounds (target, window, &bounds))
    return;
  gtk_native_get_surface_transform (GTK_NATIVE (window), &dx, &dy);
  cb_monkey_note (self, "click %s", G_OBJECT_TYPE_NAME (target));
  cb_hand_do (self->hand, "mousemove %d %d click --delay 0 1",
              (int)(bounds.origin.x + bounds.size.width / 2 + dx),
              (int)(bounds.origin.y + bounds.size.height / 2 + dy));
}
