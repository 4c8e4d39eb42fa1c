/* cb-fuzz.c: what all fuzz targets begin with */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-fuzz.h"

#include <stdlib.h>

#define CHANGE_SIZE 4

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

/**
 * cb_fuzz_change_bytes:
 * @whole: bytes that are right
 * @data: an input
 * @size: its size
 *
 * Takes an input as a list of changes, which means something whatever becomes of the format of @whole: of four bytes
 * three say where, the fourth what to put there. Where the first byte of the input is odd, the rest is all there is.
 *
 * Returns: (transfer full): the bytes to read
 */
GBytes *
cb_fuzz_change_bytes (GBytes        *whole,
                      const uint8_t *data,
                      size_t         size)
{
  gsize length = g_bytes_get_size (whole);
  uint8_t *copy;

  if (size > 0 && data[0] % 2 == 1)
    return g_bytes_new (data + 1, size - 1);

  copy = g_memdup2 (g_bytes_get_data (whole, NULL), length);
  for (size_t i = 1; i + CHANGE_SIZE <= size; i += CHANGE_SIZE)
    {
      gsize at = (gsize) data[i] | (gsize) data[i + 1] << 8 | (gsize) data[i + 2] << 16;

      copy[at % length] = data[i + 3];
    }

  return g_bytes_new_take (copy, length);
}
