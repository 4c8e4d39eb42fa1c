/* cb-matrix.c: a table of an entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-inline.h"
#include "cb-matrix.h"

/* A table of more columns than this scrolls sideways where there is no room; others wrap. */
#define MAX_COLUMNS 3
/* In a scrolling table a column is so many characters wide, at least. */
#define COLUMN_CHARACTERS 11

/* GtkGrid keeps the columns; the roles of table, row and cell are those of boxes around, so each
 * cell is told with its row and its column by its name. */

static GtkWidget *
make_cell (const CbPageStyle *style,
           const CbText *text,
           gboolean is_head,
           gboolean heads_row,
           gboolean is_wide)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  CbLanguage second = cb_language_other (style->first);
  GtkWidget *label = cb_page_make_label (style, text->in[style->first], style->first,
                                         is_head || heads_row ? "cb-property" : NULL);

  gtk_widget_set_hexpand (label, TRUE);
  if (is_wide)
    gtk_label_set_width_chars (GTK_LABEL (label), COLUMN_CHARACTERS);
  gtk_box_append (GTK_BOX (cell), label);
  if (style->both && !g_str_equal (text->in[style->first], text->in[second]))
    gtk_box_append (GTK_BOX (cell),
                    cb_page_make_label (style, text->in[second], second, "cb-remark"));
  gtk_widget_add_css_class (cell, "cb-cell");
  if (is_head)
    gtk_widget_add_css_class (cell, "cb-head");

  return cell;
}

static void
name_cell (
    GtkWidget *cell, const CbPageStyle *style, const CbItem *table, const CbItem *row, gsize column)
{
  CbCatalog *catalog = cb_library_get_catalog (style->library);
  const CbItem *head = &table->items[0];
  const char *text = row->items[column].text.in[style->first];
  g_autofree char *plain = cb_inline_to_plain (text, catalog, style->first);
  g_autofree char *name = NULL;

  if (row == head || column == 0)
    {
      name = g_steal_pointer (&plain);
    }
  else
    {
      g_autofree char *row_name
          = cb_inline_to_plain (row->items[0].text.in[style->first], catalog, style->first);
      g_autofree char *column_name
          = cb_inline_to_plain (head->items[column].text.in[style->first], catalog, style->first);

      name = g_strdup_printf ("%s, %s: %s", row_name, column_name, plain);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * cb_matrix_new:
 * @style: how the page is shown
 * @table: a %CB_ITEM_TABLE
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
cb_matrix_new (const CbPageStyle *style, const CbItem *table)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid
      = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  GtkWidget *frame = grid;

  g_return_val_if_fail (table != NULL && table->kind == CB_ITEM_TABLE, NULL);

  for (gsize i = 0; i < table->n_items; i++)
    {
      const CbItem *row = &table->items[i];

      for (gsize j = 0; j < row->n_items; j++)
        {
          GtkWidget *cell
              = make_cell (style, &row->items[j].text, i == 0, j == 0, row->n_items > MAX_COLUMNS);

          name_cell (cell, style, table, row, j);
          gtk_grid_attach (GTK_GRID (grid), cell, (int)j, (int)i, 1, 1);
        }
    }
  if (table->items[0].n_items > MAX_COLUMNS)
    {
      frame = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_AUTOMATIC,
                                      GTK_POLICY_NEVER);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), grid);
    }
  /* What scrolls does so within its frame. */
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "cb-matrix");
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), cb_page_make_text (style, &table->text, "cb-remark"));

  return box;
}
