/* cb-window-copy.c: the actions that copy from the page that is shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-markdown.h"
#include "cb-window-actions.h"

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

static void
copy_markdown_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CbWindow *window = CB_WINDOW (widget);
  g_autofree char *text = cb_window_dup_markdown (window);

  copy_text (window, text);
}

/**
 * cb_window_copy_install:
 * @widget_class: the class of the window
 *
 * Installs the actions that copy.
 */
void
cb_window_copy_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "win.copy-text", "s", copy_text_action);
  gtk_widget_class_install_action (widget_class, "win.copy-number", NULL, copy_number_action);
  gtk_widget_class_install_action (widget_class, "win.copy-name", NULL, copy_name_action);
  gtk_widget_class_install_action (widget_class, "win.copy-both", NULL, copy_both_action);
  gtk_widget_class_install_action (widget_class, "win.copy-markdown", NULL, copy_markdown_action);
}

/**
 * cb_window_dup_markdown:
 * @window: a window that shows an entry
 *
 * Returns: (transfer full): the page as Markdown, in the languages that it is shown in
 */
char *
cb_window_dup_markdown (CbWindow *window)
{
  CbLibrary *library = cb_window_get_library (window);

  return cb_markdown_for_entry (cb_library_get_catalog (library), cb_window_get_entry (window),
                                cb_library_get_first (library),
                                cb_library_get_shows_both (library));
}
