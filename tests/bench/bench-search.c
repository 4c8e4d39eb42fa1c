/* bench-search.c: how long a query takes, beside what others would take for the same texts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_GTK
#include <gtk/gtk.h>
#endif
#ifdef HAVE_SQLITE
#include <sqlite3.h>
#endif

#include "cb-index-private.h"
#include "cb-inline.h"
#include "cb-keyboard.h"

/* Texts are made of so many different words, the frequent ones far more often than the rare ones.
 */
#define N_VOCABULARY 6000
#define N_TEXT_WORDS 60
#define N_TITLE_WORDS 3
#define SEED 20260101

typedef struct
{
  const char *kind;
  const char *text;
} BenchQuery;

/* What is typed to find something in the catalog; for generated texts each word stands for one of
 * theirs. */
static const BenchQuery shipped_queries[] = {
  { "number", "404" },
  { "number", "500" },
  { "prefix", "40" },
  { "prefix", "4" },
  { "class", "4xx" },
  { "pattern", "50[234]" },
  { "spoken", "사백사" },
  { "name", "not found" },
  { "name", "찾을 수 없음" },
  { "name", "internal server error" },
  { "word", "서버" },
  { "word", "server" },
  { "word", "요청" },
  { "word", "proxy" },
  { "letter", "s" },
  { "letter", "ㅅ" },
  { "half-built", "섭" },
  { "half-built", "결ㅈ" },
  { "half-built", "찾ㅇ" },
  { "joined", "notfound" },
  { "joined", "서버오류" },
  { "initials", "ㅊㅇㅅㅇㅇ" },
  { "initials", "ㅅㅂ" },
  { "initials", "ㅇㅈㅍㅇ" },
  { "keyboard", "dlswmd" },
  { "keyboard", "ㅜㅐㅅ 래ㅕㅜㅇ" },
  { "keyboard", "tjqj dhfb" },
  { "typo", "forbiden" },
  { "typo", "unathorized reqest" },
  { "typo", "찿을" },
  { "question", "토큰이 만료되었을 때 어떤 상태 코드를 보내야 하나요" },
  { "question", "too many requests in a given amount of time" },
  { "question", "which code should i return when the body is too large" },
  { "nothing", "zzzqqq" },
  { "nothing", "오늘 날씨 어때" },
  { "nothing", "뀋뀋" },
};

typedef struct
{
  GPtrArray *titles;
  GPtrArray *texts;
} BenchTexts;

static BenchTexts *
bench_texts_new (void)
{
  BenchTexts *self = g_new (BenchTexts, 1);

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static void
bench_texts_free (BenchTexts *self)
{
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchTexts, bench_texts_free)

static char *
make_korean_word (GRand *random)
{
  GString *word = g_string_new (NULL);

  for (gint n = g_rand_int_range (random, 2, 5); n > 0; n--)
    g_string_append_unichar (
        word,
        cb_hangul_compose (
            (guint)g_rand_int_range (random, 0, 19), (guint)g_rand_int_range (random, 0, 9) * 2,
            (guint)(g_rand_int_range (random, 0, 3) == 0 ? g_rand_int_range (random, 1, 22) : 0)));

  return g_string_free_and_steal (word);
}

static char *
make_latin_word (GRand *random)
{
  static const char consonants[] = "bcdfghklmnprstvw";
  static const char vowels[] = "aeiou";
  GString *word = g_string_new (NULL);

  for (gint n = g_rand_int_range (random, 2, 5); n > 0; n--)
    {
      g_string_append_c (word, consonants[g_rand_int_range (random, 0, sizeof consonants - 1)]);
      g_string_append_c (word, vowels[g_rand_int_range (random, 0, sizeof vowels - 1)]);
    }

  return g_string_free_and_steal (word);
}

static char *
make_text (GRand *random, GPtrArray *vocabulary, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      double x = g_rand_double (random);

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text,
                       g_ptr_array_index (vocabulary, (guint)(x * x * x * (vocabulary->len - 1))));
    }

  return g_string_free_and_steal (text);
}

static BenchTexts *
generate (guint n, GPtrArray **vocabulary)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  BenchTexts *texts = bench_texts_new ();

  *vocabulary = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_VOCABULARY; i++)
    g_ptr_array_add (*vocabulary,
                     i % 2 == 0 ? make_korean_word (random) : make_latin_word (random));
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (texts->titles, make_text (random, *vocabulary, N_TITLE_WORDS));
      g_ptr_array_add (texts->texts, make_text (random, *vocabulary, N_TEXT_WORDS));
    }

  return texts;
}

