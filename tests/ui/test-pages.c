/* test-pages.c: tests that every page can be made, says what it should, and needs no mouse */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-page.h"
#include "cb-page-builder.h"
#include "cb-exchange.h"
#include "cb-pair.h"
#include "cb-rich-text.h"
#include "cb-start-page.h"
#include "ui-test.h"

/* What can be clicked has a name, be it a label of its own, a tooltip, or text within. */
static void
check_named (GtkWidget *widget, gpointer user_data)
{
  const char *id = user_data;
  gboolean named;

  if (!GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (widget) && !GTK_IS_LIST_BOX_ROW (widget))
    return;
  if (GTK_IS_LIST_BOX_ROW (widget) && !gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)))
    return;
  named
      = gtk_widget_get_tooltip_text (widget) != NULL
        || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
        || ui_test_find (widget, GTK_TYPE_LABEL, NULL) != NULL;
  if (!named)
    g_test_message ("%s: a %s without a name", id, G_OBJECT_TYPE_NAME (widget));
  g_assert_true (named);
}

/* Only what does something stops the Tab key: body text is for the mouse, unless it holds a link.
 */
static void
check_stops (GtkWidget *widget, gpointer user_data)
{
  if (!GTK_IS_LABEL (widget) || !gtk_label_get_selectable (GTK_LABEL (widget))
      || !gtk_widget_get_can_focus (widget))
    return;
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (widget)), "<a href"));
}

static void
check_figure (GtkWidget *widget, gpointer user_data)
{
  if (!CB_IS_EXCHANGE (widget))
    return;
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  (*(guint *)user_data)++;
}

/* All that is written in a drawing is within its sides. */
static void
check_texts (GskRenderNode *node, float x, int width, guint *n_texts)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);
  graphene_rect_t bounds;
  float dx, dy;

  if (type == GSK_CONTAINER_NODE)
    {
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        check_texts (gsk_container_node_get_child (node, i), x, width, n_texts);
    }
  else if (type == GSK_TRANSFORM_NODE)
    {
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
      check_texts (gsk_transform_node_get_child (node), x + dx, width, n_texts);
    }
  else if (type == GSK_TEXT_NODE)
    {
      gsk_render_node_get_bounds (node, &bounds);
      g_assert_cmpfloat (x + bounds.origin.x, >=, -1);
      g_assert_cmpfloat (x + bounds.origin.x + bounds.size.width, <=, width + 1);
      (*n_texts)++;
    }
}

static void
check_drawing (GtkWidget *widget, gpointer user_data)
{
  static const int widths[] = { 240, 312, 560 };

  if (!CB_IS_EXCHANGE (widget))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      int height;

      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, widths[i], &height, NULL, NULL, NULL);
      gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, widths[i], height }, -1);
      GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
      node = gtk_snapshot_to_node (snapshot);
      check_texts (node, 0, widths[i], user_data);
    }
}

static GtkWidget *
make_page (CbLibrary *library, CbEntry *entry, CbLanguage first, gboolean both)
{
  CbPageStyle style = { library, NULL, first, both };

  return g_object_ref_sink (cb_entry_page_new (&style, entry, TRUE));
}

static void
test_every_entry (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  guint n_figures = 0;

  for (guint i = 0; i < cb_catalog_get_n_entries (ui_test_catalog ()); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (ui_test_catalog (), i);

      for (CbLanguage language = CB_LANGUAGE_EN; language <= CB_LANGUAGE_KO; language++)
        {
          g_autoptr (GtkWidget) page = make_page (library, entry, language, i % 2 == 0);
          const char *title = cb_entry_get_kind (entry) == CB_ENTRY_METHOD
                                  ? cb_entry_get_token (entry)
                                  : cb_entry_get_title (entry)->in[language];

          g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, title));
          ui_test_visit (page, check_named, (gpointer)cb_entry_get_id (entry));
          ui_test_visit (page, check_stops, NULL);
          ui_test_visit (page, check_figure, &n_figures);
          g_object_run_dispose (G_OBJECT (page));
          g_object_run_dispose (G_OBJECT (page));
        }
    }
  g_assert_cmpuint (n_figures, >, 0);
}

/* GTK takes the height for no width in particular as the least there is, and warns of a widget that
 * asks for less. */
