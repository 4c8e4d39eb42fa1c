/* cb-pair.c: the same in two languages: side by side where there is room, else one under the other
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-pair.h"

#define COLUMN_GAP 36
#define ROW_GAP 12
/* Each column is at least so many characters wide. */
#define COLUMN_CHARACTERS 32

struct _CbPair
{
  GtkWidget parent_instance;

  /* owned by being children */
  GtkWidget *first;
  GtkWidget *second;

  int column_width;
};

G_DEFINE_FINAL_TYPE (CbPair, cb_pair, GTK_TYPE_WIDGET)

static int
get_column_width (CbPair *self)
{
  if (self->column_width == 0)
    {
      PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
      PangoFontMetrics *metrics
          = pango_context_get_metrics (context, NULL, pango_language_from_string ("en"));

      self->column_width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics))
                           * COLUMN_CHARACTERS;
      pango_font_metrics_unref (metrics);
    }

  return self->column_width;
}

/* A width of -1 is as much as one likes, so the height for it must be the smallest of all. */
static gboolean
has_room (CbPair *self, int width)
{
  int column = (width - COLUMN_GAP) / 2;
  int first, second;

  if (width < 0)
    return TRUE;

  gtk_widget_measure (self->first, GTK_ORIENTATION_HORIZONTAL, -1, &first, NULL, NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_HORIZONTAL, -1, &second, NULL, NULL, NULL);

  return column >= get_column_width (self) && column >= MAX (first, second);
}

static void
measure_height (GtkWidget *widget, int width, int *minimum, int *natural)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
cb_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cb_pair_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  CbPair *self = CB_PAIR (widget);
  int minimum_2 = 0, natural_2 = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->first, orientation, -1, minimum, natural, NULL, NULL);
      if (self->second != NULL)
        {
          gtk_widget_measure (self->second, orientation, -1, &minimum_2, &natural_2, NULL, NULL);
          *minimum = MAX (*minimum, minimum_2);
          *natural = MAX (*natural, MIN (*natural, natural_2) + natural_2 + COLUMN_GAP);
        }
    }
  else if (self->second == NULL)
    {
      measure_height (self->first, for_size, minimum, natural);
    }
  else if (has_room (self, for_size))
    {
      int column = for_size < 0 ? -1 : (for_size - COLUMN_GAP) / 2;

      measure_height (self->first, column, minimum, natural);
      measure_height (self->second, column, &minimum_2, &natural_2);
      *minimum = MAX (*minimum, minimum_2);
      *natural = MAX (*natural, natural_2);
    }
  else
    {
      measure_height (self->first, for_size, minimum, natural);
      measure_height (self->second, for_size, &minimum_2, &natural_2);
      *minimum += minimum_2 + ROW_GAP;
      *natural += natural_2 + ROW_GAP;
    }
}

static void
cb_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CbPair *self = CB_PAIR (widget);
  int minimum;
  int natural;

  if (self->second == NULL)
    {
      gtk_widget_size_allocate (self->first, &(GtkAllocation){ 0, 0, width, height }, -1);
    }
  else if (has_room (self, width))
    {
      int column = (width - COLUMN_GAP) / 2;
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      int far = width - column;

      gtk_widget_size_allocate (self->first, &(GtkAllocation){ rtl ? far : 0, 0, column, height },
                                -1);
      gtk_widget_size_allocate (self->second, &(GtkAllocation){ rtl ? 0 : far, 0, column, height },
                                -1);
    }
  else
    {
      int top;

      measure_height (self->first, width, &minimum, &natural);
      top = MIN (natural, height);
      gtk_widget_size_allocate (self->first, &(GtkAllocation){ 0, 0, width, top }, -1);
      top += ROW_GAP;
      gtk_widget_size_allocate (self->second,
                                &(GtkAllocation){ 0, top, width, MAX (height - top, 0) }, -1);
    }
}

/* GTK goes by what stands higher, which between two columns is the middle of the shorter one. */
static gboolean
cb_pair_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CbPair *self = CB_PAIR (widget);
  GtkWidget *order[] = { self->first, self->second };
  GtkWidget *focus = gtk_widget_get_focus_child (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (cb_pair_parent_class)->focus (widget, direction);

  if (direction == GTK_DIR_TAB_BACKWARD)
    {
      order[0] = self->second;
      order[1] = self->first;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      /* What is before the one that has the focus is behind us. */
      if (order[i] == NULL || (i == 0 && focus != NULL && focus == order[1]))
        continue;
      if (gtk_widget_child_focus (order[i], direction))
        return TRUE;
    }

  return FALSE;
}

static void
cb_pair_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cb_pair_parent_class)->css_changed (widget, change);

  CB_PAIR (widget)->column_width = 0;
}

static void
cb_pair_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (cb_pair_parent_class)->system_setting_changed (widget, setting);

  CB_PAIR (widget)->column_width = 0;
}

static void
cb_pair_dispose (GObject *object)
{
  CbPair *self = CB_PAIR (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);

  G_OBJECT_CLASS (cb_pair_parent_class)->dispose (object);
}

static void
cb_pair_class_init (CbPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_pair_dispose;

  widget_class->css_changed = cb_pair_css_changed;
  widget_class->focus = cb_pair_focus;
  widget_class->get_request_mode = cb_pair_get_request_mode;
  widget_class->measure = cb_pair_measure;
  widget_class->size_allocate = cb_pair_size_allocate;
  widget_class->system_setting_changed = cb_pair_system_setting_changed;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
cb_pair_init (CbPair *self)
{
}

/**
 * cb_pair_new:
 * @first: what comes first
 * @second: (nullable): the same in the other language
 *
 * Returns: (transfer floating): a widget with both
 */
GtkWidget *
cb_pair_new (GtkWidget *first, GtkWidget *second)
{
  CbPair *self;

  g_return_val_if_fail (GTK_IS_WIDGET (first), NULL);

  self = g_object_new (CB_TYPE_PAIR, NULL);
  self->first = first;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  if (second != NULL)
    {
      self->second = second;
      gtk_widget_set_parent (second, GTK_WIDGET (self));
    }

  return GTK_WIDGET (self);
}
