/* cb-scope.c: which kinds of entries the sidebar lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-scope.h"

static const char *const nicks[] = {
  [CB_SCOPE_ALL] = "all",
  [CB_SCOPE_CODES] = "codes",
  [CB_SCOPE_METHODS] = "methods",
  [CB_SCOPE_GUIDES] = "guides",
};

/**
 * cb_scope_includes:
 * @scope: a scope
 * @kind: what an entry is
 *
 * Returns: whether entries of @kind are listed in @scope
 */
gboolean
cb_scope_includes (CbScope scope, CbEntryKind kind)
{
  switch (scope)
    {
    case CB_SCOPE_ALL:
      return TRUE;
    case CB_SCOPE_CODES:
      return kind == CB_ENTRY_CLASS || kind == CB_ENTRY_STATUS;
    case CB_SCOPE_METHODS:
      return kind == CB_ENTRY_METHOD;
    case CB_SCOPE_GUIDES:
      return kind == CB_ENTRY_GUIDE || kind == CB_ENTRY_SITUATION;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * cb_scope_get_nick:
 * @scope: a scope
 *
 * Returns: (transfer none): its name in actions and in the interface description
 */
const char *
cb_scope_get_nick (CbScope scope)
{
  g_return_val_if_fail ((guint)scope < G_N_ELEMENTS (nicks), NULL);

  return nicks[scope];
}

/**
 * cb_scope_from_nick:
 * @nick: (nullable): a name
 *
 * Returns: the scope of that name, %CB_SCOPE_ALL where there is none
 */
CbScope
cb_scope_from_nick (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_strcmp0 (nick, nicks[i]) == 0)
        return i;
    }

  return CB_SCOPE_ALL;
}
