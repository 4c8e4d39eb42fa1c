/* bench-rivals.c: memmem as the limit, GTK's string filter, SQLite's full-text search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "bench-rivals.h"

#include <string.h>

#ifdef HAVE_GTK
#include <gtk/gtk.h>
#endif
#ifdef HAVE_SQLITE
#include <sqlite3.h>
#endif

#include "cb-fold.h"

static char *
dup_text (const BenchEntries *entries, guint i)
{
  return g_strconcat (g_ptr_array_index (entries->titles, i), " ",
                      g_ptr_array_index (entries->texts, i), NULL);
}

static gpointer
open_memory (const BenchEntries *entries)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < entries->texts->len; i++)
    {
      g_autofree char *text = dup_text (entries, i);

      g_string_append_printf (all, "%s ", text);
    }

  return cb_fold_to_bytes (all->str);
}

/* The limit: one pass over all letters, for the folded query as a whole. */
static guint
search_memory (gpointer data, const char *query)
{
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (query);
  gsize n_all;
  gsize n;
  const CbLetter *haystack = g_bytes_get_data (data, &n_all);
  const CbLetter *needle = g_bytes_get_data (bytes, &n);
  const CbLetter *end = haystack + n_all;
  guint found = 0;

  for (const CbLetter *from = haystack;
       n > 0 && (from = memmem (from, (gsize)(end - from), needle, n)) != NULL; from += n)
    found++;

  return found;
}

static void
close_memory (gpointer data)
{
  g_bytes_unref (data);
}

#ifdef HAVE_GTK
static gpointer
open_filter (const BenchEntries *entries)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < entries->texts->len; i++)
    gtk_string_list_take (list, dup_text (entries, i));

  return list;
}

static guint
search_filter (gpointer data, const char *query)
{
  GListModel *model = data;
  g_autoptr (GtkStringFilter) filter = gtk_string_filter_new (
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  guint found = 0;

  gtk_string_filter_set_search (filter, query);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      found += gtk_filter_match (GTK_FILTER (filter), item) ? 1 : 0;
    }

  return found;
}
#endif

#ifdef HAVE_SQLITE
static void
fill_table (sqlite3 *database, const BenchEntries *entries)
{
  sqlite3_stmt *statement;

  sqlite3_exec (database, "BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (database, "INSERT INTO t VALUES (?1)", -1, &statement, NULL);
  for (guint i = 0; i < entries->texts->len; i++)
    {
      g_autofree char *text = dup_text (entries, i);

      sqlite3_bind_text (statement, 1, text, -1, SQLITE_TRANSIENT);
      sqlite3_step (statement);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  sqlite3_exec (database, "COMMIT", NULL, NULL, NULL);
}

static gpointer
open_sqlite (const BenchEntries *entries)
{
  sqlite3 *database;
  sqlite3_stmt *statement;

  sqlite3_open (":memory:", &database);
  if (sqlite3_exec (database, "CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'trigram')", NULL,
                    NULL, NULL)
      != SQLITE_OK)
    {
      sqlite3_close (database);
      return NULL;
    }
  fill_table (database, entries);
  sqlite3_prepare_v2 (database, "SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY rank", -1,
                      &statement, NULL);

  return statement;
}

static guint
search_sqlite (gpointer data, const char *query)
{
  sqlite3_stmt *statement = data;
  g_autofree char *quoted = g_strconcat ("\"", query, "\"", NULL);
  guint found = 0;

  sqlite3_bind_text (statement, 1, quoted, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    found++;
  sqlite3_reset (statement);

  return found;
}

static void
close_sqlite (gpointer data)
{
  sqlite3 *database = sqlite3_db_handle (data);

  sqlite3_finalize (data);
  sqlite3_close (database);
}
#endif

static const BenchRival rivals[] = {
  { "memmem, one buffer", FALSE, open_memory, search_memory, close_memory },
#ifdef HAVE_SQLITE
  { "SQLite FTS5, trigram", FALSE, open_sqlite, search_sqlite, close_sqlite },
#endif
#ifdef HAVE_GTK
  { "GtkStringFilter", TRUE, open_filter, search_filter, g_object_unref },
#endif
};

/**
 * bench_rivals_get:
 * @n: (out): how many there are
 *
 * Returns: (array length=n): those that this program was built with
 */
const BenchRival *
bench_rivals_get (guint *n)
{
  *n = G_N_ELEMENTS (rivals);

  return rivals;
}
