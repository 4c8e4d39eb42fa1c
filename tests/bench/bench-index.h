/* bench-index.h: an index of generated entries, to which a query is put */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench-entries.h"
#include "cb-index.h"

G_BEGIN_DECLS

CbIndex *bench_index_new    (const BenchEntries *entries) G_GNUC_WARN_UNUSED_RESULT;
guint    bench_index_search (CbIndex            *index,
                             const char         *text);

G_END_DECLS
