/* cb-xml-private.h: what the parser and the tree of a document share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-xml.h"

G_BEGIN_DECLS

struct _CbXml
{
  char *file;
  CbXmlNode *root;
};

void cb_xml_node_free (CbXmlNode *node);

G_END_DECLS
