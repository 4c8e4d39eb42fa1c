/* cb-view.h: the content of a window: sidebar and page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-content.h"
#include "cb-sidebar.h"

G_BEGIN_DECLS

/**
 * CbViewState:
 * @text: what is typed
 * @scope: which kinds of entries are listed
 * @list_scroll: how far down the list for browsing is scrolled
 * @page_scroll: how far down the page is scrolled
 * @shows_page: whether a narrow window shows the page rather than the list
 * @hides_list: whether a wide window shows the page alone
 * @typing: whether the search entry has the focus
 *
 * A reader's place in a window, but for the history, which outlives the view.
 */
typedef struct
{
  char *text;
  CbScope scope;
  double list_scroll;
  double page_scroll;
  gboolean shows_page;
  gboolean hides_list;
  gboolean typing;
} CbViewState;

void       cb_view_state_clear      (CbViewState       *state);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CbViewState, cb_view_state_clear)

#define CB_TYPE_VIEW (cb_view_get_type ())

G_DECLARE_FINAL_TYPE (CbView, cb_view, CB, VIEW, AdwBreakpointBin)

CbView    *cb_view_new              (CbLibrary         *library) G_GNUC_WARN_UNUSED_RESULT;
CbSidebar *cb_view_get_sidebar      (CbView            *self);
CbContent *cb_view_get_content      (CbView            *self);
void       cb_view_save             (CbView            *self,
                                     CbViewState       *state);
void       cb_view_restore          (CbView            *self,
                                     const CbViewState *state);
gboolean   cb_view_get_narrow       (CbView            *self);
gboolean   cb_view_get_shows_list   (CbView            *self);
gboolean   cb_view_get_shows_page   (CbView            *self);
void       cb_view_show_list        (CbView            *self);
void       cb_view_show_page        (CbView            *self);
void       cb_view_toggle_list      (CbView            *self);
void       cb_view_add_toast        (CbView            *self,
                                     AdwToast          *toast);

G_END_DECLS
