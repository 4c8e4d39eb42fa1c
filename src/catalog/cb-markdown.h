/* cb-markdown.h: an entry as Markdown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"

G_BEGIN_DECLS

char *cb_markdown_for_entry (CbCatalog  *catalog,
                             CbEntry    *entry,
                             CbLanguage  language,
                             gboolean    both);

G_END_DECLS
