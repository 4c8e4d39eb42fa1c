/* cb-plan-match.c: which words of an index a word of a query matches */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-edit.h"
#include "cb-find.h"
#include "cb-planner.h"
#include "cb-stem.h"

/* From so many letters on the beginning of a word is looked for in texts, not only in names. */
#define MIN_PREFIX_IN_TEXT 3
/* So many have to be there of a word of Latin letters that is not the last one. */
#define MIN_PREFIX_BEFORE_OTHERS 4
/* From so many on the beginning of another spelling is enough. */
#define MIN_PREFIX_OF_SPELLING 4

static void
add_match (CbPlanner *self,
           guint word,
           guint quality,
           CbMatchKind kind,
           guint fields,
           gsize offset,
           gsize n_letters)
{
  CbPlan *plan = self->plan;
  guint bit = 1u << plan->n_needles;
  CbPlanMatch match = { .word = word,
                        .quality = (guint8)quality,
                        .kind = (guint8)kind,
                        .fields = (guint8)fields,
                        .offset = (guint8)offset,
                        .n_letters = (guint8)n_letters };

  /* The best comes first. */
  if ((plan->marks[word] & bit) != 0)
    return;

  plan->marks[word] |= bit;
  g_array_append_val (plan->matches, match);
}

/* Whether many words may have this stem by chance. A syllable that ends in two consonants, or in
 * one that hardly ever ends a noun, is a stem all the same: 없-, 않-, 찾-, 맞-. */
static gboolean
is_short_stem (const CbLetter *letters, gsize n_stem)
{
  CbLetter last = letters[n_stem - 1];

  if (!cb_letter_is_hangul (letters[0]) || cb_letters_count_syllables (letters, n_stem) >= 2)
    return FALSE;

  /* ㅆ and the consonants from ㅈ on */
  return n_stem < 4
         && (n_stem < 3 || !cb_letter_is_consonant (last)
             || (last != CB_LETTER_CONSONANT + 10 && last < CB_LETTER_CONSONANT + 12));
}

/* How much of a word is the same as @letters, in whole syllables. */
static gsize
common_length (CbPlanner *self, guint id, const CbLetter *letters, gsize n_letters)
{
  const CbLetter *other = cb_lexicon_letters (self->lexicon, id);
  gsize n_other = self->lexicon->words[id].n_letters;
  gsize n = 0;

  while (n < n_letters && n < n_other && letters[n] == other[n])
    n++;
  while (n < n_other && !cb_letters_is_syllable_start (other, n_other, n))
    n--;

  return MAX (n, 1);
}

/**
 * cb_planner_match_same:
 * @self: a planner
 * @letters: a word
 * @n_letters: its length
 * @quality: what an exact match is worth
 * @fields: the fields in which it counts
 *
 * Matches the words that are @letters, or differ from them in what grammar adds.
 */
void
cb_planner_match_same (
    CbPlanner *self, const CbLetter *letters, gsize n_letters, guint quality, guint fields)
{
  gsize n_stem = cb_stem_length (letters, n_letters);
  gboolean short_stem = is_short_stem (letters, n_stem);
  guint first;
  guint end;

  cb_lexicon_prefix (self->lexicon, letters, n_stem, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const CbLexeme *word = &self->lexicon->words[i];
      gboolean begins = word->n_letters >= n_letters
                        && memcmp (cb_lexicon_letters (self->lexicon, i), letters, n_letters) == 0;

      if (begins && word->n_letters == n_letters)
        add_match (self, i, quality, quality == CB_QUALITY_EXACT ? CB_MATCH_EXACT : CB_MATCH_WORD,
                   fields, 0, n_letters);
      else if (word->n_stem == n_stem)
        add_match (self, i,
                   short_stem ? MIN (quality, CB_QUALITY_SHORT_STEM)
                              : MIN (quality, CB_QUALITY_STEM),
                   CB_MATCH_WORD, fields, 0, common_length (self, i, letters, n_letters));
    }
}

static void
match_prefix (CbPlanner *self, const CbLetter *letters, gsize n_letters, gboolean open)
{
  guint syllables = cb_letters_count_syllables (letters, n_letters);
  guint fields = CB_FIELDS_TITLE;
  guint first;
  guint end;

  if (n_letters >= (open ? MIN_PREFIX_IN_TEXT : MIN_PREFIX_BEFORE_OTHERS)
      && (open || syllables >= 2 || cb_letter_is_latin (letters[0])))
    fields = CB_FIELDS_ALL;
  else if (n_letters >= MIN_PREFIX_IN_TEXT)
    fields = CB_FIELDS_NAME | CB_FIELD_BIT (CB_MATCH_FIELD_SUMMARY);

  cb_lexicon_prefix (self->lexicon, letters, n_letters, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const CbLexeme *word = &self->lexicon->words[i];
      guint quality = CB_QUALITY_PREFIX
                      + (guint)(CB_QUALITY_PREFIX_REST * n_letters / MAX (word->n_letters, 1));

      if (open
          || cb_letters_is_syllable_start (cb_lexicon_letters (self->lexicon, i), word->n_letters,
                                           n_letters))
        add_match (self, i, quality, CB_MATCH_PREFIX, fields, 0, n_letters);
    }
}

