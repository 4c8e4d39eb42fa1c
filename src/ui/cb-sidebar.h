/* cb-sidebar.h: search, scopes and the list of entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-announcer.h"
#include "cb-entry-list.h"
#include "cb-library.h"
#include "cb-scope.h"

G_BEGIN_DECLS

#define CB_TYPE_SIDEBAR (cb_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (CbSidebar, cb_sidebar, CB, SIDEBAR, AdwNavigationPage)

void           cb_sidebar_set_library   (CbSidebar             *self,
                                         CbLibrary             *library);
const char    *cb_sidebar_get_text      (CbSidebar             *self);
void           cb_sidebar_set_text      (CbSidebar             *self,
                                         const char            *text);
const CbQuery *cb_sidebar_get_query     (CbSidebar             *self);
CbScope        cb_sidebar_get_scope     (CbSidebar             *self);
void           cb_sidebar_set_scope     (CbSidebar             *self,
                                         CbScope                scope);
CbEntryList   *cb_sidebar_get_browse    (CbSidebar             *self);
void           cb_sidebar_reveal        (CbSidebar             *self,
                                         CbEntry               *entry);
void           cb_sidebar_focus_search  (CbSidebar             *self);
void           cb_sidebar_focus_list    (CbSidebar             *self);
gboolean       cb_sidebar_forward_key   (CbSidebar             *self,
                                         GtkEventControllerKey *controller);
CbAnnouncer   *cb_sidebar_get_announcer (CbSidebar             *self);
void           cb_sidebar_prepare       (CbSidebar             *self);

G_END_DECLS
