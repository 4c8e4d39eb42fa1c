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
G_DEFINE_QUARK (cb - index - error - quark, cb_index_error)

static void
cb_index_finalize (GObject *object)
{
  CbIndex *self = CB_INDEX (object);

  g_clear_pointer (&self->plan, cb_plan_free);
  g_free (self->marks);
  cb_codes_clear (&self->codes);
  g_free (self->gathered);
  g_free (self->accumulators);
  g_free (self->touched);
  g_free (self->found);
  g_free (self->counted);
  g_clear_pointer (&self->bytes, g_bytes_unref);
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

/* Uses what is in @bytes where it is. */
static void
set_image (CbIndex *self, GBytes *bytes, const CbIndexImage *image)
{
  self->bytes = g_bytes_ref (bytes);
  self->documents = image->documents;
  self->n_documents = image->n_documents;
  self->passages = image->passages;
  self->postings = image->postings;
  self->text_postings = image->text_postings;
  self->tokens = image->tokens;
  self->lexicon = image->lexicon;
  self->names = image->names;
  self->spellings = image->spellings;
  cb_codes_init (&self->codes, self->documents, self->n_documents);
  self->marks = g_new0 (guint, self->lexicon.n_words + 1);
  self->block_size = MAX (1, MIN (self->n_documents, CB_BLOCK_SIZE));
  self->gathered = g_new (CbGathered, self->block_size);
  self->accumulators = g_new (CbAccumulator, self->block_size);
  self->touched = cb_set_new (self->block_size);
  self->found = cb_set_new (self->block_size);
  self->counted = cb_set_new (self->n_documents);
}

/* An index of what was made right now, which needs no check. */
static CbIndex *
new_from_own_bytes (GBytes *bytes)
{
  CbIndex *self = g_object_new (CB_TYPE_INDEX, NULL);
  CbIndexImage image;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (!cb_index_image_open (&image, data, size))
    g_assert_not_reached ();
  set_image (self, bytes, &image);

  return self;
}

/**
 * cb_index_new_from_bytes:
 * @catalog: a catalog
 * @bytes: what cb_index_dup_bytes() gave for the index of the same catalog, in this program or in
 * another one
 * @error: return location for a #CbIndexError
 *
 * Uses an index that was made before. Nothing is read or copied; all that is in @bytes is checked.
 *
 * Returns: (transfer full): an index, or %NULL with @error set
 */
CbIndex *
cb_index_new_from_bytes (CbCatalog *catalog, GBytes *bytes, GError **error)
{
  CbIndexImage image;
  CbIndex *self;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!cb_index_image_open (&image, data, size) || !cb_index_image_check (&image))
    {
      g_set_error_literal (error, CB_INDEX_ERROR, CB_INDEX_ERROR_DAMAGED,
                           "the index is damaged, or of another version or machine");
      return NULL;
    }
  if (image.header->fingerprint != cb_catalog_get_fingerprint (catalog)
      || image.n_documents != cb_catalog_get_n_entries (catalog))
    {
      g_set_error_literal (error, CB_INDEX_ERROR, CB_INDEX_ERROR_OTHER_CATALOG,
                           "the index was made of another catalog");
      return NULL;
    }

  self = g_object_new (CB_TYPE_INDEX, NULL);
  set_image (self, bytes, &image);
  self->catalog = g_object_ref (catalog);

  return self;
}

/**
 * cb_index_new:
 * @catalog: a catalog
 *
 * Reads all of @catalog, which takes tens of milliseconds; the index of the catalog that is built
 * into the program is there already: see cb_index_new_builtin().
 *
 * Returns: (transfer full): an index
 */
CbIndex *
cb_index_new (CbCatalog *catalog)
{
  g_autoptr (GBytes) bytes = NULL;
  CbIndex *self;

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);

  bytes = cb_index_build (catalog);
  self = new_from_own_bytes (bytes);
  self->catalog = g_object_ref (catalog);

  return self;
}

/**
 * cb_index_new_raw:
 * @documents: (array length=n_documents): generated texts
 * @n_documents: how many
 *
 * Makes an index without a catalog. Its hits have no entries.
 *
 * Returns: (transfer full): an index
 */
CbIndex *
cb_index_new_raw (const CbRawDocument *documents, guint n_documents)
{
  g_autoptr (GBytes) bytes = cb_index_build_raw (documents, n_documents);

  return new_from_own_bytes (bytes);
}

/**
 * cb_index_dup_bytes:
 * @self: an index
 *
 * Returns: (transfer full): all that it knows, for cb_index_new_from_bytes()
 */
GBytes *
cb_index_dup_bytes (CbIndex *self)
{
  g_return_val_if_fail (CB_IS_INDEX (self), NULL);

  return g_bytes_ref (self->bytes);
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
 * Returns: how many bytes it takes, with the memory of a search
 */
gsize
cb_index_get_size (CbIndex *self)
{
  g_return_val_if_fail (CB_IS_INDEX (self), 0);

  return g_bytes_get_size (self->bytes) + self->n_documents * sizeof (guint32)
         + self->lexicon.n_words * sizeof (guint)
         + self->block_size * (sizeof (CbAccumulator) + sizeof (CbGathered))
         + 2 * cb_set_n_words (self->block_size) * sizeof (guint64)
         + cb_set_n_words (self->n_documents) * sizeof (guint64);
}

/**
 * cb_index_get_entry:
 * @self: an index
 * @position: of an entry
 *
 * Returns: (transfer none) (nullable): the entry, none in an index without a catalog
 */
CbEntry *
cb_index_get_entry (CbIndex *self, guint position)
{
  return self->catalog != NULL ? cb_catalog_get_entry (self->catalog, position) : NULL;
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
      self->plan = cb_plan_new (query, &self->lexicon, &self->spellings, self->marks);
    }

  return self->plan;
}
