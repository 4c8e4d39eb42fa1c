/* cb-search-codes.c: looks the codes of a query up */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-search-private.h"

/* The first code of a query stands before the second. */
#define CODE_STEP 0.01f

static void
add_cursor (
    CbSearch *self, const guint32 *documents, guint n, CbTier tier, CbMatchKind kind, float weight)
{
  CbCodeCursor cursor
      = { .next = documents, .end = documents + n, .tier = tier, .kind = kind, .weight = weight };

  if (n > 0)
    g_array_append_val (self->codes, cursor);
}

static void
start_class (CbSearch *self, const CbCode *code, float weight)
{
  for (guint digit = 0; digit < CB_CODES_N_CLASSES; digit++)
    if ((code->digits[0] & (1u << digit)) != 0)
      {
        guint n;
        const guint32 *classes = cb_codes_get_class (&self->index->codes, digit, &n);

        add_cursor (self, classes, n, CB_TIER_CLASS, CB_MATCH_EXACT, weight);
      }
}

static void
start_number (CbSearch *self, const CbCode *code, guint number, float weight)
{
  guint n;
  const guint32 *documents = cb_codes_get_numbered (&self->index->codes, number, &n);

  if (code->kind == CB_CODE_CLASS || code->kind == CB_CODE_PATTERN || code->kind == CB_CODE_PREFIX)
    add_cursor (self, documents, n, CB_TIER_CODE_PATTERN, CB_MATCH_PREFIX,
                weight + 1 - (float)number / 1000);
  else
    add_cursor (self, documents, n, CB_TIER_CODE,
                code->kind == CB_CODE_SPOKEN ? CB_MATCH_SPOKEN : CB_MATCH_EXACT, weight);
}

/**
 * cb_search_start_codes:
 * @self: a search
 *
 * Goes to the first entry of each code that the query names.
 */
void
cb_search_start_codes (CbSearch *self)
{
  GArray *codes = self->plan->query->codes;

  g_array_set_size (self->codes, 0);
  for (guint i = 0; i < codes->len; i++)
    {
      const CbCode *code = &g_array_index (codes, CbCode, i);
      float weight = 1 - CODE_STEP * (float)i;

      if (code->kind == CB_CODE_CLASS
          || (code->kind == CB_CODE_PREFIX && code->digits[1] == CB_CODE_ANY_DIGIT))
        start_class (self, code, weight);
      for (guint number = 0; number < CB_CODES_N_NUMBERS; number++)
        if (cb_code_matches (code, (int)number))
          start_number (self, code, number, weight);
    }
}

/**
 * cb_search_codes:
 * @self: a search
 *
 * Finds the entries of the block that have a code of the query.
 */
void
cb_search_codes (CbSearch *self)
{
  for (guint i = 0; i < self->codes->len; i++)
    {
      CbCodeCursor *code = &g_array_index (self->codes, CbCodeCursor, i);

      for (; code->next < code->end && *code->next < self->end; code->next++)
        {
          const CbDocument *document = &self->index->documents[*code->next];
          float weight = code->weight;

          if (document->quiet)
            weight *= document->weight;
          cb_search_raise_tier (cb_search_find_document (self, *code->next), code->tier, weight,
                                CB_MATCH_FIELD_CODE, code->kind);
        }
    }
}
