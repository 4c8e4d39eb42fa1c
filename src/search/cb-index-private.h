/* cb-index-private.h: the parts of an index, for those who search it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-index.h"
#include "cb-lexicon.h"
#include "cb-names.h"
#include "cb-plan.h"
#include "cb-rank.h"

G_BEGIN_DECLS

/**
 * CbDocument:
 * @entry: (transfer none): the entry
 * @number: of a status code, else -1
 * @class_digit: of a class, else -1
 * @kind: what it is about
 * @weight: what a hit of it is worth, relative to others
 * @length: of its text, relative to the average
 * @first_passage: its names and texts
 * @n_passages: how many
 */
typedef struct
{
  CbEntry *entry;
  int number;
  int class_digit;
  CbEntryKind kind;
  gboolean quiet; /* found when named, else below all others */
  float weight;
  float length;
  guint first_passage;
  guint n_passages;
} CbDocument;

/**
 * CbPassage:
 *
 * A name or a paragraph in one language, as words of the lexicon.
 */
typedef struct
{
  guint first_token;
  guint n_tokens;
  CbMatchField field;
} CbPassage;

/* A token is a word of the lexicon; that of a group says in the upper bits how many tokens after it are its spelling. */
#define CB_TOKEN_SPAN_SHIFT 28
#define CB_TOKEN_WORD(token) ((token) & ((1u << CB_TOKEN_SPAN_SHIFT) - 1))
#define CB_TOKEN_SPAN(token) ((token) >> CB_TOKEN_SPAN_SHIFT)

/**
 * CbPosting:
 *
 * The occurrences of a word in an entry: in which fields, and how often in the text.
 */
typedef struct
{
  guint document;
  guint8 fields;
  guint8 count;
} CbPosting;

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
  gboolean touched;

  gboolean found;
  guint bits; /* the needles that matched, by their position in the plan */
  guint firm; /* those whose word itself is there */
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
  CbCatalog *catalog;
  CbLexicon *lexicon;
  CbNames *names;
  CbDocument *documents;
  guint n_documents;
  CbPassage *passages;
  guint n_passages;
  guint *tokens;
  guint n_tokens;
  CbPosting *postings;
  guint n_postings;
  CbSpellings spellings;
  CbPlan *plan; /* of the last query */
  gsize size;

  /* scratch of a search, so that it allocates nothing per entry */
  CbAccumulator *accumulators;
  guint *touched; /* documents of the needle at hand */
  guint *found; /* documents of the search */
  float field_weights[256]; /* of sets of fields, without the text */
  guint8 best_fields[256];
};

/**
 * CbRawDocument:
 * @titles: (array zero-terminated=1): its names
 * @texts: (array zero-terminated=1): its texts
 *
 * An entry that is in no catalog, for measurements.
 */
typedef struct
{
  const char *const *titles;
  const char *const *texts;
} CbRawDocument;

void    cb_index_build (CbIndex       *self);
void    cb_index_build_raw (CbIndex   *self,
                            const CbRawDocument *documents,
                            guint          n_documents);
CbPlan *cb_index_plan  (CbIndex       *self,
                        const CbQuery *query);

G_END_DECLS
