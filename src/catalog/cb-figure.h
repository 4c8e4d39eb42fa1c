/* cb-figure.h: a sequence figure in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"

G_BEGIN_DECLS

const CbText *cb_figure_get_participant (const CbItem *figure,
                                         const char   *name);
GStrv         cb_figure_dup_steps       (const CbItem *figure,
                                         CbCatalog    *catalog,
                                         CbLanguage    language);

G_END_DECLS
