/* cb-hit-sort.h: hits in order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hit.h"

G_BEGIN_DECLS

void cb_hit_sort       (GArray *hits);
void cb_hit_sort_first (GArray *hits,
                        guint   n_first);

G_END_DECLS
