/* test-words.c: stems, particles, noise */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cb-fold.h"
#include "cb-keyboard.h"
#include "cb-noise.h"
#include "cb-stem.h"
#include "cb-suffix.h"

static char *
stem_of (const char *word)
{
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (word);
  gsize n;
  const CbLetter *letters = g_bytes_get_data (bytes, &n);

  return cb_letters_to_text (letters, cb_stem_length (letters, n));
}

/* All words of a row have one stem. */
static void
test_same_stem (void)
{
  static const char *const rows[] = {
    "요청 요청을 요청이 요청은 요청의 요청에 요청으로 요청과 요청도 요청만 요청에서 요청부터 "
    "요청까지 요청이란 요청이라는",
    "서버 서버가 서버는 서버를 서버와 서버로 서버란 서버에서는 서버에게 서버처럼 서버들이",
    "만료 만료된 만료되었을 만료됐습니다 만료되면 만료되어 만료됨 만료가 만료될 만료되지",
    "필요 필요한 필요함 필요합니다 필요하다면 필요해서",
    "실패 실패했을 실패했습니다 실패하면 실패한 실패할 실패하는",
    "사라진 사라졌습니다 사라졌을 사라져서",
    "찾을 찾은 찾는",
    "expire expired expires expiring",
    "redirect redirects redirected redirecting redirection redirections",
    "authenticate authenticated authentication authenticating",
    "satisfy satisfied satisfiable",
    "modify modified modifies",
    "retry retries retried",
    "cache cached caching caches",
    "header headers",
    "capability capabilities",
    "accord according accordingly",
    "payment payments",
    "validator validators validation validations",
    "exact exactly exactness",
    "warning warnings",
    "convert convertible",
    "accept acceptable",
    "response responses",
    "revision revisions",
    "sensor sensors",
    "increase increases increased increasing increasingly",
    "dressing dressings",
    "basement basements",
    "proceed proceeding proceedings",
    "ignore ignored ignoring",
    "close closed closes closing",
    "memory memories",
    "agree agreed agrees agreeing agreement agreements",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i], " ", -1);
      g_autofree char *stem = stem_of (words[0]);

      for (gsize k = 1; words[k] != NULL; k++)
        {
          g_autofree char *other = stem_of (words[k]);

          if (strcmp (stem, other) != 0)
            g_error ("\"%s\" has the stem \"%s\", but \"%s\" has \"%s\"", words[0], stem, words[k],
                     other);
        }
    }
}

static void
test_not_stripped (void)
{
  static const char *const words[]
      = { "사이",   "이사", "오일", "주의", "시간", "인증서", "process",
          "access", "get",  "서버", "나이", "코드", "권" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *stem = stem_of (words[i]);

      g_assert_cmpstr (stem, ==, words[i]);
    }
}

/* A stem is the beginning of its word, never empty, and ends where a letter does. */
static void
test_random_stems (void)
{
  for (guint round = 0; round < 50000; round++)
    {
      CbLetter letters[20];
      gsize n = (gsize)g_test_rand_int_range (1, 20);

      for (gsize i = 0; i < n; i++)
        letters[i]
            = (CbLetter)(g_test_rand_bit ()
                             ? CB_LETTER_VOWEL + g_test_rand_int_range (0, CB_N_VOWELS)
                             : CB_LETTER_CONSONANT + g_test_rand_int_range (0, CB_N_CONSONANTS));
      g_assert_cmpuint (cb_stem_length (letters, n), >=, 1);
      g_assert_cmpuint (cb_stem_length (letters, n), <=, n);
      g_assert_cmpuint (cb_particle_stem (letters, n), <=, n);
    }
}

static void
test_noise (void)
{
  static const struct
  {
    const char *word;
    gboolean noise;
  } cases[] = {
    { "http", TRUE },  { "에러", TRUE }, { "에러가", TRUE }, { "코드는", TRUE }, { "뭐야", TRUE },
    { "차이", TRUE },  { "the", TRUE },  { "not", FALSE },   { "요청", FALSE },  { "found", FALSE },
    { "서버", FALSE }, { "too", FALSE }, { "토큰", FALSE },  { "use", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = cb_fold_to_bytes (cases[i].word);
      gsize n;
      const CbLetter *letters = g_bytes_get_data (bytes, &n);

      if (cb_noise_contains (letters, n) != cases[i].noise)
        g_error ("\"%s\" is taken the wrong way", cases[i].word);
    }
}

static void
test_particles (void)
{
  static const struct
  {
    const char *word;
    gboolean particle;
  } cases[] = { { "는", TRUE },    { "가", TRUE },    { "이란", TRUE }, { "에서", TRUE },
                { "에러", FALSE }, { "서버", FALSE }, { "ㄴ", FALSE },  { "", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = cb_fold_to_bytes (cases[i].word);
      gsize n;
      const CbLetter *letters = g_bytes_get_data (bytes, &n);

      g_assert_cmpint (cb_suffix_is_particle (letters, n), ==, cases[i].particle);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/stem/same", test_same_stem);
  g_test_add_func ("/search/stem/not-stripped", test_not_stripped);
  g_test_add_func ("/search/stem/random", test_random_stems);
  g_test_add_func ("/search/stem/particles", test_particles);
  g_test_add_func ("/search/noise", test_noise);

  return g_test_run ();
}
