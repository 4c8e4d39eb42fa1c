/* cb-columns.c: lays children out in equal columns, as many as there is room for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-columns.h"

#define SPACING 18
#define MAX_COLUMNS 3

/* GtkFlowBox does as much, and asks each child for its size some ten times to do it. */
struct _CbColumns
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (CbColumns, cb_columns, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  int n_children;
  int n_columns;
  int width;  /* of a column */
  int height; /* of a row */
} Grid;

static void
get_child_widths (GtkWidget *widget, int *minimum, int *natural, int *n_children)
{
  *minimum = *natural = *n_children = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
      (*n_children)++;
    }
}

static Grid
get_grid (GtkWidget *widget, int width)
{
  Grid grid = { 0 };
  int minimum, natural;

  get_child_widths (widget, &minimum, &natural, &grid.n_children);
  if (width < 0)
    width = natural;
  grid.n_columns = CLAMP ((width + SPACING) / MAX (natural + SPACING, 1), 1, MAX_COLUMNS);
  grid.width = (width - (grid.n_columns - 1) * SPACING) / grid.n_columns;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (grid.width, minimum), &height, NULL,
                          NULL, NULL);
      grid.height = MAX (grid.height, height);
    }

  return grid;
}

static GtkSizeRequestMode
cb_columns_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cb_columns_measure (GtkLayoutManager *manager,
                    GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  int n_children;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      get_child_widths (widget, minimum, natural, &n_children);
      *natural = *natural * MAX_COLUMNS + SPACING * (MAX_COLUMNS - 1);
    }
  else
    {
      Grid grid = get_grid (widget, for_size);
      int n_rows = (grid.n_children + grid.n_columns - 1) / grid.n_columns;

      *minimum = *natural = MAX (n_rows * (grid.height + SPACING) - SPACING, 0);
    }
}

static void
cb_columns_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Grid grid = get_grid (widget, width);
  gboolean reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int column = i % grid.n_columns;
      GtkAllocation place
          = { 0, i / grid.n_columns * (grid.height + SPACING), grid.width, grid.height };

      place.x = (reversed ? grid.n_columns - 1 - column : column) * (grid.width + SPACING);
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
cb_columns_class_init (CbColumnsClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->allocate = cb_columns_allocate;
  manager_class->get_request_mode = cb_columns_get_request_mode;
  manager_class->measure = cb_columns_measure;
}

static void
cb_columns_init (CbColumns *self)
{
}

/**
 * cb_columns_new:
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
cb_columns_new (void)
{
  return g_object_new (CB_TYPE_COLUMNS, NULL);
}
