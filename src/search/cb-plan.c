/* cb-plan.c: a query in the words of an index */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-plan.h"

#include <string.h>

#include "cb-edit.h"
#include "cb-keyboard.h"
#include "cb-noise.h"
#include "cb-planner.h"
#include "cb-stem.h"

/* A word of so many letters is seldom another by chance. */
#define LONG_LATIN 8

/**
 * cb_planner_add_needle:
 * @self: a planner that is not full
 * @letters: what to look for, as long as the plan
 * @n_letters: how many
 * @script: of the letters
 * @first_match: the first of its matches, which are all from there on
 * @model: what else is known of it
 *
 * Adds a needle.
 */
void
cb_planner_add_needle (CbPlanner *self,
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
  if (!cb_lexicon_lookup (self->lexicon, letters, n_letters, &needle->word))
    needle->word = CB_NO_WORD;
}

/**
 * cb_planner_is_full:
 * @self: a planner
 *
 * Returns: whether no needle can be added
 */
gboolean
cb_planner_is_full (CbPlanner *self)
{
  return self->plan->n_needles >= CB_PLAN_MAX_NEEDLES;
}

static gboolean
has_firm_match (CbPlanner *self, guint first_match)
{
  for (guint i = first_match; i < self->plan->matches->len; i++)
    if (g_array_index (self->plan->matches, CbPlanMatch, i).quality >= CB_QUALITY_FIRM)
      return TRUE;

  return FALSE;
}

/**
 * cb_phrase_append:
 * @phrase: a phrase
 * @letters: letters
 * @n_letters: how many
 *
 * Appends letters as long as there is room.
 */
