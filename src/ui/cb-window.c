/* cb-window.c: a window of the reference */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-actions.h"
#include "cb-focus.h"
#include "cb-history.h"
#include "cb-window-actions.h"
#include "cb-window-dialogs.h"
#include "cb-window-input.h"
#include "cb-window.h"

#define WIDE 640

/* The window keeps what outlives a change of language: the library, the history, its size. All that
 * shows text is in the view, which is made anew. */
struct _CbWindow
{
  AdwApplicationWindow parent_instance;

  /* owned */
  CbLibrary *library;
  CbHistory *history;

  /* borrowed: a child */
  CbView *view;

  gboolean shown; /* whether the page that the history is at is made */

  /* in pixels: the size that the children have */
  int width;
  int height;
};

G_DEFINE_FINAL_TYPE (CbWindow, cb_window, ADW_TYPE_APPLICATION_WINDOW)

static void
keep_scroll (CbWindow *self)
{
  cb_history_set_scroll (self->history, cb_content_get_scroll (cb_view_get_content (self->view)));
}

/* Shows the page that the history is at. */
static void
show_place (CbWindow *self, const CbQuery *query)
{
  CbEntry *entry = cb_window_get_entry (self);
  CbContent *content = cb_view_get_content (self->view);
  g_autofree char *name = NULL;

  self->shown = TRUE;
  cb_content_show (content, entry, query);
  cb_content_set_scroll (content, cb_history_get_scroll (self->history));
  if (cb_library_get_catalog (self->library) != NULL)
    cb_entry_list_select (cb_sidebar_get_browse (cb_view_get_sidebar (self->view)), entry);
  if (entry != NULL)
    name = cb_entry_dup_name (entry, cb_library_get_first (self->library));
  gtk_window_set_title (GTK_WINDOW (self), name != NULL ? name : _ ("Codebook"));
  cb_window_actions_update (self);
}

/* In a narrow window back leads to what was on the screen before: to the list from a page that was
 * opened there, to the page before from one that was opened by a link. */
static gboolean
is_back_to_list (CbWindow *self)
{
  return cb_view_get_narrow (self->view)
         && (cb_history_get_from_list (self->history) || !cb_history_get_can_back (self->history));
}

static void
update_history_actions (CbWindow *self)
{
  gboolean shows_page = cb_view_get_shows_page (self->view);
  gboolean to_list = is_back_to_list (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back",
                                 shows_page
                                     && (to_list || cb_history_get_can_back (self->history)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward",
                                 !shows_page || cb_history_get_can_forward (self->history));
  /* The split view's own ways back, a swipe and keys, lead to nothing but the list. */
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (cb_view_get_content (self->view)), to_list);
}

static void
open_entry (CbWindow *self, CbEntry *entry, const CbQuery *query)
{
  gboolean from_list = !cb_view_get_shows_page (self->view);

  keep_scroll (self);
  if (cb_history_visit (self->history, entry != NULL ? cb_entry_get_id (entry) : NULL))
    {
      show_place (self, query);
      if (entry != NULL)
        cb_shelf_add (cb_library_get_recent (self->library), entry, 0);
    }
  else if (query != NULL)
    {
      /* The same page, with the words of another search marked. */
      cb_content_show (cb_view_get_content (self->view), entry, query);
    }
  if (from_list)
    cb_history_set_from_list (self->history, TRUE);
  cb_view_show_page (self->view);
  update_history_actions (self);
  if (!cb_view_get_shows_list (self->view))
    cb_content_focus (cb_view_get_content (self->view));
}

static void
sidebar_open_cb (CbWindow *self, CbEntry *entry)
{
  open_entry (self, entry, cb_sidebar_get_query (cb_view_get_sidebar (self->view)));
}

static gboolean
start_library_cb (gpointer data)
{
  CbWindow *self = data;

  if (self->library != NULL)
    {
      cb_library_start (self->library);
      cb_sidebar_prepare (cb_view_get_sidebar (self->view));
    }

  return G_SOURCE_REMOVE;
}

/* What the first frame does not need is made when it has been drawn. */
static void
after_paint_cb (CbWindow *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  g_idle_add_full (G_PRIORITY_LOW, start_library_cb, g_object_ref (self), g_object_unref);
}