static void
check_pair (GtkWidget *widget, gpointer user_data)
{
  int least, height, least_width;

  if (!CB_IS_PAIR (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  for (int width = MAX (least_width, 200); width < 1200; width += 250)
    {
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, >=, least);
    }
  (*(guint *)user_data)++;
}

static int
get_least_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static void
check_sizes (CbLibrary *library, CbEntry *entry, CbLanguage first, int percent, guint *n_pairs)
{
  g_autoptr (GtkWidget) page = make_page (library, entry, first, TRUE);
  GtkWidget *clamp = ui_test_find (page, ADW_TYPE_CLAMP, NULL);
  gboolean has_table = ui_test_find (page, GTK_TYPE_GRID, NULL) != NULL;
  int width;

  ui_test_visit (page, check_pair, n_pairs);
  g_assert_cmpint (get_least_width (page), <=, 360);
  width = get_least_width (clamp);
  /* A word in large letters may have to be scrolled to, and so may a table. */
  if (percent == 100 && !has_table)
    {
      if (width > 360)
        g_test_message ("%s is %d wide", cb_entry_get_id (entry), width);
      g_assert_cmpint (width, <=, 360);
    }
  /* GTK itself warns of what contradicts itself. */
  gtk_widget_measure (clamp, GTK_ORIENTATION_VERTICAL, MAX (width, 360), NULL, NULL, NULL, NULL);
  gtk_widget_measure (clamp, GTK_ORIENTATION_VERTICAL, 720, NULL, NULL, NULL, NULL);
}

/* No page asks for more width than a phone has, be the text as large as it may, and more width
 * never needs more height. */
static void
test_sizes (gconstpointer data)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  int percent = GPOINTER_TO_INT (data);
  guint n_pairs = 0;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", percent * 96 / 100 * PANGO_SCALE,
                "gtk-font-name", "Cantarell 11", NULL);
  /* Each order of the languages on every other page; of the large ones a third. */
  for (guint i = 0; i < cb_catalog_get_n_entries (ui_test_catalog ()); i += percent == 100 ? 1 : 3)
    {
      CbEntry *entry = cb_catalog_get_entry (ui_test_catalog (), i);
      CbLanguage first = i % 2 == 0 ? CB_LANGUAGE_KO : CB_LANGUAGE_EN;

      check_sizes (library, entry, first, percent, &n_pairs);
    }
  g_assert_cmpuint (n_pairs, >, 0);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
}

/* A name in code, such as that of a header field, is not broken at its hyphens. */
static void
test_code_is_whole (void)
{
  static const struct
  {
    const char *text;
    gboolean breaks;
  } cases[] = {
    { "`If-Modified-Since`", FALSE },
    { "`If-Modified-Since`를", FALSE },
    { "`Access-Control-Allow-Origin`", TRUE },
    { "`proxy_pass off`", TRUE },
  };
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int least, natural;

      cb_rich_text_set_label (GTK_LABEL (label), cases[i].text, CB_LANGUAGE_EN, ui_test_catalog (),
                              NULL, NULL);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
      g_assert_cmpint (least < natural, ==, cases[i].breaks);
    }
}

/* No word of a drawn exchange is cut off, in whatever language, width or size of text. */
static void
test_drawings (gconstpointer data)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  guint n_texts = 0;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                GPOINTER_TO_INT (data) * 96 / 100 * PANGO_SCALE, "gtk-font-name", "Cantarell 11",
                NULL);
  for (guint i = 0; i < cb_catalog_get_n_entries (ui_test_catalog ()); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (ui_test_catalog (), i);

      for (CbLanguage language = CB_LANGUAGE_EN; language <= CB_LANGUAGE_KO; language++)
        {
          g_autoptr (GtkWidget) page = make_page (library, entry, language, TRUE);

          ui_test_visit (page, check_drawing, &n_texts);
        }
    }
  g_assert_cmpuint (n_texts, >, 100);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
}

/* One language at a time means one language. */
static void
test_one_language (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  CbEntry *entry = ui_test_entry ("status:404");
  const CbText *summary = cb_entry_get_summary (entry);
  g_autoptr (GtkWidget) korean = make_page (library, entry, CB_LANGUAGE_KO, FALSE);
  g_autoptr (GtkWidget) both = make_page (library, entry, CB_LANGUAGE_KO, TRUE);

  g_assert_nonnull (ui_test_find (korean, GTK_TYPE_LABEL, summary->in[CB_LANGUAGE_KO]));
  g_assert_null (ui_test_find (korean, GTK_TYPE_LABEL, summary->in[CB_LANGUAGE_EN]));
  g_assert_nonnull (ui_test_find (both, GTK_TYPE_LABEL, summary->in[CB_LANGUAGE_KO]));
  g_assert_nonnull (ui_test_find (both, GTK_TYPE_LABEL, summary->in[CB_LANGUAGE_EN]));
}

