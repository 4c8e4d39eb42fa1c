/* cb-json.h: entries as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "cb-command.h"

G_BEGIN_DECLS

void  cb_json_add_text  (JsonBuilder       *builder,
                         const CbText      *text,
                         const CbLanguages *languages);
void  cb_json_add_entry (JsonBuilder       *builder,
                         CbEntry           *entry,
                         const CbLanguages *languages);
void  cb_json_print     (JsonBuilder       *builder);

G_END_DECLS
