/* cb-compiler.c: from the files of the catalog to what the programs use */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-compiler.h"
#include "cb-image-writer.h"
#include "cb-reader.h"

#define LIST_FILE "catalog.xml"

/* A group that was read; it is written when all of them are. */
typedef struct
{
  const char *id;
  CbText title;
  gboolean browsed;
  GArray *entries; /* of CbEntryData */
} Group;

typedef struct
{
  const char *folder;
  CbReader reader;
  GPtrArray *groups;
  CbImageWriter *writer;
  GHashTable *entry_ids;
  GHashTable *group_ids;
  GHashTable *label_ids;
  GPtrArray *documents; /* all of them stay until the end: references point into them */
  const char *version;
  const char *registry;
} Compiler;

#define GET_ATTRIBUTES(compiler, node, attributes, error)                                          \
  cb_reader_get_attributes (&(compiler)->reader, (node), (attributes), G_N_ELEMENTS (attributes),  \
                            (error))

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->entries);
  g_free (group);
}

/* Ids are in the store, which outlives the tables. */
static gboolean
claim_id (GHashTable       *ids,
          const CbXmlNode  *node,
          const char       *what,
          const char       *id,
          GError          **error)
{
  if (g_hash_table_add (ids, (gpointer) id))
    return TRUE;

  cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_REFERENCE,
                         "the %s “%s” is given twice, expected an id of its own", what, id);
  return FALSE;
}

static gboolean
read_group_title (Compiler         *compiler,
                  const CbXmlNode  *root,
                  CbText           *title,
                  GError          **error)
{
  const CbXmlNode *child = root->first_child;

  return cb_reader_expect_elements (root, "<title>", error) &&
         cb_reader_expect_name (child, "title", error) &&
         cb_reader_get_attributes (&compiler->reader, child, NULL, 0, error) &&
         cb_reader_get_text (&compiler->reader, child, title, error);
}

