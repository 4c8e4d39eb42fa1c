/* cb-reader.c: from the elements of a catalog file to texts, words and values, strictly */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-inline.h"
#include "cb-reader.h"

/* What all attributes and texts go through. Nothing is skipped: what the schema does not have is an error that names
 * the place and what was expected there. */

static gboolean
is_among (const char *value,
          const char *allowed)
{
  g_auto (GStrv) values = g_strsplit (allowed, " ", -1);

  return g_strv_contains ((const char *const *) values, value);
}

static const CbAttribute *
find_attribute (const char        *name,
                const CbAttribute *attributes,
                guint              n_attributes)
{
  for (guint i = 0; i < n_attributes; i++)
    {
      if (strcmp (attributes[i].name, name) == 0)
        return &attributes[i];
    }

  return NULL;
}

/**
 * cb_reader_get_attributes:
 * @reader: a reader
 * @node: an element
 * @attributes: (array length=n_attributes): the attributes that it may have
 * @n_attributes: how many there are
 * @error: return location for a #CbCatalogError
 *
 * Takes the element's attributes, which must be those that @attributes names, with values that it allows. The values
 * go into the store.
 *
 * Returns: whether they are
 */
gboolean
cb_reader_get_attributes (CbReader           *reader,
                          const CbXmlNode    *node,
                          const CbAttribute  *attributes,
                          guint               n_attributes,
                          GError            **error)
{
  for (char **pair = node->attributes; *pair != NULL; pair += 2)
    {
      if (find_attribute (pair[0], attributes, n_attributes) == NULL)
        {
          cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                                 "<%s> has an unknown attribute “%s”", node->name, pair[0]);
          return FALSE;
        }
    }

  for (guint i = 0; i < n_attributes; i++)
    {
      const CbAttribute *attribute = &attributes[i];
      const char *value = cb_xml_node_get_attribute (node, attribute->name);

      if (value == NULL && !attribute->optional)
        {
          cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                                 "<%s> lacks the attribute “%s”", node->name, attribute->name);
          return FALSE;
        }

      if (value != NULL && *value == '\0')
        {
          cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                                 "the attribute “%s” of <%s> is empty", attribute->name, node->name);
          return FALSE;
        }

      if (value != NULL && attribute->allowed != NULL && !is_among (value, attribute->allowed))
        {
          cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                                 "the attribute “%s” of <%s> is “%s”, expected one of: %s",
                                 attribute->name, node->name, value, attribute->allowed);
          return FALSE;
        }

      *attribute->value = cb_store_add (reader->store, value);
    }

  return TRUE;
}

/**
 * cb_reader_expect_leaf:
 * @node: an element
 * @error: return location for a #CbCatalogError
 *
 * Returns: whether the element holds no other element
 */
gboolean
cb_reader_expect_leaf (const CbXmlNode  *node,
                       GError          **error)
{
  if (node->first_child == NULL)
    return TRUE;

  cb_xml_node_set_error (node->first_child, error, CB_CATALOG_ERROR_SCHEMA,
                         "<%s> within <%s>, expected text", node->first_child->name, node->name);
  return FALSE;
}

/**
 * cb_reader_expect_empty:
 * @node: an element
 * @error: return location for a #CbCatalogError
 *
 * Returns: whether the element holds nothing, neither elements nor text
 */
gboolean
cb_reader_expect_empty (const CbXmlNode  *node,
                        GError          **error)
{
  if (node->first_child != NULL)
    {
      cb_xml_node_set_error (node->first_child, error, CB_CATALOG_ERROR_SCHEMA,
                             "<%s> within <%s>, expected nothing in it", node->first_child->name, node->name);
      return FALSE;
    }

  if (!cb_xml_is_blank (node->text))
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<%s> holds text, expected nothing in it", node->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * cb_reader_expect_elements:
 * @node: an element
 * @expected: what it must hold
 * @error: return location for a #CbCatalogError
 *
 * Returns: whether it holds elements, and so no text
 */
gboolean
cb_reader_expect_elements (const CbXmlNode  *node,
                           const char       *expected,
                           GError          **error)
{
  if (node->first_child != NULL)
    return TRUE;

  cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                         "<%s> holds no element, expected %s", node->name, expected);
  return FALSE;
}

/**
 * cb_reader_expect_name:
 * @node: an element
 * @name: the name that it must have
 * @error: return location for a #CbCatalogError
 *
 * Returns: whether it has that name
 */
gboolean
cb_reader_expect_name (const CbXmlNode  *node,
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

/**
 * cb_reader_unexpected:
 * @node: (nullable): an element that may not stand where it stands
 * @expected: what may
 * @error: return location for a #CbCatalogError
 *
 * Says that @node is wrong here.
 */
void
cb_reader_unexpected (const CbXmlNode  *node,
                      const char       *expected,
                      GError          **error)
{
  cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA, "unexpected <%s>, expected %s",
                         node->name, expected);
}

