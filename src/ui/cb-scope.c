/* cb-scope.c: which kinds of entries the sidebar lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-hit.h"
#include "cb-scope.h"

static const char *const nicks[] = {
  [CB_SCOPE_ALL] = "all",
  [CB_SCOPE_CODES] = "codes",
  [CB_SCOPE_METHODS] = "methods",
  [CB_SCOPE_GUIDES] = "guides",
};

/**
 * cb_scope_includes:
 * @scope: a scope
 * @kind: what an entry is
 *
 * Returns: whether entries of @kind are listed in @scope
 */
gboolean
cb_scope_includes (CbScope scope, CbEntryKind kind)
{
  switch (scope)
    {
    case CB_SCOPE_ALL:
      return TRUE;
    case CB_SCOPE_CODES:
      return kind == CB_ENTRY_CLASS || kind == CB_ENTRY_STATUS;
    case CB_SCOPE_METHODS:
      return kind == CB_ENTRY_METHOD;
    case CB_SCOPE_GUIDES:
      return kind == CB_ENTRY_GUIDE || kind == CB_ENTRY_SITUATION;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * cb_scope_get_nick:
 * @scope: a scope
 *
 * Returns: (transfer none): its name in actions and in the interface description
 */
const char *
cb_scope_get_nick (CbScope scope)
{
  g_return_val_if_fail ((guint)scope < G_N_ELEMENTS (nicks), NULL);

  return nicks[scope];
}

/**
 * cb_scope_from_nick:
 * @nick: (nullable): a name
 *
 * Returns: the scope of that name, %CB_SCOPE_ALL where there is none
 */
CbScope
cb_scope_from_nick (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_strcmp0 (nick, nicks[i]) == 0)
        return i;
    }

  return CB_SCOPE_ALL;
}

/**
 * cb_scope_list_groups:
 * @scope: a scope
 * @catalog: the catalog
 *
 * Returns: (transfer full): the groups that have entries in @scope, as #CbGroup
 */
GListModel *
cb_scope_list_groups (CbScope scope, CbCatalog *catalog)
{
  GListStore *shown = g_list_store_new (CB_TYPE_GROUP);
  GListModel *all;

  g_return_val_if_fail (CB_IS_CATALOG (catalog), G_LIST_MODEL (shown));

  all = cb_catalog_get_groups (catalog);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GListModel) group = g_list_model_get_item (all, i);
      g_autoptr (CbEntry) first = g_list_model_get_item (group, 0);

      if (first != NULL && cb_scope_includes (scope, cb_entry_get_kind (first)))
        g_list_store_append (shown, group);
    }

  return G_LIST_MODEL (shown);
}

/**
 * cb_scope_narrow:
 * @scope: a scope
 * @hits: (element-type CbHit): hits
 *
 * Leaves the hits in @scope.
 *
 * Returns: how many there were in all scopes
 */
guint
cb_scope_narrow (CbScope scope, GArray *hits)
{
  guint n_all = hits->len;
  guint n_kept = 0;

  if (scope == CB_SCOPE_ALL)
    return n_all;
  for (guint i = 0; i < n_all; i++)
    {
      CbHit hit = g_array_index (hits, CbHit, i);

      if (cb_scope_includes (scope, cb_entry_get_kind (hit.entry)))
        g_array_index (hits, CbHit, n_kept++) = hit;
    }
  g_array_set_size (hits, n_kept);

  return n_all;
}
