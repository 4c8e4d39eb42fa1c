/* cb-names-builder.h: gathers the names of all entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-names.h"

G_BEGIN_DECLS

/**
 * CbNamesBuilder:
 * @names: (element-type CbName): the names; when it is finished, one more
 * @letters: of all names
 * @starts: a bit for each letter
 * @units: of all names
 * @letter_blocks: when it is finished, of each block of letters the name that the first one is in
 * @unit_blocks: the same of characters
 *
 * Names while they are added.
 */
typedef struct
{
  GArray *names;
  GByteArray *letters;
  GByteArray *starts;
  GByteArray *units;
  GArray *letter_blocks;
  GArray *unit_blocks;
} CbNamesBuilder;

void cb_names_builder_init   (CbNamesBuilder *self);
void cb_names_builder_clear  (CbNamesBuilder *self);
void cb_names_builder_add    (CbNamesBuilder *self,
                              guint           document,
                              CbMatchField    field,
                              gboolean        other,
                              gboolean        whole,
                              const CbFolded *folded);
void cb_names_builder_finish (CbNamesBuilder *self);

G_END_DECLS
