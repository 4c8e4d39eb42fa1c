/* cb-hit-sort.h: hits in order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CbRankedHit:
 * @score: higher is better
 * @position: of the entry in the catalog
 * @field: where the query matched best, a #CbMatchField
 * @kind: how it did, a #CbMatchKind
 *
 * A hit, as small as can be while it is put in order.
 */
typedef struct
{
  guint32 score;
  guint32 position : 20;
  guint32 field : 6;
  guint32 kind : 6;
} CbRankedHit;

void cb_hit_sort       (CbRankedHit *hits,
                        guint        n_hits);
void cb_hit_sort_first (CbRankedHit *hits,
                        guint        n_hits,
                        guint        n_first);

G_END_DECLS
