/* cb-launch.h: handing over to the window, over D-Bus */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *cb_launch_dup_path (const char          *application_id);

void      cb_launch_entry    (GDBusConnection     *connection,
                              const char          *application_id,
                              const char          *entry_id,
                              guint32              timestamp,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void      cb_launch_search   (GDBusConnection     *connection,
                              const char          *application_id,
                              const char          *text,
                              guint32              timestamp,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
gboolean  cb_launch_finish   (GDBusConnection     *connection,
                              GAsyncResult        *result,
                              GError             **error);

G_END_DECLS
