/* test-list-scroller.c: tests of where a list is scrolled to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-list.h"
#include "cb-row.h"
#include "ui-test.h"

typedef struct
{
  CbEntry *entry;
  GtkWidget *row;
} Search;

static void
find_row (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (CB_IS_ROW (widget) && gtk_widget_get_mapped (widget)
      && cb_row_get_entry (CB_ROW (widget)) == search->entry)
    search->row = widget;
}

/* Whether the row of an entry is within the list, as a whole. */
static gboolean
is_whole (CbEntryList *list, CbEntry *entry)
{
  Search search = { entry, NULL };
  graphene_rect_t bounds;

  ui_test_visit (GTK_WIDGET (list), find_row, &search);
  if (search.row == NULL || !gtk_widget_compute_bounds (search.row, GTK_WIDGET (list), &bounds))
    return FALSE;

  return bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height
                <= (float)gtk_widget_get_height (GTK_WIDGET (list));
}

/* Rows far down, whose heights the list view guesses until it lays them out; up and down again. */
static void
test_far (void)
{
  static const char *const ids[]
      = { "status:404", "status:599", "status:100", "status:499", "status:511", "method:GET" };
  g_autoptr (CbLibrary) library = ui_test_library ();
  g_autoptr (CbRowContext) context = cb_row_context_new (library);
  CbEntryList *list = g_object_new (CB_TYPE_ENTRY_LIST, NULL);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 320, 560);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (list));
  cb_entry_list_setup (list, context, cb_catalog_get_groups (ui_test_catalog ()), TRUE,
                       CB_ENTRY_LIST_WHEN_TOLD);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      CbEntry *entry = cb_catalog_lookup (ui_test_catalog (), ids[i]);

      g_assert_nonnull (entry);
      cb_entry_list_select (list, entry);
      /* As it is when the window has drawn its first frame. */
      cb_entry_list_complete (list);
      ui_test_settle ();
      if (!is_whole (list, entry))
        g_error ("%s is selected and not seen", ids[i]);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/list-scroller/far", test_far);

  return g_test_run ();
}