static GtkWidget *
find_constant (GtkWidget *page, const char *text)
{
  GtkWidget *label = ui_test_find (page, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

static void
test_preferred_library (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  CbEntry *entry = ui_test_entry ("status:404");
  GtkWidget *row;

  g_settings_set_string (ui_test_settings (), "library", "libsoup");
  {
    g_autoptr (GtkWidget) page = make_page (library, entry, CB_LANGUAGE_EN, FALSE);

    row = find_constant (page, "SOUP_STATUS_NOT_FOUND");
    g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 0);
  }
  g_settings_reset (ui_test_settings (), "library");
  {
    g_autoptr (GtkWidget) page = make_page (library, entry, CB_LANGUAGE_EN, FALSE);

    row = find_constant (page, "SOUP_STATUS_NOT_FOUND");
    g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), >, 0);
  }
}

static int
get_height (CbLibrary *library, CbEntry *entry, gboolean both, gboolean at_once, int width)
{
  CbPageStyle style = { library, NULL, CB_LANGUAGE_EN, both };
  g_autoptr (GtkWidget) page = g_object_ref_sink (cb_entry_page_new (&style, entry, at_once));
  int height;

  gtk_widget_measure (ui_test_find (page, ADW_TYPE_CLAMP, NULL), GTK_ORIENTATION_VERTICAL, width,
                      NULL, &height, NULL, NULL);

  return height;
}

/* What is built of a page before the first frame fills the window, so that nothing comes later that
 * is seen. Returns whether some of the page is left for later. */
static gboolean
check_first_part (CbLibrary *library, CbEntry *entry, gboolean both, int width, int height)
{
  /* The height of a header bar, and the width of the list, where the two are side by side. */
  int seen = height - 46;
  int page_width = width > 740 ? width - CLAMP (width * 32 / 100, 300, 380) : width;
  int first = get_height (library, entry, both, FALSE, page_width);
  int all = get_height (library, entry, both, TRUE, page_width);

  if (first < MIN (all, seen))
    g_test_message ("%s: %d of %d in a window of %d × %d", cb_entry_get_id (entry), first, all,
                    width, height);
  g_assert_cmpint (first, >=, MIN (all, seen));

  return first < all;
}

static void
test_first_part (void)
{
  static const int sizes[][2] = { { 1000, 700 }, { 360, 640 }, { 1400, 1000 } };
  g_autoptr (CbLibrary) library = ui_test_library ();
  guint n_left = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_settings_set_int (ui_test_settings (), "window-width", sizes[i][0]);
      g_settings_set_int (ui_test_settings (), "window-height", sizes[i][1]);
      for (guint k = i; k < cb_catalog_get_n_entries (ui_test_catalog ()); k += 9)
        if (check_first_part (library, cb_catalog_get_entry (ui_test_catalog (), k), k % 2 == 0,
                              sizes[i][0], sizes[i][1]))
          n_left++;
    }
  g_assert_cmpuint (n_left, >, 0);

  g_settings_reset (ui_test_settings (), "window-width");
  g_settings_reset (ui_test_settings (), "window-height");
}

static void
append_text (GtkWidget *widget, gpointer user_data)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (user_data, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
}

/* Builds a page, its first lines by themselves if there are any. Returns its texts, its height, and
 * how many widgets the box has that they are in. */
static char *
build_parts (CbLibrary *library, CbEntry *entry, guint n_lines, int *height, guint *n_children)
{
  CbPageStyle style = { library, NULL, CB_LANGUAGE_EN, TRUE };
  g_autoptr (GtkWidget) tags = g_object_ref_sink (adw_wrap_box_new ());
  g_autoptr (GtkWidget) content = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  CbPageBuilder *builder
      = cb_page_builder_new (&style, entry, ADW_WRAP_BOX (tags), GTK_BOX (content));
  GString *text = g_string_new (NULL);

  gtk_widget_add_css_class (content, "cb-content");
  if (n_lines > 0)
    cb_page_builder_build (builder, n_lines, 100);
  cb_page_builder_build (builder, G_MAXUINT, 1);
  cb_page_builder_free (builder);

  ui_test_visit (content, append_text, text);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, 700, NULL, height, NULL, NULL);
  *n_children = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    (*n_children)++;

  return g_string_free_and_steal (text);
}

/* A page that is built in two parts is the same as one that is built at once; its box has one more
 * child for the second. */
static void
test_parts (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();

  for (guint i = 0; i < cb_catalog_get_n_entries (ui_test_catalog ()); i += 19)
    {
      CbEntry *entry = cb_catalog_get_entry (ui_test_catalog (), i);
      int whole_height, height;
      guint n_whole, n_children;
      g_autofree char *whole = build_parts (library, entry, 0, &whole_height, &n_whole);

      for (guint n_lines = 1; n_lines < 40; n_lines += 6)
        {
          g_autofree char *text = build_parts (library, entry, n_lines, &height, &n_children);

          g_assert_cmpstr (text, ==, whole);
          g_assert_cmpint (height, ==, whole_height);
          if (n_lines == 1)
            g_assert_cmpuint (n_children, <=, 2);
        }
    }
}

