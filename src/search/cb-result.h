/* cb-result.h: a hit of a search as an item of a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-index.h"

G_BEGIN_DECLS

#define CB_TYPE_RESULT (cb_result_get_type ())

G_DECLARE_FINAL_TYPE (CbResult, cb_result, CB, RESULT, GObject)

CbEntry      *cb_result_get_entry      (CbResult *self);
CbMatchField  cb_result_get_field      (CbResult *self);
CbMatchKind   cb_result_get_kind       (CbResult *self);
guint         cb_result_get_group_size (CbResult *self);

G_END_DECLS
