/* test-row.c: tests of the sidebar's rows and lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-draw.h"
#include "cb-entry-list.h"
#include "cb-facts.h"
#include "cb-row-layout.h"
#include "cb-row.h"
#include "ui-test.h"

static int
measure (GtkWidget *row, int width)
{
  int minimum, natural;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);

  return minimum;
}

static void
test_texts (void)
{
  static const struct
  {
    const char *id;
    const char *title;
    const char *subtitle;
  } cases[] = {
    { "status:404", "Not Found", "찾을 수 없음" },
    { "method:GET", "GET", "조회" },
    { "class:4xx", "Client Error", "클라이언트 오류" },
  };
  g_autoptr (CbLibrary) library = ui_test_library ();
  g_autoptr (CbRowContext) context = cb_row_context_new (library);
  g_autoptr (GtkWidget) row = g_object_ref_sink (cb_row_new (context));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cb_row_set_entry (CB_ROW (row), ui_test_entry (cases[i].id), CB_MATCH_EXACT);
      g_assert_cmpstr (cb_row_get_title (CB_ROW (row)), ==, cases[i].title);
      g_assert_cmpstr (cb_row_get_subtitle (CB_ROW (row)), ==, cases[i].subtitle);
      g_assert_true (cb_row_get_entry (CB_ROW (row)) == ui_test_entry (cases[i].id));
    }
}

static void
test_language (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  g_autoptr (CbRowContext) context = NULL;
  g_autoptr (GtkWidget) row = NULL;

  g_settings_set_string (ui_test_settings (), "texts", "ko");
  context = cb_row_context_new (library);
  row = g_object_ref_sink (cb_row_new (context));
  cb_row_set_entry (CB_ROW (row), ui_test_entry ("status:404"), CB_MATCH_EXACT);
  g_assert_cmpstr (cb_row_get_title (CB_ROW (row)), ==, "찾을 수 없음");
  g_assert_cmpstr (cb_row_get_subtitle (CB_ROW (row)), ==, "Not Found");
  g_settings_reset (ui_test_settings (), "texts");
}

/* A reason is told where one would wonder, and is part of the description then. */
static void
test_reasons (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  g_autoptr (CbRowContext) context = cb_row_context_new (library);
  g_autoptr (GtkWidget) row = g_object_ref_sink (cb_row_new (context));

  for (CbMatchKind kind = CB_MATCH_EXACT; kind <= CB_MATCH_TEXT; kind++)
    {
      g_autofree char *description = NULL;
      gboolean surprises = kind == CB_MATCH_INITIALS || kind == CB_MATCH_KEYBOARD
                           || kind == CB_MATCH_TYPO || kind == CB_MATCH_SPOKEN;

      cb_row_set_entry (CB_ROW (row), ui_test_entry ("status:404"), kind);
      description = cb_row_dup_description (CB_ROW (row));
      g_assert_cmpint (g_str_has_suffix (description, "Permanent"), ==, !surprises);
    }
}

/* Two lines where there is room, more where there is not, and never more height for more width. */
static void
test_heights (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  g_autoptr (CbRowContext) context = cb_row_context_new (library);
  g_autoptr (GtkWidget) row = g_object_ref_sink (cb_row_new (context));
  int wide, last;

  cb_row_set_entry (CB_ROW (row), ui_test_entry ("status:404"), CB_MATCH_EXACT);
  wide = measure (row, 600);
  g_assert_cmpint (wide, >, 20);
  g_assert_cmpint (wide, <, 100);
  g_assert_cmpint (measure (row, 280), ==, wide);
  g_assert_cmpint (measure (row, -1), ==, wide);

  cb_row_set_entry (CB_ROW (row), ui_test_entry ("status:511"), CB_MATCH_EXACT);
  g_assert_cmpint (measure (row, 800), ==, wide);
  g_assert_cmpint (measure (row, 180), >, wide);
  last = G_MAXINT;
  for (int width = 150; width < 800; width += 10)
    {
      int height = measure (row, width);

      g_assert_cmpint (height, <=, last);
      last = height;
    }
}

/* What stands at the end of a line keeps clear of the line's text, and no text is cut off, in any
 * row of any width that a sidebar has. */
