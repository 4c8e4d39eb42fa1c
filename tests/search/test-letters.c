/* test-letters.c: Hangul taken apart, folding, keyboards, edits */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cb-edit.h"
#include "cb-find.h"
#include "cb-fold.h"
#include "cb-keyboard.h"

static char *
fold_to_text (const char *text)
{
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (text);
  gsize n;
  const CbLetter *letters = g_bytes_get_data (bytes, &n);

  return cb_letters_to_text (letters, n);
}

static void
assert_same_fold (const char *a, const char *b)
{
  g_autoptr (GBytes) first = cb_fold_to_bytes (a);
  g_autoptr (GBytes) second = cb_fold_to_bytes (b);

  if (!g_bytes_equal (first, second))
    g_error ("\"%s\" and \"%s\" fold to different letters", a, b);
}

/* Every syllable of the block comes back from its keys, and its NFD has the same keys. */
static void
test_all_syllables (void)
{
  for (gunichar c = 0xac00; c <= 0xd7a3; c++)
    {
      char text[8] = { 0 };
      g_autofree char *nfd = NULL;
      g_autofree char *again = NULL;
      CbLetter letters[CB_HANGUL_MAX_LETTERS];
      guint n;

      g_unichar_to_utf8 (c, text);
      n = cb_hangul_to_letters (c, letters);
      g_assert_cmpuint (n, >=, 2);
      g_assert_cmpuint (n, <=, CB_HANGUL_MAX_LETTERS);
      g_assert_true (cb_keyboard_is_syllables (letters, n, FALSE));
      again = cb_letters_to_text (letters, n);
      g_assert_cmpstr (again, ==, text);

      nfd = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
      assert_same_fold (nfd, text);
    }
}

static void
test_same_fold (void)
{
  static const char *const pairs[][2] = {
    { "Not Found", "ｎｏｔ　ｆｏｕｎｄ" },
    { "I'm a Teapot", "i’m a teapot" },
    { "café", "CAFE" },
    { "４０４", "404" },
    { "ﬁle", "file" },
    { "서버", "ㅅㅓㅂㅓ" },
    { "서버", "\uffb5\uffc6\uffb2\uffc6" }, /* half width: ㅅㅓㅂㅓ */
    { "섭", "서ㅂ" },
    { "관", "ㄱㅗㅏㄴ" },
    { "닭", "달ㄱ" },
    { "값", "가ㅄ" },
    { "같", "가\u11c0" },
    { "a\u0301b", "ab" },
    { "soft\u00adhyphen", "softhyphen" },
    { "오류", "오 류" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_same_fold (pairs[i][0], pairs[i][1]);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "not_found", "not found" },
    { "HttpStatus.NOT_FOUND", "http status not found" },
    { "HTTPStatus", "http status" },
    { "StatusNotFound", "status not found" },
    { "404에러", "404 에러" },
    { "URI가", "uri 가" },
    { "If-Match: \"x\"", "if match x" },
    { "don't", "dont" },
    { "", "" },
    { "!?—…", "" },
    { "\xff\xfe"
      "a\x80"
      "b",
      "a b" },
    { "ＡＢc", "abc" },
    { "ＡＢＣd", "ab cd" },
    { "日本", "" }, /* no letter of ours, but words all the same */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CbFolded) folded;
      g_autoptr (GString) words = g_string_new (NULL);

      cb_folded_init (&folded);
      cb_folded_set (&folded, cases[i].text, strlen (cases[i].text));
      for (gsize k = 0; k < folded.n_words; k++)
        {
          g_autofree char *word = cb_letters_to_text (folded.letters + folded.words[k].start,
                                                      folded.words[k].n_letters);

          if (k > 0)
            g_string_append_c (words, ' ');
          g_string_append (words, word);
        }
      g_assert_cmpstr (words->str, ==, cases[i].words);
    }
}

