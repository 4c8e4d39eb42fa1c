/* fuzz-query.c: any bytes are a query, and NFD is the same query as NFC */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-fuzz.h"
#include "cb-query-private.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (CbQuery) query = cb_query_parse (text);

  g_assert (query->n_words <= CB_QUERY_MAX_WORDS);
  for (guint i = 0; i < query->n_words; i++)
    g_assert (query->words[i].word.source_end <= query->length);
  for (guint i = 0; i < query->codes->len; i++)
    {
      const CbCode *code = &g_array_index (query->codes, CbCode, i);

      g_assert (code->start < code->end && code->end <= query->length);
      for (guint k = 0; k < CB_CODE_DIGITS; k++)
        g_assert (code->digits[k] != 0 && code->digits[k] <= CB_CODE_ANY_DIGIT);
    }

  if (strlen (text) < CB_QUERY_MAX_BYTES / 4 && g_utf8_validate (text, -1, NULL))
    {
      g_autofree char *nfd = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
      g_autoptr (CbQuery) other = cb_query_parse (nfd);

      g_assert (other->n_words == query->n_words);
      g_assert (other->codes->len == query->codes->len);
    }

  return 0;
}
