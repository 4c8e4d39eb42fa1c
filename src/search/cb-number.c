/* cb-number.c: status codes in what somebody typed: digits and patterns */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-number-text.h"

#include <string.h>

/* One position of a pattern: a digit, x, *, #, ?, \d, or a set in brackets. Returns where it ends,
 * or @i. */
static gsize
read_position (const CbNumberText *text, gsize i, guint16 *digits)
{
  char c = text->characters[i];
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
  if (c == '\\' && text->characters[i + 1] == 'd')
    {
      *digits = CB_CODE_ANY_DIGIT;
      return i + 2;
    }
  if (c != '[')
    return start;

  for (i++; text->characters[i] != 0 && text->characters[i] != ']'; i++)
    {
      char first = text->characters[i];
      char last = first;

      if (first == ',' || first == ' ' || first == '|')
        continue;
      if (text->characters[i + 1] == '-' && g_ascii_isdigit (text->characters[i + 2]))
        {
          last = text->characters[i + 2];
          i += 2;
        }
      if (!g_ascii_isdigit (first))
        return start;
      for (char digit = first; digit <= last; digit++)
        set = (guint16)(set | (1u << (digit - '0')));
    }
  if (text->characters[i] != ']' || set == 0)
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
read_pattern (const CbNumberText *text, gsize i, CbCode *code)
{
  gsize start = i;
  guint n = 0;
  gboolean open = FALSE;

  while (n < CB_CODE_DIGITS)
    {
      gsize end = read_position (text, i, &code->digits[n]);

      if (end == i)
        break;
      open = open || !g_ascii_isdigit (text->characters[i]);
      i = end;
      n++;
      if (n == 2 && cb_number_text_has (text, i, "{2}"))
        {
          code->digits[n++] = code->digits[1];
          i += 3;
        }
    }

  /* 5* is 5xx. */
  if (n == 2 && text->characters[i - 1] == '*')
    code->digits[n++] = CB_CODE_ANY_DIGIT;

  if (n < CB_CODE_DIGITS || !open || g_ascii_isalnum (text->characters[i]))
    return start;

  code->kind = is_class (code) ? CB_CODE_CLASS : CB_CODE_PATTERN;

  return i;
}

/* After a round hundred: 번대, 번 대, 대, s, -series, to 499. Returns where it ends, or @i. */
static gsize
read_class_ending (const CbNumberText *text, gsize i, char hundred)
{
  static const char *const korean[] = { "번대", "번 대", "대", "단위", "계열" };
  static const char *const english[] = { "series", "range", "class", "level", "family", "codes" };
  gsize next = cb_number_text_skip_spaces (text, i);
  char last[4] = { hundred, '9', '9', 0 };

  for (gsize k = 0; k < G_N_ELEMENTS (korean); k++)
    if (cb_number_text_has_korean (text, next, korean[k]))
      return MIN (next + (gsize)g_utf8_strlen (korean[k], -1), text->n);

  if (text->characters[i] == 's' && !g_ascii_isalnum (text->characters[i + 1]))
    return i + 1;

  if (text->characters[next] == '-' || text->characters[next] == '~')
    {
      gsize after = cb_number_text_skip_spaces (text, next + 1);

      if (cb_number_text_has (text, after, last) && !g_ascii_isalnum (text->characters[after + 3]))
        return after + 3;
      next = after;
    }
  for (gsize k = 0; k < G_N_ELEMENTS (english); k++)
    if (cb_number_text_has (text, next, english[k]))
      return next + strlen (english[k]);

  return i;
}

static gsize
read_code (const CbNumberText *text, gsize i, CbCode *code)
{
  const char *c = text->characters;
  gboolean after_latin = i > 0 && g_ascii_isalpha (c[i - 1]);
  gsize end = i;
  gsize ending;

  if (!after_latin && (end = read_pattern (text, i, code)) > i)
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
      return after_latin || g_ascii_isalpha (c[end]) || cb_number_is_other (text, i, end) ? i : end;
    }

  if (c[i + 1] == '0' && c[i + 2] == '0' && !after_latin
      && (ending = read_class_ending (text, end, c[i])) > end)
    {
      code->kind = CB_CODE_CLASS;
      code->digits[1] = code->digits[2] = CB_CODE_ANY_DIGIT;
      return ending;
    }
  if ((ending = cb_number_measure_end (text, end)) > end)
    {
      code->kind = CB_CODE_MEASURE;
      return ending;
    }
  if (cb_number_is_other (text, i, end))
    return i;

  code->kind = cb_number_is_pasted (text, i) ? CB_CODE_PASTED : CB_CODE_NUMBER;

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
  CbNumberText plain;

  cb_number_text_init (&plain, text, length);
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
  cb_number_text_clear (&plain);
}

/**
 * cb_number_take_measures:
 * @text: (array length=length): any bytes
 * @length: how many
 * @codes: (element-type CbCode): codes of @text
 * @measures: (element-type CbCode): where those are appended that are none
 *
 * Takes the numbers away that say how many there are of something, each with its unit.
 */
void
cb_number_take_measures (const char *text, gsize length, GArray *codes, GArray *measures)
{
  for (guint i = codes->len; i-- > 0;)
    {
      CbCode code = g_array_index (codes, CbCode, i);

      if (code.kind == CB_CODE_SPOKEN)
        {
          CbNumberText rest;
          gsize end;

          cb_number_text_init (&rest, text + code.end, length - code.end);
          end = cb_number_measure_end (&rest, 0);
          if (end > 0)
            {
              code.kind = CB_CODE_MEASURE;
              code.end += rest.sources[end];
            }
          cb_number_text_clear (&rest);
        }
      if (code.kind != CB_CODE_MEASURE)
        continue;
      g_array_append_val (measures, code);
      g_array_remove_index (codes, i);
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
