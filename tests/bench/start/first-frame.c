/* first-frame.c: preloaded into any GTK program, it tells when the first frame was painted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include <fcntl.h>
#include <glib-object.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The name of the file to write to, and whether the program ends there and then: without a way out
 * through its own code, which would be counted too. */
#define FILE_VARIABLE "FIRST_FRAME_FILE"
#define EXIT_VARIABLE "FIRST_FRAME_EXIT"

static gboolean painted;

static long long
nanoseconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (long long)time.tv_sec * 1000000000 + time.tv_nsec;
}

static gboolean
paint_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  painted = TRUE;

  return FALSE;
}

/* Tells the number of the process, what the clock says, and the processor's time until now.
 *
 * A turn of the frame clock may lay out without painting: only one that painted counts. */
static gboolean
after_paint_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  const char *name = getenv (FILE_VARIABLE);
  char line[96];
  int file, length;

  if (!painted)
    return TRUE;

  length = snprintf (line, sizeof line, "%d %lld %lld\n", getpid (), nanoseconds (CLOCK_MONOTONIC),
                     nanoseconds (CLOCK_PROCESS_CPUTIME_ID));
  if (name != NULL && (file = open (name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) >= 0)
    {
      if (write (file, line, (size_t)length) != length)
        abort ();
      close (file);
    }
  if (getenv (EXIT_VARIABLE) != NULL)
    _exit (0);

  return FALSE;
}

/* Stands in front of GLib's function of this name, and does the same; GDK calls it once for each
 * signal of a frame clock, so that nothing else of the program runs through here. A program in
 * another language than C comes this way too. */
guint
g_signal_new (const char *name,
              GType type,
              GSignalFlags flags,
              guint class_offset,
              GSignalAccumulator accumulator,
              gpointer accumulator_data,
              GSignalCMarshaller marshaller,
              GType return_type,
              guint n_params,
              ...)
{
  va_list params;
  guint id;

  va_start (params, n_params);
  id = g_signal_new_valist (
      name, type, flags, class_offset != 0 ? g_signal_type_cclosure_new (type, class_offset) : NULL,
      accumulator, accumulator_data, marshaller, return_type, n_params, params);
  va_end (params);

  if (strcmp (g_type_name (type), "GdkFrameClock") == 0)
    {
      if (strcmp (name, "paint") == 0)
        g_signal_add_emission_hook (id, 0, paint_cb, NULL, NULL);
      else if (strcmp (name, "after-paint") == 0)
        g_signal_add_emission_hook (id, 0, after_paint_cb, NULL, NULL);
    }

  return id;
}
