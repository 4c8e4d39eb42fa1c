/* cb-search-words.c: looks the words of a query up in the postings */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-search-private.h"

/* What noise is worth that matches: it tells two equal hits apart. */
#define NOISE_WEIGHT 0.12f

/* Where the occurrences of a word end that are in a field in which the match counts. */
static guint
end_of_postings (const CbIndex *index, const CbPlanMatch *match)
{
  return (match->fields & CB_FIELD_BIT (CB_MATCH_FIELD_TEXT)) != 0
             ? index->lexicon.words[match->word + 1].first_posting
             : index->text_postings[match->word];
}

/* How many entries have a word that the needle matches. */
static guint
count_documents (CbSearch *self, const CbNeedle *needle)
{
  CbIndex *index = self->index;
  const CbPlanMatch *matches = (const CbPlanMatch *)(gconstpointer)self->plan->matches->data;
  guint n;

  for (guint m = needle->first_match; m < needle->first_match + needle->n_matches; m++)
    {
      const CbPlanMatch *match = &matches[m];
      const CbLexeme *word = &index->lexicon.words[match->word];
      const CbPosting *end = index->postings + end_of_postings (index, match);

      if ((word->fields & match->fields) == 0)
        continue;
      if (needle->n_matches == 1 && match->fields == CB_FIELDS_ALL)
        return cb_lexicon_n_postings (&index->lexicon, match->word);
      for (const CbPosting *posting = index->postings + word->first_posting; posting < end;
           posting++)
        cb_set_add_if (index->counted, posting->document, (posting->fields & match->fields) != 0);
    }

  n = cb_set_count (index->counted, index->n_documents);
  cb_set_clear (index->counted, index->n_documents);

  return n;
}

static inline void
gather_posting (
    CbSearch *self, const CbPosting *posting, guint fields, guint quality, gboolean late)
{
  CbIndex *index = self->index;
  guint d = posting->document - self->first;
  CbGathered *gathered = &index->gathered[d];
  float weight = index->field_weights[fields] * (float)quality;

  if (late && !cb_set_contains (index->found, d))
    return;

  if (cb_set_add (index->touched, d))
    *gathered = (CbGathered){ .field = CB_MATCH_FIELD_TEXT };
  if (weight > gathered->name_weight)
    {
      gathered->name_weight = weight;
      gathered->field = index->best_fields[fields];
    }
  gathered->quality = MAX (gathered->quality, (guint8)quality);
  if (fields & CB_FIELD_BIT (CB_MATCH_FIELD_TEXT))
    gathered->count = (guint16)(gathered->count + posting->count);
}

/* Gathers what the block has of a word. Returns whether later blocks have more of it. */
static inline gboolean
gather_word (CbSearch *self, CbWordCursor *word, gboolean late)
{
  const CbPosting *posting = self->index->postings + word->next;
  const CbPosting *end = self->index->postings + word->end;

  if (word->document >= self->end)
    return TRUE;

  for (; posting < end && posting->document < self->end; posting++)
    if ((posting->fields & word->fields) != 0)
      gather_posting (self, posting, posting->fields & word->fields, word->quality, late);
  if (posting == end)
    return FALSE;

  word->next = (guint)(posting - self->index->postings);
  word->document = posting->document;

  return TRUE;
}

/* Gathers what the block has for needle @i, if that is late only of what was found before. */
static inline void
gather (CbSearch *self, guint i, gboolean late)
{
  CbWordCursor *words = self->words + 2 * self->plan->needles[i].first_match;
  guint n_left = 0;

  for (guint k = 0; k < self->n_words[i]; k++)
    if (gather_word (self, &words[k], late))
      {
        if (n_left < k)
          words[n_left] = words[k];
        n_left++;
      }
  self->n_words[i] = n_left;
}

