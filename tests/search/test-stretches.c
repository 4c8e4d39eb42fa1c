/* test-stretches.c: the words of a text are those of its stretches, each of which is folded once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cb-divide.h"
#include "cb-fold.h"
#include "cb-stretches.h"

static const char *const parts[] = {
  "not",
  "HTTPStatus",
  "fooBar",
  "404",
  "에러",
  "과부하",
  "ㅅㅂ",
  "’",
  "'s",
  "é",
  "\xed\xa0\x80",
  "\xea\xb0",
  "\xff",
  " ",
  " ",
  ", ",
  "-",
  "`",
  "서ㅂ",
  "Ａb",
  "—",
  "“",
  "\u200b",
  "a\u0301",
  "sixteenbytesword",
  "seventeenbyteword",
  "여섯글자입니다",
  "\u1100\u1161",
  "X",
  "0",
};

static GString *
make_text (void)
{
  GString *text = g_string_new (NULL);

  for (gint n = g_test_rand_int_range (0, 40); n > 0; n--)
    g_string_append (text, parts[g_test_rand_int_range (0, (gint32)G_N_ELEMENTS (parts))]);

  return text;
}

/* Each word as its letters, the words divided by zeros. */
static void
append_words (GByteArray *words, const char *text, gsize length)
{
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  cb_folded_set (&folded, text, length);
  for (gsize i = 0; i < folded.n_words; i++)
    {
      g_byte_array_append (words, folded.letters + folded.words[i].start,
                           folded.words[i].n_letters);
      g_byte_array_append (words, (const guint8 *)"", 1);
    }
}

static gboolean
is_of_stretch (char byte)
{
  return g_ascii_isalnum (byte) || byte == '\'' || (guint8)byte >= 0x80;
}

/* Any bytes, and more often than not the same kind as before. Without a zero behind them: nothing
 * beyond the text is read. */
static void
test_divide (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      gsize length = (gsize)g_test_rand_int_range (0, 200);
      g_autofree char *text = g_malloc (length);
      g_autofree guint32 *edges = g_new (guint32, CB_DIVIDE_MAX_EDGES (length));
      gsize n = 0;
      gsize n_stretches;

      for (gsize i = 0; i < length; i++)
        text[i] = i > 0 && g_test_rand_bit () ? text[i - 1] : (char)g_test_rand_int_range (0, 256);

      n_stretches = cb_divide (text, length, edges);
      for (gsize i = 0; i < length; i++)
        {
          gboolean before = i > 0 && is_of_stretch (text[i - 1]);

          if (is_of_stretch (text[i]) != before)
            g_assert_cmpuint (edges[n++], ==, i);
        }
      if (n % 2 == 1)
        g_assert_cmpuint (edges[n++], ==, length);
      g_assert_cmpuint (n, ==, 2 * n_stretches);
    }
}

static void
test_fold (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = make_text ();
      g_autofree guint32 *edges = g_new (guint32, CB_DIVIDE_MAX_EDGES (text->len));
      g_autoptr (GByteArray) whole = g_byte_array_new ();
      g_autoptr (GByteArray) divided = g_byte_array_new ();
      gsize n;

      append_words (whole, text->str, text->len);
      n = cb_divide (text->str, text->len, edges);
      for (gsize i = 0; i < n; i++)
        append_words (divided, text->str + edges[2 * i], edges[2 * i + 1] - edges[2 * i]);
      g_assert_cmpmem (whole->data, whole->len, divided->data, divided->len);
    }
}

/* As the builder of an index does it. What a stretch is said to have is a number of its own, once
 * for each of its words, however often it comes. */
static void
read_text (CbStretches *stretches, GHashTable *known, const char *text, gsize length)
{
  g_autofree char *copy = g_memdup2 (text, length);

  /* Without the zero behind it: nothing beyond the text is read. */
  cb_stretches_set_text (stretches, copy, length);
  for (gsize i = 0; i < stretches->n_places; i++)
    {
      const CbStretchPlace *place = &stretches->places[i];
      g_autoptr (GBytes) bytes = g_bytes_new (place->text, place->length);
      GArray *expected = g_hash_table_lookup (known, bytes);
      const guint *words;
      guint n_words;

      if (cb_stretches_get_words (stretches, i, &words, &n_words))
        {
          g_assert_nonnull (expected);
          g_assert_cmpmem (words, n_words * sizeof *words, expected->data,
                           expected->len * sizeof (guint));
          continue;
        }

      g_assert_true (expected == NULL || place->length > CB_STRETCH_MAX_BYTES);
      if (expected == NULL)
        {
          guint n = g_hash_table_size (known);

          expected = g_array_new (FALSE, FALSE, sizeof (guint));
          for (guint k = 0; k < n % 4; k++)
            g_array_append_val (expected, n);
          g_hash_table_insert (known, g_bytes_ref (bytes), expected);
        }
      cb_stretches_add_words (stretches, i, (const guint *)(gconstpointer)expected->data,
                              expected->len);
    }
}

static void
unref_array (gpointer data)
{
  g_array_unref (data);
}

static void
test_words (void)
{
  CbStretches stretches;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                        (GDestroyNotify)g_bytes_unref, unref_array);

  cb_stretches_init (&stretches);
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = make_text ();

      read_text (&stretches, known, text->str, text->len);
    }
  cb_stretches_clear (&stretches);
}

/* More than there is room for at first, many of them in one text, some of them twice. */
static void
test_many (void)
{
  CbStretches stretches;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                        (GDestroyNotify)g_bytes_unref, unref_array);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (text, "%u word%u ", i, i / 2);

  cb_stretches_init (&stretches);
  for (guint round = 0; round < 2; round++)
    read_text (&stretches, known, text->str, text->len);
  g_assert_cmpuint (g_hash_table_size (known), ==, 90000);
  cb_stretches_clear (&stretches);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/stretches/divide", test_divide);
  g_test_add_func ("/search/stretches/fold", test_fold);
  g_test_add_func ("/search/stretches/words", test_words);
  g_test_add_func ("/search/stretches/many", test_many);

  return g_test_run ();
}
