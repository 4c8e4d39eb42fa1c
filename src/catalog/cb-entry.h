/* cb-entry.h: one entry of the catalog, immutable */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "cb-text.h"

G_BEGIN_DECLS

#define CB_TYPE_ENTRY (cb_entry_get_type ())

G_DECLARE_FINAL_TYPE (CbEntry, cb_entry, CB, ENTRY, GObject)

/**
 * CbEntryKind:
 *
 * What an entry is about.
 */
typedef enum
{
  CB_ENTRY_CLASS,
  CB_ENTRY_STATUS,
  CB_ENTRY_METHOD,
  CB_ENTRY_GUIDE,
  CB_ENTRY_SITUATION,
} CbEntryKind;

/**
 * CbEntryState:
 *
 * How a status code or a method stands in the registry. Classes, guides and situations are %CB_STATE_NONE.
 */
typedef enum
{
  CB_STATE_NONE,
  CB_STATE_PERMANENT,
  CB_STATE_TEMPORARY,
  CB_STATE_OBSOLETED,
  CB_STATE_UNUSED,
  CB_STATE_RESERVED,
  CB_STATE_UNOFFICIAL,
  CB_STATE_NOT_A_STATUS,
} CbEntryState;

/**
 * CbPart:
 *
 * The parts of an entry, in the order in which a reader asks for them. Each names an element of the catalog's
 * schema, data/catalog/catalog.rng, or, in a situation or a method, elements that answer the same question; only
 * %CB_PART_SEE_ALSO is in no file: it holds the guides and situations that lead here.
 */
typedef enum
{
  CB_PART_FORMER_NAME,
  CB_PART_OTHER_NAME,
  CB_PART_SUMMARY,
  CB_PART_ANSWER,
  CB_PART_DECIDING_QUESTION,
  CB_PART_EXPLANATION,
  CB_PART_ARTICLE,
  CB_PART_FIGURE,
  CB_PART_WRONG_ANSWER,
  CB_PART_UNKNOWN_CODE,
  CB_PART_SERVER,
  CB_PART_CHECK_CLIENT,
  CB_PART_CHECK_SERVER,
  CB_PART_CHECK_OPERATOR,
  CB_PART_WHEN_TO_SEND,
  CB_PART_WHEN_NOT_TO_SEND,
  CB_PART_BEHAVIOR,
  CB_PART_HEADER,
  CB_PART_EXAMPLE,
  CB_PART_CONFUSED_WITH,
  CB_PART_SEE_ALSO,
  CB_PART_MEANING,
  CB_PART_CONSTANT,
  CB_PART_HISTORY,
  CB_PART_SPEC,
  CB_PART_ALIAS,
} CbPart;

#define CB_N_PARTS (CB_PART_ALIAS + 1)

typedef struct _CbItem CbItem;

CbEntryKind   cb_entry_get_kind       (CbEntry      *self);
const char   *cb_entry_get_id         (CbEntry      *self);
int           cb_entry_get_number     (CbEntry      *self);
const char   *cb_entry_get_token      (CbEntry      *self);
const CbText *cb_entry_get_title      (CbEntry      *self);
char         *cb_entry_dup_name       (CbEntry      *self,
                                       CbLanguage    language);
const CbText *cb_entry_get_summary    (CbEntry      *self);
CbEntryState  cb_entry_get_state      (CbEntry      *self);
gboolean      cb_entry_get_deprecated (CbEntry      *self);
const char   *cb_entry_get_expires    (CbEntry      *self);
const char   *cb_entry_get_reviewed   (CbEntry      *self);
const char   *cb_entry_get_group_id   (CbEntry      *self);
const CbItem *cb_entry_get_items      (CbEntry      *self,
                                       CbPart        part,
                                       gsize        *n_items);

const char   *cb_entry_kind_get_nick  (CbEntryKind   kind);
const char   *cb_entry_state_get_nick (CbEntryState  state);

G_END_DECLS
