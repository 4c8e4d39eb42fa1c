/* cb-row-layout.c: the texts of a row, and where they go */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-canvas.h"
#include "cb-rich-text.h"
#include "cb-row-layout.h"

/* The texts carry no mark of their language: Pango tells it from the script, and looks up the fonts
 * of every size once for each language that is named. */

/* A list view makes about 200 rows at once, seen or not, so a row knows its height from the font's
 * metrics alone, and shapes its texts when it is first drawn. Only a text that might not fit is
 * shaped earlier, and only by the first row that has it. */

#define MAX_LINES 3

/* The room for texts in a row that is asked how high it would like to be, whatever its width. */
#define UNLIMITED (G_MAXINT / PANGO_SCALE)

static gboolean
is_line (CbRowText which)
{
  return which == CB_ROW_NUMBER || which == CB_ROW_TITLE || which == CB_ROW_SUBTITLE;
}

static void
add_style (PangoAttrList *attributes, CbRowText which, GtkWidget *widget)
{
  switch (which)
    {
    case CB_ROW_NUMBER:
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      break;
    case CB_ROW_STATE:
    case CB_ROW_REASON:
      pango_attr_list_insert (attributes, cb_canvas_new_small_size (CB_CANVAS (widget)));
      break;
    case CB_ROW_TITLE:
    case CB_ROW_SUBTITLE:
    case CB_ROW_N_TEXTS:
    default:
      break;
    }
}

/* An upper bound of a text's width, without shaping it: letters seldom stand farther apart than each
 * by itself would, and never by much. */
static int
guess_width (const char *text, const CbRowMetrics *metrics)
{
  int width = 0;

  if (text == NULL)
    return 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Signs that are no letter may be wider than a syllable. */
      width += c < 0x80                     ? metrics->ascii[c]
               : c >= 0xAC00 && c <= 0xD7A3 ? metrics->em * PANGO_SCALE
                                            : metrics->em * PANGO_SCALE * 3 / 2;
    }

  return PANGO_PIXELS_CEIL (width + width / 50) + 1;
}

/* The width of what stands at the end of a line, with all that belongs to it. */
static int
get_chip_width (CbRowText which, int text_width)
{
  if (text_width == 0)
    return 0;

  return text_width + CB_ROW_SMALL_GAP
         + (which == CB_ROW_STATE ? CB_ROW_SMALL_SYMBOL + CB_ROW_SMALL_GAP : 2 * CB_ROW_SMALL_GAP);
}

/* How wide a text is on one line, which it has to be shaped for once. */
static int
measure_width (CbRowLayout *self, CbRowText which, GtkWidget *widget, CbRowContext *context)
{
  CbRowExtent *extent;

  if (self->texts[which] == NULL)
    return 0;

  extent = cb_row_context_get_extent (context, self->texts[which]);
  if (extent->width == 0)
    {
      PangoLayout *layout = cb_row_layout_shape (self, which, widget, context);

      pango_layout_set_width (layout, -1);
      pango_layout_get_pixel_size (layout, &extent->width, NULL);
    }

  return extent->width;
}

/* How much of a line of a width is left for its text @which beside @chip; the chip is shaped only
 * if both might not fit. Sets @fits to whether they do. */
static int
get_room (CbRowLayout *self,
          CbRowText which,
          CbRowText chip,
          int width,
          GtkWidget *widget,
          CbRowContext *context,
          gboolean *fits)
{
  const CbRowMetrics *metrics = cb_row_context_get_metrics (context, widget);
  int text_width = guess_width (self->texts[which], metrics);
  int chip_width = get_chip_width (chip, guess_width (self->texts[chip], metrics));

  if (chip_width > 0 && text_width + chip_width > width)
    {
      text_width = measure_width (self, which, widget, context);
      chip_width = get_chip_width (chip, measure_width (self, chip, widget, context));
    }
  *fits = chip_width == 0 || text_width + chip_width <= width;

  return MAX (width - chip_width, metrics->em * 3);
}

