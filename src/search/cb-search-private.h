/* cb-search-private.h: a search while it goes on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hit-sort.h"
#include "cb-index-private.h"

G_BEGIN_DECLS

/* Long names that hold the query are worth less than short ones by up to this. */
#define CB_NAME_LENGTH_SHARE 0.35f
/* A word that the catalog knows says no more than this for the rule of the half, however rare it
 * is; one that it does not know says that something else is meant. */
#define CB_MAX_KNOWN_RARITY 2.3f

/* Of so many entries, the best ones, the names and paragraphs are looked at one by one. */
#define CB_MAX_CLOSE_LOOKS 160

/**
 * CbWordCursor:
 * @next: of its postings the first one that is not in a block before
 * @end: the posting after its last
 * @document: that of @next
 * @fields: the fields in which it counts
 * @quality: of the match
 *
 * A word that matches a needle, and how far the search has come in its occurrences.
 */
typedef struct
{
  guint32 next;
  guint32 end;
  guint32 document;
  guint8 fields;
  guint8 quality;
} CbWordCursor;

/**
 * CbCodeCursor:
 * @next: of the entries with a code the first one that is not in a block before
 * @end: after the last one
 * @tier: what its entries are to the query
 * @kind: how the code matched
 * @weight: what that is worth
 *
 * A code that the query names, and how far the search has come in its entries.
 */
typedef struct
{
  const guint32 *next;
  const guint32 *end;
  CbTier tier;
  CbMatchKind kind;
  float weight;
} CbCodeCursor;

/* So many hits are kept until the best of them are sought. */
#define CB_MAX_CANDIDATES 1024

/**
 * CbBest:
 * @candidates: the best hits so far, and others, in the order of the catalog
 * @accumulators: what is known of each
 * @n: how many
 * @bar: what a hit must score more than to be one of the best
 *
 * The best of many hits, with what only they are still asked for.
 */
typedef struct
{
  CbRankedHit candidates[CB_MAX_CANDIDATES];
  CbAccumulator accumulators[CB_MAX_CANDIDATES];
  guint n;
  gint64 bar;
} CbBest;

/**
 * CbSearch:
 *
 * A search while it goes on. The rarities are those of the needles; what they cover is what they
 * count for the rule of the half.
 */
typedef struct
{
  CbIndex *index;
  const CbPlan *plan;

  /* the block at hand: entries, and the names that are theirs */
  guint first;
  guint end;
  guint first_name;
  guint end_name;
  CbWordCursor *words; /* up to two for each match: names, texts */
  guint n_words[CB_PLAN_MAX_NEEDLES]; /* of each needle, those that are not at their end */
  GArray *codes; /* of #CbCodeCursor */
  GPtrArray *near_names; /* (nullable): (element-type CbName): none in the first round */

  CbBest *best;
  CbTier best_tier; /* of any hit so far */
  gboolean full; /* whether an entry has all the words, without any guess */
  guint content_bits;
  guint code_bits;
  guint late_bits; /* the needles that only add to what is found otherwise */
  gboolean has_phrases;
  guint phrase_bits; /* the needles of phrases that an entry cannot have without having been found
                        by them */
  float rarities[CB_PLAN_MAX_NEEDLES];
  float covers[CB_PLAN_MAX_NEEDLES];
  float total;
  float to_cover; /* the weight of the query for the rule of the half */
} CbSearch;

void     cb_best_init               (CbBest              *self);
void     cb_best_add                (CbBest              *self,
                                     const CbRankedHit   *hit,
                                     const CbAccumulator *accumulator);
CbAccumulator *cb_best_find         (CbBest              *self,
                                     guint                position);

CbAccumulator *cb_search_find_document (CbSearch *self,
                                     guint           document);
void     cb_search_weigh_words      (CbSearch       *self);
void     cb_search_start_words      (CbSearch       *self);
void     cb_search_words            (CbSearch       *self);
void     cb_search_start_codes      (CbSearch       *self);
void     cb_search_codes            (CbSearch       *self);
void     cb_search_names            (CbSearch       *self);
GPtrArray *cb_search_list_near_names (CbSearch      *self);
float    cb_search_sum_rarities     (const CbSearch *self,
                                     guint           bits);
gboolean cb_search_is_partial_match (const CbSearch      *self,
                                     const CbDocument    *document,
                                     const CbAccumulator *accumulator);
gboolean cb_search_has_all_together (const CbSearch      *self,
                                     const CbDocument    *document,
                                     const CbAccumulator *accumulator);
gboolean cb_search_has_all_in_passage (const CbSearch    *self,
                                     const CbDocument    *document,
                                     const CbAccumulator *accumulator);
gboolean cb_search_has_all_phrases  (const CbSearch   *self,
                                     const CbDocument *document);
void     cb_search_look_closely     (CbSearch      *self,
                                     guint          d,
                                     CbAccumulator *accumulator);
void     cb_search_raise_tier       (CbAccumulator *accumulator,
                                     CbTier         tier,
                                     float          weight,
                                     CbMatchField   field,
                                     CbMatchKind    kind);
gboolean cb_search_is_article       (const CbDocument *document);

G_END_DECLS
