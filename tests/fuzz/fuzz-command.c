/* fuzz-command.c: any command line is answered, with any input, in UTF-8 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cb-command.h"
#include "cb-fuzz.h"

/* An input is a command line, a word up to each nul byte, up to the first line feed; what follows is standard input. */

/* Instead of the window: what would be handed over to it is right. */
int
execv (const char *path,
       char *const argv[])
{
  g_assert (g_path_is_absolute (path) && g_str_has_suffix (path, "/codebook-app"));
  g_assert (strcmp (argv[0], path) == 0);
  if (argv[1] != NULL && strcmp (argv[1], "--search") == 0)
    g_assert (argv[2] != NULL && argv[3] == NULL);
  else
    g_assert (argv[1] == NULL || (*argv[1] != '-' && argv[2] == NULL));

  errno = ENOENT;
  return -1;
}

static ssize_t
collect_cb (void       *cookie,
            const char *bytes,
            size_t      size)
{
  g_string_append_len (cookie, bytes, (gssize) size);

  return (ssize_t) size;
}

static char **
take_words (const char *line,
            gsize       length)
{
  GStrvBuilder *words = g_strv_builder_new ();
  const char *end = line + length;

  g_strv_builder_add (words, "codebook");
  while (line < end)
    {
      const char *word_end = memchr (line, '\0', (gsize) (end - line));
      gsize word_length = (gsize) ((word_end != NULL ? word_end : end) - line);

      g_strv_builder_take (words, g_strndup (line, word_length));
      line += word_length + 1;
    }

  return g_strv_builder_unref_to_strv (words);
}

static void
set_input (const char *bytes,
           gsize       length)
{
  int input = memfd_create ("input", MFD_CLOEXEC);

  g_assert (input >= 0 && write (input, bytes, length) == (ssize_t) length);
  g_assert (lseek (input, 0, SEEK_SET) == 0);
  g_assert (dup2 (input, STDIN_FILENO) == STDIN_FILENO);
  close (input);
  clearerr (stdin);
  g_assert (fseek (stdin, 0, SEEK_SET) == 0);
}

/* Runs with the streams of C replaced, so that what an assertion or a sanitizer says is still heard. */
static CbExit
run (char    **argv,
     GString  *output,
     GString  *errors)
{
  static const cookie_io_functions_t functions = { .write = collect_cb };
  FILE *old_output = stdout, *old_errors = stderr;
  CbExit exit_status;

  stdout = fopencookie (output, "w", functions);
  stderr = fopencookie (errors, "w", functions);
  g_assert (stdout != NULL && stderr != NULL);
  exit_status = cb_command_main (argv);
  fclose (stdout);
  fclose (stderr);
  stdout = old_output;
  stderr = old_errors;

  return exit_status;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *line = (const char *) data;
  const char *line_end = size > 0 ? memchr (line, '\n', size) : NULL;
  gsize length = line_end != NULL ? (gsize) (line_end - line) : size;
  g_auto (GStrv) argv = take_words (line, length);
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (GString) errors = g_string_new (NULL);
  CbExit exit_status;

  set_input (line + MIN (length + 1, size), size - MIN (length + 1, size));
  exit_status = run (argv, output, errors);

  g_assert (exit_status <= CB_EXIT_USAGE);
  /* Wrong use is explained, and prints nothing that a program could take for an answer. */
  if (exit_status == CB_EXIT_USAGE)
    g_assert (g_str_has_prefix (errors->str, "codebook: ") && output->len == 0);
  /* A filter passes on what it got. */
  if (g_strcmp0 (argv[1], "annotate") != 0)
    g_assert (g_utf8_validate_len (output->str, output->len, NULL));

  return 0;
}
