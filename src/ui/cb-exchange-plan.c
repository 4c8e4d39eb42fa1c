/* cb-exchange-plan.c: the texts of a drawn exchange, and where everything goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-exchange-plan.h"
#include "cb-inline.h"
#include "cb-rich-text.h"

/* A column for each participant with a line of life down from its name; the messages are arrows
 * between the lines, in the order of time, each with its words above it. The words wrap, so that
 * nothing is cut off on a narrow page. */

#define PAD CB_EXCHANGE_PAD
#define NAME_PAD CB_EXCHANGE_NAME_PAD
#define STEP_GAP CB_EXCHANGE_STEP_GAP
#define TEXT_GAP CB_EXCHANGE_TEXT_GAP

typedef struct
{
  GtkWidget *widget;
  CbCatalog *catalog;
  CbLanguage first;
  gboolean both;
} CbShaper;

static void
clear_step (gpointer data)
{
  CbStep *step = data;

  g_clear_object (&step->layout);
}

static char *
dup_words (const CbShaper *shaper, const CbText *text)
{
  CbLanguage second = cb_language_other (shaper->first);
  g_autofree char *words
      = cb_inline_to_plain (text->in[shaper->first], shaper->catalog, shaper->first);
  g_autofree char *other = cb_inline_to_plain (text->in[second], shaper->catalog, second);

  if (!shaper->both || g_str_equal (words, other))
    return g_steal_pointer (&words);

  return g_strdup_printf ("%s\n%s", words, other);
}

static PangoLayout *
make_layout (const CbShaper *shaper, const CbText *text, PangoWeight weight, double scale)
{
  g_autofree char *words = dup_words (shaper, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (shaper->widget, words);
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
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}

static guint
find_participant (const CbItem *figure, const char *name)
{
  guint position = 0;

  for (gsize i = 0; i < figure->n_items; i++)
    {
      const CbItem *item = &figure->items[i];

      if (item->kind != CB_ITEM_PARTICIPANT)
        continue;
      if (g_str_equal (item->name, name))
        return position;
      position++;
    }

  g_return_val_if_reached (0);
}

static int
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* How wide the words of a step may be: those of a message as wide as its arrow and half a column
 * more on each side, where there is nothing else. */
static int
get_step_width (const CbExchangePlan *plan, const CbStep *step)
{
  int column = (int)cb_exchange_plan_get_column (plan);
  int span = ABS ((int)step->from - (int)step->to);

  if (span == 0)
    return plan->names->len == 2 ? column : MIN (2 * column, plan->width - 2 * PAD) - 2 * TEXT_GAP;

  return MAX ((span + 1) * column, 1);
}

static double
get_step_x (const CbExchangePlan *plan, const CbStep *step)
{
  double center = (cb_exchange_plan_get_center (plan, step->from)
                   + cb_exchange_plan_get_center (plan, step->to))
                  / 2;

  return CLAMP (center - step->width / 2.0, PAD, MAX (plan->width - PAD - step->width, PAD));
}

/**
 * cb_exchange_plan_new:
 * @widget: what draws the exchange
 * @catalog: the catalog
 * @figure: a %CB_ITEM_FIGURE of it
 * @first: the language that comes first, or alone
 * @both: whether both languages are shown
 *
 * Returns: (transfer full): the exchange, to be laid out
 */
CbExchangePlan *
cb_exchange_plan_new (
    GtkWidget *widget, CbCatalog *catalog, const CbItem *figure, CbLanguage first, gboolean both)
{
  CbShaper shaper = { widget, catalog, first, both };
  CbExchangePlan *plan;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (figure != NULL && figure->kind == CB_ITEM_FIGURE, NULL);

  plan = g_new0 (CbExchangePlan, 1);
  plan->names = g_ptr_array_new_with_free_func (g_object_unref);
  plan->steps = g_array_new (FALSE, TRUE, sizeof (CbStep));
  g_array_set_clear_func (plan->steps, clear_step);
  plan->caption = make_layout (&shaper, &figure->text, PANGO_WEIGHT_NORMAL, 0.9);
  pango_layout_set_alignment (plan->caption, PANGO_ALIGN_LEFT);
  for (gsize i = 0; i < figure->n_items; i++)
    {
      const CbItem *item = &figure->items[i];

      if (item->kind == CB_ITEM_PARTICIPANT)
        {
          g_ptr_array_add (plan->names, make_layout (&shaper, &item->text, PANGO_WEIGHT_BOLD, 1));
        }
      else if (item->kind == CB_ITEM_MESSAGE || item->kind == CB_ITEM_REMARK)
        {
          CbStep step = { .item = item };

          step.from = find_participant (figure, item->name);
          step.to
              = item->kind == CB_ITEM_MESSAGE ? find_participant (figure, item->target) : step.from;
          step.layout = make_layout (&shaper, &item->text, PANGO_WEIGHT_NORMAL, 0.95);
          g_array_append_val (plan->steps, step);
        }
    }

  return plan;
}

/**
 * cb_exchange_plan_free:
 * @plan: (transfer full): a plan
 *
 * Frees the plan.
 */
void
cb_exchange_plan_free (CbExchangePlan *plan)
{
  g_return_if_fail (plan != NULL);

  g_object_unref (plan->caption);
  g_ptr_array_unref (plan->names);
  g_array_unref (plan->steps);
  g_free (plan);
}

static gboolean
is_about_breaks (PangoAttribute *attribute, gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_ALLOW_BREAKS;
}

/* Korean words are whole where they fit; where one does not, it is better broken than drawn over
 * what is beside it. */
static void
fit_layout (PangoLayout *layout, int width)
{
  g_autoptr (PangoAttrList) whole = pango_attr_list_copy (pango_layout_get_attributes (layout));
  g_autoptr (PangoAttrList) old = pango_attr_list_filter (whole, is_about_breaks, NULL);
  g_autoptr (PangoAttrList) broken = pango_attr_list_copy (whole);
  int needed;

  cb_rich_text_keep_words (whole, pango_layout_get_text (layout));
  pango_layout_set_attributes (layout, whole);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &needed, NULL);
  if (needed > width)
    pango_layout_set_attributes (layout, broken);
}

