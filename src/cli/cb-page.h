/* cb-page.h: an entry as plain text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-command.h"

G_BEGIN_DECLS

char *cb_page_for_entry (CbCatalog         *catalog,
                         CbEntry           *entry,
                         const CbLanguages *languages,
                         guint              columns,
                         gboolean           bold);

G_END_DECLS
