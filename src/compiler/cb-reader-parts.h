/* cb-reader-parts.h: what each kind of entry may have, as a table, and how each part is read */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-reader.h"

G_BEGIN_DECLS

/**
 * CbEntryBuilder:
 * @reader: what reads
 * @data: what is known of the entry so far
 * @items: (element-type CbItem): the items of each part so far, or %NULL where there are none
 *
 * An entry while it is read.
 */
typedef struct
{
  CbReader *reader;
  CbEntryData data;
  GArray *items[CB_N_PARTS];
} CbEntryBuilder;

/**
 * CbPartSpec:
 * @element: the name of an element; %NULL ends a table
 * @part: where its items go
 * @read: what reads it
 * @required: whether it must be there
 * @repeated: whether it may be there more than once
 * @values: (nullable): the values that a property may have, with spaces between
 *
 * One element that an entry may have. The order of a table is the order in the file, as in catalog.rng.
 */
typedef struct _CbPartSpec CbPartSpec;

struct _CbPartSpec
{
  const char *element;
  CbPart part;
  gboolean (*read) (CbEntryBuilder   *builder,
                    const CbXmlNode  *node,
                    const CbPartSpec *spec,
                    GError          **error);
  gboolean required;
  gboolean repeated;
  const char *values;
};

GArray           *cb_entry_builder_get_items (CbEntryBuilder    *builder,
                                              CbPart             part);
gboolean          cb_entry_builder_add       (CbEntryBuilder    *builder,
                                              CbPart             part,
                                              const CbItem      *item);

const CbPartSpec *cb_reader_get_part_specs   (const CbEntryData *data);
gboolean          cb_reader_read_article     (CbEntryBuilder    *builder,
                                              const CbXmlNode   *node,
                                              const CbPartSpec  *spec,
                                              GError           **error);
gboolean          cb_reader_read_check       (CbEntryBuilder    *builder,
                                              const CbXmlNode   *node,
                                              const CbPartSpec  *spec,
                                              GError           **error);
gboolean          cb_reader_read_example     (CbEntryBuilder    *builder,
                                              const CbXmlNode   *node,
                                              const CbPartSpec  *spec,
                                              GError           **error);
gboolean          cb_reader_read_figure      (CbEntryBuilder    *builder,
                                              const CbXmlNode   *node,
                                              const CbPartSpec  *spec,
                                              GError           **error);
gboolean          cb_reader_read_meaning     (CbEntryBuilder    *builder,
                                              const CbXmlNode   *node,
                                              const CbPartSpec  *spec,
                                              GError           **error);
gboolean          cb_reader_read_table       (CbEntryBuilder    *builder,
                                              const CbXmlNode   *node,
                                              const CbPartSpec  *spec,
                                              GError           **error);

G_END_DECLS
