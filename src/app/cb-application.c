/* cb-application.c: the window program: one process, what it is handed, its windows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-application.h"
#include "cb-locale.h"
#include "cb-window.h"

#define RESOURCES "/io/github/codebook/Codebook"
#define URI_SCHEME "codebook:"

struct _CbApplication
{
  AdwApplication parent_instance;

  /* owned */
  GSettings *settings;
  CbLibrary *library;
};

G_DEFINE_FINAL_TYPE (CbApplication, cb_application, ADW_TYPE_APPLICATION)

static CbWindow *
make_window (CbApplication *self)
{
  return cb_window_new (GTK_APPLICATION (self), self->library);
}

static CbWindow *
ensure_window (CbApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return CB_IS_WINDOW (window) ? CB_WINDOW (window) : make_window (self);
}

static void
search (CbApplication *self, const char *text)
{
  CbWindow *window = ensure_window (self);

  if (cb_library_get_catalog (self->library) != NULL)
    cb_window_search (window, text);
  gtk_window_present (GTK_WINDOW (window));
}

/* An id, a number, a name, or one of them as an address. What names no entry is searched for. */
static void
show (CbApplication *self, const char *target)
{
  CbCatalog *catalog = cb_library_get_catalog (self->library);
  g_autofree char *text = NULL;
  CbWindow *window;
  CbEntry *entry;

  if (g_ascii_strncasecmp (target, URI_SCHEME, strlen (URI_SCHEME)) == 0)
    {
      target += strlen (URI_SCHEME);
      while (*target == '/')
        target++;
      text = g_uri_unescape_string (target, NULL);
    }
  if (text == NULL)
    text = g_strdup (target);
  g_strstrip (text);

  window = ensure_window (self);
  if (catalog != NULL && text[0] != '\0')
    {
      entry = cb_catalog_lookup (catalog, text);
      if (entry == NULL && strlen (text) == 3 && strspn (text, "0123456789") == 3)
        entry = cb_catalog_lookup_number (catalog, atoi (text));
      if (entry == NULL)
        entry = cb_catalog_lookup_name (catalog, text);
      if (entry != NULL)
        cb_window_open (window, entry);
      else
        cb_window_search (window, text);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (make_window (data)));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (data)) != NULL)
    gtk_window_destroy (windows->data);
}

static void
show_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show (data, g_variant_get_string (parameter, NULL));
}

static void
search_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  search (data, g_variant_get_string (parameter, NULL));
}

static void
language_changed_cb (CbApplication *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");

  cb_locale_apply (language);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (CB_IS_WINDOW (l->data))
        cb_window_rebuild (l->data);
    }
}

static void
favorites_failed_cb (CbApplication *self, gboolean reading, const char *message)
{
  g_autofree char *text
      = g_strdup_printf (reading ? _ ("Your favorites could not be read, and changes will not be "
                                      "saved: %s")
                                 : _ ("Your favorites could not be saved: %s"),
                         message);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (CB_IS_WINDOW (l->data))
        cb_window_add_toast (l->data, text);
    }
}

static void
first_frame_cb (GdkFrameClock *clock, GApplication *application)
{
  g_application_quit (application);
}

static void
exit_after_first_frame (CbApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                             G_CALLBACK (first_frame_cb), self, G_CONNECT_DEFAULT);
}

static void
cb_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (CB_APPLICATION (application))));
}

static void
cb_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  CbApplication *self = CB_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      /* Each in a window of its own, the first in the one that is there. */
      if (i > 0)
        gtk_window_present (GTK_WINDOW (make_window (self)));
      show (self, uri);
    }
}

static int
cb_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  CbApplication *self = CB_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_auto (GStrv) targets = NULL;
  const char *text;

  if (g_variant_dict_contains (options, "new-window"))
    gtk_window_present (GTK_WINDOW (make_window (self)));

  if (g_variant_dict_lookup (options, "search", "&s", &text))
    {
      search (self, text);
    }
  else if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^as", &targets)
           && targets[0] != NULL)
    {
      /* Words without quotes are one name. */
      g_autofree char *target = g_strjoinv (" ", targets);

      show (self, target);
    }
  else
    {
      g_application_activate (application);
    }

  if (g_variant_dict_contains (options, "exit-after-first-frame"))
    exit_after_first_frame (self);

  return 0;
}

static int
cb_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      puts ("codebook " VERSION);
      return 0;
    }

  return -1;
}

static void
cb_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new-window", .activate = new_window_action },
    { .name = "quit", .activate = quit_action },
    { .name = "show", .activate = show_action, .parameter_type = "s" },
    { .name = "search", .activate = search_action, .parameter_type = "s" },
  };
  CbApplication *self = CB_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  g_autoptr (CbCatalog) catalog = NULL;
  g_autofree char *language = NULL;
  g_autofree char *folder = NULL;

  self->settings = g_settings_new (APPLICATION_ID);
  language = g_settings_get_string (self->settings, "language");
  cb_locale_init ();
  cb_locale_apply (language);

  G_APPLICATION_CLASS (cb_application_parent_class)->startup (application);
  /* Text is selected by who wants it, not by who passes a link on the way through a page. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);

  catalog = cb_catalog_new (&error);
  folder = g_build_filename (g_get_user_data_dir (), DEVELOPMENT ? "codebook-devel" : "codebook",
                             NULL);
  self->library = cb_library_new (catalog, error, self->settings, folder);
  if (catalog != NULL)
    {
      g_signal_connect_object (cb_library_get_favorites (self->library), "failed",
                               G_CALLBACK (favorites_failed_cb), self, G_CONNECT_SWAPPED);
    }

  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

static void
cb_application_dispose (GObject *object)
{
  CbApplication *self = CB_APPLICATION (object);

  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cb_application_parent_class)->dispose (object);
}

static void
cb_application_class_init (CbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_application_dispose;

  application_class->activate = cb_application_activate;
  application_class->command_line = cb_application_command_line;
  application_class->handle_local_options = cb_application_handle_local_options;
  application_class->open = cb_application_open;
  application_class->startup = cb_application_startup;
}

static void
cb_application_init (CbApplication *self)
{
  static const GOptionEntry options[] = {
    { .long_name = "search",
      .short_name = 's',
      .arg = G_OPTION_ARG_STRING,
      .description = N_ ("Search for TEXT"),
      .arg_description = N_ ("TEXT") },
    { .long_name = "new-window",
      .short_name = 'n',
      .arg = G_OPTION_ARG_NONE,
      .description = N_ ("Open a new window") },
    { .long_name = "version",
      .arg = G_OPTION_ARG_NONE,
      .description = N_ ("Show the version and exit") },
    { .long_name = "exit-after-first-frame",
      .flags = G_OPTION_FLAG_HIDDEN,
      .arg = G_OPTION_ARG_NONE },
    { .long_name = G_OPTION_REMAINING,
      .arg = G_OPTION_ARG_STRING_ARRAY,
      .arg_description = N_ ("[ID|NUMBER|NAME]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * cb_application_new:
 *
 * Returns: (transfer full): the application
 */
CbApplication *
cb_application_new (void)
{
  return g_object_new (CB_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCES, NULL);
}
