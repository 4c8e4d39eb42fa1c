/* cb-log-line.h: finds the status codes in a line of a log */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CB_LOG_CODE_LENGTH 3

/**
 * CbLogCode:
 * @start: where its three digits start, in bytes
 * @number: the number, 0 or from 100 to 999
 *
 * A status code in a line.
 */
typedef struct
{
  gsize start;
  guint number;
} CbLogCode;

void cb_log_line_find (const char *line,
                       gsize       length,
                       GArray     *codes);

G_END_DECLS
