/* test-list-scroller.c: tests of where a list is scrolled to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-list.h"
#include "cb-row.h"
#include "ui-test.h"

/* Whether the row of an entry is within the list, as a whole. */
static gboolean
is_whole (CbEntryList *list, CbEntry *entry)
{
  GtkWidget *row = ui_test_find_row (GTK_WIDGET (list), entry);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (list), &bounds))
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
      CbEntry *entry = ui_test_entry (ids[i]);

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

typedef struct
{
  CbEntryList *list;
  CbEntry *entry; /* the first, below its header */
  GArray *tops;
} Begin;

static void
painted_cb (GdkFrameClock *clock, Begin *begin)
{
  GtkWidget *row = ui_test_find_row (GTK_WIDGET (begin->list), begin->entry);
  graphene_rect_t bounds;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (begin->list), &bounds));
  g_array_append_val (begin->tops, bounds.origin.y);
}

/* The list of a window shows its first header from its first frame on, and stays there. */
static void
test_begin (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (float));
  CbWindow *window = cb_window_new (NULL, library);
  CbSidebar *sidebar = cb_view_get_sidebar (cb_window_get_view (window));
  Begin begin
      = { cb_sidebar_get_browse (sidebar), cb_catalog_get_entry (ui_test_catalog (), 0), tops };
  GdkFrameClock *clock;

  gtk_widget_realize (GTK_WIDGET (window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (clock, "paint", G_CALLBACK (painted_cb), &begin);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  g_signal_handlers_disconnect_by_func (clock, painted_cb, &begin);

  g_assert_cmpuint (tops->len, >, 1);
  g_assert_cmpfloat (cb_entry_list_get_scroll (begin.list), ==, 0);
  for (guint i = 1; i < tops->len; i++)
    g_assert_cmpfloat (g_array_index (tops, float, i), ==, g_array_index (tops, float, 0));

  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/list-scroller/begin", test_begin);
  g_test_add_func ("/list-scroller/far", test_far);

  return g_test_run ();
}
