/* cb-catalog.h: the content, read once and immutable */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "cb-entry.h"
#include "cb-group.h"
#include "cb-item.h"
#include "cb-text.h"

G_BEGIN_DECLS

#define CB_TYPE_CATALOG (cb_catalog_get_type ())

G_DECLARE_FINAL_TYPE (CbCatalog, cb_catalog, CB, CATALOG, GObject)

#define CB_CATALOG_ERROR (cb_catalog_error_quark ())

/**
 * CbCatalogError:
 * @CB_CATALOG_ERROR_READ: a file is missing, or cannot be read
 * @CB_CATALOG_ERROR_SYNTAX: not well-formed XML
 * @CB_CATALOG_ERROR_SCHEMA: an element, attribute or value that the schema does not have, or the lack of one
 * @CB_CATALOG_ERROR_REFERENCE: an id given twice, or a link that leads nowhere
 * @CB_CATALOG_ERROR_TRANSLATION: a text without its Korean
 *
 * Every message starts with file, line and column.
 */
typedef enum
{
  CB_CATALOG_ERROR_READ,
  CB_CATALOG_ERROR_SYNTAX,
  CB_CATALOG_ERROR_SCHEMA,
  CB_CATALOG_ERROR_REFERENCE,
  CB_CATALOG_ERROR_TRANSLATION,
} CbCatalogError;

GQuark       cb_catalog_error_quark     (void);

CbCatalog   *cb_catalog_new             (GError     **error) G_GNUC_WARN_UNUSED_RESULT;
CbCatalog   *cb_catalog_new_from_bytes  (GBytes      *bytes,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;

const char  *cb_catalog_get_version     (CbCatalog   *self);
const char  *cb_catalog_get_registry    (CbCatalog   *self);
guint64      cb_catalog_get_fingerprint (CbCatalog   *self);

GListModel  *cb_catalog_get_groups      (CbCatalog   *self);
CbGroup     *cb_catalog_get_group       (CbCatalog   *self,
                                         const char  *id);
guint        cb_catalog_get_n_entries   (CbCatalog   *self);
CbEntry     *cb_catalog_get_entry       (CbCatalog   *self,
                                         guint        position);
CbEntry     *cb_catalog_lookup          (CbCatalog   *self,
                                         const char  *id);
CbEntry     *cb_catalog_lookup_number   (CbCatalog   *self,
                                         int          number);
CbEntry     *cb_catalog_lookup_name     (CbCatalog   *self,
                                         const char  *name);
const CbText *cb_catalog_get_label      (CbCatalog   *self,
                                         const char  *id);
GPtrArray   *cb_catalog_get_terms       (CbCatalog   *self);

G_END_DECLS
