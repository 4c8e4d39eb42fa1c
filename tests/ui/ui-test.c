/* ui-test.c: what the tests of the window share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-row.h"
#include "ui-test.h"

/* The tests of one program share what is costly and never changes. */
static CbCatalog *shared_catalog;
static GSettings *shared_settings;
static AdwApplication *shared_application;

void
ui_test_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  shared_application = adw_application_new ("io.github.codebook.Test", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (shared_application),
                                        "/io/github/codebook/Codebook");
  g_application_register (G_APPLICATION (shared_application), NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

CbCatalog *
ui_test_catalog (void)
{
  g_autoptr (GError) error = NULL;

  if (shared_catalog == NULL)
    shared_catalog = cb_catalog_new (&error);
  g_assert_no_error (error);

  return shared_catalog;
}

CbEntry *
ui_test_entry (const char *id)
{
  CbEntry *entry = cb_catalog_lookup (ui_test_catalog (), id);

  g_assert_nonnull (entry);

  return entry;
}

GSettings *
ui_test_settings (void)
{
  if (shared_settings == NULL)
    shared_settings = g_settings_new (APPLICATION_ID);

  return shared_settings;
}

CbLibrary *
ui_test_library (void)
{
  return cb_library_new (ui_test_catalog (), NULL, ui_test_settings (), NULL);
}

CbWindow *
ui_test_window (CbLibrary *library)
{
  CbWindow *window = cb_window_new (GTK_APPLICATION (shared_application), library);

  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  ui_test_settle ();

  return window;
}

void
ui_test_close (CbWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

/* Lets everything that is due happen, and two frames be drawn. */
void
ui_test_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 10;

  while (g_get_monotonic_time () < end || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

void
ui_test_visit (GtkWidget *widget, UiVisit visit, gpointer user_data)
{
  visit (widget, user_data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_test_visit (child, visit, user_data);
}

typedef struct
{
  GType type;
  const char *text;
  GtkWidget *found;
} Search;

static void
compare (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;

  if (search->found != NULL || !g_type_is_a (G_OBJECT_TYPE (widget), search->type))
    return;
  if (search->text == NULL
      || (GTK_IS_LABEL (widget)
          && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), search->text)))
    search->found = widget;
}

/* The first widget of a type, and, for labels, with a text. */
GtkWidget *
ui_test_find (GtkWidget *widget, GType type, const char *text)
{
  Search search = { type, text, NULL };

  ui_test_visit (widget, compare, &search);

  return search.found;
}

typedef struct
{
  CbEntry *entry;
  GtkWidget *row;
} RowSearch;

static void
compare_row (GtkWidget *widget, gpointer user_data)
{
  RowSearch *search = user_data;

  if (CB_IS_ROW (widget) && gtk_widget_get_mapped (widget)
      && cb_row_get_entry (CB_ROW (widget)) == search->entry)
    search->row = widget;
}

/* The row of an entry that is shown. */
GtkWidget *
ui_test_find_row (GtkWidget *widget, CbEntry *entry)
{
  RowSearch search = { entry, NULL };

  ui_test_visit (widget, compare_row, &search);

  return search.row;
}