/* Korean words are compounds: 오류 is in 서버오류. */
static void
match_inside (CbPlanner *self, const CbLetter *letters, gsize n_letters, gboolean open)
{
  const CbLexicon *lexicon = self->lexicon;
  const CbLetter *end = lexicon->letters + lexicon->n_letters;
  const CbLetter *found;
  guint id = 0;

  if (cb_letters_count_syllables (letters, n_letters) < 2)
    return;

  for (const CbLetter *from = lexicon->letters;
       (found = cb_letters_find (from, (gsize)(end - from), letters, n_letters)) != NULL;
       from = found + 1)
    {
      const CbLexeme *word;
      const CbLetter *start;
      gsize offset;

      id = cb_lexicon_at (lexicon, id, (gsize)(found - lexicon->letters));
      word = &lexicon->words[id];
      start = lexicon->letters + word->start;
      offset = (gsize)(found - start);
      if (cb_letters_is_syllable_start (start, word->n_letters, offset)
          && (open || cb_letters_is_syllable_start (start, word->n_letters, offset + n_letters)))
        add_match (self, id, CB_QUALITY_INSIDE, CB_MATCH_WORD, CB_FIELDS_ALL, offset, n_letters);
    }
}

/**
 * cb_planner_match_group:
 * @self: a planner
 * @group: a group of spellings
 * @quality: what a match is worth
 *
 * Matches all spellings of @group.
 */
void
cb_planner_match_group (CbPlanner *self, guint group, guint quality)
{
  const CbSpelling *spellings;
  guint n;

  add_match (self, group, quality, CB_MATCH_WORD, CB_FIELDS_ALL, 0, 0);
  spellings = cb_spellings_of_group (self->spellings, group, &n);
  for (guint i = 0; i < n; i++)
    cb_planner_match_same (self, cb_lexicon_letters (self->lexicon, spellings[i].word),
                           self->lexicon->words[spellings[i].word].n_letters, quality,
                           CB_FIELDS_ALL);
}

/* Other spellings of the words that match from @first_match on. */
static void
match_spellings (CbPlanner *self, guint first_match)
{
  guint end = self->plan->matches->len;

  for (guint i = first_match; i < end; i++)
    {
      CbPlanMatch match = g_array_index (self->plan->matches, CbPlanMatch, i);
      const CbSpelling *spellings;
      guint n;

      if (match.quality < CB_QUALITY_STEM)
        continue;
      spellings = cb_spellings_of_word (self->spellings, match.word, &n);
      for (guint k = 0; k < n; k++)
        cb_planner_match_group (self, spellings[k].group, CB_QUALITY_SPELLING);
    }
}

/* Other spellings of what a slip of the fingers was meant to be. */
static void
match_spellings_of_typo (CbPlanner *self, guint first_match)
{
  guint end = self->plan->matches->len;

  for (guint i = first_match; i < end; i++)
    {
      CbPlanMatch match = g_array_index (self->plan->matches, CbPlanMatch, i);
      guint n;
      const CbSpelling *spellings = cb_spellings_of_word (self->spellings, match.word, &n);

      for (guint k = 0; k < n; k++)
        cb_planner_match_group (self, spellings[k].group, match.quality);
    }
}

static void
match_spelling_prefix (CbPlanner *self, const CbLetter *letters, gsize n_letters)
{
  guint first;
  guint end;

  if (n_letters < MIN_PREFIX_OF_SPELLING)
    return;

  cb_lexicon_prefix (self->lexicon, letters, n_letters, &first, &end);
  for (guint i = first; i < end; i++)
    {
      guint n;
      const CbSpelling *spellings = cb_spellings_of_word (self->spellings, i, &n);

      for (guint k = 0; k < n; k++)
        if (spellings[k].n_words == 1)
          cb_planner_match_group (self, spellings[k].group, CB_QUALITY_PREFIX);
    }
}

/**
 * cb_planner_match_plain:
 * @self: a planner
 * @letters: a word of one script
 * @n_letters: its length
 * @script: its script
 * @open: whether it may be half typed
 *
 * Matches everything that needs no guess.
 *
 * Returns: whether there is any match
 */
