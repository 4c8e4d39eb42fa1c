/* cb-plan.h: a query in the words of an index */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-lexicon.h"
#include "cb-names.h"
#include "cb-query-private.h"
#include "cb-spellings.h"

G_BEGIN_DECLS

#define CB_PLAN_MAX_NEEDLES 32
#define CB_PLAN_MAX_LETTERS 512

/**
 * CbReading:
 *
 * How a word has to be read to make sense, the plainest first.
 */
typedef enum
{
  CB_READING_PLAIN,
  CB_READING_KEYBOARD,
  CB_READING_TYPO,
} CbReading;

/**
 * CbPlanMatch:
 * @word: a word of the lexicon
 * @quality: how good it is, in hundredths
 * @kind: how it matches
 * @fields: the fields in which it counts
 * @n_letters: how many letters at its beginning, or from @offset on, matched
 * @offset: where they begin
 */
typedef struct
{
  guint word;
  guint8 quality;
  guint8 kind;
  guint8 fields;
  guint8 n_letters;
  guint8 offset;
} CbPlanMatch;

/**
 * CbNeedle:
 * @letters: what is looked for
 * @n_letters: how many
 * @script: of the letters
 * @role: what the word does in the query
 * @reading: how it had to be read
 * @open: whether it may be half typed
 * @first_match: its first match
 * @n_matches: how many words of the lexicon it matches
 * @word: the word of the lexicon that it is letter by letter, or %CB_NO_WORD
 *
 * Something to be looked for: a word of the query, or what it was read as.
 */
typedef struct
{
  const CbLetter *letters;
  guint n_letters;
  CbScript script;
  CbRole role;
  CbReading reading;
  gboolean open;
  guint phrase;
  guint source_word; /* of the query */
  guint first_match;
  guint n_matches;
  guint word;
} CbNeedle;

#define CB_NO_WORD G_MAXUINT

/**
 * CbPhrase:
 *
 * Letters that are looked for in the names, whatever divides their words there.
 */
typedef struct
{
  CbLetter letters[CB_PLAN_MAX_LETTERS];
  guint n_letters;
} CbPhrase;

/**
 * CbPlan:
 * @query: (transfer full): the query
 * @needles: what is looked for
 * @n_needles: how many
 * @n_content: how many of them have to be found
 * @matches: (element-type CbPlanMatch): the matches of all needles
 * @whole: all words of the query as typed
 * @words: those that are not codes; empty if that is the same
 * @content: those that are neither codes nor noise; empty if that is the same
 * @constant: what an expression of a programming language names; or empty
 * @other: all words, at least one of them read in the other layout; or empty
 * @initials: the query as initials; may be none
 * @marks: (transfer none): for each word of the lexicon the needles that match it, as a set
 *
 * What a query comes to in an index. It says of each word which words of the lexicon match it, and
 * how; searching and highlighting then only look at words.
 */
typedef struct
{
  CbQuery *query;
  CbNeedle needles[CB_PLAN_MAX_NEEDLES];
  guint n_needles;
  guint n_content;
  GArray *matches;
  CbPhrase whole;
  CbPhrase words;
  CbPhrase content;
  CbPhrase constant;
  CbPhrase other;
  CbInitials initials;
  gboolean open;
  GPtrArray *texts; /* letters that needles point to */
  guint *marks;
} CbPlan;

CbPlan *cb_plan_new    (const CbQuery     *query,
                        const CbLexicon   *lexicon,
                        const CbSpellings *spellings,
                        guint             *marks) G_GNUC_WARN_UNUSED_RESULT;
CbPlan *cb_plan_new_loose (const CbQuery     *query,
                           const CbLexicon   *lexicon,
                           const CbSpellings *spellings,
                           guint             *marks) G_GNUC_WARN_UNUSED_RESULT;
void    cb_plan_free   (CbPlan            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbPlan, cb_plan_free)

G_END_DECLS
