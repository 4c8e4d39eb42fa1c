/* cb-provider.c: what the desktop's search is told of the catalog */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-inline.h"
#include "cb-provider.h"

/**
 * CbProvider:
 *
 * Finds and describes entries in the form that org.gnome.Shell.SearchProvider2 has for them. Knows
 * nothing of a bus.
 */
struct _CbProvider
{
  /* owned */
  CbIndex *index;

  CbLanguage language;
};

/* The title in the other language, which the name lacks, then what the entry is about. */
static char *
dup_description (CbProvider *self, CbEntry *entry)
{
  CbCatalog *catalog = cb_index_get_catalog (self->index);
  const CbText *title = cb_entry_get_title (entry);
  const char *other = title->in[cb_language_other (self->language)];
  const char *summary = cb_entry_get_summary (entry)->in[self->language];
  g_autofree char *plain = cb_inline_to_plain (summary, catalog, self->language);

  if (strcmp (other, title->in[self->language]) == 0)
    return g_steal_pointer (&plain);

  return g_strconcat (other, " · ", plain, NULL);
}

/* The desktop puts it into the clipboard when the result is activated, over what the reader has
 * there: only what one pastes into code and tickets, which is what goes over the wire, in whatever
 * language one reads. */
static char *
dup_clipboard_text (CbEntry *entry)
{
  switch (cb_entry_get_kind (entry))
    {
    case CB_ENTRY_STATUS:
      return cb_entry_dup_name (entry, CB_LANGUAGE_EN);

    case CB_ENTRY_METHOD:
      return g_strdup (cb_entry_get_token (entry));

    case CB_ENTRY_CLASS:
    case CB_ENTRY_GUIDE:
    case CB_ENTRY_SITUATION:
    default:
      return NULL;
    }
}

/* Without an icon: the desktop shows the application's beside the results, and has none of ours. */
static GVariant *
describe_entry (CbProvider *self, CbEntry *entry)
{
  g_autofree char *name = cb_entry_dup_name (entry, self->language);
  g_autofree char *description = dup_description (self, entry);
  g_autofree char *clipboard_text = dup_clipboard_text (entry);
  g_auto (GVariantDict) meta = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&meta, "id", "s", cb_entry_get_id (entry));
  g_variant_dict_insert (&meta, "name", "s", name);
  g_variant_dict_insert (&meta, "description", "s", description);
  if (clipboard_text != NULL)
    g_variant_dict_insert (&meta, "clipboardText", "s", clipboard_text);

  return g_variant_dict_end (&meta);
}

/**
 * cb_provider_new:
 * @index: an index
 * @language: the reader's language, that names and descriptions are in
 *
 * Returns: (transfer full): a provider
 */
CbProvider *
cb_provider_new (CbIndex *index, CbLanguage language)
{
  CbProvider *self;

  g_return_val_if_fail (CB_IS_INDEX (index), NULL);
  g_return_val_if_fail ((guint)language < CB_N_LANGUAGES, NULL);

  self = g_new0 (CbProvider, 1);
  self->index = g_object_ref (index);
  self->language = language;

  return self;
}

/**
 * cb_provider_free:
 * @self: (transfer full): a provider
 */
void
cb_provider_free (CbProvider *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->index);
  g_free (self);
}

/**
 * cb_provider_join_terms:
 * @terms: the words that the desktop made of what was typed, ended by %NULL
 *
 * Returns: (transfer full): what was typed
 */
char *
cb_provider_join_terms (const char *const *terms)
{
  g_return_val_if_fail (terms != NULL, NULL);

  return g_strjoinv (" ", (char **)terms);
}

/**
 * cb_provider_search:
 * @self: a provider
 * @terms: the words that the desktop made of what was typed, ended by %NULL
 *
 * Searches as the window does.
 *
 * Returns: (transfer full): the ids of what was found, best first, at most %CB_PROVIDER_MAX_RESULTS
 */
GStrv
cb_provider_search (CbProvider *self, const char *const *terms)
{
  g_autofree char *text = NULL;
  g_autoptr (CbQuery) query = NULL;
  g_autoptr (GArray) hits = NULL;
  guint n_ids;
  GStrv ids;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  text = cb_provider_join_terms (terms);
  query = cb_query_parse (text);
  hits = cb_index_search (self->index, query);

  n_ids = MIN (hits->len, CB_PROVIDER_MAX_RESULTS);
  ids = g_new0 (char *, n_ids + 1);
  for (guint i = 0; i < n_ids; i++)
    ids[i] = g_strdup (cb_entry_get_id (g_array_index (hits, CbHit, i).entry));

  return ids;
}

/**
 * cb_provider_describe:
 * @self: a provider
 * @ids: ids of entries, ended by %NULL
 *
 * Returns: (transfer floating): what to show of these entries, as `aa{sv}` in the order of @ids; an
 * id that the catalog does not have is left out
 */
GVariant *
cb_provider_describe (CbProvider *self, const char *const *ids)
{
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CbEntry *entry = cb_catalog_lookup (cb_index_get_catalog (self->index), ids[i]);

      if (entry != NULL)
        g_variant_builder_add_value (&metas, describe_entry (self, entry));
    }

  return g_variant_builder_end (&metas);
}

/**
 * cb_provider_contains:
 * @self: a provider
 * @id: any text
 *
 * Returns: whether it is the id of an entry
 */
gboolean
cb_provider_contains (CbProvider *self, const char *id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return cb_catalog_lookup (cb_index_get_catalog (self->index), id) != NULL;
}
