/* cb-builtin.c: the catalog that is built into the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-catalog-resource.h"
#include "cb-catalog.h"

/**
 * cb_catalog_new:
 * @error: return location for a #CbCatalogError
 *
 * Makes a catalog of what is built into the program; nothing is read or copied.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error set
 */
CbCatalog *
cb_catalog_new (GError **error)
{
  g_autoptr (GError) cause = NULL;
  /* Asked of the resource by its name, so that the linker takes it out of the static library. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (cb_catalog_get_resource (), "/codebook/catalog",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &cause);

  if (bytes == NULL)
    {
      g_set_error_literal (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ, cause->message);
      return NULL;
    }

  return cb_catalog_new_from_bytes (bytes, error);
}
