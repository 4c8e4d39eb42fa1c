/* cb-command-search.c: codebook search, which prints what a search finds */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cb-command.h"
#include "cb-index.h"
#include "cb-json.h"
#include "cb-output.h"
#include "cb-query.h"

#define N_SUGGESTIONS 3

static char *
dup_title (CbEntry           *entry,
           const CbLanguages *languages)
{
  g_autofree char *name = cb_entry_dup_name (entry, languages->first);

  if (!languages->both)
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s / %s", name,
                          cb_entry_get_title (entry)->in[cb_language_other (languages->first)]);
}

static void
print_lines (const GArray      *hits,
             guint              n_hits,
             CbFormat           format,
             const CbLanguages *languages)
{
  for (guint i = 0; i < n_hits; i++)
    {
      const CbHit *hit = &g_array_index (hits, CbHit, i);
      g_autofree char *title = dup_title (hit->entry, languages);
      g_autofree char *line = NULL;

      if (format == CB_FORMAT_TSV)
        line = g_strdup_printf ("%s\t%s\t%s:%s\n", cb_entry_get_id (hit->entry), title,
                                cb_match_field_get_nick (hit->field),
                                cb_match_kind_get_nick (hit->kind));
      else
        line = g_strdup_printf ("%s\n  %s\n", title,
                                cb_entry_get_summary (hit->entry)->in[languages->first]);
      cb_output_print (line);
    }
}

static void
print_json (const GArray      *hits,
            guint              n_hits,
            const CbLanguages *languages)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < n_hits; i++)
    {
      const CbHit *hit = &g_array_index (hits, CbHit, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, cb_entry_get_id (hit->entry));
      json_builder_set_member_name (builder, "title");
      cb_json_add_text (builder, cb_entry_get_title (hit->entry), languages);
      json_builder_set_member_name (builder, "summary");
      cb_json_add_text (builder, cb_entry_get_summary (hit->entry), languages);
      json_builder_set_member_name (builder, "field");
      json_builder_add_string_value (builder, cb_match_field_get_nick (hit->field));
      json_builder_set_member_name (builder, "match");
      json_builder_add_string_value (builder, cb_match_kind_get_nick (hit->kind));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  cb_json_print (builder);
}

/* Suggestions are no results: they go to standard error, where a person sees them and a program does not. */
static void
suggest (CbIndex           *index,
         const CbQuery     *query,
         const char        *text,
         const CbLanguages *languages)
{
  g_autoptr (GArray) suggestions = cb_index_suggest (index, query, N_SUGGESTIONS);

  cb_command_complain (_("Nothing was found for “%s”"), text);
  for (guint i = 0; i < suggestions->len; i++)
    {
      CbEntry *entry = g_array_index (suggestions, CbHit, i).entry;
      g_autofree char *title = dup_title (entry, languages);

      if (i == 0)
        fprintf (stderr, "%s\n", _("Perhaps you mean:"));
      fprintf (stderr, "  %s\n", title);
    }
}

static CbExit
search_once (CbIndex           *index,
             const char        *text,
             guint              limit,
             CbFormat           format,
             const CbLanguages *languages)
{
  g_autoptr (CbQuery) query = cb_query_parse (text);
  g_autoptr (GArray) hits = cb_index_search (index, query);
  guint n_hits = limit > 0 ? MIN (limit, hits->len) : hits->len;

  if (format == CB_FORMAT_JSON)
    print_json (hits, n_hits, languages);
  else
    print_lines (hits, n_hits, format, languages);

  if (hits->len > 0)
    return CB_EXIT_FOUND;

  suggest (index, query, text, languages);
  return CB_EXIT_NOTHING;
}

/* Reads a line without its end, or as much of it as a query may be long: memory does not grow with it. Returns whether
 * there was one. */
static gboolean
read_line (char  *line,
           gsize  size)
{
  gsize length = 0;
  int c = getc_unlocked (stdin);

  if (c == EOF)
    return FALSE;

  for (; c != EOF && c != '\n'; c = getc_unlocked (stdin))
    {
      if (length < size - 1)
        line[length++] = (char) c;
    }
  while (length > 0 && line[length - 1] == '\r')
    length--;
  line[length] = '\0';

  return TRUE;
}

/* One query a line in, one line of ids out, so that a program can go on with one process. */
static CbExit
search_lines (CbIndex *index,
              guint    limit)
{
  /* One byte more than is used, so that what is cut off is seen to be. */
  char line[CB_QUERY_MAX_BYTES + 2];

  setvbuf (stdout, NULL, _IOLBF, 0);

  while (!ferror (stdout) && read_line (line, sizeof line))
    {
      g_autoptr (CbQuery) query = cb_query_parse (line);
      g_autoptr (GArray) hits = cb_index_search (index, query);
      guint n_hits = limit > 0 ? MIN (limit, hits->len) : hits->len;

      for (guint i = 0; i < n_hits; i++)
        {
          if (i > 0)
            cb_output_print (" ");
          cb_output_print (cb_entry_get_id (g_array_index (hits, CbHit, i).entry));
        }
      cb_output_print (n_hits > 0 ? "\n" : "-\n");
    }

  if (ferror (stdin))
    {
      cb_command_complain (_("Standard input cannot be read: %s"), g_strerror (errno));
      return CB_EXIT_USAGE;
    }

  return CB_EXIT_FOUND;
}

/**
 * cb_command_search:
 * @args: the words after the command
 *
 * Prints the entries that a search finds, best first.
 *
 * Returns: %CB_EXIT_NOTHING where it finds none
 */
CbExit
cb_command_search (char **args)
{
  g_autofree char *language_name = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (CbCatalog) catalog = NULL;
  g_autoptr (CbIndex) index = NULL;
  gboolean from_stdin = FALSE, ids = FALSE;
  int limit = 0;
  CbExit exit_status;
  CbLanguages languages;
  CbFormat format;
  GOptionEntry options[] = {
    { "limit", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &limit,
      N_("Print at most this many"), "N" },
    { "lang", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &language_name,
      N_("Language of the texts: ko, en or both"), "LANG" },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_name,
      N_("How to print: text, tsv or json"), "FORMAT" },
    { "stdin", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &from_stdin,
      N_("Read queries from standard input, one a line (with --ids)"), NULL },
    { "ids", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &ids,
      N_("Print one line of ids for each query (with --stdin)"), NULL },
    { NULL },
  };

  if (!cb_command_parse ("codebook search QUERY…", _("Prints what a search finds, best first."), options,
                         args, &words, &exit_status))
    return exit_status;

  if (!cb_command_parse_languages (language_name, &languages) ||
      !cb_command_parse_format (format_name, "text|tsv|json", &format))
    return CB_EXIT_USAGE;

  if (limit < 0)
    {
      cb_command_complain (_("--limit takes a number from 1 on"));
      return CB_EXIT_USAGE;
    }

  if (from_stdin != ids || (from_stdin && (words[0] != NULL || format_name != NULL)))
    {
      cb_command_complain (_("--stdin and --ids go together, without a query or a format"));
      return CB_EXIT_USAGE;
    }

  if (!from_stdin && words[0] == NULL)
    {
      cb_command_complain (_("search needs a query, as in: codebook search not found"));
      return CB_EXIT_USAGE;
    }

  catalog = cb_command_load_catalog ();
  if (catalog == NULL)
    return CB_EXIT_USAGE;

  index = cb_index_new_builtin (catalog);
  if (from_stdin)
    return search_lines (index, (guint) limit);

  text = g_strjoinv (" ", words);
  return search_once (index, text, (guint) limit, format, &languages);
}
