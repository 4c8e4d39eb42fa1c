/* cb-search.c: answers a query */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-hit-sort.h"
#include "cb-search-private.h"

/* What noise is worth that matches: it tells two equal hits apart. */
#define NOISE_WEIGHT 0.12f
/* Of so many entries, the best so far, the names and paragraphs are looked at one by one. */
#define MAX_CLOSE_LOOKS 160
/* The first code of a query stands before the second. */
#define CODE_STEP 0.01f

static CbAccumulator *
find_document (CbSearch *self, guint document)
{
  CbAccumulator *accumulator = &self->index->accumulators[document];

  if (!accumulator->found)
    {
      accumulator->found = TRUE;
      self->index->found[self->n_found++] = document;
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
}

static void
search_codes (CbSearch *self)
{
  CbIndex *index = self->index;
  GArray *codes = self->plan->query->codes;

  for (guint i = 0; i < codes->len; i++)
    {
      const CbCode *code = &g_array_index (codes, CbCode, i);
      gboolean several = code->kind == CB_CODE_CLASS || code->kind == CB_CODE_PATTERN
                         || code->kind == CB_CODE_PREFIX;
      gboolean class = code->kind == CB_CODE_CLASS
                       || (code->kind == CB_CODE_PREFIX && code->digits[1] == CB_CODE_ANY_DIGIT);
      float weight = 1 - CODE_STEP * (float)i;

      for (guint d = 0; d < index->n_documents; d++)
        {
          const CbDocument *document = &index->documents[d];

          if (class && document->class_digit >= 0
              && (code->digits[0] & (1u << document->class_digit)) != 0)
            cb_search_raise_tier (find_document (self, d), CB_TIER_CLASS, weight,
                                  CB_MATCH_FIELD_CODE, CB_MATCH_EXACT);
          else if (document->number < 0 || !cb_code_matches (code, document->number))
            continue;
          else if (several)
            cb_search_raise_tier (find_document (self, d), CB_TIER_CODE_PATTERN,
                                  (weight + 1 - (float)document->number / 1000)
                                      * (document->quiet ? document->weight : 1),
                                  CB_MATCH_FIELD_CODE, CB_MATCH_PREFIX);
          else
            cb_search_raise_tier (find_document (self, d), CB_TIER_CODE, weight,
                                  CB_MATCH_FIELD_CODE,
                                  code->kind == CB_CODE_SPOKEN ? CB_MATCH_SPOKEN : CB_MATCH_EXACT);
        }
    }
}

/* Gathers, for one needle, the best match of each entry. */
static void
gather (CbSearch *self, const CbNeedle *needle)
{
  CbIndex *index = self->index;

  self->n_touched = 0;
  for (guint m = needle->first_match; m < needle->first_match + needle->n_matches; m++)
    {
      const CbPlanMatch *match = &g_array_index (self->plan->matches, CbPlanMatch, m);
      const CbLexeme *word = &index->lexicon.words[match->word];
      const CbPosting *posting = index->postings + word[0].first_posting;
      const CbPosting *end = index->postings + word[1].first_posting;

      if ((word->fields & match->fields) == 0)
        continue;

      for (; posting < end; posting++)
        {
          CbAccumulator *accumulator = &index->accumulators[posting->document];
          guint fields = posting->fields & match->fields;
          float weight = index->field_weights[fields] * (float)match->quality;

          if (fields == 0)
            continue;
          if (!accumulator->touched)
            {
              accumulator->touched = TRUE;
              accumulator->name_weight = 0;
              accumulator->count = 0;
              accumulator->quality = 0;
              accumulator->field = CB_MATCH_FIELD_TEXT;
              accumulator->kind = match->kind;
              index->touched[self->n_touched++] = posting->document;
            }
          if (weight > accumulator->name_weight)
            {
              accumulator->name_weight = weight;
              accumulator->field = index->best_fields[fields];
              accumulator->kind = match->kind;
            }
          if (match->quality > accumulator->quality)
            accumulator->quality = match->quality;
          if (fields & CB_FIELD_BIT (CB_MATCH_FIELD_TEXT))
            accumulator->count = (guint16)(accumulator->count + posting->count);
        }
    }
}

/* Adds what was gathered for needle @i to the entries. */
static void
settle (CbSearch *self, guint i)
{
  CbIndex *index = self->index;
  const CbNeedle *needle = &self->plan->needles[i];
  gboolean content = needle->role == CB_ROLE_CONTENT;
  float rarity = self->rarities[i] = cb_rank_rarity (index->n_documents, self->n_touched);
  float text_weight = cb_rank_field_weight (CB_MATCH_FIELD_TEXT);

  gboolean known = self->n_touched > 0 && needle->reading != CB_READING_TYPO;
  float to_cover = known ? MIN (rarity, MAX_KNOWN_RARITY) : rarity;

  if (content)
    {
      self->total += rarity;
      self->to_cover += to_cover;
    }
  if (needle->role == CB_ROLE_NOISE)
    rarity *= NOISE_WEIGHT;

  for (guint k = 0; k < self->n_touched; k++)
    {
      guint d = index->touched[k];
      CbAccumulator *accumulator = find_document (self, d);
      float name = accumulator->name_weight / 100;
      float text = 0;
      float weight;

      if (accumulator->count > 0)
        text = text_weight * (float)accumulator->quality / 100
               * cb_rank_frequency (accumulator->count, index->documents[d].length);
      weight = rarity * (MAX (name, text) + 0.15f * MIN (name, text));

      accumulator->weight += weight;
      accumulator->bits |= 1u << i;
      if (accumulator->quality >= CB_QUALITY_FIRM)
        accumulator->firm |= 1u << i;
      if (name > 0)
        accumulator->head |= 1u << i;
      if (content && accumulator->quality >= CB_QUALITY_FIRM)
        accumulator->covered += to_cover;
      if (weight > accumulator->best)
        {
          accumulator->best = weight;
          accumulator->best_field = name >= text ? accumulator->field : (guint8)CB_MATCH_FIELD_TEXT;
          accumulator->best_kind = accumulator->kind;
        }
      accumulator->reading = MAX (accumulator->reading, (guint8)needle->reading);
      accumulator->touched = FALSE;
    }
}

/**
 * cb_search_is_article:
 * @document: an entry
 *
 * Returns: whether it is about others: a guide or a situation
 */
gboolean
cb_search_is_article (const CbDocument *document)
{
  return document->kind == CB_ENTRY_GUIDE || document->kind == CB_ENTRY_SITUATION;
}

/* What a name is worth: that of its field, less for a long one. */
static float
name_weight (const CbDocument *document, const CbName *name, guint n_letters)
{
  float share = (float)n_letters / (float)MAX (cb_name_n_letters (name), 1);

  return cb_rank_field_weight ((CbMatchField)name->field) * document->weight
         * (1 - NAME_LENGTH_SHARE + NAME_LENGTH_SHARE * MIN (share, 1));
}

typedef struct
{
  CbSearch *search;
  guint n_letters;
  guint n_names;
  CbTier tiers[CB_NAME_EXACT + 1];
} CbNameSearch;

static void
found_name_cb (const CbName *name, CbNameMatch match, gpointer user_data)
{
  CbNameSearch *self = user_data;
  const CbDocument *document = &self->search->index->documents[name->document];
  CbTier tier = self->tiers[match];
  float weight;

  if (tier == CB_TIER_NONE)
    return;

  /* Articles are called by their titles; their other names only help to find them. */
  if (cb_search_is_article (document) && name->field != CB_MATCH_FIELD_TITLE
      && tier > CB_TIER_NAME_WORDS)
    tier = CB_TIER_NAME_WORDS;
  /* Much begins like an alias; a title that begins so is what is being typed. */
  if (tier == CB_TIER_NAME_PREFIX && name->field != CB_MATCH_FIELD_TITLE
      && name->field != CB_MATCH_FIELD_FORMER_NAME)
    tier = CB_TIER_NAME_WORDS;
  if (document->quiet && tier == CB_TIER_NAME_PREFIX)
    tier = CB_TIER_NAME_WORDS;
  else if (document->quiet && tier > CB_TIER_WORDS && tier < CB_TIER_NAME_EXACT)
    tier = CB_TIER_WORDS;

  self->n_names++;
  weight = name_weight (document, name, self->n_letters);
  cb_search_raise_tier (find_document (self->search, name->document), tier, weight,
                        (CbMatchField)name->field, cb_tier_get_kind (self->tiers[match]));
}

static void
search_phrase (
    CbSearch *self, const CbPhrase *phrase, CbTier inside, CbTier word, CbTier prefix, CbTier exact)
{
  CbNameSearch search = { .search = self,
                          .n_letters = phrase->n_letters,
                          .tiers = { inside, word, prefix, exact } };

  if (phrase->n_letters > 1)
    cb_names_find (&self->index->names, phrase->letters, phrase->n_letters, self->plan->open,
                   found_name_cb, &search);
}

static void
search_names (CbSearch *self)
{
  const CbPlan *plan = self->plan;
  CbNameSearch initials = { .search = self,
                            .n_letters = plan->initials.n_units * 2,
                            .tiers = { CB_TIER_INITIALS_INSIDE, CB_TIER_INITIALS_WORD,
                                       CB_TIER_INITIALS_PREFIX, CB_TIER_INITIALS_EXACT } };

  search_phrase (self, &plan->whole, CB_TIER_WORDS, CB_TIER_NAME_WORDS, CB_TIER_NAME_PREFIX,
                 CB_TIER_NAME_EXACT);
  search_phrase (self, &plan->words, CB_TIER_WORDS, CB_TIER_NAME_WORDS, CB_TIER_NAME_PREFIX,
                 CB_TIER_NAME_EXACT);
  search_phrase (self, &plan->content, CB_TIER_NONE, CB_TIER_NONE, CB_TIER_NAME_WORDS,
                 CB_TIER_NAME_SAME);
  search_phrase (self, &plan->other, CB_TIER_KEYBOARD_WORDS, CB_TIER_KEYBOARD_NAME,
                 CB_TIER_KEYBOARD_NAME, CB_TIER_KEYBOARD_EXACT);
  cb_names_find_initials (&self->index->names, &plan->initials, found_name_cb, &initials);
}

/* What is nearly a name is taken for it where no name has all the words. Above entries that have
 * some of the words, below those that have them all. Returns whether there are any. */
static gboolean
search_near_names (CbSearch *self)
{
  const CbPhrase *whole = &self->plan->whole;
  CbTier tier = self->full ? CB_TIER_TYPO_NAME : CB_TIER_NAME_NEAR;
  CbNameSearch search
      = { .search = self, .n_letters = whole->n_letters, .tiers = { tier, tier, tier, tier } };

  cb_names_find_near (&self->index->names, whole->letters, whole->n_letters, found_name_cb,
                      &search);

  return search.n_names > 0;
}

/* A code named it, or a name; or all content words match; or at least two that carry over half of
 * the weight. */
static gboolean
is_match (const CbSearch *self, const CbDocument *document, const CbAccumulator *accumulator)
{
  guint content = accumulator->bits & self->content_bits;

  if (accumulator->tier < CB_TIER_CODE_PATTERN && !cb_search_has_all_phrases (self, document))
    return FALSE;
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

static CbHit
make_hit (const CbSearch *self, guint d, const CbAccumulator *accumulator)
{
  const CbDocument *document = &self->index->documents[d];
  float weight = accumulator->weight / self->total * document->weight;
  CbHit hit = { .entry = cb_index_get_entry (self->index, d), .position = d };

  if (accumulator->tier != CB_TIER_NONE)
    {
      /* Codes stand in their order; of names alike, that of the entry that says more of the query
       * is first. */
      float more = accumulator->tier < CB_TIER_CODE_PATTERN ? 0.1f * MIN (weight, 5) : 0;

      hit.score = cb_rank_score ((CbTier)accumulator->tier, accumulator->tier_weight + more);
      hit.field = (CbMatchField)accumulator->tier_field;
      hit.kind = (CbMatchKind)accumulator->tier_kind;
      if (accumulator->tier == CB_TIER_TYPO_NAME || accumulator->tier == CB_TIER_KEYBOARD_NAME)
        hit.kind = cb_tier_get_kind ((CbTier)accumulator->tier);
    }
  else
    {
      CbTier tier = accumulator->reading == CB_READING_TYPO       ? CB_TIER_TYPO_WORDS
                    : accumulator->reading == CB_READING_KEYBOARD ? CB_TIER_KEYBOARD_WORDS
                                                                  : CB_TIER_WORDS;

      hit.score = cb_rank_score (tier, weight);
      hit.field = (CbMatchField)accumulator->best_field;
      hit.kind = cb_tier_get_kind (tier);
      if (tier == CB_TIER_WORDS && hit.field != CB_MATCH_FIELD_TEXT)
        hit.kind = CB_MATCH_WORD;
    }

  return hit;
}

static GArray *
collect (CbSearch *self)
{
  CbIndex *index = self->index;
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (CbHit), MIN (self->n_found, 512));

  for (guint i = 0; i < self->n_found; i++)
    {
      guint d = index->found[i];
      CbAccumulator *accumulator = &index->accumulators[d];

      if (is_match (self, &index->documents[d], accumulator))
        {
          CbHit hit = make_hit (self, d, accumulator);

          g_array_append_val (hits, hit);
        }
    }
  cb_hit_sort (hits);

  for (guint i = 0; i < MIN (hits->len, MAX_CLOSE_LOOKS); i++)
    {
      CbHit *hit = &g_array_index (hits, CbHit, i);
      CbAccumulator *accumulator = &index->accumulators[hit->position];

      if (!accumulator->looked)
        cb_search_look_closely (self, hit->position, accumulator);
      accumulator->looked = TRUE;
      *hit = make_hit (self, hit->position, accumulator);
      self->best_tier = MAX (self->best_tier, (CbTier)accumulator->tier);
      self->full = self->full
                   || (accumulator->reading == CB_READING_PLAIN
                       && (accumulator->firm & self->content_bits) == self->content_bits);
    }
  cb_hit_sort (hits);

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
  GArray *hits;

  g_return_val_if_fail (CB_IS_INDEX (self), NULL);

  if (cb_query_is_empty (query) || self->n_documents == 0)
    return g_array_new (FALSE, FALSE, sizeof (CbHit));

  search.plan = cb_index_plan (self, query);
  for (guint i = 0; i < search.plan->n_needles; i++)
    {
      const CbNeedle *needle = &search.plan->needles[i];

      if (needle->role == CB_ROLE_CONTENT)
        search.content_bits |= 1u << i;
      else if (needle->role == CB_ROLE_CODE)
        search.code_bits |= 1u << i;
      gather (&search, needle);
      settle (&search, i);
    }
  /* Where codes are all there is, they are the weight. */
  if (search.content_bits == 0)
    search.total = cb_search_sum_rarities (&search, search.code_bits);
  search.total = MAX (search.total, 0.01f);
  search_codes (&search);
  search_names (&search);
  hits = collect (&search);
  if (search.best_tier < CB_TIER_NAME_WORDS && search_near_names (&search))
    {
      g_array_unref (hits);
      hits = collect (&search);
    }

  for (guint i = 0; i < search.n_found; i++)
    memset (&self->accumulators[self->found[i]], 0, sizeof (CbAccumulator));

  return hits;
}
