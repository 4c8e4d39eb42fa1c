/* cb-image.c: the compiled catalog, as it lies in the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-catalog.h"
#include "cb-image.h"

/* The character that Unicode has for what cannot be read (23.8). */
#define REPLACEMENT "\xef\xbf\xbd"

struct _CbImage
{
  GBytes *bytes;
  const CbImageHeader *header;
  gconstpointer tables[CB_IMAGE_N_TABLES];
};

/* In the gsize of the machine, so that no product of two 32-bit numbers overflows. */
static const gsize record_sizes[CB_IMAGE_N_TABLES] = {
  [CB_IMAGE_GROUPS] = sizeof (CbImageGroup),  [CB_IMAGE_ENTRIES] = sizeof (CbImageEntry),
  [CB_IMAGE_ITEMS] = sizeof (CbImageItem),    [CB_IMAGE_LABELS] = sizeof (CbImageLabel),
  [CB_IMAGE_TERMS] = sizeof (CbImageTerm),    [CB_IMAGE_WORDS] = sizeof (CbImageString),
  [CB_IMAGE_STRINGS] = 1,
};

static void
image_clear (gpointer data)
{
  CbImage *image = data;

  g_bytes_unref (image->bytes);
}

/**
 * cb_image_unref:
 * @image: (transfer full): an image
 *
 * Drops a reference.
 */
void
cb_image_unref (CbImage *image)
{
  g_atomic_rc_box_release_full (image, image_clear);
}

/**
 * cb_image_ref:
 * @image: an image
 *
 * Returns: (transfer full): @image
 */
CbImage *
cb_image_ref (CbImage *image)
{
  return g_atomic_rc_box_acquire (image);
}

static gboolean
find_tables (CbImage *image)
{
  const guint8 *at = g_bytes_get_data (image->bytes, NULL);
  gsize left = g_bytes_get_size (image->bytes);

  if (at == NULL || left < sizeof (CbImageHeader) || GPOINTER_TO_SIZE (at) % sizeof (guint32) != 0)
    return FALSE;

  image->header = (const CbImageHeader *) (gconstpointer) at;
  if (image->header->magic != CB_IMAGE_MAGIC)
    return FALSE;

  at += sizeof (CbImageHeader);
  left -= sizeof (CbImageHeader);
  for (guint i = 0; i < CB_IMAGE_N_TABLES; i++)
    {
      gsize size = image->header->n_records[i] * record_sizes[i];

      if (size > left)
        return FALSE;

      image->tables[i] = at;
      at += size;
      left -= size;
    }

  return left == 0;
}

/**
 * cb_image_new:
 * @bytes: a compiled catalog
 * @error: return location for a #CbCatalogError
 *
 * Checks every reference in @bytes, so that nothing that follows them can leave them, whatever they are.
 *
 * Returns: (transfer full): the image, or %NULL with @error set
 */
CbImage *
cb_image_new (GBytes  *bytes,
              GError **error)
{
  g_autoptr (CbImage) image = g_atomic_rc_box_new0 (CbImage);

  g_return_val_if_fail (bytes != NULL, NULL);

  image->bytes = g_bytes_ref (bytes);
  if (find_tables (image) && cb_image_check (image))
    return g_steal_pointer (&image);

  g_set_error_literal (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ,
                       "the compiled catalog is damaged, or of another version or machine");
  return NULL;
}

/**
 * cb_image_get_header:
 * @image: an image
 *
 * Returns: (transfer none): its header
 */
const CbImageHeader *
cb_image_get_header (CbImage *image)
{
  return image->header;
}

/**
 * cb_image_get_table:
 * @image: an image
 * @table: which table
 *
 * Returns: (transfer none): the table's first record
 */
gconstpointer
cb_image_get_table (CbImage      *image,
                    CbImageTable  table)
{
  return image->tables[table];
}

/**
 * cb_image_get_record_size:
 * @table: which table
 *
 * Returns: the size in bytes of a record of the table
 */
gsize
cb_image_get_record_size (CbImageTable table)
{
  return record_sizes[table];
}

/**
 * cb_image_get_string:
 * @image: an image
 * @string: a string of it
 *
 * To look through all strings at the start would take longer than to show an entry; so each is looked at when it is
 * asked for.
 *
 * Returns: (transfer none) (nullable): the string, or %NULL for none; a damaged one, which is not UTF-8, reads as
 *   U+FFFD
 */
const char *
cb_image_get_string (CbImage       *image,
                     CbImageString  string)
{
  const char *text = (const char *) image->tables[CB_IMAGE_STRINGS] + string;

  if (string == 0)
    return NULL;

  return g_utf8_validate (text, -1, NULL) ? text : REPLACEMENT;
}

/**
 * cb_image_get_text:
 * @image: an image
 * @text: a text of it
 *
 * Returns: the text in both languages, owned by the image
 */
CbText
cb_image_get_text (CbImage     *image,
                   CbImageText  text)
{
  CbText result;

  result.in[CB_LANGUAGE_EN] = cb_image_get_string (image, text.in[CB_LANGUAGE_EN]);
  result.in[CB_LANGUAGE_KO] = cb_image_get_string (image, text.in[CB_LANGUAGE_KO]);
  if (result.in[CB_LANGUAGE_KO] == NULL)
    result.in[CB_LANGUAGE_KO] = result.in[CB_LANGUAGE_EN];

  return result;
}
