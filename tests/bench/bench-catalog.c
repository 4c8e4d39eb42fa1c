/* bench-catalog.c: how long it takes to have the catalog and its index */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cb-index.h"

typedef void (*Work) (CbCatalog *catalog);

static CbCatalog *
open_catalog (void)
{
  g_autoptr (GError) error = NULL;
  CbCatalog *catalog = cb_catalog_new (&error);

  g_assert_no_error (error);

  return catalog;
}

static void
work_catalog (CbCatalog *catalog)
{
  g_object_unref (open_catalog ());
}

static void
work_index (CbCatalog *catalog)
{
  g_object_unref (cb_index_new_builtin (catalog));
}

static void
work_new_index (CbCatalog *catalog)
{
  g_object_unref (cb_index_new (catalog));
}

static const struct
{
  const char *name;
  Work work;
} works[] = {
  { "index", work_index },
  { "catalog", work_catalog },
  { "new-index", work_new_index },
};

static gint64
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* bench-catalog WORK TIMES: does it so many times, and prints how many nanoseconds each took. What
 * it takes with none at all is what a count of instructions is to be compared with. */
int
main (int argc, char **argv)
{
  g_autoptr (CbCatalog) catalog = NULL;

  for (guint i = 0; argc == 3 && i < G_N_ELEMENTS (works); i++)
    {
      if (strcmp (works[i].name, argv[1]) == 0)
        {
          /* Not where the first one is to be measured. */
          if (works[i].work != work_catalog)
            catalog = open_catalog ();
          for (int n = atoi (argv[2]); n > 0; n--)
            {
              gint64 begin = processor_time ();

              works[i].work (catalog);
              printf ("%" G_GINT64_FORMAT "\n", processor_time () - begin);
            }
          return EXIT_SUCCESS;
        }
    }

  fprintf (stderr, "Usage: bench-catalog catalog|index|new-index TIMES\n");
  return 2;
}
