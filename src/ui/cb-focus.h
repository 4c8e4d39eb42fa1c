/* cb-focus.h: takes the focus out of what is about to go, and gives it back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cb_focus_take (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cb_focus_give (GtkWidget *widget);
void       cb_focus_keep (GtkWidget *widget);

G_END_DECLS
