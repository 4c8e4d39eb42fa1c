/* test-facts.c: every fact of the catalog against the reference tables in tests/data */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"

static CbCatalog *catalog;

/* A table: lines of cells with tabs between, "#" before a remark, the names of the columns first. */
typedef struct
{
  GPtrArray *rows; /* of GStrv */
  char **columns;
} Table;

static Table *
table_load (const char *name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Table *table = g_new0 (Table, 1);

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);

  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || g_str_has_prefix (lines[i], "# "))
        continue;
      if (table->columns == NULL)
        table->columns = g_strsplit (lines[i], "\t", -1);
      else
        g_ptr_array_add (table->rows, g_strsplit (lines[i], "\t", -1));
    }
  g_assert_cmpuint (table->rows->len, >, 0);

  return table;
}

static void
table_free (Table *table)
{
  g_ptr_array_unref (table->rows);
  g_strfreev (table->columns);
  g_free (table);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static const char *
table_get (const Table *table,
           guint        row,
           const char  *column)
{
  GStrv cells = g_ptr_array_index (table->rows, row);

  for (guint i = 0; table->columns[i] != NULL; i++)
    {
      if (strcmp (table->columns[i], column) == 0)
        return i < g_strv_length (cells) ? cells[i] : "";
    }

  g_error ("no column “%s”", column);
}

static CbEntry *
lookup (const char *kind,
        const char *token)
{
  g_autofree char *id = g_strconcat (kind, ":", token, NULL);
  CbEntry *entry = cb_catalog_lookup (catalog, id);

  if (entry == NULL)
    g_error ("the catalog lacks %s", id);

  return entry;
}

static const CbItem *
find_property (CbEntry    *entry,
               const char *name)
{
  gsize n_items;
  const CbItem *items = cb_entry_get_items (entry, CB_PART_BEHAVIOR, &n_items);

  for (gsize i = 0; i < n_items; i++)
    {
      if (strcmp (items[i].name, name) == 0)
        return &items[i];
    }

  g_error ("%s lacks the property “%s”", cb_entry_get_id (entry), name);
}

static gboolean
has_item (CbEntry    *entry,
          CbPart      part,
          const char *code)
{
  gsize n_items;
  const CbItem *items = cb_entry_get_items (entry, part, &n_items);

  for (gsize i = 0; i < n_items; i++)
    {
      if (strcmp (items[i].code, code) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
assert_spec (CbEntry    *entry,
             const char *document,
             const char *section)
{
  gsize n_items;
  const CbItem *items = cb_entry_get_items (entry, CB_PART_SPEC, &n_items);

  g_assert_cmpuint (n_items, >, 0);
  g_assert_cmpstr (items[0].source, ==, document);
  g_assert_cmpstr (items[0].section, ==, section);
}

static guint
count_entries (CbEntryKind kind)
{
  guint n = 0;

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
      CbEntryState state = cb_entry_get_state (entry);

      if (cb_entry_get_kind (entry) == kind && state != CB_STATE_UNOFFICIAL &&
          state != CB_STATE_NOT_A_STATUS)
        n++;
    }

  return n;
}

static void
test_status_codes (void)
{
  g_autoptr (Table) table = table_load ("iana-status-codes.tsv");

  g_assert_cmpuint (table->rows->len, ==, 64);
  g_assert_cmpuint (count_entries (CB_ENTRY_STATUS), ==, table->rows->len);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *code = table_get (table, i, "code");
      CbEntry *entry = lookup ("status", code);
      const char *state = table_get (table, i, "state");
      const char *expires = cb_entry_get_expires (entry);
      g_autofree char *shown_state = NULL;
      const char *cacheable = table_get (table, i, "heuristically_cacheable");

      g_assert_cmpstr (cb_entry_get_title (entry)->in[CB_LANGUAGE_EN], ==, table_get (table, i, "phrase"));
      assert_spec (entry, table_get (table, i, "spec"), table_get (table, i, "section"));

      shown_state = g_strdup (cb_entry_state_get_nick (cb_entry_get_state (entry)));
      if (expires != NULL)
        {
          g_autofree char *without = g_steal_pointer (&shown_state);

          shown_state = g_strdup_printf ("%s (expires %s)", without, expires);
        }
      g_assert_cmpstr (shown_state, ==, state);

      /* The column lists what RFC 9110, section 15.1, names; RFC 7725, section 3, makes 451 cacheable too. */
      if (strcmp (code, "451") == 0)
        cacheable = "yes";
      g_assert_cmpstr (find_property (entry, "cacheable")->value, ==, cacheable);
    }
}

static void
test_deprecated (void)
{
  g_autoptr (Table) table = table_load ("iana-status-codes.tsv");

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *code = table_get (table, i, "code");
      gboolean deprecated = strcmp (code, "102") == 0 || strcmp (code, "305") == 0;

      g_assert_cmpint (cb_entry_get_deprecated (lookup ("status", code)), ==, deprecated);
    }
}

/* Every other name of the table is a former name or another name, and former names say since when. */
static void
test_names (void)
{
  static const struct
  {
    const char *code, *name, *source;
  } former[] = {
    { "413", "Payload Too Large", "RFC 7231" },
    { "413", "Request Entity Too Large", "RFC 2616" },
    { "414", "Request-URI Too Long", "RFC 2616" },
    { "416", "Requested Range Not Satisfiable", "RFC 2616" },
    { "422", "Unprocessable Entity", "RFC 4918" },
    { "302", "Moved Temporarily", "RFC 1945" },
  };
  g_autoptr (Table) table = table_load ("iana-status-codes.tsv");

  for (guint i = 0; i < table->rows->len; i++)
    {
      CbEntry *entry = lookup ("status", table_get (table, i, "code"));
      g_auto (GStrv) names = g_strsplit (table_get (table, i, "alt_phrases"), ";", -1);

      for (guint j = 0; names[j] != NULL; j++)
        {
          const char *name = g_strstrip (names[j]);

          if (*name != '\0' && strcmp (name, cb_entry_get_title (entry)->in[CB_LANGUAGE_EN]) != 0 &&
              has_item (entry, CB_PART_FORMER_NAME, name) + has_item (entry, CB_PART_OTHER_NAME, name) != 1)
            g_error ("%s lacks the name “%s”, or has it twice", cb_entry_get_id (entry), name);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (former); i++)
    {
      gsize n_items;
      const CbItem *items =
          cb_entry_get_items (lookup ("status", former[i].code), CB_PART_FORMER_NAME, &n_items);
      gboolean found = FALSE;

      for (gsize j = 0; j < n_items; j++)
        found |= strcmp (items[j].code, former[i].name) == 0 && strcmp (items[j].source, former[i].source) == 0;
      g_assert_true (found);
    }
}

static void
test_korean_titles (void)
{
  g_autoptr (Table) table = table_load ("terms-ko.tsv");
  guint n_titles = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *english = table_get (table, i, "english");
      g_autofree char *token = g_strndup (english, 3);

      if (strlen (english) < 4 || english[3] != ' ' || !g_ascii_isdigit (english[0]))
        continue;

      if (g_str_has_suffix (token, "xx"))
        g_assert_cmpstr (cb_entry_get_title (lookup ("class", token))->in[CB_LANGUAGE_KO], ==,
                         table_get (table, i, "term_ko"));
      else
        g_assert_cmpstr (cb_entry_get_title (lookup ("status", token))->in[CB_LANGUAGE_KO], ==,
                         table_get (table, i, "term_ko"));
      n_titles++;
    }

  g_assert_cmpuint (n_titles, ==, 64 + 5);
}

static void
test_methods (void)
{
  static const struct
  {
    const char *property, *column;
  } properties[] = {
    { "safe", "safe" },
    { "idempotent", "idempotent" },
    { "cacheable", "cacheable" },
    { "request-body", "request_body" },
    { "response-body", "response_body" },
  };
  g_autoptr (Table) table = table_load ("iana-methods.tsv");

  g_assert_cmpuint (table->rows->len, ==, 41);
  g_assert_cmpuint (count_entries (CB_ENTRY_METHOD), ==, table->rows->len);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *token = table_get (table, i, "method");
      CbEntry *entry = lookup ("method", token);
      gboolean in_forms = strcmp (token, "GET") == 0 || strcmp (token, "POST") == 0;

      g_assert_cmpstr (cb_entry_get_title (entry)->in[CB_LANGUAGE_EN], ==, token);
      g_assert_cmpstr (cb_entry_get_title (entry)->in[CB_LANGUAGE_KO], !=, token);
      assert_spec (entry, table_get (table, i, "spec"), table_get (table, i, "section"));

      for (guint j = 0; j < G_N_ELEMENTS (properties); j++)
        g_assert_cmpstr (find_property (entry, properties[j].property)->value, ==,
                         table_get (table, i, properties[j].column));
      g_assert_cmpstr (find_property (entry, "html-form")->value, ==, in_forms ? "yes" : "no");
    }
}