/* Without the way back the words are the same, whatever stands beside them. */
static void
test_one_way (void)
{
  static const char *const parts[]
      = { "not",  "HTTPStatus", "fooBar", "404", "에러", "과부하",       "닭",
          "ㅅㅂ", "’",          "'s",     "é",   "日本", "\xed\xa0\x80", "\xea\xb0",
          "\xff", " ",          "-",      "`",   "서ㅂ", "Ａb",          "\uffb5" };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (CbFolded) both;
      g_auto (CbFolded) one;

      for (gint n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, (gint32)G_N_ELEMENTS (parts))]);
      cb_folded_init (&both);
      cb_folded_init (&one);
      one.one_way = TRUE;
      cb_folded_set (&both, text->str, text->len);
      cb_folded_set (&one, text->str, text->len);
      g_assert_cmpmem (one.letters, one.n_letters, both.letters, both.n_letters);
      g_assert_cmpuint (one.n_words, ==, both.n_words);
      for (gsize i = 0; i < one.n_words; i++)
        {
          g_assert_cmpuint (one.words[i].start, ==, both.words[i].start);
          g_assert_cmpuint (one.words[i].n_letters, ==, both.words[i].n_letters);
          g_assert_cmpuint (one.words[i].script, ==, both.words[i].script);
        }
    }
}

/* What leaves no trace divides no run of letters either: one by one they make the same words. */
static void
test_runs (void)
{
  static const char *const parts[]
      = { "a", "b", "C", "D", "É", "é", "1", "2", "서", "닭", "ㅂ", "Ａ", "日", " ", "-", "\xff" };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) divided = g_string_new (NULL);
      g_auto (CbFolded) runs;
      g_auto (CbFolded) single;

      for (gint n = g_test_rand_int_range (0, 16); n > 0; n--)
        {
          const char *part = parts[g_test_rand_int_range (0, (gint32)G_N_ELEMENTS (parts))];

          g_string_append (text, part);
          g_string_append (divided, part);
          g_string_append (divided, "\u200b");
        }
      cb_folded_init (&runs);
      cb_folded_init (&single);
      cb_folded_set (&runs, text->str, text->len);
      cb_folded_set (&single, divided->str, divided->len);
      g_assert_cmpmem (runs.letters, runs.n_letters, single.letters, single.n_letters);
      g_assert_cmpuint (runs.n_words, ==, single.n_words);
      for (gsize i = 0; i < runs.n_words; i++)
        {
          g_assert_cmpuint (runs.words[i].start, ==, single.words[i].start);
          g_assert_cmpuint (runs.words[i].n_letters, ==, single.words[i].n_letters);
          g_assert_cmpuint (runs.words[i].script, ==, single.words[i].script);
          g_assert_cmpint (runs.words[i].glued, ==, single.words[i].glued);
          g_assert_cmpint (runs.words[i].capitals, ==, single.words[i].capitals);
        }
    }
}

/* Offsets lie on the boundaries of characters, in order, whatever the bytes are. */
static void
test_offsets (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      static const char *const pieces[]
          = { "가", "ㅂ",           "A", "b",  "\xff",    " ", "각", "é", "e\u0301",
              "４", "\u1100\u1161", "’", "日", "\xed\xa0" };
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (CbFolded) folded;
      guint n = (guint)g_test_rand_int_range (0, 12);

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      cb_folded_init (&folded);
      cb_folded_set (&folded, text->str, text->len);
      for (gsize i = 0; i < folded.n_letters; i++)
        {
          g_assert_cmpuint (folded.sources[i], <, folded.ends[i]);
          g_assert_cmpuint (folded.ends[i], <=, text->len);
          g_assert_true (i == 0 || folded.sources[i] >= folded.sources[i - 1]);
          g_assert_true (((guchar)text->str[folded.sources[i]] & 0xc0) != 0x80);
          g_assert_true (((guchar)text->str[folded.ends[i]] & 0xc0) != 0x80
                         || !g_utf8_validate_len (text->str, text->len, NULL));
        }
      for (gsize i = 0; i < folded.n_words; i++)
        g_assert_cmpuint (folded.words[i].n_letters, >, 0);
    }
}

