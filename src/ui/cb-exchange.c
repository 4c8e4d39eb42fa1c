/* cb-exchange.c: who sends what to whom, drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "cb-exchange.h"
#include "cb-figure.h"
#include "cb-inline.h"
#include "cb-rich-text.h"

/* A column for each participant with a line of life down from its name; the messages are arrows
 * between the lines, in the order of time, each with its words above it. The words wrap, so that
 * nothing is cut off on a narrow page. */

#define PAD 12
#define NAME_PAD 8
#define STEP_GAP 14
#define ARROW 8
#define TEXT_GAP 4
#define LINE_ALPHA 0.45f
#define NAME_ALPHA 0.08f

typedef struct
{
  const CbItem *item;
  guint from;
  guint to; /* the same as from for a remark */
  PangoLayout *layout;
  int height;
} CbStep;

struct _CbExchange
{
  GtkWidget parent_instance;

  /* owned */
  CbCatalog *catalog;
  GPtrArray *names; /* layouts */
  GArray *steps;
  PangoLayout *caption;
  char *description;

  /* borrowed: the catalog's */
  const CbItem *figure;

  CbLanguage first;
  gboolean both;
};

G_DEFINE_FINAL_TYPE (CbExchange, cb_exchange, GTK_TYPE_WIDGET)

static void
clear_step (gpointer data)
{
  CbStep *step = data;

  g_clear_object (&step->layout);
}

static char *
dup_words (CbExchange *self, const CbText *text)
{
  CbLanguage second = cb_language_other (self->first);
  g_autofree char *words = cb_inline_to_plain (text->in[self->first], self->catalog, self->first);
  g_autofree char *other = cb_inline_to_plain (text->in[second], self->catalog, second);

  if (!self->both || g_str_equal (words, other))
    return g_steal_pointer (&words);

  return g_strdup_printf ("%s\n%s", words, other);
}

static PangoLayout *
make_layout (CbExchange *self, const CbText *text, PangoWeight weight, double scale)
{
  g_autofree char *words = dup_words (self, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  const char *second = strchr (words, '\n');

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (second != NULL)
    {
      PangoAttribute *dim = pango_attr_foreground_alpha_new (0xb000);
      PangoAttribute *light = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);

      dim->start_index = light->start_index = (guint)(second - words);
      pango_attr_list_insert (attributes, dim);
      pango_attr_list_insert (attributes, light);
    }
  cb_rich_text_keep_words (attributes, words);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}

static guint
find_participant (CbExchange *self, const char *name)
{
  guint position = 0;

  for (gsize i = 0; i < self->figure->n_items; i++)
    {
      const CbItem *item = &self->figure->items[i];

      if (item->kind != CB_ITEM_PARTICIPANT)
        continue;
      if (g_str_equal (item->name, name))
        return position;
      position++;
    }

  g_return_val_if_reached (0);
}

static void
ensure_layouts (CbExchange *self)
{
  if (self->caption != NULL)
    return;

  self->caption = make_layout (self, &self->figure->text, PANGO_WEIGHT_NORMAL, 0.9);
  pango_layout_set_alignment (self->caption, PANGO_ALIGN_LEFT);
  for (gsize i = 0; i < self->figure->n_items; i++)
    {
      const CbItem *item = &self->figure->items[i];

      if (item->kind == CB_ITEM_PARTICIPANT)
        {
          g_ptr_array_add (self->names, make_layout (self, &item->text, PANGO_WEIGHT_BOLD, 1));
        }
      else if (item->kind == CB_ITEM_MESSAGE || item->kind == CB_ITEM_REMARK)
        {
          CbStep step = { .item = item };

          step.from = find_participant (self, item->name);
          step.to
              = item->kind == CB_ITEM_MESSAGE ? find_participant (self, item->target) : step.from;
          step.layout = make_layout (self, &item->text, PANGO_WEIGHT_NORMAL, 0.95);
          g_array_append_val (self->steps, step);
        }
    }
}

static void
clear_layouts (CbExchange *self)
{
  g_clear_object (&self->caption);
  g_ptr_array_set_size (self->names, 0);
  g_array_set_size (self->steps, 0);
}

static int
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static double
get_center (CbExchange *self, guint participant, int width)
{
  double column = (double)(width - 2 * PAD) / MAX (self->names->len, 1);

  return PAD + column * (participant + 0.5);
}

/* How wide the words of a step may be: those of a message as wide as its arrow, and into the
 * columns beside it where there is nothing else. */
static int
get_step_width (CbExchange *self, const CbStep *step, int width)
{
  int column = (width - 2 * PAD) / (int)MAX (self->names->len, 1);
  int span = ABS ((int)step->from - (int)step->to);

  if (span == 0)
    return self->names->len == 2 ? column : MIN (2 * column, width - 2 * PAD) - 2 * TEXT_GAP;

  return MAX (span * column + column / 2, 1);
}

