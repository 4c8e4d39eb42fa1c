/* cb-number-other.c: numbers that are no codes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-number-text.h"

#include <string.h>

/* Whether a unit ends here: before anything but Hangul, or before a particle that ends the word.
 * One that makes another word is not among them: 원인 is no 원; nor does one follow 쪽, which is a
 * side then. */
static gboolean
ends_unit (const CbNumberText *self, gsize end, const char *unit)
{
  static const char *const particles[] = { "이", "가", "은", "는", "을", "를", "만", "에" };

  end = MIN (end, self->n);
  if (self->characters[end] != CB_NUMBER_KOREAN)
    return TRUE;
  if (self->characters[end + 1] == CB_NUMBER_KOREAN || strcmp (unit, "쪽") == 0)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (particles); i++)
    if (cb_number_text_has_korean (self, end, particles[i]))
      return TRUE;

  return FALSE;
}

/**
 * cb_number_measure_end:
 * @self: a text
 * @end: where a number in it ends
 *
 * 500원, 100 meters, 이백 명이: so many of something. What is one of a page or of an error is not
 * here.
 *
 * Returns: where the unit that follows ends, or @end if none does
 */
gsize
cb_number_measure_end (const CbNumberText *self, gsize end)
{
  static const char *const korean[]
      = { "원",   "원짜리", "명", "미터", "킬로", "킬로미터", "킬로그램", "그램",
          "달러", "리터",   "평", "살",   "세",   "년",       "마리",     "층",
          "쪽",   "칼로리", "호", "석",   "개",   "장",       "권",       "분",
          "초",   "회",     "점", "병",   "잔",   "시간",     "개월" };
  static const char *const english[]
      = { "meter",      "meters",   "metre",  "metres", "mile",   "miles",   "km",    "kg",
          "kilometers", "gram",     "grams",  "pound",  "pounds", "dollars", "euros", "usd",
          "won",        "calories", "people", "feet",   "liters", "litres",  "years" };
  const char *c = self->characters;
  gsize next = cb_number_text_skip_spaces (self, end);
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (korean); i++)
    {
      gsize after = next + (gsize)g_utf8_strlen (korean[i], -1);

      if (cb_number_text_has_korean (self, next, korean[i]) && ends_unit (self, after, korean[i]))
        return MIN (after, self->n);
    }

  while (g_ascii_isalpha (c[next + n]))
    n++;
  for (gsize i = 0; i < G_N_ELEMENTS (english) && next > end; i++)
    if (n == strlen (english[i]) && cb_number_text_has (self, next, english[i]))
      return next + n;

  return end;
}

/* The status of IIS has a second one behind a dot: error 500.19. */
static gboolean
is_iis_status (const CbNumberText *self, gsize start, gsize end)
{
  static const char *const before[] = { "error ", "http ", "iis ", "status " };
  const char *c = self->characters;
  gsize last = end + 1;

  if (c[end] != '.' || end - start != CB_CODE_DIGITS)
    return FALSE;
  while (g_ascii_isdigit (c[last]))
    last++;
  if (last - end < 2 || last - end > 3 || c[last] == '.')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (start >= strlen (before[i])
        && cb_number_text_has (self, start - strlen (before[i]), before[i]))
      return TRUE;

  return FALSE;
}

/* What servers say of a failed system call: (111: Connection refused). */
static gboolean
is_system_error (const CbNumberText *self, gsize start, gsize end)
{
  const char *c = self->characters;

  return start >= 1 && c[start - 1] == '(' && c[start] == '1' && end - start == CB_CODE_DIGITS
         && c[end] == ':' && c[end + 1] == ' ';
}

/**
 * cb_number_is_other:
 * @self: a text
 * @start: where a number in it begins
 * @end: where it ends
 *
 * Versions, times, addresses, decimals, sums, measures, percentages and errors of the system are no
 * codes, nor are the digits of a name (h2, utf8).
 *
 * Returns: whether the number is something else than a code
 */
gboolean
cb_number_is_other (const CbNumberText *self, gsize start, gsize end)
{
  const char *c = self->characters;
  gsize n_latin = 0;

  if (is_iis_status (self, start, end))
    return FALSE;
  if (cb_number_measure_end (self, end) > end)
    return TRUE;

  if ((c[end] == '.' || c[end] == ':' || c[end] == ',') && g_ascii_isdigit (c[end + 1]))
    return c[end] != ',' || end - start != CB_CODE_DIGITS;
  if (c[end] == '%' || is_system_error (self, start, end))
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

/**
 * cb_number_is_pasted:
 * @self: a text
 * @start: where a number in it begins
 *
 * Returns: whether it comes from a log: HTTP/1.1 404, or the number after a quoted request line
 */
gboolean
cb_number_is_pasted (const CbNumberText *self, gsize start)
{
  const char *c = self->characters;
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
