/* cb-window-actions.h: copying, saving, favourites and dialogs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-window.h"

G_BEGIN_DECLS

void cb_window_actions_install (GtkWidgetClass *widget_class);
void cb_window_actions_update  (CbWindow       *window);

G_END_DECLS
