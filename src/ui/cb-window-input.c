/* cb-window-input.c: keys and mouse buttons that belong to the window as a whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-window-input.h"

#define MOUSE_BACK 8
#define MOUSE_FORWARD 9

/* Nobody wanted the key: it begins a search. */
static gboolean
key_pressed_cb (CbWindow *window,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  gunichar c = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0 || c == 0
      || !g_unichar_isgraph (c) || GTK_IS_EDITABLE (focus)
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return GDK_EVENT_PROPAGATE;

  cb_view_show_list (cb_window_get_view (window));

  return cb_sidebar_forward_key (cb_view_get_sidebar (cb_window_get_view (window)), controller);
}

static gboolean
is_for_history (CbWindow *window, GtkGestureSingle *gesture)
{
  guint button = gtk_gesture_single_get_current_button (gesture);

  return (button == MOUSE_BACK || button == MOUSE_FORWARD)
         && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

static void
mouse_pressed_cb (CbWindow *window, int n_press, double x, double y, GtkGestureSingle *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), is_for_history (window, gesture)
                                                    ? GTK_EVENT_SEQUENCE_CLAIMED
                                                    : GTK_EVENT_SEQUENCE_DENIED);
}

/* Not as soon as it is pressed: GTK would lose track of what the button is held on, which is gone
 * then. */
static void
mouse_released_cb (CbWindow *window, int n_press, double x, double y, GtkGestureSingle *gesture)
{
  guint button = gtk_gesture_single_get_current_button (gesture);

  if (is_for_history (window, gesture))
    gtk_widget_activate_action (GTK_WIDGET (window),
                                button == MOUSE_BACK ? "win.back" : "win.forward", NULL);
}

/**
 * cb_window_input_attach:
 * @window: a window
 *
 * Has typing anywhere begin a search, and the mouse's side buttons go back and forward.
 */
void
cb_window_input_attach (CbWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *mouse = gtk_gesture_click_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (mouse), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (mouse), GTK_PHASE_CAPTURE);
  g_signal_connect_object (mouse, "pressed", G_CALLBACK (mouse_pressed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mouse, "released", G_CALLBACK (mouse_released_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (mouse));
}
