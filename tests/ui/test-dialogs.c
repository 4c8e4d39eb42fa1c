/* test-dialogs.c: tests of dialogs whose window changes its size, or what it shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui-test.h"

/* On either side of the sizes where libadwaita turns a dialog into a sheet at the bottom. */
#define WIDE 900
#define NARROW 400
#define HIGH 600
#define LOW 320
/* What the frame of a window takes of it, at most. */
#define FRAME 20

typedef struct
{
  CbLibrary *library;
  CbWindow *window;
} Fixture;

static void
set_size (Fixture *fixture, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
}

static gboolean
has_size (Fixture *fixture, int width, int height)
{
  return ABS (gtk_widget_get_width (GTK_WIDGET (fixture->window)) - width) <= FRAME
         && ABS (gtk_widget_get_height (GTK_WIDGET (fixture->window)) - height) <= FRAME;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = ui_test_library ();
  fixture->window = ui_test_window (fixture->library);
  set_size (fixture, WIDE, HIGH);
  wait_until (has_size (fixture, WIDE, HIGH));
  ui_test_settle ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ui_test_settle ();
  ui_test_close (fixture->window);
  g_object_unref (fixture->library);
}

static AdwDialog *
open_dialog (Fixture *fixture, const char *action)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ui_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (dialog)));

  return dialog;
}

typedef struct
{
  const char *action;
  int width;
  int height;
  gboolean size_first;
} Case;

static const Case cases[] = {
  { "win.preferences", NARROW, HIGH, FALSE },   { "win.preferences", WIDE, LOW, TRUE },
  { "win.about", NARROW, HIGH, TRUE },          { "win.about", WIDE, LOW, FALSE },
  { "win.show-shortcuts", NARROW, LOW, FALSE }, { "win.show-shortcuts", NARROW, LOW, TRUE },
};

/* Either may come first, and both before the next frame: the dialog goes, and takes nothing with it
 * that libadwaita still needs. */
static void
test_fading (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      AdwDialog *dialog = open_dialog (fixture, one->action);

      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
      if (one->size_first)
        set_size (fixture, one->width, one->height);
      g_assert_true (adw_dialog_close (dialog));
      if (!one->size_first)
        set_size (fixture, one->width, one->height);
      /* Not gone at once: otherwise there was nothing to see. */
      g_assert_nonnull (dialog);
      wait_until (has_size (fixture, one->width, one->height));
      wait_until (dialog == NULL);
      ui_test_settle ();
      set_size (fixture, WIDE, HIGH);
      wait_until (has_size (fixture, WIDE, HIGH));
      ui_test_settle ();
    }
}

static gboolean
has_focus_within (Fixture *fixture, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, widget);
}

/* What libadwaita shows a dialog in: its form in a large window, or in a small one. */
static GtkWidget *
find_sheet (AdwDialog *dialog, gboolean small)
{
  GType type = g_type_from_name (small ? "AdwBottomSheet" : "AdwFloatingSheet");

  g_assert_cmpuint (type, !=, G_TYPE_INVALID);

  return ui_test_find (GTK_WIDGET (dialog), type, NULL);
}

/* A dialog that changes its form keeps the focus where it is, and nothing of the old form stays. */
static void
test_resized (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = open_dialog (fixture, "win.preferences");
  GtkWidget *focus;

  wait_until (has_focus_within (fixture, dialog));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < 4; i++)
    {
      gboolean small = i % 2 == 0;
      int width = small ? NARROW : WIDE;
      GtkWidget *sheet = find_sheet (dialog, !small);

      g_assert_nonnull (sheet);
      g_object_add_weak_pointer (G_OBJECT (sheet), (gpointer *)&sheet);
      set_size (fixture, width, HIGH);
      wait_until (has_size (fixture, width, HIGH) && find_sheet (dialog, small) != NULL);
      wait_until (sheet == NULL);
      ui_test_settle ();
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
      g_assert_true (gtk_widget_get_mapped (focus));
    }
  g_assert_true (adw_dialog_close (dialog));
}

/* What had the focus before the dialog is gone when that is closed, as it is after the language was
 * changed in it: the focus is in the window all the same, and nothing of the dialog stays. */
static void
test_remade (Fixture *fixture, gconstpointer data)
{
  gboolean small = GPOINTER_TO_INT (data);
  int width = small ? NARROW : WIDE;
  AdwDialog *dialog;
  GtkWidget *sheet;
  GtkWidget *there;

  set_size (fixture, width, HIGH);
  wait_until (has_size (fixture, width, HIGH));
  cb_sidebar_focus_search (cb_view_get_sidebar (cb_window_get_view (fixture->window)));
  dialog = open_dialog (fixture, "win.preferences");
  sheet = gtk_widget_get_last_child (find_sheet (dialog, small));
  wait_until (has_focus_within (fixture, sheet));
  g_object_add_weak_pointer (G_OBJECT (sheet), (gpointer *)&sheet);
  cb_window_rebuild (fixture->window);
  ui_test_settle ();
  g_assert_true (has_focus_within (fixture, sheet));
  g_assert_true (adw_dialog_close (dialog));
  g_assert_true (has_focus_within (fixture, cb_window_get_view (fixture->window)));
  /* Nor does it go back into it while that can still be seen, be it by a click. */
  g_assert_nonnull (sheet);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD));
  there = gtk_widget_pick (GTK_WIDGET (fixture->window), width / 2, HIGH * 3 / 4, GTK_PICK_DEFAULT);
  g_assert_nonnull (there);
  g_assert_true (gtk_widget_is_ancestor (there, GTK_WIDGET (cb_window_get_view (fixture->window))));
  wait_until (sheet == NULL);
}

/* A language is chosen from a list, which has the focus and closes, and all that is in the dialog
 * is made anew: nothing of the list stays, and the focus is in the dialog. */
static void
test_language (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = open_dialog (fixture, "win.preferences");
  GtkWidget *row = ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL);
  GtkWidget *popover = ui_test_find (row, GTK_TYPE_POPOVER, NULL);

  wait_until (has_focus_within (fixture, dialog));
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *)&popover);
  gtk_popover_popup (GTK_POPOVER (popover));
  wait_until (has_focus_within (fixture, popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_settings_set_string (ui_test_settings (), "language", "ko");
  wait_until (popover == NULL);
  wait_until (has_focus_within (fixture, dialog));
  g_settings_reset (ui_test_settings (), "language");
  ui_test_settle ();
  g_assert_true (adw_dialog_close (dialog));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/dialogs/fading", Fixture, NULL, set_up, test_fading, tear_down);
  g_test_add ("/dialogs/resized", Fixture, NULL, set_up, test_resized, tear_down);
  g_test_add ("/dialogs/remade", Fixture, GINT_TO_POINTER (FALSE), set_up, test_remade, tear_down);
  g_test_add ("/dialogs/remade-small", Fixture, GINT_TO_POINTER (TRUE), set_up, test_remade,
              tear_down);
  g_test_add ("/dialogs/language", Fixture, NULL, set_up, test_language, tear_down);

  return g_test_run ();
}
