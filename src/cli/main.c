/* main.c: codebook, the command line */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <signal.h>

#include "cb-command.h"
#include "cb-output.h"

int
main (int    argc,
      char **argv)
{
  CbExit exit_status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  /* When nobody reads on, the program ends quietly, even under a parent that ignores the signal. */
  signal (SIGPIPE, SIG_DFL);

  exit_status = cb_command_main (argv);
  if (!cb_output_finish ())
    return CB_EXIT_USAGE;

  return (int) exit_status;
}
