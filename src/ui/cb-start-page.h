/* cb-start-page.h: where a reader begins: the groups, the favourites, what was read last */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-library.h"

G_BEGIN_DECLS

#define CB_TYPE_START_PAGE (cb_start_page_get_type ())

G_DECLARE_FINAL_TYPE (CbStartPage, cb_start_page, CB, START_PAGE, AdwBin)

GtkWidget *cb_start_page_new (CbLibrary *library) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
