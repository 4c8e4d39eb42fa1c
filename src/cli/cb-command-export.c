/* cb-command-export.c: codebook export, which prints the whole catalog */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-command.h"
#include "cb-json.h"

/**
 * cb_command_export:
 * @args: the words after the command
 *
 * Prints the catalog as one JSON document.
 *
 * Returns: %CB_EXIT_FOUND
 */
CbExit
cb_command_export (char **args)
{
  g_autofree char *language_name = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (CbCatalog) catalog = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CbLanguages languages;
  CbExit exit_status;
  GOptionEntry options[] = {
    { "lang", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &language_name,
      N_("Language of the texts: ko, en or both"), "LANG" },
    { NULL },
  };

  if (!cb_command_parse ("codebook export", _("Prints the whole catalog as one JSON document."), options,
                         args, &words, &exit_status))
    return exit_status;

  /* A document for programs does not depend on the locale. */
  if (!cb_command_parse_languages (language_name != NULL ? language_name : "both", &languages))
    return CB_EXIT_USAGE;

  if (words[0] != NULL)
    {
      cb_command_complain (_("export takes no arguments"));
      return CB_EXIT_USAGE;
    }

  catalog = cb_command_load_catalog ();
  if (catalog == NULL)
    return CB_EXIT_USAGE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_string_value (builder, cb_catalog_get_version (catalog));
  json_builder_set_member_name (builder, "registry");
  json_builder_add_string_value (builder, cb_catalog_get_registry (catalog));
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    cb_json_add_entry (builder, cb_catalog_get_entry (catalog, i), &languages);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  cb_json_print (builder);
  return CB_EXIT_FOUND;
}
