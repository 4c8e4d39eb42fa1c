/* cb-use-catalog.c: does with a catalog all that the programs do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "cb-inline.h"
#include "cb-markdown.h"
#include "cb-use-catalog.h"

/* A damaged catalog may lack a label, which the programs call a bug and live with. */
#define MISSING_LABEL "The catalog has no label"

static void
log_cb (const char     *domain,
        GLogLevelFlags  level,
        const char     *message,
        gpointer        user_data)
{
  if (g_str_has_prefix (message, MISSING_LABEL))
    return;

  g_log_default_handler (domain, level, message, user_data);
  if ((level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0)
    abort ();
}

/* From now on a label may be missing; all other warnings stay fatal. */
void
cb_use_catalog_expect_damage (void)
{
  static gboolean expected;

  if (expected)
    return;

  expected = TRUE;
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_default_handler (log_cb, NULL);
}

static void
use_text (CbCatalog    *catalog,
          const CbText *text)
{
  g_assert (cb_text_is_empty (text) == (text->in[CB_LANGUAGE_KO] == NULL));
  if (cb_text_is_empty (text))
    return;

  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    {
      g_autofree char *plain = cb_inline_to_plain (text->in[i], catalog, i);

      g_assert (g_utf8_validate (plain, -1, NULL));
    }
}

static void
use_items (CbCatalog    *catalog,
           const CbItem *items,
           gsize         n_items)
{
  g_assert ((items == NULL) == (n_items == 0));
  for (gsize i = 0; i < n_items; i++)
    {
      use_text (catalog, &items[i].text);
      use_items (catalog, items[i].items, items[i].n_items);
    }
}

static void
use_entry (CbCatalog *catalog,
           CbEntry   *entry,
           gboolean   has_labels)
{
  g_assert (cb_catalog_lookup (catalog, cb_entry_get_id (entry)) != NULL);
  g_assert (cb_catalog_lookup_name (catalog, cb_entry_get_id (entry)) != NULL);
  g_assert (cb_entry_get_number (entry) < 0 || cb_entry_get_number (entry) > 999 ||
            cb_catalog_lookup_number (catalog, cb_entry_get_number (entry)) != NULL);
  use_text (catalog, cb_entry_get_title (entry));
  use_text (catalog, cb_entry_get_summary (entry));

  for (CbPart part = 0; part < CB_N_PARTS; part++)
    {
      gsize n_items;
      const CbItem *items = cb_entry_get_items (entry, part, &n_items);

      use_items (catalog, items, n_items);
    }

  if (has_labels)
    {
      g_autofree char *markdown = cb_markdown_for_entry (catalog, entry, CB_LANGUAGE_KO, TRUE);

      g_assert (g_utf8_validate (markdown, -1, NULL));
    }
}

/* Reads all that a catalog holds; with its labels it is laid out, too. */
void
cb_use_catalog (CbCatalog *catalog,
                     gboolean   has_labels)
{
  GListModel *groups = cb_catalog_get_groups (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (CbGroup) group = g_list_model_get_item (groups, i);

      g_assert (cb_group_get_id (group) != NULL);
      use_text (catalog, cb_group_get_title (group));
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (group)); j++)
        g_object_unref (g_list_model_get_item (G_LIST_MODEL (group), j));
    }

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    use_entry (catalog, cb_catalog_get_entry (catalog, i), has_labels);

  for (guint i = 0; i < cb_catalog_get_terms (catalog)->len; i++)
    {
      GPtrArray *words = g_ptr_array_index (cb_catalog_get_terms (catalog), i);

      for (guint j = 0; j < words->len; j++)
        g_assert (g_utf8_validate (g_ptr_array_index (words, j), -1, NULL));
    }
}
