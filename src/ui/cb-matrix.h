/* cb-matrix.h: a table of an entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-page-builder.h"

G_BEGIN_DECLS

GtkWidget *cb_matrix_new (const CbPageStyle *style,
                          const CbItem      *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
