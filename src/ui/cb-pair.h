/* cb-pair.h: the same in two languages: side by side where there is room, else one under the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CB_TYPE_PAIR (cb_pair_get_type ())

G_DECLARE_FINAL_TYPE (CbPair, cb_pair, CB, PAIR, GtkWidget)

GtkWidget *cb_pair_new (GtkWidget *first,
                        GtkWidget *second) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