static void
test_headers (void)
{
  g_autoptr (Table) table = table_load ("headers.tsv");
  guint n_headers = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      CbEntry *entry = lookup ("status", table_get (table, i, "code"));
      gsize n_items;
      const CbItem *items = cb_entry_get_items (entry, CB_PART_HEADER, &n_items);
      gboolean found = FALSE;

      for (gsize j = 0; j < n_items; j++)
        found |= strcmp (items[j].code, table_get (table, i, "header")) == 0 &&
                 strcmp (items[j].name, table_get (table, i, "direction")) == 0 &&
                 strcmp (items[j].value, table_get (table, i, "role")) == 0 &&
                 strcmp (items[j].source, table_get (table, i, "spec")) == 0 &&
                 strcmp (items[j].section, table_get (table, i, "section")) == 0;

      if (!found)
        g_error ("%s lacks the field “%s” as the table has it", cb_entry_get_id (entry),
                 table_get (table, i, "header"));
    }

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      gsize n_items;
      CbEntry *entry = cb_catalog_get_entry (catalog, i);

      cb_entry_get_items (entry, CB_PART_HEADER, &n_items);
      if (cb_entry_get_kind (entry) == CB_ENTRY_STATUS)
        n_headers += n_items;
    }
  g_assert_cmpuint (n_headers, ==, table->rows->len);
}

