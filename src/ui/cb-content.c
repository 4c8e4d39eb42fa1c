/* cb-content.c: the part of the window where one reads */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-actions.h"
#include "cb-content.h"
#include "cb-entry-page.h"
#include "cb-menu.h"
#include "cb-start-page.h"

/* The header bar says the name of the entry once its heading is scrolled out of sight. */
#define TITLE_THRESHOLD 80

struct _CbContent
{
  AdwNavigationPage parent_instance;

  /* owned */
  CbLibrary *library;

  /* template children */
  AdwHeaderBar *header_bar;
  GtkBox *start_box;
  AdwBin *bin;
  GtkMenuButton *page_menu;
  GMenuModel *page_menu_model;
  GMenuModel *copy_menu_model;

  /* borrowed: children, made when they are first needed */
  GtkWidget *copy_button;
  GtkWidget *favorite_button;
  GtkWidget *list_button;
  GtkActionBar *bottom_bar;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (CbContent, cb_content, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_NARROW = 1,
} CbContentProps;

static GParamSpec *properties[PROP_NARROW + 1];

static CbEntryPage *
get_entry_page (CbContent *self)
{
  GtkWidget *child = adw_bin_get_child (self->bin);

  return CB_IS_ENTRY_PAGE (child) ? CB_ENTRY_PAGE (child) : NULL;
}

static void
scrolled_cb (CbContent *self, GtkAdjustment *adjustment)
{
  adw_header_bar_set_show_title (self->header_bar,
                                 gtk_adjustment_get_value (adjustment) > TITLE_THRESHOLD);
}

static void
update_favorite_cb (CbContent *self)
{
  CbEntryPage *page = get_entry_page (self);
  gboolean favorite;

  if (self->favorite_button == NULL)
    return;

  favorite = page != NULL
             && cb_shelf_contains (cb_library_get_favorites (self->library),
                                   cb_entry_page_get_entry (page));

  gtk_button_set_icon_name (GTK_BUTTON (self->favorite_button),
                            favorite ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (self->favorite_button,
                               favorite ? _ ("Remove From Favorites") : _ ("Add to Favorites"));
}

/* A narrow header bar has no room for more than the way back, a title and the menu; the rest is at
 * the bottom, within a thumb's reach. */
static void
place_page_buttons (CbContent *self)
{
  GtkWidget *buttons[] = { self->copy_button, self->favorite_button };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autoptr (GtkWidget) button = NULL;

      if (buttons[i] == NULL)
        continue;
      g_set_object (&button, buttons[i]);
      if (gtk_widget_get_ancestor (button, GTK_TYPE_ACTION_BAR) != NULL)
        gtk_action_bar_remove (self->bottom_bar, button);
      else if (gtk_widget_get_parent (button) != NULL)
        adw_header_bar_remove (self->header_bar, button);
      if (self->narrow)
        gtk_action_bar_pack_end (self->bottom_bar, button);
      else
        adw_header_bar_pack_end (self->header_bar, button);
    }
}

/* What can be done with an entry; the start page has no use for it. */
static void
ensure_page_buttons (CbContent *self)
{
  if (self->copy_button != NULL)
    return;

  self->copy_button = g_object_new (ADW_TYPE_SPLIT_BUTTON, "icon-name", "edit-copy-symbolic",
                                    "action-name", "win.copy-name", "tooltip-text",
                                    _ ("Copy Number and Name"), "dropdown-tooltip",
                                    _ ("Ways to Copy"), "menu-model", self->copy_menu_model, NULL);
  /* From a tooltip alone, the half that copies would get the name of the other half. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy Number and Name"), -1);
  self->favorite_button
      = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "action-name", "win.favorite", NULL);
  place_page_buttons (self);
}

static GtkWidget *
make_button (const char *icon, const char *action, const char *tooltip)
{
  return g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "action-name", action, "tooltip-text",
                       tooltip, NULL);
}

static void
ensure_bottom_bar (CbContent *self)
{
  if (self->bottom_bar != NULL)
    return;

  self->bottom_bar = GTK_ACTION_BAR (gtk_action_bar_new ());
  gtk_action_bar_pack_start (self->bottom_bar,
                             make_button ("edit-find-symbolic", "win.search", _ ("Search")));
  /* No template child: to dispose of the template would take it from the page, which keeps it. */
  adw_toolbar_view_add_bottom_bar (
      ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self))),
      GTK_WIDGET (self->bottom_bar));
}

/* Where the page is a step of its own, Escape goes back; the split view would go to the list, or
 * nowhere. */
static gboolean
leave_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return CB_CONTENT (widget)->narrow && gtk_widget_activate_action (widget, "win.back", NULL);
}

static GtkWidget *
make_error_page (CbContent *self)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("The Content Cannot Be Read"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   cb_library_get_error (self->library)->message);

  return page;
}

static void
cb_content_dispose (GObject *object)
{
  CbContent *self = CB_CONTENT (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_CONTENT);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cb_content_parent_class)->dispose (object);
}

