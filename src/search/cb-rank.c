/* cb-rank.c: what a match is worth */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-rank.h"

#include <math.h>

/* The one table of tiers: what each is called, and how a hit of it is said to have matched. */
static const struct
{
  const char *nick;
  CbMatchKind kind;
} tiers[CB_N_TIERS] = {
  [CB_TIER_NONE] = { "none", CB_MATCH_TEXT },
  [CB_TIER_TYPO_WORDS] = { "typo-words", CB_MATCH_TYPO },
  [CB_TIER_TYPO_NAME] = { "typo-name", CB_MATCH_TYPO },
  [CB_TIER_INITIALS_INSIDE] = { "initials-inside", CB_MATCH_INITIALS },
  [CB_TIER_KEYBOARD_WORDS] = { "keyboard-words", CB_MATCH_KEYBOARD },
  [CB_TIER_KEYBOARD_NAME] = { "keyboard-name", CB_MATCH_KEYBOARD },
  [CB_TIER_INITIALS_WORD] = { "initials-word", CB_MATCH_INITIALS },
  [CB_TIER_INITIALS_PREFIX] = { "initials-prefix", CB_MATCH_INITIALS },
  [CB_TIER_KEYBOARD_EXACT] = { "keyboard-exact", CB_MATCH_KEYBOARD },
  [CB_TIER_INITIALS_EXACT] = { "initials-exact", CB_MATCH_INITIALS },
  [CB_TIER_WORDS] = { "words", CB_MATCH_TEXT },
  [CB_TIER_NAME_NEAR] = { "name-near", CB_MATCH_TYPO },
  [CB_TIER_NAME_WORDS] = { "name-words", CB_MATCH_WORD },
  [CB_TIER_NAME_LIKE] = { "name-like", CB_MATCH_WORD },
  [CB_TIER_NAME_PREFIX] = { "name-prefix", CB_MATCH_PREFIX },
  [CB_TIER_NAME_SAME] = { "name-same", CB_MATCH_WORD },
  [CB_TIER_NAME_EXACT] = { "name-exact", CB_MATCH_EXACT },
  [CB_TIER_CODE_PATTERN] = { "code-pattern", CB_MATCH_PREFIX },
  [CB_TIER_CLASS] = { "class", CB_MATCH_EXACT },
  [CB_TIER_CODE] = { "code", CB_MATCH_EXACT },
};

/* How finely weights within a tier are told apart. */
#define WITHIN_SCALE 1000000.0f

#define TIER_SHIFT 24
#define MAX_WITHIN ((1u << TIER_SHIFT) - 1)

/* What a word is worth where it was found, a title being 1. */
static const float field_weights[CB_N_FIELDS] = {
  [CB_MATCH_FIELD_CODE] = 1.0f,         [CB_MATCH_FIELD_TITLE] = 1.0f,
  [CB_MATCH_FIELD_FORMER_NAME] = 0.85f, [CB_MATCH_FIELD_ALIAS] = 0.9f,
  [CB_MATCH_FIELD_CONSTANT] = 0.5f,     [CB_MATCH_FIELD_HEADER] = 0.6f,
  [CB_MATCH_FIELD_SUMMARY] = 0.65f,     [CB_MATCH_FIELD_TEXT] = 0.4f,
};

/* Found in several fields a word is worth a little more than in the best of them. */
#define FURTHER_FIELD 0.12f

/* BM25's saturation of repeated words and correction for long texts, both mild: the texts are of
 * one kind. */
#define SATURATION 1.2f
#define LENGTH_CORRECTION 0.5f

/**
 * cb_rank_score:
 * @tier: the tier of a hit
 * @weight: what it is worth within the tier, not negative
 *
 * Returns: the score
 */
guint
cb_rank_score (CbTier tier, float weight)
{
  float within = weight * WITHIN_SCALE;

  return ((guint)tier << TIER_SHIFT)
         | (within >= (float)MAX_WITHIN ? MAX_WITHIN
            : within > 0                ? (guint)within
                                        : 0);
}

/**
 * cb_rank_field_weight:
 * @field: a field
 *
 * Returns: what a word is worth in it, up to 1
 */
float
cb_rank_field_weight (CbMatchField field)
{
  return field_weights[field];
}

/**
 * cb_rank_fields:
 * @fields: a set of fields, without the text
 * @best: (out): the one that is worth most
 *
 * Returns: what a word is worth that occurs in these fields of an entry
 */
float
cb_rank_fields (guint fields, CbMatchField *best)
{
  float weight = 0;
  float further = 0;

  *best = CB_MATCH_FIELD_TEXT;
  for (guint i = 0; i < CB_N_FIELDS; i++)
    {
      if ((fields & CB_FIELD_BIT (i)) == 0)
        continue;
      further += FURTHER_FIELD * field_weights[i];
      if (field_weights[i] > weight)
        {
          weight = field_weights[i];
          *best = (CbMatchField)i;
        }
    }

  return weight > 0 ? weight + further - FURTHER_FIELD * weight : 0;
}

/**
 * cb_rank_rarity:
 * @n_entries: how many entries there are
 * @n_matching: how many of them a word is in
 *
 * Returns: the weight of the word in a query: next to nothing for a word that is everywhere, most
 * for one that is nowhere
 */
float
cb_rank_rarity (guint n_entries, guint n_matching)
{
  return logf (1.05f + ((float)n_entries - (float)n_matching) / ((float)n_matching + 0.5f));
}

/**
 * cb_rank_frequency:
 * @count: how often a word occurs in the text of an entry
 * @relative_length: the length of that text, 1 being the average
 *
 * Returns: what that is worth, relative to one occurrence in an average text
 */
float
cb_rank_frequency (guint count, float relative_length)
{
  float n = (float)count;
  float norm = SATURATION * (1 - LENGTH_CORRECTION + LENGTH_CORRECTION * relative_length);

  return n * (SATURATION + 1) / (n + norm);
}

/**
 * cb_tier_get_kind:
 * @tier: a tier
 *
 * Returns: how a hit of it is said to have matched
 */
CbMatchKind
cb_tier_get_kind (CbTier tier)
{
  return tiers[tier].kind;
}

/**
 * cb_tier_get_nick:
 * @tier: a tier
 *
 * Returns: its name, for tests and for debugging
 */
const char *
cb_tier_get_nick (CbTier tier)
{
  return tiers[tier].nick;
}
