/* cb-index-builder.h: makes the image of an index */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"
#include "cb-index-image.h"
#include "cb-lexicon-builder.h"
#include "cb-names-builder.h"
#include "cb-spellings-builder.h"
#include "cb-stretches.h"

G_BEGIN_DECLS

/**
 * CbRawDocument:
 * @number: its status code, or 0
 * @titles: (array zero-terminated=1): its names
 * @texts: (array zero-terminated=1): its texts
 *
 * An entry that is in no catalog, for measurements.
 */
typedef struct
{
  int number;
  const char *const *titles;
  const char *const *texts;
} CbRawDocument;

/**
 * CbOccurrence:
 * @word: a word, as the builder numbers it
 * @posting: what will be its posting
 *
 * A word in an entry, before the words have their places.
 */
typedef struct
{
  guint word;
  CbPosting posting;
} CbOccurrence;

/**
 * CbIndexBuilder:
 * @folded: where texts are folded
 * @lexicon: the words so far
 * @names: the names so far
 *
 * An index while it is made: entries one after the other, of each its names, then its texts. Words
 * are numbered as they come until the end.
 */
typedef struct
{
  CbFolded folded;
  CbLexiconBuilder *lexicon;
  CbNamesBuilder names;
  /*< private >*/
  CbSpellingsBuilder spellings;
  CbStretches stretches;
  GArray *documents;
  GArray *passages;
  guint16 *units;      /* tokens as in the image, of words as they are numbered here */
  guint n_units;
  guint units_size;
  guint *words;        /* of the text at hand */
  gsize n_words;
  gsize words_size;
  CbOccurrence *occurrences;
  guint n_occurrences;
  guint occurrences_size;
  guint first_occurrence; /* of the entry at hand */
  guint *last;         /* for each word its last occurrence, plus 1 */
  guint last_size;
  guint document;
  guint first_passage;
  guint n_text_words;
} CbIndexBuilder;

void    cb_index_builder_init           (CbIndexBuilder   *self);
void    cb_index_builder_clear          (CbIndexBuilder   *self);
void    cb_index_builder_add_terms      (CbIndexBuilder   *self,
                                         GPtrArray        *terms);
void    cb_index_builder_begin_document (CbIndexBuilder   *self);
void    cb_index_builder_add_name       (CbIndexBuilder   *self,
                                         const char       *text,
                                         CbMatchField      field);
void    cb_index_builder_add_other_name (CbIndexBuilder   *self,
                                         const char       *text,
                                         CbMatchField      field,
                                         gboolean          whole);
void    cb_index_builder_add_other_folded (CbIndexBuilder *self,
                                         const CbFolded   *folded,
                                         CbMatchField      field,
                                         gboolean          whole);
void    cb_index_builder_add_words      (CbIndexBuilder   *self,
                                         const char       *text,
                                         CbMatchField      field);
void    cb_index_builder_end_document   (CbIndexBuilder   *self,
                                         const CbDocument *document);
GBytes *cb_index_builder_end            (CbIndexBuilder   *self,
                                         guint64           fingerprint) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CbIndexBuilder, cb_index_builder_clear)

GBytes *cb_index_build                  (CbCatalog        *catalog) G_GNUC_WARN_UNUSED_RESULT;
GBytes *cb_index_build_raw              (const CbRawDocument *documents,
                                         guint             n_documents) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
