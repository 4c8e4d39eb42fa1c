/* cb-index.c: the catalog made searchable */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-index-private.h"

/**
 * CbIndex:
 *
 * All entries of a catalog in a form that answers a query in a fraction of a millisecond.
 * Immutable, but for scratch memory: one thread at a time.
 */

G_DEFINE_FINAL_TYPE (CbIndex, cb_index, G_TYPE_OBJECT)

static void
cb_index_finalize (GObject *object)
{
  CbIndex *self = CB_INDEX (object);

  g_clear_pointer (&self->plan, cb_plan_free);
  g_clear_pointer (&self->lexicon, cb_lexicon_free);
  g_clear_pointer (&self->names, cb_names_free);
  cb_spellings_clear (&self->spellings);
  g_free (self->documents);
  g_free (self->passages);
  g_free (self->tokens);
  g_free (self->postings);
  g_free (self->accumulators);
  g_free (self->touched);
  g_free (self->found);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (cb_index_parent_class)->finalize (object);
}

static void
cb_index_class_init (CbIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cb_index_finalize;
}

static void
cb_index_init (CbIndex *self)
{
  for (guint i = 0; i < 256; i++)
    {
      CbMatchField best;

      self->field_weights[i] = cb_rank_fields (i & ~CB_FIELD_BIT (CB_MATCH_FIELD_TEXT), &best);
      self->best_fields[i] = (guint8)best;
    }
}

/**
 * cb_index_new:
 * @catalog: a catalog
 *
 * Reads all of @catalog.
 *
 * Returns: (transfer full): an index
 */
CbIndex *
cb_index_new (CbCatalog *catalog)
{
  CbIndex *self;

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);

  self = g_object_new (CB_TYPE_INDEX, NULL);
  self->catalog = g_object_ref (catalog);
  cb_index_build (self);

  return self;
}

/**
 * cb_index_get_catalog:
 * @self: an index
 *
 * Returns: (transfer none): the catalog it was made of
 */
CbCatalog *
cb_index_get_catalog (CbIndex *self)
{
  g_return_val_if_fail (CB_IS_INDEX (self), NULL);

  return self->catalog;
}

/**
 * cb_index_get_size:
 * @self: an index
 *
 * Returns: how many bytes of memory it takes
 */
gsize
cb_index_get_size (CbIndex *self)
{
  g_return_val_if_fail (CB_IS_INDEX (self), 0);

  return self->size;
}

/**
 * cb_index_plan:
 * @self: an index
 * @query: a query
 *
 * Looks a query up, once: a search is followed by the highlighting of many texts.
 *
 * Returns: (transfer none): the plan, until the next call
 */
CbPlan *
cb_index_plan (CbIndex *self, const CbQuery *query)
{
  if (self->plan == NULL || self->plan->query != query)
    {
      g_clear_pointer (&self->plan, cb_plan_free);
      self->plan = cb_plan_new (query, self->lexicon, &self->spellings);
    }

  return self->plan;
}
