/* cb-number.c: status codes in what somebody typed: digits and patterns */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-number.h"

#include <string.h>

/* Reads the text as ASCII, each character one byte: full-width forms narrowed, capitals small,
 * @KOREAN for Hangul and
 * @OTHER for anything else. Sources holds where each character begins, and where the last one ends.
 */
#define KOREAN 1
#define OTHER 2

typedef struct
{
  char *characters;
  guint *sources;
  gsize n;
  const char *text;
} CbPlain;

static void
plain_init (CbPlain *self, const char *text, gsize length)
{
  CbFolder folder;
  CbPiece piece;

  self->characters = g_new (char, length + 1);
  self->sources = g_new (guint, length + 1);
  self->n = 0;
  self->text = text;

  cb_folder_init (&folder, text, length);
  while (cb_folder_next (&folder, &piece))
    {
      char c = text[piece.start];

      if (piece.script == CB_SCRIPT_HANGUL)
        c = KOREAN;
      else if (piece.n_letters == 1)
        c = (char)piece.letters[0];
      else if ((guchar)c >= 0x80)
        c = OTHER;
      self->characters[self->n] = c;
      self->sources[self->n++] = (guint)piece.start;
    }
  self->characters[self->n] = 0;
  self->sources[self->n] = (guint)length;
}

static void
plain_clear (CbPlain *self)
{
  g_free (self->characters);
  g_free (self->sources);
}

static gsize
skip_spaces (const CbPlain *plain, gsize i)
{
  while (plain->characters[i] == ' ')
    i++;

  return i;
}

static gboolean
has_prefix_at (const CbPlain *plain, gsize i, const char *prefix)
{
  return strncmp (plain->characters + i, prefix, strlen (prefix)) == 0;
}

static gboolean
has_korean_at (const CbPlain *plain, gsize i, const char *prefix)
{
  const char *text = plain->text + plain->sources[i];
  gsize n = strlen (prefix);

  return plain->sources[plain->n] - plain->sources[i] >= n && memcmp (text, prefix, n) == 0;
}

/* One position of a pattern: a digit, x, *, #, ?, \d, or a set in brackets. Returns where it ends,
 * or @i. */
static gsize
read_position (const CbPlain *plain, gsize i, guint16 *digits)
{
  char c = plain->characters[i];
  guint16 set = 0;
  gsize start = i;

  if (g_ascii_isdigit (c))
    {
      *digits = (guint16)(1u << (c - '0'));
      return i + 1;
    }
  if (c == 'x' || c == '*' || c == '#' || c == '?' || c == '_')
    {
      *digits = CB_CODE_ANY_DIGIT;
      return i + 1;
    }
  if (c == '\\' && plain->characters[i + 1] == 'd')
    {
      *digits = CB_CODE_ANY_DIGIT;
      return i + 2;
    }
  if (c != '[')
    return start;

  for (i++; plain->characters[i] != 0 && plain->characters[i] != ']'; i++)
    {
      char first = plain->characters[i];
      char last = first;

      if (first == ',' || first == ' ' || first == '|')
        continue;
      if (plain->characters[i + 1] == '-' && g_ascii_isdigit (plain->characters[i + 2]))
        {
          last = plain->characters[i + 2];
          i += 2;
        }
      if (!g_ascii_isdigit (first))
        return start;
      for (char digit = first; digit <= last; digit++)
        set = (guint16)(set | (1u << (digit - '0')));
    }
  if (plain->characters[i] != ']' || set == 0)
    return start;

  *digits = set;

  return i + 1;
}

static gboolean
is_class (const CbCode *code)
{
  return code->digits[1] == CB_CODE_ANY_DIGIT && code->digits[2] == CB_CODE_ANY_DIGIT
         && (code->digits[0] & (code->digits[0] - 1)) == 0;
}

/* 4xx, 41x, 50[234], 5\d\d, 5\d{2}. Returns where it ends, or @i. */
static gsize
read_pattern (const CbPlain *plain, gsize i, CbCode *code)
{
  gsize start = i;
  guint n = 0;
  gboolean open = FALSE;

  while (n < CB_CODE_DIGITS)
    {
      gsize end = read_position (plain, i, &code->digits[n]);

      if (end == i)
        break;
      open = open || !g_ascii_isdigit (plain->characters[i]);
      i = end;
      n++;
      if (n == 2 && has_prefix_at (plain, i, "{2}"))
        {
          code->digits[n++] = code->digits[1];
          i += 3;
        }
    }

  /* 5* is 5xx. */
  if (n == 2 && plain->characters[i - 1] == '*')
    code->digits[n++] = CB_CODE_ANY_DIGIT;

  if (n < CB_CODE_DIGITS || !open || g_ascii_isalnum (plain->characters[i]))
    return start;

  code->kind = is_class (code) ? CB_CODE_CLASS : CB_CODE_PATTERN;

  return i;
}

