/* cb-suggest.c: what may have been meant where nothing was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-index-private.h"

static gboolean
has_entry (const GArray *hits, guint position)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, CbHit, i).position == position)
      return TRUE;

  return FALSE;
}

static void
add_suggestion (CbIndex *self,
                GArray *hits,
                guint max,
                guint position,
                guint score,
                CbMatchField field,
                CbMatchKind kind)
{
  CbHit hit = { .entry = cb_index_get_entry (self, position),
                .position = position & (CB_INDEX_MAX_DOCUMENTS - 1),
                .score = score,
                .field = field,
                .kind = kind };

  if (hits->len < max && !has_entry (hits, position))
    g_array_append_val (hits, hit);
}

/* The class of a number that is no entry, and the entries next to it. */
static void
suggest_codes (CbIndex *self, const CbQuery *query, GArray *hits, guint max)
{
  for (guint i = 0; i < query->codes->len; i++)
    {
      const CbCode *code = &g_array_index (query->codes, CbCode, i);

      for (guint d = 0; d < self->n_documents; d++)
        if (self->documents[d].class_digit >= 0
            && (code->digits[0] & (1u << self->documents[d].class_digit)) != 0)
          add_suggestion (self, hits, max, d, max - hits->len, CB_MATCH_FIELD_CODE,
                          CB_MATCH_PREFIX);
      for (guint d = 0; d < self->n_documents; d++)
        {
          int number = self->documents[d].number;

          if (number >= 0 && !self->documents[d].quiet
              && (code->digits[0] & (1u << (number / 100))) != 0
              && (code->digits[1] & (1u << (number / 10 % 10))) != 0)
            add_suggestion (self, hits, max, d, max - hits->len, CB_MATCH_FIELD_CODE,
                            CB_MATCH_PREFIX);
        }
    }
}

/* The entries in which most of the query's weight is found, in names and summaries, with more slips
 * allowed. */
static void
suggest_words (CbIndex *self, const CbQuery *query, GArray *hits, guint max)
{
  g_autofree guint *marks = g_new0 (guint, self->lexicon.n_words + 1);
  g_autoptr (CbPlan) plan = cb_plan_new_loose (query, &self->lexicon, &self->spellings, marks);
  g_autofree float *weights = g_new0 (float, self->n_documents + 1);
  g_autofree float *best = g_new0 (float, self->n_documents + 1);

  for (guint n = 0; n < plan->n_needles; n++)
    {
      const CbNeedle *needle = &plan->needles[n];

      if (needle->role != CB_ROLE_CONTENT)
        continue;
      memset (best, 0, self->n_documents * sizeof *best);
      for (guint m = needle->first_match; m < needle->first_match + needle->n_matches; m++)
        {
          const CbPlanMatch *match = &g_array_index (plan->matches, CbPlanMatch, m);
          guint first = self->lexicon.words[match->word].first_posting;
          guint n_postings = cb_lexicon_n_postings (&self->lexicon, match->word);
          float rarity = cb_rank_rarity (self->n_documents, n_postings);

          for (guint p = first; p < first + n_postings; p++)
            {
              const CbPosting *posting = &self->postings[p];
              float weight = self->field_weights[posting->fields] * rarity * (float)match->quality
                             * self->documents[posting->document].weight;

              best[posting->document] = MAX (best[posting->document], weight);
            }
        }
      for (guint d = 0; d < self->n_documents; d++)
        weights[d] += best[d];
    }

  while (hits->len < max)
    {
      guint top = 0;

      for (guint d = 1; d < self->n_documents; d++)
        if (weights[d] > weights[top])
          top = d;
      if (weights[top] <= 0)
        return;
      weights[top] = 0;
      add_suggestion (self, hits, max, top, max - hits->len, CB_MATCH_FIELD_SUMMARY, CB_MATCH_TYPO);
    }
}

/**
 * cb_index_suggest:
 * @self: an index
 * @query: (nullable): a query that finds nothing
 * @max: how many suggestions there may be
 *
 * Finds what is nearest to a query: for an unknown number its class and the codes beside it, for
 * words the entries that have some of them, or words like them. Suggestions are no hits, and never
 * shown among them.
 *
 * Returns: (transfer full) (element-type CbHit): suggestions, best first; may be none
 */
GArray *
cb_index_suggest (CbIndex *self, const CbQuery *query, guint max)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CbHit));

  g_return_val_if_fail (CB_IS_INDEX (self), hits);

  if (cb_query_is_empty (query) || self->n_documents == 0)
    return hits;

  suggest_codes (self, query, hits, max);
  suggest_words (self, query, hits, max);

  return hits;
}
