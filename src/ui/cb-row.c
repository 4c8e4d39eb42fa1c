/* cb-row.c: an entry in the sidebar */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "cb-draw.h"
#include "cb-facts.h"
#include "cb-row-layout.h"
#include "cb-row.h"

/* One widget without children, for a list view makes about 200 rows at once. The list item around
 * it has the role and the name that assistive technologies see. */

#define DIM 0.65f
#define DIM_HIGH_CONTRAST 0.95f

struct _CbRow
{
  CbCanvas parent_instance;

  /* owned */
  CbRowContext *context;
  CbEntry *entry;
  CbRowLayout layout;

  /* borrowed: static */
  const char *symbol;
  const char *state_symbol;
  const char *style_class;
};

G_DEFINE_FINAL_TYPE (CbRow, cb_row, CB_TYPE_CANVAS)

/* What is needed to draw a row of a size. */
typedef struct
{
  CbRow *row;
  GtkSnapshot *snapshot;
  const CbRowMetrics *metrics;
  CbRowPlan plan;
  GdkRGBA color;
  GdkRGBA dim;
  GdkRGBA tint;
} CbRowPainter;

static PangoLayout *
shape (CbRowPainter *painter, CbRowText which)
{
  return cb_row_layout_shape (&painter->row->layout, which, GTK_WIDGET (painter->row),
                              painter->row->context);
}

static int
get_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static void
draw_symbol (
    CbRowPainter *painter, const char *name, int size, double x, double y, const GdkRGBA *color)
{
  cb_draw_symbol (painter->snapshot, name, size, x, y + (painter->metrics->line - size) / 2.0,
                  color);
}

/* Whatever fonts a text is made of, it stands on the baseline of its line. */
static void
draw_on_line (CbRowPainter *painter, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  int baseline = pango_layout_get_baseline (layout) / PANGO_SCALE;

  cb_draw_layout (painter->snapshot, layout, x, y + (painter->metrics->baseline - baseline), color);
}

/* Returns how high the text is. */
static int
draw_line (
    CbRowPainter *painter, CbRowText which, int width, int lines, double y, const GdkRGBA *color)
{
  PangoLayout *layout = shape (painter, which);

  if (layout == NULL)
    return 0;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_height (layout, -MAX (lines, 1));
  draw_on_line (painter, layout, painter->plan.text_x, y, color);

  return painter->metrics->line * lines;
}

/* The number and below it the symbol of its class, or the symbol alone. */
static void
draw_column (CbRowPainter *painter)
{
  PangoLayout *number = shape (painter, CB_ROW_NUMBER);
  int size = number != NULL ? CB_ROW_SMALL_SYMBOL : CB_ROW_SYMBOL;

  if (number != NULL)
    draw_on_line (painter, number, (painter->plan.column - get_text_width (number)) / 2.0, 0,
                  &painter->tint);
  draw_symbol (painter, painter->row->symbol, size, (painter->plan.column - size) / 2.0,
               number != NULL ? painter->metrics->line : 0, &painter->tint);
}

static void
draw_reason (CbRowPainter *painter, double right, double y)
{
  PangoLayout *layout = shape (painter, CB_ROW_REASON);
  int line = painter->metrics->line;
  GdkRGBA border = painter->dim;
  GskRoundedRect outline;
  int width, height;
  float chip;

  if (layout == NULL)
    return;

  pango_layout_get_pixel_size (layout, &width, &height);
  chip = (float)(width + 2 * CB_ROW_SMALL_GAP);
  border.alpha *= 0.5f;
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT ((float)right - chip, (float)y, chip, (float)line),
      (float)line / 2);
  gtk_snapshot_append_border (painter->snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ border, border, border, border });
  cb_draw_layout (painter->snapshot, layout, right - chip + CB_ROW_SMALL_GAP,
                  y + (line - height) / 2.0, &painter->dim);
}

