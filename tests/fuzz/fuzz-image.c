/* fuzz-image.c: a compiled catalog with any bytes changed is refused, or can be used */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-fuzz.h"
#include "cb-sample.h"
#include "cb-use-catalog.h"

/* An input is a list of changes to a whole image, which it finds again whatever the format becomes: three bytes say
 * where, the fourth what to put there. Where the first byte is odd, the rest is the image itself. */
#define CHANGE_SIZE 4

static GBytes *
change (const uint8_t *data,
        size_t         size)
{
  static GBytes *whole;
  uint8_t *copy;
  gsize length;

  if (whole == NULL)
    whole = cb_sample_compile ();

  length = g_bytes_get_size (whole);
  copy = g_memdup2 (g_bytes_get_data (whole, NULL), length);
  for (; size >= CHANGE_SIZE; data += CHANGE_SIZE, size -= CHANGE_SIZE)
    {
      gsize at = (gsize) data[0] | (gsize) data[1] << 8 | (gsize) data[2] << 16;

      copy[at % length] = data[3];
    }

  return g_bytes_new_take (copy, length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CbCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return 0;

  cb_use_catalog_expect_damage ();

  if (data[0] % 2 == 1)
    bytes = g_bytes_new (data + 1, size - 1);
  else
    bytes = change (data + 1, size - 1);

  catalog = cb_catalog_new_from_bytes (bytes, &error);
  g_assert ((catalog == NULL) == (error != NULL));
  if (catalog != NULL)
    cb_use_catalog (catalog, TRUE);

  return 0;
}
