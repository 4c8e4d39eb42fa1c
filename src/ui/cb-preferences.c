/* cb-preferences.c: the few things that a reader may decide */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-focus.h"
#include "cb-preferences-page.h"
#include "cb-preferences.h"

/* When the list has closed, and given the focus back to a row that is no more. */
static gboolean
focus_cb (gpointer data)
{
  cb_preferences_page_focus_language (data);

  return G_SOURCE_REMOVE;
}

static void
fill (AdwPreferencesDialog *dialog)
{
  CbLibrary *library = g_object_get_data (G_OBJECT (dialog), "library");
  AdwPreferencesPage *old = g_object_get_data (G_OBJECT (dialog), "page");
  AdwPreferencesPage *page = cb_preferences_page_new (library);
  /* The list that the language was chosen from may have it still. */
  g_autoptr (GtkWidget) focus = cb_focus_take (GTK_WIDGET (dialog));

  if (old != NULL)
    adw_preferences_dialog_remove (dialog, old);
  adw_preferences_dialog_add (dialog, page);
  g_object_set_data (G_OBJECT (dialog), "page", page);
  adw_dialog_set_title (ADW_DIALOG (dialog), _ ("Preferences"));
  if (old != NULL)
    g_idle_add_full (G_PRIORITY_LOW, focus_cb, g_object_ref (page), g_object_unref);
}

static gboolean
refill_cb (gpointer data)
{
  AdwPreferencesDialog *dialog = data;

  if (gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL)
    fill (dialog);

  return G_SOURCE_REMOVE;
}

/* The row whose list the language was chosen from is still busy closing that list. */
static void
language_changed_cb (AdwPreferencesDialog *dialog)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, refill_cb, g_object_ref (dialog), g_object_unref);
}

/**
 * cb_preferences_new:
 * @library: the library
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
cb_preferences_new (CbLibrary *library)
{
  AdwDialog *dialog;

  g_return_val_if_fail (CB_IS_LIBRARY (library), NULL);

  dialog = adw_preferences_dialog_new ();
  g_object_set_data_full (G_OBJECT (dialog), "library", g_object_ref (library), g_object_unref);
  fill (ADW_PREFERENCES_DIALOG (dialog));
  g_signal_connect_object (cb_library_get_settings (library), "changed::language",
                           G_CALLBACK (language_changed_cb), dialog, G_CONNECT_SWAPPED);

  return dialog;
}