static void
test_keyboard (void)
{
  static const char *const pairs[][2] = {
    { "dlswmd", "인증" },  { "vmfhrtl", "프록시" }, { "tjqj", "서버" },      { "ckwdmf", "찾을" },
    { "rhksgks", "관한" }, { "ekfrkf", "달갈" },    { "ekfrrkf", "닭갈" },   { "dkswdk", "앉아" },
    { "rkqtdl", "값이" },  { "Tkdna", "싸움" },     { "ehLT", "됬" },        { "dho", "왜" },
    { "dnpq", "웹" },      { "dmltk", "의사" },     { "Rhc", "꽃" },         { "eho", "돼" },
    { "OP", "ㅒㅖ" },      { "qwrt", "ㅂㅈㄱㅅ" },  { "dlTdjdy", "있어요" }, { "rofk", "개라" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      CbLetter letters[32];
      g_autofree char *text = NULL;
      gsize n = 0;

      for (const char *key = pairs[i][0]; *key != '\0'; key++)
        letters[n++] = cb_keyboard_key_to_letter (*key);
      text = cb_letters_to_text (letters, n);
      g_assert_cmpstr (text, ==, pairs[i][1]);
      for (gsize k = 0; k < n; k++)
        g_assert_cmpint (cb_keyboard_letter_to_key (letters[k]), ==,
                         g_ascii_tolower (pairs[i][0][k]));
    }

  g_assert_cmpuint (cb_keyboard_key_to_letter ('1'), ==, 0);
  g_assert_cmpint (cb_keyboard_letter_to_key ('a'), ==, 0);
}

static void
test_syllables (void)
{
  static const struct
  {
    const char *text;
    gboolean complete;
    gboolean unfinished;
  } cases[] = {
    { "서버", TRUE, TRUE },       { "서ㅂ", TRUE, TRUE },  { "서ㅃ", FALSE, TRUE },
    { "ㅂㅈㄱㅅ", FALSE, FALSE }, { "ㅏ", FALSE, FALSE },  { "ㅏㅏ", FALSE, FALSE },
    { "ㅋㅋㅋ", FALSE, FALSE },   { "abc", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = cb_fold_to_bytes (cases[i].text);
      gsize n;
      const CbLetter *letters = g_bytes_get_data (bytes, &n);

      g_assert_cmpint (cb_keyboard_is_syllables (letters, n, FALSE), ==, cases[i].complete);
      g_assert_cmpint (cb_keyboard_is_syllables (letters, n, TRUE), ==, cases[i].unfinished);
    }
}

static guint
distance (const char *a, const char *b, guint max)
{
  g_autoptr (GBytes) first = cb_fold_to_bytes (a);
  g_autoptr (GBytes) second = cb_fold_to_bytes (b);

  return cb_edit_distance (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                           g_bytes_get_data (second, NULL), g_bytes_get_size (second), max);
}

static void
test_edit (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint distance;
  } cases[] = {
    { "found", "found", 0 },
    { "foud", "found", 1 },
    { "fuond", "found", 1 },
    { "founnd", "found", 1 },
    { "fpund", "found", 1 },
    { "fonud", "found", 1 },
    { "fxyznd", "found", 3 },
    { "confilct", "conflict", 1 },
    { "cofnlcit", "conflict", 2 },
    { "찿을", "찾을", 1 },
    { "혀용", "허용", 1 },
    { "", "a", 1 },
    { "ab", "", 2 },
    { "ca", "abc", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (distance (cases[i].a, cases[i].b, 2), ==, cases[i].distance);
      g_assert_cmpuint (distance (cases[i].b, cases[i].a, 2), ==, cases[i].distance);
    }
}

/* The same by definition, without a band or an early end. */
static guint
slow_distance (const char *a, const char *b)
{
  guint table[16][16];
  gsize n_a = strlen (a);
  gsize n_b = strlen (b);

  for (gsize i = 0; i <= n_a; i++)
    for (gsize j = 0; j <= n_b; j++)
      {
        guint best = (guint)(i == 0 ? j : j == 0 ? i : G_MAXUINT);

        if (i > 0 && j > 0)
          {
            best = MIN (table[i - 1][j], table[i][j - 1]) + 1;
            best = MIN (best, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
              best = MIN (best, table[i - 2][j - 2] + 1);
          }
        table[i][j] = best;
      }

  return table[n_a][n_b];
}

static void
test_edit_random (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      char words[2][10] = { { 0 } };

      for (guint w = 0; w < 2; w++)
        for (gint i = g_test_rand_int_range (0, 9); i > 0; i--)
          words[w][i - 1] = (char)('a' + g_test_rand_int_range (0, 3));
      for (guint max = 0; max <= 2; max++)
        g_assert_cmpuint (distance (words[0], words[1], max), ==,
                          MIN (slow_distance (words[0], words[1]), max + 1));
    }
}

static void
test_allowance (void)
{
  static const struct
  {
    const char *word;
    guint allowance;
  } cases[] = {
    { "get", 0 },  { "gone", 1 },       { "request", 1 },    { "requests", 2 },
    { "404", 0 },  { "http2", 0 },      { "서버", 0 },       { "찿을", 1 },
    { "인증", 1 }, { "게이트웨이", 1 }, { "리다이렉션", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = cb_fold_to_bytes (cases[i].word);
      gsize n;
      const CbLetter *letters = g_bytes_get_data (bytes, &n);

      if (cb_edit_allowance (letters, n) != cases[i].allowance)
        g_error ("\"%s\" is allowed %u edits", cases[i].word, cb_edit_allowance (letters, n));
    }
}

static void
test_slight (void)
{
  g_autoptr (GBytes) a = cb_fold_to_bytes ("혀용");
  g_autoptr (GBytes) b = cb_fold_to_bytes ("허용");
  g_autoptr (GBytes) c = cb_fold_to_bytes ("하용");
  g_autofree char *text = fold_to_text ("혀용");

  g_assert_cmpstr (text, ==, "혀용");
  g_assert_true (cb_edit_is_slight (g_bytes_get_data (a, NULL), 5, g_bytes_get_data (b, NULL), 5));
  g_assert_false (cb_edit_is_slight (g_bytes_get_data (c, NULL), 5, g_bytes_get_data (b, NULL), 5));
  g_assert_false (cb_edit_is_slight (g_bytes_get_data (b, NULL), 5, g_bytes_get_data (b, NULL), 5));
}

/* Few different letters, so that much begins and ends like what is looked for; bytes above 0x7f, as
 * those of Hangul are; every length on both sides of what is read at once. */
static void
test_find (void)
{
  static const CbLetter some[] = { 0, 1, 'a', 'b', CB_LETTER_CONSONANT, CB_LETTER_VOWEL, 0xff };
  guint n_found = 0;

  for (guint round = 0; round < 20000; round++)
    {
      CbLetter haystack[64];
      CbLetter needle[12];
      gsize n_haystack = (gsize)g_test_rand_int_range (0, sizeof haystack + 1);
      gsize n_needle = (gsize)g_test_rand_int_range (1, sizeof needle + 1);
      gint n_letters = g_test_rand_int_range (2, G_N_ELEMENTS (some) + 1);
      const CbLetter *expected = NULL;

      for (gsize i = 0; i < n_haystack; i++)
        haystack[i] = some[g_test_rand_int_range (0, n_letters)];
      for (gsize i = 0; i < n_needle; i++)
        needle[i] = some[g_test_rand_int_range (0, n_letters)];
      for (gsize i = 0; i + n_needle <= n_haystack && expected == NULL; i++)
        if (memcmp (haystack + i, needle, n_needle) == 0)
          expected = haystack + i;

      g_assert_true (cb_letters_find (haystack, n_haystack, needle, n_needle) == expected);
      n_found += expected != NULL;
    }

  g_assert_cmpuint (n_found, >, 1000);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/hangul/all-syllables", test_all_syllables);
  g_test_add_func ("/search/fold/same", test_same_fold);
  g_test_add_func ("/search/fold/words", test_words);
  g_test_add_func ("/search/fold/one-way", test_one_way);
  g_test_add_func ("/search/fold/runs", test_runs);
  g_test_add_func ("/search/fold/offsets", test_offsets);
  g_test_add_func ("/search/keyboard/both-ways", test_keyboard);
  g_test_add_func ("/search/keyboard/syllables", test_syllables);
  g_test_add_func ("/search/edit/distance", test_edit);
  g_test_add_func ("/search/edit/random", test_edit_random);
  g_test_add_func ("/search/edit/allowance", test_allowance);
  g_test_add_func ("/search/edit/slight", test_slight);
  g_test_add_func ("/search/letters/find", test_find);

  return g_test_run ();
}
