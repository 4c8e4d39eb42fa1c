/* fuzz-log.c: any line of a log has codes that are three digits each, in order, and each of them a phrase at most */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-fuzz.h"
#include "cb-log-line.h"
#include "cb-phrases.h"

static CbPhrases *
get_phrases (gboolean color)
{
  static CbPhrases *phrases[2];

  if (phrases[color] == NULL)
    {
      static const CbLanguages languages[] = { { CB_LANGUAGE_EN, FALSE }, { CB_LANGUAGE_KO, TRUE } };
      g_autoptr (CbCatalog) catalog = cb_catalog_new (NULL);

      g_assert (catalog != NULL);
      phrases[color] = cb_phrases_new (catalog, &languages[color], color);
    }

  return phrases[color];
}

static void
annotate (const char *line,
          gsize       length)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (CbLogCode));
  gsize done = 0;

  cb_log_line_find (line, length, codes);
  for (guint i = 0; i < codes->len; i++)
    {
      const CbLogCode *code = &g_array_index (codes, CbLogCode, i);
      gsize end = code->start + CB_LOG_CODE_LENGTH;
      guint number = 0;

      g_assert (code->start >= done && end <= length);
      for (gsize at = code->start; at < end; at++)
        {
          g_assert (g_ascii_isdigit (line[at]));
          number = number * 10 + (guint) (line[at] - '0');
        }
      g_assert_cmpuint (number, ==, code->number);

      for (guint color = 0; color < 2; color++)
        {
          const char *text = cb_phrases_get (get_phrases (color), number, line + end, length - end);

          g_assert (text == NULL || (g_utf8_validate (text, -1, NULL) && strchr (text, '\n') == NULL));
        }
      done = end;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *line = (const char *) data;
  const char *end = line + size;

  while (line < end)
    {
      const char *line_end = memchr (line, '\n', (gsize) (end - line));
      gsize length = (gsize) ((line_end != NULL ? line_end + 1 : end) - line);
      /* Its own block of the exact size, so that a byte too far is noticed. */
      g_autofree char *copy = g_memdup2 (line, length);

      annotate (copy, length);
      line += length;
    }

  return 0;
}
