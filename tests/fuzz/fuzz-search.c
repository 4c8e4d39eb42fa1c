/* fuzz-search.c: any bytes are answered: each entry once, best first, marks on the boundaries of
 * characters */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-fuzz.h"
#include "cb-index.h"

static CbIndex *
get_index (void)
{
  static CbIndex *index;

  if (index == NULL)
    {
      g_autoptr (CbCatalog) catalog = cb_catalog_new (NULL);

      g_assert (catalog != NULL);
      index = cb_index_new_builtin (catalog);
    }

  return index;
}

static void
check_marks (const CbQuery *query, const char *text)
{
  g_autoptr (GArray) ranges = cb_index_highlight (get_index (), query, text);
  guint end = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const CbRange *range = &g_array_index (ranges, CbRange, i);

      g_assert (range->start < range->end && range->end <= strlen (text));
      g_assert (i == 0 || range->start > end);
      g_assert (((guchar)text[range->start] & 0xc0) != 0x80);
      g_assert (((guchar)text[range->end] & 0xc0) != 0x80);
      end = range->end;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (CbQuery) query = cb_query_parse (text);
  g_autoptr (GArray) hits = cb_index_search (get_index (), query);
  g_autoptr (GArray) suggestions = cb_index_suggest (get_index (), query, 5);

  g_assert (suggestions->len <= 5);
  for (guint i = 0; i < hits->len; i++)
    {
      const CbHit *hit = &g_array_index (hits, CbHit, i);

      g_assert (i == 0 || hit->score <= hit[-1].score);
      if (i < 3)
        {
          check_marks (query, cb_entry_get_title (hit->entry)->in[CB_LANGUAGE_EN]);
          check_marks (query, cb_entry_get_summary (hit->entry)->in[CB_LANGUAGE_KO]);
        }
    }
  if (g_utf8_validate (text, -1, NULL))
    check_marks (query, text);

  return 0;
}
