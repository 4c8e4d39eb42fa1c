/* search-indexer.c: makes the index of a compiled catalog at build time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include "cb-index.h"

static GBytes *
make_index (const char *path, GError **error)
{
  g_autoptr (CbCatalog) catalog = NULL;
  g_autoptr (CbIndex) index = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  bytes = g_bytes_new_take (contents, length);
  catalog = cb_catalog_new_from_bytes (bytes, error);
  if (catalog == NULL)
    return NULL;

  index = cb_index_new (catalog);

  return cb_index_dup_bytes (index);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (argc != 3)
    {
      fprintf (stderr, "usage: search-indexer CATALOG OUTPUT\n");
      return 2;
    }

  bytes = make_index (argv[1], &error);
  if (bytes == NULL
      || !g_file_set_contents (argv[2], g_bytes_get_data (bytes, NULL),
                               (gssize)g_bytes_get_size (bytes), &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}
