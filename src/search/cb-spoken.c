/* cb-spoken.c: status codes in what somebody typed: spoken numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-keyboard.h"
#include "cb-number.h"
#include "cb-suffix.h"

#define HUNDRED 100
#define TEN 10

/* Sino-Korean numerals; zero is 영 or 공. */
static const struct
{
  const char *text;
  int value;
} numerals[] = {
  { "영", 0 }, { "공", 0 }, { "일", 1 }, { "이", 2 }, { "삼", 3 }, { "사", 4 },   { "오", 5 },
  { "육", 6 }, { "륙", 6 }, { "칠", 7 }, { "팔", 8 }, { "구", 9 }, { "십", TEN }, { "백", HUNDRED },
};

/* What may follow a number within one word. */
static const char *const followers[]
    = { "번", "번대", "대", "에러", "오류", "코드", "응답", "번에러", "번오류", "번코드" };

static int
numeral_at (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (length >= 3 && memcmp (text, numerals[i].text, 3) == 0)
      return numerals[i].value;

  return -1;
}

static gboolean
is_follower (const char *text, gsize length, gboolean *class)
{
  CbLetter letters[64];
  CbFolder folder;
  CbPiece piece;
  guint n = 0;

  *class = FALSE;
  if (length == 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (followers); i++)
    {
      gsize n_follower = strlen (followers[i]);

      if (length == n_follower && memcmp (text, followers[i], n_follower) == 0)
        {
          *class = n_follower >= 3 && memcmp (followers[i] + n_follower - 3, "대", 3) == 0;
          return TRUE;
        }
    }

  cb_folder_init (&folder, text, length);
  while (cb_folder_next (&folder, &piece) && n + piece.n_letters <= G_N_ELEMENTS (letters))
    {
      memcpy (letters + n, piece.letters, piece.n_letters);
      n += piece.n_letters;
    }

  return cb_suffix_is_particle (letters, n);
}

/* 사백사, 사백이십구, 오백; or three digits one by one: 오공이. A number in words has 백 or three
 * digits: 이사, 오일 and 만 are words. Returns the number, or -1. */
static int
read_korean (const char *text, gsize length, gsize *n_read)
{
  int total = 0;
  int pending = -1;
  int digits = 0;
  guint n_digits = 0;
  gboolean hundred = FALSE;
  gboolean ten = FALSE;
  gsize i = 0;

  for (int value; (value = numeral_at (text + i, length - i)) >= 0; i += 3)
    {
      if (value == HUNDRED)
        {
          if (hundred || ten || n_digits > 1)
            break;
          total += HUNDRED * (pending > 0 ? pending : 1);
          hundred = TRUE;
          pending = -1;
        }
      else if (value == TEN)
        {
          if (!hundred || ten)
            break;
          total += TEN * (pending > 0 ? pending : 1);
          ten = TRUE;
          pending = -1;
        }
      else
        {
          if (pending >= 0 && hundred)
            break;
          pending = value;
          digits = digits * 10 + value;
          if (++n_digits == CB_CODE_DIGITS && !hundred)
            {
              i += 3;
              break;
            }
        }
    }

  *n_read = i;
  if (hundred)
    return total + MAX (pending, 0);

  return n_digits == CB_CODE_DIGITS ? digits : -1;
}

static void
append_number (GArray *codes, int number, gboolean class, gsize start, gsize end)
{
  CbCode code = { .kind = class ? CB_CODE_CLASS : CB_CODE_SPOKEN, .start = start, .end = end };

  code.digits[0] = (guint16)(1u << (number / 100));
  code.digits[1] = (guint16)(class ? CB_CODE_ANY_DIGIT : 1u << (number / 10 % 10));
  code.digits[2] = (guint16)(class ? CB_CODE_ANY_DIGIT : 1u << (number % 10));
  g_array_append_val (codes, code);
}

/* Whether word @i is hundreds, and the next one, behind a space, tens: 사백 이십구. */
static gboolean
goes_on (const CbFolded *folded, gsize i)
{
  const CbWord *word = &folded->words[i];
  g_autofree char *text = NULL;
  gsize n_read;
  gsize n_hundreds;
  int number;

  if (i + 1 >= folded->n_words || word[1].script != CB_SCRIPT_HANGUL || word[1].glued)
    return FALSE;

  text = cb_letters_to_text (folded->letters + word->start, word->n_letters);
  n_hundreds = strlen (text);
  number = read_korean (text, n_hundreds, &n_read);
  if (number < HUNDRED || number % HUNDRED != 0 || n_read < n_hundreds)
    return FALSE;

  g_free (text);
  text = cb_letters_to_text (folded->letters + word[1].start, word[1].n_letters);

  return numeral_at (text, strlen (text)) == TEN
         || (numeral_at (text, strlen (text)) > 1
             && numeral_at (text + 3, strlen (text) - 3) == TEN);
}

