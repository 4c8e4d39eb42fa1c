/* cb-search-input.h: what is typed into the search entry, and the keys that move through results */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CB_TYPE_SEARCH_INPUT (cb_search_input_get_type ())

G_DECLARE_FINAL_TYPE (CbSearchInput, cb_search_input, CB, SEARCH_INPUT, GObject)

CbSearchInput *cb_search_input_new             (GtkSearchEntry        *entry) G_GNUC_WARN_UNUSED_RESULT;
const char    *cb_search_input_get_text        (CbSearchInput         *self);
void           cb_search_input_set_text        (CbSearchInput         *self,
                                                const char            *text);
const char    *cb_search_input_get_shown_text  (CbSearchInput         *self);
void           cb_search_input_focus           (CbSearchInput         *self);
gboolean       cb_search_input_forward_key     (CbSearchInput         *self,
                                                GtkEventControllerKey *controller,
                                                gboolean               anew);

G_END_DECLS