static void
collect_sizes (GtkWidget *widget, gpointer user_data)
{
  PangoLayout *layout = GTK_IS_LABEL (widget) ? gtk_label_get_layout (GTK_LABEL (widget)) : NULL;
  PangoLayoutIter *iter = layout != NULL ? pango_layout_get_iter (layout) : NULL;
  const PangoLayoutRun *run;

  if (iter == NULL)
    return;
  do
    {
      run = pango_layout_iter_get_run_readonly (iter);
      if (run != NULL)
        {
          PangoFont *font = run->item->analysis.font;
          PangoFontDescription *description = pango_font_describe_with_absolute_size (font);
          int size = pango_font_description_get_size (description);

          /* Text of a fixed width goes by a size of its own. */
          if (!pango_font_family_is_monospace (
                  pango_font_face_get_family (pango_font_get_face (font))))
            g_hash_table_add (user_data, GINT_TO_POINTER (size));
          pango_font_description_free (description);
        }
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

static void
check_no_language (GtkWidget *widget, gpointer user_data)
{
  PangoAttrList *attributes
      = GTK_IS_LABEL (widget) ? gtk_label_get_attributes (GTK_LABEL (widget)) : NULL;
  GSList *list = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;

  for (GSList *l = list; l != NULL; l = l->next)
    g_assert_cmpint (((PangoAttribute *)l->data)->klass->type, !=, PANGO_ATTR_LANGUAGE);
  g_slist_free_full (list, (GDestroyNotify)pango_attribute_destroy);
}

/* Each language that a text says it is in has its fonts looked up. */
static void
test_no_language (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  CbEntry *entry = ui_test_entry ("status:404");
  g_autoptr (GtkWidget) page = make_page (library, entry, CB_LANGUAGE_KO, TRUE);

  ui_test_visit (page, check_no_language, NULL);
  g_object_run_dispose (G_OBJECT (page));
}

/* Each size has its fonts looked up, and its letters drawn and kept: there are no two that nobody
 * could tell apart. */
static void
test_font_sizes (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  CbEntry *entry = ui_test_entry ("status:404");
  g_autoptr (GtkWidget) page = make_page (library, entry, CB_LANGUAGE_EN, TRUE);
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);
  g_autofree gpointer *keys = NULL;
  guint n_sizes;

  ui_test_visit (page, collect_sizes, sizes);
  keys = g_hash_table_get_keys_as_array (sizes, &n_sizes);
  g_assert_cmpuint (n_sizes, >, 4);
  for (guint i = 0; i < n_sizes; i++)
    {
      for (guint k = 0; k < i; k++)
        g_assert_cmpint (ABS (GPOINTER_TO_INT (keys[i]) - GPOINTER_TO_INT (keys[k])), >,
                         PANGO_SCALE * 3 / 4);
    }
  g_object_run_dispose (G_OBJECT (page));
}

static void
test_start_page (void)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (cb_start_page_new (library));
  CbEntry *entry = ui_test_entry ("status:404");
  GtkWidget *label = ui_test_find (page, GTK_TYPE_LABEL, "Favorites");

  ui_test_visit (page, check_named, (gpointer) "start page");
  g_assert_nonnull (label);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (label)));
  cb_shelf_add (cb_library_get_favorites (library), entry, 0);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (label)));
  g_assert_nonnull (ui_test_find (gtk_widget_get_parent (label), GTK_TYPE_LABEL, "Not Found"));
  cb_shelf_remove (cb_library_get_favorites (library), entry);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (label)));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/pages/every-entry", test_every_entry);
  g_test_add_data_func ("/pages/sizes/100", GINT_TO_POINTER (100), test_sizes);
  g_test_add_data_func ("/pages/sizes/200", GINT_TO_POINTER (200), test_sizes);
  g_test_add_func ("/pages/code-is-whole", test_code_is_whole);
  g_test_add_data_func ("/pages/drawings/100", GINT_TO_POINTER (100), test_drawings);
  g_test_add_data_func ("/pages/drawings/200", GINT_TO_POINTER (200), test_drawings);
  g_test_add_func ("/pages/one-language", test_one_language);
  g_test_add_func ("/pages/preferred-library", test_preferred_library);
  g_test_add_func ("/pages/first-part", test_first_part);
  g_test_add_func ("/pages/parts", test_parts);
  g_test_add_func ("/pages/no-language", test_no_language);
  g_test_add_func ("/pages/font-sizes", test_font_sizes);
  g_test_add_func ("/pages/start", test_start_page);

  return g_test_run ();
}
