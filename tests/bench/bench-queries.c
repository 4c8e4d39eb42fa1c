/* bench-queries.c: queries of every kind, made of the words of the entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-entries.h"

#include <string.h>

#include "cb-fold.h"
#include "cb-keyboard.h"

/* The other word of a query is so many places on. */
#define NEXT 7

static const char *const titles[BENCH_N_KINDS] = {
  [BENCH_NUMBER] = "number",
  [BENCH_NUMBER_PREFIX] = "number, its beginning",
  [BENCH_NUMBER_PATTERN] = "number, a pattern",
  [BENCH_NUMBER_SPOKEN] = "number, in words",
  [BENCH_LETTER_EN] = "one letter, English",
  [BENCH_LETTER_KO] = "one letter, Korean",
  [BENCH_PREFIX_EN] = "prefix, English",
  [BENCH_PREFIX_KO] = "prefix, Korean",
  [BENCH_WORD_EN] = "word, English",
  [BENCH_WORD_KO] = "word, Korean",
  [BENCH_TWO_WORDS_EN] = "two words, English",
  [BENCH_TWO_WORDS_KO] = "two words, Korean",
  [BENCH_TITLE] = "a whole title",
  [BENCH_PHRASE] = "phrase in quotes",
  [BENCH_JOINED] = "words joined",
  [BENCH_INITIALS] = "initials",
  [BENCH_HALF_SYLLABLE] = "half syllable",
  [BENCH_WRONG_LAYOUT_EN] = "wrong layout, English",
  [BENCH_WRONG_LAYOUT_KO] = "wrong layout, Korean",
  [BENCH_FUZZY_EN] = "fuzzy, English",
  [BENCH_FUZZY_KO] = "fuzzy, Korean",
  [BENCH_QUESTION_EN] = "question, English",
  [BENCH_QUESTION_KO] = "question, Korean",
  [BENCH_NOTHING] = "nothing to find",
};

static const char *const patterns[]
    = { "4xx", "50[234]", "30x", "500번대", "1xx", "41x", "4**", "[45]04", "2XX", "42?" };
static const char *const spoken[]
    = { "사백사",     "오백삼", "four oh four",  "이백",   "오공사",
        "사백이십구", "사공삼", "three hundred", "삼백일", "five hundred" };
static const char *const nonsense[] = { "zzzqqq",       "뀋뀋", "xkcdqv",   "쀼쀼뾰", "qwvxz kjhq",
                                        "ㅁㄴㅇㄹㅎㅋ", "뷁",   "jjjjjjjj", "kqxzv",  "쓩뿡쌩" };

/* The initial consonants of a Korean word. */
static char *
make_initials (const char *word)
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

/* A Korean word as the keys that type it. */
static char *
make_keys (const char *word)
{
  GString *keys = g_string_new (NULL);
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (word);
  gsize n;
  const CbLetter *letters = g_bytes_get_data (bytes, &n);

  for (gsize i = 0; i < n; i++)
    if (cb_letter_is_hangul (letters[i]))
      g_string_append_c (keys, cb_keyboard_letter_to_key (letters[i]));

  return g_string_free_and_steal (keys);
}

/* An English word as the letters that its keys are in the other layout. */
static char *
make_letters (const char *word)
{
  GString *letters = g_string_new (NULL);

  for (const char *c = word; *c != '\0'; c++)
    if (g_ascii_isalpha (*c))
      g_string_append_unichar (
          letters, cb_hangul_to_compatibility (cb_keyboard_key_to_letter (g_ascii_tolower (*c))));

  return g_string_free_and_steal (letters);
}

/* The first letters of a Korean word, which may end within a syllable. */
static char *
make_beginning (const char *word, gsize n_letters)
{
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (word);
  gsize n;
  const CbLetter *letters = g_bytes_get_data (bytes, &n);

  return cb_letters_to_text (letters, MIN (n, n_letters));
}

/* A word with a slip: its last two characters exchanged, or the last one doubled. */
static char *
make_slip (const char *word)
{
  glong n = g_utf8_strlen (word, -1);
  const char *last = g_utf8_offset_to_pointer (word, MAX (n - 1, 0));
  const char *before = g_utf8_offset_to_pointer (word, MAX (n - 2, 0));
  g_autofree char *second = g_strndup (before, (gsize)(last - before));

  return strcmp (second, last) == 0 || n < 4
             ? g_strconcat (word, last, NULL)
             : g_strdup_printf ("%.*s%s%s", (int)(before - word), word, last, second);
}

