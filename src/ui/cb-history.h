/* cb-history.h: the pages that were shown, back and forward */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CB_TYPE_HISTORY (cb_history_get_type ())

G_DECLARE_FINAL_TYPE (CbHistory, cb_history, CB, HISTORY, GObject)

CbHistory  *cb_history_new            (void) G_GNUC_WARN_UNUSED_RESULT;
const char *cb_history_get_id         (CbHistory  *self);
gboolean    cb_history_get_can_back   (CbHistory  *self);
gboolean    cb_history_get_can_forward (CbHistory *self);
double      cb_history_get_scroll     (CbHistory  *self);
void        cb_history_set_scroll     (CbHistory  *self,
                                       double      scroll);
gboolean    cb_history_get_from_list  (CbHistory  *self);
void        cb_history_set_from_list  (CbHistory  *self,
                                       gboolean    from_list);
gboolean    cb_history_visit          (CbHistory  *self,
                                       const char *id);
gboolean    cb_history_back           (CbHistory  *self);
gboolean    cb_history_forward        (CbHistory  *self);

G_END_DECLS
