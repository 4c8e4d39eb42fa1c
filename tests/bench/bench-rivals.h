/* bench-rivals.h: what others take for the same queries and the same texts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench-entries.h"

G_BEGIN_DECLS

/**
 * BenchRival:
 * @name: what the table calls it
 * @slow: whether it is so slow that a few queries have to do
 * @open: takes the texts in; %NULL where it cannot
 * @search: gives the number of texts that a query finds
 * @close: gives up what @open gave
 */
typedef struct
{
  const char *name;
  gboolean slow;
  gpointer (*open) (const BenchEntries *entries);
  guint (*search) (gpointer data, const char *query);
  void (*close) (gpointer data);
} BenchRival;

const BenchRival *bench_rivals_get (guint *n);

G_END_DECLS