static void
check_room (GtkWidget *row, CbRowContext *context, CbEntry *shown, int width)
{
  CbCatalog *catalog = ui_test_catalog ();
  CbRowLayout layout = { 0 };
  CbLanguage first = cb_row_context_get_first (context);
  const CbText *title = cb_entry_get_title (shown);
  const CbText *state = cb_facts_get_state (catalog, shown, NULL);
  PangoLayout *subtitle;
  CbRowPlan plan;
  int available, text_width, state_width;

  cb_row_layout_set_text (&layout, CB_ROW_TITLE, title->in[first]);
  cb_row_layout_set_text (&layout, CB_ROW_SUBTITLE, title->in[cb_language_other (first)]);
  cb_row_layout_set_text (&layout, CB_ROW_STATE, state != NULL ? state->in[first] : NULL);
  plan = cb_row_layout_plan (&layout, width, row, context);
  available = width - plan.text_x;
  subtitle = cb_row_layout_shape (&layout, CB_ROW_SUBTITLE, row, context);
  pango_layout_set_width (subtitle, plan.subtitle_width * PANGO_SCALE);
  pango_layout_set_height (subtitle, -plan.subtitle_lines);
  if (pango_layout_is_ellipsized (subtitle) && plan.subtitle_lines < 3)
    g_error ("%s is cut off at %d pixels", cb_entry_get_id (shown), width);
  if (state != NULL)
    {
      pango_layout_get_pixel_size (cb_row_layout_shape (&layout, CB_ROW_STATE, row, context),
                                   &text_width, NULL);
      state_width = CB_ROW_SMALL_GAP + CB_ROW_SMALL_SYMBOL + CB_ROW_SMALL_GAP + text_width;
      pango_layout_set_width (subtitle, -1);
      pango_layout_get_pixel_size (subtitle, &text_width, NULL);
      /* The state has a line of its own only where it needs one. */
      g_assert_cmpint (plan.state_below, ==, text_width + state_width > available);
      if (!plan.state_below)
        g_assert_cmpint (plan.subtitle_width + state_width, <=, available);
    }
  cb_row_layout_forget (&layout);
}

static void
test_room (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  static const char *const languages[] = { "en", "ko" };
  CbCatalog *catalog = ui_test_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (CbRowContext) context = NULL;
      g_autoptr (GtkWidget) row = NULL;

      g_settings_set_string (ui_test_settings (), "texts", languages[i]);
      context = cb_row_context_new (library);
      row = g_object_ref_sink (cb_row_new (context));
      for (guint j = 0; j < cb_catalog_get_n_entries (catalog); j++)
        {
          for (int width = 220; width <= 380; width += 40)
            check_room (row, context, cb_catalog_get_entry (catalog, j), width);
        }
    }
  g_settings_reset (ui_test_settings (), "texts");
}

static void
count_row (GtkWidget *widget, gpointer user_data)
{
  guint *n_rows = user_data;

  *n_rows += CB_IS_ROW (widget) ? 1 : 0;
}

/* The list item around a row has the role and says all that the row shows. */
static void
check_row (GtkWidget *widget, gpointer user_data)
{
  g_autofree char *description = NULL;
  GtkWidget *item;

  if (!CB_IS_ROW (widget) || cb_row_get_entry (CB_ROW (widget)) == NULL)
    return;
  description = cb_row_dup_description (CB_ROW (widget));
  item = gtk_widget_get_parent (widget);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, description);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (item)), ==,
                   GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  (*(guint *)user_data)++;
}

static void
open_cb (CbEntryList *list, CbEntry *opened, CbEntry **result)
{
  *result = opened;
}

static void
test_list (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  g_autoptr (CbRowContext) context = cb_row_context_new (library);
  CbEntryList *list = g_object_new (CB_TYPE_ENTRY_LIST, NULL);
  GtkWidget *window = gtk_window_new ();
  CbEntry *opened = NULL;
  guint n_first = 0, n_rows = 0, n_checked = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (list));
  cb_entry_list_setup (list, context, cb_catalog_get_groups (ui_test_catalog ()), TRUE,
                       CB_ENTRY_LIST_WHEN_TOLD);
  g_signal_connect (list, "open", G_CALLBACK (open_cb), &opened);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();

  /* Not all at once: the first frame shows a few. */
  ui_test_visit (GTK_WIDGET (list), count_row, &n_first);
  g_assert_cmpuint (n_first, >, 8);
  g_assert_cmpuint (n_first, <, 64);
  g_assert_cmpuint (cb_entry_list_get_n_items (list), >=, 64 + 41 + 5);
  cb_entry_list_complete (list);
  ui_test_visit (GTK_WIDGET (list), count_row, &n_rows);
  g_assert_cmpuint (n_rows, >, 64);
  ui_test_visit (GTK_WIDGET (list), check_row, &n_checked);
  g_assert_cmpuint (n_checked, >, 8);

  g_assert_null (cb_entry_list_get_selected (list));
  cb_entry_list_move (list, 1);
  g_assert_true (cb_entry_list_get_selected (list) == ui_test_entry ("class:1xx"));
  cb_entry_list_move (list, 1);
  cb_entry_list_move (list, -5);
  g_assert_true (cb_entry_list_get_selected (list) == ui_test_entry ("class:1xx"));
  cb_entry_list_select (list, ui_test_entry ("status:404"));
  g_assert_true (cb_entry_list_get_selected (list) == ui_test_entry ("status:404"));
  cb_entry_list_select (list, NULL);
  g_assert_null (cb_entry_list_get_selected (list));

  cb_entry_list_select_first (list);
  cb_entry_list_grab_focus (list);
  ui_test_settle ();
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_true (opened == ui_test_entry ("class:1xx"));

  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_rows (CbEntryList *list)
{
  guint n_rows = 0;

  ui_test_settle ();
  ui_test_visit (GTK_WIDGET (list), count_row, &n_rows);

  return n_rows;
}

