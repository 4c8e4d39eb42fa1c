/* cb-window-files.c: the actions that read and write files of the reader's choice */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-window-actions.h"

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
    write_file (window, file, cb_window_dup_markdown (window));
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

/* Returns what to tell the reader. */
static char *
import_favorites (CbShelf *favorites, const char *text, gsize length)
{
  guint n_added;

  if (!g_utf8_validate (text, (gssize)length, NULL) || !cb_shelf_merge (favorites, text, &n_added))
    return g_strdup (_ ("That is no list of favorites"));
  if (n_added == 0)
    return g_strdup (_ ("All of them are favorites already"));

  return g_strdup_printf (
      dngettext (GETTEXT_PACKAGE, "%u favorite added", "%u favorites added", n_added), n_added);
}

static void
import_loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (object), result, &text, &length, NULL, &error))
    message = import_favorites (cb_library_get_favorites (cb_window_get_library (window)), text,
                                length);
  cb_window_add_toast (window, message != NULL ? message : error->message);
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

/**
 * cb_window_files_install:
 * @widget_class: the class of the window
 *
 * Installs the actions that read and write files.
 */
void
cb_window_files_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-markdown", NULL, save_markdown_action);
  gtk_widget_class_install_action (widget_class, "win.import-favorites", NULL,
                                   import_favorites_action);
  gtk_widget_class_install_action (widget_class, "win.export-favorites", NULL,
                                   export_favorites_action);
}