static void
set_css_class (CbWindow *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* Tells the style sheet what GTK 4.18 has no media queries for. */
static void
style_changed_cb (CbWindow *self, GParamSpec *pspec, AdwStyleManager *manager)
{
  set_css_class (self, "cb-dark", adw_style_manager_get_dark (manager));
  set_css_class (self, "cb-hc", adw_style_manager_get_high_contrast (manager));
}

/* The second language of a heading is dimmed by the page, not by the style sheet. */
static void
contrast_changed_cb (CbWindow *self, GParamSpec *pspec, AdwStyleManager *manager)
{
  style_changed_cb (self, pspec, manager);
  cb_window_rebuild (self);
}

static void
follow_style (CbWindow *self)
{
  AdwStyleManager *manager
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (contrast_changed_cb), self,
                           G_CONNECT_SWAPPED);
  style_changed_cb (self, NULL, manager);
}

static void
make_view (CbWindow *self)
{
  self->view = cb_view_new (self->library);
  g_signal_connect_object (cb_view_get_sidebar (self->view), "open", G_CALLBACK (sidebar_open_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "arranged", G_CALLBACK (update_history_actions), self,
                           G_CONNECT_SWAPPED);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->view));
}

static void
cb_window_realize (GtkWidget *widget)
{
  /* A window that is opened for an entry never makes the start page. */
  if (!CB_WINDOW (widget)->shown)
    show_place (CB_WINDOW (widget), NULL);

  GTK_WIDGET_CLASS (cb_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (after_paint_cb), widget, G_CONNECT_SWAPPED);
}

static void
cb_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CbWindow *self = CB_WINDOW (widget);
  g_autoptr (GtkWidget) focus = NULL;

  if (width != self->width || height != self->height)
    focus = cb_window_dialogs_prepare (self);
  self->width = width;
  self->height = height;

  GTK_WIDGET_CLASS (cb_window_parent_class)->size_allocate (widget, width, height, baseline);
  cb_window_dialogs_restore (self, focus);
}

static void
cb_window_dispose (GObject *object)
{
  CbWindow *self = CB_WINDOW (object);

  g_clear_object (&self->history);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cb_window_parent_class)->dispose (object);
}

static void
cb_window_class_init (CbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_window_dispose;

  widget_class->realize = cb_window_realize;
  widget_class->size_allocate = cb_window_size_allocate;

  cb_window_actions_install (widget_class);
  cb_actions_bind (widget_class);
}

static void
cb_window_init (CbWindow *self)
{
  self->history = cb_history_new ();
  if (DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  follow_style (self);

  cb_window_input_attach (self);
}

/**
 * cb_window_new:
 * @application: the application
 * @library: the library
 *
 * Returns: (transfer none): a window that shows the start page; GTK keeps it until it is closed
 */
CbWindow *
cb_window_new (GtkApplication *application, CbLibrary *library)
{
  GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) texts = NULL;
  GSettings *settings;
  CbWindow *self;

  g_return_val_if_fail (CB_IS_LIBRARY (library), NULL);

  self = g_object_new (CB_TYPE_WINDOW, "application", application, "icon-name", APPLICATION_ID,
                       NULL);
  g_set_object (&self->library, library);
  settings = cb_library_get_settings (library);
  /* A window takes the last one's size, and does not follow it afterwards. */
  g_settings_bind (settings, "window-width", self, "default-width", flags);
  g_settings_bind (settings, "window-height", self, "default-height", flags);
  g_settings_bind (settings, "window-maximized", self, "maximized", flags);

  texts = g_settings_create_action (settings, "texts");
  g_action_map_add_action (G_ACTION_MAP (group), texts);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "settings", G_ACTION_GROUP (group));
  g_signal_connect_object (settings, "changed::texts", G_CALLBACK (cb_window_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::library", G_CALLBACK (cb_window_rebuild), self,
                           G_CONNECT_SWAPPED);

  make_view (self);
  update_history_actions (self);
  /* Ready to type. On a phone that would bring up the keyboard over the list. */
  if (g_settings_get_int (settings, "window-width") >= WIDE)
    cb_sidebar_focus_search (cb_view_get_sidebar (self->view));

  return self;
}

