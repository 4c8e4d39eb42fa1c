/* cb-store.h: the memory that the entries of a catalog share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-item.h"

G_BEGIN_DECLS

typedef struct _CbStore CbStore;

CbStore      *cb_store_new           (void);
void          cb_store_free          (CbStore    *store);
const char   *cb_store_add           (CbStore    *store,
                                      const char *string);
const char   *cb_store_add_collapsed (CbStore    *store,
                                      const char *string);
GArray       *cb_store_new_items     (void);
const CbItem *cb_store_take_items    (CbStore    *store,
                                      GArray     *items,
                                      gsize      *n_items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbStore, cb_store_free)

G_END_DECLS
