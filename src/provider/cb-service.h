/* cb-service.h: the provider on the session bus */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-provider.h"

G_BEGIN_DECLS

typedef struct _CbService CbService;

CbService *cb_service_new  (const char *application_id,
                            CbProvider *provider,
                            guint       idle_time) G_GNUC_WARN_UNUSED_RESULT;
void       cb_service_free (CbService  *self);

gboolean   cb_service_run  (CbService  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbService, cb_service_free)

G_END_DECLS
