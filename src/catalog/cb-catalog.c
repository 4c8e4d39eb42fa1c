/* cb-catalog.c: the content, read once and immutable */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-entry-private.h"
#include "cb-group-private.h"

#define N_NUMBERS 1000

struct _CbCatalog
{
  GObject parent_instance;

  /* owned */
  CbImage *image;
  GListStore *groups; /* those that are browsed */
  GPtrArray *all_groups;
  GPtrArray *entries;
  GHashTable *by_id;  /* id → entry */
  GHashTable *labels; /* id → CbText */
  GPtrArray *terms;   /* of arrays of words */

  /* borrowed */
  CbEntry *by_number[N_NUMBERS];
};

G_DEFINE_FINAL_TYPE (CbCatalog, cb_catalog, G_TYPE_OBJECT)
G_DEFINE_QUARK (cb-catalog-error-quark, cb_catalog_error)

static void
cb_catalog_finalize (GObject *object)
{
  CbCatalog *self = CB_CATALOG (object);

  g_clear_object (&self->groups);
  g_clear_pointer (&self->all_groups, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->image, cb_image_unref);

  G_OBJECT_CLASS (cb_catalog_parent_class)->finalize (object);
}

static void
cb_catalog_class_init (CbCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cb_catalog_finalize;
}

static void
cb_catalog_init (CbCatalog *self)
{
  self->groups = g_list_store_new (CB_TYPE_GROUP);
  self->all_groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static void
add_entry (CbCatalog          *self,
           const CbImageEntry *record,
           GPtrArray          *group_entries)
{
  CbEntry *entry = cb_entry_new (self->image, record);
  int number = cb_entry_get_number (entry);

  g_ptr_array_add (self->entries, entry);
  g_ptr_array_add (group_entries, g_object_ref (entry));
  g_hash_table_insert (self->by_id, (gpointer) cb_entry_get_id (entry), entry);
  if (number >= 0 && number < N_NUMBERS)
    self->by_number[number] = entry;
}

static void
add_group (CbCatalog          *self,
           const CbImageGroup *record)
{
  const CbImageEntry *entries = cb_image_get_table (self->image, CB_IMAGE_ENTRIES);
  g_autoptr (GPtrArray) group_entries = g_ptr_array_new_with_free_func (g_object_unref);
  CbGroup *group;

  for (guint32 i = 0; i < record->entries.count; i++)
    add_entry (self, &entries[record->entries.first + i], group_entries);

  group = cb_group_new (self->image, record, group_entries);
  g_ptr_array_add (self->all_groups, group);
  if (record->browsed != 0)
    g_list_store_append (self->groups, group);
}

static void
add_term (CbCatalog         *self,
          const CbImageTerm *record)
{
  const CbImageString *strings = cb_image_get_table (self->image, CB_IMAGE_WORDS);
  GPtrArray *words = g_ptr_array_sized_new (record->count);

  for (guint32 i = 0; i < record->count; i++)
    g_ptr_array_add (words, (gpointer) cb_image_get_string (self->image, strings[record->first + i]));

  g_ptr_array_add (self->terms, words);
}

/**
 * cb_catalog_new_from_bytes:
 * @bytes: a compiled catalog
 * @error: return location for a #CbCatalogError
 *
 * Makes a catalog of what the compiler has written. Texts stay where they are, in @bytes.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error set
 */
CbCatalog *
cb_catalog_new_from_bytes (GBytes  *bytes,
                           GError **error)
{
  g_autoptr (CbCatalog) self = NULL;
  const CbImageHeader *header;
  const CbImageGroup *groups;
  const CbImageLabel *labels;
  const CbImageTerm *terms;
  CbImage *image = cb_image_new (bytes, error);

  if (image == NULL)
    return NULL;

  self = g_object_new (CB_TYPE_CATALOG, NULL);
  self->image = image;
  header = cb_image_get_header (image);

  groups = cb_image_get_table (image, CB_IMAGE_GROUPS);
  for (guint32 i = 0; i < header->n_records[CB_IMAGE_GROUPS]; i++)
    add_group (self, &groups[i]);

  labels = cb_image_get_table (image, CB_IMAGE_LABELS);
  for (guint32 i = 0; i < header->n_records[CB_IMAGE_LABELS]; i++)
    {
      CbText text = cb_image_get_text (image, labels[i].text);

      g_hash_table_insert (self->labels, (gpointer) cb_image_get_string (image, labels[i].id),
                           g_memdup2 (&text, sizeof text));
    }

  terms = cb_image_get_table (image, CB_IMAGE_TERMS);
  for (guint32 i = 0; i < header->n_records[CB_IMAGE_TERMS]; i++)
    add_term (self, &terms[i]);

  return g_steal_pointer (&self);
}

/**
 * cb_catalog_get_version:
 * @self: a catalog
 *
 * Returns: (transfer none): the version of the content
 */
const char *
cb_catalog_get_version (CbCatalog *self)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);

  return cb_image_get_string (self->image, cb_image_get_header (self->image)->version);
}

