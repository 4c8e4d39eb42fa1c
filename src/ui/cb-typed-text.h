/* cb-typed-text.h: what stands in a text field, with what is still being composed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CB_TYPE_TYPED_TEXT (cb_typed_text_get_type ())

G_DECLARE_FINAL_TYPE (CbTypedText, cb_typed_text, CB, TYPED_TEXT, GObject)

CbTypedText *cb_typed_text_new      (GtkText     *widget) G_GNUC_WARN_UNUSED_RESULT;
const char  *cb_typed_text_get_text (CbTypedText *self);
void         cb_typed_text_flush    (CbTypedText *self);

G_END_DECLS
