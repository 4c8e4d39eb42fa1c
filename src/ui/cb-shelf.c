/* cb-shelf.c: a list of entries that is kept in a file, such as the favourites */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-shelf.h"

/* The file holds one id a line. It is replaced as a whole, so that a crash leaves the old one or
 * the new one. */

struct _CbShelf
{
  GObject parent_instance;

  /* owned */
  CbCatalog *catalog;
  GFile *file;
  GPtrArray *entries;

  guint max;
  gboolean loaded;
  gboolean writing;
  gboolean changed;
};

static void cb_shelf_list_model_init (GListModelInterface *iface);
static void save (CbShelf *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (CbShelf,
                               cb_shelf,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cb_shelf_list_model_init))

typedef enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
} CbShelfSignals;

static guint signals[N_SIGNALS];

/* Ids that the catalog does not have are skipped: the file may come from a newer version. */
static guint
append_text (CbShelf *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_added = 0;

  for (guint i = 0; lines[i] != NULL && self->entries->len < self->max; i++)
    {
      const char *id = g_strstrip (lines[i]);
      CbEntry *entry = id[0] != '\0' ? cb_catalog_lookup (self->catalog, id) : NULL;

      if (entry == NULL || g_ptr_array_find (self->entries, entry, NULL))
        continue;
      g_ptr_array_add (self->entries, g_object_ref (entry));
      n_added++;
    }

  return n_added;
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbShelf) self = data;
  g_autoptr (GError) error = NULL;

  self->writing = FALSE;
  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  else if (self->changed)
    save (self);
}

static void
save (CbShelf *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *folder = NULL;

  self->changed = TRUE;
  if (self->writing || !self->loaded || self->file == NULL)
    return;

  self->writing = TRUE;
  self->changed = FALSE;
  folder = g_path_get_dirname (g_file_peek_path (self->file));
  g_mkdir_with_parents (folder, 0700);
  text = cb_shelf_to_text (self);
  bytes = g_bytes_new (text, strlen (text));
  g_file_replace_contents_bytes_async (self->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, g_object_ref (self));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbShelf) self = data;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  self->loaded = TRUE;
  if (g_file_load_contents_finish (G_FILE (object), result, &text, NULL, NULL, &error))
    {
      guint position = self->entries->len;
      guint n_added = append_text (self, text);

      if (n_added > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_added);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
    }

  if (self->changed)
    save (self);
}

static GType
cb_shelf_get_item_type (GListModel *model)
{
  return CB_TYPE_ENTRY;
}

static guint
cb_shelf_get_n_items (GListModel *model)
{
  return CB_SHELF (model)->entries->len;
}

static gpointer
cb_shelf_get_item (GListModel *model, guint position)
{
  CbShelf *self = CB_SHELF (model);

  if (position >= self->entries->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->entries, position));
}

static void
cb_shelf_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cb_shelf_get_item_type;
  iface->get_n_items = cb_shelf_get_n_items;
  iface->get_item = cb_shelf_get_item;
}

static void
cb_shelf_finalize (GObject *object)
{
  CbShelf *self = CB_SHELF (object);

  g_clear_object (&self->catalog);
  g_clear_object (&self->file);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (cb_shelf_parent_class)->finalize (object);
}

