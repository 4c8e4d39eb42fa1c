/* cb-command.c: what the commands of codebook share, and which of them is called */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cb-command.h"
#include "cb-output.h"

static const CbCommand commands[] = {
  { "show", cb_command_show },
  { "search", cb_command_search },
  { "list", cb_command_list },
  { "export", cb_command_export },
  { "annotate", cb_command_annotate },
};

/**
 * cb_command_complain:
 * @format: what is wrong, and what to do
 * @...: for @format
 *
 * Says on standard error what is wrong, in UTF-8 whatever the locale.
 */
void
cb_command_complain (const char *format,
                     ...)
{
  g_autofree char *message = NULL;
  g_autofree char *valid = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  /* It may quote what somebody typed, of whatever bytes. */
  valid = g_utf8_make_valid (message, -1);
  fprintf (stderr, "codebook: %s\n", valid);
}

/**
 * cb_command_load_catalog:
 *
 * Returns: (transfer full) (nullable): the catalog, or %NULL where it cannot be read, which standard error then says
 */
CbCatalog *
cb_command_load_catalog (void)
{
  g_autoptr (GError) error = NULL;
  CbCatalog *catalog = cb_catalog_new (&error);

  if (catalog == NULL)
    cb_command_complain (_("The catalog cannot be read: %s"), error->message);

  return catalog;
}

/**
 * cb_command_parse:
 * @usage: the command and its arguments, for `--help`
 * @summary: what it does, for `--help`
 * @entries: its options, ended by an empty one. Texts are of the kind %G_OPTION_ARG_FILENAME: bytes as they are typed,
 *   whatever the locale
 * @args: the words after the command
 * @words: (out) (transfer full): those that are no options
 * @exit_status: (out): what to exit with where %FALSE is returned
 *
 * Takes the options from a command line; `--help` is answered here.
 *
 * Returns: whether the command should go on
 */
gboolean
cb_command_parse (const char    *usage,
                  const char    *summary,
                  GOptionEntry  *entries,
                  char         **args,
                  GStrv         *words,
                  CbExit        *exit_status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entries[] = {
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { NULL },
  };

  g_strv_builder_add_many (line, "codebook", NULL);
  g_strv_builder_addv (line, (const char **) args);
  argv = g_strv_builder_end (line);

  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &argv, &error))
    {
      cb_command_complain ("%s", error->message);
      *exit_status = CB_EXIT_USAGE;
      return FALSE;
    }

  if (help)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *options = g_option_context_get_help (context, TRUE, NULL);
      const char *body = strstr (options, "\n\n");

      /* GLib's own first lines would name the program of this process, which need not be "codebook". */
      g_string_append_printf (text, _("Usage: %s"), usage);
      g_string_append_printf (text, "\n\n%s\n", summary);
      g_string_append (text, body != NULL ? body + strlen ("\n") : "");
      cb_output_print (text->str);
      *exit_status = CB_EXIT_FOUND;
      return FALSE;
    }

  *words = g_strdupv (argv + 1);
  if (*words != NULL && (*words)[0] != NULL && strcmp ((*words)[0], "--") == 0)
    {
      g_free ((*words)[0]);
      memmove (*words, *words + 1, g_strv_length (*words + 1) * sizeof **words + sizeof **words);
    }
  return TRUE;
}

/**
 * cb_command_parse_format:
 * @name: (nullable): what `--format` says
 * @allowed: the formats that the command has, with "|" between; the first one is the default
 * @format: (out): the format
 *
 * Returns: whether it is one of them; if not, standard error has been told
 */
gboolean
cb_command_parse_format (const char *name,
                         const char *allowed,
                         CbFormat   *format)
{
  static const char *const names[] = {
    [CB_FORMAT_TEXT] = "text",
    [CB_FORMAT_TSV] = "tsv",
    [CB_FORMAT_JSON] = "json",
    [CB_FORMAT_MARKDOWN] = "markdown",
  };
  g_auto (GStrv) choices = g_strsplit (allowed, "|", -1);

  if (name == NULL)
    name = choices[0];

  if (!g_strv_contains ((const char *const *) choices, name))
    {
      /* Translators: the first %s is what was typed, the second lists what may be, as text|json. */
      cb_command_complain (_("“%s” is not a format of this command, expected %s"), name, allowed);
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i], name) == 0)
        *format = i;
    }

  return TRUE;
}

/**
 * cb_command_parse_languages:
 * @name: (nullable): what `--lang` says
 * @languages: (out): the languages; those of the locale where @name is %NULL
 *
 * Returns: whether it is one that the catalog has; if not, standard error has been told
 */
gboolean
cb_command_parse_languages (const char  *name,
                            CbLanguages *languages)
{
  languages->first = cb_language_from_locale ();
  languages->both = g_strcmp0 (name, "both") == 0;

  if (name == NULL || languages->both || cb_language_from_code (name, &languages->first))
    return TRUE;

  cb_command_complain (_("“%s” is not a language of the catalog, expected ko, en or both"), name);
  return FALSE;
}

static void
print_help (void)
{
  cb_output_print (
      _("Usage:\n"
        "  codebook                          open the window\n"
        "  codebook ID|NUMBER|NAME           open it in the window\n"
        "  codebook --search TEXT            open the window with a search\n"
        "  codebook --new-window             open one more window\n"
        "  codebook show ID|NUMBER|NAME…     print entries\n"
        "  codebook search QUERY…            print what a search finds\n"
        "  codebook list [GROUP]             print the entries of a group, or the groups\n"
        "  codebook export                   print the whole catalog as JSON\n"
        "  codebook annotate                 explain the status codes in a log (a filter)\n"
        "\n"
        "  --help       show this help; codebook COMMAND --help tells more\n"
        "  --version    show the version\n"
        "\n"
        "Exit status: 0 found, 1 nothing found, 2 wrong use.\n"));
}

/**
 * cb_command_main:
 * @argv: the words of the command line, the program first
 *
 * Runs the command that the command line names; whatever is no command opens the window.
 *
 * Returns: the exit status
 */
CbExit
cb_command_main (char **argv)
{
  const char *name = argv[0] != NULL ? argv[1] : NULL;

  if (g_strcmp0 (name, "--help") == 0 || g_strcmp0 (name, "-h") == 0)
    {
      print_help ();
      return CB_EXIT_FOUND;
    }

  if (g_strcmp0 (name, "--version") == 0)
    {
      cb_output_print ("codebook " VERSION "\n");
      return CB_EXIT_FOUND;
    }

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (commands[i].name, name) == 0)
        return commands[i].run (argv + 2);
    }

  return cb_open (argv[0] != NULL ? argv + 1 : argv);
}