static char *
initials_of (const char *word)
{
  GString *initials = g_string_new (NULL);
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (word);
  gsize n;
  const CbLetter *letters = g_bytes_get_data (bytes, &n);

  for (gsize i = 0; i + 1 < n; i++)
    if (cb_letter_is_vowel (letters[i + 1]) && cb_letter_is_consonant (letters[i]))
      g_string_append_unichar (initials, cb_hangul_to_compatibility (letters[i]));

  return g_string_free_and_steal (initials);
}

static char *
keys_of (const char *word)
{
  GString *keys = g_string_new (NULL);
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (word);
  gsize n;
  const CbLetter *letters = g_bytes_get_data (bytes, &n);

  for (gsize i = 0; i < n; i++)
    g_string_append_c (keys, cb_keyboard_letter_to_key (letters[i]));

  return g_string_free_and_steal (keys);
}

static void
add_query (GArray *queries, GPtrArray *strings, const char *kind, char *text)
{
  BenchQuery query = { kind, text };

  g_ptr_array_add (strings, text);
  g_array_append_val (queries, query);
}

/* The same kinds, of the words of the generated texts: frequent and rare ones. */
static GArray *
make_queries (GPtrArray *vocabulary, GPtrArray *strings)
{
  static const guint places[] = { 2, 40, 600, 3000 };
  GArray *queries = g_array_new (FALSE, FALSE, sizeof (BenchQuery));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *korean = g_ptr_array_index (vocabulary, places[i]);
      const char *latin = g_ptr_array_index (vocabulary, places[i] + 1);
      const char *other = g_ptr_array_index (vocabulary, places[i] + 20);
      char *typo = g_strconcat (latin, "x", NULL);

      add_query (queries, strings, "word", g_strdup (korean));
      add_query (queries, strings, "word", g_strdup (latin));
      add_query (queries, strings, "name", g_strconcat (korean, " ", latin, NULL));
      add_query (queries, strings, "prefix", g_strndup (latin, 2));
      add_query (queries, strings, "letter", g_strndup (latin, 1));
      add_query (queries, strings, "half-built", g_strndup (korean, 3));
      add_query (queries, strings, "joined", g_strconcat (korean, other, NULL));
      add_query (queries, strings, "initials", initials_of (korean));
      add_query (queries, strings, "keyboard", keys_of (korean));
      add_query (queries, strings, "typo", typo);
      add_query (
          queries, strings, "question",
          g_strjoin (" ", korean, "을", latin, other, "때 무엇", korean, "what to do", NULL));
      add_query (queries, strings, "nothing", g_strdup ("zzzqqq"));
    }

  return queries;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

typedef struct
{
  double p50;
  double p95;
  double max;
} BenchFigures;

static BenchFigures
figures_of (GArray *times)
{
  BenchFigures figures = { 0 };

  if (times->len == 0)
    return figures;
  g_array_sort (times, compare_doubles);
  figures.p50 = g_array_index (times, double, times->len / 2);
  figures.p95 = g_array_index (times, double, MIN (times->len * 95 / 100, times->len - 1));
  figures.max = g_array_index (times, double, times->len - 1);

  return figures;
}

typedef guint (*BenchFunc) (gpointer data, const char *query);

/* Runs all queries @rounds times and gives the figures over the fastest round of each, in
 * microseconds. */
static BenchFigures
measure (BenchFunc func,
         gpointer data,
         const BenchQuery *queries,
         guint n_queries,
         guint rounds,
         const char *kind)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_queries; i++)
    {
      double best = G_MAXDOUBLE;

      if (kind != NULL && strcmp (kind, queries[i].kind) != 0)
        continue;
      for (guint round = 0; round < rounds; round++)
        {
          gint64 start = g_get_monotonic_time ();
          double time;

          func (data, queries[i].text);
          time = (double)(g_get_monotonic_time () - start);
          best = MIN (best, time);
        }
      g_array_append_val (times, best);
    }

  return figures_of (times);
}

static guint
search_index (gpointer data, const char *text)
{
  g_autoptr (CbQuery) query = cb_query_parse (text);
  g_autoptr (GArray) hits = cb_index_search (data, query);

  return hits->len;
}

/* The limit: one pass over all letters, for the folded query as a whole. */
static guint
search_memory (gpointer data, const char *text)
{
  GBytes *all = data;
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (text);
  gsize n_all;
  gsize n;
  const CbLetter *haystack = g_bytes_get_data (all, &n_all);
  const CbLetter *needle = g_bytes_get_data (bytes, &n);
  const CbLetter *end = haystack + n_all;
  guint found = 0;

  for (const CbLetter *from = haystack;
       n > 0 && (from = memmem (from, (gsize)(end - from), needle, n)) != NULL; from += n)
    found++;

  return found;
}

