/* cb-entry-factory.h: makes the rows and the headers of a list of entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-row-context.h"

G_BEGIN_DECLS

CbEntry            *cb_entry_of_item             (gpointer      item);
GtkListItemFactory *cb_entry_factory_new_rows    (CbRowContext *context) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *cb_entry_factory_new_headers (CbRowContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
