/* cb-columns.h: lays children out in equal columns, as many as there is room for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CB_TYPE_COLUMNS (cb_columns_get_type ())

G_DECLARE_FINAL_TYPE (CbColumns, cb_columns, CB, COLUMNS, GtkLayoutManager)

GtkLayoutManager *cb_columns_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
