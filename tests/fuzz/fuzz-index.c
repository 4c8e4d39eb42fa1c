/* fuzz-index.c: an index with any bytes changed is refused, or can be searched */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-fuzz.h"
#include "cb-index-private.h"
#include "cb-sample.h"

static CbCatalog *
get_catalog (void)
{
  static CbCatalog *catalog;

  if (catalog == NULL)
    catalog = cb_sample_load ();

  return catalog;
}

static GBytes *
get_whole (void)
{
  static GBytes *whole;

  if (whole == NULL)
    {
      g_autoptr (CbIndex) index = cb_index_new (get_catalog ());

      whole = cb_index_dup_bytes (index);
    }

  return whole;
}

static void
use (CbIndex *index)
{
  static const char *const queries[] = { "404", "not found", "찾을 수", "ㅊㅇㅅ", "캐쉬", "calmm", "\"a guide\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (queries[i]);
      g_autoptr (GArray) hits = cb_index_search (index, query);
      g_autoptr (GArray) suggestions = cb_index_suggest (index, query, 3);
      g_autoptr (GArray) ranges = cb_index_highlight (index, query, "Not Found 찾을 수 없음");

      for (guint k = 0; k < hits->len; k++)
        g_assert (g_array_index (hits, CbHit, k).entry != NULL);
      g_assert (suggestions->len <= 3);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = cb_fuzz_change_bytes (get_whole (), data, size);
  g_autoptr (CbIndex) index = NULL;
  g_autoptr (GError) error = NULL;

  index = cb_index_new_from_bytes (get_catalog (), bytes, &error);
  g_assert ((index == NULL) == (error != NULL));
  if (index != NULL)
    use (index);

  return 0;
}
