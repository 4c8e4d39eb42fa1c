/* cb-group-private.h: how the reader makes a group */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-group.h"
#include "cb-store.h"

G_BEGIN_DECLS

CbGroup *cb_group_new (const char   *id,
                       const CbText *title,
                       gboolean      browsed,
                       GPtrArray    *entries,
                       CbStore      *store);

gboolean cb_group_get_browsed (CbGroup *self);

G_END_DECLS
