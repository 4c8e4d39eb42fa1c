/* cb-log-context.h: what stands around a number of a log line */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CbLogContext:
 * @CB_LOG_CONTEXT_NONE: nothing says that the number is a status code
 * @CB_LOG_CONTEXT_TEXT: a status line, or words such as "status code"
 * @CB_LOG_CONTEXT_QUOTED_KEY: a key of JSON within a string of JSON
 * @CB_LOG_CONTEXT_KEY: a key, as in JSON or logfmt
 * @CB_LOG_CONTEXT_HAPROXY: the fields of HAProxy, which cb_log_line_find() itself knows
 *
 * What makes a number a status code. The later it stands here, the less of the line can be a client's: where a line has
 * several, only the numbers of the last kind count.
 */
typedef enum
{
  CB_LOG_CONTEXT_NONE,
  CB_LOG_CONTEXT_TEXT,
  CB_LOG_CONTEXT_QUOTED_KEY,
  CB_LOG_CONTEXT_KEY,
  CB_LOG_CONTEXT_HAPROXY,
} CbLogContext;

CbLogContext cb_log_context_of (const char *line,
                                const char *end,
                                const char *number);

G_END_DECLS