/* A list of results makes the rows that are wanted: by scrolling, by its keys, and by name. */
static void
test_growth (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  g_autoptr (CbRowContext) context = cb_row_context_new (library);
  CbEntryList *list = g_object_new (CB_TYPE_ENTRY_LIST, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view;
  GtkAdjustment *adjustment;
  double page;
  guint n_first;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  /* The focus is in the search, as it is while one types. */
  gtk_box_append (GTK_BOX (box), gtk_entry_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (list), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  gtk_window_set_child (GTK_WINDOW (window), box);
  cb_entry_list_setup (list, context, cb_catalog_get_groups (ui_test_catalog ()), TRUE,
                       CB_ENTRY_LIST_BY_SCROLLING);
  gtk_window_present (GTK_WINDOW (window));
  view = ui_test_find (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW, NULL);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  g_assert_cmpuint (count_rows (list), <, 64);
  /* Now that it has a size, a list that begins anew has the rows that fill it, and few more. */
  cb_entry_list_select_first (list);
  n_first = count_rows (list);
  g_assert_cmpuint (n_first, <, 32);
  page = gtk_adjustment_get_page_size (adjustment);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, page);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <, 2 * page);

  cb_entry_list_move (list, 50);
  g_assert_cmpuint (cb_entry_list_get_n_items (list), >, 200);
  g_assert_cmpuint (count_rows (list), >, 50);
  cb_entry_list_select_first (list);
  g_assert_cmpuint (count_rows (list), ==, n_first);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_cmpuint (count_rows (list), >, n_first);
  cb_entry_list_select_first (list);
  g_assert_cmpuint (count_rows (list), ==, n_first);

  cb_entry_list_select (list, ui_test_entry ("status:404"));
  g_assert_true (cb_entry_list_get_selected (list) == ui_test_entry ("status:404"));
  cb_entry_list_select_first (list);
  g_assert_cmpuint (count_rows (list), ==, n_first);

  cb_entry_list_grab_focus (list);
  g_assert_cmpuint (count_rows (list), >, 128);
  /* What has the focus does not lose its row. */
  cb_entry_list_select_first (list);
  g_assert_cmpuint (count_rows (list), >, 128);

  gtk_window_destroy (GTK_WINDOW (window));
}

static GskRenderNode *
draw_symbol (void)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  cb_draw_symbol (snapshot, "cb-4xx-symbolic", 16, 0, 0, &(GdkRGBA){ 0, 0, 0, 1 });

  return gtk_snapshot_free_to_node (snapshot);
}

/* GTK paints anew what has another path than before, even if it is the same by its looks. */
static void
test_symbol (void)
{
  g_autoptr (GskRenderNode) node = draw_symbol ();
  g_autoptr (GskRenderNode) again = draw_symbol ();

  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_FILL_NODE);
  g_assert_true (gsk_fill_node_get_path (node) == gsk_fill_node_get_path (again));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/row/texts", test_texts);
  g_test_add_func ("/row/language", test_language);
  g_test_add_func ("/row/reasons", test_reasons);
  g_test_add_func ("/row/heights", test_heights);
  g_test_add_func ("/row/room", test_room);
  g_test_add_func ("/row/symbol", test_symbol);
  g_test_add_func ("/list/all", test_list);
  g_test_add_func ("/list/growth", test_growth);

  return g_test_run ();
}
