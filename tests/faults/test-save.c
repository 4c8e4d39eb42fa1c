/* test-save.c: tests that favourites outlive a disk that is full or broken, and a sudden end */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "cb-fault.h"
#include "cb-shelf.h"

#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 deadline_ = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;                              \
    while (!(condition))                                                                           \
      {                                                                                            \
        g_assert_cmpint (g_get_monotonic_time (), <, deadline_);                                   \
        g_main_context_iteration (NULL, FALSE);                                                    \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

#define OLD "status:404\nstatus:410\n"
#define NEW OLD "method:GET\n"
#define N_KILLS 40

static const char *program;
static CbCatalog *catalog;

typedef struct
{
  char *folder;
  char *path;
  CbShelf *shelf;
  guint n_failures;
  gboolean reading;
  char *message;
} Fixture;

static CbEntry *
entry (const char *id)
{
  CbEntry *found = cb_catalog_lookup (catalog, id);

  g_assert_nonnull (found);

  return found;
}

static void
failed_cb (CbShelf *shelf, gboolean reading, const char *message, Fixture *fixture)
{
  fixture->n_failures++;
  fixture->reading = reading;
  g_set_str (&fixture->message, message);
}

static void
put (Fixture *fixture, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, length, &error);
  g_assert_no_error (error);
}

static void
assert_file (Fixture *fixture, const char *text, gsize length)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  gsize found_length;

  g_file_get_contents (fixture->path, &found, &found_length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (found, found_length, text, length);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("codebook-faults-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "favorites", NULL);
  file = g_file_new_for_path (fixture->path);
  fixture->shelf = cb_shelf_new (catalog, file, 10000);
  g_signal_connect (fixture->shelf, "failed", G_CALLBACK (failed_cb), fixture);
  put (fixture, OLD, -1);
  cb_fault_watch (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  cb_fault_watch (NULL);
  g_assert_finalize_object (fixture->shelf);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->message);
}

static void
load (CbShelf *shelf, guint n_entries)
{
  cb_shelf_load (shelf);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (shelf)) >= n_entries);
}

/* Until the thread that writes has let go of the shelf. */
static void
wait_for_save (CbShelf *shelf)
{
  wait_until (G_OBJECT (shelf)->ref_count == 1);
}

/* Nothing below would mean anything if the calls went another way. */
static void
test_calls (Fixture *fixture, gconstpointer data)
{
  load (fixture->shelf, 2);
  g_assert_cmpuint (cb_fault_n_called (CB_FAULT_READ), >, 0);
  cb_shelf_add (fixture->shelf, entry ("method:GET"), G_MAXUINT);
  wait_for_save (fixture->shelf);
  g_assert_cmpuint (cb_fault_n_called (CB_FAULT_CREATE), >, 0);
  g_assert_cmpuint (cb_fault_n_called (CB_FAULT_WRITE), >, 0);
  g_assert_cmpuint (cb_fault_n_called (CB_FAULT_SYNC), >, 0);
  g_assert_cmpuint (cb_fault_n_called (CB_FAULT_RENAME), >, 0);
  g_assert_cmpuint (fixture->n_failures, ==, 0);
  assert_file (fixture, NEW, strlen (NEW));
}

/* Whatever fails, the old file is there and nothing beside it, the reader is told why, and when it
 * works again everything is saved. */
