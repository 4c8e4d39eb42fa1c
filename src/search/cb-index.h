/* cb-index.h: the catalog made searchable */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"
#include "cb-hit.h"
#include "cb-query.h"

G_BEGIN_DECLS

#define CB_TYPE_INDEX (cb_index_get_type ())

G_DECLARE_FINAL_TYPE (CbIndex, cb_index, CB, INDEX, GObject)

#define CB_INDEX_ERROR (cb_index_error_quark ())

/**
 * CbIndexError:
 * @CB_INDEX_ERROR_DAMAGED: the bytes are no index
 * @CB_INDEX_ERROR_OTHER_CATALOG: they are one of another catalog
 */
typedef enum
{
  CB_INDEX_ERROR_DAMAGED,
  CB_INDEX_ERROR_OTHER_CATALOG,
} CbIndexError;

GQuark     cb_index_error_quark (void);

CbIndex   *cb_index_new       (CbCatalog     *catalog) G_GNUC_WARN_UNUSED_RESULT;
CbIndex   *cb_index_new_builtin (CbCatalog   *catalog) G_GNUC_WARN_UNUSED_RESULT;
CbIndex   *cb_index_new_from_bytes (CbCatalog *catalog,
                               GBytes        *bytes,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes    *cb_index_dup_bytes (CbIndex       *self) G_GNUC_WARN_UNUSED_RESULT;
CbCatalog *cb_index_get_catalog (CbIndex     *self);
gsize      cb_index_get_size  (CbIndex       *self);
GArray    *cb_index_search    (CbIndex       *self,
                               const CbQuery *query) G_GNUC_WARN_UNUSED_RESULT;
GArray    *cb_index_suggest   (CbIndex       *self,
                               const CbQuery *query,
                               guint          max) G_GNUC_WARN_UNUSED_RESULT;
GArray    *cb_index_highlight (CbIndex       *self,
                               const CbQuery *query,
                               const char    *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
