/* cb-xml.c: an XML document as a tree that remembers where everything stood */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-xml-private.h"

/**
 * cb_xml_node_free:
 * @node: (transfer full): an element
 *
 * Frees the element with all that is within it.
 */
void
cb_xml_node_free (CbXmlNode *node)
{
  CbXmlNode *child = node->first_child;

  while (child != NULL)
    {
      CbXmlNode *next = child->next;

      cb_xml_node_free (child);
      child = next;
    }

  g_strfreev (node->attributes);
  g_free (node->name);
  g_free (node->text);
  g_free (node->korean);
  g_free (node);
}

/**
 * cb_xml_free:
 * @xml: (transfer full): a document
 *
 * Frees the document with all its nodes.
 */
void
cb_xml_free (CbXml *xml)
{
  if (xml->root != NULL)
    cb_xml_node_free (xml->root);
  g_free (xml->file);
  g_free (xml);
}

/**
 * cb_xml_get_file:
 * @xml: a document
 *
 * Returns: (transfer none): the name of its file
 */
const char *
cb_xml_get_file (CbXml *xml)
{
  return xml->file;
}

/**
 * cb_xml_get_root:
 * @xml: a document
 *
 * Returns: (transfer none): its root element
 */
CbXmlNode *
cb_xml_get_root (CbXml *xml)
{
  return xml->root;
}

/**
 * cb_xml_is_blank:
 * @text: the text of an element
 *
 * Returns: whether it is only the white space between elements
 */
gboolean
cb_xml_is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * cb_xml_node_get_attribute:
 * @node: an element
 * @name: the name of an attribute
 *
 * Returns: (transfer none) (nullable): its value, or %NULL where the element does not have it
 */
const char *
cb_xml_node_get_attribute (const CbXmlNode *node,
                           const char      *name)
{
  for (char **pair = node->attributes; *pair != NULL; pair += 2)
    {
      if (strcmp (pair[0], name) == 0)
        return pair[1];
    }

  return NULL;
}

/**
 * cb_xml_node_set_error:
 * @node: the element that is wrong
 * @error: (nullable): return location for an error
 * @code: a #CbCatalogError
 * @format: what is wrong, and what was expected
 * @...: for @format
 *
 * Sets an error that starts with the element's file, line and column.
 */
void
cb_xml_node_set_error (const CbXmlNode  *node,
                       GError          **error,
                       int               code,
                       const char       *format,
                       ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, CB_CATALOG_ERROR, code, "%s:%d:%d: %s", node->document->file, node->line,
               node->column, message);
}
