/* cb-plan-layout.c: words typed with the keyboard in the other layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-keyboard.h"
#include "cb-noise.h"
#include "cb-planner.h"

/* What a word read in the other layout must have, to be more than chance. */
#define MIN_KEYBOARD_EXACT 3
#define MIN_KEYBOARD_EXACT_NO_HANGUL 2 /* no Korean word begins with a vowel: ㅐㅏ is ok */
#define MIN_KEYBOARD_PREFIX_HANGUL 4
#define MIN_KEYBOARD_PREFIX_LATIN 3

/* Whether the matches from @first_match on are good enough for a guess: not only a common
 * beginning. */
static gboolean
has_good_match (
    CbPlanner *self, guint first_match, gsize n_letters, gsize min_exact, gsize min_prefix)
{
  for (guint i = first_match; i < self->plan->matches->len; i++)
    {
      const CbPlanMatch *match = &g_array_index (self->plan->matches, CbPlanMatch, i);

      if (cb_lexicon_n_postings (self->lexicon, match->word) == 0
          || match->quality <= CB_QUALITY_INSIDE)
        continue;
      if (match->quality > CB_QUALITY_PREFIX + CB_QUALITY_PREFIX_REST
              ? n_letters >= min_exact || self->other_layout
              : n_letters >= min_prefix)
        return TRUE;
    }

  return FALSE;
}

static CbLetter *
take_letters (CbPlanner *self, const CbLetter *letters, gsize n_letters)
{
  CbLetter *copy = g_memdup2 (letters, MAX (n_letters, 1));

  g_ptr_array_add (self->plan->texts, copy);

  return copy;
}

/* Whether @letters, which are a reading in the other layout, are something. Adds the needles if so.
 */
static gboolean
try_other_layout (CbPlanner *self,
                  const CbLetter *letters,
                  gsize n_letters,
                  CbScript script,
                  gsize min_exact,
                  const CbNeedle *model)
{
  guint first_match = self->plan->matches->len;
  CbNeedle other = *model;
  const CbLetter *copy;

  other.reading = CB_READING_KEYBOARD;
  if (cb_planner_match_plain (self, letters, n_letters, script, model->open)
      && has_good_match (self, first_match, n_letters, min_exact,
                         script == CB_SCRIPT_HANGUL ? MIN_KEYBOARD_PREFIX_HANGUL
                                                    : MIN_KEYBOARD_PREFIX_LATIN))
    {
      copy = take_letters (self, letters, n_letters);
      if (cb_noise_contains (letters, n_letters))
        other.role = CB_ROLE_NOISE;
      cb_planner_add_needle (self, copy, n_letters, script, first_match, &other);
      cb_phrase_append (&self->plan->other, letters, n_letters);
      return TRUE;
    }
  cb_planner_drop_matches (self, first_match);

  copy = take_letters (self, letters, n_letters);
  if (!cb_planner_add_divided (self, copy, n_letters, script, &other))
    return FALSE;
  cb_phrase_append (&self->plan->other, letters, n_letters);

  return TRUE;
}

/**
 * cb_planner_try_korean:
 * @self: a planner
 * @first: a Latin word of the query
 * @last: the last word written together with it
 * @model: what is known of it
 *
 * Reads Latin letters as the keys of a Korean word. The keys are taken from the text itself, for
 * there shift counts; where all are capitals, Caps Lock may have been on.
 *
 * Returns: whether they are one
 */
gboolean
cb_planner_try_korean (CbPlanner *self,
                       const CbWord *first,
                       const CbWord *last,
                       const CbNeedle *model)
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
          && try_other_layout (self, letters, n, CB_SCRIPT_HANGUL, MIN_KEYBOARD_EXACT, model))
        return TRUE;
      if (!first->capitals)
        break;
    }

  return FALSE;
}

/**
 * cb_planner_try_latin:
 * @self: a planner
 * @letters: a Korean word of the query
 * @n_letters: its length
 * @model: what is known of it
 *
 * Reads Hangul as the keys of a Latin word.
 *
 * Returns: whether they are one
 */
gboolean
cb_planner_try_latin (CbPlanner *self,
                      const CbLetter *letters,
                      gsize n_letters,
                      const CbNeedle *model)
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

  return try_other_layout (
      self, keys, n_letters, CB_SCRIPT_LATIN,
      cb_letter_is_vowel (letters[0]) ? MIN_KEYBOARD_EXACT_NO_HANGUL : MIN_KEYBOARD_EXACT, model);
}
