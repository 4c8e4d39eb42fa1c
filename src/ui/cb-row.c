/* cb-row.c: an entry in the sidebar */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "cb-facts.h"
#include "cb-rich-text.h"
#include "cb-row.h"

/* A list view makes about 200 rows at once, seen or not, so a row is one widget without children:
 * it knows its height from the font's metrics alone, and shapes its text when it is first drawn.
 * Only a text that might not fit is shaped earlier. */

#define GAP 12
#define SMALL_GAP 6
#define SYMBOL 16
#define SMALL_SYMBOL 12
#define MAX_LINES 3
#define DIM 0.65f
#define DIM_HIGH_CONTRAST 0.95f

typedef enum
{
  TEXT_NUMBER,
  TEXT_TITLE,
  TEXT_SUBTITLE,
  TEXT_STATE,
  TEXT_REASON,
  N_TEXTS,
} CbRowText;

struct _CbRow
{
  GtkWidget parent_instance;

  /* owned */
  CbRowContext *context;
  CbEntry *entry;
  PangoLayout *layouts[N_TEXTS];

  /* borrowed: the catalog's, or static */
  const char *texts[N_TEXTS];
  const char *symbol;
  const char *state_symbol;
  const char *style_class;

  CbLanguage languages[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (CbRow, cb_row, GTK_TYPE_WIDGET)

static void
clear_layouts (CbRow *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->layouts[i]);
}

static void
set_text (CbRow *self, CbRowText which, const char *text, CbLanguage language)
{
  self->texts[which] = text;
  self->languages[which] = language;
}

static PangoLayout *
ensure_layout (CbRow *self, CbRowText which)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  const char *text = self->texts[which];
  PangoLayout *layout;

  if (self->layouts[which] != NULL || text == NULL)
    return self->layouts[which];

  attributes = pango_attr_list_new ();
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (
                                          cb_language_get_code (self->languages[which]))));

  switch (which)
    {
    case TEXT_NUMBER:
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      break;
    case TEXT_TITLE:
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_MEDIUM));
      break;
    case TEXT_STATE:
    case TEXT_REASON:
      pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
      break;
    case TEXT_SUBTITLE:
    case N_TEXTS:
    default:
      break;
    }

  if (which == TEXT_NUMBER || which == TEXT_TITLE || which == TEXT_SUBTITLE)
    {
      const CbQuery *query = cb_row_context_get_query (self->context);

      cb_rich_text_keep_words (attributes, text);
      if (query != NULL)
        cb_rich_text_highlight (attributes, text,
                                cb_library_get_index (cb_row_context_get_library (self->context)),
                                query);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_attributes (layout, attributes);
  self->layouts[which] = layout;

  return layout;
}

/* An upper bound of a text's width, without shaping it. */
static int
guess_width (const char *text, const CbRowMetrics *metrics)
{
  int width = 0;

  if (text == NULL)
    return 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += (guchar)*p >= 0x80     ? metrics->em * 11 / 10
             : g_ascii_isupper (*p) ? metrics->latin * 13 / 10
                                    : metrics->latin;

  return width;
}

static int
count_lines (CbRow *self, CbRowText which, int width, const CbRowMetrics *metrics)
{
  PangoLayout *layout;

  if (width < 0 || guess_width (self->texts[which], metrics) <= width)
    return 1;

  layout = ensure_layout (self, which);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, -MAX_LINES);

  return CLAMP (pango_layout_get_line_count (layout), 1, MAX_LINES);
}

/* Where everything goes in a row of a width; the same for measuring and for drawing. */
typedef struct
{
  int column;
  int text_x;
  int title_width;
  int subtitle_width;
  int title_lines;
  int subtitle_lines;
  int state_width;
  int reason_width;
  gboolean state_below;
} CbRowPlan;

static int
chip_width (const char *text, const CbRowMetrics *metrics, int symbol)
{
  return text != NULL ? guess_width (text, metrics) * 9 / 10 + symbol + SMALL_GAP : 0;
}

