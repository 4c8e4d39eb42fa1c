/* cb-rank.h: what a match is worth */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hit.h"

G_BEGIN_DECLS

/**
 * CbTier:
 *
 * What kind of match a hit is, from the worst to the best. A hit of a higher tier always stands
 * before one of a lower tier; cb-rank.c says what each is worth within its tier.
 */
typedef enum
{
  CB_TIER_NONE,
  CB_TIER_TYPO_WORDS, /* with typing errors put right: all or most of the words */
  CB_TIER_TYPO_NAME, /* the same: all the words in one name */
  CB_TIER_INITIALS_INSIDE, /* initials of something within a name */
  CB_TIER_KEYBOARD_WORDS, /* read in the other layout: all or most of the words */
  CB_TIER_KEYBOARD_NAME, /* the same: all the words in one name */
  CB_TIER_INITIALS_WORD, /* initials of a word of a name */
  CB_TIER_INITIALS_PREFIX, /* initials of the beginning of a name */
  CB_TIER_KEYBOARD_EXACT, /* a name, read in the other layout */
  CB_TIER_INITIALS_EXACT, /* initials of a name */
  CB_TIER_WORDS, /* all or most of the words */
  CB_TIER_NAME_NEAR, /* a name but for a slip, where no entry has all the words */
  CB_TIER_NAME_WORDS, /* all the words in one name */
  CB_TIER_NAME_LIKE, /* a name, its words in another form, or others that mean the same */
  CB_TIER_NAME_PREFIX, /* the beginning of a name, letter by letter */
  CB_TIER_NAME_SAME, /* a name, its words in another order */
  CB_TIER_NAME_EXACT, /* a name */
  CB_TIER_CODE_PATTERN, /* one of the codes of a pattern */
  CB_TIER_CLASS, /* the page of the class that a pattern names */
  CB_TIER_CODE, /* the code that a number names */
} CbTier;

#define CB_N_TIERS (CB_TIER_CODE + 1)
#define CB_N_FIELDS (CB_MATCH_FIELD_TEXT + 1)

/* The fields that hold names, as a set, and all others. */
#define CB_FIELD_BIT(field) (1u << (field))
#define CB_FIELDS_TITLE                                                                            \
  (CB_FIELD_BIT (CB_MATCH_FIELD_TITLE) | CB_FIELD_BIT (CB_MATCH_FIELD_FORMER_NAME)                 \
   | CB_FIELD_BIT (CB_MATCH_FIELD_ALIAS))
#define CB_FIELDS_NAME                                                                             \
  (CB_FIELDS_TITLE | CB_FIELD_BIT (CB_MATCH_FIELD_CONSTANT) | CB_FIELD_BIT (CB_MATCH_FIELD_HEADER))
#define CB_FIELDS_ALL 0xff

/* How good a word's match is, in hundredths of an exact one. */
#define CB_QUALITY_EXACT 100
#define CB_QUALITY_STEM 90
#define CB_QUALITY_SPELLING 85
#define CB_QUALITY_PREFIX 60
#define CB_QUALITY_PREFIX_REST 20 /* the longer the beginning, the more of this is added */
#define CB_QUALITY_SHORT_STEM 50 /* a stem of one syllable may be another word's */
#define CB_QUALITY_INSIDE 45
#define CB_QUALITY_TYPO 70
#define CB_QUALITY_TYPO_TWO 50

/* From here on a match says that the word itself is there, not only a word like it. */
#define CB_QUALITY_FIRM CB_QUALITY_SPELLING

guint cb_rank_score        (CbTier       tier,
                            float        weight);
float cb_rank_field_weight (CbMatchField field);
float cb_rank_fields       (guint        fields,
                            CbMatchField *best);
float cb_rank_rarity       (guint        n_entries,
                            guint        n_matching);
float cb_rank_frequency    (guint        count,
                            float        relative_length);
CbMatchKind cb_tier_get_kind (CbTier     tier);
const char *cb_tier_get_nick (CbTier     tier);

G_END_DECLS
