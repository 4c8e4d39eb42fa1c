/* cb-reader-items.c: the parts of an entry that have parts of their own */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-reader.h"

static GArray *
items_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (CbItem));
}

static void
take_items (CbReader *reader,
            CbItem   *item,
            GArray   *items)
{
  item->items = cb_store_take_items (reader->store, g_array_ref (items), &item->n_items);
}

/* The attributes of an element whose text is translated: those given, and "translate". */
static gboolean
get_text_with (CbReader           *reader,
               const CbXmlNode    *node,
               const CbAttribute  *attributes,
               guint               n_attributes,
               CbItem             *item,
               GError            **error)
{
  CbAttribute all[8];
  const char *translate;

  g_assert (n_attributes < G_N_ELEMENTS (all));
  if (n_attributes > 0)
    memcpy (all, attributes, n_attributes * sizeof *attributes);
  all[n_attributes] = (CbAttribute) { "translate", &translate, TRUE, "no" };

  return cb_reader_get_attributes (reader, node, all, n_attributes + 1, error) &&
         cb_reader_get_text (reader, node, &item->text, error);
}

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
  if (node->first_child == NULL)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<%s> is empty, expected at least one <%s>", node->name, child_name);
      return FALSE;
    }

  for (const CbXmlNode *child = node->first_child; child != NULL; child = child->next)
    {
      CbItem item = { kind };

      if (strcmp (child->name, child_name) != 0)
        {
          g_autofree char *expected = g_strdup_printf ("<%s>", child_name);

          cb_reader_unexpected (child, expected, error);
          return FALSE;
        }

      if (!get_text_with (reader, child, NULL, 0, &item, error))
        return FALSE;

      g_array_append_val (items, item);
    }

  return TRUE;
}

/* The caption that figures and tables start with; moves *@child past it. */
static gboolean
read_caption (CbReader          *reader,
              const CbXmlNode   *node,
              const CbXmlNode  **child,
              CbItem            *item,
              GError           **error)
{
  *child = node->first_child;
  if (*child == NULL || strcmp ((*child)->name, "caption") != 0)
    {
      cb_reader_unexpected (*child != NULL ? *child : node, "<caption> first", error);
      return FALSE;
    }

  if (!get_text_with (reader, *child, NULL, 0, item, error))
    return FALSE;

  *child = (*child)->next;
  return TRUE;
}

