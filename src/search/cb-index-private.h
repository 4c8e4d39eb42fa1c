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

/* A search goes through the entries in blocks of so many, so that what it writes down of them stays
 * in the cache of the processor however many there are. */
#define CB_BLOCK_SIZE 4096

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
 * CbAccumulator:
 *
 * What a search knows of an entry. Small, for there is one for each of a block.
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
} CbAccumulator;

struct _CbIndex
{
  GObject parent_instance;

  /* owned */
  CbCatalog *catalog; /* none for generated texts */
  GBytes *bytes;
  CbPlan *plan; /* of the last query */
  guint *marks; /* which that has */
  CbCodes codes;

  /* within the bytes */
  const CbDocument *documents;
  guint n_documents;
  const CbPassage *passages;
  const CbPosting *postings;
  const guint32 *text_postings;
  const guint16 *tokens;
  CbLexicon lexicon;
  CbNames names;
  CbSpellings spellings;

  guint block_size; /* how many entries a search has in hand at a time */

  /* scratch of a search, of use for what is in the sets, which are empty between two blocks */
  CbGathered *gathered; /* of the block at hand */
  CbAccumulator *accumulators; /* of the block at hand */
  guint64 *touched; /* set of documents of the block that the needle at hand matches */
  guint64 *found; /* set of documents of the block that match anything */
  guint64 *counted; /* set of all documents that a needle matches */
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
