/* cb-group.h: entries that are browsed together, as a list model */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "cb-entry.h"

G_BEGIN_DECLS

#define CB_TYPE_GROUP (cb_group_get_type ())

G_DECLARE_FINAL_TYPE (CbGroup, cb_group, CB, GROUP, GObject)

const char   *cb_group_get_id    (CbGroup *self);
const CbText *cb_group_get_title (CbGroup *self);

G_END_DECLS
