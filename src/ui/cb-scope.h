/* cb-scope.h: which kinds of entries the sidebar lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"

G_BEGIN_DECLS

/**
 * CbScope:
 * @CB_SCOPE_ALL: everything
 * @CB_SCOPE_CODES: classes and status codes
 * @CB_SCOPE_METHODS: methods
 * @CB_SCOPE_GUIDES: guides and situations
 */
typedef enum
{
  CB_SCOPE_ALL,
  CB_SCOPE_CODES,
  CB_SCOPE_METHODS,
  CB_SCOPE_GUIDES,
} CbScope;

gboolean    cb_scope_includes  (CbScope      scope,
                                CbEntryKind  kind);
const char *cb_scope_get_nick  (CbScope      scope);
CbScope     cb_scope_from_nick (const char  *nick);
GListModel *cb_scope_list_groups (CbScope    scope,
                                  CbCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;
guint       cb_scope_narrow    (CbScope      scope,
                                GArray      *hits);

G_END_DECLS
