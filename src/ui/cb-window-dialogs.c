/* cb-window-dialogs.c: dialogs within a window, which changes its size as it likes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

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

static void
closed_cb (CbWindow *window, AdwDialog *dialog)
{
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
 * cb_window_dialogs_finish:
 * @window: a window that is about to give its children another size
 *
 * Has the dialogs that were closed, and still fade away, go at once.
 */
void
cb_window_dialogs_finish (CbWindow *window)
{
  GPtrArray *leaving = get_leaving (window);

  for (guint i = leaving->len; i > 0; i--)
    {
      g_autoptr (GtkWidget) dialog = g_object_ref (g_ptr_array_index (leaving, i - 1));

      gtk_widget_set_visible (dialog, FALSE);
    }
}