/* How many lines a text wraps into; it is shaped only if it might not fit into one. */
static int
count_lines (CbRowLayout *self,
             CbRowText which,
             int width,
             GtkWidget *widget,
             CbRowContext *context,
             const CbRowMetrics *metrics)
{
  CbRowExtent *extent;

  if (guess_width (self->texts[which], metrics) <= width)
    return 1;

  extent = cb_row_context_get_extent (context, self->texts[which]);
  if (extent->n_lines == 0 || extent->wrapped_width != width)
    {
      PangoLayout *layout = cb_row_layout_shape (self, which, widget, context);

      pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
      pango_layout_set_height (layout, -MAX_LINES);
      extent->wrapped_width = width;
      extent->n_lines = CLAMP (pango_layout_get_line_count (layout), 1, MAX_LINES);
    }

  return extent->n_lines;
}

/**
 * cb_row_layout_set_text:
 * @self: a layout
 * @which: a text
 * @text: (nullable): what it says, the catalog's or static
 *
 * Changes a text. What is shaped is to be forgotten then.
 */
void
cb_row_layout_set_text (CbRowLayout *self, CbRowText which, const char *text)
{
  self->texts[which] = text;
}

/**
 * cb_row_layout_forget:
 * @self: a layout
 *
 * Drops what is shaped.
 */
void
cb_row_layout_forget (CbRowLayout *self)
{
  for (guint i = 0; i < CB_ROW_N_TEXTS; i++)
    g_clear_object (&self->layouts[i]);
}

/**
 * cb_row_layout_shape:
 * @self: a layout
 * @which: a text
 * @widget: the row
 * @context: what the rows share
 *
 * Returns: (transfer none) (nullable): the text, shaped once, with the words of the query marked;
 * NULL if the row has no such text
 */
PangoLayout *
cb_row_layout_shape (CbRowLayout *self, CbRowText which, GtkWidget *widget, CbRowContext *context)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  const char *text = self->texts[which];
  PangoLayout *layout;

  if (self->layouts[which] != NULL || text == NULL)
    return self->layouts[which];

  attributes = pango_attr_list_new ();
  layout = gtk_widget_create_pango_layout (widget, text);
  add_style (attributes, which, widget);
  if (is_line (which))
    {
      const CbQuery *query = cb_row_context_get_query (context);

      cb_rich_text_keep_words (attributes, text);
      if (query != NULL)
        cb_rich_text_highlight (attributes, text,
                                cb_library_get_index (cb_row_context_get_library (context)), query);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_attributes (layout, attributes);
  self->layouts[which] = layout;

  return layout;
}

/**
 * cb_row_layout_plan:
 * @self: a layout
 * @width: how wide the row is, in pixels; -1 for as wide as it likes
 * @widget: the row
 * @context: what the rows share
 *
 * Returns: where everything goes
 */
CbRowPlan
cb_row_layout_plan (CbRowLayout *self, int width, GtkWidget *widget, CbRowContext *context)
{
  const CbRowMetrics *metrics = cb_row_context_get_metrics (context, widget);
  CbRowPlan plan = { 0 };
  gboolean title_fits, subtitle_fits;
  int available;

  plan.column = MAX (metrics->digit * 7 / 2, CB_ROW_SYMBOL);
  plan.text_x = plan.column + CB_ROW_GAP;
  available = width < 0 ? UNLIMITED : MAX (width - plan.text_x, 1);
  plan.title_width
      = get_room (self, CB_ROW_TITLE, CB_ROW_REASON, available, widget, context, &title_fits);
  plan.subtitle_width
      = get_room (self, CB_ROW_SUBTITLE, CB_ROW_STATE, available, widget, context, &subtitle_fits);
  /* The state goes below the second line rather than have it wrap. */
  plan.state_below = !subtitle_fits;
  if (plan.state_below)
    plan.subtitle_width = available;
  plan.title_lines = count_lines (self, CB_ROW_TITLE, plan.title_width, widget, context, metrics);
  plan.subtitle_lines
      = self->texts[CB_ROW_SUBTITLE] != NULL
            ? count_lines (self, CB_ROW_SUBTITLE, plan.subtitle_width, widget, context, metrics)
            : 0;

  return plan;
}

/**
 * cb_row_plan_get_lines:
 * @plan: a plan
 *
 * Returns: how many lines high the row is
 */
int
cb_row_plan_get_lines (const CbRowPlan *plan)
{
  return MAX (plan->title_lines + plan->subtitle_lines + (plan->state_below ? 1 : 0), 1);
}
