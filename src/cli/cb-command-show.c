/* cb-command-show.c: codebook show, which prints entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-command.h"
#include "cb-json.h"
#include "cb-markdown.h"
#include "cb-output.h"
#include "cb-page.h"

static void
print_json (GPtrArray         *entries,
            const CbLanguages *languages)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    cb_json_add_entry (builder, g_ptr_array_index (entries, i), languages);
  json_builder_end_array (builder);

  cb_json_print (builder);
}

static void
print_entries (CbCatalog         *catalog,
               GPtrArray         *entries,
               CbFormat           format,
               const CbLanguages *languages)
{
  for (guint i = 0; i < entries->len; i++)
    {
      CbEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *text = NULL;

      if (format == CB_FORMAT_MARKDOWN)
        text = cb_markdown_for_entry (catalog, entry, languages->first, languages->both);
      else
        text = cb_page_for_entry (catalog, entry, languages, cb_output_get_columns (),
                                  cb_output_wants_color ());

      if (i > 0)
        cb_output_print ("\n");
      cb_output_print (text);
    }
}

/**
 * cb_command_show:
 * @args: the words after the command
 *
 * Prints the entries that @args name. Those that there are get printed even where others are not found.
 *
 * Returns: %CB_EXIT_NOTHING where one of them is not found
 */
CbExit
cb_command_show (char **args)
{
  g_autofree char *language_name = NULL;
  g_autofree char *format_name = NULL;
  g_auto (GStrv) names = NULL;
  g_autoptr (CbCatalog) catalog = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  CbExit exit_status = CB_EXIT_FOUND;
  CbLanguages languages;
  CbFormat format;
  GOptionEntry options[] = {
    { "lang", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &language_name,
      N_("Language of the texts: ko, en or both"), "LANG" },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_name,
      N_("How to print: text, json or markdown"), "FORMAT" },
    { NULL },
  };

  if (!cb_command_parse ("codebook show ID|NUMBER|NAME…", _("Prints entries."), options, args, &names,
                         &exit_status))
    return exit_status;

  if (!cb_command_parse_languages (language_name, &languages) ||
      !cb_command_parse_format (format_name, "text|json|markdown", &format))
    return CB_EXIT_USAGE;

  if (names[0] == NULL)
    {
      cb_command_complain (_("show needs an entry, as in: codebook show 404"));
      return CB_EXIT_USAGE;
    }

  catalog = cb_command_load_catalog ();
  if (catalog == NULL)
    return CB_EXIT_USAGE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      CbEntry *entry = cb_catalog_lookup_name (catalog, names[i]);

      if (entry != NULL)
        {
          g_ptr_array_add (entries, entry);
          continue;
        }

      cb_command_complain (_("There is no entry “%s”; try: codebook search %s"), names[i], names[i]);
      exit_status = CB_EXIT_NOTHING;
    }

  if (format == CB_FORMAT_JSON)
    print_json (entries, &languages);
  else
    print_entries (catalog, entries, format, &languages);

  return exit_status;
}