void
cb_phrase_append (CbPhrase *phrase, const CbLetter *letters, gsize n_letters)
{
  if (phrase->n_letters + n_letters > CB_PLAN_MAX_LETTERS)
    return;

  memcpy (phrase->letters + phrase->n_letters, letters, n_letters);
  phrase->n_letters += (guint)n_letters;
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
              && cb_planner_is_known (self, query->folded.letters + word->start, word->n_letters,
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

  if (query->words[i].elsewhere)
    {
      cb_planner_add_needle (self, letters, word->n_letters, word->script, first_match, &model);
      return 1;
    }
  if (query->words[i].role == CB_ROLE_CODE)
    {
      if (word->script != CB_SCRIPT_DIGIT)
        return 1;
      cb_planner_match_same (self, letters, word->n_letters, CB_QUALITY_EXACT, CB_FIELDS_TITLE);
      cb_planner_add_needle (self, letters, word->n_letters, word->script, first_match, &model);
      return 1;
    }

  if (word->script == CB_SCRIPT_LATIN && (end = unknown_run_end (self, i)) > i + 1)
    {
      CbNeedle run = model;

      run.open = may_be_open (query, end - 1);
      if (cb_planner_try_korean (self, word, &query->words[end - 1].word, &run))
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
               && cb_planner_prefers_division (self, letters, word->n_letters))
        {
          cb_planner_drop_matches (self, first_match);
          cb_planner_add_divided (self, letters, word->n_letters, word->script, &model);
          return 1;
        }
      else
        {
          cb_planner_add_needle (self, letters, word->n_letters, word->script, first_match, &model);
          cb_phrase_append (&self->plan->other, letters, word->n_letters);
          return 1;
        }
    }

  if (word->script == CB_SCRIPT_LATIN)
    {
      while (end < query->n_words && query->words[end].word.glued
             && query->words[end].word.script == CB_SCRIPT_LATIN)
        end++;
      model.open = may_be_open (query, end - 1);
      if (cb_planner_try_korean (self, word, &query->words[end - 1].word, &model))
        return end - i;
      model.open = may_be_open (query, i);
    }
  else if (word->script == CB_SCRIPT_HANGUL
           && cb_planner_try_latin (self, letters, word->n_letters, &model))
    {
      return 1;
    }

  /* One slip makes a long word rather than two short ones: missdirected. */
  if (word->script == CB_SCRIPT_LATIN && word->n_letters >= LONG_LATIN
      && cb_planner_match_typo (self, letters, word->n_letters, 1))
    model.reading = CB_READING_TYPO;
  else if (cb_planner_add_divided (self, letters, word->n_letters, word->script, &model))
    return 1;
  else if (cb_planner_match_typo (self, letters, word->n_letters, CB_EDIT_MAX_DISTANCE))
    model.reading = CB_READING_TYPO;
  cb_planner_add_needle (self, letters, word->n_letters, word->script, first_match, &model);

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

          cb_phrase_append (&joined, last->letters, last->n_letters);
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
      cb_phrase_append (&plan->whole, letters, word->word.n_letters);
      codes = codes || word->role == CB_ROLE_CODE;
      noise = noise || word->role == CB_ROLE_NOISE;
      if (word->role != CB_ROLE_CODE)
        cb_phrase_append (&plan->words, letters, word->word.n_letters);
      if (word->role == CB_ROLE_CONTENT)
        cb_phrase_append (&plan->content, letters, word->word.n_letters);
      if (word->constant && word->role == CB_ROLE_CONTENT)
        cb_phrase_append (&plan->constant, letters, word->word.n_letters);
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

  for (guint i = 0; i < query->n_words && !cb_planner_is_full (self);)
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

/* There are far more words than matches. */
static void
clear_marks (CbPlan *plan)
{
  for (guint i = 0; i < plan->matches->len; i++)
    plan->marks[g_array_index (plan->matches, CbPlanMatch, i).word] = 0;
}

static void
start_again (CbPlan *plan)
{
  clear_marks (plan);
  plan->n_needles = 0;
  plan->other.n_letters = 0;
  g_array_set_size (plan->matches, 0);
}

static CbPlan *
make_plan (const CbQuery *query,
           const CbLexicon *lexicon,
           const CbSpellings *spellings,
           guint *marks,
           gboolean loose)
{
  CbPlan *plan = g_new0 (CbPlan, 1);
  CbPlanner planner = { .plan = plan, .lexicon = lexicon, .spellings = spellings, .loose = loose };

  plan->query = cb_query_ref ((CbQuery *)query);
  plan->matches = g_array_new (FALSE, FALSE, sizeof (CbPlanMatch));
  plan->texts = g_ptr_array_new_with_free_func (g_free);
  plan->marks = marks;
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
 * @lexicon: a lexicon
 * @spellings: spellings
 * @marks: (array): zeros, one for each word of @lexicon, for this plan alone as long as it lives
 *
 * Looks the words of @query up. Guesses (the other layout, words written together, typing errors)
 * are made only for a word that is nothing as it stands.
 *
 * Returns: (transfer full): a plan, valid as long as @lexicon
 */
CbPlan *
cb_plan_new (const CbQuery *query,
             const CbLexicon *lexicon,
             const CbSpellings *spellings,
             guint *marks)
{
  return make_plan (query, lexicon, spellings, marks, FALSE);
}

/**
 * cb_plan_new_loose:
 * @query: a query
 * @lexicon: a lexicon
 * @spellings: spellings
 * @marks: (array): zeros, one for each word of @lexicon, for this plan alone as long as it lives
 *
 * Like cb_plan_new(), with more typing errors allowed: for suggestions.
 *
 * Returns: (transfer full): a plan, valid as long as @lexicon
 */
CbPlan *
cb_plan_new_loose (const CbQuery *query,
                   const CbLexicon *lexicon,
                   const CbSpellings *spellings,
                   guint *marks)
{
  return make_plan (query, lexicon, spellings, marks, TRUE);
}

/**
 * cb_plan_free:
 * @self: (nullable) (transfer full): a plan
 *
 * Frees it. Its marks are zeros again.
 */
void
cb_plan_free (CbPlan *self)
{
  if (self == NULL)
    return;

  clear_marks (self);
  cb_query_unref (self->query);
  g_array_unref (self->matches);
  g_ptr_array_unref (self->texts);
  g_free (self);
}
