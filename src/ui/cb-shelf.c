/* cb-shelf.c: a list of entries that is kept in a file, such as the favourites */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "cb-shelf.h"

/* The file holds one id a line. It is replaced as a whole, so that a crash leaves the old one or
 * the new one; and a file that cannot be read is not replaced. */

struct _CbShelf
{
  GObject parent_instance;

  /* owned */
  CbCatalog *catalog;
  GFile *file;
  GPtrArray *entries;
  /* The lines of the file that are no entries, as they are. */
  GByteArray *strange;

  guint max;
  gboolean loaded;
  gboolean unreadable;
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

/* What the catalog does not have goes to @strange, unless that is NULL: the file may come from a
 * newer version, or be damaged. Sets @n_added to how many entries are new. Returns whether there
 * are any at all. */
static gboolean
append_text (CbShelf *self, const char *text, gsize length, GByteArray *strange, guint *n_added)
{
  const char *end = text + length;
  gboolean lists_any = FALSE;

  *n_added = 0;
  for (const char *line = text; line < end && self->entries->len < self->max;)
    {
      const char *newline = memchr (line, '\n', (gsize)(end - line));
      gsize line_length = (gsize)((newline != NULL ? newline : end) - line);
      g_autofree char *id = g_strstrip (g_strndup (line, line_length));
      gboolean whole = memchr (line, '\0', line_length) == NULL;
      CbEntry *entry = whole && id[0] != '\0' ? cb_catalog_lookup (self->catalog, id) : NULL;

      lists_any = lists_any || entry != NULL;
      if (entry != NULL && !g_ptr_array_find (self->entries, entry, NULL))
        {
          g_ptr_array_add (self->entries, g_object_ref (entry));
          (*n_added)++;
        }
      else if (entry == NULL && strange != NULL && (id[0] != '\0' || !whole))
        {
          g_byte_array_append (strange, (const guint8 *)line, (guint)line_length);
          g_byte_array_append (strange, (const guint8 *)"\n", 1);
        }
      line += line_length + 1;
    }

  return lists_any;
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CbShelf *self = source;
  const char *path = g_file_peek_path (self->file);
  g_autofree char *folder = g_path_get_dirname (path);
  /* Where the file is a link, what it leads to is replaced. */
  char *real = realpath (path, NULL);
  const char *text;
  gsize length;
  GError *error = NULL;

  /* If that fails, so does what follows, and says why. */
  g_mkdir_with_parents (folder, 0700);
  text = g_bytes_get_data (data, &length);
  if (g_file_set_contents_full (real != NULL ? real : path, text, (gssize)length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  free (real);
}

/* The program stays until the file is read and written, though the last window be closed. */
static void
hold_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_hold (application);
}

static void
release_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_release (application);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  CbShelf *self = CB_SHELF (object);
  g_autoptr (GError) error = NULL;

  self->writing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, FALSE, error->message);
  if (self->changed)
    save (self);
  release_program ();
}

static void
save (CbShelf *self)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *text = NULL;
  GByteArray *bytes;

  self->changed = TRUE;
  if (self->writing || !self->loaded || self->unreadable || self->file == NULL)
    return;

  self->writing = TRUE;
  self->changed = FALSE;
  hold_program ();
  text = cb_shelf_to_text (self);
  bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *)text, (guint)strlen (text));
  g_byte_array_append (bytes, self->strange->data, self->strange->len);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, save);
  g_task_set_task_data (task, g_byte_array_free_to_bytes (bytes), (GDestroyNotify)g_bytes_unref);
  g_task_run_in_thread (task, write_thread);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CbShelf) self = data;
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  self->loaded = TRUE;
  if (g_file_load_contents_finish (G_FILE (object), result, &text, &length, NULL, &error))
    {
      guint position = self->entries->len;
      guint n_added;

      append_text (self, text, length, self->strange, &n_added);
      if (n_added > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_added);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      /* What is there may be all right, and must not be lost for what little is here. */
      self->unreadable = TRUE;
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, TRUE, error->message);
    }

  if (self->changed)
    save (self);
  release_program ();
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
  g_byte_array_unref (self->strange);

  G_OBJECT_CLASS (cb_shelf_parent_class)->finalize (object);
}

static void
cb_shelf_class_init (CbShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cb_shelf_finalize;

  /* The file could not be read, if that is TRUE, and is then left alone, or could not be written;
   * the message says why. */
  signals[SIGNAL_FAILED]
      = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
cb_shelf_init (CbShelf *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->strange = g_byte_array_new ();
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

  if (self->loaded)
    return;
  hold_program ();
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
 * Returns: (transfer full): the entries as in the file, without what else is in there
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
 * @n_added: (out): how many entries were added
 *
 * Adds the entries of another shelf behind those of this one. Those that are there already stay
 * where they are.
 *
 * Returns: whether @text lists any entry, be it new or not
 */
gboolean
cb_shelf_merge (CbShelf *self, const char *text, guint *n_added)
{
  gboolean lists_any;
  guint position;

  g_return_val_if_fail (CB_IS_SHELF (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (n_added != NULL, FALSE);

  position = self->entries->len;
  lists_any = append_text (self, text, strlen (text), NULL, n_added);
  if (*n_added > 0)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, *n_added);
      save (self);
    }

  return lists_any;
}
