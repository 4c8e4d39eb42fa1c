/* cb-entry-page.h: all about one entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-page-builder.h"

G_BEGIN_DECLS

#define CB_TYPE_ENTRY_PAGE (cb_entry_page_get_type ())

G_DECLARE_FINAL_TYPE (CbEntryPage, cb_entry_page, CB, ENTRY_PAGE, AdwBin)

GtkWidget     *cb_entry_page_new            (const CbPageStyle *style,
                                             CbEntry           *entry,
                                             gboolean            at_once) G_GNUC_WARN_UNUSED_RESULT;
CbEntry       *cb_entry_page_get_entry      (CbEntryPage       *self);
GtkAdjustment *cb_entry_page_get_adjustment (CbEntryPage       *self);
void           cb_entry_page_set_scroll     (CbEntryPage       *self,
                                             double             scroll);
char          *cb_entry_page_dup_selection  (CbEntryPage       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
