/* cb-fuzz.c: what all fuzz targets begin with */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-fuzz.h"

#include <glib.h>
#include <stdlib.h>

/* GLib's own way to make warnings fatal stops as if in a debugger, which libFuzzer does not take for a crash. */
static void
log_cb (const char     *domain,
        GLogLevelFlags  level,
        const char     *message,
        gpointer        user_data)
{
  g_log_default_handler (domain, level & ~G_LOG_FLAG_FATAL, message, user_data);
  if ((level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0)
    abort ();
}

/**
 * LLVMFuzzerInitialize:
 * @argc: (inout): how many arguments there are
 * @argv: (inout): the arguments
 *
 * Called once, before the first input: makes a warning a crash.
 *
 * Returns: 0
 */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_default_handler (log_cb, NULL);

  return 0;
}
