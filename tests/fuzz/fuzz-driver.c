/* fuzz-driver.c: runs a fuzz target over files and folders, and over bytes made of them, as a test
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdlib.h>

#include "cb-fuzz.h"

#define N_MUTATIONS 40

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
run_file (const char *path, GRand *random)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, &error))
    g_error ("%s", error->message);

  run (bytes, length);
  for (guint i = 0; i < N_MUTATIONS && length > 0; i++)
    {
      gsize first = (gsize)g_rand_int_range (random, 0, (gint32)length);

      bytes[first] = (char)g_rand_int_range (random, 0, 256);
      run (bytes + first / 2, length - first / 2);
      run (bytes, first);
    }
}

static void
run_path (const char *path, GRand *random)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL)
    {
      run_file (path, random);
      return;
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      run_path (child, random);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  run ("", 0);
  for (int i = 1; i < argc; i++)
    run_path (argv[i], random);

  return EXIT_SUCCESS;
}
