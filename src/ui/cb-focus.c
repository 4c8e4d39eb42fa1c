/* cb-focus.c: takes the focus out of what is about to go, and gives it back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-focus.h"

/**
 * cb_focus_take:
 * @widget: a widget that is about to be hidden or taken out of its window
 *
 * Takes the focus out of @widget, so that its window has none.
 *
 * When something with the focus in it is hidden, GTK 4.18 keeps a reference to it until the focus
 * has been moved, in the next frame. When something with the focus in it is hidden once more before
 * that, it keeps another and forgets to give back the first
 * (_gtk_window_unset_focus_and_default()). So it does when a breakpoint collapses a split view, and
 * when a split view is collapsed no longer, and what was hidden outlives its window.
 *
 * Returns: (transfer full) (nullable): what had the focus, or %NULL if it was not in @widget
 */
GtkWidget *
cb_focus_take (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || (focus != widget && !gtk_widget_is_ancestor (focus, widget)))
    return NULL;

  g_object_ref (focus);
  /* Where the focus is set, to what is visible and sensitive, as what had it may be no longer, it
   * is not moved any more. */
  gtk_root_set_focus (root, widget);
  gtk_root_set_focus (root, NULL);

  return focus;
}

/**
 * cb_focus_give:
 * @widget: what had the focus
 *
 * Gives the focus back to @widget, if that is visible and can take it. Of a text nothing is
 * selected then: half a query that is selected would go with the next key.
 *
 * Returns: whether @widget has the focus now
 */
gboolean
cb_focus_give (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (!gtk_widget_is_visible (widget))
    return FALSE;

  return GTK_IS_TEXT (widget) ? gtk_text_grab_focus_without_selecting (GTK_TEXT (widget))
                              : gtk_widget_grab_focus (widget);
}

/**
 * cb_focus_keep:
 * @widget: a widget in a window
 *
 * Has the focus stay where it is, if that can be seen, though it was hidden and shown again: GTK
 * would still move it in the next frame, and keeps a reference until then; see cb_focus_take().
 */
void
cb_focus_keep (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_root_set_focus (root, focus);
}
