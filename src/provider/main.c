/* main.c: codebook-search-provider, which the desktop's search asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "cb-service.h"

/* Long enough for the next word, and for reading what was found. */
#define IDLE_TIME 30000

int
main (int argc, char **argv)
{
  int idle_time = IDLE_TIME;
  const GOptionEntry options[] = {
    { "idle-time", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &idle_time,
      "Exit after this time without a question, in milliseconds", "MS" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (CbCatalog) catalog = NULL;
  g_autoptr (CbIndex) index = NULL;
  g_autoptr (CbProvider) provider = NULL;
  g_autoptr (CbService) service = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "codebook-search-provider: %s\n", error->message);
      return 2;
    }
  if (idle_time < 0 || argc > 1)
    {
      fprintf (stderr, "codebook-search-provider: Only --idle-time=MS may be given\n");
      return 2;
    }

  catalog = cb_catalog_new (&error);
  if (catalog == NULL)
    {
      fprintf (stderr, "codebook-search-provider: The catalog cannot be read: %s\n",
               error->message);
      return EXIT_FAILURE;
    }
  index = cb_index_new_builtin (catalog);
  provider = cb_provider_new (index, cb_language_from_locale ());
  service = cb_service_new (APPLICATION_ID, provider, (guint)idle_time);

  return cb_service_run (service) ? EXIT_SUCCESS : EXIT_FAILURE;
}
