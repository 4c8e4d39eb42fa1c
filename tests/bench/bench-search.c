/* bench-search.c: how long a query takes, by its kind and by the number of entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-index.h"
#include "bench-rivals.h"
#include "cb-index-private.h"

#define MAX_COLUMNS 3
#define MAX_RIVALS 4
#define LABEL_WIDTH 24
/* A rival is asked for words, which all of them can find, and a slow one only so often. */
#define N_SLOW_QUERIES 4

/* In microseconds. */
typedef struct
{
  double p50;
  double p95;
  double max;
} BenchFigures;

typedef struct
{
  /* owned */
  BenchEntries *entries;
  CbIndex *index;

  guint n_entries;
  double read_time; /* of the catalog; this and the next two in milliseconds */
  double make_time;
  double open_time;
  double bytes_per_entry;
  double n_words;
  BenchFigures kinds[BENCH_N_KINDS];
  BenchFigures rivals[MAX_RIVALS];
  double ratios[MAX_RIVALS];
} BenchColumn;

typedef guint (*BenchFunc) (gpointer data, const char *query);

static int rounds = 7;
static int only_entries = 0;
static gboolean quick = FALSE;

/* What this thread has computed, in microseconds: what else runs on the machine does not count. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

/* The value that so many hundredths of all are not above (the nearest rank). */
static double
percentile (GArray *times, guint hundredths)
{
  guint rank = (times->len * hundredths + 99) / 100;

  return g_array_index (times, double, MAX (rank, 1) - 1);
}

/* The fastest of several rounds of each query. */
static BenchFigures
measure (BenchFunc func, gpointer data, GPtrArray *queries, int n_rounds)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < queries->len; i++)
    {
      double best = G_MAXDOUBLE;

      for (int round = 0; round < n_rounds; round++)
        {
          double start = get_time ();

          func (data, g_ptr_array_index (queries, i));
          best = MIN (best, get_time () - start);
        }
      g_array_append_val (times, best);
    }
  g_array_sort (times, compare_doubles);

  return (BenchFigures){ percentile (times, 50), percentile (times, 95), percentile (times, 100) };
}

static guint
search_index (gpointer data, const char *text)
{
  return bench_index_search (data, text);
}

static void
add_queries (GPtrArray *queries, const BenchEntries *entries, BenchKind kind)
{
  for (guint i = 0; i < BENCH_N_QUERIES; i++)
    g_ptr_array_add (queries, bench_entries_make_query (entries, kind, i));
}

static void
measure_rivals (BenchColumn *column, const BenchEntries *entries, CbIndex *index)
{
  guint n_rivals;
  const BenchRival *rivals = bench_rivals_get (&n_rivals);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) few = g_ptr_array_new ();

  add_queries (all, entries, BENCH_WORD_EN);
  add_queries (all, entries, BENCH_WORD_KO);
  add_queries (all, entries, BENCH_TITLE);
  for (guint i = 0; i < N_SLOW_QUERIES; i++)
    g_ptr_array_add (few, g_ptr_array_index (all, i * all->len / N_SLOW_QUERIES));

  for (guint i = 0; i < n_rivals; i++)
    {
      GPtrArray *queries = rivals[i].slow ? few : all;
      gpointer data = rivals[i].open (entries);

      if (data == NULL)
        continue;
      column->rivals[i] = measure (rivals[i].search, data, queries, rivals[i].slow ? 1 : 3);
      column->ratios[i]
          = column->rivals[i].p95 / measure (search_index, index, queries, rounds).p95;
      rivals[i].close (data);
    }
}

static void
measure_opening (BenchColumn *column, CbIndex *index)
{
  g_autoptr (GBytes) bytes = cb_index_dup_bytes (index);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  column->open_time = G_MAXDOUBLE;
  for (int round = 0; round < rounds; round++)
    {
      CbIndexImage image;
      double start = get_time ();

      if (!cb_index_image_open (&image, data, size) || !cb_index_image_check (&image))
        g_error ("the index cannot be opened");
      column->open_time = MIN (column->open_time, (get_time () - start) / 1000);
    }
}

static void
take_index (BenchColumn *column, BenchEntries *entries, CbIndex *index)
{
  column->entries = entries;
  column->index = index;
  column->n_entries = index->n_documents;
  column->n_words = index->lexicon.n_words;
  column->bytes_per_entry = (double)cb_index_get_size (index) / index->n_documents;
  measure_opening (column, index);
}

/* Each kind in all columns, one after the other: what the machine does meanwhile then concerns all
 * of them, and growth is a ratio of neighbours. */
static void
measure_kinds (BenchColumn *columns, guint n_columns)
{
  for (BenchKind kind = 0; kind < BENCH_N_KINDS; kind++)
    for (guint i = 0; i < n_columns; i++)
      {
        g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);

        add_queries (queries, columns[i].entries, kind);
        columns[i].kinds[kind] = measure (search_index, columns[i].index, queries, rounds);
      }
  for (guint i = 0; i < n_columns && !quick; i++)
    measure_rivals (&columns[i], columns[i].entries, columns[i].index);
}