/**
 * cb_reader_get_words:
 * @reader: a reader
 * @node: an element
 * @words: (out): its text, with white space collapsed
 * @error: return location for a #CbCatalogError
 *
 * Takes a text that is not translated: a name, a search word, a constant.
 *
 * Returns: whether there is one
 */
gboolean
cb_reader_get_words (CbReader         *reader,
                     const CbXmlNode  *node,
                     const char      **words,
                     GError          **error)
{
  if (!cb_reader_expect_leaf (node, error))
    return FALSE;

  *words = cb_store_add_collapsed (reader->store, node->text);
  if (**words == '\0' || node->korean != NULL)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             node->korean != NULL ? "<%s> must not be translated"
                                                  : "<%s> is empty, expected text",
                             node->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * cb_reader_add_reference:
 * @reader: a reader
 * @node: the element that names an id
 * @id: the id, in the store
 *
 * Notes an id that must exist when all is read.
 */
void
cb_reader_add_reference (CbReader        *reader,
                         const CbXmlNode *node,
                         const char      *id)
{
  CbReference reference = { id, node };

  g_array_append_val (reader->references, reference);
}

typedef struct
{
  CbReader *reader;
  const CbXmlNode *node;
} LinkData;

static void
link_cb (gpointer data,
         gpointer user_data)
{
  LinkData *link = user_data;

  cb_reader_add_reference (link->reader, link->node, cb_store_add (link->reader->store, data));
}

static gboolean
check_marks (CbReader         *reader,
             const CbXmlNode  *node,
             const char       *text,
             GError          **error)
{
  g_autofree char *message = NULL;
  LinkData link = { reader, node };

  if (cb_inline_validate (text, link_cb, &link, &message))
    return TRUE;

  cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA, "%s in: %s", message, text);
  return FALSE;
}

/**
 * cb_reader_get_text:
 * @reader: a reader
 * @node: an element with a text for readers
 * @text: (out): the text in both languages
 * @error: return location for a #CbCatalogError
 *
 * Takes a text that is shown, with its translation; `translate="no"` says that it is the same in both languages.
 *
 * Returns: whether it is there and its marks are right
 */
gboolean
cb_reader_get_text (CbReader         *reader,
                    const CbXmlNode  *node,
                    CbText           *text,
                    GError          **error)
{
  const char *translate = cb_xml_node_get_attribute (node, "translate");
  const char *english, *korean;

  if (!cb_reader_expect_leaf (node, error))
    return FALSE;

  english = cb_store_add_collapsed (reader->store, node->text);
  korean = cb_store_add_collapsed (reader->store, node->korean);

  if (*english == '\0')
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA, "<%s> is empty, expected text",
                             node->name);
      return FALSE;
    }

  if (translate != NULL && (strcmp (translate, "no") != 0 || korean != NULL))
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<%s translate=\"%s\">, expected “no” and no translation", node->name,
                             translate);
      return FALSE;
    }

  if (translate == NULL && reader->translated && (korean == NULL || *korean == '\0'))
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_TRANSLATION,
                             "<%s> has no Korean translation: %s", node->name, english);
      return FALSE;
    }

  text->in[CB_LANGUAGE_EN] = english;
  text->in[CB_LANGUAGE_KO] = korean != NULL ? korean : english;

  return check_marks (reader, node, english, error) &&
         (korean == NULL || check_marks (reader, node, korean, error));
}

/**
 * cb_reader_get_text_with:
 * @reader: a reader
 * @node: an element with a text for readers
 * @attributes: (array length=n_attributes) (nullable): the attributes that it may have beside `translate="no"`
 * @n_attributes: how many there are
 * @text: (out): the text in both languages
 * @error: return location for a #CbCatalogError
 *
 * Takes a text that may be the same in both languages, and the attributes of its element.
 *
 * Returns: whether they are right
 */
gboolean
cb_reader_get_text_with (CbReader           *reader,
                         const CbXmlNode    *node,
                         const CbAttribute  *attributes,
                         guint               n_attributes,
                         CbText             *text,
                         GError            **error)
{
  CbAttribute all[8];
  const char *translate;

  g_assert (n_attributes < G_N_ELEMENTS (all));
  if (n_attributes > 0)
    memcpy (all, attributes, n_attributes * sizeof *attributes);
  all[n_attributes] = (CbAttribute) { "translate", &translate, TRUE, "no" };

  return cb_reader_get_attributes (reader, node, all, n_attributes + 1, error) &&
         cb_reader_get_text (reader, node, text, error);
}

/**
 * cb_reader_take_items:
 * @reader: a reader
 * @item: an item that holds others
 * @items: (element-type CbItem): those
 *
 * Puts @items into the store, as what @item holds.
 */
void
cb_reader_take_items (CbReader *reader,
                      CbItem   *item,
                      GArray   *items)
{
  item->items = cb_store_take_items (reader->store, g_array_ref (items), &item->n_items);
}
