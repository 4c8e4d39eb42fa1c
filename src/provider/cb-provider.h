/* cb-provider.h: what the desktop's search is told of the catalog */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-index.h"

G_BEGIN_DECLS

/* More than a desktop shows; it asks for a window that shows all. */
#define CB_PROVIDER_MAX_RESULTS 20

typedef struct _CbProvider CbProvider;

CbProvider *cb_provider_new        (CbIndex           *index,
                                    CbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
void        cb_provider_free       (CbProvider        *self);

char       *cb_provider_join_terms (const char *const *terms);
GStrv       cb_provider_search     (CbProvider        *self,
                                    const char *const *terms) G_GNUC_WARN_UNUSED_RESULT;
GVariant   *cb_provider_describe   (CbProvider        *self,
                                    const char *const *ids) G_GNUC_WARN_UNUSED_RESULT;
gboolean    cb_provider_contains   (CbProvider        *self,
                                    const char        *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbProvider, cb_provider_free)

G_END_DECLS