static void
test_constants (void)
{
  static const struct
  {
    const char *library, *column;
  } libraries[] = {
    { "python", "python_httpstatus" }, { "go", "go_net_http" },
    { "spring", "java_spring" },       { "servlet", "java_servlet" },
    { "jdk", "java_jdk" },             { "ktor", "kotlin_ktor" },
    { "dotnet", "dotnet" },            { "node", "node_http_status_codes" },
    { "rust", "rust_http" },           { "symfony", "php_symfony" },
    { "rack", "ruby_rack" },           { "libsoup", "c_libsoup" },
  };
  g_autoptr (Table) table = table_load ("constants.tsv");
  guint n_expected = 0, n_found = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      CbEntry *entry = lookup ("status", table_get (table, i, "code"));
      gsize n_items;
      const CbItem *items = cb_entry_get_items (entry, CB_PART_CONSTANT, &n_items);

      n_found += n_items;
      for (guint j = 0; j < G_N_ELEMENTS (libraries); j++)
        {
          g_auto (GStrv) names = g_regex_split_simple (" */ *|; *", table_get (table, i, libraries[j].column), 0, 0);
          g_autofree char *pattern = g_strconcat ("(?:^|; )", libraries[j].column, "=([^\\s;]+)", NULL);
          g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
          g_autoptr (GMatchInfo) match = NULL;
          g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);

          for (guint k = 0; names[k] != NULL; k++)
            {
              if (*names[k] != '\0')
                g_ptr_array_add (expected, g_strdup (names[k]));
            }
          for (g_regex_match (regex, table_get (table, i, "other_names"), 0, &match);
               g_match_info_matches (match); g_match_info_next (match, NULL))
            {
              g_autofree char *name = g_match_info_fetch (match, 1);

              if (!g_ptr_array_find_with_equal_func (expected, name, g_str_equal, NULL))
                g_ptr_array_add (expected, g_steal_pointer (&name));
            }

          n_expected += expected->len;
          for (guint k = 0; k < expected->len; k++)
            {
              const char *name = g_ptr_array_index (expected, k);
              gboolean found = FALSE;

              for (gsize l = 0; l < n_items; l++)
                found |= strcmp (items[l].name, libraries[j].library) == 0 && strcmp (items[l].code, name) == 0;
              if (!found)
                g_error ("%s lacks the constant %s of %s", cb_entry_get_id (entry), name, libraries[j].library);
            }
        }
    }

  g_assert_cmpuint (n_found, ==, n_expected);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = cb_catalog_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/facts/status-codes", test_status_codes);
  g_test_add_func ("/facts/deprecated", test_deprecated);
  g_test_add_func ("/facts/names", test_names);
  g_test_add_func ("/facts/korean-titles", test_korean_titles);
  g_test_add_func ("/facts/methods", test_methods);
  g_test_add_func ("/facts/headers", test_headers);
  g_test_add_func ("/facts/constants", test_constants);

  result = g_test_run ();
  g_assert_finalize_object (catalog);
  return result;
}
