/* cb-catalog.c: the content, read once and immutable */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog-resource.h"
#include "cb-catalog.h"
#include "cb-group-private.h"
#include "cb-reader.h"

#define RESOURCE_FOLDER "/codebook/catalog"
#define LIST_FILE "catalog.xml"

#define N_NUMBERS 1000

struct _CbCatalog
{
  GObject parent_instance;

  /* owned */
  CbStore *store;
  GListStore *groups;      /* those that are browsed */
  GPtrArray *all_groups;
  GPtrArray *entries;
  GHashTable *by_id;       /* id → entry */
  GHashTable *labels;      /* id → CbText */
  GPtrArray *terms;        /* of arrays of spellings */

  /* borrowed */
  CbEntry *by_number[N_NUMBERS];
  const char *version;
  const char *registry;
};

G_DEFINE_FINAL_TYPE (CbCatalog, cb_catalog, G_TYPE_OBJECT)
G_DEFINE_QUARK (cb-catalog-error-quark, cb_catalog_error)

/* Where the files come from: gives the bytes of a file, and the name by which messages call it. */
typedef struct
{
  GBytes *(*load) (gpointer     user_data,
                   const char  *name,
                   char       **shown_name,
                   GError     **error);
  gpointer user_data;
} Source;

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
  g_clear_pointer (&self->store, cb_store_unref);

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
  self->store = cb_store_new ();
  self->groups = g_list_store_new (CB_TYPE_GROUP);
  self->all_groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static gboolean
expect_name (const CbXmlNode  *node,
             const char       *name,
             GError          **error)
{
  g_autofree char *expected = NULL;

  if (strcmp (node->name, name) == 0)
    return TRUE;

  expected = g_strdup_printf ("<%s>", name);
  cb_reader_unexpected (node, expected, error);
  return FALSE;
}

static gboolean
add_entry (CbCatalog        *self,
           const CbXmlNode  *node,
           CbEntry          *entry,
           GPtrArray        *group_entries,
           GError          **error)
{
  const char *id = cb_entry_get_id (entry);
  int number = cb_entry_get_number (entry);

  if (g_hash_table_contains (self->by_id, id))
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_REFERENCE,
                             "the id “%s” is given twice, expected an id of its own", id);
      return FALSE;
    }

  g_hash_table_insert (self->by_id, (gpointer) id, entry);
  if (number >= 0)
    self->by_number[number] = entry;
  g_ptr_array_add (self->entries, g_object_ref (entry));
  g_ptr_array_add (group_entries, g_object_ref (entry));

  return TRUE;
}

static gboolean
read_group (CbCatalog        *self,
            CbReader         *reader,
            const CbXmlNode  *root,
            GError          **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CbGroup) group = NULL;
  const CbXmlNode *child = root->first_child;
  const char *id, *browse;
  const CbAttribute attributes[] = {
    { "id", &id },
    { "browse", &browse, TRUE, "no" },
  };
  CbText title;

  if (!cb_reader_get_attributes (reader, root, attributes, G_N_ELEMENTS (attributes), error))
    return FALSE;

  if (cb_catalog_get_group (self, id) != NULL)
    {
      cb_xml_node_set_error (root, error, CB_CATALOG_ERROR_REFERENCE,
                             "the group “%s” is given twice, expected an id of its own", id);
      return FALSE;
    }

  if (child == NULL)
    {
      cb_reader_unexpected (root, "a <title> and entries in it", error);
      return FALSE;
    }
  if (!expect_name (child, "title", error) ||
      !cb_reader_get_attributes (reader, child, NULL, 0, error) ||
      !cb_reader_get_text (reader, child, &title, error))
    return FALSE;

  for (child = child->next; child != NULL; child = child->next)
    {
      g_autoptr (CbEntry) entry = cb_reader_read_entry (reader, child, id, error);

      if (entry == NULL || !add_entry (self, child, entry, entries, error))
        return FALSE;
    }

  if (entries->len == 0)
    {
      cb_xml_node_set_error (root, error, CB_CATALOG_ERROR_SCHEMA,
                             "the group “%s” is empty, expected entries", id);
      return FALSE;
    }

  group = cb_group_new (id, &title, browse == NULL, entries, self->store);
  g_ptr_array_add (self->all_groups, g_object_ref (group));
  if (cb_group_get_browsed (group))
    g_list_store_append (self->groups, group);

  return TRUE;
}

