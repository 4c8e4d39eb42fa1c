/* test-damaged.c: what each command does when its catalog cannot be read */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cb-command.h"

static gboolean handed_over;

/* Instead of the one that is built into the program. */
CbCatalog *
cb_catalog_new (GError **error)
{
  g_set_error_literal (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ, "it is damaged");

  return NULL;
}

/* Instead of the window; GLib starts the subprocesses of a test in the same way. */
int
execv (const char *path,
       char *const argv[])
{
  if (!g_str_has_suffix (path, "/codebook-app"))
    return execve (path, argv, environ);

  g_assert_cmpstr (argv[1], ==, "404");
  g_assert_null (argv[2]);
  handed_over = TRUE;
  errno = EACCES;

  return -1;
}

static void
test_command (gconstpointer data)
{
  const char *const *argv = data;

  if (g_test_subprocess ())
    exit (cb_command_main ((char **) argv) == CB_EXIT_USAGE ? EXIT_SUCCESS : EXIT_FAILURE);

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("codebook: The catalog cannot be read: it is damaged\n");
}

/* The window can say better what is wrong with it. */
static void
test_open (void)
{
  const char *argv[] = { "codebook", "404", NULL };

  if (g_test_subprocess ())
    {
      g_assert_cmpint (cb_command_main ((char **) argv), ==, CB_EXIT_USAGE);
      g_assert_true (handed_over);
      exit (EXIT_SUCCESS);
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*\ncodebook: The window cannot be opened: */codebook-app: Permission denied\n");
}

int
main (int    argc,
      char **argv)
{
  static const char *const commands[][4] = {
    { "codebook", "show", "404" },     { "codebook", "search", "404" }, { "codebook", "list" },
    { "codebook", "list", "methods" }, { "codebook", "export" },        { "codebook", "annotate" },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *path =
          g_strconcat ("/damaged/", commands[i][1], commands[i][2] != NULL ? "-" : NULL, commands[i][2], NULL);

      g_test_add_data_func (path, commands[i], test_command);
    }
  g_test_add_func ("/damaged/open", test_open);

  return g_test_run ();
}
