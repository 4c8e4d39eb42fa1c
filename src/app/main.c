/* main.c: the window program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "cb-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (CbApplication) application = NULL;

  setlocale (LC_ALL, "");
  /* Not textdomain(): GLib would then decide once and for all whether there is a translation. */
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  application = cb_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