static gboolean
read_group (Compiler         *compiler,
            const CbXmlNode  *root,
            GError          **error)
{
  Group *group = g_new0 (Group, 1);
  const char *browse;
  const CbAttribute attributes[] = {
    { "id", &group->id },
    { "browse", &browse, TRUE, "no" },
  };

  group->entries = g_array_new (FALSE, TRUE, sizeof (CbEntryData));
  g_ptr_array_add (compiler->groups, group);

  if (!GET_ATTRIBUTES (compiler, root, attributes, error) ||
      !claim_id (compiler->group_ids, root, "group", group->id, error) ||
      !read_group_title (compiler, root, &group->title, error))
    return FALSE;

  group->browsed = browse == NULL;
  for (const CbXmlNode *child = root->first_child->next; child != NULL; child = child->next)
    {
      CbEntryData data = { .group_id = group->id };

      if (!cb_reader_read_entry (&compiler->reader, child, &data, error) ||
          !claim_id (compiler->entry_ids, child, "id", data.id, error))
        return FALSE;

      g_array_append_val (group->entries, data);
    }

  if (group->entries->len == 0)
    {
      cb_xml_node_set_error (root, error, CB_CATALOG_ERROR_SCHEMA,
                             "the group “%s” is empty, expected entries", group->id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_labels (Compiler         *compiler,
             const CbXmlNode  *root,
             GError          **error)
{
  if (!cb_reader_get_attributes (&compiler->reader, root, NULL, 0, error) ||
      !cb_reader_expect_elements (root, "<label>", error))
    return FALSE;

  for (const CbXmlNode *child = root->first_child; child != NULL; child = child->next)
    {
      const char *id;
      const CbAttribute attributes[] = { { "id", &id } };
      CbText text;

      if (!cb_reader_expect_name (child, "label", error) ||
          !cb_reader_get_text_with (&compiler->reader, child, attributes, G_N_ELEMENTS (attributes), &text,
                                    error) ||
          !claim_id (compiler->label_ids, child, "label", id, error))
        return FALSE;

      cb_image_writer_add_label (compiler->writer, id, &text);
    }

  return TRUE;
}

static gboolean
read_term (Compiler         *compiler,
           const CbXmlNode  *node,
           GError          **error)
{
  g_autoptr (GPtrArray) spellings = g_ptr_array_new ();

  if (!cb_reader_expect_name (node, "term", error) ||
      !cb_reader_get_attributes (&compiler->reader, node, NULL, 0, error))
    return FALSE;

  for (const CbXmlNode *child = node->first_child; child != NULL; child = child->next)
    {
      const char *language, *words;
      const CbAttribute attributes[] = { { "lang", &language, FALSE, "en ko" } };

      if (!cb_reader_expect_name (child, "spelling", error) ||
          !GET_ATTRIBUTES (compiler, child, attributes, error) ||
          !cb_reader_get_words (&compiler->reader, child, &words, error))
        return FALSE;

      g_ptr_array_add (spellings, (gpointer) words);
    }

  if (spellings->len < 2)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<term> has %u spellings, expected at least two", spellings->len);
      return FALSE;
    }

  cb_image_writer_add_term (compiler->writer, spellings);
  return TRUE;
}

static gboolean
read_terms (Compiler         *compiler,
            const CbXmlNode  *root,
            GError          **error)
{
  if (!cb_reader_get_attributes (&compiler->reader, root, NULL, 0, error) ||
      !cb_reader_expect_elements (root, "<term>", error))
    return FALSE;

  for (const CbXmlNode *child = root->first_child; child != NULL; child = child->next)
    {
      if (!read_term (compiler, child, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_document (Compiler         *compiler,
               const CbXmlNode  *root,
               GError          **error)
{
  if (strcmp (root->name, "group") == 0)
    return read_group (compiler, root, error);
  if (strcmp (root->name, "labels") == 0)
    return read_labels (compiler, root, error);
  if (strcmp (root->name, "terms") == 0)
    return read_terms (compiler, root, error);

  cb_reader_unexpected (root, "<group>, <labels> or <terms>", error);
  return FALSE;
}

static const CbXmlNode *
load_document (Compiler    *compiler,
               const char  *name,
               GError     **error)
{
  g_autofree char *path = g_build_filename (compiler->folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) cause = NULL;
  CbXml *document;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &cause))
    {
      g_set_error_literal (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ, cause->message);
      return NULL;
    }

  document = cb_xml_parse (path, contents, (gssize) length, error);
  if (document == NULL)
    return NULL;

  g_ptr_array_add (compiler->documents, document);
  return cb_xml_get_root (document);
}

static gboolean
check_references (Compiler  *compiler,
                  GError   **error)
{
  for (guint i = 0; i < compiler->reader.references->len; i++)
    {
      const CbReference *reference = &g_array_index (compiler->reader.references, CbReference, i);

      if (!g_hash_table_contains (compiler->entry_ids, reference->id))
        {
          cb_xml_node_set_error (reference->node, error, CB_CATALOG_ERROR_REFERENCE,
                                 "a link leads to “%s”, expected the id of an entry",
                                 reference->id);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_all (Compiler  *compiler,
          GError   **error)
{
  const CbXmlNode *root = load_document (compiler, LIST_FILE, error);
  const CbAttribute attributes[] = {
    { "version", &compiler->version },
    { "registry", &compiler->registry },
  };

  if (root == NULL || !cb_reader_expect_name (root, "catalog", error) ||
      !GET_ATTRIBUTES (compiler, root, attributes, error) ||
      !cb_reader_expect_elements (root, "<file>", error))
    return FALSE;

  for (const CbXmlNode *child = root->first_child; child != NULL; child = child->next)
    {
      const char *name;
      const CbAttribute file_attributes[] = { { "name", &name } };
      const CbXmlNode *document;

      if (!cb_reader_expect_name (child, "file", error) ||
          !GET_ATTRIBUTES (compiler, child, file_attributes, error) ||
          !cb_reader_expect_empty (child, error))
        return FALSE;

      document = load_document (compiler, name, error);
      if (document == NULL || !read_document (compiler, document, error))
        return FALSE;
    }

  return check_references (compiler, error);
}

/* Notes in @links that @data leads to the entries that it is about, or that it answers with. */
static void
collect_links (GHashTable        *links,
               const CbEntryData *data)
{
  static const CbPart parts[] = { CB_PART_SEE_ALSO, CB_PART_ANSWER };

  if (data->kind != CB_ENTRY_GUIDE && data->kind != CB_ENTRY_SITUATION)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      for (gsize j = 0; j < data->n_items[parts[i]]; j++)
        {
          const CbItem *item = &data->items[parts[i]][j];
          CbItem link = { CB_ITEM_LINK, .target = data->id };
          GArray *items = g_hash_table_lookup (links, item->target);

          if (items == NULL)
            {
              items = g_array_new (FALSE, TRUE, sizeof (CbItem));
              g_hash_table_insert (links, (gpointer) item->target, items);
            }
          g_array_append_val (items, link);
        }
    }
}

/* Whoever reads of a code finds the guides on it and the situations that it answers, without a second list to keep. */
static void
link_back (Compiler *compiler)
{
  g_autoptr (GHashTable) links = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < compiler->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (compiler->groups, i);

      for (guint j = 0; j < group->entries->len; j++)
        collect_links (links, &g_array_index (group->entries, CbEntryData, j));
    }

  for (guint i = 0; i < compiler->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (compiler->groups, i);

      for (guint j = 0; j < group->entries->len; j++)
        {
          CbEntryData *data = &g_array_index (group->entries, CbEntryData, j);
          GArray *items = g_hash_table_lookup (links, data->id);

          if (items != NULL)
            data->items[CB_PART_SEE_ALSO] =
                cb_store_take_items (compiler->reader.store, items, &data->n_items[CB_PART_SEE_ALSO]);
        }
    }
}

static void
write_groups (Compiler *compiler)
{
  for (guint i = 0; i < compiler->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (compiler->groups, i);

      cb_image_writer_add_group (compiler->writer, group->id, &group->title, group->browsed,
                                 (const CbEntryData *) (gpointer) group->entries->data, group->entries->len);
    }
}

/**
 * cb_compiler_compile:
 * @folder: (type filename): a folder with a catalog.xml and the files that it lists
 * @flags: whether they are the source files, which hold no Korean yet
 * @error: return location for a #CbCatalogError
 *
 * Reads a catalog from its files, strictly, and writes it as an image, see cb_catalog_new_from_bytes().
 *
 * Returns: (transfer full): the image, or %NULL with @error set
 */
GBytes *
cb_compiler_compile (const char       *folder,
                     CbCompilerFlags   flags,
                     GError          **error)
{
  g_autoptr (CbStore) store = cb_store_new ();
  g_autoptr (CbImageWriter) writer = cb_image_writer_new ();
  g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (CbReference));
  g_autoptr (GHashTable) entry_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) group_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) label_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) cb_xml_free);
  Compiler compiler = {
    .folder = folder,
    .reader = { store, (flags & CB_COMPILER_UNTRANSLATED) == 0, references },
    .groups = groups,
    .writer = writer,
    .entry_ids = entry_ids,
    .group_ids = group_ids,
    .label_ids = label_ids,
    .documents = documents,
  };

  g_return_val_if_fail (folder != NULL, NULL);

  if (!read_all (&compiler, error))
    return NULL;

  link_back (&compiler);
  write_groups (&compiler);
  return cb_image_writer_end (writer, compiler.version, compiler.registry);
}
