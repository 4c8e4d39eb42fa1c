/* cb-command-list.c: codebook list, which prints the entries of a group, or the groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-command.h"
#include "cb-json.h"
#include "cb-output.h"

/* One line of the list. */
typedef struct
{
  const char *id;
  const CbText *title;
  CbEntry *entry;   /* NULL where it is a group */
  guint n_entries;  /* of a group */
} Line;

static void
print_line (const Line        *line,
            CbFormat           format,
            const CbLanguages *languages)
{
  g_autoptr (GString) text = g_string_new (line->id);
  const char *separator = format == CB_FORMAT_TSV ? "\t" : "  ";
  const char *title = line->title->in[languages->first];
  const char *other = line->title->in[cb_language_other (languages->first)];

  if (format == CB_FORMAT_TEXT)
    {
      for (gsize i = text->len; i < 24; i++)
        g_string_append_c (text, ' ');
    }

  g_string_append_printf (text, "%s%s", separator, title);
  if (languages->both)
    g_string_append_printf (text, " / %s", other);
  if (line->entry == NULL)
    g_string_append_printf (text, format == CB_FORMAT_TSV ? "\t%u" : " (%u)", line->n_entries);
  g_string_append_c (text, '\n');

  cb_output_print (text->str);
}

static void
add_json_line (JsonBuilder       *builder,
               const Line        *line,
               const CbLanguages *languages)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, line->id);
  json_builder_set_member_name (builder, "title");
  cb_json_add_text (builder, line->title, languages);
  if (line->entry == NULL)
    {
      json_builder_set_member_name (builder, "entries");
      json_builder_add_int_value (builder, line->n_entries);
    }
  json_builder_end_object (builder);
}

static void
print_list (GListModel        *model,
            CbFormat           format,
            const CbLanguages *languages)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      Line line = { NULL };

      if (CB_IS_ENTRY (item))
        {
          line.entry = CB_ENTRY (item);
          line.id = cb_entry_get_id (line.entry);
          line.title = cb_entry_get_title (line.entry);
        }
      else
        {
          line.id = cb_group_get_id (CB_GROUP (item));
          line.title = cb_group_get_title (CB_GROUP (item));
          line.n_entries = g_list_model_get_n_items (G_LIST_MODEL (item));
        }

      if (format == CB_FORMAT_JSON)
        add_json_line (builder, &line, languages);
      else
        print_line (&line, format, languages);
    }
  json_builder_end_array (builder);

  if (format == CB_FORMAT_JSON)
    cb_json_print (builder);
}

/**
 * cb_command_list:
 * @args: the words after the command
 *
 * Prints the groups, or the entries of the group that @args name.
 *
 * Returns: %CB_EXIT_NOTHING where there is no such group
 */
CbExit
cb_command_list (char **args)
{
  g_autofree char *language_name = NULL;
  g_autofree char *format_name = NULL;
  g_auto (GStrv) names = NULL;
  g_autoptr (CbCatalog) catalog = NULL;
  GListModel *model;
  CbExit exit_status;
  CbLanguages languages;
  CbFormat format;
  GOptionEntry options[] = {
    { "lang", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &language_name,
      N_("Language of the texts: ko, en or both"), "LANG" },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_name,
      N_("How to print: text, tsv or json"), "FORMAT" },
    { NULL },
  };

  if (!cb_command_parse ("codebook list [GROUP]",
                         _("Prints the entries of a group, or the groups."), options, args, &names,
                         &exit_status))
    return exit_status;

  if (!cb_command_parse_languages (language_name, &languages) ||
      !cb_command_parse_format (format_name, "text|tsv|json", &format))
    return CB_EXIT_USAGE;

  if (g_strv_length (names) > 1)
    {
      cb_command_complain (_("list takes one group, as in: codebook list 4xx"));
      return CB_EXIT_USAGE;
    }

  catalog = cb_command_load_catalog ();
  if (catalog == NULL)
    return CB_EXIT_USAGE;

  model = names[0] == NULL ? cb_catalog_get_groups (catalog)
                           : (GListModel *) cb_catalog_get_group (catalog, names[0]);
  if (model == NULL)
    {
      cb_command_complain (_("There is no group “%s”; codebook list prints all of them"), names[0]);
      return CB_EXIT_NOTHING;
    }

  print_list (model, format, &languages);
  return CB_EXIT_FOUND;
}