static gboolean
has_participant (GArray     *items,
                 const char *name)
{
  for (guint i = 0; i < items->len; i++)
    {
      const CbItem *item = &g_array_index (items, CbItem, i);

      if (item->kind == CB_ITEM_PARTICIPANT && strcmp (item->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
expect_participant (const CbXmlNode  *node,
                    GArray           *items,
                    const char       *name,
                    GError          **error)
{
  if (has_participant (items, name))
    return TRUE;

  cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_REFERENCE,
                         "<%s> names “%s”, expected a participant of this figure", node->name, name);
  return FALSE;
}

static gboolean
read_figure_child (CbReader         *reader,
                   const CbXmlNode  *node,
                   GArray           *items,
                   GError          **error)
{
  CbItem item = { CB_ITEM_PARTICIPANT };
  const char *lost = NULL;
  gboolean ok;

  if (strcmp (node->name, "participant") == 0)
    {
      const CbAttribute attributes[] = { { "name", &item.name } };

      ok = get_text_with (reader, node, attributes, G_N_ELEMENTS (attributes), &item, error);
    }
  else if (strcmp (node->name, "message") == 0)
    {
      const CbAttribute attributes[] = {
        { "from", &item.name },
        { "to", &item.target },
        { "lost", &lost, TRUE, "yes" },
      };

      item.kind = CB_ITEM_MESSAGE;
      ok = get_text_with (reader, node, attributes, G_N_ELEMENTS (attributes), &item, error) &&
           expect_participant (node, items, item.name, error) &&
           expect_participant (node, items, item.target, error);
      item.flag = lost != NULL;
    }
  else if (strcmp (node->name, "remark") == 0)
    {
      const CbAttribute attributes[] = { { "at", &item.name } };

      item.kind = CB_ITEM_REMARK;
      ok = get_text_with (reader, node, attributes, G_N_ELEMENTS (attributes), &item, error) &&
           expect_participant (node, items, item.name, error);
    }
  else
    {
      cb_reader_unexpected (node, "<participant>, <message> or <remark>", error);
      return FALSE;
    }

  if (ok)
    g_array_append_val (items, item);

  return ok;
}

/**
 * cb_reader_read_figure:
 * @reader: a reader
 * @node: a <figure>
 * @item: (out): the figure
 * @error: return location for a #CbCatalogError
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_figure (CbReader         *reader,
                       const CbXmlNode  *node,
                       CbItem           *item,
                       GError          **error)
{
  g_autoptr (GArray) items = items_new ();
  const CbXmlNode *child;

  *item = (CbItem) { CB_ITEM_FIGURE };
  if (!cb_reader_get_attributes (reader, node, NULL, 0, error) ||
      !read_caption (reader, node, &child, item, error))
    return FALSE;

  for (; child != NULL; child = child->next)
    {
      if (!read_figure_child (reader, child, items, error))
        return FALSE;
    }

  if (items->len == 0)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<figure> shows nothing, expected participants and messages");
      return FALSE;
    }

  take_items (reader, item, items);
  return TRUE;
}

static gboolean
read_row (CbReader         *reader,
          const CbXmlNode  *node,
          const char       *name,
          GArray           *rows,
          GError          **error)
{
  g_autoptr (GArray) cells = items_new ();
  CbItem row = { CB_ITEM_ROW };

  if (strcmp (node->name, name) != 0)
    {
      g_autofree char *expected = g_strdup_printf ("<%s>", name);

      cb_reader_unexpected (node, expected, error);
      return FALSE;
    }

  if (!cb_reader_get_attributes (reader, node, NULL, 0, error) ||
      !cb_reader_read_paragraphs (reader, node, "cell", CB_ITEM_CELL, cells, error))
    return FALSE;

  if (rows->len > 0 && g_array_index (rows, CbItem, 0).n_items != cells->len)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "a row of %u cells, expected %" G_GSIZE_FORMAT " as in the head",
                             cells->len, g_array_index (rows, CbItem, 0).n_items);
      return FALSE;
    }

  take_items (reader, &row, cells);
  g_array_append_val (rows, row);
  return TRUE;
}

/**
 * cb_reader_read_table:
 * @reader: a reader
 * @node: a <table>
 * @item: (out): the table
 * @error: return location for a #CbCatalogError
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_table (CbReader         *reader,
                      const CbXmlNode  *node,
                      CbItem           *item,
                      GError          **error)
{
  g_autoptr (GArray) rows = items_new ();
  const CbXmlNode *child;

  *item = (CbItem) { CB_ITEM_TABLE };
  if (!cb_reader_get_attributes (reader, node, NULL, 0, error) ||
      !read_caption (reader, node, &child, item, error))
    return FALSE;

  for (; child != NULL; child = child->next)
    {
      if (!read_row (reader, child, rows->len == 0 ? "head" : "row", rows, error))
        return FALSE;
    }

  if (rows->len < 2)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<table> is empty, expected <head> and at least one <row>");
      return FALSE;
    }

  take_items (reader, item, rows);
  return TRUE;
}

/**
 * cb_reader_read_message:
 * @reader: a reader
 * @node: a <request> or <response>
 * @item: (out): the message
 * @error: return location for a #CbCatalogError
 *
 * Takes a message as it stands, but for the line ends before and after it.
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_message (CbReader         *reader,
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
 * cb_reader_read_meaning:
 * @reader: a reader
 * @node: a <meaning>
 * @item: (out): the meaning
 * @error: return location for a #CbCatalogError
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_meaning (CbReader         *reader,
                        const CbXmlNode  *node,
                        CbItem           *item,
                        GError          **error)
{
  static const char *const sections[] = { "meaning-text", "recognize", "action" };
  g_autoptr (GArray) items = items_new ();
  const CbXmlNode *child = node->first_child;
  const CbAttribute attributes[] = {
    { "vendor", &item->source },
    { "seen", &item->value, FALSE, "wire log unclear" },
    { "phrase", &item->code, TRUE },
  };

  *item = (CbItem) { CB_ITEM_MEANING };
  if (!cb_reader_get_attributes (reader, node, attributes, G_N_ELEMENTS (attributes), error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GArray) paragraphs = items_new ();
      CbItem section = { CB_ITEM_SECTION, .name = sections[i] };

      if (child == NULL || strcmp (child->name, sections[i]) != 0)
        {
          cb_reader_unexpected (child != NULL ? child : node,
                                "<meaning-text>, <recognize> and <action>, in this order", error);
          return FALSE;
        }

      if (!cb_reader_get_attributes (reader, child, NULL, 0, error) ||
          !cb_reader_read_paragraphs (reader, child, "p", CB_ITEM_PARAGRAPH, paragraphs, error))
        return FALSE;

      take_items (reader, &section, paragraphs);
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

      if (strcmp (child->name, "source") != 0)
        {
          cb_reader_unexpected (child, "<source>", error);
          return FALSE;
        }

      if (!cb_reader_get_attributes (reader, child, NULL, 0, error) ||
          !cb_reader_get_words (reader, child, &source.code, error))
        return FALSE;

      g_array_append_val (items, source);
    }

  take_items (reader, item, items);
  return TRUE;
}