/* Returns the word after those that were read. */
static gsize
scan_korean (const CbFolded *folded, gsize i, GArray *codes)
{
  const CbWord *word = &folded->words[i];
  const CbWord *last = word;
  g_autofree char *text = NULL;
  gboolean class;
  gsize n_read;
  gsize length;
  int number;

  /* The longest such word has a dozen syllables. */
  if (word->n_letters < 4 || word->n_letters > 40)
    return i + 1;

  if (goes_on (folded, i))
    last++;
  text = cb_letters_to_text (folded->letters + word->start,
                             last->start + last->n_letters - word->start);
  length = strlen (text);
  number = read_korean (text, length, &n_read);
  if (number < 100 || number > 599 || numeral_at (text + n_read, length - n_read) >= 0
      || !is_follower (text + n_read, length - n_read, &class))
    return i + 1;
  /* 백만 is a million, 백도 a peach. */
  if ((class && number % 100 != 0) || (n_read == 3 && n_read < length && !class))
    return i + 1;

  append_number (codes, number, class, word->source_start, last->source_end);

  return i + 1 + (gsize)(last - word);
}

/* English: four oh four, four-oh-four, four twenty nine, four hundred and four, five hundred. */
static const struct
{
  const char *word;
  int value;
} english[] = {
  { "oh", 0 },        { "o", 0 },         { "zero", 0 },          { "one", 1 },
  { "two", 2 },       { "three", 3 },     { "four", 4 },          { "five", 5 },
  { "six", 6 },       { "seven", 7 },     { "eight", 8 },         { "nine", 9 },
  { "ten", 10 },      { "eleven", 11 },   { "twelve", 12 },       { "thirteen", 13 },
  { "fourteen", 14 }, { "fifteen", 15 },  { "sixteen", 16 },      { "seventeen", 17 },
  { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 },       { "thirty", 30 },
  { "forty", 40 },    { "fifty", 50 },    { "sixty", 60 },        { "seventy", 70 },
  { "eighty", 80 },   { "ninety", 90 },   { "hundred", HUNDRED }, { "and", -2 },
};

static int
english_value (const CbFolded *folded, gsize i)
{
  const CbWord *word;

  if (i >= folded->n_words)
    return -1;

  word = &folded->words[i];
  for (gsize k = 0; k < G_N_ELEMENTS (english); k++)
    if (word->n_letters == strlen (english[k].word)
        && memcmp (folded->letters + word->start, english[k].word, word->n_letters) == 0)
      return english[k].value;

  return -1;
}

/* What stands after the hundreds: nothing, a number below 100, or two digits. Returns it, or -1. */
static int
read_english_rest (const CbFolded *folded, gsize i, gsize *end)
{
  int first = english_value (folded, i);
  int second = english_value (folded, i + 1);

  if (first < 0 || first >= HUNDRED)
    return -1;
  if (first >= 20 && second > 0 && second < 10)
    {
      *end = i + 2;
      return first + second;
    }
  if (first >= 10)
    {
      *end = i + 1;
      return first;
    }
  if (second >= 0 && second < 10)
    {
      *end = i + 2;
      return first * 10 + second;
    }

  return -1;
}

static gsize
scan_english (const CbFolded *folded, gsize i, GArray *codes)
{
  int hundreds = english_value (folded, i);
  gsize end = i + 1;
  int rest;

  if (hundreds < 1 || hundreds > 5)
    return i + 1;

  if (english_value (folded, end) == HUNDRED)
    {
      gsize next = end + 1;

      if (english_value (folded, next) == -2)
        next++;
      end++;
      rest = read_english_rest (folded, next, &end);
      if (rest < 0 && (rest = english_value (folded, next)) > 0 && rest < 10)
        end = next + 1;
      rest = MAX (rest, 0);
    }
  else
    {
      rest = read_english_rest (folded, end, &end);
    }

  if (rest < 0)
    return i + 1;

  append_number (codes, hundreds * 100 + rest, FALSE, folded->words[i].source_start,
                 folded->words[end - 1].source_end);

  return end;
}

/**
 * cb_number_scan_spoken:
 * @folded: a folded text
 * @codes: (element-type CbCode): where the codes are appended
 *
 * Finds the status codes from 100 to 599 that are written as they are spoken, in Korean or in
 * English.
 */
void
cb_number_scan_spoken (const CbFolded *folded, GArray *codes)
{
  g_assert (folded != NULL);

  for (gsize i = 0; i < folded->n_words;)
    {
      const CbWord *word = &folded->words[i];

      if (word->script == CB_SCRIPT_LATIN)
        {
          i = scan_english (folded, i, codes);
          continue;
        }
      i = word->script == CB_SCRIPT_HANGUL ? scan_korean (folded, i, codes) : i + 1;
    }
}
