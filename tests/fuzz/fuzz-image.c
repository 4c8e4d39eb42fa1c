/* fuzz-image.c: a compiled catalog with any bytes changed is refused, or can be used */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-fuzz.h"
#include "cb-sample.h"
#include "cb-use-catalog.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static GBytes *whole;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CbCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;

  if (whole == NULL)
    whole = cb_sample_compile ();

  cb_use_catalog_expect_damage ();
  bytes = cb_fuzz_change_bytes (whole, data, size);
  catalog = cb_catalog_new_from_bytes (bytes, &error);
  g_assert ((catalog == NULL) == (error != NULL));
  if (catalog != NULL)
    cb_use_catalog (catalog, TRUE);

  return 0;
}