#ifdef HAVE_GTK
static guint
search_filter (gpointer data, const char *text)
{
  GListModel *model = data;
  g_autoptr (GtkStringFilter) filter = gtk_string_filter_new (
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  guint found = 0;

  gtk_string_filter_set_search (filter, text);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      found += gtk_filter_match (GTK_FILTER (filter), item) ? 1 : 0;
    }

  return found;
}
#endif

#ifdef HAVE_SQLITE
static guint
search_sqlite (gpointer data, const char *text)
{
  sqlite3_stmt *statement = data;
  g_autofree char *quoted = g_strconcat ("\"", text, "\"", NULL);
  guint found = 0;

  sqlite3_bind_text (statement, 1, quoted, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    found++;
  sqlite3_reset (statement);

  return found;
}
#endif

static void
print_row (const char *name, BenchFigures figures, BenchFigures limit)
{
  g_autofree char *ratio
      = limit.p95 > 0 ? g_strdup_printf ("%.2f", figures.p95 / limit.p95) : g_strdup ("-");

  printf ("  %-26s %10.0f %10.0f %10.0f %10s\n", name, figures.p50, figures.p95, figures.max,
          ratio);
}

static void
measure_rivals (BenchTexts *texts, const BenchQuery *queries, guint n_queries, BenchFigures ours)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GBytes) letters = NULL;
  guint n = texts->texts->len;
  guint few = n > 20000 ? 3 : n_queries;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s %s ", (char *)g_ptr_array_index (texts->titles, i),
                            (char *)g_ptr_array_index (texts->texts, i));
  letters = cb_fold_to_bytes (all->str);
  print_row ("memmem over the letters",
             measure (search_memory, letters, queries, n_queries, 3, NULL), ours);

#ifdef HAVE_GTK
  {
    g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

    for (guint i = 0; i < n; i++)
      {
        g_autofree char *text = g_strconcat (g_ptr_array_index (texts->titles, i), " ",
                                             g_ptr_array_index (texts->texts, i), NULL);

        gtk_string_list_append (list, text);
      }
    print_row ("GtkStringFilter", measure (search_filter, list, queries, few, 1, NULL), ours);
  }
#endif

#ifdef HAVE_SQLITE
  {
    sqlite3 *database;
    sqlite3_stmt *statement;

    sqlite3_open (":memory:", &database);
    if (sqlite3_exec (database, "CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'trigram')", NULL,
                      NULL, NULL)
        == SQLITE_OK)
      {
        sqlite3_exec (database, "BEGIN", NULL, NULL, NULL);
        sqlite3_prepare_v2 (database, "INSERT INTO t VALUES (?1)", -1, &statement, NULL);
        for (guint i = 0; i < n; i++)
          {
            g_autofree char *text = g_strconcat (g_ptr_array_index (texts->titles, i), " ",
                                                 g_ptr_array_index (texts->texts, i), NULL);

            sqlite3_bind_text (statement, 1, text, -1, SQLITE_TRANSIENT);
            sqlite3_step (statement);
            sqlite3_reset (statement);
          }
        sqlite3_finalize (statement);
        sqlite3_exec (database, "COMMIT", NULL, NULL, NULL);
        sqlite3_prepare_v2 (database, "SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY rank", -1,
                            &statement, NULL);
        print_row ("SQLite FTS5, trigram",
                   measure (search_sqlite, statement, queries, n_queries, 3, NULL), ours);
        sqlite3_finalize (statement);
      }
    sqlite3_close (database);
  }
#endif
}

static void
print_figures (CbIndex *index,
               guint n_entries,
               double index_time,
               BenchTexts *texts,
               const BenchQuery *queries,
               guint n_queries,
               gboolean quick)
{
  guint rounds = quick ? 1 : n_entries > 20000 ? 3 : 9;
  BenchFigures all = measure (search_index, index, queries, n_queries, rounds, NULL);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);

  printf ("\n%u entries: index in %.1f ms, %.0f bytes an entry, %u words\n", n_entries,
          index_time / 1000, (double)cb_index_get_size (index) / n_entries, index->lexicon.n_words);
  printf ("  %-26s %10s %10s %10s %10s\n", "µs", "p50", "p95", "max", "p95 ratio");
  print_row ("all kinds", all, all);
  for (guint i = 0; i < n_queries; i++)
    if (g_hash_table_add (kinds, (gpointer)queries[i].kind))
      {
        g_autofree char *name = g_strconcat ("  ", queries[i].kind, NULL);

        print_row (name, measure (search_index, index, queries, n_queries, rounds, queries[i].kind),
                   all);
      }
  if (!quick)
    measure_rivals (texts, queries, n_queries, all);
}

