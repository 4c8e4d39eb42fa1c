/* cb-shelf.h: a list of entries that is kept in a file, such as the favourites */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"

G_BEGIN_DECLS

#define CB_TYPE_SHELF (cb_shelf_get_type ())

G_DECLARE_FINAL_TYPE (CbShelf, cb_shelf, CB, SHELF, GObject)

CbShelf  *cb_shelf_new      (CbCatalog  *catalog,
                             GFile      *file,
                             guint       max) G_GNUC_WARN_UNUSED_RESULT;
void      cb_shelf_load     (CbShelf    *self);
gboolean  cb_shelf_contains (CbShelf    *self,
                             CbEntry    *entry);
void      cb_shelf_add      (CbShelf    *self,
                             CbEntry    *entry,
                             guint       position);
guint     cb_shelf_remove   (CbShelf    *self,
                             CbEntry    *entry);
void      cb_shelf_clear    (CbShelf    *self);
char     *cb_shelf_to_text  (CbShelf    *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cb_shelf_merge    (CbShelf    *self,
                             const char *text,
                             guint      *n_added);

G_END_DECLS