static double
get_step_x (CbExchange *self, const CbStep *step, int width)
{
  double center = (get_center (self, step->from, width) + get_center (self, step->to, width)) / 2;
  int text_width = get_step_width (self, step, width);

  return CLAMP (center - text_width / 2.0, PAD, MAX (width - PAD - text_width, PAD));
}

/* Gives all texts their widths. Returns the height of the whole. */
static int
lay_out (CbExchange *self, int width, int *names_height)
{
  int column, height, tallest = 0;

  ensure_layouts (self);
  column = (width - 2 * PAD) / (int)MAX (self->names->len, 1);
  for (guint i = 0; i < self->names->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (self->names, i);

      pango_layout_set_width (layout, MAX (column - 3 * NAME_PAD, 1) * PANGO_SCALE);
      tallest = MAX (tallest, get_height (layout));
    }
  *names_height = tallest + 2 * NAME_PAD;

  height = PAD + *names_height + STEP_GAP;
  for (guint i = 0; i < self->steps->len; i++)
    {
      CbStep *step = &g_array_index (self->steps, CbStep, i);

      pango_layout_set_width (step->layout, get_step_width (self, step, width) * PANGO_SCALE);
      step->height = get_height (step->layout) + TEXT_GAP + ARROW;
      height += step->height + STEP_GAP;
    }
  pango_layout_set_width (self->caption, MAX (width - 2 * PAD, 1) * PANGO_SCALE);

  return height + STEP_GAP + get_height (self->caption) + PAD;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_path (GtkSnapshot *snapshot,
           GskPathBuilder *builder,
           double line_width,
           gboolean dashed,
           const GdkRGBA *color)
{
  g_autoptr (GskPath) path = gsk_path_builder_to_path (builder);
  GskStroke *stroke = gsk_stroke_new ((float)line_width);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (dashed)
    gsk_stroke_set_dash (stroke, (float[2]){ 2, 5 }, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
draw_arrow (
    GtkSnapshot *snapshot, double x1, double x2, double y, gboolean lost, const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double back = x2 > x1 ? -ARROW : ARROW;

  /* What is lost ends halfway, with a cross. */
  if (lost)
    x2 = x1 + (x2 - x1) * 0.6;
  gsk_path_builder_move_to (builder, (float)x1, (float)y);
  gsk_path_builder_line_to (builder, (float)x2, (float)y);
  if (lost)
    {
      gsk_path_builder_move_to (builder, (float)x2 - 5, (float)y - 5);
      gsk_path_builder_line_to (builder, (float)x2 + 5, (float)y + 5);
      gsk_path_builder_move_to (builder, (float)x2 - 5, (float)y + 5);
      gsk_path_builder_line_to (builder, (float)x2 + 5, (float)y - 5);
    }
  else
    {
      gsk_path_builder_move_to (builder, (float)(x2 + back), (float)(y - ARROW * 0.6));
      gsk_path_builder_line_to (builder, (float)x2, (float)y);
      gsk_path_builder_line_to (builder, (float)(x2 + back), (float)(y + ARROW * 0.6));
    }
  draw_path (snapshot, builder, 2, FALSE, color);
  gsk_path_builder_unref (builder);
}

static void
draw_name (CbExchange *self,
           GtkSnapshot *snapshot,
           guint i,
           int width,
           int names_height,
           const GdkRGBA *color)
{
  PangoLayout *layout = g_ptr_array_index (self->names, i);
  double column = (double)(width - 2 * PAD) / self->names->len;
  double center = get_center (self, i, width);
  GdkRGBA fill = *color;
  GskRoundedRect box;

  fill.alpha *= NAME_ALPHA;
  gsk_rounded_rect_init_from_rect (
      &box,
      &GRAPHENE_RECT_INIT ((float)(center - column / 2 + NAME_PAD / 2.0), PAD,
                           (float)(column - NAME_PAD), (float)names_height),
      9);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &fill, &box.bounds);
  gtk_snapshot_pop (snapshot);
  draw_layout (snapshot, layout, center - pango_layout_get_width (layout) / 2.0 / PANGO_SCALE,
               PAD + (names_height - get_height (layout)) / 2.0, color);
}

/* The line of life of a participant, interrupted where words stand upon it. */
static void
draw_lifeline (CbExchange *self,
               GtkSnapshot *snapshot,
               guint participant,
               int width,
               double y,
               double end,
               const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float x = (float)get_center (self, participant, width);
  double start = y;

  y += STEP_GAP;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const CbStep *step = &g_array_index (self->steps, CbStep, i);
      int text_width;

      pango_layout_get_pixel_size (step->layout, &text_width, NULL);
      if (ABS (get_step_x (self, step, width) + get_step_width (self, step, width) / 2.0 - x)
          < text_width / 2.0 + TEXT_GAP)
        {
          gsk_path_builder_move_to (builder, x, (float)start);
          gsk_path_builder_line_to (builder, x, (float)(y - TEXT_GAP));
          start = y + get_height (step->layout) + TEXT_GAP;
        }
      y += step->height + STEP_GAP;
    }
  gsk_path_builder_move_to (builder, x, (float)start);
  gsk_path_builder_line_to (builder, x, (float)end);
  draw_path (snapshot, builder, 1.5, TRUE, color);
  gsk_path_builder_unref (builder);
}

static void
cb_exchange_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CbExchange *self = CB_EXCHANGE (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  int width = gtk_widget_get_width (widget);
  int names_height, height;
  g_autoptr (GdkRGBA) accent = NULL;
  GdkRGBA color, line;
  double y, end;

  height = lay_out (self, width, &names_height);
  gtk_widget_get_color (widget, &color);
  line = color;
  if (!adw_style_manager_get_high_contrast (manager))
    line.alpha *= LINE_ALPHA;
  accent = adw_style_manager_get_accent_color_rgba (manager);
  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (manager), accent);

  y = PAD + names_height;
  end = height - PAD - get_height (self->caption) - STEP_GAP;
  for (guint i = 0; i < self->names->len; i++)
    {
      draw_name (self, snapshot, i, width, names_height, &color);
      draw_lifeline (self, snapshot, i, width, y, end, &line);
    }

  y += STEP_GAP;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const CbStep *step = &g_array_index (self->steps, CbStep, i);
      double from = get_center (self, step->from, width);
      double to = get_center (self, step->to, width);

      draw_layout (snapshot, step->layout, get_step_x (self, step, width), y, &color);
      if (step->from != step->to)
        draw_arrow (snapshot, from, to, y + get_height (step->layout) + TEXT_GAP + ARROW / 2.0,
                    step->item->flag, accent);
      y += step->height + STEP_GAP;
    }

  draw_layout (snapshot, self->caption, PAD, height - PAD - get_height (self->caption), &color);
}