static void
test_failures (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    CbFaultCall call;
    int error;
    guint n_bytes;
  } faults[] = {
    { CB_FAULT_CREATE, ENOSPC, 0 }, { CB_FAULT_CREATE, EROFS, 0 },  { CB_FAULT_CREATE, EACCES, 0 },
    { CB_FAULT_CREATE, EMFILE, 0 }, { CB_FAULT_WRITE, ENOSPC, 0 },  { CB_FAULT_WRITE, ENOSPC, 5 },
    { CB_FAULT_WRITE, EFBIG, 0 },   { CB_FAULT_WRITE, EIO, 0 },     { CB_FAULT_SYNC, EIO, 0 },
    { CB_FAULT_SYNC, ENOSPC, 0 },   { CB_FAULT_RENAME, EACCES, 0 }, { CB_FAULT_RENAME, EIO, 0 },
  };

  load (fixture->shelf, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      fixture->n_failures = 0;
      cb_fault_set (faults[i].call, faults[i].error, faults[i].n_bytes);
      cb_shelf_add (fixture->shelf, entry ("method:GET"), G_MAXUINT);
      wait_for_save (fixture->shelf);
      g_assert_cmpuint (fixture->n_failures, ==, 1);
      g_assert_false (fixture->reading);
      g_assert_nonnull (strstr (fixture->message, g_strerror (faults[i].error)));
      assert_file (fixture, OLD, strlen (OLD));
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
      g_assert_true (cb_shelf_contains (fixture->shelf, entry ("method:GET")));

      cb_fault_clear ();
      cb_shelf_add (fixture->shelf, entry ("method:PUT"), G_MAXUINT);
      wait_for_save (fixture->shelf);
      assert_file (fixture, NEW "method:PUT\n", strlen (NEW "method:PUT\n"));

      cb_shelf_remove (fixture->shelf, entry ("method:PUT"));
      cb_shelf_remove (fixture->shelf, entry ("method:GET"));
      wait_for_save (fixture->shelf);
      assert_file (fixture, OLD, strlen (OLD));
    }
}

/* A home that cannot be written to at all. */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "deeper", "favorites", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CbShelf) shelf = cb_shelf_new (catalog, file, 100);

  g_signal_connect (shelf, "failed", G_CALLBACK (failed_cb), fixture);
  cb_shelf_load (shelf);
  wait_for_save (shelf);
  cb_fault_set (CB_FAULT_MKDIR, EROFS, 0);
  cb_shelf_add (shelf, entry ("method:GET"), 0);
  wait_for_save (shelf);
  g_assert_cmpuint (fixture->n_failures, ==, 1);
  g_assert_cmpuint (cb_fault_n_called (CB_FAULT_MKDIR), >, 0);
}

/* What could not be read is not replaced by what little is known. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  static const int errors[] = { EACCES, EIO, ELOOP };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
      g_autoptr (CbShelf) shelf = cb_shelf_new (catalog, file, 100);

      fixture->n_failures = 0;
      g_signal_connect (shelf, "failed", G_CALLBACK (failed_cb), fixture);
      cb_fault_set (CB_FAULT_READ, errors[i], 0);
      cb_shelf_load (shelf);
      wait_until (fixture->n_failures > 0);
      g_assert_true (fixture->reading);
      g_assert_nonnull (strstr (fixture->message, g_strerror (errors[i])));
      cb_fault_clear ();
      cb_shelf_add (shelf, entry ("status:500"), 0);
      wait_for_save (shelf);
      g_assert_true (cb_shelf_contains (shelf, entry ("status:500")));
      g_assert_cmpuint (cb_fault_n_called (CB_FAULT_CREATE), ==, 0);
      assert_file (fixture, OLD, strlen (OLD));
    }
}

/* What is not understood is kept, byte for byte; what is understood around it is used. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char damaged[] = "status:404\nstatus:2999\n\xff\xfe\xec\n\nsta\0tus:404\n\0\0\n"
                                "status:410\nmethod:";
  static const char saved[] = "status:404\nstatus:410\nmethod:GET\n"
                              "status:2999\n\xff\xfe\xec\nsta\0tus:404\n\0\0\nmethod:\n";

  put (fixture, damaged, sizeof damaged - 1);
  load (fixture->shelf, 2);
  cb_shelf_add (fixture->shelf, entry ("method:GET"), G_MAXUINT);
  wait_for_save (fixture->shelf);
  assert_file (fixture, saved, sizeof saved - 1);
  g_assert_cmpuint (fixture->n_failures, ==, 0);
}

/* Whoever keeps such files elsewhere and links to them finds the link unharmed. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);

  g_assert_no_errno (g_rename (fixture->path, elsewhere));
  g_assert_no_errno (symlink (elsewhere, fixture->path));
  load (fixture->shelf, 2);
  cb_shelf_add (fixture->shelf, entry ("method:GET"), G_MAXUINT);
  wait_for_save (fixture->shelf);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_file (fixture, NEW, strlen (NEW));
}

static GSubprocess *
start_child (Fixture *fixture, const char *mode)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, mode,
                                         fixture->folder, NULL);

  g_assert_no_error (error);

  return child;
}

static gboolean
has_new (Fixture *fixture)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  if (!g_str_equal (text, OLD))
    g_assert_cmpstr (text, ==, NEW);

  return g_str_equal (text, NEW);
}

/* Killed before each call in turn, until there is none left to be killed before. */
static void
test_killed_everywhere (Fixture *fixture, gconstpointer data)
{
  guint n_old = 0, n_new = 0;

  for (guint n = 1;; n++)
    {
      g_autofree char *mode = g_strdup_printf ("%u", n);
      g_autoptr (GSubprocess) child = NULL;

      put (fixture, OLD, -1);
      child = start_child (fixture, mode);
      g_assert_true (g_subprocess_wait (child, NULL, NULL));
      if (g_subprocess_get_successful (child))
        break;
      g_assert_true (g_subprocess_get_if_signaled (child));
      g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
      if (has_new (fixture))
        n_new++;
      else
        n_old++;
    }
  g_assert_true (has_new (fixture));
  g_test_message ("killed at %u points: %u times the old file, %u times the new", n_old + n_new,
                  n_old, n_new);
  g_assert_cmpuint (n_old, >=, 4);
}

