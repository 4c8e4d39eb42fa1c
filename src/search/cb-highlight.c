/* cb-highlight.c: what to mark in a text that is shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include <string.h>

#include "cb-index-private.h"

static void
add_range (GArray *ranges, gsize start, gsize end)
{
  CbRange range = { .start = (guint)start, .end = (guint)end };

  if (start < end)
    g_array_append_val (ranges, range);
}

static void
add_letters (GArray *ranges, const CbFolded *folded, gsize first, gsize n_letters)
{
  if (n_letters > 0)
    add_range (ranges, folded->sources[first], folded->ends[first + n_letters - 1]);
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const CbRange *first = a;
  const CbRange *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return (first->end > second->end) - (first->end < second->end);
}

/* In order, none touching another. */
static void
merge_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      CbRange range = g_array_index (ranges, CbRange, i);
      CbRange *last = n > 0 ? &g_array_index (ranges, CbRange, n - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, CbRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

static void
mark_codes (GArray *ranges, const CbPlan *plan, const CbFolded *folded)
{
  for (gsize i = 0; i < folded->n_words; i++)
    {
      const CbWord *word = &folded->words[i];
      int number = 0;

      if (word->script != CB_SCRIPT_DIGIT || word->n_letters != CB_CODE_DIGITS)
        continue;
      for (guint k = 0; k < CB_CODE_DIGITS; k++)
        number = number * 10 + (folded->letters[word->start + k] - '0');
      for (guint k = 0; k < plan->query->codes->len; k++)
        if (cb_code_matches (&g_array_index (plan->query->codes, CbCode, k), number))
          add_range (ranges, word->source_start, word->source_end);
    }
}

static const CbPlanMatch *
match_of_word (const CbPlan *plan, guint word, guint needle)
{
  const CbNeedle *n = &plan->needles[needle];

  for (guint i = n->first_match; i < n->first_match + n->n_matches; i++)
    {
      const CbPlanMatch *match = &g_array_index (plan->matches, CbPlanMatch, i);

      if (match->word == word)
        return match;
    }

  return NULL;
}

static void
mark_words (CbIndex *index, GArray *ranges, const CbPlan *plan, const CbFolded *folded)
{
  for (gsize i = 0; i < folded->n_words; i++)
    {
      const CbWord *word = &folded->words[i];
      guint id;
      guint bits;

      if (!cb_lexicon_lookup (&index->lexicon, folded->letters + word->start,
                              MIN (word->n_letters, CB_LEXICON_MAX_LETTERS), &id))
        continue;
      bits = plan->marks[id];
      for (guint needle = 0; bits != 0; needle++, bits >>= 1)
        {
          const CbPlanMatch *match;

          if ((bits & 1) == 0 || plan->needles[needle].role == CB_ROLE_NOISE)
            continue;
          match = match_of_word (plan, id, needle);
          if (match != NULL && match->n_letters > 0)
            add_letters (ranges, folded, word->start + match->offset,
                         MIN (match->n_letters, word->n_letters - match->offset));
        }
    }
}

/* Whether a word of the text begins at @letter. */
static gboolean
begins_word (const CbFolded *folded, gsize letter)
{
  for (gsize i = 0; i < folded->n_words; i++)
    if (folded->words[i].start == letter)
      return TRUE;

  return FALSE;
}

static void
mark_phrase (GArray *ranges, const CbFolded *folded, const CbPhrase *phrase, gboolean open)
{
  const CbLetter *end = folded->letters + folded->n_letters;
  const CbLetter *found;

  if (phrase->n_letters < 2 || folded->n_letters == 0)
    return;

  for (const CbLetter *from = folded->letters;
       (found = memmem (from, (gsize)(end - from), phrase->letters, phrase->n_letters)) != NULL;
       from = found + 1)
    {
      gsize first = (gsize)(found - folded->letters);

      if (begins_word (folded, first)
          && (open
              || cb_letters_is_syllable_start (folded->letters, folded->n_letters,
                                               first + phrase->n_letters)))
        add_letters (ranges, folded, first, phrase->n_letters);
    }
}

static void
mark_initials (GArray *ranges, const CbFolded *folded, const CbInitials *initials)
{
  g_autofree CbLetter *units = NULL;
  g_autofree guint *starts = NULL;
  const CbLetter *found;
  gsize n = 0;

  if (initials->n_units < 2 || initials->n_jamo == 0)
    return;

  units = g_new (CbLetter, folded->n_letters + 1);
  starts = g_new (guint, folded->n_letters + 2);
  for (gsize i = 0; i < folded->n_letters; i++)
    if (cb_letters_is_syllable_start (folded->letters, folded->n_letters, i)
        || begins_word (folded, i))
      {
        units[n] = folded->letters[i];
        starts[n++] = (guint)i;
      }
  starts[n] = (guint)folded->n_letters;

  for (const CbLetter *from = units;
       (found = memmem (from, (gsize)(units + n - from), initials->units, initials->n_units))
       != NULL;
       from = found + 1)
    {
      gsize first = (gsize)(found - units);

      if (cb_initials_match (initials, folded->letters, folded->n_letters, starts + first,
                             n - first)
          && (initials->n_units > 2 || begins_word (folded, starts[first])))
        add_letters (ranges, folded, starts[first],
                     starts[first + initials->n_units] - starts[first]);
    }
}

/**
 * cb_index_highlight:
 * @self: an index
 * @query: (nullable): a query
 * @text: (nullable): a text as it is shown, in any language
 *
 * Finds what of @query is in @text: words as the search matches them, with other spellings and
 * typing errors put right, names without their spaces, initials, and codes.
 *
 * Returns: (transfer full) (element-type CbRange): what to mark, in order, none touching another
 */
GArray *
cb_index_highlight (CbIndex *self, const CbQuery *query, const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (CbRange));
  g_auto (CbFolded) folded;
  const CbPlan *plan;

  g_return_val_if_fail (CB_IS_INDEX (self), ranges);

  cb_folded_init (&folded);
  if (text == NULL || cb_query_is_empty (query))
    return ranges;

  plan = cb_index_plan (self, query);
  cb_folded_set (&folded, text, strlen (text));
  mark_codes (ranges, plan, &folded);
  mark_words (self, ranges, plan, &folded);
  mark_phrase (ranges, &folded, &plan->whole, plan->open);
  mark_phrase (ranges, &folded, &plan->words, plan->open);
  mark_phrase (ranges, &folded, &plan->other, plan->open);
  mark_initials (ranges, &folded, &plan->initials);
  merge_ranges (ranges);

  return ranges;
}
