/* cb-close-look.c: looks at the names and paragraphs of an entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-search-private.h"

/* How much of a hit's weight depends on the words being together in one paragraph. */
#define TOGETHER_SHARE 0.45f
/* Two words that have to do with each other are not further apart. */
#define MAX_APART 4
/* What an entry gains by a name all of whose words are in the query. */
#define NAME_IN_QUERY 0.8f
/* Where names are that people say: the situations that a status answers lie with its summary. */
#define FIELDS_SAID                                                                                \
  (CB_FIELDS_TITLE | CB_FIELD_BIT (CB_MATCH_FIELD_SUMMARY) | CB_FIELD_BIT (CB_MATCH_FIELD_HEADER))

/* The needles that the words of a passage match, and how many of its words do; @n_words is all of
 * them. */
static guint
read_passage (const CbSearch *self, const CbPassage *passage, guint *n_matching, guint *n_words)
{
  const guint16 *at = self->index->tokens + passage->first_unit;
  const guint16 *end = at + passage->n_units;
  guint bits = 0;
  guint n = 0;
  guint left = 0;

  *n_words = 0;
  while (at < end)
    {
      guint span;
      guint mark = self->plan->marks[cb_token_read (&at, &span)];

      bits |= mark;
      if (span > 0)
        {
          if (mark != 0)
            left = span;
          continue;
        }
      (*n_words)++;
      n += mark != 0 || left > 0;
      left -= left > 0;
    }
  *n_matching = n;

  return bits;
}

/**
 * cb_search_sum_rarities:
 * @self: a search
 * @bits: a set of needles
 *
 * Returns: what they weigh together
 */
float
cb_search_sum_rarities (const CbSearch *self, guint bits)
{
  float sum = 0;

  for (guint i = 0; i < self->plan->n_needles; i++)
    if (bits & (1u << i))
      sum += self->rarities[i];

  return sum;
}

/* What they count for the rule of the half. */
static float
sum_covers (const CbSearch *self, guint bits)
{
  float sum = 0;

  for (guint i = 0; i < self->plan->n_needles; i++)
    if (bits & (1u << i))
      sum += self->covers[i];

  return sum;
}

/**
 * cb_search_is_partial_match:
 * @self: a search
 * @document: an entry that has some of the words
 * @accumulator: what is known of it
 *
 * Says whether some of the words are enough: in the names, the summary and one paragraph together
 * they carry more than half of the query's weight; or a name of several words is all in the query,
 * of the entry, of a header field that has to do with it, or of a situation that it answers.
 *
 * Returns: whether the entry is a hit
 */
gboolean
cb_search_is_partial_match (const CbSearch *self,
                            const CbDocument *document,
                            const CbAccumulator *accumulator)
{
  const guint firm = accumulator->firm & self->content_bits;
  gboolean enough = sum_covers (self, firm) > self->to_cover / 2;
  guint head = 0;

  for (guint p = document->first_passage; p < document[1].first_passage; p++)
    {
      const CbPassage *passage = &self->index->passages[p];
      guint n_matching;
      guint n_words;
      guint bits;

      if (passage->field == CB_MATCH_FIELD_TEXT && !enough)
        break;

      bits = read_passage (self, passage, &n_matching, &n_words) & firm;
      if (passage->field == CB_MATCH_FIELD_TEXT)
        {
          bits |= head;
          if (__builtin_popcount (bits) >= 3 && sum_covers (self, bits) > self->to_cover / 2)
            return TRUE;
          continue;
        }

      head |= bits;
      if (__builtin_popcount (bits) >= 2 && n_matching == n_words
          && (CB_FIELD_BIT (passage->field) & FIELDS_SAID) != 0)
        return TRUE;
    }

  return enough && __builtin_popcount (head) >= 2 && sum_covers (self, head) > self->to_cover / 2;
}

/**
 * cb_search_has_all_together:
 * @self: a search
 * @document: an entry that has all the words
 * @accumulator: what is known of it
 *
 * Everyday words are somewhere in any long text. They have to be in the names and the summary, or
 * all in one paragraph, unless the query has the whole title of the entry.
 *
 * Returns: whether the words have to do with each other
 */