static GtkSizeRequestMode
cb_exchange_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cb_exchange_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  CbExchange *self = CB_EXCHANGE (widget);
  int names_height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 560;
    }
  else
    {
      *minimum = *natural = lay_out (self, for_size < 0 ? 560 : for_size, &names_height);
    }
}

static void
cb_exchange_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cb_exchange_parent_class)->css_changed (widget, change);

  clear_layouts (CB_EXCHANGE (widget));
  gtk_widget_queue_resize (widget);
}

static void
cb_exchange_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (cb_exchange_parent_class)->system_setting_changed (widget, setting);

  clear_layouts (CB_EXCHANGE (widget));
  gtk_widget_queue_resize (widget);
}

static void
cb_exchange_dispose (GObject *object)
{
  CbExchange *self = CB_EXCHANGE (object);

  clear_layouts (self);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (cb_exchange_parent_class)->dispose (object);
}

static void
cb_exchange_finalize (GObject *object)
{
  CbExchange *self = CB_EXCHANGE (object);

  g_array_unref (self->steps);
  g_ptr_array_unref (self->names);
  g_free (self->description);

  G_OBJECT_CLASS (cb_exchange_parent_class)->finalize (object);
}

static void
cb_exchange_class_init (CbExchangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cb_exchange_dispose;
  object_class->finalize = cb_exchange_finalize;

  widget_class->css_changed = cb_exchange_css_changed;
  widget_class->get_request_mode = cb_exchange_get_request_mode;
  widget_class->measure = cb_exchange_measure;
  widget_class->snapshot = cb_exchange_snapshot;
  widget_class->system_setting_changed = cb_exchange_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "cb-exchange");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cb_exchange_init (CbExchange *self)
{
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  self->steps = g_array_new (FALSE, TRUE, sizeof (CbStep));
  g_array_set_clear_func (self->steps, clear_step);
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

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (figure != NULL && figure->kind == CB_ITEM_FIGURE, NULL);

  self = g_object_new (CB_TYPE_EXCHANGE, NULL);
  g_set_object (&self->catalog, catalog);
  self->figure = figure;
  self->first = first;
  self->both = both;

  steps = cb_figure_dup_steps (figure, catalog, first);
  caption = cb_inline_to_plain (figure->text.in[first], catalog, first);
  self->description = g_strjoinv ("\n", steps);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description, -1);

  return GTK_WIDGET (self);
}
