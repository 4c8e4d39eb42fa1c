/* cb-canvas.h: a widget that draws its own texts, and is as high as they need */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CB_TYPE_CANVAS (cb_canvas_get_type ())

G_DECLARE_DERIVABLE_TYPE (CbCanvas, cb_canvas, CB, CANVAS, GtkWidget)

/**
 * CbCanvasClass:
 * @forget_texts: drops the shaped texts, for the font or the colours have changed
 * @get_widths: says how wide the widget must and would like to be
 * @get_height: says how high it is at a width; -1 for the width it would like
 */
struct _CbCanvasClass
{
  GtkWidgetClass parent_class;

  void (*forget_texts) (CbCanvas *self);
  void (*get_widths)   (CbCanvas *self,
                        int      *minimum,
                        int      *natural);
  int  (*get_height)   (CbCanvas *self,
                        int       width);
};

void            cb_canvas_forget_texts   (CbCanvas *self);
PangoAttribute *cb_canvas_new_small_size (CbCanvas *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