/**
 * cb_catalog_get_registry:
 * @self: a catalog
 *
 * Returns: (transfer none): the day, as YYYY-MM-DD, of the registry that the content was compared with
 */
const char *
cb_catalog_get_registry (CbCatalog *self)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);

  return cb_image_get_string (self->image, cb_image_get_header (self->image)->registry);
}

/**
 * cb_catalog_get_fingerprint:
 * @self: a catalog
 *
 * Two catalogs with the same content have the same fingerprint, and others hardly ever. It is what the compiler has
 * written, not computed.
 *
 * Returns: a number that stands for the whole content
 */
guint64
cb_catalog_get_fingerprint (CbCatalog *self)
{
  const CbImageHeader *header;

  g_return_val_if_fail (CB_IS_CATALOG (self), 0);

  header = cb_image_get_header (self->image);

  return (guint64) header->fingerprint[1] << 32 | header->fingerprint[0];
}

/**
 * cb_catalog_get_groups:
 * @self: a catalog
 *
 * Returns: (transfer none): a model of #CbGroup, those that are browsed, in their order
 */
GListModel *
cb_catalog_get_groups (CbCatalog *self)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->groups);
}

/**
 * cb_catalog_get_group:
 * @self: a catalog
 * @id: the id of a group
 *
 * Returns: (transfer none) (nullable): the group, browsed or not, or %NULL where there is none
 */
CbGroup *
cb_catalog_get_group (CbCatalog  *self,
                      const char *id)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->all_groups->len; i++)
    {
      CbGroup *group = g_ptr_array_index (self->all_groups, i);

      if (strcmp (cb_group_get_id (group), id) == 0)
        return group;
    }

  return NULL;
}

/**
 * cb_catalog_get_n_entries:
 * @self: a catalog
 *
 * Returns: the number of all entries, browsed or not
 */
guint
cb_catalog_get_n_entries (CbCatalog *self)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), 0);

  return self->entries->len;
}

/**
 * cb_catalog_get_entry:
 * @self: a catalog
 * @position: a position among all entries, in the order of the groups
 *
 * Returns: (transfer none) (nullable): the entry, or %NULL past the end
 */
CbEntry *
cb_catalog_get_entry (CbCatalog *self,
                      guint      position)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);

  return position < self->entries->len ? g_ptr_array_index (self->entries, position) : NULL;
}

/**
 * cb_catalog_lookup:
 * @self: a catalog
 * @id: an id such as "status:404"
 *
 * Returns: (transfer none) (nullable): the entry of that id, or %NULL
 */
CbEntry *
cb_catalog_lookup (CbCatalog  *self,
                   const char *id)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * cb_catalog_lookup_number:
 * @self: a catalog
 * @number: any number
 *
 * Returns: (transfer none) (nullable): the entry of that status code, or %NULL
 */
CbEntry *
cb_catalog_lookup_number (CbCatalog *self,
                          int        number)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);

  return number >= 0 && number < N_NUMBERS ? self->by_number[number] : NULL;
}

static gboolean
has_name (CbEntry    *entry,
          const char *folded)
{
  const char *names[] = {
    cb_entry_get_token (entry),
    cb_entry_get_title (entry)->in[CB_LANGUAGE_EN],
    cb_entry_get_title (entry)->in[CB_LANGUAGE_KO],
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_utf8_casefold (names[i], -1);

      if (strcmp (name, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * cb_catalog_lookup_name:
 * @self: a catalog
 * @name: what somebody calls an entry: an id, a status code, a class, a method, or a title in one of the languages,
 *   in any case
 *
 * Finds an entry by its exact name; a search is more forgiving.
 *
 * Returns: (transfer none) (nullable): the first entry of that name, or %NULL
 */
CbEntry *
cb_catalog_lookup_name (CbCatalog  *self,
                        const char *name)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  CbEntry *entry;

  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  entry = cb_catalog_lookup (self, name);
  if (entry != NULL)
    return entry;

  valid = g_utf8_make_valid (name, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  folded = g_utf8_casefold (g_strstrip (normal), -1);
  for (guint i = 0; i < self->entries->len; i++)
    {
      entry = g_ptr_array_index (self->entries, i);
      if (has_name (entry, folded))
        return entry;
    }

  return NULL;
}

/**
 * cb_catalog_get_label:
 * @self: a catalog
 * @id: the id of a label, such as "section:history"
 *
 * Headings, tags and property names that pages show, in both languages at once.
 *
 * Returns: (transfer none) (nullable): the label, or %NULL where there is none
 */
const CbText *
cb_catalog_get_label (CbCatalog  *self,
                      const char *id)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->labels, id);
}

/**
 * cb_catalog_get_terms:
 * @self: a catalog
 *
 * Words that mean the same to a search.
 *
 * Returns: (transfer none) (element-type GPtrArray): arrays of strings, at least two in each
 */
GPtrArray *
cb_catalog_get_terms (CbCatalog *self)
{
  g_return_val_if_fail (CB_IS_CATALOG (self), NULL);

  return self->terms;
}
