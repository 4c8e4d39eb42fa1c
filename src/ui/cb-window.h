/* cb-window.h: a window of the reference */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-library.h"
#include "cb-view.h"

G_BEGIN_DECLS

#define CB_TYPE_WINDOW (cb_window_get_type ())

G_DECLARE_FINAL_TYPE (CbWindow, cb_window, CB, WINDOW, AdwApplicationWindow)

CbWindow  *cb_window_new         (GtkApplication *application,
                                  CbLibrary      *library) G_GNUC_WARN_UNUSED_RESULT;
CbLibrary *cb_window_get_library (CbWindow       *self);
CbView    *cb_window_get_view    (CbWindow       *self);
CbEntry   *cb_window_get_entry   (CbWindow       *self);
void       cb_window_open        (CbWindow       *self,
                                  CbEntry        *entry);
void       cb_window_go          (CbWindow       *self,
                                  gboolean        forward);
void       cb_window_search      (CbWindow       *self,
                                  const char     *text);
void       cb_window_rebuild     (CbWindow       *self);
void       cb_window_add_toast   (CbWindow       *self,
                                  const char     *text);

G_END_DECLS
