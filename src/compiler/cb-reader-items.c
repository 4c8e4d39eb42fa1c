/* cb-reader-items.c: the parts of an entry that have parts of their own */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-reader-parts.h"

/**
 * cb_reader_read_paragraphs:
 * @reader: a reader
 * @node: an element
 * @child_name: the name that all its children must have
 * @kind: what kind of item each is
 * @items: (element-type CbItem): where they go
 * @error: return location for a #CbCatalogError
 *
 * Takes an element that holds one or more texts.
 *
 * Returns: whether it does
 */
gboolean
cb_reader_read_paragraphs (CbReader         *reader,
                           const CbXmlNode  *node,
                           const char       *child_name,
                           CbItemKind        kind,
                           GArray           *items,
                           GError          **error)
{
  g_autofree char *expected = g_strdup_printf ("<%s>", child_name);

  if (!cb_reader_expect_elements (node, expected, error))
    return FALSE;

  for (const CbXmlNode *child = node->first_child; child != NULL; child = child->next)
    {
      CbItem item = { kind };

      if (!cb_reader_expect_name (child, child_name, error) ||
          !cb_reader_get_text_with (reader, child, NULL, 0, &item.text, error))
        return FALSE;

      g_array_append_val (items, item);
    }

  return TRUE;
}

/* A message as it stands, but for the line ends before and after it. */
static gboolean
read_message (CbReader         *reader,
              const CbXmlNode  *node,
              CbItem           *item,
              GError          **error)
{
  g_autofree char *text = NULL;

  *item = (CbItem) { CB_ITEM_REQUEST };
  if (strcmp (node->name, "response") == 0)
    item->kind = CB_ITEM_RESPONSE;
  else if (strcmp (node->name, "request") != 0)
    {
      cb_reader_unexpected (node, "<request> or <response>", error);
      return FALSE;
    }

  if (!cb_reader_get_attributes (reader, node, NULL, 0, error) || !cb_reader_expect_leaf (node, error))
    return FALSE;

  text = g_strdup (node->text + strspn (node->text, "\n"));
  g_strchomp (text);
  if (*text == '\0')
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA, "<%s> is empty, expected a message",
                             node->name);
      return FALSE;
    }

  item->code = cb_store_add (reader->store, text);
  return TRUE;
}

/**
 * cb_reader_read_example:
 * @builder: an entry that is read
 * @node: an <example>
 * @spec: what the entry may have here
 * @error: return location for a #CbCatalogError
 *
 * Takes the messages of an exchange.
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_example (CbEntryBuilder   *builder,
                        const CbXmlNode  *node,
                        const CbPartSpec *spec,
                        GError          **error)
{
  if (!cb_reader_get_attributes (builder->reader, node, NULL, 0, error) ||
      !cb_reader_expect_elements (node, "<request> or <response>", error))
    return FALSE;

  for (const CbXmlNode *child = node->first_child; child != NULL; child = child->next)
    {
      CbItem item;

      if (!read_message (builder->reader, child, &item, error))
        return FALSE;

      cb_entry_builder_add (builder, spec->part, &item);
    }

  return TRUE;
}

/**
 * cb_reader_read_check:
 * @builder: an entry that is read
 * @node: a <check>
 * @spec: what the entry may have here
 * @error: return location for a #CbCatalogError
 *
 * Takes the steps for one of those who may have to act: client, server, operator.
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_check (CbEntryBuilder   *builder,
                      const CbXmlNode  *node,
                      const CbPartSpec *spec,
                      GError          **error)
{
  static const struct
  {
    const char *role;
    CbPart part;
  } roles[] = {
    { "client", CB_PART_CHECK_CLIENT },
    { "server", CB_PART_CHECK_SERVER },
    { "operator", CB_PART_CHECK_OPERATOR },
  };
  const char *role;
  const CbAttribute attributes[] = { { "role", &role, FALSE, "client server operator" } };
  CbPart part = CB_PART_CHECK_CLIENT;

  if (!cb_reader_get_attributes (builder->reader, node, attributes, G_N_ELEMENTS (attributes), error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (strcmp (roles[i].role, role) == 0)
        part = roles[i].part;
    }

  if (builder->items[part] != NULL)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<check role=\"%s\"> for a second time, expected each role once", role);
      return FALSE;
    }

  return cb_reader_read_paragraphs (builder->reader, node, "step", CB_ITEM_STEP,
                                    cb_entry_builder_get_items (builder, part), error);
}

/**
 * cb_reader_read_meaning:
 * @builder: an entry that is read
 * @node: a <meaning>
 * @spec: what the entry may have here
 * @error: return location for a #CbCatalogError
 *
 * Takes what one vendor means by a code: what it is, how to tell, what to do, and sources.
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_meaning (CbEntryBuilder   *builder,
                        const CbXmlNode  *node,
                        const CbPartSpec *spec,
                        GError          **error)
{
  static const char *const sections[] = { "meaning-text", "recognize", "action" };
  g_autoptr (GArray) items = cb_store_new_items ();
  const CbXmlNode *child = node->first_child;
  CbItem item = { CB_ITEM_MEANING };
  const CbAttribute attributes[] = {
    { "vendor", &item.source },
    { "seen", &item.value, FALSE, "wire log unclear" },
    { "phrase", &item.code, TRUE },
  };

  if (!cb_reader_get_attributes (builder->reader, node, attributes, G_N_ELEMENTS (attributes), error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GArray) paragraphs = cb_store_new_items ();
      CbItem section = { CB_ITEM_SECTION, .name = sections[i] };

      if (child == NULL || strcmp (child->name, sections[i]) != 0)
        {
          cb_reader_unexpected (child != NULL ? child : node,
                                "<meaning-text>, <recognize> and <action>, in this order", error);
          return FALSE;
        }

      if (!cb_reader_get_attributes (builder->reader, child, NULL, 0, error) ||
          !cb_reader_read_paragraphs (builder->reader, child, "p", CB_ITEM_PARAGRAPH, paragraphs, error))
        return FALSE;

      cb_reader_take_items (builder->reader, &section, paragraphs);
      g_array_append_val (items, section);
      child = child->next;
    }

  if (child == NULL)
    {
      cb_reader_unexpected (node, "a <source> at its end", error);
      return FALSE;
    }

  for (; child != NULL; child = child->next)
    {
      CbItem source = { CB_ITEM_SOURCE };

      if (!cb_reader_expect_name (child, "source", error) ||
          !cb_reader_get_attributes (builder->reader, child, NULL, 0, error) ||
          !cb_reader_get_words (builder->reader, child, &source.code, error))
        return FALSE;

      g_array_append_val (items, source);
    }

  cb_reader_take_items (builder->reader, &item, items);
  return cb_entry_builder_add (builder, spec->part, &item);
}