static void
append_item (GString *text, CbCatalog *catalog, const CbItem *item)
{
  for (guint i = 0; i < CB_N_LANGUAGES && item->text.in[i] != NULL; i++)
    {
      g_autofree char *plain = cb_inline_to_plain (item->text.in[i], catalog, (CbLanguage)i);

      g_string_append_printf (text, "%s ", plain);
    }
  if (item->code != NULL && item->kind != CB_ITEM_REQUEST && item->kind != CB_ITEM_RESPONSE)
    g_string_append_printf (text, "%s ", item->code);
  for (gsize i = 0; i < item->n_items; i++)
    append_item (text, catalog, &item->items[i]);
}

static BenchTexts *
shipped_texts (CbCatalog *catalog)
{
  BenchTexts *texts = bench_texts_new ();

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
      const CbText *title = cb_entry_get_title (entry);
      GString *text = g_string_new (NULL);

      for (guint part = 0; part < CB_N_PARTS; part++)
        {
          gsize n_items;
          const CbItem *items = cb_entry_get_items (entry, (CbPart)part, &n_items);

          for (gsize k = 0; k < n_items; k++)
            append_item (text, catalog, &items[k]);
        }
      g_ptr_array_add (texts->titles,
                       g_strconcat (cb_entry_get_id (entry), " ", title->in[CB_LANGUAGE_EN], " ",
                                    title->in[CB_LANGUAGE_KO], NULL));
      g_ptr_array_add (texts->texts, g_string_free_and_steal (text));
    }

  return texts;
}

static gboolean
bench_shipped (gboolean quick)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (CbCatalog) catalog = cb_catalog_new (&error);
  gint64 loaded = g_get_monotonic_time ();
  double best = G_MAXDOUBLE;
  g_autoptr (CbIndex) index = NULL;
  g_autoptr (BenchTexts) texts = NULL;

  if (catalog == NULL)
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }

  for (guint i = 0; i < (quick ? 1 : 5); i++)
    {
      gint64 begin = g_get_monotonic_time ();

      g_clear_object (&index);
      index = cb_index_new (catalog);
      best = MIN (best, (double)(g_get_monotonic_time () - begin));
    }
  texts = shipped_texts (catalog);
  printf ("shipped catalog: read in %.1f ms\n", (double)(loaded - start) / 1000);
  print_figures (index, cb_catalog_get_n_entries (catalog), best, texts, shipped_queries,
                 G_N_ELEMENTS (shipped_queries), quick);

  return search_index (index, "404") > 0;
}

static gboolean
bench_generated (guint n, gboolean quick)
{
  g_autoptr (GPtrArray) vocabulary = NULL;
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BenchTexts) texts = generate (n, &vocabulary);
  g_autoptr (GArray) queries = make_queries (vocabulary, strings);
  g_autofree CbRawDocument *documents = g_new (CbRawDocument, n);
  g_autofree const char **ends = g_new0 (const char *, n * 4);
  g_autoptr (CbIndex) index = NULL;
  gint64 start;
  double time;

  for (guint i = 0; i < n; i++)
    {
      ends[i * 4] = g_ptr_array_index (texts->titles, i);
      ends[i * 4 + 2] = g_ptr_array_index (texts->texts, i);
      documents[i].titles = &ends[i * 4];
      documents[i].texts = &ends[i * 4 + 2];
    }
  start = g_get_monotonic_time ();
  index = cb_index_new_raw (documents, n);
  time = (double)(g_get_monotonic_time () - start);
  print_figures (index, n, time, texts, (const BenchQuery *)(gpointer)queries->data, queries->len,
                 quick);

  return search_index (index, g_ptr_array_index (vocabulary, 2)) > 0;
}

int
main (int argc, char **argv)
{
  gboolean quick = argc > 1 && strcmp (argv[1], "--quick") == 0;
  gboolean fine;

  setlocale (LC_ALL, "");
  fine = bench_shipped (quick);
  fine = bench_generated (quick ? 500 : 10000, quick) && fine;
  if (!quick)
    fine = bench_generated (100000, quick) && fine;

  return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
