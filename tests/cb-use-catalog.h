/* cb-use-catalog.h: does with a catalog all that the programs do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"

G_BEGIN_DECLS

void cb_use_catalog               (CbCatalog *catalog,
                                   gboolean   has_labels);
void cb_use_catalog_expect_damage (void);

G_END_DECLS