static CbRowPlan
make_plan (CbRow *self, int width, const CbRowMetrics *metrics)
{
  CbRowPlan plan = { 0 };
  int available;

  plan.column = MAX (metrics->digit * 7 / 2, SYMBOL);
  plan.text_x = plan.column + GAP;
  available = MAX (width - plan.text_x, 1);
  plan.state_width = chip_width (self->texts[TEXT_STATE], metrics, SMALL_SYMBOL + SMALL_GAP);
  plan.reason_width = chip_width (self->texts[TEXT_REASON], metrics, 2 * SMALL_GAP);
  plan.title_width = MAX (available - plan.reason_width, metrics->em * 3);
  plan.state_below
      = plan.state_width > 0
        && guess_width (self->texts[TEXT_SUBTITLE], metrics) + plan.state_width > available;
  plan.subtitle_width
      = plan.state_below ? available : MAX (available - plan.state_width, metrics->em * 3);
  plan.title_lines = count_lines (self, TEXT_TITLE, plan.title_width, metrics);
  plan.subtitle_lines = self->texts[TEXT_SUBTITLE] != NULL
                            ? count_lines (self, TEXT_SUBTITLE, plan.subtitle_width, metrics)
                            : 0;

  return plan;
}

static void
draw_symbol (CbRow *self,
             GtkSnapshot *snapshot,
             const char *name,
             int size,
             float x,
             float y,
             const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, name, NULL, size, gtk_widget_get_scale_factor (widget),
      gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GdkRGBA colors[4] = { *color, *color, *color, *color };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size,
                                            colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

static void
draw_text (CbRow *self,
           GtkSnapshot *snapshot,
           CbRowText which,
           int width,
           int lines,
           float x,
           float y,
           const GdkRGBA *color,
           const CbRowMetrics *metrics)
{
  PangoLayout *layout = ensure_layout (self, which);
  int baseline;

  if (layout == NULL)
    return;

  if (width > 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_height (layout, -MAX (lines, 1));
    }
  baseline = pango_layout_get_baseline (layout) / PANGO_SCALE;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x, y + (float)(metrics->baseline - baseline)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_reason (CbRow *self,
             GtkSnapshot *snapshot,
             float right,
             float y,
             const GdkRGBA *color,
             const CbRowMetrics *metrics)
{
  PangoLayout *layout = ensure_layout (self, TEXT_REASON);
  GskRoundedRect outline;
  GdkRGBA border = *color;
  int width, height;
  float chip;

  pango_layout_get_pixel_size (layout, &width, &height);
  chip = (float)(width + 2 * SMALL_GAP);
  border.alpha *= 0.5f;
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (right - chip, y, chip, (float)metrics->line),
      (float)metrics->line / 2);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ border, border, border, border });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (right - chip + SMALL_GAP,
                                                          y + (float)(metrics->line - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
query_changed_cb (CbRow *self)
{
  /* The marks change no width, so the row keeps its size. */
  clear_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cb_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CbRow *self = CB_ROW (widget);
  int width = gtk_widget_get_width (widget);
  const CbRowMetrics *metrics;
  CbRowPlan plan;
  GdkRGBA tint, color, dim;
  float y = 0, line;

  if (self->entry == NULL)
    return;

  metrics = cb_row_context_get_metrics (self->context, widget);
  plan = make_plan (self, width, metrics);
  line = (float)metrics->line;

  /* The row's own colour is its class's tint, its texts are drawn in the colour around it. */
  gtk_widget_get_color (widget, &tint);
  gtk_widget_get_color (gtk_widget_get_parent (widget), &color);
  dim = color;
  dim.alpha *= adw_style_manager_get_high_contrast (
                   adw_style_manager_get_for_display (gtk_widget_get_display (widget)))
                   ? DIM_HIGH_CONTRAST
                   : DIM;

  if (self->texts[TEXT_NUMBER] != NULL)
    {
      PangoLayout *layout = ensure_layout (self, TEXT_NUMBER);
      int number_width;

      pango_layout_get_pixel_size (layout, &number_width, NULL);
      draw_text (self, snapshot, TEXT_NUMBER, -1, 1, (float)(plan.column - number_width) / 2, 0,
                 &tint, metrics);
      draw_symbol (self, snapshot, self->symbol, SMALL_SYMBOL,
                   (float)(plan.column - SMALL_SYMBOL) / 2, line + (line - SMALL_SYMBOL) / 2,
                   &tint);
    }
  else
    {
      draw_symbol (self, snapshot, self->symbol, SYMBOL, (float)(plan.column - SYMBOL) / 2,
                   (line - SYMBOL) / 2, &tint);
    }

  draw_text (self, snapshot, TEXT_TITLE, plan.title_width, plan.title_lines, (float)plan.text_x, y,
             &color, metrics);
  if (self->texts[TEXT_REASON] != NULL)
    draw_reason (self, snapshot, (float)width, y, &dim, metrics);

  y += line * (float)plan.title_lines;
  draw_text (self, snapshot, TEXT_SUBTITLE, plan.subtitle_width, plan.subtitle_lines,
             (float)plan.text_x, y, &dim, metrics);

  if (self->texts[TEXT_STATE] != NULL)
    {
      PangoLayout *layout = ensure_layout (self, TEXT_STATE);
      int state_width;
      float x;

      pango_layout_get_pixel_size (layout, &state_width, NULL);
      x = plan.state_below ? (float)plan.text_x
                           : (float)(width - state_width - SMALL_SYMBOL - SMALL_GAP);
      if (plan.state_below)
        y += line * (float)plan.subtitle_lines;
      draw_symbol (self, snapshot, self->state_symbol, SMALL_SYMBOL, x,
                   y + (line - SMALL_SYMBOL) / 2, &dim);
      draw_text (self, snapshot, TEXT_STATE, -1, 1, x + SMALL_SYMBOL + SMALL_GAP, y, &dim, metrics);
    }
}

static GtkSizeRequestMode
cb_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cb_row_measure (GtkWidget *widget,
                GtkOrientation orientation,
                int for_size,
                int *minimum,
                int *natural,
                int *minimum_baseline,
                int *natural_baseline)
{
  CbRow *self = CB_ROW (widget);
  const CbRowMetrics *metrics = cb_row_context_get_metrics (self->context, widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = metrics->digit * 7 / 2 + GAP + metrics->em * 5;
      *natural = MAX (*minimum, metrics->em * 16);
    }
  else
    {
      CbRowPlan plan = make_plan (self, for_size, metrics);
      int n_lines = plan.title_lines + plan.subtitle_lines + (plan.state_below ? 1 : 0);

      *minimum = *natural = metrics->line * MAX (n_lines, 1);
    }
}

static void
cb_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  CbRow *self = CB_ROW (widget);

  GTK_WIDGET_CLASS (cb_row_parent_class)->css_changed (widget, change);

  clear_layouts (self);
  gtk_widget_queue_draw (widget);
}

static void
cb_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  CbRow *self = CB_ROW (widget);

  GTK_WIDGET_CLASS (cb_row_parent_class)->system_setting_changed (widget, setting);

  clear_layouts (self);
  cb_row_context_reset_metrics (self->context);
  gtk_widget_queue_resize (widget);
}

