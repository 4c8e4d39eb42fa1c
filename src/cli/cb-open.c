/* cb-open.c: handing over to the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cb-command.h"

#define ADDRESS_SCHEME "codebook:"

static CbExit
exec_window (const char *option,
             const char *argument)
{
  g_autofree char *program = g_build_filename (LIBEXECDIR, "codebook-app", NULL);
  const char *argv[] = { program, option, argument, NULL };

  /* Without an option the argument takes its place. */
  if (option == NULL)
    {
      argv[1] = argument;
      argv[2] = NULL;
    }

  execv (program, (char *const *) argv);
  cb_command_complain (_("The window cannot be opened: %s: %s"), program, g_strerror (errno));
  return CB_EXIT_USAGE;
}

/* An argument that names an entry goes on as its id; the window need not look twice. */
static CbExit
open_entry (const char *name)
{
  g_autoptr (CbCatalog) catalog = cb_command_load_catalog ();
  CbEntry *entry;

  /* The window can say better what is wrong with the catalog. */
  if (catalog == NULL)
    return exec_window (NULL, name);

  if (g_ascii_strncasecmp (name, ADDRESS_SCHEME, strlen (ADDRESS_SCHEME)) == 0)
    {
      g_autofree char *decoded = g_uri_unescape_string (name + strlen (ADDRESS_SCHEME), NULL);

      entry = decoded != NULL ? cb_catalog_lookup_name (catalog, decoded) : NULL;
    }
  else
    {
      entry = cb_catalog_lookup_name (catalog, name);
    }

  if (entry == NULL)
    {
      cb_command_complain (_("There is no entry “%s”; try: codebook search %s"), name, name);
      return CB_EXIT_NOTHING;
    }

  return exec_window (NULL, cb_entry_get_id (entry));
}

/**
 * cb_open:
 * @args: the words of the command line
 *
 * Opens the window: the start page, an entry, with a search, or one more window. Returns only where that fails.
 *
 * Returns: the exit status
 */
CbExit
cb_open (char **args)
{
  const char *first = args[0];

  if (first == NULL)
    return exec_window (NULL, NULL);

  if (strcmp (first, "--new-window") == 0 && args[1] == NULL)
    return exec_window (first, NULL);

  if (strcmp (first, "--search") == 0 && args[1] != NULL && args[2] == NULL)
    return exec_window ("--search", args[1]);

  if (g_str_has_prefix (first, "--search=") && args[1] == NULL)
    return exec_window ("--search", first + strlen ("--search="));

  if (*first != '-' && args[1] == NULL)
    return open_entry (first);

  if (*first == '-')
    cb_command_complain (_("“%s” is not an option, or lacks its value; try: codebook --help"), first);
  else
    cb_command_complain (_("“%s” is not a command; try: codebook --help"), first);

  return CB_EXIT_USAGE;
}