static gboolean
read_labels (CbCatalog        *self,
             CbReader         *reader,
             const CbXmlNode  *root,
             GError          **error)
{
  if (!cb_reader_get_attributes (reader, root, NULL, 0, error))
    return FALSE;

  for (const CbXmlNode *child = root->first_child; child != NULL; child = child->next)
    {
      const char *id, *translate;
      const CbAttribute attributes[] = {
        { "id", &id },
        { "translate", &translate, TRUE, "no" },
      };
      CbText text;

      if (!expect_name (child, "label", error) ||
          !cb_reader_get_attributes (reader, child, attributes, G_N_ELEMENTS (attributes), error) ||
          !cb_reader_get_text (reader, child, &text, error))
        return FALSE;

      if (!g_hash_table_insert (self->labels, (gpointer) id, g_memdup2 (&text, sizeof text)))
        {
          cb_xml_node_set_error (child, error, CB_CATALOG_ERROR_REFERENCE,
                                 "the label “%s” is given twice, expected an id of its own", id);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_term (CbCatalog        *self,
           CbReader         *reader,
           const CbXmlNode  *node,
           GError          **error)
{
  g_autoptr (GPtrArray) spellings = g_ptr_array_new ();

  if (!expect_name (node, "term", error) ||
      !cb_reader_get_attributes (reader, node, NULL, 0, error))
    return FALSE;

  for (const CbXmlNode *child = node->first_child; child != NULL; child = child->next)
    {
      const char *language, *words;
      const CbAttribute attributes[] = { { "lang", &language, FALSE, "en ko" } };

      if (!expect_name (child, "spelling", error) ||
          !cb_reader_get_attributes (reader, child, attributes, G_N_ELEMENTS (attributes), error) ||
          !cb_reader_get_words (reader, child, &words, error))
        return FALSE;

      g_ptr_array_add (spellings, (gpointer) words);
    }

  if (spellings->len < 2)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<term> has %u spellings, expected at least two", spellings->len);
      return FALSE;
    }

  g_ptr_array_add (self->terms, g_steal_pointer (&spellings));
  return TRUE;
}

static gboolean
read_terms (CbCatalog        *self,
            CbReader         *reader,
            const CbXmlNode  *root,
            GError          **error)
{
  if (!cb_reader_get_attributes (reader, root, NULL, 0, error))
    return FALSE;

  for (const CbXmlNode *child = root->first_child; child != NULL; child = child->next)
    {
      if (!read_term (self, reader, child, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_document (CbCatalog        *self,
               CbReader         *reader,
               const CbXmlNode  *root,
               GError          **error)
{
  if (strcmp (root->name, "group") == 0)
    return read_group (self, reader, root, error);
  if (strcmp (root->name, "labels") == 0)
    return read_labels (self, reader, root, error);
  if (strcmp (root->name, "terms") == 0)
    return read_terms (self, reader, root, error);

  cb_reader_unexpected (root, "<group>, <labels> or <terms>", error);
  return FALSE;
}

static CbXml *
load_document (const Source  *source,
               const char    *name,
               GError       **error)
{
  g_autofree char *shown_name = NULL;
  g_autoptr (GBytes) bytes = source->load (source->user_data, name, &shown_name, error);
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  return cb_xml_parse (shown_name, data != NULL ? data : "", (gssize) length, error);
}

static gboolean
check_references (CbCatalog  *self,
                  CbReader   *reader,
                  GError    **error)
{
  for (guint i = 0; i < reader->references->len; i++)
    {
      const CbReference *reference = &g_array_index (reader->references, CbReference, i);

      if (!g_hash_table_contains (self->by_id, reference->id))
        {
          cb_xml_node_set_error (reference->node, error, CB_CATALOG_ERROR_REFERENCE,
                                 "a link leads to “%s”, expected the id of an entry",
                                 reference->id);
          return FALSE;
        }
    }

  return TRUE;
}

/* Reads catalog.xml and the files that it lists. The documents stay until all is read: references point into them. */
static gboolean
read_all (CbCatalog     *self,
          CbReader      *reader,
          const Source  *source,
          GError       **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) cb_xml_free);
  CbXml *list = load_document (source, LIST_FILE, error);
  const CbXmlNode *root;
  const CbAttribute attributes[] = {
    { "version", &self->version },
    { "registry", &self->registry },
  };

  if (list == NULL)
    return FALSE;
  g_ptr_array_add (documents, list);

  root = cb_xml_get_root (list);
  if (!expect_name (root, "catalog", error) ||
      !cb_reader_get_attributes (reader, root, attributes, G_N_ELEMENTS (attributes), error))
    return FALSE;

  for (const CbXmlNode *child = root->first_child; child != NULL; child = child->next)
    {
      const char *name;
      const CbAttribute file_attributes[] = { { "name", &name } };
      CbXml *document;

      if (!expect_name (child, "file", error) ||
          !cb_reader_get_attributes (reader, child, file_attributes, G_N_ELEMENTS (file_attributes), error))
        return FALSE;

      document = load_document (source, name, error);
      if (document == NULL)
        return FALSE;
      g_ptr_array_add (documents, document);

      if (!read_document (self, reader, cb_xml_get_root (document), error))
        return FALSE;
    }

  return check_references (self, reader, error);
}

static CbCatalog *
catalog_new_from_source (const Source  *source,
                         gboolean       translated,
                         GError       **error)
{
  g_autoptr (CbCatalog) self = g_object_new (CB_TYPE_CATALOG, NULL);
  g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (CbReference));
  CbReader reader = { self->store, translated, references };

  if (!read_all (self, &reader, source, error))
    return NULL;

  return g_steal_pointer (&self);
}

static GBytes *
load_resource (gpointer     user_data,
               const char  *name,
               char       **shown_name,
               GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/", name, NULL);
  g_autoptr (GError) cause = NULL;
  /* By its name, so that the linker takes the resource out of the static library. */
  GBytes *bytes = g_resource_lookup_data (cb_catalog_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, &cause);

  if (bytes == NULL)
    g_set_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ, "%s", cause->message);

  *shown_name = g_strdup (name);
  return bytes;
}

static GBytes *
load_file (gpointer     user_data,
           const char  *name,
           char       **shown_name,
           GError     **error)
{
  g_autofree char *path = g_build_filename (user_data, name, NULL);
  g_autoptr (GError) cause = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &cause))
    {
      g_set_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ, "%s", cause->message);
      return NULL;
    }

  *shown_name = g_steal_pointer (&path);
  return g_bytes_new_take (contents, length);
}

/**
 * cb_catalog_new:
 * @error: return location for a #CbCatalogError
 *
 * Reads the catalog that is built into the program.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error set
 */
CbCatalog *
cb_catalog_new (GError **error)
{
  const Source source = { load_resource, NULL };

  return catalog_new_from_source (&source, TRUE, error);
}

/**
 * cb_catalog_new_from_folder:
 * @folder: (type filename): a folder with a catalog.xml and the files that it lists
 * @flags: whether they are the source files, which hold no Korean yet
 * @error: return location for a #CbCatalogError
 *
 * Reads a catalog from files.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error set
 */
CbCatalog *
cb_catalog_new_from_folder (const char      *folder,
                            CbCatalogFlags   flags,
                            GError         **error)
{
  const Source source = { load_file, (gpointer) folder };

  g_return_val_if_fail (folder != NULL, NULL);

  return catalog_new_from_source (&source, (flags & CB_CATALOG_UNTRANSLATED) == 0, error);
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

  return self->version;
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

  return self->registry;
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
