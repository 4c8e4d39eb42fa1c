/* bench-growth.c: each query once, marked for callgrind, which counts its instructions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A count does not depend on the machine nor on what else it does, as the times of bench-search do.
 * To be run as
 *
 *   valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file=FILE bench-growth N
 *
 * which writes FILE.1, FILE.2 and so on, one for each query; its name, on the line that begins with
 * "desc: Trigger:", is the kind of the query. */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include <valgrind/callgrind.h>

#include "bench-index.h"

#define MAX_ENTRIES 1000000

int
main (int argc, char **argv)
{
  BenchEntries *entries;
  CbIndex *index;
  guint64 n;

  setlocale (LC_ALL, "");
  if (argc != 2 || !g_ascii_string_to_unsigned (argv[1], 10, 1, MAX_ENTRIES, &n, NULL))
    {
      g_printerr ("Usage: bench-growth ENTRIES\n");
      return EXIT_FAILURE;
    }

  entries = bench_entries_new_generated ((guint)n);
  index = bench_index_new (entries);
  for (BenchKind kind = 0; kind < BENCH_N_KINDS; kind++)
    for (guint i = 0; i < BENCH_N_QUERIES; i++)
      {
        g_autofree char *query = bench_entries_make_query (entries, kind, i);

        CALLGRIND_START_INSTRUMENTATION;
        CALLGRIND_ZERO_STATS;
        bench_index_search (index, query);
        CALLGRIND_DUMP_STATS_AT (bench_kind_get_title (kind));
        CALLGRIND_STOP_INSTRUMENTATION;
      }
  g_object_unref (index);
  bench_entries_free (entries);

  return EXIT_SUCCESS;
}
