/* cb-reader.h: from the elements of a catalog file to texts, words and values, strictly */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-store.h"
#include "cb-xml.h"

G_BEGIN_DECLS

/**
 * CbReader:
 * @store: where everything read goes
 * @translated: whether every text must have its Korean; FALSE for the source files, which have none yet
 * @references: (element-type CbReference): the ids that links name, to be looked up when all is read
 *
 * What the functions that read a catalog share.
 */
typedef struct
{
  CbStore *store;
  gboolean translated;
  GArray *references;
} CbReader;

/**
 * CbReference:
 *
 * An id that an element names; the element lives as long as its document.
 */
typedef struct
{
  const char *id;
  const CbXmlNode *node;
} CbReference;

/**
 * CbEntryData:
 *
 * What an entry is made of. All strings and items belong to the store.
 */
typedef struct
{
  CbEntryKind kind;
  CbEntryState state;
  gboolean deprecated;
  const char *id;
  const char *group_id;
  const char *reviewed;
  const char *expires;
  CbText title;
  CbText summary;
  const CbItem *items[CB_N_PARTS];
  gsize n_items[CB_N_PARTS];
} CbEntryData;

/**
 * CbAttribute:
 * @name: the attribute's name
 * @value: (out): where its value goes, or %NULL where the element does not have it
 * @optional: whether it may be absent
 * @allowed: (nullable): the values that it may have, with spaces between; any value where %NULL
 */
typedef struct
{
  const char *name;
  const char **value;
  gboolean optional;
  const char *allowed;
} CbAttribute;

gboolean cb_reader_get_attributes  (CbReader           *reader,
                                    const CbXmlNode    *node,
                                    const CbAttribute  *attributes,
                                    guint               n_attributes,
                                    GError            **error);
gboolean cb_reader_get_text        (CbReader           *reader,
                                    const CbXmlNode    *node,
                                    CbText             *text,
                                    GError            **error);
gboolean cb_reader_get_text_with   (CbReader           *reader,
                                    const CbXmlNode    *node,
                                    const CbAttribute  *attributes,
                                    guint               n_attributes,
                                    CbText             *text,
                                    GError            **error);
gboolean cb_reader_get_words       (CbReader           *reader,
                                    const CbXmlNode    *node,
                                    const char        **words,
                                    GError            **error);
void     cb_reader_add_reference   (CbReader           *reader,
                                    const CbXmlNode    *node,
                                    const char         *id);
void     cb_reader_take_items      (CbReader           *reader,
                                    CbItem             *item,
                                    GArray             *items);
gboolean cb_reader_expect_name     (const CbXmlNode    *node,
                                    const char         *name,
                                    GError            **error);
gboolean cb_reader_expect_leaf     (const CbXmlNode    *node,
                                    GError            **error);
gboolean cb_reader_expect_empty    (const CbXmlNode    *node,
                                    GError            **error);
gboolean cb_reader_expect_elements (const CbXmlNode    *node,
                                    const char         *expected,
                                    GError            **error);
void     cb_reader_unexpected      (const CbXmlNode    *node,
                                    const char         *expected,
                                    GError            **error);

gboolean cb_reader_read_entry      (CbReader           *reader,
                                    const CbXmlNode    *node,
                                    CbEntryData        *data,
                                    GError            **error);
gboolean cb_reader_read_paragraphs (CbReader           *reader,
                                    const CbXmlNode    *node,
                                    const char         *child_name,
                                    CbItemKind          kind,
                                    GArray             *items,
                                    GError            **error);

G_END_DECLS