/* Adds what was gathered for needle @i to the entries. */
static void
settle (CbSearch *self, guint i)
{
  CbIndex *index = self->index;
  const CbNeedle *needle = &self->plan->needles[i];
  float rarity = self->rarities[i] * (needle->role == CB_ROLE_NOISE ? NOISE_WEIGHT : 1);
  float text_weight = cb_rank_field_weight (CB_MATCH_FIELD_TEXT);

  CB_SET_FOREACH (index->touched, self->end - self->first, d)
    {
      const CbGathered *gathered = &index->gathered[d];
      CbAccumulator *accumulator = cb_search_find_document (self, self->first + d);
      float name = gathered->name_weight / 100;
      float text = 0;
      float weight;

      if (gathered->count > 0)
        text = text_weight * (float)gathered->quality / 100
               * cb_rank_frequency (gathered->count, index->documents[self->first + d].length);
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
    }
  cb_set_clear (index->touched, self->end - self->first);
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

/* The needles that make no hit of an entry which has nothing else of the query: noise, and of two
 * content words or more the most frequent one, for no entry is found by one of several. These are
 * what most entries have, and looking for them only in what was found otherwise saves most of the
 * work (as do the lists that are not essential of Turtle and Flood, Query Evaluation: Strategies
 * and Optimizations, 1995). */
static guint
find_late_needles (const CbSearch *self)
{
  const CbPlan *plan = self->plan;
  guint late = 0;
  guint most_frequent = 0;

  for (guint i = 0; i < plan->n_needles; i++)
    {
      if (plan->needles[i].role == CB_ROLE_NOISE)
        late |= 1u << i;
      if ((self->content_bits & (1u << i)) != 0
          && (most_frequent == 0
              || self->rarities[i] < self->rarities[__builtin_ctz (most_frequent)]))
        most_frequent = 1u << i;
    }

  return self->content_bits != most_frequent ? late | most_frequent : late;
}

/**
 * cb_search_weigh_words:
 * @self: a search
 *
 * Says of each needle what it does in the query, and what it weighs there: that depends on how many
 * entries have it.
 */
void
cb_search_weigh_words (CbSearch *self)
{
  const CbPlan *plan = self->plan;

  for (guint i = 0; i < plan->n_needles; i++)
    {
      const CbNeedle *needle = &plan->needles[i];
      guint n_documents = count_documents (self, needle);
      float rarity = cb_rank_rarity (self->index->n_documents, n_documents);
      gboolean known = n_documents > 0 && needle->reading != CB_READING_TYPO;

      self->rarities[i] = rarity;
      self->covers[i] = known ? MIN (rarity, CB_MAX_KNOWN_RARITY) : rarity;
      if (needle->role == CB_ROLE_CONTENT)
        {
          self->content_bits |= 1u << i;
          self->total += rarity;
          self->to_cover += self->covers[i];
        }
      else if (needle->role == CB_ROLE_CODE)
        {
          self->code_bits |= 1u << i;
          /* Room 237: a number that is nowhere says that something else is meant. */
          if (n_documents == 0 && needle->n_letters == CB_CODE_DIGITS)
            {
              self->content_bits |= 1u << i;
              self->to_cover += rarity;
            }
        }
      if (needle->phrase != 0)
        {
          self->has_phrases = TRUE;
          if (counts_everywhere (self, needle))
            self->phrase_bits |= 1u << i;
        }
    }

  self->late_bits = find_late_needles (self);

  /* Where codes are all there is, they are the weight. */
  if (self->content_bits == 0)
    self->total = cb_search_sum_rarities (self, self->code_bits);
  self->total = MAX (self->total, 0.01f);
}

/* Adds the occurrences from @first to @end. Returns how many cursors there are then. */
static guint
start_word (const CbSearch *self,
            CbWordCursor *words,
            guint n,
            const CbPlanMatch *match,
            guint first,
            guint end)
{
  if (first < end && (self->index->lexicon.words[match->word].fields & match->fields) != 0)
    words[n++] = (CbWordCursor){ .next = first,
                                 .end = end,
                                 .document = self->index->postings[first].document,
                                 .fields = match->fields,
                                 .quality = match->quality };

  return n;
}

/**
 * cb_search_start_words:
 * @self: a search
 *
 * Goes to the first occurrence of each word.
 */
void
cb_search_start_words (CbSearch *self)
{
  const CbIndex *index = self->index;
  const CbPlanMatch *matches = (const CbPlanMatch *)(gconstpointer)self->plan->matches->data;

  for (guint i = 0; i < self->plan->n_needles; i++)
    {
      const CbNeedle *needle = &self->plan->needles[i];
      CbWordCursor *words = self->words + 2 * needle->first_match;
      guint n = 0;

      for (guint m = needle->first_match; m < needle->first_match + needle->n_matches; m++)
        {
          guint text = index->text_postings[matches[m].word];

          n = start_word (self, words, n, &matches[m],
                          index->lexicon.words[matches[m].word].first_posting, text);
          n = start_word (self, words, n, &matches[m], text, end_of_postings (index, &matches[m]));
        }
      self->n_words[i] = n;
    }
}

/**
 * cb_search_words:
 * @self: a search that has looked for the codes and the names of the block
 *
 * Finds the entries of the block that have words of the query: for each needle the best match of
 * each entry, and what that is worth.
 */
void
cb_search_words (CbSearch *self)
{
  guint n_needles = self->plan->n_needles;

  for (guint i = 0; i < n_needles; i++)
    if (self->n_words[i] > 0 && (self->late_bits & (1u << i)) == 0)
      {
        gather (self, i, FALSE);
        settle (self, i);
      }
  for (guint i = 0; i < n_needles; i++)
    if (self->n_words[i] > 0 && (self->late_bits & (1u << i)) != 0)
      {
        gather (self, i, TRUE);
        settle (self, i);
      }
}
