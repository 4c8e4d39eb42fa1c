/* cb-window-actions.c: what one can do in a window: all actions, and when they are possible */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-preferences.h"
#include "cb-shortcuts-dialog.h"
#include "cb-window-actions.h"
#include "cb-window-dialogs.h"

#define METAINFO "/io/github/codebook/Codebook/metainfo.xml"

/* The steps of zooming, in per cent; style.css has a class for each. */
static const int zooms[] = { 70, 80, 90, 100, 110, 120, 135, 150, 175, 200 };

static void
open_uri_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    cb_window_add_toast (window, _ ("The specification could not be opened"));
}

static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkUriLauncher) launcher
      = gtk_uri_launcher_new (g_variant_get_string (parameter, NULL));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (widget), NULL, open_uri_cb, g_object_ref (widget));
}

/* What a toast needs to put a favourite back where it was. */
typedef struct
{
  CbLibrary *library;
  CbEntry *entry;
  guint position;
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->library);
  g_object_unref (undo->entry);
  g_free (undo);
}

static void
undo_cb (AdwToast *toast, gpointer data)
{
  Undo *undo = data;

  cb_shelf_add (cb_library_get_favorites (undo->library), undo->entry, undo->position);
}

static void
favorite_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  CbLibrary *library = cb_window_get_library (window);
  CbShelf *favorites = cb_library_get_favorites (library);
  CbEntry *entry = cb_window_get_entry (window);
  AdwToast *toast;
  Undo *undo;

  if (!cb_shelf_contains (favorites, entry))
    {
      cb_shelf_add (favorites, entry, G_MAXUINT);
      cb_window_add_toast (window, _ ("Added to favorites"));
      return;
    }

  undo = g_new0 (Undo, 1);
  undo->library = g_object_ref (library);
  undo->entry = g_object_ref (entry);
  undo->position = cb_shelf_remove (favorites, entry);
  toast = adw_toast_new (_ ("Removed from favorites"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, undo_free,
                         G_CONNECT_DEFAULT);
  cb_view_add_toast (cb_window_get_view (window), toast);
}

static void
set_zoom (GtkWidget *widget, int step)
{
  GSettings *settings = cb_library_get_settings (cb_window_get_library (CB_WINDOW (widget)));
  int zoom = g_settings_get_int (settings, "zoom");
  int last = G_N_ELEMENTS (zooms) - 1;
  int i = 0;

  while (i < last && zooms[i] < zoom)
    i++;
  g_settings_set_int (settings, "zoom", step == 0 ? 100 : zooms[CLAMP (i + step, 0, last)]);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (widget, 1);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (widget, -1);
}

static void
zoom_reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (widget, 0);
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);

  cb_window_dialogs_present (window, cb_preferences_new (cb_window_get_library (window)));
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cb_window_dialogs_present (CB_WINDOW (widget), cb_shortcuts_dialog_new ());
}

static char *
dup_debug_info (CbLibrary *library)
{
  CbCatalog *catalog = cb_library_get_catalog (library);

  return g_strdup_printf ("Codebook %s\nCatalog %s, registry of %s, %u entries\n"
                          "GTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\nLanguages %s\n",
                          VERSION, catalog != NULL ? cb_catalog_get_version (catalog) : "-",
                          catalog != NULL ? cb_catalog_get_registry (catalog) : "-",
                          catalog != NULL ? cb_catalog_get_n_entries (catalog) : 0,
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version,
                          glib_minor_version, glib_micro_version, g_get_language_names ()[0]);
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbLibrary *library = cb_window_get_library (CB_WINDOW (widget));
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (METAINFO, VERSION);
  g_autofree char *debug_info = dup_debug_info (library);

  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), VERSION);
  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (dialog), APPLICATION_ID);
  adw_about_dialog_set_debug_info (ADW_ABOUT_DIALOG (dialog), debug_info);
  adw_about_dialog_set_debug_info_filename (ADW_ABOUT_DIALOG (dialog), "codebook-debug-info.txt");
  /* Translators: the names of the translators, one a line, as they are to stand in the About dialog
   */
  adw_about_dialog_set_translator_credits (ADW_ABOUT_DIALOG (dialog), _ ("translator-credits"));
  cb_window_dialogs_present (CB_WINDOW (widget), dialog);
}

/**
 * cb_window_actions_install:
 * @widget_class: the class of the window
 *
 * Installs all actions of the window.
 */
void
cb_window_actions_install (GtkWidgetClass *widget_class)
{
  cb_window_navigation_install (widget_class);
  cb_window_copy_install (widget_class);
  cb_window_files_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.favorite", NULL, favorite_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-reset", NULL, zoom_reset_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
}

/**
 * cb_window_actions_update:
 * @window: a window
 *
 * Enables what can be done with the page that is shown.
 */
void
cb_window_actions_update (CbWindow *window)
{
  static const char *const of_entry[]
      = { "win.copy",          "win.copy-number",   "win.copy-name", "win.copy-both",
          "win.copy-markdown", "win.save-markdown", "win.favorite" };
  static const char *const of_catalog[]
      = { "win.import-favorites", "win.export-favorites", "win.home", "win.search" };
  gboolean has_catalog = cb_library_get_catalog (cb_window_get_library (window)) != NULL;
  gboolean has_entry = cb_window_get_entry (window) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (of_entry); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), of_entry[i], has_entry);
  for (gsize i = 0; i < G_N_ELEMENTS (of_catalog); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), of_catalog[i], has_catalog);
}