gboolean
cb_planner_match_plain (
    CbPlanner *self, const CbLetter *letters, gsize n_letters, CbScript script, gboolean open)
{
  guint first_match = self->plan->matches->len;

  if (n_letters == 0)
    return FALSE;
  if (script == CB_SCRIPT_DIGIT)
    {
      cb_planner_match_same (self, letters, n_letters, CB_QUALITY_EXACT, CB_FIELDS_ALL);
      return self->plan->matches->len > first_match;
    }

  cb_planner_match_same (self, letters, n_letters, CB_QUALITY_EXACT, CB_FIELDS_ALL);
  match_spellings (self, first_match);
  match_prefix (self, letters, n_letters, open);
  if (open)
    match_spelling_prefix (self, letters, n_letters);
  if (script == CB_SCRIPT_HANGUL)
    {
      gsize n_stem = cb_particle_stem (letters, n_letters);

      match_inside (self, letters, n_letters, open);
      /* 토큰이 is in 액세스토큰, but 시간초가 is not 시간초 with a particle. */
      if (n_stem < n_letters && cb_planner_is_known (self, letters, n_stem, FALSE))
        match_inside (self, letters, n_stem, FALSE);
    }

  return self->plan->matches->len > first_match;
}

/**
 * cb_planner_drop_matches:
 * @self: a planner
 * @first_match: a match of the needle at hand
 *
 * Forgets the matches from @first_match on.
 */
void
cb_planner_drop_matches (CbPlanner *self, guint first_match)
{
  CbPlan *plan = self->plan;

  for (guint i = first_match; i < plan->matches->len; i++)
    plan->marks[g_array_index (plan->matches, CbPlanMatch, i).word] &= ~(1u << plan->n_needles);
  g_array_set_size (plan->matches, first_match);
}

/* Whether an entry is about the word, or it stands for others: a text need not have it then. */
static gboolean
is_meant (CbPlanner *self, guint word)
{
  guint n;

  return (self->lexicon->words[word].fields & MEANT_FIELDS) != 0
         || cb_spellings_of_word (self->spellings, word, &n) != NULL;
}

/* Whether the letters alone, in whatever order, show that neither @word nor its stem is near. */
static gboolean
has_other_letters (guint32 set, const CbLexeme *word, const CbLetter *letters, guint max)
{
  guint32 of_stem = cb_letters_to_set (letters, word->n_stem);
  guint32 of_word
      = of_stem | cb_letters_to_set (letters + word->n_stem, word->n_letters - word->n_stem);

  return cb_letter_set_has_more (set & ~of_word, max)
         || cb_letter_set_has_more (of_stem & ~set, max);
}

/**
 * cb_planner_match_typo:
 * @self: a planner
 * @letters: a word that matches nothing
 * @n_letters: its length
 * @max: how many edits away a match may be at most
 *
 * Matches the words of names and summaries that a slip of the fingers makes of @letters: the
 * nearest ones only.
 *
 * Returns: whether there is any match
 */
gboolean
cb_planner_match_typo (CbPlanner *self, const CbLetter *letters, gsize n_letters, guint max)
{
  gsize n_stem = cb_stem_length (letters, n_letters);
  guint allowance = cb_edit_allowance (letters, n_letters);
  guint32 set = cb_letters_to_set (letters, n_letters);
  guint first_match = self->plan->matches->len;
  guint best;
  gboolean slight = cb_letter_is_hangul (letters[0]) && n_letters == 5;
  gboolean hangul = cb_letter_is_hangul (letters[0]);

  if (self->loose && allowance > 0 && allowance < 2 && n_letters >= 5)
    allowance++;
  best = allowance = MIN (allowance, max);
  if ((allowance == 0 && !slight)
      || (hangul && cb_letters_count_syllables (letters, n_letters) < 2))
    return FALSE;

  for (guint i = 0; i < self->lexicon->n_words; i++)
    {
      const CbLexeme *word = &self->lexicon->words[i];
      const CbLetter *other = self->lexicon->letters + word->start;
      guint distance;
      gboolean short_word = n_letters < 6;

      if (word->n_letters + allowance < n_stem || word->n_stem > n_letters + allowance
          || word->n_letters < 3
          /* The first letter of a short word is seldom wrong. */
          || (short_word && letters[0] != other[0] && !slight))
        continue;
      if (slight)
        {
          if ((word->n_letters == n_letters || word->n_stem == n_letters)
              && cb_edit_is_slight (letters, n_letters, other, n_letters) && is_meant (self, i))
            add_match (self, i, CB_QUALITY_TYPO, CB_MATCH_TYPO, MEANT_FIELDS, 0, n_letters);
          continue;
        }
      if (has_other_letters (set, word, other, best) || !is_meant (self, i))
        continue;

      distance = cb_edit_distance (letters, n_letters, other, word->n_letters, best);
      if (distance > 0 && word->n_stem < word->n_letters && word->n_stem >= 4)
        distance = MIN (distance, cb_edit_distance (letters, n_stem, other, word->n_stem, best));
      if (distance == 0 || distance > best)
        continue;
      if (distance < best)
        {
          cb_planner_drop_matches (self, first_match);
          best = distance;
        }
      add_match (self, i, distance > 1 ? CB_QUALITY_TYPO_TWO : CB_QUALITY_TYPO, CB_MATCH_TYPO,
                 MEANT_FIELDS, 0, word->n_stem);
    }

  if (self->plan->matches->len == first_match)
    return FALSE;
  match_spellings_of_typo (self, first_match);

  return TRUE;
}
