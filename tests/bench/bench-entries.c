/* bench-entries.c: the shipped texts, or generated ones, always the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-entries.h"

#include "cb-inline.h"
#include "cb-item.h"
#include "cb-hangul.h"

/* Generated texts are made of so many different words, every other one Korean, the frequent ones
 * far more often than the rare ones. */
#define N_VOCABULARY 6000
#define N_TEXT_WORDS 60
#define N_TITLE_WORDS 3
#define SEED 20260101
/* The places of the words for queries grow by this. */
#define NEXT_PLACE 1.48

static BenchEntries *
bench_entries_new (void)
{
  BenchEntries *self = g_new (BenchEntries, 1);

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->english = g_ptr_array_new_with_free_func (g_free);
  self->korean = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static void
append_text (GString *all, const CbText *text, CbCatalog *catalog)
{
  for (guint i = 0; i < CB_N_LANGUAGES && text->in[i] != NULL; i++)
    {
      g_autofree char *plain = cb_inline_to_plain (text->in[i], catalog, (CbLanguage)i);

      g_string_append_printf (all, "%s ", plain);
    }
}

static void
append_item (GString *all, CbCatalog *catalog, const CbItem *item)
{
  append_text (all, &item->text, catalog);
  if (item->code != NULL && item->kind != CB_ITEM_REQUEST && item->kind != CB_ITEM_RESPONSE)
    g_string_append_printf (all, "%s ", item->code);
  for (gsize i = 0; i < item->n_items; i++)
    append_item (all, catalog, &item->items[i]);
}

static char *
dup_word (const char *title, guint i)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);

  return g_strdup (words[i % g_strv_length (words)]);
}

/**
 * bench_entries_new_shipped:
 * @catalog: the catalog
 *
 * Returns: (transfer full): its entries
 */
BenchEntries *
bench_entries_new_shipped (CbCatalog *catalog)
{
  BenchEntries *self = bench_entries_new ();
  guint n_entries = cb_catalog_get_n_entries (catalog);

  for (guint i = 0; i < n_entries; i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
      const CbText *title = cb_entry_get_title (entry);
      GString *text = g_string_new (NULL);

      append_text (text, cb_entry_get_summary (entry), catalog);
      for (guint part = 0; part < CB_N_PARTS; part++)
        {
          gsize n_items;
          const CbItem *items = cb_entry_get_items (entry, (CbPart)part, &n_items);

          for (gsize k = 0; k < n_items; k++)
            append_item (text, catalog, &items[k]);
        }
      g_ptr_array_add (self->titles,
                       g_strconcat (cb_entry_get_id (entry), " ", title->in[CB_LANGUAGE_EN], " ",
                                    title->in[CB_LANGUAGE_KO], NULL));
      g_ptr_array_add (self->texts, g_string_free_and_steal (text));
    }
  for (guint i = 0; i < BENCH_N_QUERIES; i++)
    {
      const CbText *title
          = cb_entry_get_title (cb_catalog_get_entry (catalog, i * n_entries / BENCH_N_QUERIES));

      g_ptr_array_add (self->english, dup_word (title->in[CB_LANGUAGE_EN], i));
      g_ptr_array_add (self->korean, dup_word (title->in[CB_LANGUAGE_KO], i));
    }

  return self;
}

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
make_english_word (GRand *random)
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

/**
 * bench_entries_new_generated:
 * @n: how many
 *
 * Returns: (transfer full): entries; fewer of them are the first ones of more
 */
BenchEntries *
bench_entries_new_generated (guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) vocabulary = g_ptr_array_new_with_free_func (g_free);
  BenchEntries *self = bench_entries_new ();
  double place = 2;

  for (guint i = 0; i < N_VOCABULARY; i++)
    g_ptr_array_add (vocabulary,
                     i % 2 == 0 ? make_korean_word (random) : make_english_word (random));
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->titles, make_text (random, vocabulary, N_TITLE_WORDS));
      g_ptr_array_add (self->texts, make_text (random, vocabulary, N_TEXT_WORDS));
    }
  for (guint i = 0; i < BENCH_N_QUERIES; i++, place *= NEXT_PLACE)
    {
      guint even = (guint)place / 2 * 2;

      g_ptr_array_add (self->korean, g_strdup (g_ptr_array_index (vocabulary, even)));
      g_ptr_array_add (self->english, g_strdup (g_ptr_array_index (vocabulary, even + 1)));
    }

  return self;
}

/**
 * bench_entries_get_number:
 * @entry: which generated entry
 *
 * Returns: its status code
 */
int
bench_entries_get_number (guint entry)
{
  return 100 + (int)(entry % 500);
}

/**
 * bench_entries_free:
 * @self: (transfer full): entries
 *
 * Frees them.
 */
void
bench_entries_free (BenchEntries *self)
{
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->english);
  g_ptr_array_unref (self->korean);
  g_free (self);
}