/* After a round hundred: 번대, 번 대, 대, s, -series, to 499. Returns where it ends, or @i. */
static gsize
read_class_ending (const CbPlain *plain, gsize i, char hundred)
{
  static const char *const korean[] = { "번대", "번 대", "대", "단위", "계열" };
  static const char *const english[] = { "series", "range", "class", "level", "family", "codes" };
  gsize next = skip_spaces (plain, i);
  char last[4] = { hundred, '9', '9', 0 };

  for (gsize k = 0; k < G_N_ELEMENTS (korean); k++)
    if (has_korean_at (plain, next, korean[k]))
      return MIN (next + (gsize)g_utf8_strlen (korean[k], -1), plain->n);

  if (plain->characters[i] == 's' && !g_ascii_isalnum (plain->characters[i + 1]))
    return i + 1;

  if (plain->characters[next] == '-' || plain->characters[next] == '~')
    {
      gsize after = skip_spaces (plain, next + 1);

      if (has_prefix_at (plain, after, last) && !g_ascii_isalnum (plain->characters[after + 3]))
        return after + 3;
      next = after;
    }
  for (gsize k = 0; k < G_N_ELEMENTS (english); k++)
    if (has_prefix_at (plain, next, english[k]))
      return next + strlen (english[k]);

  return i;
}

/* 500원, 100 meters: so many of something. What is one of a page or of an error is not here. */
static gboolean
is_measure (const CbPlain *plain, gsize end)
{
  static const char *const korean[]
      = { "원",   "원짜리", "명", "미터", "킬로", "킬로미터", "킬로그램", "그램", "달러",
          "리터", "평",     "살", "세",   "년",   "마리",     "층",       "쪽",   "칼로리" };
  static const char *const english[]
      = { "meter",      "meters",   "metre",  "metres", "mile",   "miles",   "km",    "kg",
          "kilometers", "gram",     "grams",  "pound",  "pounds", "dollars", "euros", "usd",
          "won",        "calories", "people", "feet",   "liters", "litres",  "years" };
  const char *c = plain->characters;
  gsize next = skip_spaces (plain, end);
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (korean); i++)
    if (has_korean_at (plain, next, korean[i])
        && c[MIN (next + (gsize)g_utf8_strlen (korean[i], -1), plain->n)] != KOREAN)
      return TRUE;

  while (g_ascii_isalpha (c[next + n]))
    n++;
  for (gsize i = 0; i < G_N_ELEMENTS (english) && next > end; i++)
    if (n == strlen (english[i]) && has_prefix_at (plain, next, english[i]))
      return TRUE;

  return FALSE;
}

/* The status of IIS has a second one behind a dot: error 500.19. */
static gboolean
is_iis_status (const CbPlain *plain, gsize start, gsize end)
{
  static const char *const before[] = { "error ", "http ", "iis ", "status " };
  const char *c = plain->characters;
  gsize last = end + 1;

  if (c[end] != '.' || end - start != CB_CODE_DIGITS)
    return FALSE;
  while (g_ascii_isdigit (c[last]))
    last++;
  if (last - end < 2 || last - end > 3 || c[last] == '.')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (start >= strlen (before[i]) && has_prefix_at (plain, start - strlen (before[i]), before[i]))
      return TRUE;

  return FALSE;
}

/* Versions, times, addresses, decimals, sums, measures and percentages are no codes, nor are the
 * digits of a name (h2, utf8). */
static gboolean
is_other_number (const CbPlain *plain, gsize start, gsize end)
{
  const char *c = plain->characters;
  gsize n_latin = 0;

  if (is_iis_status (plain, start, end))
    return FALSE;
  if (is_measure (plain, end))
    return TRUE;

  if ((c[end] == '.' || c[end] == ':' || c[end] == ',') && g_ascii_isdigit (c[end + 1]))
    return c[end] != ',' || end - start != CB_CODE_DIGITS;
  if (c[end] == '%')
    return TRUE;
  if (start >= 2 && (c[start - 1] == '.' || c[start - 1] == ':') && g_ascii_isdigit (c[start - 2]))
    return TRUE;
  if (start >= 1 && c[start - 1] == '$')
    return TRUE;
  if (start >= 5 && strncmp (c + start - 5, "http/", 5) == 0)
    return TRUE;

  while (g_ascii_isalpha (c[end + n_latin]))
    n_latin++;
  if (n_latin == 1 || n_latin == 2)
    return TRUE;

  return start >= 1 && (c[start - 1] == 'v' || c[start - 1] == 'p')
         && (start < 2 || !g_ascii_isalpha (c[start - 2]));
}

