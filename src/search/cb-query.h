/* cb-query.h: what somebody typed, taken apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer texts are cut: nobody reads on, and the work stays bounded. */
#define CB_QUERY_MAX_BYTES 2048

typedef struct _CbQuery CbQuery;

CbQuery *cb_query_parse    (const char *text);
CbQuery *cb_query_ref      (CbQuery    *query);
void     cb_query_unref    (CbQuery    *query);
gboolean cb_query_is_empty (const CbQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbQuery, cb_query_unref)

G_END_DECLS
