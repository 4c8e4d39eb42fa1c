/* cb-monkey.c: what all that a monkey does needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-monkey.h"

/**
 * cb_monkey_note:
 * @self: a monkey
 * @format: what it does
 * @...: arguments of @format
 *
 * Keeps it, to be told when something breaks.
 */
void
cb_monkey_note (CbMonkey *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_vsnprintf (self->step, sizeof self->step, format, arguments);
  va_end (arguments);
}

static gboolean
rested_cb (gpointer data)
{
  *(gboolean *)data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * cb_monkey_rest:
 * @self: a monkey
 * @milliseconds: how long
 *
 * Lets the window go on meanwhile.
 */
void
cb_monkey_rest (CbMonkey *self, guint milliseconds)
{
  gboolean rested = FALSE;

  g_timeout_add (milliseconds, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * cb_monkey_get_window:
 * @self: a monkey
 *
 * Returns: (transfer none): a window, a new one if all were closed
 */
CbWindow *
cb_monkey_get_window (CbMonkey *self)
{
  GtkWindow *active = gtk_application_get_active_window (self->application);

  if (CB_IS_WINDOW (active))
    return CB_WINDOW (active);

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      if (CB_IS_WINDOW (l->data))
        return l->data;
    }

  g_application_activate (G_APPLICATION (self->application));

  return CB_WINDOW (gtk_application_get_windows (self->application)->data);
}
