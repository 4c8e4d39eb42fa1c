/* cb-list-scroller.h: scrolling a list view, also one that is not laid out yet */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CB_TYPE_LIST_SCROLLER (cb_list_scroller_get_type ())

G_DECLARE_FINAL_TYPE (CbListScroller, cb_list_scroller, CB, LIST_SCROLLER, GObject)

CbListScroller *cb_list_scroller_new           (GtkListView        *list_view) G_GNUC_WARN_UNUSED_RESULT;
gboolean        cb_list_scroller_is_laid_out   (CbListScroller     *self);
void            cb_list_scroller_go_to         (CbListScroller     *self,
                                                guint               position,
                                                GtkListScrollFlags  flags);
double          cb_list_scroller_get_value     (CbListScroller     *self);
void            cb_list_scroller_set_value     (CbListScroller     *self,
                                                double              value);

G_END_DECLS