/**
 * cb_exchange_plan_lay_out:
 * @plan: a plan
 * @width: how wide the exchange is, in pixels
 *
 * Gives all texts their widths and places.
 */
void
cb_exchange_plan_lay_out (CbExchangePlan *plan, int width)
{
  int column, tallest = 0;
  double y;

  g_return_if_fail (plan != NULL);

  plan->width = width;
  column = (int)cb_exchange_plan_get_column (plan);
  for (guint i = 0; i < plan->names->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (plan->names, i);

      fit_layout (layout, column - 2 * NAME_PAD);
      tallest = MAX (tallest, get_height (layout));
    }
  plan->names_height = tallest + 2 * NAME_PAD;

  y = PAD + plan->names_height + STEP_GAP;
  for (guint i = 0; i < plan->steps->len; i++)
    {
      CbStep *step = &g_array_index (plan->steps, CbStep, i);

      step->width = get_step_width (plan, step);
      fit_layout (step->layout, step->width);
      step->text_height = get_height (step->layout);
      step->height = step->text_height + TEXT_GAP + CB_EXCHANGE_ARROW;
      step->x = get_step_x (plan, step);
      step->y = y;
      y += step->height + STEP_GAP;
    }
  plan->end = (int)y;

  fit_layout (plan->caption, width - 2 * PAD);
  plan->height = plan->end + STEP_GAP + get_height (plan->caption) + PAD;
}

/**
 * cb_exchange_plan_get_column:
 * @plan: a plan that is laid out
 *
 * Returns: how wide the column of a participant is
 */
double
cb_exchange_plan_get_column (const CbExchangePlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return (double)(plan->width - 2 * PAD) / MAX (plan->names->len, 1);
}

/**
 * cb_exchange_plan_get_center:
 * @plan: a plan that is laid out
 * @participant: the position of a participant
 *
 * Returns: where its line of life is
 */
double
cb_exchange_plan_get_center (const CbExchangePlan *plan, guint participant)
{
  g_return_val_if_fail (plan != NULL, 0);

  return PAD + cb_exchange_plan_get_column (plan) * (participant + 0.5);
}