/* HTTP/1.1 404, or the number after a quoted request line. */
static gboolean
is_pasted (const CbPlain *plain, gsize start)
{
  const char *c = plain->characters;
  gsize i = start;
  gsize n_digits = 0;

  if (i == 0 || c[i - 1] != ' ')
    return FALSE;
  while (i > 0 && c[i - 1] == ' ')
    i--;
  if (i > 0 && c[i - 1] == '"')
    i--;
  while (i > 0 && (g_ascii_isdigit (c[i - 1]) || c[i - 1] == '.'))
    i--, n_digits++;

  return n_digits > 0 && i >= 5 && strncmp (c + i - 5, "http/", 5) == 0;
}

static gsize
read_code (const CbPlain *plain, gsize i, CbCode *code)
{
  const char *c = plain->characters;
  gboolean after_latin = i > 0 && g_ascii_isalpha (c[i - 1]);
  gsize end = i;
  gsize ending;

  if (!after_latin && (end = read_pattern (plain, i, code)) > i)
    return end;

  while (g_ascii_isdigit (c[end]))
    end++;
  if (end - i > CB_CODE_DIGITS)
    return i;

  for (guint n = 0; n < CB_CODE_DIGITS; n++)
    code->digits[n] = (guint16)(i + n < end ? 1u << (c[i + n] - '0') : CB_CODE_ANY_DIGIT);

  if (end - i < CB_CODE_DIGITS)
    {
      code->kind = CB_CODE_PREFIX;
      return after_latin || g_ascii_isalpha (c[end]) || is_other_number (plain, i, end) ? i : end;
    }

  if (c[i + 1] == '0' && c[i + 2] == '0' && !after_latin
      && (ending = read_class_ending (plain, end, c[i])) > end)
    {
      code->kind = CB_CODE_CLASS;
      code->digits[1] = code->digits[2] = CB_CODE_ANY_DIGIT;
      return ending;
    }
  if (is_other_number (plain, i, end))
    return i;

  code->kind = is_pasted (plain, i) ? CB_CODE_PASTED : CB_CODE_NUMBER;

  return end;
}

/**
 * cb_number_scan:
 * @text: (array length=length): any bytes
 * @length: how many
 * @codes: (element-type CbCode): where the codes are appended, in the order of the text
 *
 * Finds the status codes that are written with digits.
 */
void
cb_number_scan (const char *text, gsize length, GArray *codes)
{
  CbPlain plain;

  plain_init (&plain, text, length);
  for (gsize i = 0; i < plain.n;)
    {
      CbCode code = { 0 };
      gsize end;

      if (plain.characters[i] == '[')
        end = read_pattern (&plain, i, &code);
      else if (g_ascii_isdigit (plain.characters[i]))
        end = read_code (&plain, i, &code);
      else
        end = i;

      if (end > i)
        {
          code.start = plain.sources[i];
          code.end = plain.sources[end];
          g_array_append_val (codes, code);
        }
      else
        {
          end = i;
          while (g_ascii_isdigit (plain.characters[end]))
            end++;
          end = MAX (end, i + 1);
        }
      i = end;
    }
  plain_clear (&plain);
}

/**
 * cb_number_drop_measures:
 * @text: (array length=length): any bytes
 * @length: how many
 * @codes: (element-type CbCode): codes of @text
 *
 * Removes the spoken numbers that say how many there are of something.
 */
void
cb_number_drop_measures (const char *text, gsize length, GArray *codes)
{
  for (guint i = codes->len; i-- > 0;)
    {
      const CbCode *code = &g_array_index (codes, CbCode, i);
      CbPlain rest;

      if (code->kind != CB_CODE_SPOKEN)
        continue;
      plain_init (&rest, text + code->end, length - code->end);
      if (is_measure (&rest, 0))
        g_array_remove_index (codes, i);
      plain_clear (&rest);
    }
}

/**
 * cb_code_matches:
 * @code: a code
 * @number: the number of an entry
 *
 * Returns: whether @number is one that @code names
 */
gboolean
cb_code_matches (const CbCode *code, int number)
{
  g_assert (code != NULL);

  if (number < 0 || number > 999)
    return FALSE;

  return (code->digits[0] & (1u << (number / 100))) != 0
         && (code->digits[1] & (1u << (number / 10 % 10))) != 0
         && (code->digits[2] & (1u << (number % 10))) != 0;
}
