/* cb-reader-article.c: what explains at length: the article of a guide, figures and tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-reader-parts.h"

/* What figures and tables start with: no attributes, and a caption. Moves *@child to what follows it. */
static gboolean
read_caption (CbReader          *reader,
              const CbXmlNode   *node,
              const CbXmlNode  **child,
              CbItem            *item,
              GError           **error)
{
  *child = node->first_child;

  if (!cb_reader_get_attributes (reader, node, NULL, 0, error))
    return FALSE;

  if (*child == NULL || strcmp ((*child)->name, "caption") != 0)
    {
      cb_reader_unexpected (*child != NULL ? *child : node, "<caption> first", error);
      return FALSE;
    }

  if (!cb_reader_get_text_with (reader, *child, NULL, 0, &item->text, error))
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

      ok = cb_reader_get_text_with (reader, node, attributes, G_N_ELEMENTS (attributes), &item.text,
                                    error);
    }
  else if (strcmp (node->name, "message") == 0)
    {
      const CbAttribute attributes[] = {
        { "from", &item.name },
        { "to", &item.target },
        { "lost", &lost, TRUE, "yes" },
      };

      item.kind = CB_ITEM_MESSAGE;
      ok = cb_reader_get_text_with (reader, node, attributes, G_N_ELEMENTS (attributes), &item.text,
                                    error) &&
           expect_participant (node, items, item.name, error) &&
           expect_participant (node, items, item.target, error);
      item.flag = lost != NULL;
    }
  else if (strcmp (node->name, "remark") == 0)
    {
      const CbAttribute attributes[] = { { "at", &item.name } };

      item.kind = CB_ITEM_REMARK;
      ok = cb_reader_get_text_with (reader, node, attributes, G_N_ELEMENTS (attributes), &item.text,
                                    error) &&
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
 * @builder: an entry that is read
 * @node: a <figure>
 * @spec: what the entry may have here
 * @error: return location for a #CbCatalogError
 *
 * Takes a sequence figure: who takes part, and what is sent between them.
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_figure (CbEntryBuilder   *builder,
                       const CbXmlNode  *node,
                       const CbPartSpec *spec,
                       GError          **error)
{
  g_autoptr (GArray) items = cb_store_new_items ();
  CbItem item = { CB_ITEM_FIGURE };
  const CbXmlNode *child;

  if (!read_caption (builder->reader, node, &child, &item, error))
    return FALSE;

  for (; child != NULL; child = child->next)
    {
      if (!read_figure_child (builder->reader, child, items, error))
        return FALSE;
    }

  if (items->len == 0)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<figure> shows nothing, expected participants and messages");
      return FALSE;
    }

  cb_reader_take_items (builder->reader, &item, items);
  return cb_entry_builder_add (builder, spec->part, &item);
}

static gboolean
read_row (CbReader         *reader,
          const CbXmlNode  *node,
          const char       *name,
          GArray           *rows,
          GError          **error)
{
  g_autoptr (GArray) cells = cb_store_new_items ();
  CbItem row = { CB_ITEM_ROW };

  if (!cb_reader_expect_name (node, name, error) ||
      !cb_reader_get_attributes (reader, node, NULL, 0, error) ||
      !cb_reader_read_paragraphs (reader, node, "cell", CB_ITEM_CELL, cells, error))
    return FALSE;

  if (rows->len > 0 && g_array_index (rows, CbItem, 0).n_items != cells->len)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "a row of %u cells, expected %" G_GSIZE_FORMAT " as in the head",
                             cells->len, g_array_index (rows, CbItem, 0).n_items);
      return FALSE;
    }

  cb_reader_take_items (reader, &row, cells);
  g_array_append_val (rows, row);
  return TRUE;
}

/**
 * cb_reader_read_table:
 * @builder: an entry that is read
 * @node: a <table>
 * @spec: what the entry may have here
 * @error: return location for a #CbCatalogError
 *
 * Takes a table: a caption, a head, and rows as long as the head.
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_table (CbEntryBuilder   *builder,
                      const CbXmlNode  *node,
                      const CbPartSpec *spec,
                      GError          **error)
{
  g_autoptr (GArray) rows = cb_store_new_items ();
  CbItem item = { CB_ITEM_TABLE };
  const CbXmlNode *child;

  if (!read_caption (builder->reader, node, &child, &item, error))
    return FALSE;

  for (; child != NULL; child = child->next)
    {
      if (!read_row (builder->reader, child, rows->len == 0 ? "head" : "row", rows, error))
        return FALSE;
    }

  if (rows->len < 2)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<table> is empty, expected <head> and at least one <row>");
      return FALSE;
    }

  cb_reader_take_items (builder->reader, &item, rows);
  return cb_entry_builder_add (builder, spec->part, &item);
}

static gboolean
read_article_text (CbEntryBuilder   *builder,
                   const CbXmlNode  *node,
                   CbPart            part,
                   CbItemKind        kind,
                   GError          **error)
{
  CbItem item = { kind };

  return cb_reader_get_attributes (builder->reader, node, NULL, 0, error) &&
         cb_reader_get_text (builder->reader, node, &item.text, error) &&
         cb_entry_builder_add (builder, part, &item);
}

/**
 * cb_reader_read_article:
 * @builder: an entry that is read
 * @node: an <article>
 * @spec: what the entry may have here
 * @error: return location for a #CbCatalogError
 *
 * Takes the text of a guide, with the figures, tables and examples in it.
 *
 * Returns: whether it is right
 */
gboolean
cb_reader_read_article (CbEntryBuilder   *builder,
                        const CbXmlNode  *node,
                        const CbPartSpec *spec,
                        GError          **error)
{
  if (!cb_reader_get_attributes (builder->reader, node, NULL, 0, error))
    return FALSE;

  for (const CbXmlNode *child = node->first_child; child != NULL; child = child->next)
    {
      gboolean ok = FALSE;

      if (strcmp (child->name, "p") == 0)
        ok = read_article_text (builder, child, spec->part, CB_ITEM_PARAGRAPH, error);
      else if (strcmp (child->name, "item") == 0)
        ok = read_article_text (builder, child, spec->part, CB_ITEM_STEP, error);
      else if (strcmp (child->name, "heading") == 0)
        ok = read_article_text (builder, child, spec->part, CB_ITEM_HEADING, error);
      else if (strcmp (child->name, "figure") == 0)
        ok = cb_reader_read_figure (builder, child, spec, error);
      else if (strcmp (child->name, "table") == 0)
        ok = cb_reader_read_table (builder, child, spec, error);
      else if (strcmp (child->name, "example") == 0)
        ok = cb_reader_read_example (builder, child, spec, error);
      else
        cb_reader_unexpected (child, "<heading>, <p>, <item>, <figure>, <table> or <example>", error);

      if (!ok)
        return FALSE;
    }

  if (builder->items[spec->part] == NULL)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA, "<article> is empty, expected text");
      return FALSE;
    }

  return TRUE;
}