gboolean
cb_search_has_all_together (const CbSearch *self,
                            const CbDocument *document,
                            const CbAccumulator *accumulator)
{
  const guint content = self->content_bits;

  if ((accumulator->head & content) == content || __builtin_popcount (content) < 2)
    return TRUE;

  for (guint p = document->first_passage; p < document[1].first_passage; p++)
    {
      const CbPassage *passage = &self->index->passages[p];
      guint n_matching;
      guint n_words;
      guint bits = read_passage (self, passage, &n_matching, &n_words) & content;

      if (passage->field == CB_MATCH_FIELD_TITLE && n_matching == n_words)
        return TRUE;
      if (bits == content)
        return TRUE;
    }

  return FALSE;
}

/* Whether two content words are close together in a passage. */
static gboolean
has_neighbours (const CbSearch *self, const CbPassage *passage)
{
  const guint16 *at = self->index->tokens + passage->first_unit;
  const guint16 *end = at + passage->n_units;
  guint before = 0; /* the last content word */
  guint n_since = 0;

  while (at < end)
    {
      guint span;
      guint bits = self->plan->marks[cb_token_read (&at, &span)] & self->content_bits;

      if (span == 0)
        n_since++;
      if (bits == 0)
        continue;
      if ((before | bits) == self->content_bits && bits != before && n_since <= MAX_APART)
        return TRUE;
      before = bits;
      n_since = 0;
    }

  return FALSE;
}

/**
 * cb_search_has_all_in_passage:
 * @self: a search
 * @document: an entry that has all the words
 * @accumulator: what is known of it
 *
 * Returns: whether one paragraph has them all as they are, and if they are two only, close together
 */
gboolean
cb_search_has_all_in_passage (const CbSearch *self,
                              const CbDocument *document,
                              const CbAccumulator *accumulator)
{
  guint n_words = (guint)__builtin_popcount (self->content_bits);

  if (n_words < 2 || (accumulator->firm & self->content_bits) != self->content_bits)
    return FALSE;

  for (guint p = document->first_passage; p < document[1].first_passage; p++)
    {
      const CbPassage *passage = &self->index->passages[p];
      guint n_matching;
      guint n_tokens;
      guint bits = read_passage (self, passage, &n_matching, &n_tokens);

      if ((bits & self->content_bits) == self->content_bits
          && (n_words > 2 || has_neighbours (self, passage)))
        return TRUE;
    }

  return FALSE;
}

/* Whether the words of a quoted phrase follow each other somewhere in an entry. */
static gboolean
has_phrase (const CbSearch *self, const CbDocument *document, guint first, guint n)
{
  for (guint p = document->first_passage; p < document[1].first_passage; p++)
    {
      const CbPassage *passage = &self->index->passages[p];
      const guint16 *end = self->index->tokens + passage->first_unit + passage->n_units;

      for (const guint16 *from = end - passage->n_units; from < end;)
        {
          const guint16 *at = from;
          guint span;
          guint k = 0;

          while (at < end && k < n)
            {
              guint word = cb_token_read (&at, &span);

              if (span > 0)
                continue;
              if ((self->plan->marks[word] & (1u << (first + k))) == 0)
                break;
              k++;
            }
          if (k == n)
            return TRUE;
          cb_token_read (&from, &span);
        }
    }

  return FALSE;
}

/**
 * cb_search_has_all_phrases:
 * @self: a search
 * @document: an entry
 *
 * Returns: whether the words of each quoted phrase follow each other somewhere in it
 */
gboolean
cb_search_has_all_phrases (const CbSearch *self, const CbDocument *document)
{
  const CbPlan *plan = self->plan;

  for (guint i = 0; i < plan->n_needles;)
    {
      guint n = 1;

      while (i + n < plan->n_needles && plan->needles[i + n].phrase == plan->needles[i].phrase)
        n++;
      if (plan->needles[i].phrase != 0 && !has_phrase (self, document, i, n))
        return FALSE;
      i += n;
    }

  return TRUE;
}

