/* cb-nothing-page.h: what the sidebar shows where nothing was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-entry-list.h"

G_BEGIN_DECLS

#define CB_TYPE_NOTHING_PAGE (cb_nothing_page_get_type ())

G_DECLARE_FINAL_TYPE (CbNothingPage, cb_nothing_page, CB, NOTHING_PAGE, AdwBin)

void         cb_nothing_page_setup           (CbNothingPage *self,
                                              CbRowContext  *context);
void         cb_nothing_page_show            (CbNothingPage *self,
                                              const CbQuery *query,
                                              guint          n_elsewhere);
CbEntryList *cb_nothing_page_get_suggestions (CbNothingPage *self);

G_END_DECLS