static void
cb_content_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CbContent *self = CB_CONTENT (object);

  switch ((CbContentProps)prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cb_content_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CbContent *self = CB_CONTENT (object);

  switch ((CbContentProps)prop_id)
    {
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = g_value_get_boolean (value);
          if (self->narrow)
            ensure_bottom_bar (self);
          place_page_buttons (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cb_content_class_init (CbContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cb_content_dispose;
  object_class->get_property = cb_content_get_property;
  object_class->set_property = cb_content_set_property;

  /* Whether the page is a step of its own, for there is no room for the list beside it. */
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  cb_actions_bind_history (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/codebook/Codebook/ui/cb-content.ui");
  gtk_widget_class_bind_template_child (widget_class, CbContent, header_bar);
  gtk_widget_class_bind_template_child (widget_class, CbContent, bin);
  gtk_widget_class_bind_template_child (widget_class, CbContent, start_box);
  gtk_widget_class_bind_template_child (widget_class, CbContent, page_menu);
  gtk_widget_class_bind_template_child (widget_class, CbContent, page_menu_model);
  gtk_widget_class_bind_template_child (widget_class, CbContent, copy_menu_model);
}

static void
cb_content_init (CbContent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  cb_menu_attach (self->page_menu, self->page_menu_model);
}

/**
 * cb_content_set_library:
 * @self: a page
 * @library: the library
 *
 * Gives the page its content, once.
 */
void
cb_content_set_library (CbContent *self, CbLibrary *library)
{
  g_return_if_fail (CB_IS_CONTENT (self));
  g_return_if_fail (self->library == NULL);

  g_set_object (&self->library, library);
  if (cb_library_get_catalog (library) != NULL)
    g_signal_connect_object (cb_library_get_favorites (library), "items-changed",
                             G_CALLBACK (update_favorite_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cb_content_show:
 * @self: a page
 * @entry: (nullable): an entry, NULL for the start page
 * @query: (nullable): what was searched for
 *
 * Shows @entry and marks what matches @query.
 */
void
cb_content_show (CbContent *self, CbEntry *entry, const CbQuery *query)
{
  gboolean is_entry = entry != NULL;
  g_autoptr (GtkWidget) old = NULL;
  gboolean had_focus;

  g_return_if_fail (CB_IS_CONTENT (self));

  /* Until the focus has left it, the old page must stay. */
  g_set_object (&old, adw_bin_get_child (self->bin));
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->bin)) != NULL;
  adw_header_bar_set_show_title (self->header_bar, FALSE);
  if (cb_library_get_catalog (self->library) == NULL)
    {
      adw_bin_set_child (self->bin, make_error_page (self));
    }
  else if (is_entry)
    {
      CbPageStyle style = { self->library, query, cb_library_get_first (self->library),
                            cb_library_get_shows_both (self->library) };
      GtkWidget *page
          = cb_entry_page_new (&style, entry, gtk_widget_get_mapped (GTK_WIDGET (self)));
      g_autofree char *name = cb_entry_dup_name (entry, style.first);

      g_signal_connect_object (cb_entry_page_get_adjustment (CB_ENTRY_PAGE (page)), "value-changed",
                               G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->bin, page);
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
    }
  else
    {
      adw_bin_set_child (self->bin, cb_start_page_new (self->library));
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Start Page"));
    }

  if (is_entry)
    ensure_page_buttons (self);
  if (self->copy_button != NULL)
    {
      gtk_widget_set_visible (self->copy_button, is_entry);
      gtk_widget_set_visible (self->favorite_button, is_entry);
      update_favorite_cb (self);
    }
  /* Who follows links by key goes on from the top of the new page. */
  if (had_focus)
    cb_content_focus (self);
}

/**
 * cb_content_set_list_hidden:
 * @self: a page
 * @list_hidden: whether the list that there is room for is put away
 *
 * Shows a button that brings it back, if it is.
 */
void
cb_content_set_list_hidden (CbContent *self, gboolean list_hidden)
{
  g_return_if_fail (CB_IS_CONTENT (self));

  if (self->list_button == NULL && list_hidden)
    {
      self->list_button = make_button ("sidebar-show-symbolic", "win.toggle-list", _ ("Show List"));
      gtk_box_prepend (self->start_box, self->list_button);
    }
  if (self->list_button != NULL)
    gtk_widget_set_visible (self->list_button, list_hidden);
}

/**
 * cb_content_focus:
 * @self: the content
 *
 * Moves the keyboard's focus to the page, so that keys scroll it and Tab goes to its first link.
 */
void
cb_content_focus (CbContent *self)
{
  GtkWidget *page;

  g_return_if_fail (CB_IS_CONTENT (self));

  page = adw_bin_get_child (self->bin);
  if (CB_IS_ENTRY_PAGE (page) || CB_IS_START_PAGE (page))
    gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (page)));
}

/**
 * cb_content_get_scroll:
 * @self: a page
 *
 * Returns: how far down it is scrolled
 */
double
cb_content_get_scroll (CbContent *self)
{
  CbEntryPage *page;

  g_return_val_if_fail (CB_IS_CONTENT (self), 0);

  page = get_entry_page (self);

  return page != NULL ? gtk_adjustment_get_value (cb_entry_page_get_adjustment (page)) : 0;
}

/**
 * cb_content_set_scroll:
 * @self: a page
 * @scroll: how far down
 *
 * Scrolls the page, as soon as it has a size.
 */
void
cb_content_set_scroll (CbContent *self, double scroll)
{
  CbEntryPage *page;

  g_return_if_fail (CB_IS_CONTENT (self));

  page = get_entry_page (self);
  if (page != NULL)
    cb_entry_page_set_scroll (page, scroll);
}

/**
 * cb_content_dup_selection:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): the text that is selected
 */
char *
cb_content_dup_selection (CbContent *self)
{
  CbEntryPage *page;

  g_return_val_if_fail (CB_IS_CONTENT (self), NULL);

  page = get_entry_page (self);

  return page != NULL ? cb_entry_page_dup_selection (page) : NULL;
}
