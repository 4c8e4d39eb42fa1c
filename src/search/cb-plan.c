/* cb-plan.c: a query in the words of an index */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-plan.h"

#include <string.h>

#include "cb-keyboard.h"
#include "cb-noise.h"
#include "cb-planner.h"
#include "cb-stem.h"

/* What a word read in the other layout must have, to be more than chance. */
#define MIN_KEYBOARD_EXACT 3
#define MIN_KEYBOARD_PREFIX_HANGUL 4
#define MIN_KEYBOARD_PREFIX_LATIN 3
/* Words written together. */
#define MAX_SEGMENTS 4
#define MAX_SEGMENTED_LETTERS 48
#define MIN_SEGMENT 3

/* Whether the matches from @first_match on are good enough for a guess: not only a common
 * beginning. */
static gboolean
has_good_match (CbPlanner *self, guint first_match, gsize n_letters, gsize min_prefix)
{
  for (guint i = first_match; i < self->plan->matches->len; i++)
    {
      const CbPlanMatch *match = &g_array_index (self->plan->matches, CbPlanMatch, i);

      if (self->lexicon->words[match->word].n_postings == 0 || match->quality <= CB_QUALITY_INSIDE)
        continue;
      if (match->quality > CB_QUALITY_PREFIX + CB_QUALITY_PREFIX_REST
              ? n_letters >= MIN_KEYBOARD_EXACT || self->other_layout
              : n_letters >= min_prefix)
        return TRUE;
    }

  return FALSE;
}

static CbNeedle *
add_needle (CbPlanner *self,
            const CbLetter *letters,
            gsize n_letters,
            CbScript script,
            guint first_match,
            const CbNeedle *model)
{
  CbNeedle *needle = &self->plan->needles[self->plan->n_needles++];

  *needle = *model;
  needle->letters = letters;
  needle->n_letters = (guint)n_letters;
  needle->script = script;
  needle->first_match = first_match;
  needle->n_matches = self->plan->matches->len - first_match;

  return needle;
}

static gboolean
is_full (CbPlanner *self)
{
  return self->plan->n_needles >= CB_PLAN_MAX_NEEDLES;
}

static gboolean
is_known (CbPlanner *self, const CbLetter *letters, gsize n_letters, gboolean open)
{
  gsize n_stem = cb_stem_length (letters, n_letters);
  guint first;
  guint end;

  cb_lexicon_prefix (self->lexicon, letters, open ? n_letters : n_stem, &first, &end);
  if (open && end > first)
    return TRUE;
  for (guint i = first; i < end; i++)
    if (self->lexicon->words[i].n_stem == n_stem)
      return TRUE;

  return FALSE;
}

/* Divides @letters into as few known words as possible. Returns how many, or 0. */
static guint
divide (CbPlanner *self,
        const CbLetter *letters,
        gsize n_letters,
        gboolean open,
        gsize ends[MAX_SEGMENTS])
{
  guint8 n_words[MAX_SEGMENTED_LETTERS + 1];
  guint8 from[MAX_SEGMENTED_LETTERS + 1];
  const gsize min = MIN_SEGMENT;
  guint n;

  if (n_letters > MAX_SEGMENTED_LETTERS || n_letters < 2 * min
      || (!cb_letter_is_latin (letters[0]) && !cb_letter_is_hangul (letters[0])))
    return 0;

  memset (n_words, 0xff, sizeof n_words);
  n_words[0] = 0;
  for (gsize end = min; end <= n_letters; end++)
    {
      if (!cb_letters_is_syllable_start (letters, n_letters, end))
        continue;
      for (gsize start = 0; start + min <= end; start++)
        if (n_words[start] < MAX_SEGMENTS && n_words[start] + 1 < n_words[end]
            && cb_letters_is_syllable_start (letters, n_letters, start)
            && is_known (self, letters + start, end - start,
                         open && end == n_letters && end - start > min))
          {
            n_words[end] = (guint8)(n_words[start] + 1);
            from[end] = (guint8)start;
          }
    }

  n = n_words[n_letters];
  if (n < 2 || n > MAX_SEGMENTS)
    return 0;
  for (gsize end = n_letters, i = n; i > 0; end = from[end])
    ends[--i] = end;

  return n;
}

