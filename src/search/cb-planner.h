/* cb-planner.h: the making of a plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-plan.h"
#include "cb-rank.h"

G_BEGIN_DECLS

/* Where a word with a typing error is looked for: in what an entry is about, not in everything that
 * it says. */
#define MEANT_FIELDS (CB_FIELDS_NAME | CB_FIELD_BIT (CB_MATCH_FIELD_SUMMARY))

/**
 * CbPlanner:
 *
 * A plan while it is made. Matches are those of the needle that comes next.
 */
typedef struct
{
  CbPlan *plan;
  const CbLexicon *lexicon;
  const CbSpellings *spellings;
  gboolean loose;
  gboolean other_layout; /* some word is in the other layout: so are short ones */
} CbPlanner;

void     cb_planner_match_same   (CbPlanner      *self,
                                  const CbLetter *letters,
                                  gsize           n_letters,
                                  guint           quality,
                                  guint           fields);
void     cb_planner_match_group  (CbPlanner *self,
                                  guint      group,
                                  guint      quality);
gboolean cb_planner_match_plain  (CbPlanner      *self,
                                  const CbLetter *letters,
                                  gsize           n_letters,
                                  CbScript        script,
                                  gboolean        open);
gboolean cb_planner_match_typo   (CbPlanner      *self,
                                  const CbLetter *letters,
                                  gsize           n_letters,
                                  guint           max);
void     cb_planner_drop_matches (CbPlanner *self,
                                  guint      first_match);

gboolean cb_planner_is_full      (CbPlanner      *self);
void     cb_planner_add_needle   (CbPlanner      *self,
                                  const CbLetter *letters,
                                  gsize           n_letters,
                                  CbScript        script,
                                  guint           first_match,
                                  const CbNeedle *model);
void     cb_phrase_append        (CbPhrase       *phrase,
                                  const CbLetter *letters,
                                  gsize           n_letters);

gboolean cb_planner_is_known     (CbPlanner      *self,
                                  const CbLetter *letters,
                                  gsize           n_letters,
                                  gboolean        open);
gboolean cb_planner_add_divided  (CbPlanner      *self,
                                  const CbLetter *letters,
                                  gsize           n_letters,
                                  CbScript        script,
                                  const CbNeedle *model);
gboolean cb_planner_prefers_division (CbPlanner      *self,
                                      const CbLetter *letters,
                                      gsize           n_letters);
gboolean cb_planner_try_korean   (CbPlanner      *self,
                                  const CbWord   *first,
                                  const CbWord   *last,
                                  const CbNeedle *model);
gboolean cb_planner_try_latin    (CbPlanner      *self,
                                  const CbLetter *letters,
                                  gsize           n_letters,
                                  const CbNeedle *model);

G_END_DECLS
