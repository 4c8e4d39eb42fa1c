/* cb-facts.h: how an entry's plain facts are shown: symbol, tint, state, name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"
#include "cb-hit.h"

G_BEGIN_DECLS

const char   *cb_facts_get_style_class (CbEntry      *entry);
const char   *cb_facts_get_symbol      (CbEntry      *entry);
const CbText *cb_facts_get_class       (CbCatalog    *catalog,
                                        CbEntry      *entry);
const CbText *cb_facts_get_state       (CbCatalog    *catalog,
                                        CbEntry      *entry,
                                        const char  **symbol);
const char   *cb_facts_get_reason      (CbMatchKind   kind);
char         *cb_facts_dup_description (CbCatalog    *catalog,
                                        CbEntry      *entry,
                                        CbLanguage    first,
                                        const char   *reason) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
