/* glib-only.c: the least that a program of GLib takes: it prints a line */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdio.h>

int
main (void)
{
  g_autofree char *line = g_strdup_printf ("%d %s", 404, "Not Found");

  return puts (line) < 0;
}
