/* cb-search-private.h: a search while it goes on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-index-private.h"

G_BEGIN_DECLS

/* Long names that hold the query are worth less than short ones by up to this. */
#define CB_NAME_LENGTH_SHARE 0.35f
/* A word that the catalog knows says no more than this for the rule of the half, however rare it
 * is; one that it does not know says that something else is meant. */
#define CB_MAX_KNOWN_RARITY 2.3f

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
  guint n_touched; /* by the needle at hand */
  guint n_found;
  CbTier best_tier; /* of any hit so far */
  gboolean full; /* whether an entry has all the words, without any guess */
  guint content_bits;
  guint code_bits;
  gboolean has_phrases;
  guint phrase_bits; /* the needles of phrases that an entry cannot have without having been found
                        by them */
  float rarities[CB_PLAN_MAX_NEEDLES];
  float covers[CB_PLAN_MAX_NEEDLES];
  float total;
  float to_cover; /* the weight of the query for the rule of the half */
} CbSearch;

CbAccumulator *cb_search_find_document (CbSearch *self,
                                     guint           document);
void     cb_search_words            (CbSearch       *self);
void     cb_search_names            (CbSearch       *self);
gboolean cb_search_near_names       (CbSearch       *self);
float    cb_search_sum_rarities     (const CbSearch *self,
                                     guint           bits);
gboolean cb_search_is_partial_match (const CbSearch      *self,
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
