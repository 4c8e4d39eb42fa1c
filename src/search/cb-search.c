/* cb-search.c: answers a query */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-hit-sort.h"
#include "cb-search-private.h"

/* Of so many entries, the best so far, the names and paragraphs are looked at one by one. */
#define MAX_CLOSE_LOOKS 160
/* The first code of a query stands before the second. */
#define CODE_STEP 0.01f

/**
 * cb_search_find_document:
 * @self: a search
 * @document: an entry that has something of the query
 *
 * Returns: what is known of it
 */
CbAccumulator *
cb_search_find_document (CbSearch *self, guint document)
{
  CbAccumulator *accumulator = &self->index->accumulators[document];

  if (cb_set_add (self->index->found, document))
    {
      *accumulator = (CbAccumulator){ 0 };
      self->n_found++;
    }

  return accumulator;
}

/**
 * cb_search_raise_tier:
 * @accumulator: what is known of an entry
 * @tier: a tier
 * @weight: what it is worth within the tier
 * @field: where it matched
 * @kind: how
 *
 * Takes the tier if it is better than what is known, or worth more.
 */
void
cb_search_raise_tier (
    CbAccumulator *accumulator, CbTier tier, float weight, CbMatchField field, CbMatchKind kind)
{
  if (tier < accumulator->tier || (tier == accumulator->tier && weight <= accumulator->tier_weight))
    return;

  accumulator->tier = (guint8)tier;
  accumulator->tier_weight = weight;
  accumulator->tier_field = (guint8)field;
  accumulator->tier_kind = (guint8)kind;
  if (accumulator->verdict == CB_VERDICT_MISS)
    accumulator->verdict = CB_VERDICT_OPEN;
}

static void
search_class (CbSearch *self, const CbCode *code, float weight)
{
  for (guint digit = 0; digit < CB_CODES_N_CLASSES; digit++)
    {
      guint n;
      const guint32 *classes = cb_codes_get_class (&self->index->codes, digit, &n);

      for (guint i = 0; i < n && (code->digits[0] & (1u << digit)) != 0; i++)
        cb_search_raise_tier (cb_search_find_document (self, classes[i]), CB_TIER_CLASS, weight,
                              CB_MATCH_FIELD_CODE, CB_MATCH_EXACT);
    }
}

static void
search_number (CbSearch *self, const CbCode *code, guint number, float weight)
{
  gboolean several = code->kind == CB_CODE_CLASS || code->kind == CB_CODE_PATTERN
                     || code->kind == CB_CODE_PREFIX;
  guint n;
  const guint32 *documents = cb_codes_get_numbered (&self->index->codes, number, &n);

  for (guint i = 0; i < n; i++)
    {
      const CbDocument *document = &self->index->documents[documents[i]];
      CbAccumulator *accumulator = cb_search_find_document (self, documents[i]);

      if (several)
        cb_search_raise_tier (accumulator, CB_TIER_CODE_PATTERN,
                              (weight + 1 - (float)number / 1000)
                                  * (document->quiet ? document->weight : 1),
                              CB_MATCH_FIELD_CODE, CB_MATCH_PREFIX);
      else
        cb_search_raise_tier (accumulator, CB_TIER_CODE, weight, CB_MATCH_FIELD_CODE,
                              code->kind == CB_CODE_SPOKEN ? CB_MATCH_SPOKEN : CB_MATCH_EXACT);
    }
}

static void
search_codes (CbSearch *self)
{
  GArray *codes = self->plan->query->codes;

  for (guint i = 0; i < codes->len; i++)
    {
      const CbCode *code = &g_array_index (codes, CbCode, i);
      float weight = 1 - CODE_STEP * (float)i;

      if (code->kind == CB_CODE_CLASS
          || (code->kind == CB_CODE_PREFIX && code->digits[1] == CB_CODE_ANY_DIGIT))
        search_class (self, code, weight);
      for (guint number = 0; number < CB_CODES_N_NUMBERS; number++)
        if (cb_code_matches (code, (int)number))
          search_number (self, code, number, weight);
    }
}

/* A code named it, or a name; or all content words match; or at least two that carry over half of
 * the weight. */
static gboolean
has_enough (const CbSearch *self, const CbDocument *document, const CbAccumulator *accumulator)
{
  guint content = accumulator->bits & self->content_bits;

  if (accumulator->tier != CB_TIER_NONE)
    return TRUE;
  if (self->content_bits == 0)
    return self->code_bits != 0 && (accumulator->bits & self->code_bits) == self->code_bits;
  /* Everyday words stand in any prose: of several, one has to be what the entry is about, unless
   * all of them are in one sentence. */
  if (self->plan->query->n_words > 1 && (accumulator->head & self->content_bits) == 0)
    return content == self->content_bits
           && cb_search_has_all_in_passage (self, document, accumulator);
  /* A typing error put right is a guess: it must not lean on prose. */
  if (accumulator->reading == CB_READING_TYPO
      && (accumulator->head & self->content_bits) != self->content_bits)
    return FALSE;
  if (content == self->content_bits)
    return TRUE;

  return accumulator->reading == CB_READING_PLAIN
         && (accumulator->head & accumulator->firm & self->content_bits) != 0
         && __builtin_popcount (accumulator->firm & self->content_bits) >= 2
         && cb_search_is_partial_match (self, document, accumulator);
}

/* Whatever else it has, a quoted phrase has to be there. */
static gboolean
is_match (const CbSearch *self, const CbDocument *document, const CbAccumulator *accumulator)
{
  gboolean phrases = self->has_phrases && accumulator->tier < CB_TIER_CODE_PATTERN;

  if (phrases && (accumulator->bits & self->phrase_bits) != self->phrase_bits)
    return FALSE;

  return has_enough (self, document, accumulator)
         && (!phrases || cb_search_has_all_phrases (self, document));
}

