/* cb-plan-divide.c: words written together */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-planner.h"
#include "cb-stem.h"

#define MAX_SEGMENTS 4
#define MAX_SEGMENTED_LETTERS 48
#define MIN_SEGMENT 3
/* Short English words make everyday words, as in workout: one of several has to be so long. */
#define MIN_LONGEST_LATIN 5
/* A syllable and the beginning of another are rather one word with a slip at its end. */
#define MIN_LONGEST_HALF_TYPED 2

/**
 * cb_planner_is_known:
 * @self: a planner
 * @letters: a word
 * @n_letters: its length
 * @open: whether it may be half typed
 *
 * Returns: whether there is such a word, or one of its stem, or if it is half typed one that begins
 * so
 */
gboolean
cb_planner_is_known (CbPlanner *self, const CbLetter *letters, gsize n_letters, gboolean open)
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
  gsize longest = 0;
  guint most_syllables = 0;
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
            && cb_planner_is_known (self, letters + start, end - start,
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
    {
      longest = MAX (longest, end - from[end]);
      most_syllables
          = MAX (most_syllables, cb_letters_count_syllables (letters + from[end], end - from[end]));
      ends[--i] = end;
    }
  if (cb_letter_is_latin (letters[0]))
    return longest < MIN_LONGEST_LATIN ? 0 : n;

  return open && most_syllables < MIN_LONGEST_HALF_TYPED ? 0 : n;
}

/**
 * cb_planner_add_divided:
 * @self: a planner
 * @letters: words written together, as long as the plan
 * @n_letters: how many
 * @script: of the letters
 * @model: what else is known of them
 *
 * Words written together become a needle each.
 *
 * Returns: whether they were
 */
gboolean
cb_planner_add_divided (CbPlanner *self,
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

  for (guint i = 0; i < n && !cb_planner_is_full (self); i++)
    {
      guint first_match = self->plan->matches->len;

      cb_planner_match_plain (self, letters + start, ends[i] - start, script,
                              model->open && i == n - 1);
      cb_planner_add_needle (self, letters + start, ends[i] - start, script, first_match, model);
      start = ends[i];
    }

  return TRUE;
}

/**
 * cb_planner_prefers_division:
 * @self: a planner
 * @letters: a Korean word
 * @n_letters: its length
 *
 * Returns: whether a word that is only the beginning or a part of others is better read as several
 * words of two syllables or more each
 */
gboolean
cb_planner_prefers_division (CbPlanner *self, const CbLetter *letters, gsize n_letters)
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
