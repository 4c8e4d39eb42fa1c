/* fuzz-catalog.c: any bytes are a file of the catalog, or an error that says where it is wrong */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "cb-compiler.h"
#include "cb-fuzz.h"
#include "cb-use-catalog.h"

static char folder[] = "/tmp/codebook-fuzz-XXXXXX";

static void
remove_folder (void)
{
  static const char *const names[] = { "a.xml", "catalog.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* The folder of a catalog of one file, which each input is written to. */
static const char *
get_folder (void)
{
  static gboolean made;

  if (!made)
    {
      g_autofree char *list = NULL;

      g_assert (g_mkdtemp (folder) != NULL);
      atexit (remove_folder);
      list = g_build_filename (folder, "catalog.xml", NULL);
      g_assert (g_file_set_contents (
          list, "<catalog version='1' registry='2025-09-15'><file name='a.xml'/></catalog>", -1, NULL));
      made = TRUE;
    }

  return folder;
}

static GBytes *
compile (const uint8_t   *data,
         size_t           size,
         CbCompilerFlags  flags,
         GError         **error)
{
  g_autofree char *path = g_build_filename (get_folder (), "a.xml", NULL);
  FILE *file = g_fopen (path, "wb");

  g_assert (file != NULL);
  g_assert (fwrite (data, 1, size, file) == size);
  g_assert (fclose (file) == 0);

  return cb_compiler_compile (get_folder (), flags, error);
}

/* FILE:LINE:COLUMN: what is wrong. */
static void
check_message (const char *message)
{
  g_autofree char *start = g_build_filename (get_folder (), "a.xml:", NULL);
  char *end;

  g_assert (g_utf8_validate (message, -1, NULL));
  g_assert (g_str_has_prefix (message, start));
  g_assert (g_ascii_strtoull (message + strlen (start), &end, 10) >= 1 && *end == ':');
  g_assert (g_ascii_strtoull (end + 1, &end, 10) >= 1 && g_str_has_prefix (end, ": "));
  g_assert (end[strlen (": ")] != '\0');
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const CbCompilerFlags flags[] = { CB_COMPILER_UNTRANSLATED, CB_COMPILER_DEFAULT };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) image = compile (data, size, flags[i], &error);

      g_assert ((image == NULL) == (error != NULL));
      if (image == NULL)
        {
          check_message (error->message);
          /* Without its Korean a file is no better. */
          g_assert (i > 0 || error->code != CB_CATALOG_ERROR_TRANSLATION);
        }
      else
        {
          g_autoptr (CbCatalog) catalog = cb_catalog_new_from_bytes (image, &error);

          g_assert_no_error (error);
          cb_use_catalog (catalog, FALSE);
        }
    }

  return 0;
}
