/* cb-test-catalog.h: what the tests of the search share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-index-private.h"

/* The catalog as it is shipped, read once. */
static inline CbIndex *
get_index (void)
{
  static CbIndex *index;

  if (index == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CbCatalog) catalog = cb_catalog_new (&error);

      g_assert_no_error (error);
      index = cb_index_new_builtin (catalog);
    }

  return index;
}

static inline GArray *
search (const char *text)
{
  g_autoptr (CbQuery) query = cb_query_parse (text);

  return cb_index_search (get_index (), query);
}

/* The position of an entry among the hits, from 1 on, or 0. */
static inline guint
rank_of (const GArray *hits,
         const char   *id)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (cb_entry_get_id (g_array_index (hits, CbHit, i).entry), id))
      return i + 1;

  return 0;
}

static inline const char *
first_id (const GArray *hits)
{
  return hits->len > 0 ? cb_entry_get_id (g_array_index (hits, CbHit, 0).entry) : "-";
}