/**
 * cb_window_get_library:
 * @self: a window
 *
 * Returns: (transfer none): the library
 */
CbLibrary *
cb_window_get_library (CbWindow *self)
{
  g_return_val_if_fail (CB_IS_WINDOW (self), NULL);

  return self->library;
}

/**
 * cb_window_get_view:
 * @self: a window
 *
 * Returns: (transfer none): its content
 */
CbView *
cb_window_get_view (CbWindow *self)
{
  g_return_val_if_fail (CB_IS_WINDOW (self), NULL);

  return self->view;
}

/**
 * cb_window_get_entry:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the entry that is shown, NULL for the start page
 */
CbEntry *
cb_window_get_entry (CbWindow *self)
{
  const char *id;

  g_return_val_if_fail (CB_IS_WINDOW (self), NULL);

  id = cb_history_get_id (self->history);

  return id != NULL ? cb_catalog_lookup (cb_library_get_catalog (self->library), id) : NULL;
}

/**
 * cb_window_open:
 * @self: a window with content
 * @entry: (nullable): an entry, NULL for the start page
 *
 * Goes to the page of @entry.
 */
void
cb_window_open (CbWindow *self, CbEntry *entry)
{
  g_return_if_fail (CB_IS_WINDOW (self));

  open_entry (self, entry, NULL);
}

/**
 * cb_window_go:
 * @self: a window
 * @forward: whether to go forward rather than back
 *
 * Goes to what was on the screen before, or after, if there is anything.
 */
void
cb_window_go (CbWindow *self, gboolean forward)
{
  g_return_if_fail (CB_IS_WINDOW (self));

  if (!cb_view_get_shows_page (self->view))
    {
      if (forward)
        cb_view_show_page (self->view);
      return;
    }
  if (!forward && is_back_to_list (self))
    {
      cb_view_show_list (self->view);
      return;
    }

  keep_scroll (self);
  if (forward ? cb_history_forward (self->history) : cb_history_back (self->history))
    {
      show_place (self, NULL);
      update_history_actions (self);
    }
}

/**
 * cb_window_search:
 * @self: a window with content
 * @text: what to search for
 *
 * Searches as if @text had been typed.
 */
void
cb_window_search (CbWindow *self, const char *text)
{
  CbSidebar *sidebar;

  g_return_if_fail (CB_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  sidebar = cb_view_get_sidebar (self->view);
  cb_view_show_list (self->view);
  cb_sidebar_set_scope (sidebar, CB_SCOPE_ALL);
  cb_sidebar_focus_search (sidebar);
  cb_sidebar_set_text (sidebar, text);
}

/**
 * cb_window_rebuild:
 * @self: a window
 *
 * Makes everything that shows text anew, for the language has changed, and brings the reader back
 * to the same place.
 */
void
cb_window_rebuild (CbWindow *self)
{
  g_auto (CbViewState) state = { 0 };
  g_autoptr (GtkWidget) focus = NULL;

  g_return_if_fail (CB_IS_WINDOW (self));

  cb_view_save (self->view, &state);
  focus = cb_focus_take (GTK_WIDGET (self->view));
  cb_history_set_scroll (self->history, state.page_scroll);
  make_view (self);
  /* This is not the window's first frame any more. */
  cb_sidebar_prepare (cb_view_get_sidebar (self->view));
  cb_view_restore (self->view, &state);
  show_place (self, cb_sidebar_get_query (cb_view_get_sidebar (self->view)));
  update_history_actions (self);
  /* What had the focus is gone. */
  if (state.typing)
    cb_sidebar_focus_search (cb_view_get_sidebar (self->view));
  else if (focus != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/**
 * cb_window_add_toast:
 * @self: a window
 * @text: what to say
 *
 * Says something in passing.
 */
void
cb_window_add_toast (CbWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  g_return_if_fail (CB_IS_WINDOW (self));

  adw_toast_set_use_markup (toast, FALSE);
  cb_view_add_toast (self->view, toast);
}
