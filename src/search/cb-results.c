/* cb-results.c: the hits of a search as list models */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-results.h"

#include "cb-result-private.h"

/**
 * CbResultGroup:
 *
 * The results that are of one group of the catalog, best first: a section of the list. It stays as
 * it was made.
 */
struct _CbResultGroup
{
  GObject parent_instance;

  /* owned */
  CbGroup *group;
  GPtrArray *results;
};

/**
 * CbResults:
 *
 * The hits of a search, as a list of #CbResultGroup ordered by their best hit. Setting other hits
 * tells once, of the groups that changed: what two searches have in common at the beginning and at
 * the end stays as it is, and so does every result that stays. To tell of each group by itself would
 * have a list view make its rows anew as often.
 */
struct _CbResults
{
  GObject parent_instance;

  /* owned */
  CbCatalog *catalog;
  GPtrArray *groups;
  GHashTable *results; /* by entry */

  guint n_hits;
};

static gpointer
get_item (GPtrArray *items, guint position)
{
  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static GType
cb_result_group_get_item_type (GListModel *model)
{
  return CB_TYPE_RESULT;
}

static guint
cb_result_group_get_n_items (GListModel *model)
{
  return CB_RESULT_GROUP (model)->results->len;
}

static gpointer
cb_result_group_get_item (GListModel *model, guint position)
{
  return get_item (CB_RESULT_GROUP (model)->results, position);
}

static void
cb_result_group_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cb_result_group_get_item_type;
  iface->get_n_items = cb_result_group_get_n_items;
  iface->get_item = cb_result_group_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CbResultGroup,
                               cb_result_group,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      cb_result_group_list_model_init))

static void
cb_result_group_finalize (GObject *object)
{
  CbResultGroup *self = CB_RESULT_GROUP (object);

  g_clear_object (&self->group);
  g_clear_pointer (&self->results, g_ptr_array_unref);

  G_OBJECT_CLASS (cb_result_group_parent_class)->finalize (object);
}

static void
cb_result_group_class_init (CbResultGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cb_result_group_finalize;
}

static void
cb_result_group_init (CbResultGroup *self)
{
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * cb_result_group_get_group:
 * @self: a group of results
 *
 * Returns: (transfer none): the group of the catalog that the entries are from
 */
CbGroup *
cb_result_group_get_group (CbResultGroup *self)
{
  g_return_val_if_fail (CB_IS_RESULT_GROUP (self), NULL);

  return self->group;
}

/**
 * cb_result_group_get_title:
 * @self: a group of results
 *
 * Returns: (transfer none): the title of the group
 */
const CbText *
cb_result_group_get_title (CbResultGroup *self)
{
  g_return_val_if_fail (CB_IS_RESULT_GROUP (self), NULL);

  return cb_group_get_title (self->group);
}

static GType
cb_results_get_item_type (GListModel *model)
{
  return CB_TYPE_RESULT_GROUP;
}

static guint
cb_results_get_n_items (GListModel *model)
{
  return CB_RESULTS (model)->groups->len;
}

static gpointer
cb_results_get_item (GListModel *model, guint position)
{
  return get_item (CB_RESULTS (model)->groups, position);
}

static void
cb_results_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cb_results_get_item_type;
  iface->get_n_items = cb_results_get_n_items;
  iface->get_item = cb_results_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CbResults,
                               cb_results,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      cb_results_list_model_init))

static void
cb_results_finalize (GObject *object)
{
  CbResults *self = CB_RESULTS (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_hash_table_unref);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (cb_results_parent_class)->finalize (object);
}

static void
cb_results_class_init (CbResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cb_results_finalize;
}

static void
cb_results_init (CbResults *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->results = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/**
 * cb_results_new:
 * @catalog: the catalog whose entries are found
 *
 * Returns: (transfer full): a list without results
 */
CbResults *
cb_results_new (CbCatalog *catalog)
{
  CbResults *self;

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);

  self = g_object_new (CB_TYPE_RESULTS, NULL);
  self->catalog = g_object_ref (catalog);

  return self;
}

