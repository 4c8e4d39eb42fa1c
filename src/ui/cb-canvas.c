/* cb-canvas.c: a widget that draws its own texts, and is as high as they need */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-canvas.h"

G_DEFINE_ABSTRACT_TYPE (CbCanvas, cb_canvas, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
cb_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cb_canvas_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  CbCanvas *self = CB_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    CB_CANVAS_GET_CLASS (self)->get_widths (self, minimum, natural);
  else
    *minimum = *natural = CB_CANVAS_GET_CLASS (self)->get_height (self, for_size);
}

/* GTK itself asks for a new size where the font has changed. */
static void
cb_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cb_canvas_parent_class)->css_changed (widget, change);

  cb_canvas_forget_texts (CB_CANVAS (widget));
}

static void
cb_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (cb_canvas_parent_class)->system_setting_changed (widget, setting);

  cb_canvas_forget_texts (CB_CANVAS (widget));
  gtk_widget_queue_resize (widget);
}

static void
cb_canvas_dispose (GObject *object)
{
  CbCanvas *self = CB_CANVAS (object);

  CB_CANVAS_GET_CLASS (self)->forget_texts (self);

  G_OBJECT_CLASS (cb_canvas_parent_class)->dispose (object);
}

static void
cb_canvas_class_init (CbCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_canvas_dispose;

  widget_class->css_changed = cb_canvas_css_changed;
  widget_class->get_request_mode = cb_canvas_get_request_mode;
  widget_class->measure = cb_canvas_measure;
  widget_class->system_setting_changed = cb_canvas_system_setting_changed;
}

static void
cb_canvas_init (CbCanvas *self)
{
}

/**
 * cb_canvas_forget_texts:
 * @self: a canvas
 *
 * Has the texts shaped and drawn anew.
 */
void
cb_canvas_forget_texts (CbCanvas *self)
{
  g_return_if_fail (CB_IS_CANVAS (self));

  CB_CANVAS_GET_CLASS (self)->forget_texts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cb_canvas_new_small_size:
 * @self: a canvas
 *
 * Returns: (transfer full): the size of what is less important, the same to the last bit as
 * "font-size: 90%" in style.css: fonts of almost the same size would be looked up and loaded twice
 */
PangoAttribute *
cb_canvas_new_small_size (CbCanvas *self)
{
  const PangoFontDescription *font;

  g_return_val_if_fail (CB_IS_CANVAS (self), NULL);

  font = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return pango_attr_size_new_absolute ((pango_font_description_get_size (font) * 9 + 5) / 10);
}