/* Killed at any time while it saves over and over. */
static void
test_killed_at_random (Fixture *fixture, gconstpointer data)
{
  guint n_new = 0;

  put (fixture, OLD, -1);
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GSubprocess) child = start_child (fixture, "0");
      char started;

      /* It says so when it begins. */
      g_assert_cmpint (
          g_input_stream_read (g_subprocess_get_stdout_pipe (child), &started, 1, NULL, NULL), ==,
          1);
      g_usleep ((gulong)g_test_rand_int_range (0, 20000));
      g_subprocess_force_exit (child);
      g_assert_true (g_subprocess_wait (child, NULL, NULL));
      n_new += has_new (fixture);
    }
  g_test_message ("killed %u times: %u times the new file", N_KILLS, n_new);
}

/* What is killed: saves once and is killed before the n-th call, or saves for ever. */
static int
be_child (guint n, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "favorites", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CbShelf) shelf = cb_shelf_new (catalog, file, 100);

  load (shelf, 2);
  wait_for_save (shelf);
  g_assert_cmpint (write (STDOUT_FILENO, ".", 1), ==, 1);
  cb_fault_watch (folder);
  cb_fault_kill_at (n);
  do
    {
      if (cb_shelf_remove (shelf, entry ("method:GET")) == G_MAXUINT)
        cb_shelf_add (shelf, entry ("method:GET"), G_MAXUINT);
      wait_for_save (shelf);
    }
  while (n == 0);

  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  program = argv[0];
  if (argc == 3 && g_ascii_isdigit (argv[1][0]))
    {
      catalog = cb_catalog_new (&error);
      g_assert_no_error (error);
      status = be_child ((guint)atoi (argv[1]), argv[2]);
      g_object_unref (catalog);
      return status;
    }

  g_test_init (&argc, &argv, NULL);
  catalog = cb_catalog_new (&error);
  g_assert_no_error (error);
  g_test_add ("/save/calls", Fixture, NULL, set_up, test_calls, tear_down);
  g_test_add ("/save/failures", Fixture, NULL, set_up, test_failures, tear_down);
  g_test_add ("/save/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/save/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/save/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/save/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/save/killed-everywhere", Fixture, NULL, set_up, test_killed_everywhere, tear_down);
  g_test_add ("/save/killed-at-random", Fixture, NULL, set_up, test_killed_at_random, tear_down);
  status = g_test_run ();
  g_object_unref (catalog);

  return status;
}