static void
cb_shelf_class_init (CbShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cb_shelf_finalize;

  /* The file could not be read or written; the message says why. */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cb_shelf_init (CbShelf *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * cb_shelf_new:
 * @catalog: what the entries are of
 * @file: (nullable): where they are kept, NULL for nowhere
 * @max: so many are kept
 *
 * Returns: (transfer full): a #GListModel of #CbEntry, empty until it is loaded
 */
CbShelf *
cb_shelf_new (CbCatalog *catalog, GFile *file, guint max)
{
  CbShelf *self;

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);

  self = g_object_new (CB_TYPE_SHELF, NULL);
  g_set_object (&self->catalog, catalog);
  g_set_object (&self->file, file);
  self->max = max;
  self->loaded = file == NULL;

  return self;
}

/**
 * cb_shelf_load:
 * @self: a shelf
 *
 * Starts to read the file. What is added in the meantime stays in front.
 */
void
cb_shelf_load (CbShelf *self)
{
  g_return_if_fail (CB_IS_SHELF (self));

  if (!self->loaded)
    g_file_load_contents_async (self->file, NULL, loaded_cb, g_object_ref (self));
}

/**
 * cb_shelf_contains:
 * @self: a shelf
 * @entry: an entry
 *
 * Returns: whether @entry is on the shelf
 */
gboolean
cb_shelf_contains (CbShelf *self, CbEntry *entry)
{
  g_return_val_if_fail (CB_IS_SHELF (self), FALSE);

  return g_ptr_array_find (self->entries, entry, NULL);
}

/**
 * cb_shelf_add:
 * @self: a shelf
 * @entry: an entry
 * @position: where it is to stand, %G_MAXUINT for the end
 *
 * Puts @entry on the shelf, or moves it. What is too much falls off the end.
 */
void
cb_shelf_add (CbShelf *self, CbEntry *entry, guint position)
{
  guint old;

  g_return_if_fail (CB_IS_SHELF (self));
  g_return_if_fail (CB_IS_ENTRY (entry));

  if (g_ptr_array_find (self->entries, entry, &old))
    {
      if (old == position)
        return;
      g_ptr_array_remove_index (self->entries, old);
      g_list_model_items_changed (G_LIST_MODEL (self), old, 1, 0);
    }

  position = MIN (position, self->entries->len);
  g_ptr_array_insert (self->entries, (int)position, g_object_ref (entry));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  if (self->entries->len > self->max)
    {
      g_ptr_array_remove_index (self->entries, self->max);
      g_list_model_items_changed (G_LIST_MODEL (self), self->max, 1, 0);
    }
  save (self);
}

/**
 * cb_shelf_remove:
 * @self: a shelf
 * @entry: an entry
 *
 * Takes @entry off the shelf.
 *
 * Returns: where it stood, %G_MAXUINT if it did not
 */
guint
cb_shelf_remove (CbShelf *self, CbEntry *entry)
{
  guint position;

  g_return_val_if_fail (CB_IS_SHELF (self), G_MAXUINT);

  if (!g_ptr_array_find (self->entries, entry, &position))
    return G_MAXUINT;
  g_ptr_array_remove_index (self->entries, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  save (self);

  return position;
}

/**
 * cb_shelf_clear:
 * @self: a shelf
 *
 * Takes everything off the shelf.
 */
void
cb_shelf_clear (CbShelf *self)
{
  guint n_entries;

  g_return_if_fail (CB_IS_SHELF (self));

  n_entries = self->entries->len;
  if (n_entries == 0)
    return;
  g_ptr_array_set_size (self->entries, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_entries, 0);
  save (self);
}

/**
 * cb_shelf_to_text:
 * @self: a shelf
 *
 * Returns: (transfer full): the text of the file
 */
char *
cb_shelf_to_text (CbShelf *self)
{
  GString *text;

  g_return_val_if_fail (CB_IS_SHELF (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->entries->len; i++)
    g_string_append_printf (text, "%s\n", cb_entry_get_id (g_ptr_array_index (self->entries, i)));

  return g_string_free_and_steal (text);
}

/**
 * cb_shelf_merge:
 * @self: a shelf
 * @text: the text of such a file
 *
 * Adds the entries of another shelf behind those of this one.
 *
 * Returns: how many were added
 */
guint
cb_shelf_merge (CbShelf *self, const char *text)
{
  guint position, n_added;

  g_return_val_if_fail (CB_IS_SHELF (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  position = self->entries->len;
  n_added = append_text (self, text);
  if (n_added > 0)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_added);
      save (self);
    }

  return n_added;
}
