/* cb-group-private.h: how the catalog makes a group */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-group.h"
#include "cb-image.h"

G_BEGIN_DECLS

CbGroup *cb_group_new (CbImage            *image,
                       const CbImageGroup *record,
                       GPtrArray          *entries);

G_END_DECLS
