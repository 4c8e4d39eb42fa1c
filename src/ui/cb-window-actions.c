/* cb-window-actions.c: copying, saving, favourites and dialogs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-markdown.h"
#include "cb-preferences.h"
#include "cb-shortcuts-dialog.h"
#include "cb-window-actions.h"

#define METAINFO "/io/github/codebook/Codebook/metainfo.xml"

/* The steps of zooming, in per cent; style.css has a class for each. */
static const int zooms[] = { 70, 80, 90, 100, 110, 120, 135, 150, 175, 200 };

static void
copy_text (CbWindow *window, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  cb_window_add_toast (window, _ ("Copied to clipboard"));
}

/* The language of what is copied: that of the page. */
static CbLanguage
get_first (CbWindow *window)
{
  return cb_library_get_first (cb_window_get_library (window));
}

/* The number of a status code, the token of a method, the title of everything else. */
static char *
dup_number (CbWindow *window, CbEntry *entry)
{
  switch (cb_entry_get_kind (entry))
    {
    case CB_ENTRY_CLASS:
    case CB_ENTRY_STATUS:
    case CB_ENTRY_METHOD:
      return g_strdup (cb_entry_get_token (entry));
    case CB_ENTRY_GUIDE:
    case CB_ENTRY_SITUATION:
      return g_strdup (cb_entry_get_title (entry)->in[get_first (window)]);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
copy_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_text (CB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
copy_number_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  CbEntry *entry = cb_window_get_entry (window);
  g_autofree char *text = dup_number (window, entry);

  copy_text (window, text);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  g_autofree char *selection
      = cb_content_dup_selection (cb_view_get_content (cb_window_get_view (window)));

  if (selection != NULL)
    copy_text (window, selection);
  else
    copy_number_action (widget, name, parameter);
}

/* "404 Not Found" is what one pastes into code and tickets, in whatever language one reads. */
static void
copy_name_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  CbEntry *entry = cb_window_get_entry (window);
  gboolean has_phrase = cb_entry_get_kind (entry) == CB_ENTRY_STATUS;
  g_autofree char *text
      = cb_entry_dup_name (entry, has_phrase ? CB_LANGUAGE_EN : get_first (window));

  copy_text (window, text);
}

static void
copy_both_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  CbEntry *entry = cb_window_get_entry (window);
  g_autofree char *english = cb_entry_dup_name (entry, CB_LANGUAGE_EN);
  g_autofree char *text
      = g_strdup_printf ("%s (%s)", english, cb_entry_get_title (entry)->in[CB_LANGUAGE_KO]);

  copy_text (window, text);
}

static char *
dup_markdown (CbWindow *window)
{
  CbLibrary *library = cb_window_get_library (window);

  return cb_markdown_for_entry (cb_library_get_catalog (library), cb_window_get_entry (window),
                                cb_library_get_first (library),
                                cb_library_get_shows_both (library));
}

static void
copy_markdown_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  g_autofree char *text = dup_markdown (window);

  copy_text (window, text);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    cb_window_add_toast (window, _ ("Saved"));
  else
    cb_window_add_toast (window, error->message);
}

static void
write_file (CbWindow *window, GFile *file, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (window));
}

static void
save_chosen_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbWindow) window = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && cb_window_get_entry (window) != NULL)
    write_file (window, file, dup_markdown (window));
}

static void
save_markdown_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *number = g_ascii_strdown (cb_entry_get_token (cb_window_get_entry (window)), -1);
  g_autofree char *file_name = g_strconcat (number, ".md", NULL);

  gtk_file_dialog_set_title (dialog, _ ("Save Page as Markdown"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, save_chosen_cb, g_object_ref (window));
}

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
import_loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  gsize length;
  guint n_added;

  if (!g_file_load_contents_finish (G_FILE (object), result, &text, &length, NULL, &error))
    {
      cb_window_add_toast (window, error->message);
      return;
    }
  if (!g_utf8_validate (text, (gssize)length, NULL))
    {
      cb_window_add_toast (window, _ ("That is no list of favorites"));
      return;
    }

  n_added = cb_shelf_merge (cb_library_get_favorites (cb_window_get_library (window)), text);
  message = g_strdup_printf (
      dngettext (GETTEXT_PACKAGE, "%u favorite added", "%u favorites added", n_added), n_added);
  cb_window_add_toast (window, message);
}

static void
import_chosen_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbWindow) window = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    g_file_load_contents_async (file, NULL, import_loaded_cb, g_object_ref (window));
}

static void
import_favorites_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Import Favorites"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, import_chosen_cb, g_object_ref (widget));
}

static void
export_chosen_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbWindow) window = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    write_file (window, file,
                cb_shelf_to_text (cb_library_get_favorites (cb_window_get_library (window))));
}

static void
export_favorites_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Export Favorites"));
  gtk_file_dialog_set_initial_name (dialog, "codebook-favorites.txt");
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, export_chosen_cb, g_object_ref (widget));
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
  adw_dialog_present (cb_preferences_new (cb_window_get_library (CB_WINDOW (widget))), widget);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (cb_shortcuts_dialog_new (), widget);
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
  adw_dialog_present (dialog, widget);
}

/**
 * cb_window_actions_install:
 * @widget_class: the class of the window
 *
 * Installs the actions that need no more than the window's public functions.
 */
void
cb_window_actions_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.copy", NULL, copy_action },
    { "win.copy-text", "s", copy_text_action },
    { "win.copy-number", NULL, copy_number_action },
    { "win.copy-name", NULL, copy_name_action },
    { "win.copy-both", NULL, copy_both_action },
    { "win.copy-markdown", NULL, copy_markdown_action },
    { "win.save-markdown", NULL, save_markdown_action },
    { "win.favorite", NULL, favorite_action },
    { "win.import-favorites", NULL, import_favorites_action },
    { "win.export-favorites", NULL, export_favorites_action },
    { "win.open-uri", "s", open_uri_action },
    { "win.zoom-in", NULL, zoom_in_action },
    { "win.zoom-out", NULL, zoom_out_action },
    { "win.zoom-reset", NULL, zoom_reset_action },
    { "win.preferences", NULL, preferences_action },
    { "win.show-shortcuts", NULL, shortcuts_action },
    { "win.about", NULL, about_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                     actions[i].func);
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
