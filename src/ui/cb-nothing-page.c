/* cb-nothing-page.c: what the sidebar shows where nothing was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-nothing-page.h"
#include "cb-rich-text.h"

#define MAX_SUGGESTIONS 6

struct _CbNothingPage
{
  AdwBin parent_instance;

  /* owned */
  CbRowContext *context;
  GListStore *suggested; /* one list of entries */

  /* template children */
  GtkLabel *title;
  GtkLabel *advice;
  GtkButton *everywhere_button;
  GtkLabel *suggestions_label;
  CbEntryList *suggestions;
};

G_DEFINE_FINAL_TYPE (CbNothingPage, cb_nothing_page, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_EVERYWHERE,
  SIGNAL_OPEN,
  N_SIGNALS,
} CbNothingPageSignals;

static guint signals[N_SIGNALS];

static void
show_suggestions (CbNothingPage *self, GArray *hits)
{
  g_autoptr (GListStore) entries = g_list_store_new (CB_TYPE_ENTRY);
  GListModel *suggested = G_LIST_MODEL (self->suggested);

  for (guint i = 0; i < hits->len; i++)
    g_list_store_append (entries, g_array_index (hits, CbHit, i).entry);
  g_list_store_splice (self->suggested, 0, g_list_model_get_n_items (suggested),
                       (gpointer *)&entries, 1);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions_label), hits->len > 0);
}

static void
open_cb (CbNothingPage *self, CbEntry *entry)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, entry);
}

static void
everywhere_cb (CbNothingPage *self)
{
  g_signal_emit (self, signals[SIGNAL_EVERYWHERE], 0);
}

static void
cb_nothing_page_dispose (GObject *object)
{
  CbNothingPage *self = CB_NOTHING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_NOTHING_PAGE);
  g_clear_object (&self->suggested);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (cb_nothing_page_parent_class)->dispose (object);
}

static void
cb_nothing_page_class_init (CbNothingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_nothing_page_dispose;

  /* The reader wants the results of all scopes. */
  signals[SIGNAL_EVERYWHERE]
      = g_signal_new ("everywhere", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);

  /* The reader chose a suggestion. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, CB_TYPE_ENTRY);

  g_type_ensure (CB_TYPE_ENTRY_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/codebook/Codebook/ui/cb-nothing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CbNothingPage, title);
  gtk_widget_class_bind_template_child (widget_class, CbNothingPage, advice);
  gtk_widget_class_bind_template_child (widget_class, CbNothingPage, everywhere_button);
  gtk_widget_class_bind_template_child (widget_class, CbNothingPage, suggestions_label);
  gtk_widget_class_bind_template_child (widget_class, CbNothingPage, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, everywhere_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
cb_nothing_page_init (CbNothingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  cb_rich_text_keep_label_words (self->title);
  cb_rich_text_keep_label_words (self->suggestions_label);
  self->suggested = g_list_store_new (G_TYPE_LIST_MODEL);
}

/**
 * cb_nothing_page_setup:
 * @self: a page
 * @context: what its rows share
 *
 * Gives the page its content, once.
 */
void
cb_nothing_page_setup (CbNothingPage *self, CbRowContext *context)
{
  g_return_if_fail (CB_IS_NOTHING_PAGE (self));
  g_return_if_fail (self->context == NULL);

  g_set_object (&self->context, context);
  cb_entry_list_setup (self->suggestions, context, G_LIST_MODEL (self->suggested), FALSE,
                       CB_ENTRY_LIST_BY_SCROLLING);
}

/**
 * cb_nothing_page_show:
 * @self: a page with content
 * @query: what was searched for
 * @n_elsewhere: how many results there are in other scopes
 *
 * Says what a reader can do now: look at the results of other scopes, or at what is nearest.
 */
void
cb_nothing_page_show (CbNothingPage *self, const CbQuery *query, guint n_elsewhere)
{
  g_autoptr (GArray) hits = NULL;

  g_return_if_fail (CB_IS_NOTHING_PAGE (self));
  g_return_if_fail (self->context != NULL);

  hits = cb_index_suggest (cb_library_get_index (cb_row_context_get_library (self->context)), query,
                           MAX_SUGGESTIONS);
  /* What matches elsewhere is nearer than what does not match at all. */
  if (n_elsewhere > 0)
    g_array_set_size (hits, 0);
  show_suggestions (self, hits);

  gtk_widget_set_visible (GTK_WIDGET (self->everywhere_button), n_elsewhere > 0);
  if (n_elsewhere > 0)
    {
      g_autofree char *label
          = g_strdup_printf (dngettext (GETTEXT_PACKAGE, "Show %u Result Elsewhere",
                                        "Show %u Results Elsewhere", n_elsewhere),
                             n_elsewhere);

      gtk_button_set_label (self->everywhere_button, label);
      gtk_label_set_label (self->advice, _ ("Nothing in this scope matches."));
    }
  else
    {
      gtk_label_set_label (self->advice, _ ("Try a different search"));
    }
  cb_rich_text_keep_label_words (self->advice);
}

/**
 * cb_nothing_page_get_suggestions:
 * @self: a page
 *
 * Returns: (transfer none): the list of what is nearest
 */
CbEntryList *
cb_nothing_page_get_suggestions (CbNothingPage *self)
{
  g_return_val_if_fail (CB_IS_NOTHING_PAGE (self), NULL);

  return self->suggestions;
}
