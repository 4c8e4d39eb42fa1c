/* cb-output.h: printing in UTF-8 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     cb_output_print       (const char *text);
void     cb_output_write       (const char *bytes,
                                gsize       length);
gboolean cb_output_flush       (void);
gboolean cb_output_finish      (void);
gboolean cb_output_is_terminal (void);
gboolean cb_output_wants_color (void);
guint    cb_output_get_columns (void);
guint    cb_output_get_width   (const char *text);

G_END_DECLS