static void
draw_state (CbRowPainter *painter, double right, double y)
{
  PangoLayout *layout = shape (painter, CB_ROW_STATE);
  double offset = CB_ROW_SMALL_SYMBOL + CB_ROW_SMALL_GAP;
  int width, height, baseline;
  double x, middle;

  if (layout == NULL)
    return;

  pango_layout_get_pixel_size (layout, &width, &height);
  baseline = pango_layout_get_baseline (layout) / PANGO_SCALE;
  /* Small text on the baseline of its line has its middle below that of the line. */
  middle = y + painter->metrics->baseline - baseline + height / 2.0;
  x = painter->plan.state_below ? painter->plan.text_x : right - width - offset;
  cb_draw_symbol (painter->snapshot, painter->row->state_symbol, CB_ROW_SMALL_SYMBOL, x,
                  round (middle - CB_ROW_SMALL_SYMBOL / 2.0), &painter->dim);
  draw_on_line (painter, layout, x + offset, y, &painter->dim);
}

/* The marks change no width, so the row keeps its size. */
static void
query_changed_cb (CbRow *self)
{
  cb_canvas_forget_texts (CB_CANVAS (self));
}

static void
cb_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CbRow *self = CB_ROW (widget);
  int width = gtk_widget_get_width (widget);
  CbRowPainter painter = { self, snapshot };
  int title_height, y;

  if (self->entry == NULL)
    return;

  painter.metrics = cb_row_context_get_metrics (self->context, widget);
  painter.plan = cb_row_layout_plan (&self->layout, width, widget, self->context);
  /* The row's own colour is its class's tint, its texts are drawn in the colour around it. */
  gtk_widget_get_color (widget, &painter.tint);
  gtk_widget_get_color (gtk_widget_get_parent (widget), &painter.color);
  painter.dim = painter.color;
  painter.dim.alpha *= adw_style_manager_get_high_contrast (
                           adw_style_manager_get_for_display (gtk_widget_get_display (widget)))
                           ? DIM_HIGH_CONTRAST
                           : DIM;

  draw_column (&painter);
  title_height = draw_line (&painter, CB_ROW_TITLE, painter.plan.title_width,
                            painter.plan.title_lines, 0, &painter.color);
  draw_reason (&painter, width, 0);
  y = title_height;
  y += draw_line (&painter, CB_ROW_SUBTITLE, painter.plan.subtitle_width,
                  painter.plan.subtitle_lines, y, &painter.dim);
  draw_state (&painter, width, painter.plan.state_below ? y : title_height);
}

static void
cb_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  cb_row_context_reset_metrics (CB_ROW (widget)->context);

  GTK_WIDGET_CLASS (cb_row_parent_class)->system_setting_changed (widget, setting);
}

static void
cb_row_forget_texts (CbCanvas *canvas)
{
  cb_row_layout_forget (&CB_ROW (canvas)->layout);
}

static void
cb_row_get_widths (CbCanvas *canvas, int *minimum, int *natural)
{
  const CbRowMetrics *metrics
      = cb_row_context_get_metrics (CB_ROW (canvas)->context, GTK_WIDGET (canvas));

  *minimum = metrics->digit * 7 / 2 + CB_ROW_GAP + metrics->em * 5;
  *natural = MAX (*minimum, metrics->em * 16);
}

static int
cb_row_get_height (CbCanvas *canvas, int width)
{
  CbRow *self = CB_ROW (canvas);
  GtkWidget *widget = GTK_WIDGET (canvas);
  CbRowPlan plan = cb_row_layout_plan (&self->layout, width, widget, self->context);

  return cb_row_context_get_metrics (self->context, widget)->line * cb_row_plan_get_lines (&plan);
}

static void
cb_row_dispose (GObject *object)
{
  CbRow *self = CB_ROW (object);

  G_OBJECT_CLASS (cb_row_parent_class)->dispose (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->context);
}