/* Words written together become a needle each. Returns whether they were. */
static gboolean
add_divided (CbPlanner *self,
             const CbLetter *letters,
             gsize n_letters,
             CbScript script,
             const CbNeedle *model)
{
  gsize ends[MAX_SEGMENTS];
  guint n = divide (self, letters, n_letters, FALSE, ends);
  gsize start = 0;

  if (n == 0 && model->open)
    n = divide (self, letters, n_letters, TRUE, ends);
  if (n == 0)
    return FALSE;

  for (guint i = 0; i < n && !is_full (self); i++)
    {
      guint first_match = self->plan->matches->len;

      cb_planner_match_plain (self, letters + start, ends[i] - start, script,
                              model->open && i == n - 1);
      add_needle (self, letters + start, ends[i] - start, script, first_match, model);
      start = ends[i];
    }

  return TRUE;
}

static gboolean
has_firm_match (CbPlanner *self, guint first_match)
{
  for (guint i = first_match; i < self->plan->matches->len; i++)
    if (g_array_index (self->plan->matches, CbPlanMatch, i).quality >= CB_QUALITY_FIRM)
      return TRUE;

  return FALSE;
}

/* Whether a word that is only the beginning or a part of others is better read as several words of
 * two syllables or more each. */
static gboolean
prefers_division (CbPlanner *self, const CbLetter *letters, gsize n_letters)
{
  gsize ends[MAX_SEGMENTS];
  guint n = divide (self, letters, n_letters, FALSE, ends);
  gsize start = 0;

  for (guint i = 0; i < n; i++)
    {
      if (cb_letters_count_syllables (letters + start, ends[i] - start) < 2)
        return FALSE;
      start = ends[i];
    }

  return n > 0;
}

static CbLetter *
take_letters (CbPlanner *self, const CbLetter *letters, gsize n_letters)
{
  CbLetter *copy = g_memdup2 (letters, MAX (n_letters, 1));

  g_ptr_array_add (self->plan->texts, copy);

  return copy;
}

static void
append_phrase (CbPhrase *phrase, const CbLetter *letters, gsize n_letters)
{
  if (phrase->n_letters + n_letters > CB_PLAN_MAX_LETTERS)
    return;

  memcpy (phrase->letters + phrase->n_letters, letters, n_letters);
  phrase->n_letters += (guint)n_letters;
}

/* Whether @letters, which are a reading in the other layout, are something. Adds the needles if so.
 */
static gboolean
try_other_layout (CbPlanner *self,
                  const CbLetter *letters,
                  gsize n_letters,
                  CbScript script,
                  const CbNeedle *model)
{
  guint first_match = self->plan->matches->len;
  CbNeedle other = *model;
  const CbLetter *copy;

  other.reading = CB_READING_KEYBOARD;
  if (cb_planner_match_plain (self, letters, n_letters, script, model->open)
      && has_good_match (self, first_match, n_letters,
                         script == CB_SCRIPT_HANGUL ? MIN_KEYBOARD_PREFIX_HANGUL
                                                    : MIN_KEYBOARD_PREFIX_LATIN))
    {
      copy = take_letters (self, letters, n_letters);
      if (cb_noise_contains (letters, n_letters))
        other.role = CB_ROLE_NOISE;
      add_needle (self, copy, n_letters, script, first_match, &other);
      append_phrase (&self->plan->other, letters, n_letters);
      return TRUE;
    }
  cb_planner_drop_matches (self, first_match);

  copy = take_letters (self, letters, n_letters);
  if (!add_divided (self, copy, n_letters, script, &other))
    return FALSE;
  append_phrase (&self->plan->other, letters, n_letters);

  return TRUE;
}

/* Latin keys of a Korean word. The keys are taken from the text itself, for there shift counts;
 * where all are capitals, Caps Lock may have been on. */