/* Judges an entry once, and again when more is known. */
static gboolean
is_hit (const CbSearch *self, guint d, CbAccumulator *accumulator)
{
  if (accumulator->verdict == CB_VERDICT_OPEN)
    accumulator->verdict = is_match (self, &self->index->documents[d], accumulator)
                               ? CB_VERDICT_HIT
                               : CB_VERDICT_MISS;

  return accumulator->verdict == CB_VERDICT_HIT;
}

static CbRankedHit
make_hit (const CbSearch *self, guint d, const CbAccumulator *accumulator)
{
  const CbDocument *document = &self->index->documents[d];
  float weight = accumulator->weight / self->total * document->weight;
  CbTier tier = (CbTier)accumulator->tier;
  CbMatchField field = (CbMatchField)accumulator->tier_field;
  CbMatchKind kind = (CbMatchKind)accumulator->tier_kind;

  if (tier != CB_TIER_NONE)
    {
      /* Codes stand in their order; of names alike, that of the entry that says more of the query
       * is first. */
      float more = tier < CB_TIER_CODE_PATTERN ? 0.1f * MIN (weight, 5) : 0;

      weight = accumulator->tier_weight + more;
      if (tier == CB_TIER_TYPO_NAME || tier == CB_TIER_KEYBOARD_NAME)
        kind = cb_tier_get_kind (tier);
    }
  else
    {
      tier = accumulator->reading == CB_READING_TYPO       ? CB_TIER_TYPO_WORDS
             : accumulator->reading == CB_READING_KEYBOARD ? CB_TIER_KEYBOARD_WORDS
                                                           : CB_TIER_WORDS;
      field = (CbMatchField)accumulator->best_field;
      kind = tier == CB_TIER_WORDS && field != CB_MATCH_FIELD_TEXT ? CB_MATCH_WORD
                                                                   : cb_tier_get_kind (tier);
    }

  return (CbRankedHit){ .score = cb_rank_score (tier, weight),
                        .position = d & (CB_INDEX_MAX_DOCUMENTS - 1),
                        .field = field & 0x3f,
                        .kind = kind & 0x3f };
}

/* Looks at the best entries, and puts them where they belong then. */
static void
look_at_best (CbSearch *self, CbRankedHit *hits, guint n_hits)
{
  guint n = MIN (n_hits, MAX_CLOSE_LOOKS);

  for (guint i = 0; i < n; i++)
    {
      guint d = hits[i].position;
      CbAccumulator *accumulator = &self->index->accumulators[d];

      if (!accumulator->looked)
        cb_search_look_closely (self, d, accumulator);
      accumulator->looked = TRUE;
      hits[i] = make_hit (self, d, accumulator);
      self->best_tier = MAX (self->best_tier, (CbTier)accumulator->tier);
      self->full = self->full
                   || (accumulator->reading == CB_READING_PLAIN
                       && (accumulator->firm & self->content_bits) == self->content_bits);
    }
  cb_hit_sort_first (hits, n_hits, n);
}

/* The hits among what was found, best first. */
static CbRankedHit *
collect (CbSearch *self, guint *n_hits)
{
  CbIndex *index = self->index;
  CbRankedHit *hits = g_new (CbRankedHit, self->n_found + 1);
  guint n = 0;

  CB_SET_FOREACH (index->found, index->n_documents, d)
  if (is_hit (self, d, &index->accumulators[d]))
    hits[n++] = make_hit (self, d, &index->accumulators[d]);
  cb_hit_sort (hits, n);
  look_at_best (self, hits, n);
  *n_hits = n;

  return hits;
}

static GArray *
list_hits (CbIndex *index, const CbRankedHit *ranked, guint n_hits)
{
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (CbHit), n_hits);

  g_array_set_size (hits, n_hits);
  for (guint i = 0; i < n_hits; i++)
    g_array_index (hits, CbHit, i)
        = (CbHit){ .entry = cb_index_get_entry (index, ranked[i].position),
                   .position = ranked[i].position,
                   .score = ranked[i].score,
                   .field = (CbMatchField)ranked[i].field,
                   .kind = (CbMatchKind)ranked[i].kind };

  return hits;
}

/**
 * cb_index_search:
 * @self: an index
 * @query: (nullable): a query
 *
 * Finds the entries that @query means, whatever the interface language. An entry is found if a code
 * in the query names it, if all content words of the query match it, or if at least two do that
 * carry more than half of the query's weight.
 *
 * Returns: (transfer full) (element-type CbHit): the hits, best first, each entry once
 */
GArray *
cb_index_search (CbIndex *self, const CbQuery *query)
{
  CbSearch search = { .index = self };
  g_autofree CbRankedHit *hits = NULL;
  guint n_hits;

  g_return_val_if_fail (CB_IS_INDEX (self), NULL);

  if (cb_query_is_empty (query) || self->n_documents == 0)
    return g_array_new (FALSE, FALSE, sizeof (CbHit));

  search.plan = cb_index_plan (self, query);
  cb_search_words (&search);
  search_codes (&search);
  cb_search_names (&search);
  hits = collect (&search, &n_hits);
  if (search.best_tier < CB_TIER_NAME_WORDS && cb_search_near_names (&search))
    {
      g_free (hits);
      hits = collect (&search, &n_hits);
    }
  cb_set_clear (self->found, self->n_documents);

  return list_hits (self, hits, n_hits);
}
