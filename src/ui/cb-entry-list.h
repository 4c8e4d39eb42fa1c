/* cb-entry-list.h: a list of entries in sections */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-row-context.h"

G_BEGIN_DECLS

#define CB_TYPE_ENTRY_LIST (cb_entry_list_get_type ())

G_DECLARE_FINAL_TYPE (CbEntryList, cb_entry_list, CB, ENTRY_LIST, AdwBin)

/**
 * CbEntryListGrowth:
 * @CB_ENTRY_LIST_WHEN_TOLD: all rows at once, by cb_entry_list_complete()
 * @CB_ENTRY_LIST_BY_SCROLLING: some more as they are scrolled to or asked for
 *
 * When a list gets rows beyond the first.
 */
typedef enum
{
  CB_ENTRY_LIST_WHEN_TOLD,
  CB_ENTRY_LIST_BY_SCROLLING,
} CbEntryListGrowth;

void     cb_entry_list_setup        (CbEntryList      *self,
                                     CbRowContext     *context,
                                     GListModel       *groups,
                                     gboolean          headers,
                                     CbEntryListGrowth growth);
void     cb_entry_list_set_groups   (CbEntryList      *self,
                                     GListModel       *groups);
void     cb_entry_list_complete     (CbEntryList      *self);
CbEntry *cb_entry_list_get_selected (CbEntryList      *self);
void     cb_entry_list_select       (CbEntryList      *self,
                                     CbEntry          *entry);
void     cb_entry_list_select_first (CbEntryList      *self);
void     cb_entry_list_reveal       (CbEntryList      *self,
                                     CbEntry          *entry);
gboolean cb_entry_list_move         (CbEntryList      *self,
                                     int               delta);
double   cb_entry_list_get_scroll   (CbEntryList      *self);
void     cb_entry_list_set_scroll   (CbEntryList      *self,
                                     double            scroll);
guint    cb_entry_list_get_n_items  (CbEntryList      *self);
gboolean cb_entry_list_grab_focus   (CbEntryList      *self);

G_END_DECLS
