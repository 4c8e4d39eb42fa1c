/* cb-result-private.h: how the list of results makes its items */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-result.h"

G_BEGIN_DECLS

CbResult *cb_result_new            (const CbHit *hit) G_GNUC_WARN_UNUSED_RESULT;
void      cb_result_update         (CbResult    *self,
                                    const CbHit *hit);
void      cb_result_set_group_size (CbResult    *self,
                                    guint        size);

G_END_DECLS
