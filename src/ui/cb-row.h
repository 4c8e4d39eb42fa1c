/* cb-row.h: an entry in the sidebar */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-canvas.h"
#include "cb-hit.h"
#include "cb-row-context.h"

G_BEGIN_DECLS

#define CB_TYPE_ROW (cb_row_get_type ())

G_DECLARE_FINAL_TYPE (CbRow, cb_row, CB, ROW, CbCanvas)

GtkWidget  *cb_row_new               (CbRowContext *context) G_GNUC_WARN_UNUSED_RESULT;
CbEntry    *cb_row_get_entry         (CbRow        *self);
void        cb_row_set_entry         (CbRow        *self,
                                      CbEntry      *entry,
                                      CbMatchKind   kind);
char       *cb_row_dup_description   (CbRow        *self) G_GNUC_WARN_UNUSED_RESULT;
const char *cb_row_get_title         (CbRow        *self);
const char *cb_row_get_subtitle      (CbRow        *self);

G_END_DECLS
