/* cb-naive.h: a search through all texts, to compare the index with */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-index-private.h"

G_BEGIN_DECLS

gboolean     cb_naive_compare    (CbIndex        *index,
                                  const CbLetter *letters,
                                  gsize           n_letters);
gboolean     cb_naive_is_literal (const CbIndex  *index);
const CbHit *cb_naive_find_hit   (const GArray   *hits,
                                  const CbEntry  *entry);

G_END_DECLS