static void
cb_row_dispose (GObject *object)
{
  CbRow *self = CB_ROW (object);

  clear_layouts (self);
  g_clear_object (&self->entry);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (cb_row_parent_class)->dispose (object);
}

static void
cb_row_class_init (CbRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cb_row_dispose;

  widget_class->css_changed = cb_row_css_changed;
  widget_class->get_request_mode = cb_row_get_request_mode;
  widget_class->measure = cb_row_measure;
  widget_class->snapshot = cb_row_snapshot;
  widget_class->system_setting_changed = cb_row_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "cb-row");
  /* The list item around the row has the role and the name. */
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
  clear_layouts (self);
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
      set_text (self, TEXT_NUMBER, cb_entry_get_token (entry), CB_LANGUAGE_EN);
      set_text (self, TEXT_TITLE, title->in[first], first);
      set_text (self, TEXT_SUBTITLE, title->in[second], second);
      break;
    case CB_ENTRY_METHOD:
      set_text (self, TEXT_NUMBER, NULL, CB_LANGUAGE_EN);
      set_text (self, TEXT_TITLE, cb_entry_get_token (entry), CB_LANGUAGE_EN);
      set_text (self, TEXT_SUBTITLE, title->in[CB_LANGUAGE_KO], CB_LANGUAGE_KO);
      break;
    case CB_ENTRY_GUIDE:
    case CB_ENTRY_SITUATION:
      set_text (self, TEXT_NUMBER, NULL, CB_LANGUAGE_EN);
      set_text (self, TEXT_TITLE, title->in[first], first);
      set_text (self, TEXT_SUBTITLE, title->in[second], second);
      break;
    default:
      g_assert_not_reached ();
    }
  set_text (self, TEXT_STATE, state != NULL ? state->in[first] : NULL, first);
  set_text (self, TEXT_REASON, cb_facts_get_reason (kind), first);

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
      cb_row_context_get_first (self->context), self->texts[TEXT_REASON]);
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

  return self->texts[TEXT_TITLE];
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

  return self->texts[TEXT_SUBTITLE];
}
