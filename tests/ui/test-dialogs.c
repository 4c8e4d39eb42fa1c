/* test-dialogs.c: tests of dialogs that fade away while the window changes its size */
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

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/dialogs/fading", Fixture, NULL, set_up, test_fading, tear_down);

  return g_test_run ();
}
