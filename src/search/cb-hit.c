/* cb-hit.c: an entry that a search found, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-hit.h"

static const char *const field_nicks[] = {
  [CB_MATCH_FIELD_CODE] = "code",
  [CB_MATCH_FIELD_TITLE] = "title",
  [CB_MATCH_FIELD_FORMER_NAME] = "former-name",
  [CB_MATCH_FIELD_ALIAS] = "alias",
  [CB_MATCH_FIELD_CONSTANT] = "constant",
  [CB_MATCH_FIELD_HEADER] = "header",
  [CB_MATCH_FIELD_SUMMARY] = "summary",
  [CB_MATCH_FIELD_TEXT] = "text",
};

static const char *const kind_nicks[] = {
  [CB_MATCH_EXACT] = "exact",       [CB_MATCH_PREFIX] = "prefix",     [CB_MATCH_WORD] = "word",
  [CB_MATCH_INITIALS] = "initials", [CB_MATCH_KEYBOARD] = "keyboard", [CB_MATCH_TYPO] = "typo",
  [CB_MATCH_SPOKEN] = "spoken",     [CB_MATCH_TEXT] = "text",
};

/**
 * cb_match_field_get_nick:
 * @field: a field
 *
 * Returns: its name in the output of the command line, which never changes
 */
const char *
cb_match_field_get_nick (CbMatchField field)
{
  g_return_val_if_fail ((guint)field < G_N_ELEMENTS (field_nicks), NULL);

  return field_nicks[field];
}

/**
 * cb_match_kind_get_nick:
 * @kind: a kind
 *
 * Returns: its name in the output of the command line, which never changes
 */
const char *
cb_match_kind_get_nick (CbMatchKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (kind_nicks), NULL);

  return kind_nicks[kind];
}
