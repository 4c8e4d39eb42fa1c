/* cb-command-annotate.c: codebook annotate, which explains the status codes in a log */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cb-command.h"
#include "cb-log-line.h"
#include "cb-output.h"
#include "cb-phrases.h"

/* In bytes, with its end. Longer lines pass through as they are, so that memory does not grow with them. */
#define LONGEST_LINE (64 * 1024)

typedef struct
{
  CbPhrases *phrases; /* borrowed */
  GArray *codes;      /* borrowed, of CbLogCode */

  char buffer[LONGEST_LINE];
  gsize length;
  gboolean in_long_line;
} Annotator;

static void
annotate_line (Annotator  *self,
               const char *line,
               gsize       length)
{
  gsize done = 0;

  cb_log_line_find (line, length, self->codes);
  for (guint i = 0; i < self->codes->len; i++)
    {
      const CbLogCode *code = &g_array_index (self->codes, CbLogCode, i);
      gsize end = code->start + CB_LOG_CODE_LENGTH;
      const char *text = cb_phrases_get (self->phrases, code->number, line + end, length - end);

      if (text == NULL)
        continue;

      /* What is printed is the line, never what lies behind it. */
      g_assert (end > done && end <= length);
      cb_output_write (line + done, end - done);
      cb_output_print (text);
      done = end;
    }

  cb_output_write (line + done, length - done);
}

/* Prints the lines that are whole and keeps the rest, of which there may be none once the input has ended. */
static void
annotate_buffer (Annotator *self,
                 gboolean   ended)
{
  const char *line = self->buffer;
  const char *end = self->buffer + self->length;
  const char *line_end;

  while ((line_end = memchr (line, '\n', (gsize) (end - line))) != NULL)
    {
      gsize length = (gsize) (line_end + 1 - line);

      if (self->in_long_line)
        cb_output_write (line, length);
      else
        annotate_line (self, line, length);
      self->in_long_line = FALSE;
      line = line_end + 1;
    }

  self->length = (gsize) (end - line);
  if (self->length == LONGEST_LINE)
    self->in_long_line = TRUE;

  if (self->in_long_line)
    cb_output_write (line, self->length);
  else if (ended)
    annotate_line (self, line, self->length);
  else
    memmove (self->buffer, line, self->length);

  if (self->in_long_line || ended)
    self->length = 0;
}

/* Returns how many bytes there are now, 0 at the end, -1 on an error. */
static ssize_t
read_more (Annotator *self)
{
  for (;;)
    {
      ssize_t n = read (STDIN_FILENO, self->buffer + self->length, LONGEST_LINE - self->length);

      if (n >= 0)
        return n;

      /* Somebody else may have opened the input so that it does not block. */
      if (errno == EAGAIN)
        poll (&(struct pollfd) { .fd = STDIN_FILENO, .events = POLLIN }, 1, -1);
      else if (errno != EINTR)
        return -1;
    }
}

static CbExit
annotate_input (Annotator *self)
{
  ssize_t n;

  do
    {
      /* A reader sees all whole lines before this one waits for more. */
      if (!cb_output_flush ())
        return CB_EXIT_USAGE;

      n = read_more (self);
      if (n > 0)
        self->length += (gsize) n;
      if (n < 0)
        cb_command_complain (_("Standard input cannot be read: %s"), g_strerror (errno));

      annotate_buffer (self, n <= 0);
    }
  while (n > 0);

  return n == 0 ? CB_EXIT_FOUND : CB_EXIT_USAGE;
}

static gboolean
parse_color (const char *name,
             gboolean   *color)
{
  if (name == NULL || strcmp (name, "auto") == 0)
    *color = cb_output_wants_color ();
  else if (strcmp (name, "always") == 0)
    *color = TRUE;
  else if (strcmp (name, "never") == 0)
    *color = FALSE;
  else
    return FALSE;

  return TRUE;
}

/**
 * cb_command_annotate:
 * @args: the words after the command
 *
 * Copies standard input to standard output, byte for byte, and adds its phrase behind each status code that it finds.
 *
 * Returns: %CB_EXIT_FOUND at the end of the input, whatever was in it, as a filter does
 */
CbExit
cb_command_annotate (char **args)
{
  g_autofree char *language_name = NULL;
  g_autofree char *color_name = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (CbCatalog) catalog = NULL;
  g_autoptr (CbPhrases) phrases = NULL;
  g_autoptr (GArray) codes = NULL;
  g_autofree Annotator *self = NULL;
  gboolean color;
  CbExit exit_status;
  CbLanguages languages;
  GOptionEntry options[] = {
    { "lang", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &language_name,
      N_("Language of the texts: ko, en or both"), "LANG" },
    { "color", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &color_name,
      N_("Color what is added: auto, always or never"), "WHEN" },
    { NULL },
  };

  if (!cb_command_parse ("codebook annotate < LOG",
                         _("Copies a log from standard input, and adds the reason phrases to its status codes."),
                         options, args, &words, &exit_status))
    return exit_status;

  if (!cb_command_parse_languages (language_name, &languages))
    return CB_EXIT_USAGE;

  if (!parse_color (color_name, &color))
    {
      cb_command_complain (_("--color takes auto, always or never, not “%s”"), color_name);
      return CB_EXIT_USAGE;
    }

  if (words[0] != NULL)
    {
      cb_command_complain (_("annotate takes no arguments; it reads standard input, as in: codebook annotate < access.log"));
      return CB_EXIT_USAGE;
    }

  catalog = cb_command_load_catalog ();
  if (catalog == NULL)
    return CB_EXIT_USAGE;

  phrases = cb_phrases_new (catalog, &languages, color);
  codes = g_array_new (FALSE, FALSE, sizeof (CbLogCode));
  self = g_new0 (Annotator, 1);
  self->phrases = phrases;
  self->codes = codes;

  /* By blocks even on a terminal: annotate_input() knows when to write out. */
  setvbuf (stdout, NULL, _IOFBF, LONGEST_LINE);

  return annotate_input (self);
}
