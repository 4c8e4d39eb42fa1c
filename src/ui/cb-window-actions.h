/* cb-window-actions.h: what one can do in a window: all actions, and when they are possible */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-window.h"

G_BEGIN_DECLS

void  cb_window_actions_install    (GtkWidgetClass *widget_class);
void  cb_window_actions_update     (CbWindow       *window);

void  cb_window_navigation_install (GtkWidgetClass *widget_class);
void  cb_window_copy_install       (GtkWidgetClass *widget_class);
void  cb_window_files_install      (GtkWidgetClass *widget_class);
char *cb_window_dup_markdown       (CbWindow       *window) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
