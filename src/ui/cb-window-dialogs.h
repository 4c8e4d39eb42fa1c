/* cb-window-dialogs.h: dialogs within a window, which changes its size as it likes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-window.h"

G_BEGIN_DECLS

void       cb_window_dialogs_present (CbWindow  *window,
                                      AdwDialog *dialog);
GtkWidget *cb_window_dialogs_prepare (CbWindow  *window) G_GNUC_WARN_UNUSED_RESULT;
void       cb_window_dialogs_restore (CbWindow  *window,
                                      GtkWidget *focus);

G_END_DECLS
