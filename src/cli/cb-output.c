/* cb-output.c: printing in UTF-8 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cb-output.h"

#define DEFAULT_COLUMNS 80
#define MOST_COLUMNS 100

/* The error of the first write that failed; standard output itself does not keep it. */
static int first_error;

/**
 * cb_output_print:
 * @text: UTF-8
 *
 * Prints on standard output, byte for byte: g_print() would turn Korean into question marks in the C locale.
 */
void
cb_output_print (const char *text)
{
  if (fputs (text, stdout) == EOF && first_error == 0)
    first_error = errno;
}

/**
 * cb_output_write:
 * @bytes: any bytes
 * @length: how many
 *
 * Prints them as they are.
 */
void
cb_output_write (const char *bytes,
                 gsize       length)
{
  if (fwrite (bytes, 1, length, stdout) < length && first_error == 0)
    first_error = errno;
}

/**
 * cb_output_flush:
 *
 * Writes out what is held back.
 *
 * Returns: whether everything was written so far
 */
gboolean
cb_output_flush (void)
{
  if (fflush (stdout) == EOF && first_error == 0)
    first_error = errno;

  return first_error == 0;
}

/**
 * cb_output_finish:
 *
 * Writes out what is still held back.
 *
 * Returns: whether everything was written; if not, standard error has been told
 */
gboolean
cb_output_finish (void)
{
  cb_output_flush ();

  if (first_error != 0)
    fprintf (stderr, "codebook: %s\n", g_strerror (first_error));

  return first_error == 0;
}

/**
 * cb_output_is_terminal:
 *
 * Returns: whether a person reads along, so that texts should be broken into lines and headings stand out
 */
gboolean
cb_output_is_terminal (void)
{
  return isatty (STDOUT_FILENO);
}

/**
 * cb_output_wants_color:
 *
 * Returns: whether colours and bold type are welcome: on a terminal that knows them, unless NO_COLOR is set and not
 *   empty (https://no-color.org)
 */
gboolean
cb_output_wants_color (void)
{
  const char *no_color = g_getenv ("NO_COLOR");

  return cb_output_is_terminal () && (no_color == NULL || *no_color == '\0') &&
         g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/**
 * cb_output_get_columns:
 *
 * Returns: how many columns a line should have; 0 where it should not be broken
 */
guint
cb_output_get_columns (void)
{
  struct winsize size = { 0 };

  if (!cb_output_is_terminal ())
    return 0;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return DEFAULT_COLUMNS;

  return MIN (size.ws_col, MOST_COLUMNS);
}

/**
 * cb_output_get_width:
 * @text: UTF-8
 *
 * Returns: how many columns of a terminal it takes; Hangul takes two each (Unicode Standard Annex 11)
 */
guint
cb_output_get_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}
