/* cb-start-page.c: where a reader begins: the groups, the favourites, what was read last */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-card.h"
#include "cb-columns.h"
#include "cb-facts.h"
#include "cb-rich-text.h"
#include "cb-start-page.h"

struct _CbStartPage
{
  AdwBin parent_instance;

  /* owned */
  CbLibrary *library;

  /* template children */
  GtkLabel *title;
  GtkLabel *lead;
  GtkWidget *favorites_section;
  AdwWrapBox *favorites;
  GtkWidget *recent_section;
  AdwWrapBox *recent;
  GtkBox *cards;
};

G_DEFINE_FINAL_TYPE (CbStartPage, cb_start_page, ADW_TYPE_BIN)

static GtkWidget *
make_symbol (CbEntry *entry, int size)
{
  GtkWidget *image
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", cb_facts_get_symbol (entry), "pixel-size", size,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, "cb-symbol");
  gtk_widget_add_css_class (image, cb_facts_get_style_class (entry));

  return image;
}

/* An entry to go to: its symbol, its number in the class's tint, and its name. */
static GtkWidget *
make_link (CbStartPage *self, CbEntry *entry)
{
  CbLanguage first = cb_library_get_first (self->library);
  CbEntryKind kind = cb_entry_get_kind (entry);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *title = kind == CB_ENTRY_METHOD ? cb_entry_get_token (entry)
                                              : cb_entry_get_title (entry)->in[first];
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *name
      = cb_facts_dup_description (cb_library_get_catalog (self->library), entry, first, NULL);

  gtk_box_append (GTK_BOX (box), make_symbol (entry, 16));
  if (kind == CB_ENTRY_STATUS || kind == CB_ENTRY_CLASS)
    {
      GtkWidget *number = gtk_label_new (cb_entry_get_token (entry));

      gtk_widget_add_css_class (number, "numeric");
      gtk_widget_add_css_class (number, "cb-link-number");
      gtk_widget_add_css_class (number, cb_facts_get_style_class (entry));
      gtk_box_append (GTK_BOX (box), number);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "cb-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", cb_entry_get_id (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
fill_links (CbStartPage *self, GListModel *entries, AdwWrapBox *box, GtkWidget *section)
{
  guint n_entries = g_list_model_get_n_items (entries);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (CbEntry) entry = g_list_model_get_item (entries, i);

      adw_wrap_box_append (box, make_link (self, entry));
    }
  gtk_widget_set_visible (section, n_entries > 0);
}

static void
favorites_changed_cb (CbStartPage *self)
{
  fill_links (self, G_LIST_MODEL (cb_library_get_favorites (self->library)), self->favorites,
              self->favorites_section);
}

static void
recent_changed_cb (CbStartPage *self)
{
  fill_links (self, G_LIST_MODEL (cb_library_get_recent (self->library)), self->recent,
              self->recent_section);
}

static GtkWidget *
make_card (CbStartPage *self, CbGroup *group)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *card = cb_card_new (group, cb_library_get_first (self->library));
  g_autofree char *name = cb_card_dup_description (CB_CARD (card));

  gtk_button_set_child (GTK_BUTTON (button), card);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "cb-card");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-group");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", cb_group_get_id (group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
fill_cards (CbStartPage *self)
{
  GListModel *groups = cb_catalog_get_groups (cb_library_get_catalog (self->library));

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (CbGroup) group = g_list_model_get_item (groups, i);

      if (g_list_model_get_n_items (G_LIST_MODEL (group)) > 0)
        gtk_box_append (self->cards, make_card (self, group));
    }
}

static void
cb_start_page_dispose (GObject *object)
{
  CbStartPage *self = CB_START_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_START_PAGE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cb_start_page_parent_class)->dispose (object);
}

static void
cb_start_page_class_init (CbStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/codebook/Codebook/ui/cb-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CbStartPage, title);
  gtk_widget_class_bind_template_child (widget_class, CbStartPage, lead);
  gtk_widget_class_bind_template_child (widget_class, CbStartPage, favorites_section);
  gtk_widget_class_bind_template_child (widget_class, CbStartPage, favorites);
  gtk_widget_class_bind_template_child (widget_class, CbStartPage, recent_section);
  gtk_widget_class_bind_template_child (widget_class, CbStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, CbStartPage, cards);
}

static void
cb_start_page_init (CbStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_layout_manager (GTK_WIDGET (self->cards), cb_columns_new ());
  cb_rich_text_keep_label_words (self->title);
  cb_rich_text_keep_label_words (self->lead);
}

/**
 * cb_start_page_new:
 * @library: a library with content
 *
 * Returns: (transfer floating): a start page
 */
GtkWidget *
cb_start_page_new (CbLibrary *library)
{
  CbStartPage *self;

  g_return_val_if_fail (CB_IS_LIBRARY (library), NULL);

  self = g_object_new (CB_TYPE_START_PAGE, NULL);
  g_set_object (&self->library, library);
  if (cb_library_get_first (library) == CB_LANGUAGE_KO)
    gtk_widget_add_css_class (GTK_WIDGET (self->lead), "cb-ko");
  fill_cards (self);
  g_signal_connect_object (cb_library_get_favorites (library), "items-changed",
                           G_CALLBACK (favorites_changed_cb), self, G_CONNECT_SWAPPED);
  favorites_changed_cb (self);
  g_signal_connect_object (cb_library_get_recent (library), "items-changed",
                           G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);

  return GTK_WIDGET (self);
}
