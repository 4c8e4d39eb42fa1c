/* cb-xml.h: an XML document as a tree that remembers where everything stood */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "cb-text.h"

G_BEGIN_DECLS

typedef struct _CbXml CbXml;
typedef struct _CbXmlNode CbXmlNode;

/**
 * CbXmlNode:
 * @document: the document it is in
 * @name: the element's name
 * @attributes: names and values in turn, ended by NULL
 * @text: the character data within it, not trimmed; empty in an element that has children
 * @korean: (nullable): the character data of the `xml:lang="ko"` twin that follows it
 * @first_child: (nullable):
 * @next: (nullable): the next sibling
 * @line: the line of its start tag, from 1
 * @column: the column of its start tag, in characters, from 1
 *
 * An element. The twin with the translation, which msgfmt puts behind an element, is no node of its own.
 */
struct _CbXmlNode
{
  CbXml *document;
  char *name;
  char **attributes;
  char *text;
  char *korean;
  CbXmlNode *first_child;
  CbXmlNode *last_child;
  CbXmlNode *next;
  int line;
  int column;
};

CbXml      *cb_xml_parse                    (const char       *file,
                                             const char       *data,
                                             gssize            length,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void        cb_xml_free                     (CbXml            *xml);
const char *cb_xml_get_file                 (CbXml            *xml);
CbXmlNode  *cb_xml_get_root                 (CbXml            *xml);
gboolean    cb_xml_is_blank                 (const char       *text);

const char *cb_xml_node_get_attribute       (const CbXmlNode  *node,
                                             const char       *name);
void        cb_xml_node_set_error           (const CbXmlNode  *node,
                                             GError          **error,
                                             int               code,
                                             const char       *format,
                                             ...) G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbXml, cb_xml_free)

G_END_DECLS
