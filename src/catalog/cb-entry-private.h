/* cb-entry-private.h: how the catalog makes an entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-entry.h"
#include "cb-image.h"

G_BEGIN_DECLS

CbEntry *cb_entry_new (CbImage            *image,
                       const CbImageEntry *record);

G_END_DECLS
