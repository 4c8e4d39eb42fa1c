/* passed-over.c: lets the program live on after a warning that is no fault of ours */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

typedef struct
{
  const char *domain;
  /* How it begins. */
  const char *message;
} Foreign;

/* Each with its reason: a program without anything of ours gets it, too. All else stays fatal. */
static const Foreign foreign[] = {
  /* A popover shares the clock of its window. Where the window manager does not answer when a frame
   * is on the screen, as on a bare X display, GTK 4.24 tells that clock of each of them that the
   * frame is done when both are drawn in it, and the clock complains of the second. No harm is
   * done. */
  { "Gdk", "gdk_frame_timings_submitted() called on submitted frame" },
};

static gboolean
is_foreign (const char *domain, const char *message)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (g_strcmp0 (domain, foreign[i].domain) == 0
        && g_str_has_prefix (message, foreign[i].message))
      return TRUE;

  return FALSE;
}

static GLogWriterOutput
write_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const char *domain = NULL;
  const char *message = NULL;

  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE"))
        message = fields[i].value;
      if (g_str_equal (fields[i].key, "GLIB_DOMAIN"))
        domain = fields[i].value;
    }
  if (level > G_LOG_LEVEL_WARNING || message == NULL || !is_foreign (domain, message))
    return g_log_writer_default (level, fields, n_fields, data);

  g_printerr ("passed over: %s: %s\n", domain, message);

  return G_LOG_WRITER_HANDLED;
}

__attribute__ ((constructor)) static void
pass_over (void)
{
  g_log_set_writer_func (write_cb, NULL, NULL);
}
