/* cb-index-private.h: the parts of an index, for those who search it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-codes.h"
#include "cb-index-builder.h"
#include "cb-index-image.h"
#include "cb-index.h"
#include "cb-plan.h"
#include "cb-rank.h"
#include "cb-set.h"

G_BEGIN_DECLS

/**
 * CbGathered:
 * @name_weight: what the best match in a name or in the summary is worth
 * @count: how often the text has it
 * @quality: of the best match
 * @field: where that in a name is
 *
 * What a search knows of an entry for the needle at hand.
 */
typedef struct
{
  float name_weight;
  guint16 count;
  guint8 quality;
  guint8 field;
} CbGathered;

/**
 * CbVerdict:
 *
 * Whether an entry is a hit, as far as it has been judged.
 */
typedef enum
{
  CB_VERDICT_OPEN,
  CB_VERDICT_HIT,
  CB_VERDICT_MISS,
} CbVerdict;

/**
 * CbAccumulator:
 *
 * What a search knows of an entry. Small, for there is one for each of them.
 */
typedef struct
{
  guint bits; /* the needles that matched, by their position in the plan */
  guint firm; /* those whose word itself is there */
  guint head; /* those found in a name or in the summary */
  float weight;
  float best;
  float tier_weight;
  guint8 best_field;
  guint8 reading;
  guint8 tier;
  guint8 tier_field;
  guint8 tier_kind;
  guint8 verdict;
  guint8 looked; /* at its names and paragraphs */
} CbAccumulator;

struct _CbIndex
{
  GObject parent_instance;

  /* owned */
  CbCatalog *catalog; /* none for generated texts */
  GBytes *bytes;
  CbPlan *plan; /* of the last query */
  CbCodes codes;

  /* within the bytes */
  const CbDocument *documents;
  guint n_documents;
  const CbPassage *passages;
  const CbPosting *postings;
  const guint16 *tokens;
  CbLexicon lexicon;
  CbNames names;
  CbSpellings spellings;

  /* scratch of a search, of use for what is in the sets, which are empty between two of them */
  CbGathered *gathered;
  CbAccumulator *accumulators;
  guint64 *touched; /* set of documents of the needle at hand */
  guint64 *found; /* set of documents of the search */
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
