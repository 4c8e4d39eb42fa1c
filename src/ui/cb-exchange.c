/* cb-exchange.c: who sends what to whom, drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "cb-draw.h"
#include "cb-exchange-plan.h"
#include "cb-exchange.h"
#include "cb-figure.h"
#include "cb-inline.h"

#define MINIMUM_WIDTH 240
#define NATURAL_WIDTH 560
#define NAME_RADIUS 9
#define LINE_WIDTH 1.5
#define LINE_ALPHA 0.45f
#define NAME_ALPHA 0.08f

struct _CbExchange
{
  CbCanvas parent_instance;

  /* owned */
  CbCatalog *catalog;
  CbExchangePlan *plan; /* NULL until the texts are shaped */

  /* borrowed: the catalog's */
  const CbItem *figure;

  CbLanguage first;
  gboolean both;
};

G_DEFINE_FINAL_TYPE (CbExchange, cb_exchange, CB_TYPE_CANVAS)

static const CbExchangePlan *
ensure_plan (CbExchange *self, int width)
{
  if (self->plan == NULL)
    self->plan = cb_exchange_plan_new (GTK_WIDGET (self), self->catalog, self->figure, self->first,
                                       self->both);
  if (self->plan->width != width)
    cb_exchange_plan_lay_out (self->plan, width);

  return self->plan;
}

static void
draw_name (const CbExchangePlan *plan, GtkSnapshot *snapshot, guint i, const GdkRGBA *color)
{
  PangoLayout *layout = g_ptr_array_index (plan->names, i);
  double column = cb_exchange_plan_get_column (plan);
  double center = cb_exchange_plan_get_center (plan, i);
  GdkRGBA fill = *color;
  GskRoundedRect box;
  int height;

  fill.alpha *= NAME_ALPHA;
  gsk_rounded_rect_init_from_rect (
      &box,
      &GRAPHENE_RECT_INIT ((float)(center - column / 2 + CB_EXCHANGE_NAME_PAD / 2.0),
                           CB_EXCHANGE_PAD, (float)(column - CB_EXCHANGE_NAME_PAD),
                           (float)plan->names_height),
      NAME_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &fill, &box.bounds);
  gtk_snapshot_pop (snapshot);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cb_draw_layout (snapshot, layout, center - pango_layout_get_width (layout) / 2.0 / PANGO_SCALE,
                  CB_EXCHANGE_PAD + (plan->names_height - height) / 2.0, color);
}

/* The line of life of a participant, interrupted where words stand upon it. */
static void
draw_lifeline (const CbExchangePlan *plan,
               GtkSnapshot *snapshot,
               guint participant,
               const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double x = cb_exchange_plan_get_center (plan, participant);
  double start = CB_EXCHANGE_PAD + plan->names_height;

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const CbStep *step = &g_array_index (plan->steps, CbStep, i);
      int text_width;

      pango_layout_get_pixel_size (step->layout, &text_width, NULL);
      if (ABS (step->x + step->width / 2.0 - x) < text_width / 2.0 + CB_EXCHANGE_TEXT_GAP)
        {
          gsk_path_builder_move_to (builder, (float)x, (float)start);
          gsk_path_builder_line_to (builder, (float)x, (float)(step->y - CB_EXCHANGE_TEXT_GAP));
          start = step->y + step->text_height + CB_EXCHANGE_TEXT_GAP;
        }
    }
  gsk_path_builder_move_to (builder, (float)x, (float)start);
  gsk_path_builder_line_to (builder, (float)x, (float)plan->end);
  cb_draw_path (snapshot, builder, LINE_WIDTH, TRUE, color);
  gsk_path_builder_unref (builder);
}

static void
draw_step (const CbExchangePlan *plan,
           GtkSnapshot *snapshot,
           const CbStep *step,
           const GdkRGBA *color,
           const GdkRGBA *accent)
{
  cb_draw_layout (snapshot, step->layout, step->x, step->y, color);
  if (step->from != step->to)
    cb_draw_arrow (snapshot, cb_exchange_plan_get_center (plan, step->from),
                   cb_exchange_plan_get_center (plan, step->to),
                   step->y + step->text_height + CB_EXCHANGE_TEXT_GAP + CB_EXCHANGE_ARROW / 2.0,
                   CB_EXCHANGE_ARROW, step->item->flag, accent);
}

static void
cb_exchange_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const CbExchangePlan *plan = ensure_plan (CB_EXCHANGE (widget), gtk_widget_get_width (widget));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA color, line;

  gtk_widget_get_color (widget, &color);
  line = color;
  if (!adw_style_manager_get_high_contrast (manager))
    line.alpha *= LINE_ALPHA;
  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (manager), accent);

  for (guint i = 0; i < plan->names->len; i++)
    {
      draw_name (plan, snapshot, i, &color);
      draw_lifeline (plan, snapshot, i, &line);
    }
  for (guint i = 0; i < plan->steps->len; i++)
    draw_step (plan, snapshot, &g_array_index (plan->steps, CbStep, i), &color, accent);
  cb_draw_layout (snapshot, plan->caption, CB_EXCHANGE_PAD, plan->end + CB_EXCHANGE_STEP_GAP,
                  &color);
}

static void
cb_exchange_forget_texts (CbCanvas *canvas)
{
  g_clear_pointer (&CB_EXCHANGE (canvas)->plan, cb_exchange_plan_free);
}

static void
cb_exchange_get_widths (CbCanvas *canvas, int *minimum, int *natural)
{
  *minimum = MINIMUM_WIDTH;
  *natural = NATURAL_WIDTH;
}

static int
cb_exchange_get_height (CbCanvas *canvas, int width)
{
  return ensure_plan (CB_EXCHANGE (canvas), width < 0 ? NATURAL_WIDTH : width)->height;
}

static void
cb_exchange_finalize (GObject *object)
{
  g_clear_object (&CB_EXCHANGE (object)->catalog);

  G_OBJECT_CLASS (cb_exchange_parent_class)->finalize (object);
}

static void
cb_exchange_class_init (CbExchangeClass *klass)
{
  CbCanvasClass *canvas_class = CB_CANVAS_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cb_exchange_finalize;

  widget_class->snapshot = cb_exchange_snapshot;

  canvas_class->forget_texts = cb_exchange_forget_texts;
  canvas_class->get_widths = cb_exchange_get_widths;
  canvas_class->get_height = cb_exchange_get_height;

  gtk_widget_class_set_css_name (widget_class, "cb-exchange");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cb_exchange_init (CbExchange *self)
{
}

/**
 * cb_exchange_new:
 * @catalog: the catalog
 * @figure: a %CB_ITEM_FIGURE of it
 * @first: the language that comes first, or alone
 * @both: whether both languages are shown
 *
 * Returns: (transfer floating): the figure, with a text that tells the same
 */
GtkWidget *
cb_exchange_new (CbCatalog *catalog, const CbItem *figure, CbLanguage first, gboolean both)
{
  CbExchange *self;
  g_auto (GStrv) steps = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *description = NULL;

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (figure != NULL && figure->kind == CB_ITEM_FIGURE, NULL);

  self = g_object_new (CB_TYPE_EXCHANGE, NULL);
  g_set_object (&self->catalog, catalog);
  self->figure = figure;
  self->first = first;
  self->both = both;

  steps = cb_figure_dup_steps (figure, catalog, first);
  caption = cb_inline_to_plain (figure->text.in[first], catalog, first);
  description = g_strjoinv ("\n", steps);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);

  return GTK_WIDGET (self);
}
