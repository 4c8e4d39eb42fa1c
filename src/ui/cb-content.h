/* cb-content.h: the part of the window where one reads */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-page-builder.h"

G_BEGIN_DECLS

#define CB_TYPE_CONTENT (cb_content_get_type ())

G_DECLARE_FINAL_TYPE (CbContent, cb_content, CB, CONTENT, AdwNavigationPage)

void     cb_content_set_library     (CbContent     *self,
                                     CbLibrary     *library);
void     cb_content_show            (CbContent     *self,
                                     CbEntry       *entry,
                                     const CbQuery *query);
void     cb_content_set_list_hidden (CbContent     *self,
                                     gboolean       list_hidden);
void     cb_content_focus           (CbContent     *self);
double   cb_content_get_scroll      (CbContent     *self);
void     cb_content_set_scroll      (CbContent     *self,
                                     double         scroll);
char    *cb_content_dup_selection   (CbContent     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
