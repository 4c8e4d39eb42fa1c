/* cb-entry-private.h: how the reader makes an entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-entry.h"
#include "cb-store.h"

G_BEGIN_DECLS

/**
 * CbEntryData:
 *
 * What an entry is made of. All strings and items belong to the store.
 */
typedef struct
{
  CbEntryKind kind;
  CbEntryState state;
  gboolean deprecated;
  const char *id;
  const char *group_id;
  const char *reviewed;
  const char *expires;
  CbText title;
  CbText summary;
  const CbItem *items[CB_N_PARTS];
  gsize n_items[CB_N_PARTS];
} CbEntryData;

CbEntry *cb_entry_new (const CbEntryData *data,
                       CbStore           *store);

G_END_DECLS
