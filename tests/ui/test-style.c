/* test-style.c: tests that the colours of a window follow the style, also while it is open */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui-test.h"

#define RESOURCES "/io/github/codebook/Codebook/"

typedef struct
{
  CbLibrary *library;
  CbWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = ui_test_library ();
  fixture->window = ui_test_window (fixture->library);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->library);
}

typedef struct
{
  const char *name;
  GtkWidget *found;
} Named;

static void
compare (GtkWidget *widget, gpointer user_data)
{
  Named *named = user_data;

  if (gtk_widget_has_css_class (widget, named->name))
    named->found = widget;
}

static GtkWidget *
find_class (CbWindow *window, const char *name)
{
  Named named = { name, NULL };

  ui_test_visit (GTK_WIDGET (window), compare, &named);
  g_assert_nonnull (named.found);

  return named.found;
}

static void
assert_color (GtkWidget *widget, const char *wanted)
{
  g_autofree char *text = NULL;
  GdkRGBA color, other;

  gtk_widget_get_color (widget, &color);
  text = gdk_rgba_to_string (&color);
  g_assert_true (gdk_rgba_parse (&other, wanted));
  g_test_message ("%s, and %s is wanted", text, wanted);
  g_assert_true (gdk_rgba_equal (&color, &other));
}

static gboolean
is_alpha (PangoAttribute *attribute, gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_FOREGROUND_ALPHA;
}

static void
set_scheme (AdwColorScheme scheme)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  ui_test_settle ();
}

static void
test_dark (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tinted = find_class (fixture->window, "cb-4xx");
  CbWindow *other;

  assert_color (tinted, "#96410a");
  set_scheme (ADW_COLOR_SCHEME_FORCE_DARK);
  assert_color (tinted, "#ffb46b");
  other = ui_test_window (fixture->library);
  assert_color (find_class (other, "cb-4xx"), "#ffb46b");
  set_scheme (ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_color (tinted, "#96410a");
  assert_color (find_class (other, "cb-4xx"), "#96410a");
  ui_test_close (other);
}

/* Whether a part of a label is drawn lighter than the rest. */
static gboolean
is_dimmed (GtkWidget *label)
{
  g_autoptr (PangoAttrList) dims = NULL;
  g_autoptr (PangoAttrList) attributes
      = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));

  dims = pango_attr_list_filter (attributes, is_alpha, NULL);

  return dims != NULL;
}

static void
test_high_contrast (Fixture *fixture, gconstpointer data)
{
  /* What GNOME's settings set; in tests it is kept in memory. */
  g_autoptr (GSettings) settings = g_settings_new ("org.gnome.desktop.a11y.interface");

  cb_window_open (fixture->window, ui_test_entry ("status:404"));
  g_assert_true (is_dimmed (find_class (fixture->window, "cb-heading-1")));
  g_settings_set_boolean (settings, "high-contrast", TRUE);
  ui_test_settle ();
  assert_color (find_class (fixture->window, "cb-4xx"), "#702f05");
  g_assert_false (is_dimmed (find_class (fixture->window, "cb-heading-1")));
  set_scheme (ADW_COLOR_SCHEME_FORCE_DARK);
  assert_color (find_class (fixture->window, "cb-4xx"), "#ffd9b0");
  g_settings_set_boolean (settings, "high-contrast", FALSE);
  ui_test_settle ();
  assert_color (find_class (fixture->window, "cb-4xx"), "#ffb46b");
  g_assert_true (is_dimmed (find_class (fixture->window, "cb-heading-1")));
}

/* Newer versions of libadwaita warn of these, which it loads by itself. */
static void
test_sheets (void)
{
  static const char *const names[] = { "style-dark.css", "style-hc.css", "style-hc-dark.css" };

  g_assert_true (
      g_resources_get_info (RESOURCES "style.css", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat (RESOURCES, names[i], NULL);

      g_assert_false (g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/style/dark", Fixture, NULL, set_up, test_dark, tear_down);
  g_test_add ("/style/high-contrast", Fixture, NULL, set_up, test_high_contrast, tear_down);
  g_test_add_func ("/style/sheets", test_sheets);

  return g_test_run ();
}
