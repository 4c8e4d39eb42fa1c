/* cb-image-writer.c: what was read, written as an image */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-image-writer.h"
#include "cb-image.h"

struct _CbImageWriter
{
  GArray *tables[CB_IMAGE_N_TABLES];
  GHashTable *offsets; /* string → offset */

  /* What is still to be written: an image has its items breadth first. */
  GPtrArray *pending;    /* of CbItem arrays */
  GArray *pending_sizes; /* of gsize */
};

/**
 * cb_image_writer_new:
 *
 * Returns: (transfer full): a writer of an empty image
 */
CbImageWriter *
cb_image_writer_new (void)
{
  CbImageWriter *writer = g_new0 (CbImageWriter, 1);

  for (guint i = 0; i < CB_IMAGE_N_TABLES; i++)
    writer->tables[i] = g_array_new (FALSE, TRUE, (guint) cb_image_get_record_size (i));
  writer->offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer->pending = g_ptr_array_new ();
  writer->pending_sizes = g_array_new (FALSE, FALSE, sizeof (gsize));

  /* Offset 0 is no string. */
  g_array_append_vals (writer->tables[CB_IMAGE_STRINGS], "", 1);

  return writer;
}

/**
 * cb_image_writer_free:
 * @writer: (transfer full): a writer
 *
 * Frees the writer.
 */
void
cb_image_writer_free (CbImageWriter *writer)
{
  for (guint i = 0; i < CB_IMAGE_N_TABLES; i++)
    g_array_unref (writer->tables[i]);
  g_hash_table_unref (writer->offsets);
  g_ptr_array_unref (writer->pending);
  g_array_unref (writer->pending_sizes);
  g_free (writer);
}

static CbImageString
add_string (CbImageWriter *writer,
            const char    *string)
{
  GArray *strings = writer->tables[CB_IMAGE_STRINGS];
  gpointer known;
  guint offset;

  if (string == NULL || *string == '\0')
    return 0;

  if (g_hash_table_lookup_extended (writer->offsets, string, NULL, &known))
    return GPOINTER_TO_UINT (known);

  offset = strings->len;
  g_array_append_vals (strings, string, (guint) strlen (string) + 1);
  g_hash_table_insert (writer->offsets, g_strdup (string), GUINT_TO_POINTER (offset));

  return offset;
}

static CbImageText
add_text (CbImageWriter *writer,
          const CbText  *text)
{
  CbImageText record = { { 0 } };

  record.in[CB_LANGUAGE_EN] = add_string (writer, text->in[CB_LANGUAGE_EN]);
  if (text->in[CB_LANGUAGE_KO] != text->in[CB_LANGUAGE_EN])
    record.in[CB_LANGUAGE_KO] = add_string (writer, text->in[CB_LANGUAGE_KO]);

  return record;
}

/* Gives a run of items its place; their records are written when their turn comes. */
static CbImageSlice
reserve_items (CbImageWriter *writer,
               const CbItem  *items,
               gsize          n_items)
{
  GArray *table = writer->tables[CB_IMAGE_ITEMS];
  CbImageSlice slice = { 0 };

  if (n_items == 0)
    return slice;

  slice.first = table->len;
  slice.count = (guint32) n_items;
  g_array_set_size (table, table->len + (guint) n_items);
  g_ptr_array_add (writer->pending, (gpointer) items);
  g_array_append_val (writer->pending_sizes, n_items);

  return slice;
}

static void
write_item (CbImageWriter *writer,
            guint          position,
            const CbItem  *item)
{
  CbImageItem record = {
    .kind = item->kind,
    .language = item->language,
    .flag = item->flag ? 1 : 0,
    .text = add_text (writer, &item->text),
    .name = add_string (writer, item->name),
    .value = add_string (writer, item->value),
    .code = add_string (writer, item->code),
    .target = add_string (writer, item->target),
    .source = add_string (writer, item->source),
    .section = add_string (writer, item->section),
    .year = add_string (writer, item->year),
    .since = add_string (writer, item->since),
    .until = add_string (writer, item->until),
    .deprecated = add_string (writer, item->deprecated),
    .items = reserve_items (writer, item->items, item->n_items),
  };

  g_array_index (writer->tables[CB_IMAGE_ITEMS], CbImageItem, position) = record;
}

static void
write_pending_items (CbImageWriter *writer)
{
  guint position = 0;

  /* Grows while it is walked: children are reserved behind everything that has a place. */
  for (guint i = 0; i < writer->pending->len; i++)
    {
      const CbItem *items = g_ptr_array_index (writer->pending, i);
      gsize n_items = g_array_index (writer->pending_sizes, gsize, i);

      for (gsize j = 0; j < n_items; j++)
        write_item (writer, position++, &items[j]);
    }
}

