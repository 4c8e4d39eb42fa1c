/* cb-index-builder.h: makes the image of an index */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"
#include "cb-index-image.h"
#include "cb-lexicon-builder.h"
#include "cb-names-builder.h"

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

/* In the tokens of a builder, before the word of a group: how many words after it are its spelling. */
#define CB_SPAN_MARK 0x80000000u

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
  GArray *spellings;
  GArray *groups;
  GArray *documents;
  GArray *passages;
  GArray *tokens;      /* words, and before the word of a group its span; with room for more */
  guint n_tokens;
  GArray *words;       /* of the text at hand */
  GArray *occurrences; /* with room for more */
  guint n_occurrences;
  guint first_occurrence; /* of the entry at hand */
  GArray *last;        /* for each word its last occurrence, plus 1 */
  GArray *begins;      /* for each word whether a spelling of several words begins with it */
  GArray *spelled;     /* for each word its first spelling, plus 1 */
  GArray *next;        /* for each spelling the next one that is the same word, plus 1 */
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