static gboolean
try_korean (CbPlanner *self, const CbWord *first, const CbWord *last, const CbNeedle *model)
{
  const CbQuery *query = self->plan->query;
  CbLetter letters[CB_LEXICON_MAX_LETTERS];
  gsize n = 0;

  for (guint caps_lock = 0; caps_lock < 2; caps_lock++)
    {
      n = 0;
      for (gsize i = first->source_start; i < last->source_end && n < sizeof letters; i++)
        {
          char key = query->text[i];

          letters[n] = cb_keyboard_key_to_letter (caps_lock ? g_ascii_tolower (key) : key);
          if (letters[n++] == 0)
            return FALSE;
        }
      if (cb_keyboard_is_syllables (letters, n, model->open)
          && try_other_layout (self, letters, n, CB_SCRIPT_HANGUL, model))
        return TRUE;
      if (!first->capitals)
        break;
    }

  return FALSE;
}

static gboolean
try_latin (CbPlanner *self, const CbLetter *letters, gsize n_letters, const CbNeedle *model)
{
  CbLetter keys[CB_LEXICON_MAX_LETTERS];

  if (n_letters < 2 || n_letters > sizeof keys)
    return FALSE;

  for (gsize i = 0; i < n_letters; i++)
    {
      keys[i] = (CbLetter)cb_keyboard_letter_to_key (letters[i]);
      if (keys[i] == 0)
        return FALSE;
    }

  return try_other_layout (self, keys, n_letters, CB_SCRIPT_LATIN, model);
}

static gboolean
may_be_open (const CbQuery *query, guint i)
{
  const CbWord *word = &query->words[i].word;

  return (i + 1 == query->n_words && query->open)
         || query->folded.jamo[word->start + word->n_letters - 1] != 0;
}

static CbNeedle
model_for (const CbQuery *query, guint i)
{
  const CbQueryWord *word = &query->words[i];

  return (CbNeedle){ .role = word->role,
                     .reading = CB_READING_PLAIN,
                     .open = may_be_open (query, i),
                     .phrase = word->phrase,
                     .source_word = i };
}

/* Shift divides what is typed in the other layout: rPwjd is r and Pwjd. Returns where a run of
 * words written together that begins at @i ends, if one of them is no word; else @i. */
static guint
unknown_run_end (CbPlanner *self, guint i)
{
  const CbQuery *query = self->plan->query;
  gboolean known = TRUE;
  guint end = i;

  if (i > 0 && query->words[i].word.glued && query->words[i - 1].word.script == CB_SCRIPT_LATIN)
    return i;

  do
    {
      const CbWord *word = &query->words[end].word;

      known = known
              && is_known (self, query->folded.letters + word->start, word->n_letters,
                           word->n_letters > 1);
      end++;
    }
  while (end < query->n_words && query->words[end].word.glued
         && query->words[end].word.script == CB_SCRIPT_LATIN);

  return known ? i : end;
}

/* Adds needles for a word. Returns the number of words of the query that they stand for. */
static guint
add_word (CbPlanner *self, guint i)
{
  const CbQuery *query = self->plan->query;
  const CbWord *word = &query->words[i].word;
  const CbLetter *letters = query->folded.letters + word->start;
  CbNeedle model = model_for (query, i);
  guint first_match = self->plan->matches->len;
  guint end = i + 1;

  if (query->words[i].role == CB_ROLE_CODE)
    {
      if (word->script != CB_SCRIPT_DIGIT)
        return 1;
      cb_planner_match_same (self, letters, word->n_letters, CB_QUALITY_EXACT, CB_FIELDS_TITLE);
      add_needle (self, letters, word->n_letters, word->script, first_match, &model);
      return 1;
    }

  if (word->script == CB_SCRIPT_LATIN && (end = unknown_run_end (self, i)) > i + 1)
    {
      CbNeedle run = model;

      run.open = may_be_open (query, end - 1);
      if (try_korean (self, word, &query->words[end - 1].word, &run))
        return end - i;
    }
  end = i + 1;

  if (cb_planner_match_plain (self, letters, word->n_letters, word->script, model.open)
      || model.role == CB_ROLE_NOISE)
    {
      if (query->words[i].jamo && word->n_letters > 1)
        {
          cb_planner_drop_matches (self, first_match);
        }
      else if (word->script == CB_SCRIPT_HANGUL && !has_firm_match (self, first_match)
               && prefers_division (self, letters, word->n_letters))
        {
          cb_planner_drop_matches (self, first_match);
          add_divided (self, letters, word->n_letters, word->script, &model);
          return 1;
        }
      else
        {
          add_needle (self, letters, word->n_letters, word->script, first_match, &model);
          append_phrase (&self->plan->other, letters, word->n_letters);
          return 1;
        }
    }

  if (word->script == CB_SCRIPT_LATIN)
    {
      while (end < query->n_words && query->words[end].word.glued
             && query->words[end].word.script == CB_SCRIPT_LATIN)
        end++;
      model.open = may_be_open (query, end - 1);
      if (try_korean (self, word, &query->words[end - 1].word, &model))
        return end - i;
      model.open = may_be_open (query, i);
    }
  else if (word->script == CB_SCRIPT_HANGUL && try_latin (self, letters, word->n_letters, &model))
    {
      return 1;
    }

  if (add_divided (self, letters, word->n_letters, word->script, &model))
    return 1;

  if (cb_planner_match_typo (self, letters, word->n_letters))
    model.reading = CB_READING_TYPO;
  add_needle (self, letters, word->n_letters, word->script, first_match, &model);

  return 1;
}

