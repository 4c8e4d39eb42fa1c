/* cb-window-dialogs.h: dialogs within a window, which changes its size as it likes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-window.h"

G_BEGIN_DECLS

void cb_window_dialogs_present (CbWindow  *window,
                                AdwDialog *dialog);
void cb_window_dialogs_finish  (CbWindow  *window);

G_END_DECLS
