/* cb-search-words.c: looks the words of a query up in the postings */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-search-private.h"

/* What noise is worth that matches: it tells two equal hits apart. */
#define NOISE_WEIGHT 0.12f

static void
gather_match (CbSearch *self, const CbPlanMatch *match)
{
  CbIndex *index = self->index;
  const CbLexeme *word = &index->lexicon.words[match->word];
  const CbPosting *end = index->postings + word[1].first_posting;

  if ((word->fields & match->fields) == 0)
    return;

  for (const CbPosting *posting = index->postings + word->first_posting; posting < end; posting++)
    {
      guint fields = posting->fields & match->fields;
      CbGathered *gathered = &index->gathered[posting->document];
      float weight;

      if (fields == 0)
        continue;

      weight = index->field_weights[fields] * (float)match->quality;
      if (cb_set_add (index->touched, posting->document))
        {
          *gathered = (CbGathered){ .field = CB_MATCH_FIELD_TEXT };
          self->n_touched++;
        }
      if (weight > gathered->name_weight)
        {
          gathered->name_weight = weight;
          gathered->field = index->best_fields[fields];
        }
      gathered->quality = MAX (gathered->quality, match->quality);
      if (fields & CB_FIELD_BIT (CB_MATCH_FIELD_TEXT))
        gathered->count = (guint16)(gathered->count + posting->count);
    }
}

/* Adds what was gathered for needle @i to the entries. */
static void
settle (CbSearch *self, guint i)
{
  CbIndex *index = self->index;
  const CbNeedle *needle = &self->plan->needles[i];
  float rarity = self->rarities[i] = cb_rank_rarity (index->n_documents, self->n_touched);
  float text_weight = cb_rank_field_weight (CB_MATCH_FIELD_TEXT);
  gboolean known = self->n_touched > 0 && needle->reading != CB_READING_TYPO;

  self->covers[i] = known ? MIN (rarity, CB_MAX_KNOWN_RARITY) : rarity;
  if (needle->role == CB_ROLE_CONTENT)
    {
      self->total += rarity;
      self->to_cover += self->covers[i];
    }
  if (needle->role == CB_ROLE_NOISE)
    rarity *= NOISE_WEIGHT;

  CB_SET_FOREACH (index->touched, index->n_documents, d)
  {
    CbGathered *gathered = &index->gathered[d];
    CbAccumulator *accumulator = cb_search_find_document (self, d);
    float name = gathered->name_weight / 100;
    float text = 0;
    float weight;

    if (gathered->count > 0)
      text = text_weight * (float)gathered->quality / 100
             * cb_rank_frequency (gathered->count, index->documents[d].length);
    weight = rarity * (MAX (name, text) + 0.15f * MIN (name, text));

    accumulator->weight += weight;
    accumulator->bits |= 1u << i;
    if (gathered->quality >= CB_QUALITY_FIRM)
      accumulator->firm |= 1u << i;
    if (name > 0)
      accumulator->head |= 1u << i;
    if (weight > accumulator->best)
      {
        accumulator->best = weight;
        accumulator->best_field = name >= text ? gathered->field : (guint8)CB_MATCH_FIELD_TEXT;
      }
    accumulator->reading = MAX (accumulator->reading, (guint8)needle->reading);
    *gathered = (CbGathered){ 0 };
  }
  cb_set_clear (index->touched, index->n_documents);
}

/* Whether the needle finds every entry that has a word it matches, wherever it is. */
static gboolean
counts_everywhere (const CbSearch *self, const CbNeedle *needle)
{
  for (guint m = needle->first_match; m < needle->first_match + needle->n_matches; m++)
    if (g_array_index (self->plan->matches, CbPlanMatch, m).fields != CB_FIELDS_ALL)
      return FALSE;

  return TRUE;
}

/**
 * cb_search_words:
 * @self: a search
 *
 * Finds the entries that have words of the query: for each needle the best match of each entry, and
 * what that is worth.
 */
void
cb_search_words (CbSearch *self)
{
  const CbPlan *plan = self->plan;

  for (guint i = 0; i < plan->n_needles; i++)
    {
      const CbNeedle *needle = &plan->needles[i];

      if (needle->role == CB_ROLE_CONTENT)
        self->content_bits |= 1u << i;
      else if (needle->role == CB_ROLE_CODE)
        self->code_bits |= 1u << i;
      if (needle->phrase != 0)
        {
          self->has_phrases = TRUE;
          if (counts_everywhere (self, needle))
            self->phrase_bits |= 1u << i;
        }

      self->n_touched = 0;
      for (guint m = needle->first_match; m < needle->first_match + needle->n_matches; m++)
        gather_match (self, &g_array_index (plan->matches, CbPlanMatch, m));
      settle (self, i);
    }

  /* Where codes are all there is, they are the weight. */
  if (self->content_bits == 0)
    self->total = cb_search_sum_rarities (self, self->code_bits);
  self->total = MAX (self->total, 0.01f);
}
