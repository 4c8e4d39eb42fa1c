/* cb-hit.h: an entry that a search found, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-entry.h"

G_BEGIN_DECLS

/**
 * CbMatchField:
 *
 * Where in the entry the query matched.
 */
typedef enum
{
  CB_MATCH_FIELD_CODE,
  CB_MATCH_FIELD_TITLE,
  CB_MATCH_FIELD_FORMER_NAME,
  CB_MATCH_FIELD_ALIAS,
  CB_MATCH_FIELD_CONSTANT,
  CB_MATCH_FIELD_HEADER,
  CB_MATCH_FIELD_SUMMARY,
  CB_MATCH_FIELD_TEXT,
} CbMatchField;

/**
 * CbMatchKind:
 *
 * How the query matched.
 */
typedef enum
{
  CB_MATCH_EXACT,
  CB_MATCH_PREFIX,
  CB_MATCH_WORD,
  CB_MATCH_INITIALS,
  CB_MATCH_KEYBOARD,
  CB_MATCH_TYPO,
  CB_MATCH_SPOKEN,
  CB_MATCH_TEXT,
} CbMatchKind;

/**
 * CbHit:
 * @entry: (transfer none): the entry, alive as long as the index
 * @position: of the entry in the catalog
 * @score: higher is better; comparable within one search only
 * @field: where the query matched best
 * @kind: how it did
 */
typedef struct
{
  CbEntry *entry;
  guint32 score;
  guint32 position : 20;
  CbMatchField field : 6;
  CbMatchKind kind : 6;
} CbHit;

/**
 * CbRange:
 * @start: the first byte
 * @end: the byte after the last
 *
 * A stretch of a shown text, on character boundaries.
 */
typedef struct
{
  guint start;
  guint end;
} CbRange;

const char *cb_match_field_get_nick (CbMatchField field);
const char *cb_match_kind_get_nick  (CbMatchKind  kind);

G_END_DECLS
