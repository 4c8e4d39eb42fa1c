/* bench-index.c: an index of generated entries, to which a query is put */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-index.h"

#include "cb-index-private.h"

/**
 * bench_index_new:
 * @entries: generated entries
 *
 * Returns: (transfer full): an index of them
 */
CbIndex *
bench_index_new (const BenchEntries *entries)
{
  guint n = entries->titles->len;
  g_autofree CbRawDocument *documents = g_new (CbRawDocument, n);
  g_autofree const char **ends = g_new0 (const char *, n * 4);

  for (guint i = 0; i < n; i++)
    {
      ends[i * 4] = g_ptr_array_index (entries->titles, i);
      ends[i * 4 + 2] = g_ptr_array_index (entries->texts, i);
      documents[i].number = bench_entries_get_number (i);
      documents[i].titles = &ends[i * 4];
      documents[i].texts = &ends[i * 4 + 2];
    }

  return cb_index_new_raw (documents, n);
}

/**
 * bench_index_search:
 * @index: an index
 * @text: a query as it is typed
 *
 * Searches as the window does at every key.
 *
 * Returns: how many entries were found
 */
guint
bench_index_search (CbIndex *index, const char *text)
{
  g_autoptr (CbQuery) query = cb_query_parse (text);
  g_autoptr (GArray) hits = cb_index_search (index, query);

  return hits->len;
}
