/* cb-index-private.h: the parts of an index, for those who search it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-index-builder.h"
#include "cb-index-image.h"
#include "cb-index.h"
#include "cb-plan.h"
#include "cb-rank.h"

G_BEGIN_DECLS

/**
 * CbAccumulator:
 *
 * What a search knows of an entry while it goes on. The first part is of the needle at hand.
 */
typedef struct
{
  float name_weight;
  guint16 count;
  guint8 quality;
  guint8 field;
  guint8 kind;
  guint8 touched;

  guint8 found;
  guint8 looked; /* at its names and paragraphs */
  guint bits; /* the needles that matched, by their position in the plan */
  guint firm; /* those whose word itself is there */
  guint head; /* those found in a name or in the summary */
  float weight;
  float covered;
  float best;
  guint8 best_field;
  guint8 best_kind;
  guint8 reading;
  guint8 tier;
  guint8 tier_field;
  guint8 tier_kind;
  float tier_weight;
} CbAccumulator;

struct _CbIndex
{
  GObject parent_instance;

  /* owned */
  CbCatalog *catalog; /* none for generated texts */
  GBytes *bytes;
  CbPlan *plan; /* of the last query */

  /* within the bytes */
  const CbDocument *documents;
  guint n_documents;
  const CbPassage *passages;
  const CbPosting *postings;
  const guint16 *tokens;
  CbLexicon lexicon;
  CbNames names;
  CbSpellings spellings;

  /* scratch of a search, so that it allocates nothing per entry */
  CbAccumulator *accumulators;
  guint *touched; /* documents of the needle at hand */
  guint *found; /* documents of the search */
  float field_weights[256]; /* of sets of fields, without the text */
  guint8 best_fields[256];
};

CbIndex *cb_index_new_raw   (const CbRawDocument *documents,
                             guint                n_documents) G_GNUC_WARN_UNUSED_RESULT;
CbEntry *cb_index_get_entry (CbIndex       *self,
                             guint          position);
CbPlan  *cb_index_plan      (CbIndex       *self,
                             const CbQuery *query);

G_END_DECLS
