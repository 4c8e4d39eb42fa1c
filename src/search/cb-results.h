/* cb-results.h: the hits of a search as list models */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "cb-result.h"

G_BEGIN_DECLS

#define CB_TYPE_RESULT_GROUP (cb_result_group_get_type ())

G_DECLARE_FINAL_TYPE (CbResultGroup, cb_result_group, CB, RESULT_GROUP, GObject)

CbGroup      *cb_result_group_get_group (CbResultGroup *self);
const CbText *cb_result_group_get_title (CbResultGroup *self);

#define CB_TYPE_RESULTS (cb_results_get_type ())

G_DECLARE_FINAL_TYPE (CbResults, cb_results, CB, RESULTS, GObject)

CbResults *cb_results_new        (CbCatalog    *catalog) G_GNUC_WARN_UNUSED_RESULT;
void       cb_results_set_hits   (CbResults    *self,
                                  const GArray *hits);
guint      cb_results_get_n_hits (CbResults    *self);

G_END_DECLS