static CbResultGroup *
find_group (GPtrArray *groups, CbGroup *group)
{
  for (guint i = 0; i < groups->len; i++)
    {
      CbResultGroup *candidate = g_ptr_array_index (groups, i);

      if (candidate->group == group)
        return candidate;
    }

  return NULL;
}

/* The group of an entry among @wanted, made when it is the first. */
static CbResultGroup *
want_group (CbResults *self, GPtrArray *wanted, CbEntry *entry)
{
  CbGroup *group = cb_catalog_get_group (self->catalog, cb_entry_get_group_id (entry));
  CbResultGroup *result_group = find_group (wanted, group);

  if (result_group == NULL)
    {
      result_group = g_object_new (CB_TYPE_RESULT_GROUP, NULL);
      result_group->group = g_object_ref (group);
      g_ptr_array_add (wanted, result_group);
    }

  return result_group;
}

static gboolean
is_same (const GPtrArray *one, const GPtrArray *other)
{
  return one->len == other->len
         && memcmp (one->pdata, other->pdata, one->len * sizeof (gpointer)) == 0;
}

/* A group that is as it was keeps its object. */
static void
keep_groups (CbResults *self, GPtrArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      CbResultGroup *group = g_ptr_array_index (wanted, i);
      CbResultGroup *old = find_group (self->groups, group->group);

      for (guint k = 0; k < group->results->len; k++)
        cb_result_set_group_size (g_ptr_array_index (group->results, k), group->results->len);
      if (old != NULL && is_same (old->results, group->results))
        {
          g_ptr_array_index (wanted, i) = g_object_ref (old);
          g_object_unref (group);
        }
    }
}

/* Replaces the groups, and tells which stretch of them is new. */
static void
replace_groups (CbResults *self, GPtrArray *wanted)
{
  GPtrArray *items = self->groups;
  guint head = 0;
  guint tail = 0;
  guint shorter = MIN (items->len, wanted->len);
  guint n_removed;
  guint n_added;

  while (head < shorter && g_ptr_array_index (items, head) == g_ptr_array_index (wanted, head))
    head++;
  while (tail < shorter - head
         && g_ptr_array_index (items, items->len - 1 - tail)
                == g_ptr_array_index (wanted, wanted->len - 1 - tail))
    tail++;

  n_removed = items->len - head - tail;
  n_added = wanted->len - head - tail;
  if (n_removed == 0 && n_added == 0)
    return;

  if (n_removed > 0)
    g_ptr_array_remove_range (items, head, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (items, (gint)(head + i),
                        g_object_ref (g_ptr_array_index (wanted, head + i)));

  g_list_model_items_changed (G_LIST_MODEL (self), head, n_removed, n_added);
}

/**
 * cb_results_set_hits:
 * @self: a list of results
 * @hits: (nullable) (element-type CbHit): hits, best first
 *
 * Shows other hits.
 */
void
cb_results_set_hits (CbResults *self, const GArray *hits)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTable *results = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);

  g_return_if_fail (CB_IS_RESULTS (self));

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const CbHit *hit = &g_array_index (hits, CbHit, i);
      CbResultGroup *group = want_group (self, wanted, hit->entry);
      CbResult *result = g_hash_table_lookup (self->results, hit->entry);

      if (result != NULL)
        {
          g_object_ref (result);
          cb_result_update (result, hit);
        }
      else
        {
          result = cb_result_new (hit);
        }
      g_hash_table_insert (results, hit->entry, g_object_ref (result));
      g_ptr_array_add (group->results, result);
    }

  g_hash_table_unref (self->results);
  self->results = results;
  self->n_hits = hits != NULL ? hits->len : 0;

  keep_groups (self, wanted);
  replace_groups (self, wanted);
}

/**
 * cb_results_get_n_hits:
 * @self: a list of results
 *
 * Returns: how many results there are in all groups
 */
guint
cb_results_get_n_hits (CbResults *self)
{
  g_return_val_if_fail (CB_IS_RESULTS (self), 0);

  return self->n_hits;
}
