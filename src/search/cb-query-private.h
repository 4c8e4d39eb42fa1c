/* cb-query-private.h: the parts of a query, for those who search with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-fold.h"
#include "cb-number.h"
#include "cb-query.h"

G_BEGIN_DECLS

#define CB_QUERY_MAX_WORDS 24

/**
 * CbRole:
 * @CB_ROLE_CONTENT: has to be found
 * @CB_ROLE_NOISE: may be found, but says nothing
 * @CB_ROLE_CODE: part of a number that names entries
 * @CB_ROLE_NONE: a particle after a number or a Latin word, an address, or what is left out
 *
 * What a word does in its query.
 */
typedef enum
{
  CB_ROLE_CONTENT,
  CB_ROLE_NOISE,
  CB_ROLE_CODE,
  CB_ROLE_NONE,
} CbRole;

/**
 * CbQueryWord:
 * @word: the word
 * @role: what it does
 * @phrase: the number of the quoted phrase that it is in, from 1 on, or 0
 * @jamo: whether it is all consonants, each on its own: initials, or the wrong layout
 * @elsewhere: whether it is part of a measure, which no entry is about
 * @constant: whether it is part of what an expression of a programming language names
 *
 * A word of a query.
 */
typedef struct
{
  CbWord word;
  CbRole role;
  guint phrase;
  gboolean jamo;
  gboolean elsewhere;
  gboolean constant;
} CbQueryWord;

struct _CbQuery
{
  gatomicrefcount ref_count;
  char *text; /* may be cut, any bytes */
  gsize length;
  CbFolded folded;
  GArray *codes; /* of CbCode */
  GArray *measures; /* of CbCode: two hundred people, 500원 */
  CbQueryWord words[CB_QUERY_MAX_WORDS];
  guint n_words;
  guint n_content;
  gboolean without_context; /* with what something happens is left out, and noise */
  gboolean open; /* the last word may be half typed: nothing follows it */
};

CbQuery *cb_query_leave_context_out (const CbQuery *self);

G_END_DECLS