/* Returns whether a search finds what it has to find. */
static gboolean
bench_shipped (BenchColumn *column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CbIndex) index = NULL;
  g_autoptr (CbCatalog) catalog = NULL;
  double start = get_time ();

  catalog = cb_catalog_new (&error);
  column->read_time = (get_time () - start) / 1000;
  if (catalog == NULL)
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }

  column->make_time = G_MAXDOUBLE;
  for (int round = 0; round < rounds; round++)
    {
      start = get_time ();
      g_clear_object (&index);
      index = cb_index_new (catalog);
      column->make_time = MIN (column->make_time, (get_time () - start) / 1000);
    }
  take_index (column, bench_entries_new_shipped (catalog), g_steal_pointer (&index));

  return search_index (column->index, "404") > 0;
}

/* Returns whether a search finds what it has to find. */
static gboolean
bench_generated (BenchColumn *column, guint n)
{
  BenchEntries *entries = bench_entries_new_generated (n);
  CbIndex *index;
  double start = get_time ();

  index = bench_index_new (entries);
  column->make_time = (get_time () - start) / 1000;
  take_index (column, entries, index);

  return search_index (index, "404") > 0
         && search_index (index, g_ptr_array_index (entries->korean, 0)) > 0;
}

static void
print_label (const char *label)
{
  printf ("%-*s", LABEL_WIDTH, label);
}

static void
print_headings (const BenchColumn *columns, guint n_columns, const char *label, gboolean shipped)
{
  print_label ("");
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = i == 0 && shipped
                                   ? g_strdup_printf ("shipped (%u)", columns[i].n_entries)
                                   : g_strdup_printf ("%u", columns[i].n_entries);

      printf (" %26s", title);
    }
  printf ("\n");
  print_label (label);
  for (guint i = 0; i < n_columns; i++)
    printf (" %10s%8s%8s", "p50", "p95", "max");
  printf (n_columns == MAX_COLUMNS ? "%9s%8s\n" : "\n", "growth", "of p50");
}

static void
print_row (const char *label, const BenchFigures *figures, gsize stride, guint n_columns)
{
  const BenchFigures *before = NULL;
  const BenchFigures *last = NULL;

  print_label (label);
  for (guint i = 0; i < n_columns; i++)
    {
      const BenchFigures *cell = (gconstpointer)((const char *)figures + i * stride);

      printf (" %10.0f%8.0f%8.0f", cell->p50, cell->p95, cell->max);
      before = last;
      last = cell;
    }
  if (n_columns == MAX_COLUMNS && before->p50 > 0)
    printf ("%8.1f×%7.1f×", last->p95 / before->p95, last->p50 / before->p50);
  printf ("\n");
}

static void
print_values (const char *label, const double *values, gsize stride, guint n_columns, int decimals)
{
  print_label (label);
  for (guint i = 0; i < n_columns; i++)
    printf (" %10s%8s%8.*f", "", "", decimals,
            *(const double *)(gconstpointer)((const char *)values + i * stride));
  printf ("\n");
}

static void
print_table (const BenchColumn *columns, guint n_columns, gboolean shipped)
{
  const gsize stride = sizeof *columns;
  guint n_rivals;
  const BenchRival *rivals = bench_rivals_get (&n_rivals);

  print_headings (columns, n_columns, "search, µs", shipped);
  for (BenchKind kind = 0; kind < BENCH_N_KINDS; kind++)
    print_row (bench_kind_get_title (kind), &columns->kinds[kind], stride, n_columns);

  printf ("\nindex\n");
  if (shipped)
    print_values ("catalog read, ms", &columns->read_time, stride, 1, 2);
  print_values ("made, ms", &columns->make_time, stride, n_columns, 1);
  print_values ("opened and checked, ms", &columns->open_time, stride, n_columns, 2);
  print_values ("bytes an entry", &columns->bytes_per_entry, stride, n_columns, 0);
  print_values ("different words", &columns->n_words, stride, n_columns, 0);
  if (quick)
    return;

  printf ("\n");
  print_headings (columns, n_columns, "words and titles, µs", shipped);
  for (guint i = 0; i < n_rivals; i++)
    {
      print_row (rivals[i].name, &columns->rivals[i], stride, n_columns);
      print_values ("  times our p95", &columns->ratios[i], stride, n_columns, 1);
    }
  printf ("\nGrowth is that of p95 over ten times as many entries: 10.0× is linear.\n"
          "Times are those of the processor, the best of %d rounds; p95 is that of %d queries.\n",
          rounds, BENCH_N_QUERIES);
}

int
main (int argc, char **argv)
{
  const GOptionEntry options[]
      = { { "quick", 0, 0, G_OPTION_ARG_NONE, &quick, "Only whether it works", NULL },
          { "entries", 0, 0, G_OPTION_ARG_INT, &only_entries, "Only so many generated ones", "N" },
          { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "The best of N rounds counts", "N" },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  BenchColumn columns[MAX_COLUMNS] = { 0 };
  guint n_columns = 0;
  gboolean fine = TRUE;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  if (quick)
    rounds = 1;

  if (only_entries == 0)
    fine = bench_shipped (&columns[n_columns++]);
  fine = fine
         && bench_generated (&columns[n_columns++], only_entries > 0 ? (guint)only_entries
                                                    : quick          ? 500
                                                                     : 10000);
  if (only_entries == 0 && !quick)
    fine = fine && bench_generated (&columns[n_columns++], 100000);
  if (fine)
    {
      measure_kinds (columns, n_columns);
      print_table (columns, n_columns, only_entries == 0);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      g_clear_object (&columns[i].index);
      g_clear_pointer (&columns[i].entries, bench_entries_free);
    }

  return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
