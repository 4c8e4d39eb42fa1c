/* test-window.c: tests of what a reader is told when favourites cannot be read or saved, and of
 * endless queries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>

#include <glib/gstdio.h>

#include "cb-application.h"
#include "cb-fault.h"
#include "ui-test.h"

#define LONG (1024 * 1024)

/* As in the file, and where the application looks for it. */
#define OLD "status:404\nstatus:410\n"

static char *home;

typedef struct
{
  char *folder;
  char *path;
  CbApplication *application;
  CbWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, int error)
{
  fixture->folder = g_build_filename (home, DEVELOPMENT ? "codebook-devel" : "codebook", NULL);
  fixture->path = g_build_filename (fixture->folder, "favorites", NULL);
  g_assert_no_errno (g_mkdir_with_parents (fixture->folder, 0700));
  g_assert_true (g_file_set_contents (fixture->path, OLD, -1, NULL));
  cb_fault_watch (fixture->folder);
  if (error != 0)
    cb_fault_set (CB_FAULT_READ, error, 0);

  fixture->application = cb_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  g_application_activate (G_APPLICATION (fixture->application));
  fixture->window
      = CB_WINDOW (gtk_application_get_windows (GTK_APPLICATION (fixture->application))->data);
}

static void
tear_down (Fixture *fixture)
{
  g_autofree char *text = NULL;

  ui_test_close (fixture->window);
  cb_fault_watch (NULL);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, OLD);
  g_object_unref (fixture->application);
  g_free (fixture->folder);
  g_free (fixture->path);
}

typedef struct
{
  const char *begin;
  const char *end;
  gboolean found;
} Words;

static void
look_for_words (GtkWidget *widget, gpointer user_data)
{
  Words *words = user_data;
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  words->found |= g_str_has_prefix (text, words->begin) && g_str_has_suffix (text, words->end);
}

static gboolean
says (Fixture *fixture, const char *begin, int error)
{
  Words words = { begin, g_strerror (error), FALSE };

  ui_test_visit (GTK_WIDGET (fixture->window), look_for_words, &words);

  return words.found;
}

static void
test_unreadable (Fixture *fixture, int error)
{
  wait_until (
      says (fixture, "Your favorites could not be read, and changes will not be saved: ", error));
}

static void
test_full (Fixture *fixture, int error)
{
  CbLibrary *library = cb_window_get_library (fixture->window);
  GListModel *favorites = G_LIST_MODEL (cb_library_get_favorites (library));

  wait_until (g_list_model_get_n_items (favorites) == 2);
  cb_fault_set (CB_FAULT_WRITE, ENOSPC, 7);
  cb_window_open (fixture->window,
                  cb_catalog_lookup (cb_library_get_catalog (library), "method:GET"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.favorite", NULL));
  wait_until (says (fixture, "Your favorites could not be saved: ", ENOSPC));
  g_assert_cmpuint (g_list_model_get_n_items (favorites), ==, 3);
}

static void
test_long_query (Fixture *fixture, int error)
{
  static const char *const pieces[]
      = { "x", "가", "404 ", "not found ", "\"", "한글error", " ", "4", "🙂" };
  CbSidebar *sidebar = cb_view_get_sidebar (cb_window_get_view (fixture->window));

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_sized_new (LONG + 16);

      while (text->len < LONG)
        g_string_append (text, pieces[i]);
      cb_window_search (fixture->window, text->str);
      /* GTK itself cuts it at 65534 characters. */
      g_assert_true (g_str_has_prefix (text->str, cb_sidebar_get_text (sidebar)));
      g_assert_cmpuint (strlen (cb_sidebar_get_text (sidebar)), >, 65000);
      while (g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
      cb_sidebar_set_text (sidebar, "404");
    }
}

typedef struct
{
  const char *path;
  void (*func) (Fixture *fixture, int error);
  /* With which the file cannot be read. */
  int error;
} Case;

static const Case cases[] = {
  { "/window/denied", test_unreadable, EACCES },
  { "/window/broken", test_unreadable, EIO },
  { "/window/full", test_full, 0 },
  { "/window/long-query", test_long_query, 0 },
};

/* Each in a process of its own, for there is one application in each. */
static void
test_case (gconstpointer data)
{
  const Case *self = data;
  Fixture fixture = { 0 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  set_up (&fixture, self->error);
  self->func (&fixture, self->error);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  home = g_dir_make_tmp ("codebook-faults-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);

  return g_test_run ();
}