/* Spellings of several words: 상태 값 is 상태값. */
static void
join_spellings (CbPlanner *self)
{
  CbPlan *plan = self->plan;
  guint n_needles = plan->n_needles;

  for (guint i = 0; i < n_needles; i++)
    {
      CbPhrase joined = { .n_letters = 0 };

      for (guint k = i; k < n_needles && k < i + CB_SPELLING_MAX_WORDS; k++)
        {
          const CbNeedle *last = &plan->needles[k];
          gsize n_without = joined.n_letters;
          gsize n_stem = cb_stem_length (last->letters, last->n_letters);
          const CbSpelling *spellings;
          guint word;
          guint n;

          append_phrase (&joined, last->letters, last->n_letters);
          if (k == i
              || (!cb_lexicon_lookup (self->lexicon, joined.letters, joined.n_letters, &word)
                  && !cb_lexicon_lookup (self->lexicon, joined.letters, n_without + n_stem, &word)))
            continue;
          spellings = cb_spellings_of_word (self->spellings, word, &n);
          for (guint s = 0; s < n; s++)
            for (guint needle = i; needle <= k; needle++)
              {
                CbNeedle *target = &plan->needles[needle];
                guint first_match = plan->matches->len;

                if (target->role != CB_ROLE_CONTENT)
                  continue;
                /* The matches of a needle lie together: they move to the end. */
                plan->n_needles = needle;
                for (guint m = 0; m < target->n_matches; m++)
                  {
                    CbPlanMatch match
                        = g_array_index (plan->matches, CbPlanMatch, target->first_match + m);

                    g_array_append_val (plan->matches, match);
                  }
                cb_planner_match_group (self, spellings[s].group, CB_QUALITY_SPELLING);
                target->first_match = first_match;
                target->n_matches = plan->matches->len - first_match;
                plan->n_needles = n_needles;
              }
        }
    }
}

static void
make_phrases (CbPlan *plan)
{
  const CbQuery *query = plan->query;
  gboolean codes = FALSE;
  gboolean noise = FALSE;
  gboolean other = FALSE;

  for (guint i = 0; i < query->n_words; i++)
    {
      const CbQueryWord *word = &query->words[i];
      const CbLetter *letters = query->folded.letters + word->word.start;

      if (word->role == CB_ROLE_NONE)
        continue;
      append_phrase (&plan->whole, letters, word->word.n_letters);
      codes = codes || word->role == CB_ROLE_CODE;
      noise = noise || word->role == CB_ROLE_NOISE;
      if (word->role != CB_ROLE_CODE)
        append_phrase (&plan->words, letters, word->word.n_letters);
      if (word->role == CB_ROLE_CONTENT)
        append_phrase (&plan->content, letters, word->word.n_letters);
    }
  for (guint i = 0; i < plan->n_needles; i++)
    other = other || plan->needles[i].reading == CB_READING_KEYBOARD;

  if (!codes || plan->n_content == 0)
    plan->words.n_letters = 0;
  if (!noise)
    plan->content.n_letters = 0;
  if (!other)
    plan->other.n_letters = 0;
}