/* A Korean word with another vowel in its last syllable. */
static char *
make_vowel_slip (const char *word)
{
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (word);
  gsize n;
  const CbLetter *letters = g_bytes_get_data (bytes, &n);
  g_autofree CbLetter *copy = g_memdup2 (letters, MAX (n, 1));

  for (gsize i = n; i-- > 0;)
    if (cb_letter_is_vowel (copy[i]))
      {
        copy[i] = copy[i] == CB_LETTER_VOWEL ? CB_LETTER_VOWEL + 4 : CB_LETTER_VOWEL;
        break;
      }

  return cb_letters_to_text (copy, n);
}

/**
 * bench_entries_make_query:
 * @self: entries
 * @kind: what kind of query
 * @i: which one, less than %BENCH_N_QUERIES
 *
 * Returns: (transfer full): what is typed
 */
char *
bench_entries_make_query (const BenchEntries *self, BenchKind kind, guint i)
{
  const char *english = g_ptr_array_index (self->english, i);
  const char *korean = g_ptr_array_index (self->korean, i);
  const char *other_english = g_ptr_array_index (self->english, (i + NEXT) % BENCH_N_QUERIES);
  const char *other_korean = g_ptr_array_index (self->korean, (i + NEXT) % BENCH_N_QUERIES);
  const char *title = g_ptr_array_index (self->titles, i * self->titles->len / BENCH_N_QUERIES);

  switch (kind)
    {
    case BENCH_NUMBER:
      return g_strdup_printf ("%u", 100 + i * 37 % 500);
    case BENCH_NUMBER_PREFIX:
      return g_strdup_printf ("%u", i < 5 ? i + 1 : 10 + i * 2);
    case BENCH_NUMBER_PATTERN:
      return g_strdup (patterns[i % G_N_ELEMENTS (patterns)]);
    case BENCH_NUMBER_SPOKEN:
      return g_strdup (spoken[i % G_N_ELEMENTS (spoken)]);
    case BENCH_LETTER_EN:
      return g_strndup (english, 1);
    case BENCH_LETTER_KO:
      return make_beginning (korean, 1);
    case BENCH_PREFIX_EN:
      return g_strndup (english, 3);
    case BENCH_PREFIX_KO:
      return g_utf8_substring (korean, 0, 1);
    case BENCH_WORD_EN:
      return g_strdup (english);
    case BENCH_WORD_KO:
      return g_strdup (korean);
    case BENCH_TWO_WORDS_EN:
      return g_strconcat (english, " ", other_english, NULL);
    case BENCH_TWO_WORDS_KO:
      return g_strconcat (korean, " ", other_korean, NULL);
    case BENCH_TITLE:
      return g_strdup (title);
    case BENCH_PHRASE:
      return g_strconcat ("\"", title, "\"", NULL);
    case BENCH_JOINED:
      return i % 2 == 0 ? g_strconcat (english, other_english, NULL)
                        : g_strconcat (korean, other_korean, NULL);
    case BENCH_INITIALS:
      return make_initials (korean);
    case BENCH_HALF_SYLLABLE:
      return make_beginning (korean, 3);
    case BENCH_WRONG_LAYOUT_EN:
      return make_letters (english);
    case BENCH_WRONG_LAYOUT_KO:
      return make_keys (korean);
    case BENCH_FUZZY_EN:
      return make_slip (english);
    case BENCH_FUZZY_KO:
      return make_vowel_slip (korean);
    case BENCH_QUESTION_EN:
      return g_strdup_printf ("what should I return when the %s is %s and there is no %s", english,
                              other_english, english);
    case BENCH_QUESTION_KO:
      return g_strdup_printf ("%s을 보낼 때 %s 대신 %s가 나오면 어떻게 해야 하나요", korean,
                              english, other_korean);
    case BENCH_NOTHING:
      return g_strdup (nonsense[i % G_N_ELEMENTS (nonsense)]);
    case BENCH_N_KINDS:
      break;
    }

  g_assert_not_reached ();
}

/**
 * bench_kind_get_title:
 * @kind: a kind of query
 *
 * Returns: what the table calls it
 */
const char *
bench_kind_get_title (BenchKind kind)
{
  return titles[kind];
}
