/* cb-phrases.h: what is added to a status code in a log */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-command.h"

G_BEGIN_DECLS

typedef struct _CbPhrases CbPhrases;

CbPhrases  *cb_phrases_new  (CbCatalog         *catalog,
                             const CbLanguages *languages,
                             gboolean           color);
void        cb_phrases_free (CbPhrases         *self);
const char *cb_phrases_get  (CbPhrases         *self,
                             guint              number,
                             const char        *after,
                             gsize              length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbPhrases, cb_phrases_free)

G_END_DECLS
