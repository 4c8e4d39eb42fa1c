/* cb-hand.c: presses keys and moves the mouse, as the X server would for a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-hand.h"

/* One xdotool that is told what to do line by line. */
struct _CbHand
{
  GSubprocess *process;
  GOutputStream *lines;
  GDataInputStream *answers;
};

/**
 * cb_hand_new:
 *
 * Returns: (transfer full): a hand on the display of the environment
 */
CbHand *
cb_hand_new (void)
{
  CbHand *self = g_new0 (CbHand, 1);
  g_autoptr (GError) error = NULL;

  /* It reads its script by the block unless it is told otherwise, and so would wait for more. */
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                    &error, "stdbuf", "-i0", "-oL", "xdotool", "-", NULL);
  g_assert_no_error (error);
  self->lines = g_subprocess_get_stdin_pipe (self->process);
  self->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));

  return self;
}

/**
 * cb_hand_free:
 * @self: (transfer full): a hand
 */
void
cb_hand_free (CbHand *self)
{
  g_output_stream_close (self->lines, NULL, NULL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->answers);
  g_object_unref (self->process);
  g_free (self);
}

/**
 * cb_hand_do:
 * @self: a hand
 * @format: lines of xdotool's
 * @...: arguments of @format
 *
 * Does it, and returns when the server has seen it.
 */
void
cb_hand_do (CbHand *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *script = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* The server does one thing after the other, so an answer means that all before it is done. */
  script = g_strdup_printf ("%s\ngetmouselocation\n", text);
  g_output_stream_write_all (self->lines, script, strlen (script), NULL, NULL, &error);
  g_assert_no_error (error);
  answer = g_data_input_stream_read_line (self->answers, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (answer);
}
