/* cb-image.c: the compiled catalog, as it lies in the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-catalog.h"
#include "cb-image.h"

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

static gboolean
is_string (CbImage       *image,
           CbImageString  string)
{
  return string < image->header->n_records[CB_IMAGE_STRINGS];
}

static gboolean
is_text (CbImage     *image,
         CbImageText  text)
{
  return is_string (image, text.in[CB_LANGUAGE_EN]) && is_string (image, text.in[CB_LANGUAGE_KO]);
}

static gboolean
is_slice (CbImage      *image,
          CbImageTable  table,
          CbImageSlice  slice)
{
  guint32 n_records = image->header->n_records[table];

  return slice.first <= n_records && slice.count <= n_records - slice.first;
}

/* Slices tile their table in the order in which they are met: nothing is in two of them, or in none. Without that, a
 * damaged image could make a small table unfold without end. */
static gboolean
take_slice (CbImageSlice  slice,
            guint32      *cursor)
{
  if (slice.count == 0)
    return TRUE;

  if (slice.first != *cursor || slice.count > G_MAXUINT32 - *cursor)
    return FALSE;

  *cursor += slice.count;
  return TRUE;
}

static gboolean
check_tiling (CbImage *image)
{
  const CbImageHeader *header = image->header;
  const CbImageGroup *groups = image->tables[CB_IMAGE_GROUPS];
  const CbImageEntry *entries = image->tables[CB_IMAGE_ENTRIES];
  const CbImageItem *items = image->tables[CB_IMAGE_ITEMS];
  guint32 entry_cursor = 0, item_cursor = 0;

  for (guint i = 0; i < header->n_records[CB_IMAGE_GROUPS]; i++)
    {
      if (!take_slice (groups[i].entries, &entry_cursor))
        return FALSE;
    }

  for (guint i = 0; i < header->n_records[CB_IMAGE_ENTRIES]; i++)
    {
      for (guint j = 0; j < CB_N_PARTS; j++)
        {
          if (!take_slice (entries[i].items[j], &item_cursor))
            return FALSE;
        }
    }

  for (guint i = 0; i < header->n_records[CB_IMAGE_ITEMS]; i++)
    {
      if (i >= item_cursor || !take_slice (items[i].items, &item_cursor))
        return FALSE;
    }

  return entry_cursor == header->n_records[CB_IMAGE_ENTRIES] &&
         item_cursor == header->n_records[CB_IMAGE_ITEMS];
}

static gboolean
check_items (CbImage *image)
{
  const CbImageItem *items = image->tables[CB_IMAGE_ITEMS];

  for (guint i = 0; i < image->header->n_records[CB_IMAGE_ITEMS]; i++)
    {
      const CbImageItem *item = &items[i];

      if (item->kind > CB_ITEM_CELL || item->language >= CB_N_LANGUAGES || !is_text (image, item->text) ||
          !is_string (image, item->name) || !is_string (image, item->value) ||
          !is_string (image, item->code) || !is_string (image, item->target) ||
          !is_string (image, item->source) || !is_string (image, item->section) ||
          !is_string (image, item->year) || !is_string (image, item->since) ||
          !is_string (image, item->until) || !is_string (image, item->deprecated))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_entries (CbImage *image)
{
  const CbImageEntry *entries = image->tables[CB_IMAGE_ENTRIES];

  for (guint i = 0; i < image->header->n_records[CB_IMAGE_ENTRIES]; i++)
    {
      const CbImageEntry *entry = &entries[i];

      if (entry->kind > CB_ENTRY_SITUATION || entry->state > CB_STATE_NOT_A_STATUS || entry->id == 0 ||
          entry->title.in[CB_LANGUAGE_EN] == 0 || entry->summary.in[CB_LANGUAGE_EN] == 0 ||
          !is_string (image, entry->id) || !is_string (image, entry->group_id) ||
          !is_string (image, entry->reviewed) || !is_string (image, entry->expires) ||
          !is_text (image, entry->title) || !is_text (image, entry->summary))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_rest (CbImage *image)
{
  const CbImageGroup *groups = image->tables[CB_IMAGE_GROUPS];
  const CbImageLabel *labels = image->tables[CB_IMAGE_LABELS];
  const CbImageTerm *terms = image->tables[CB_IMAGE_TERMS];
  const CbImageString *words = image->tables[CB_IMAGE_WORDS];

  for (guint i = 0; i < image->header->n_records[CB_IMAGE_GROUPS]; i++)
    {
      if (groups[i].id == 0 || !is_string (image, groups[i].id) || groups[i].title.in[CB_LANGUAGE_EN] == 0 ||
          !is_text (image, groups[i].title))
        return FALSE;
    }

  for (guint i = 0; i < image->header->n_records[CB_IMAGE_LABELS]; i++)
    {
      if (labels[i].id == 0 || !is_string (image, labels[i].id) || labels[i].text.in[CB_LANGUAGE_EN] == 0 ||
          !is_text (image, labels[i].text))
        return FALSE;
    }

  for (guint i = 0; i < image->header->n_records[CB_IMAGE_TERMS]; i++)
    {
      if (!is_slice (image, CB_IMAGE_WORDS, terms[i]))
        return FALSE;
    }

  for (guint i = 0; i < image->header->n_records[CB_IMAGE_WORDS]; i++)
    {
      if (words[i] == 0 || !is_string (image, words[i]))
        return FALSE;
    }

  return is_string (image, image->header->version) && is_string (image, image->header->registry);
}

/* Every string ends within the table when the table ends with a nul, and 0 is the empty one. */
static gboolean
check_strings (CbImage *image)
{
  const char *strings = image->tables[CB_IMAGE_STRINGS];
  guint32 size = image->header->n_records[CB_IMAGE_STRINGS];

  return size > 0 && strings[0] == '\0' && strings[size - 1] == '\0';
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
  if (find_tables (image) && check_strings (image) && check_tiling (image) && check_items (image) && check_entries (image) &&
      check_rest (image))
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
 * Returns: (transfer none) (nullable): the string, or %NULL for none
 */
const char *
cb_image_get_string (CbImage       *image,
                     CbImageString  string)
{
  const char *strings = image->tables[CB_IMAGE_STRINGS];

  return string != 0 ? strings + string : NULL;
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
