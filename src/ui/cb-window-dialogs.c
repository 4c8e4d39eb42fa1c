/* cb-window-dialogs.c: dialogs within a window, which changes its size as it likes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-focus.h"
#include "cb-window-dialogs.h"

/* A dialog that is closed fades away first, and is a child of the window as long as it does. When
 * libadwaita 1.7 then gives it a size that makes a sheet at the bottom of it, or no sheet any more,
 * it hides the old form; that ends the fading; that frees the dialog; and libadwaita goes on with
 * what it has freed. So no dialog that fades away is there when the sizes change. */
#define LEAVING "cb-leaving-dialogs"

static GPtrArray *
get_leaving (CbWindow *window)
{
  GPtrArray *leaving = g_object_get_data (G_OBJECT (window), LEAVING);

  if (leaving == NULL)
    {
      leaving = g_ptr_array_new_with_free_func (g_object_unref);
      g_object_set_data_full (G_OBJECT (window), LEAVING, leaving,
                              (GDestroyNotify)g_ptr_array_unref);
    }

  return leaving;
}

static void
left_cb (CbWindow *window, GParamSpec *pspec, AdwDialog *dialog)
{
  g_ptr_array_remove (get_leaving (window), dialog);
}

/* libadwaita brings the focus back to where it was before the dialog. That may be gone, if all was
 * made anew meanwhile, and the focus would stay in what fades away. Nor does a click bring it back
 * there. */
static void
leave (CbWindow *window, AdwDialog *dialog)
{
  g_autoptr (GtkWidget) focus = cb_focus_take (GTK_WIDGET (dialog));

  gtk_widget_set_can_focus (GTK_WIDGET (dialog), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (dialog), FALSE);
  if (focus != NULL)
    gtk_widget_child_focus (GTK_WIDGET (cb_window_get_view (window)), GTK_DIR_TAB_FORWARD);
}

static void
closed_cb (CbWindow *window, AdwDialog *dialog)
{
  leave (window, dialog);
  g_ptr_array_add (get_leaving (window), g_object_ref (dialog));
  g_signal_connect_object (dialog, "notify::parent", G_CALLBACK (left_cb), window,
                           G_CONNECT_SWAPPED);
}

/**
 * cb_window_dialogs_present:
 * @window: a window
 * @dialog: (transfer floating): a dialog that was not presented before
 *
 * Shows @dialog in @window.
 */
void
cb_window_dialogs_present (CbWindow *window, AdwDialog *dialog)
{
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), window, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/**
 * cb_window_dialogs_prepare:
 * @window: a window that is about to give its children another size
 *
 * Has the dialogs that were closed, and still fade away, go at once, and takes the focus out of the
 * one that is open: it hides what is in it where another breakpoint comes into force.
 *
 * Returns: (transfer full) (nullable): what had the focus in a dialog, for
 *   cb_window_dialogs_restore()
 */
GtkWidget *
cb_window_dialogs_prepare (CbWindow *window)
{
  GPtrArray *leaving = get_leaving (window);
  AdwDialog *dialog;

  for (guint i = leaving->len; i > 0; i--)
    {
      g_autoptr (GtkWidget) gone = g_object_ref (g_ptr_array_index (leaving, i - 1));

      gtk_widget_set_visible (gone, FALSE);
    }
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return dialog != NULL ? cb_focus_take (GTK_WIDGET (dialog)) : NULL;
}

/**
 * cb_window_dialogs_restore:
 * @window: a window whose children have another size
 * @focus: (nullable): what had the focus in a dialog
 *
 * Brings the focus back to where it was, if that is still seen, or else to the start of the dialog.
 */
void
cb_window_dialogs_restore (CbWindow *window, GtkWidget *focus)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (focus != NULL && dialog != NULL && !cb_focus_give (focus))
    gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD);
}
