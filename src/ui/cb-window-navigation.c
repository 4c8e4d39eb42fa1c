/* cb-window-navigation.c: the actions that go somewhere: pages, groups, the search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-window-actions.h"

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cb_window_go (CB_WINDOW (widget), FALSE);
}

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cb_window_go (CB_WINDOW (widget), TRUE);
}

static void
home_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cb_window_open (CB_WINDOW (widget), NULL);
}

typedef struct
{
  CbWindow *window;
  CbEntry *entry;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->window);
  g_object_unref (opening->entry);
  g_free (opening);
}

static gboolean
open_later_cb (gpointer data)
{
  Opening *opening = data;

  /* The window may have been closed in the meantime. */
  if (cb_window_get_library (opening->window) != NULL)
    cb_window_open (opening->window, opening->entry);

  return G_SOURCE_REMOVE;
}

/* A row or a button of the page asks for this, and is still busy with having been activated: the
 * page that it is on must not go before it is done. */
static void
open_later (CbWindow *window, CbEntry *entry)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (window);
  opening->entry = g_object_ref (entry);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, open_later_cb, opening, opening_free);
}

static void
open_entry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  CbCatalog *catalog = cb_library_get_catalog (cb_window_get_library (window));
  CbEntry *entry = catalog != NULL
                       ? cb_catalog_lookup (catalog, g_variant_get_string (parameter, NULL))
                       : NULL;

  if (entry != NULL)
    open_later (window, entry);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);

  cb_view_show_list (cb_window_get_view (window));
  cb_sidebar_focus_search (cb_view_get_sidebar (cb_window_get_view (window)));
}

static void
scope_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);

  cb_view_show_list (cb_window_get_view (window));
  cb_sidebar_set_scope (cb_view_get_sidebar (cb_window_get_view (window)),
                        cb_scope_from_nick (g_variant_get_string (parameter, NULL)));
}

static void
toggle_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cb_view_toggle_list (cb_window_get_view (CB_WINDOW (widget)));
}

/* A class has a page of its own; of other groups the list is shown. */
static void
show_group_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  CbCatalog *catalog = cb_library_get_catalog (cb_window_get_library (window));
  CbGroup *group = cb_catalog_get_group (catalog, g_variant_get_string (parameter, NULL));
  CbSidebar *sidebar = cb_view_get_sidebar (cb_window_get_view (window));
  g_autoptr (CbEntry) first = NULL;

  g_return_if_fail (group != NULL);

  first = g_list_model_get_item (G_LIST_MODEL (group), 0);
  cb_sidebar_set_text (sidebar, "");
  cb_sidebar_reveal (sidebar, first);
  if (cb_entry_get_kind (first) == CB_ENTRY_CLASS)
    open_later (window, first);
  else
    cb_view_show_list (cb_window_get_view (window));
}

/**
 * cb_window_navigation_install:
 * @widget_class: the class of the window
 *
 * Installs the actions that go somewhere.
 */
void
cb_window_navigation_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.home", NULL, home_action);
  gtk_widget_class_install_action (widget_class, "win.open-entry", "s", open_entry_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.scope", "s", scope_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-list", NULL, toggle_list_action);
  gtk_widget_class_install_action (widget_class, "win.show-group", "s", show_group_action);
}