/**
 * cb_image_writer_add_group:
 * @writer: a writer
 * @id: the group's id
 * @title: what stands over its entries
 * @browsed: whether it is one that people browse
 * @entries: (array length=n_entries): its entries; their items must live until the end
 * @n_entries: how many there are
 *
 * Adds a group with its entries.
 */
void
cb_image_writer_add_group (CbImageWriter     *writer,
                           const char        *id,
                           const CbText      *title,
                           gboolean           browsed,
                           const CbEntryData *entries,
                           gsize              n_entries)
{
  CbImageGroup group = {
    .id = add_string (writer, id),
    .browsed = browsed ? 1 : 0,
    .title = add_text (writer, title),
    .entries = { writer->tables[CB_IMAGE_ENTRIES]->len, (guint32) n_entries },
  };

  for (gsize i = 0; i < n_entries; i++)
    {
      const CbEntryData *data = &entries[i];
      CbImageEntry entry = {
        .kind = data->kind,
        .state = data->state,
        .deprecated = data->deprecated ? 1 : 0,
        .id = add_string (writer, data->id),
        .group_id = add_string (writer, id),
        .reviewed = add_string (writer, data->reviewed),
        .expires = add_string (writer, data->expires),
        .title = add_text (writer, &data->title),
        .summary = add_text (writer, &data->summary),
      };

      for (guint j = 0; j < CB_N_PARTS; j++)
        entry.items[j] = reserve_items (writer, data->items[j], data->n_items[j]);
      g_array_append_val (writer->tables[CB_IMAGE_ENTRIES], entry);
    }

  g_array_append_val (writer->tables[CB_IMAGE_GROUPS], group);
}

/**
 * cb_image_writer_add_label:
 * @writer: a writer
 * @id: the label's id
 * @text: the label
 *
 * Adds a label.
 */
void
cb_image_writer_add_label (CbImageWriter *writer,
                           const char    *id,
                           const CbText  *text)
{
  CbImageLabel label = { add_string (writer, id), add_text (writer, text) };

  g_array_append_val (writer->tables[CB_IMAGE_LABELS], label);
}

/**
 * cb_image_writer_add_term:
 * @writer: a writer
 * @words: (element-type utf8): words that mean the same
 *
 * Adds a term.
 */
void
cb_image_writer_add_term (CbImageWriter *writer,
                          GPtrArray     *words)
{
  CbImageTerm term = { writer->tables[CB_IMAGE_WORDS]->len, words->len };

  for (guint i = 0; i < words->len; i++)
    {
      CbImageString word = add_string (writer, g_ptr_array_index (words, i));

      g_array_append_val (writer->tables[CB_IMAGE_WORDS], word);
    }

  g_array_append_val (writer->tables[CB_IMAGE_TERMS], term);
}

/* FNV-1a over everything behind the header (draft-eastlake-fnv, 64 bits). */
static guint64
hash_bytes (const guint8 *bytes,
            gsize         length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash;
}

/**
 * cb_image_writer_end:
 * @writer: a writer
 * @version: the version of the content
 * @registry: the day of the registry that it was compared with
 *
 * Writes what is still to be written.
 *
 * Returns: (transfer full): the image
 */
GBytes *
cb_image_writer_end (CbImageWriter *writer,
                     const char    *version,
                     const char    *registry)
{
  CbImageHeader header = { CB_IMAGE_MAGIC };
  GByteArray *bytes = g_byte_array_new ();
  guint64 hash;

  write_pending_items (writer);
  header.version = add_string (writer, version);
  header.registry = add_string (writer, registry);
  for (guint i = 0; i < CB_IMAGE_N_TABLES; i++)
    header.n_records[i] = writer->tables[i]->len;

  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  for (guint i = 0; i < CB_IMAGE_N_TABLES; i++)
    g_byte_array_append (bytes, (const guint8 *) writer->tables[i]->data,
                         (guint) (writer->tables[i]->len * cb_image_get_record_size (i)));

  hash = hash_bytes (bytes->data + sizeof header, bytes->len - sizeof header);
  header.fingerprint[0] = (guint32) hash;
  header.fingerprint[1] = (guint32) (hash >> 32);
  memcpy (bytes->data, &header, sizeof header);

  return g_byte_array_free_to_bytes (bytes);
}
