/* cb-block-builder.h: the list of blocks of an entry while it is made */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-block.h"

G_BEGIN_DECLS

/**
 * CbBlockBuilder:
 * @catalog: the catalog, which has the labels
 * @entry: the entry that is laid out
 * @blocks: (element-type CbBlock): the blocks so far
 * @section: (nullable): the id of the heading that the next block stands under
 *
 * A list of blocks while it is made.
 */
typedef struct
{
  CbCatalog *catalog;
  CbEntry *entry;
  GPtrArray *blocks;
  const char *section;
} CbBlockBuilder;

void          cb_block_builder_init        (CbBlockBuilder *builder,
                                            CbCatalog      *catalog,
                                            CbEntry        *entry);
CbBlock      *cb_block_builder_add         (CbBlockBuilder *builder,
                                            CbBlockKind     kind);
void          cb_block_builder_add_heading (CbBlockBuilder *builder,
                                            guint           level,
                                            const char     *id);
void          cb_block_builder_add_item    (CbBlockBuilder *builder,
                                            CbPart          part,
                                            const CbItem   *item);
const CbText *cb_block_builder_get_label   (CbBlockBuilder *builder,
                                            const char     *prefix,
                                            const char     *id);
CbText        cb_block_builder_fill_label  (CbBlockBuilder *builder,
                                            CbBlock        *block,
                                            const char     *prefix,
                                            const char     *id,
                                            const char     *value);

const char   *cb_block_take_string         (CbBlock        *block,
                                            char           *string);
CbText        cb_block_join_texts          (CbBlock        *block,
                                            const CbText   *first,
                                            const char     *separator,
                                            const CbText   *second);

/* Code, names and numbers are the same in both languages. */
static inline CbText
cb_block_same_text (const char *string)
{
  return (CbText) { { string, string } };
}

G_END_DECLS