/* How the words of a name are those of the query, all of which it has. */
typedef enum
{
  NAME_HAS,  /* and others */
  NAME_LIKE, /* in another form, or they mean the same */
  NAME_SAME, /* letter by letter, and the query is nothing else */
} CbNameWords;

/* Whether the words of the query themselves are in a passage. */
static gboolean
has_words_themselves (const CbSearch *self, const CbPassage *passage, guint needles)
{
  const guint16 *at = self->index->tokens + passage->first_unit;
  const guint16 *end = at + passage->n_units;

  while (at < end)
    {
      guint span;
      guint word = cb_token_read (&at, &span);

      for (guint i = 0; i < self->plan->n_needles; i++)
        if (self->plan->needles[i].word == word)
          needles &= ~(1u << i);
    }

  return needles == 0;
}

static CbTier
name_tier (const CbDocument *document, CbMatchField field, CbReading reading, CbNameWords words)
{
  if (reading == CB_READING_TYPO)
    return CB_TIER_TYPO_NAME;
  if (reading == CB_READING_KEYBOARD)
    return CB_TIER_KEYBOARD_NAME;
  if (document->quiet)
    return CB_TIER_WORDS;
  if (words != NAME_HAS && field != CB_MATCH_FIELD_HEADER
      && (field == CB_MATCH_FIELD_TITLE || !cb_search_is_article (document)))
    return words == NAME_SAME ? CB_TIER_NAME_SAME : CB_TIER_NAME_LIKE;

  return CB_TIER_NAME_WORDS;
}

/**
 * cb_search_look_closely:
 * @self: a search
 * @d: an entry
 * @accumulator: what is known of it
 *
 * Looks at the names and paragraphs of an entry: whether one name has all the words, or is all in
 * the query, and how close together the words are.
 */
void
cb_search_look_closely (CbSearch *self, guint d, CbAccumulator *accumulator)
{
  CbIndex *index = self->index;
  const CbDocument *document = &index->documents[d];
  guint content = self->content_bits != 0 ? self->content_bits : self->code_bits;
  guint n_needles = (guint)__builtin_popcount (content);
  float total = MAX (cb_search_sum_rarities (self, content), 0.01f);
  float together = 0;
  float in_query = 0;

  if (content == 0)
    return;

  for (guint p = document->first_passage; p < document[1].first_passage; p++)
    {
      const CbPassage *passage = &index->passages[p];
      gboolean is_name = (CB_FIELD_BIT (passage->field) & CB_FIELDS_NAME) != 0;
      guint n_matching;
      guint n_words;
      guint bits = read_passage (self, passage, &n_matching, &n_words);
      float share;

      if ((bits & content) == 0)
        continue;

      share = cb_search_sum_rarities (self, bits & content) / total;
      together = MAX (together, share);
      if (!is_name)
        continue;

      if ((bits & content) == content)
        {
          CbNameWords words = NAME_HAS;
          float weight = cb_rank_field_weight ((CbMatchField)passage->field) * document->weight
                         * (1 - CB_NAME_LENGTH_SHARE
                            + CB_NAME_LENGTH_SHARE * (float)n_matching / (float)n_words);

          if (n_matching == n_words && (accumulator->firm & content) == content)
            words = self->plan->content.n_letters == 0
                            && has_words_themselves (self, passage, content)
                        ? NAME_SAME
                        : NAME_LIKE;
          cb_search_raise_tier (
              accumulator,
              name_tier (document, (CbMatchField)passage->field, accumulator->reading, words),
              weight * accumulator->weight / self->total, (CbMatchField)passage->field,
              CB_MATCH_WORD);
        }
      else if (n_matching == n_words && n_needles >= 2
               && (n_words >= 2
                   || (passage->field == CB_MATCH_FIELD_TITLE
                       && has_words_themselves (self, passage, bits & content))))
        {
          float words = (float)__builtin_popcount (bits & content) / (float)n_needles;

          in_query = MAX (in_query,
                          MAX (share, words) * cb_rank_field_weight ((CbMatchField)passage->field));
        }
    }

  accumulator->weight *= 1 - TOGETHER_SHARE + TOGETHER_SHARE * together;
  accumulator->weight += NAME_IN_QUERY * in_query * self->total;
}
