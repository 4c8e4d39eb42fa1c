/* cb-preferences-page.h: the content of the preferences, made anew when the language changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-library.h"

G_BEGIN_DECLS

#define CB_TYPE_PREFERENCES_PAGE (cb_preferences_page_get_type ())

G_DECLARE_FINAL_TYPE (CbPreferencesPage, cb_preferences_page, CB, PREFERENCES_PAGE,
                      AdwPreferencesPage)

AdwPreferencesPage *cb_preferences_page_new            (CbLibrary         *library) G_GNUC_WARN_UNUSED_RESULT;
void                cb_preferences_page_focus_language (CbPreferencesPage *self);

G_END_DECLS
