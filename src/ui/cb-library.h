/* cb-library.h: what all windows share: the content, the search, the settings, the favourites */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-index.h"
#include "cb-shelf.h"

G_BEGIN_DECLS

#define CB_TYPE_LIBRARY (cb_library_get_type ())

G_DECLARE_FINAL_TYPE (CbLibrary, cb_library, CB, LIBRARY, GObject)

CbLibrary    *cb_library_new              (CbCatalog    *catalog,
                                           const GError *error,
                                           GSettings    *settings,
                                           const char   *data_folder) G_GNUC_WARN_UNUSED_RESULT;
CbCatalog    *cb_library_get_catalog      (CbLibrary    *self);
const GError *cb_library_get_error        (CbLibrary    *self);
GSettings    *cb_library_get_settings     (CbLibrary    *self);
CbShelf      *cb_library_get_favorites    (CbLibrary    *self);
CbShelf      *cb_library_get_recent       (CbLibrary    *self);
CbIndex      *cb_library_get_index        (CbLibrary    *self);
CbLanguage    cb_library_get_first        (CbLibrary    *self);
gboolean      cb_library_get_shows_both   (CbLibrary    *self);
void          cb_library_start            (CbLibrary    *self);

G_END_DECLS
