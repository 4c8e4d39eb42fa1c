/* cb-menu.c: a menu that is made when it is first opened */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-menu.h"

static void
open_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, data);
}

/**
 * cb_menu_attach:
 * @button: a button without a menu
 * @model: its menu
 *
 * Gives @button a menu. GTK makes all widgets of a menu model at once, which a window that nobody
 * has opened a menu of yet need not wait for.
 */
void
cb_menu_attach (GtkMenuButton *button, GMenuModel *model)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (model));

  gtk_menu_button_set_create_popup_func (button, open_cb, g_object_ref (model), g_object_unref);
}
