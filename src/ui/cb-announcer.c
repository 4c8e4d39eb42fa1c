/* cb-announcer.c: says how many results there are, for those who cannot see them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-announcer.h"

/* The number is announced when typing has paused for so long. */
#define DELAY_MS 800
#define NEVER G_MAXUINT

struct _CbAnnouncer
{
  GObject parent_instance;

  /* borrowed: NULL when it is no more */
  GtkWidget *widget;

  guint n_results;
  guint n_announced;
  guint source_id;
};

G_DEFINE_FINAL_TYPE (CbAnnouncer, cb_announcer, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_ANNOUNCE,
  N_SIGNALS,
} CbAnnouncerSignals;

static guint signals[N_SIGNALS];

static gboolean
announce_cb (gpointer data)
{
  CbAnnouncer *self = data;

  self->source_id = 0;
  if (self->n_results != self->n_announced)
    {
      g_autofree char *message = self->n_results == 0
                                     ? g_strdup (_ ("No results found"))
                                     : g_strdup_printf (dngettext (GETTEXT_PACKAGE, "%u result",
                                                                   "%u results", self->n_results),
                                                        self->n_results);

      g_signal_emit (self, signals[SIGNAL_ANNOUNCE], 0, message);
      self->n_announced = self->n_results;
    }

  return G_SOURCE_REMOVE;
}

static void
cb_announcer_announce (CbAnnouncer *self, const char *message)
{
  g_autoptr (GtkATContext) context = NULL;

  if (self->widget == NULL)
    return;

  /* GTK 4.18 calls a function that only this kind of context has; without an accessibility bus
   * there is another kind, and nobody to listen. */
  context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (self->widget));
  if (context == NULL || strcmp (G_OBJECT_TYPE_NAME (context), "GtkAtSpiContext") != 0)
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (self->widget), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
cb_announcer_dispose (GObject *object)
{
  CbAnnouncer *self = CB_ANNOUNCER (object);

  cb_announcer_cancel (self);
  g_clear_weak_pointer (&self->widget);

  G_OBJECT_CLASS (cb_announcer_parent_class)->dispose (object);
}

static void
cb_announcer_class_init (CbAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cb_announcer_dispose;

  /* What the search came to. */
  signals[SIGNAL_ANNOUNCE] = g_signal_new_class_handler (
      "announce", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, G_CALLBACK (cb_announcer_announce),
      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cb_announcer_init (CbAnnouncer *self)
{
  self->n_announced = NEVER;
}

/**
 * cb_announcer_new:
 * @widget: what is spoken for
 *
 * Returns: (transfer full): an announcer
 */
CbAnnouncer *
cb_announcer_new (GtkWidget *widget)
{
  CbAnnouncer *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (CB_TYPE_ANNOUNCER, NULL);
  g_set_weak_pointer (&self->widget, widget);

  return self;
}

/**
 * cb_announcer_queue:
 * @self: an announcer
 * @n_results: how many results there are
 *
 * Announces @n_results once typing has paused, unless that was the last thing said.
 */
void
cb_announcer_queue (CbAnnouncer *self, guint n_results)
{
  g_return_if_fail (CB_IS_ANNOUNCER (self));

  cb_announcer_cancel (self);
  self->n_results = n_results;
  self->source_id = g_timeout_add (DELAY_MS, announce_cb, self);
}

/**
 * cb_announcer_cancel:
 * @self: an announcer
 *
 * Takes back what is not said yet.
 */
void
cb_announcer_cancel (CbAnnouncer *self)
{
  g_return_if_fail (CB_IS_ANNOUNCER (self));

  g_clear_handle_id (&self->source_id, g_source_remove);
}