/* The whole query is initials, or a part of it is and the rest are syllables beside them. */
static void
make_initials (CbPlan *plan)
{
  const CbQuery *query = plan->query;

  cb_initials_init (&plan->initials);
  for (guint i = 0; i < query->n_words; i++)
    {
      const CbQueryWord *word = &query->words[i];

      if (word->role == CB_ROLE_CODE || word->role == CB_ROLE_NONE)
        continue;
      if (!cb_initials_add (&plan->initials, &query->folded, &word->word))
        {
          cb_initials_init (&plan->initials);
          return;
        }
    }
  if (plan->initials.n_jamo == 0)
    cb_initials_init (&plan->initials);
}

static void
add_words (CbPlanner *self)
{
  const CbQuery *query = self->plan->query;

  for (guint i = 0; i < query->n_words && !is_full (self);)
    if (query->words[i].role == CB_ROLE_NONE)
      i++;
    else
      i += add_word (self, i);
}

/* Whether one word had to be read in the other layout, and another one was nothing. */
static gboolean
is_half_read (const CbPlan *plan)
{
  gboolean other = FALSE;
  gboolean nothing = FALSE;

  for (guint i = 0; i < plan->n_needles; i++)
    {
      other = other || plan->needles[i].reading == CB_READING_KEYBOARD;
      nothing = nothing
                || (plan->needles[i].role == CB_ROLE_CONTENT && plan->needles[i].n_matches == 0);
    }

  return other && nothing;
}

static void
start_again (CbPlan *plan)
{
  plan->n_needles = 0;
  plan->other.n_letters = 0;
  g_array_set_size (plan->matches, 0);
  memset (plan->marks, 0, plan->n_marks * sizeof *plan->marks);
}

static CbPlan *
make_plan (const CbQuery *query,
           const CbLexicon *lexicon,
           const CbSpellings *spellings,
           gboolean loose)
{
  CbPlan *plan = g_new0 (CbPlan, 1);
  CbPlanner planner = { .plan = plan, .lexicon = lexicon, .spellings = spellings, .loose = loose };

  plan->query = cb_query_ref ((CbQuery *)query);
  plan->matches = g_array_new (FALSE, FALSE, sizeof (CbPlanMatch));
  plan->texts = g_ptr_array_new_with_free_func (g_free);
  plan->marks = g_new0 (guint, lexicon->n_words + 1);
  plan->n_marks = lexicon->n_words;
  plan->open = query->open;

  add_words (&planner);
  if (is_half_read (plan))
    {
      planner.other_layout = TRUE;
      start_again (plan);
      add_words (&planner);
    }
  join_spellings (&planner);
  for (guint i = 0; i < plan->n_needles; i++)
    plan->n_content += plan->needles[i].role == CB_ROLE_CONTENT;
  make_phrases (plan);
  make_initials (plan);

  return plan;
}

/**
 * cb_plan_new:
 * @query: a query
 * @lexicon: a finished lexicon
 * @spellings: finished spellings
 *
 * Looks the words of @query up. Guesses (the other layout, words written together, typing errors)
 * are made only for a word that is nothing as it stands.
 *
 * Returns: (transfer full): a plan, valid as long as @lexicon
 */
CbPlan *
cb_plan_new (const CbQuery *query, const CbLexicon *lexicon, const CbSpellings *spellings)
{
  return make_plan (query, lexicon, spellings, FALSE);
}

/**
 * cb_plan_new_loose:
 * @query: a query
 * @lexicon: a finished lexicon
 * @spellings: finished spellings
 *
 * Like cb_plan_new(), with more typing errors allowed: for suggestions.
 *
 * Returns: (transfer full): a plan, valid as long as @lexicon
 */
CbPlan *
cb_plan_new_loose (const CbQuery *query, const CbLexicon *lexicon, const CbSpellings *spellings)
{
  return make_plan (query, lexicon, spellings, TRUE);
}

/**
 * cb_plan_free:
 * @self: (nullable) (transfer full): a plan
 *
 * Frees it.
 */
void
cb_plan_free (CbPlan *self)
{
  if (self == NULL)
    return;

  cb_query_unref (self->query);
  g_array_unref (self->matches);
  g_ptr_array_unref (self->texts);
  g_free (self->marks);
  g_free (self);
}