static void
cb_row_class_init (CbRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CbCanvasClass *canvas_class = CB_CANVAS_CLASS (klass);

  object_class->dispose = cb_row_dispose;

  widget_class->snapshot = cb_row_snapshot;
  widget_class->system_setting_changed = cb_row_system_setting_changed;

  canvas_class->forget_texts = cb_row_forget_texts;
  canvas_class->get_widths = cb_row_get_widths;
  canvas_class->get_height = cb_row_get_height;

  gtk_widget_class_set_css_name (widget_class, "cb-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
cb_row_init (CbRow *self)
{
}

/**
 * cb_row_new:
 * @context: what the rows share
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
cb_row_new (CbRowContext *context)
{
  CbRow *self;

  g_return_val_if_fail (CB_IS_ROW_CONTEXT (context), NULL);

  self = g_object_new (CB_TYPE_ROW, NULL);
  g_set_object (&self->context, context);
  g_signal_connect_object (context, "query-changed", G_CALLBACK (query_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * cb_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the entry
 */
CbEntry *
cb_row_get_entry (CbRow *self)
{
  g_return_val_if_fail (CB_IS_ROW (self), NULL);

  return self->entry;
}

/**
 * cb_row_set_entry:
 * @self: a row
 * @entry: (nullable): an entry
 * @kind: how the query matched, %CB_MATCH_EXACT where nothing is searched for
 *
 * Shows @entry.
 */
void
cb_row_set_entry (CbRow *self, CbEntry *entry, CbMatchKind kind)
{
  CbCatalog *catalog;
  CbLanguage first, second;
  const CbText *title, *state;
  const char *style_class;

  g_return_if_fail (CB_IS_ROW (self));

  g_set_object (&self->entry, entry);
  cb_row_layout_forget (&self->layout);
  if (entry == NULL)
    return;

  catalog = cb_library_get_catalog (cb_row_context_get_library (self->context));
  first = cb_row_context_get_first (self->context);
  second = cb_language_other (first);
  title = cb_entry_get_title (entry);
  state = cb_facts_get_state (catalog, entry, &self->state_symbol);

  switch (cb_entry_get_kind (entry))
    {
    case CB_ENTRY_STATUS:
    case CB_ENTRY_CLASS:
      cb_row_layout_set_text (&self->layout, CB_ROW_NUMBER, cb_entry_get_token (entry));
      cb_row_layout_set_text (&self->layout, CB_ROW_TITLE, title->in[first]);
      cb_row_layout_set_text (&self->layout, CB_ROW_SUBTITLE, title->in[second]);
      break;
    case CB_ENTRY_METHOD:
      cb_row_layout_set_text (&self->layout, CB_ROW_NUMBER, NULL);
      cb_row_layout_set_text (&self->layout, CB_ROW_TITLE, cb_entry_get_token (entry));
      cb_row_layout_set_text (&self->layout, CB_ROW_SUBTITLE, title->in[CB_LANGUAGE_KO]);
      break;
    case CB_ENTRY_GUIDE:
    case CB_ENTRY_SITUATION:
      cb_row_layout_set_text (&self->layout, CB_ROW_NUMBER, NULL);
      cb_row_layout_set_text (&self->layout, CB_ROW_TITLE, title->in[first]);
      cb_row_layout_set_text (&self->layout, CB_ROW_SUBTITLE, title->in[second]);
      break;
    default:
      g_assert_not_reached ();
    }
  cb_row_layout_set_text (&self->layout, CB_ROW_STATE, state != NULL ? state->in[first] : NULL);
  cb_row_layout_set_text (&self->layout, CB_ROW_REASON, cb_facts_get_reason (kind));

  style_class = cb_facts_get_style_class (entry);
  self->symbol = cb_facts_get_symbol (entry);
  if (style_class != self->style_class)
    {
      self->style_class = style_class;
      gtk_widget_set_css_classes (GTK_WIDGET (self), (const char *[]){ style_class, NULL });
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cb_row_dup_description:
 * @self: a row with an entry
 *
 * Returns: (transfer full): all that the row says, such as "404 Not Found, 찾을 수 없음, Client
 * Error, Permanent"
 */
char *
cb_row_dup_description (CbRow *self)
{
  g_return_val_if_fail (CB_IS_ROW (self), NULL);
  g_return_val_if_fail (self->entry != NULL, NULL);

  return cb_facts_dup_description (
      cb_library_get_catalog (cb_row_context_get_library (self->context)), self->entry,
      cb_row_context_get_first (self->context), self->layout.texts[CB_ROW_REASON]);
}

/**
 * cb_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its first line
 */
const char *
cb_row_get_title (CbRow *self)
{
  g_return_val_if_fail (CB_IS_ROW (self), NULL);

  return self->layout.texts[CB_ROW_TITLE];
}

/**
 * cb_row_get_subtitle:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its second line
 */
const char *
cb_row_get_subtitle (CbRow *self)
{
  g_return_val_if_fail (CB_IS_ROW (self), NULL);

  return self->layout.texts[CB_ROW_SUBTITLE];
}
