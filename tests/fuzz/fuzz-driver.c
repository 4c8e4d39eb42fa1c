/* fuzz-driver.c: runs a fuzz target over files and folders, and over bytes made of them, as a test */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "cb-fuzz.h"

/* The same for every run: what fails once fails again. */
#define SEED 20260101

static void
run (const char *bytes, gsize length)
{
  /* Its own block of the exact size, so that a byte too far is noticed. */
  g_autofree uint8_t *copy = g_memdup2 (length > 0 ? bytes : "", MAX (length, 1));

  LLVMFuzzerTestOneInput (copy, length);
}

static void
run_file (const char *path, guint n_mutations, GRand *random)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, &error))
    g_error ("%s", error->message);

  run (bytes, length);
  for (guint i = 0; i < n_mutations && length > 0; i++)
    {
      gsize first = (gsize)g_rand_int_range (random, 0, (gint32)length);

      bytes[first] = (char)g_rand_int_range (random, 0, 256);
      run (bytes + first / 2, length - first / 2);
      run (bytes, first);
    }
}

static void
run_path (const char *path, guint n_mutations, GRand *random)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    {
      run_file (path, n_mutations, random);
      return;
    }

  /* In the same order everywhere, so that the same bytes are made of each file. */
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc)strcmp);
  g_assert_cmpuint (names->len, >, 0);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      run_path (child, n_mutations, random);
    }
}

/* Called with how many inputs to make of each file, and with files and folders. */
int
main (int argc, char **argv)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_mutations = argc > 1 ? (guint)atoi (argv[1]) : 0;

  LLVMFuzzerInitialize (&argc, &argv);
  run ("", 0);
  for (int i = 2; i < argc; i++)
    run_path (argv[i], n_mutations, random);

  return EXIT_SUCCESS;
}
