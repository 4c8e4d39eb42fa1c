/* bench-entries.h: entries to search, and what somebody would type to find them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"

G_BEGIN_DECLS

/* The queries are of these kinds, so many of each. */
#define BENCH_N_QUERIES 20

typedef enum
{
  BENCH_NUMBER,
  BENCH_NUMBER_PREFIX,
  BENCH_NUMBER_PATTERN,
  BENCH_NUMBER_SPOKEN,
  BENCH_LETTER_EN,
  BENCH_LETTER_KO,
  BENCH_PREFIX_EN,
  BENCH_PREFIX_KO,
  BENCH_WORD_EN,
  BENCH_WORD_KO,
  BENCH_TWO_WORDS_EN,
  BENCH_TWO_WORDS_KO,
  BENCH_TITLE,
  BENCH_PHRASE,
  BENCH_JOINED,
  BENCH_INITIALS,
  BENCH_HALF_SYLLABLE,
  BENCH_WRONG_LAYOUT_EN,
  BENCH_WRONG_LAYOUT_KO,
  BENCH_FUZZY_EN,
  BENCH_FUZZY_KO,
  BENCH_QUESTION_EN,
  BENCH_QUESTION_KO,
  BENCH_NOTHING,
  BENCH_N_KINDS,
} BenchKind;

/**
 * BenchEntries:
 * @titles: (element-type utf8): of each entry
 * @texts: (element-type utf8): of each entry, in both languages
 * @english: (element-type utf8): words, from frequent to rare, to make queries of
 * @korean: (element-type utf8): the same in Korean
 *
 * What is searched.
 */
typedef struct
{
  GPtrArray *titles;
  GPtrArray *texts;
  GPtrArray *english;
  GPtrArray *korean;
} BenchEntries;

BenchEntries *bench_entries_new_shipped   (CbCatalog          *catalog);
BenchEntries *bench_entries_new_generated (guint               n);
int           bench_entries_get_number    (guint               entry);
void          bench_entries_free          (BenchEntries       *self);
char         *bench_entries_make_query    (const BenchEntries *self,
                                           BenchKind           kind,
                                           guint               i);
const char   *bench_kind_get_title        (BenchKind           kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchEntries, bench_entries_free)

G_END_DECLS
