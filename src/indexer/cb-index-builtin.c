/* cb-index-builtin.c: the index that is built into the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-index-resource.h"
#include "cb-index.h"

/**
 * cb_index_new_builtin:
 * @catalog: a catalog
 *
 * Makes an index of what is built into the program if that belongs to @catalog, as it does to the
 * one of cb_catalog_new(): then nothing is read or copied. Any other catalog is read.
 *
 * Returns: (transfer full): an index
 */
CbIndex *
cb_index_new_builtin (CbCatalog *catalog)
{
  /* Asked of the resource by its name, so that the linker takes it out of the static library. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (cb_index_get_resource (), "/codebook/index",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  CbIndex *self = NULL;

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);

  if (bytes != NULL)
    self = cb_index_new_from_bytes (catalog, bytes, NULL);

  return self != NULL ? self : cb_index_new (catalog);
}
