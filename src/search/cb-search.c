/* cb-search.c: answers a query */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-search-private.h"

/**
 * cb_search_find_document:
 * @self: a search
 * @document: an entry of the block that has something of the query
 *
 * Returns: what is known of it
 */
CbAccumulator *
cb_search_find_document (CbSearch *self, guint document)
{
  CbAccumulator *accumulator = &self->index->accumulators[document - self->first];

  if (cb_set_add (self->index->found, document - self->first))
    *accumulator = (CbAccumulator){ 0 };

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
}

/* A code named it, or a name; or all content words match; or at least two that carry over half of
 * the weight. */
static gboolean
has_enough (const CbSearch *self, const CbDocument *document, const CbAccumulator *accumulator)
{
  guint content = accumulator->bits & self->content_bits;

  /* People say four hundred of sheep as well: beside other words a number in words is a code if the
   * entry has one of them. */
  if (accumulator->tier == CB_TIER_CODE && accumulator->tier_kind == CB_MATCH_SPOKEN)
    return self->content_bits == 0 || content != 0;
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
  if (content == self->content_bits && cb_search_has_all_together (self, document, accumulator))
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

/* Takes the entries from @first on in hand, at most as many as a block has, and their names, which
 * are in the same order. */
static void
begin_block (CbSearch *self, guint first)
{
  const CbNames *names = &self->index->names;
  guint n_left = self->index->n_documents - first;

  self->first = first;
  self->end = first + MIN (n_left, self->index->block_size);
  self->first_name = first > 0 ? self->end_name : 0;
  self->end_name = cb_names_find_document (names, self->first_name, self->end);
}

/* Adds the hits among what was found in the block. */
static void
collect (CbSearch *self, GArray *hits)
{
  CbIndex *index = self->index;
  guint n = self->end - self->first;
  guint n_hits = hits->len;
  CbRankedHit *hit;

  g_array_set_size (hits, n_hits + cb_set_count (index->found, n));
  hit = &g_array_index (hits, CbRankedHit, n_hits);
  CB_SET_FOREACH (index->found, n, i)
    {
      guint d = self->first + i;
      const CbAccumulator *accumulator = &index->accumulators[i];

      if (is_match (self, &index->documents[d], accumulator))
        {
          *hit = make_hit (self, d, accumulator);
          cb_best_add (self->best, hit++, accumulator);
        }
    }
  g_array_set_size (hits, (guint)(hit - (CbRankedHit *)(gpointer)hits->data));
  cb_set_clear (index->found, n);
}

/* Looks at the best entries, and puts them where they belong then. */
static void
look_at_best (CbSearch *self, CbRankedHit *hits, guint n_hits)
{
  guint n = MIN (n_hits, CB_MAX_CLOSE_LOOKS);

  for (guint i = 0; i < n; i++)
    {
      guint d = hits[i].position;
      CbAccumulator *accumulator = cb_best_find (self->best, d);

      cb_search_look_closely (self, d, accumulator);
      hits[i] = make_hit (self, d, accumulator);
      self->best_tier = MAX (self->best_tier, (CbTier)accumulator->tier);
      self->full = self->full
                   || (accumulator->reading == CB_READING_PLAIN
                       && (accumulator->firm & self->content_bits) == self->content_bits);
    }
  cb_hit_sort_first (hits, n_hits, n);
}

/* Goes through all entries, block by block. Returns the hits, best first. */
static GArray *
go_through (CbSearch *self)
{
  /* Room for one, so that there is a place even where there is nothing. */
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (CbRankedHit), 1);

  cb_search_start_words (self);
  cb_search_start_codes (self);
  cb_best_init (self->best);
  for (guint first = 0; first < self->index->n_documents; first += self->index->block_size)
    {
      begin_block (self, first);
      cb_search_codes (self);
      cb_search_names (self);
      cb_search_words (self);
      collect (self, hits);
    }
  cb_hit_sort ((CbRankedHit *)(gpointer)hits->data, hits->len);
  look_at_best (self, (CbRankedHit *)(gpointer)hits->data, hits->len);

  return hits;
}

static GArray *
list_hits (CbIndex *index, const GArray *all)
{
  const CbRankedHit *ranked = (const CbRankedHit *)(gconstpointer)all->data;
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (CbHit), all->len);

  g_array_set_size (hits, all->len);
  for (guint i = 0; i < all->len; i++)
    g_array_index (hits, CbHit, i)
        = (CbHit){ .entry = cb_index_get_entry (index, ranked[i].position),
                   .position = ranked[i].position,
                   .score = ranked[i].score,
                   .field = (CbMatchField)ranked[i].field,
                   .kind = (CbMatchKind)ranked[i].kind };

  return hits;
}

/* Returns the hits, best first, and in @tier that of the best ones. */
static GArray *
search_for (CbIndex *index, const CbQuery *query, CbTier *tier)
{
  CbSearch search = { .index = index };
  g_autofree CbBest *best = NULL;
  g_autofree CbWordCursor *words = NULL;
  g_autoptr (GArray) codes = NULL;
  g_autoptr (GPtrArray) near_names = NULL;
  g_autoptr (GArray) hits = NULL;

  search.plan = cb_index_plan (index, query);
  search.best = best = g_new (CbBest, 1);
  search.words = words = g_new (CbWordCursor, 2 * search.plan->matches->len + 1);
  search.codes = codes = g_array_new (FALSE, FALSE, sizeof (CbCodeCursor));
  cb_search_weigh_words (&search);
  hits = go_through (&search);
  if (search.best_tier < CB_TIER_NAME_WORDS)
    {
      search.near_names = near_names = cb_search_list_near_names (&search);
      if (near_names->len > 0)
        {
          g_array_unref (hits);
          hits = go_through (&search);
        }
    }
  *tier = search.best_tier;

  return list_hits (index, hits);
}

/* Where nothing is found, with what something happens does not count, if the rest is a name. */
static GArray *
search_without_context (CbIndex *index, const CbQuery *query)
{
  g_autoptr (CbQuery) rest = cb_query_leave_context_out (query);
  g_autoptr (GArray) hits = NULL;
  CbTier tier;

  if (rest == NULL)
    return NULL;

  hits = search_for (index, rest, &tier);

  return tier >= CB_TIER_NAME_SAME ? g_steal_pointer (&hits) : NULL;
}

/**
 * cb_index_search:
 * @self: an index
 * @query: (nullable): a query
 *
 * Finds the entries that @query means, whatever the interface language. An entry is found if a code
 * in the query names it, if all content words of the query match it, or if at least two do that
 * carry more than half of the query's weight. Where that finds nothing, a name that is all of the
 * query but for that with what it happens does: docker is unauthorized.
 *
 * Returns: (transfer full) (element-type CbHit): the hits, best first, each entry once
 */
GArray *
cb_index_search (CbIndex *self, const CbQuery *query)
{
  g_autoptr (GArray) hits = NULL;
  GArray *others;
  CbTier tier;

  g_return_val_if_fail (CB_IS_INDEX (self), NULL);

  if (cb_query_is_empty (query) || self->n_documents == 0)
    return g_array_new (FALSE, FALSE, sizeof (CbHit));

  hits = search_for (self, query, &tier);
  if (hits->len == 0 && (others = search_without_context (self, query)) != NULL)
    return others;

  return g_steal_pointer (&hits);
}
