/* cb-announcer.h: says how many results there are, for those who cannot see them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CB_TYPE_ANNOUNCER (cb_announcer_get_type ())

G_DECLARE_FINAL_TYPE (CbAnnouncer, cb_announcer, CB, ANNOUNCER, GObject)

CbAnnouncer *cb_announcer_new    (GtkWidget   *widget) G_GNUC_WARN_UNUSED_RESULT;
void         cb_announcer_queue  (CbAnnouncer *self,
                                  guint        n_results);
void         cb_announcer_cancel (CbAnnouncer *self);

G_END_DECLS
