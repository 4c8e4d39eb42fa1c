/* cb-sidebar.c: search, scopes and the list of entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-entry-list.h"
#include "cb-results.h"
#include "cb-rich-text.h"
#include "cb-sidebar.h"
#include "cb-typed-text.h"

#define PAGE_ROWS 8
#define MAX_SUGGESTIONS 6
/* The number of results is announced when typing has paused for so long. */
#define ANNOUNCE_DELAY_MS 800

struct _CbSidebar
{
  AdwNavigationPage parent_instance;

  /* owned */
  CbLibrary *library;
  CbRowContext *context;
  CbTypedText *typed;
  CbQuery *query;
  CbResults *hits;
  GListStore *suggested;

  /* template children */
  GtkSearchEntry *search_entry;
  AdwToggleGroup *scopes;
  GtkMenuButton *menu_button;
  GtkStack *stack;
  CbEntryList *browse;
  CbEntryList *results;
  CbEntryList *suggestions;
  GtkLabel *nothing_title;
  GtkLabel *nothing_label;
  GtkLabel *suggestions_label;
  GtkButton *everywhere_button;

  CbScope scope;
  guint announce_id;
  guint n_announced;
  gboolean prepared;
  gboolean answered; /* a result of this search was opened: the next key begins a new one */
};

G_DEFINE_FINAL_TYPE (CbSidebar, cb_sidebar, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_SCOPE = 1,
} CbSidebarProps;

typedef enum
{
  SIGNAL_OPEN,
  SIGNAL_ANNOUNCE,
  N_SIGNALS,
} CbSidebarSignals;

static GParamSpec *properties[PROP_SCOPE + 1];
static guint signals[N_SIGNALS];

static GtkText *
get_text_widget (CbSidebar *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry)));
}

static CbEntryList *
get_current_list (CbSidebar *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (name, "results"))
    return self->results;
  if (g_str_equal (name, "nothing"))
    return self->suggestions;

  return self->browse;
}

/* The groups of the scope. */
static GListModel *
list_groups (CbSidebar *self)
{
  GListModel *all = cb_catalog_get_groups (cb_library_get_catalog (self->library));
  GListStore *shown = g_list_store_new (CB_TYPE_GROUP);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GListModel) group = g_list_model_get_item (all, i);
      g_autoptr (CbEntry) first = g_list_model_get_item (group, 0);

      if (first != NULL && cb_scope_includes (self->scope, cb_entry_get_kind (first)))
        g_list_store_append (shown, group);
    }

  return G_LIST_MODEL (shown);
}

static gboolean
announce_cb (gpointer data)
{
  CbSidebar *self = data;
  guint n_hits = cb_entry_list_get_n_items (self->results);

  self->announce_id = 0;
  if (self->query != NULL && n_hits != self->n_announced)
    {
      g_autofree char *message
          = n_hits == 0
                ? g_strdup (_ ("No results found"))
                : g_strdup_printf (dngettext (GETTEXT_PACKAGE, "%u result", "%u results", n_hits),
                                   n_hits);

      g_signal_emit (self, signals[SIGNAL_ANNOUNCE], 0, message);
      self->n_announced = n_hits;
    }

  return G_SOURCE_REMOVE;
}

static void
announce (CbSidebar *self, const char *message)
{
  g_autoptr (GtkATContext) context
      = gtk_accessible_get_at_context (GTK_ACCESSIBLE (self->search_entry));

  /* GTK 4.18 calls a function that only this kind of context has; without an accessibility bus
   * there is another kind, and nobody to listen. */
  if (context == NULL || strcmp (G_OBJECT_TYPE_NAME (context), "GtkAtSpiContext") != 0)
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (self->search_entry), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
queue_announcement (CbSidebar *self)
{
  g_clear_handle_id (&self->announce_id, g_source_remove);
  self->announce_id = g_timeout_add (ANNOUNCE_DELAY_MS, announce_cb, self);
}

/* Leaves the hits of the scope. Returns how many there were in all scopes. */
static guint
narrow_to_scope (CbSidebar *self, GArray *hits)
{
  guint n_all = hits->len;
  guint n_kept = 0;

  if (self->scope == CB_SCOPE_ALL)
    return n_all;
  for (guint i = 0; i < n_all; i++)
    {
      CbHit hit = g_array_index (hits, CbHit, i);

      if (cb_scope_includes (self->scope, cb_entry_get_kind (hit.entry)))
        g_array_index (hits, CbHit, n_kept++) = hit;
    }
  g_array_set_size (hits, n_kept);

  return n_all;
}

static void
show_nothing (CbSidebar *self, guint n_elsewhere)
{
  g_autoptr (GArray) hits
      = cb_index_suggest (cb_library_get_index (self->library), self->query, MAX_SUGGESTIONS);
  g_autoptr (GListStore) entries = g_list_store_new (CB_TYPE_ENTRY);

  for (guint i = 0; n_elsewhere == 0 && i < hits->len; i++)
    g_list_store_append (entries, g_array_index (hits, CbHit, i).entry);
  g_list_store_splice (self->suggested, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->suggested)),
                       (gpointer *)&entries, 1);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions_label),
                          g_list_model_get_n_items (G_LIST_MODEL (entries)) > 0);

  gtk_widget_set_visible (GTK_WIDGET (self->everywhere_button), n_elsewhere > 0);
  if (n_elsewhere > 0)
    {
      g_autofree char *label
          = g_strdup_printf (dngettext (GETTEXT_PACKAGE, "Show %u Result Elsewhere",
                                        "Show %u Results Elsewhere", n_elsewhere),
                             n_elsewhere);

      gtk_button_set_label (self->everywhere_button, label);
      gtk_label_set_label (self->nothing_label, _ ("Nothing in this scope matches."));
    }
  else
    {
      gtk_label_set_label (self->nothing_label, _ ("Try a different search"));
    }
  cb_rich_text_keep_label_words (self->nothing_label);
}

static void
search (CbSidebar *self)
{
  g_autoptr (GArray) hits = NULL;
  guint n_all;

  if (self->query == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "browse");
      cb_row_context_set_query (self->context, NULL);
      return;
    }

  cb_sidebar_prepare (self);
  hits = cb_index_search (cb_library_get_index (self->library), self->query);
  n_all = narrow_to_scope (self, hits);
  cb_row_context_set_query (self->context, self->query);
  cb_results_set_hits (self->hits, hits);
  if (hits->len > 0)
    {
      cb_entry_list_select_first (self->results);
      gtk_stack_set_visible_child_name (self->stack, "results");
    }
  else
    {
      show_nothing (self, n_all);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
  queue_announcement (self);
}

static void
typed_cb (CbSidebar *self)
{
  g_autoptr (CbQuery) query = NULL;
  g_autofree char *text = g_strdup (cb_typed_text_get_text (self->typed));

  if (cb_library_get_catalog (self->library) == NULL)
    return;

  self->answered = FALSE;
  g_clear_pointer (&self->query, cb_query_unref);
  if (g_strstrip (text)[0] != '\0')
    self->query = cb_query_parse (text);
  search (self);
}

static void
emit_open (CbSidebar *self, CbEntry *entry)
{
  g_autoptr (CbEntry) kept = g_object_ref (entry);

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, kept);
}

static void
open_cb (CbSidebar *self, CbEntry *entry)
{
  emit_open (self, entry);
}

static void
open_result_cb (CbSidebar *self, CbEntry *entry)
{
  self->answered = TRUE;
  emit_open (self, entry);
}

static void
activate_cb (CbSidebar *self)
{
  CbEntry *entry;

  /* An input method that passes Enter on has just committed its text. */
  cb_typed_text_flush (self->typed);
  entry = cb_entry_list_get_selected (get_current_list (self));
  if (entry != NULL)
    open_result_cb (self, entry);
}

static void
stop_search_cb (CbSidebar *self)
{
  cb_typed_text_flush (self->typed);
  if (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    cb_entry_list_grab_focus (self->browse);
}

static gboolean
key_pressed_cb (CbSidebar *self, guint keyval, guint keycode, GdkModifierType state)
{
  int delta;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      delta = -1;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      delta = 1;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      delta = -PAGE_ROWS;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      delta = PAGE_ROWS;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  cb_typed_text_flush (self->typed);
  cb_entry_list_move (get_current_list (self), delta);

  return GDK_EVENT_STOP;
}

static void
scope_cb (CbSidebar *self)
{
  cb_sidebar_set_scope (self, cb_scope_from_nick (adw_toggle_group_get_active_name (self->scopes)));
}

static void
everywhere_cb (CbSidebar *self)
{
  cb_sidebar_set_scope (self, CB_SCOPE_ALL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
cb_sidebar_dispose (GObject *object)
{
  CbSidebar *self = CB_SIDEBAR (object);

  g_clear_handle_id (&self->announce_id, g_source_remove);
  g_clear_object (&self->typed);
  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_SIDEBAR);
  g_clear_object (&self->suggested);
  g_clear_object (&self->hits);
  g_clear_pointer (&self->query, cb_query_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cb_sidebar_parent_class)->dispose (object);
}

static void
cb_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CbSidebar *self = CB_SIDEBAR (object);

  switch ((CbSidebarProps)prop_id)
    {
    case PROP_SCOPE:
      g_value_set_string (value, cb_scope_get_nick (self->scope));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cb_sidebar_class_init (CbSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cb_sidebar_dispose;
  object_class->get_property = cb_sidebar_get_property;

  /* The nick of the scope. */
  properties[PROP_SCOPE]
      = g_param_spec_string ("scope", NULL, NULL, "all",
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* The reader chose an entry. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, CB_TYPE_ENTRY);

  /* What the search came to, for those who cannot see it. */
  signals[SIGNAL_ANNOUNCE] = g_signal_new_class_handler (
      "announce", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, G_CALLBACK (announce), NULL, NULL,
      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CB_TYPE_ENTRY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/codebook/Codebook/ui/cb-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, scopes);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, browse);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, results);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, suggestions);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, nothing_title);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, suggestions_label);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, everywhere_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, everywhere_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_result_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
cb_sidebar_init (CbSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  cb_rich_text_keep_label_words (self->nothing_title);
  cb_rich_text_keep_label_words (self->suggestions_label);
  self->n_announced = G_MAXUINT;
  self->typed = cb_typed_text_new (get_text_widget (self));
}

/**
 * cb_sidebar_set_library:
 * @self: a sidebar
 * @library: the library
 *
 * Gives the sidebar its content, once.
 */
void
cb_sidebar_set_library (CbSidebar *self, CbLibrary *library)
{
  g_autoptr (GListModel) groups = NULL;

  g_return_if_fail (CB_IS_SIDEBAR (self));
  g_return_if_fail (self->library == NULL);

  g_set_object (&self->library, library);
  g_signal_connect_object (self->typed, "notify::text", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  self->context = cb_row_context_new (library);
  if (cb_library_get_catalog (library) == NULL)
    return;

  groups = list_groups (self);
  cb_entry_list_setup (self->browse, self->context, groups, TRUE);
}

/**
 * cb_sidebar_prepare:
 * @self: a sidebar with content
 *
 * Makes what only a search needs, unless that is done.
 */
void
cb_sidebar_prepare (CbSidebar *self)
{
  g_return_if_fail (CB_IS_SIDEBAR (self));

  if (self->prepared || cb_library_get_catalog (self->library) == NULL)
    return;
  self->prepared = TRUE;
  cb_entry_list_complete (self->browse);
  cb_entry_list_complete (self->results);
  cb_entry_list_complete (self->suggestions);
  self->hits = cb_results_new (cb_library_get_catalog (self->library));
  self->suggested = g_list_store_new (G_TYPE_LIST_MODEL);
  cb_entry_list_setup (self->results, self->context, G_LIST_MODEL (self->hits), TRUE);
  cb_entry_list_setup (self->suggestions, self->context, G_LIST_MODEL (self->suggested), FALSE);
}

/**
 * cb_sidebar_get_text:
 * @self: a sidebar
 *
 * Returns: (transfer none): what is typed
 */
const char *
cb_sidebar_get_text (CbSidebar *self)
{
  g_return_val_if_fail (CB_IS_SIDEBAR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/**
 * cb_sidebar_set_text:
 * @self: a sidebar
 * @text: what to search for
 *
 * Searches at once.
 */
void
cb_sidebar_set_text (CbSidebar *self, const char *text)
{
  g_return_if_fail (CB_IS_SIDEBAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  cb_typed_text_flush (self->typed);
}

/**
 * cb_sidebar_get_query:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): what is searched for
 */
const CbQuery *
cb_sidebar_get_query (CbSidebar *self)
{
  g_return_val_if_fail (CB_IS_SIDEBAR (self), NULL);

  return self->query;
}

/**
 * cb_sidebar_get_scope:
 * @self: a sidebar
 *
 * Returns: which kinds of entries are listed
 */
CbScope
cb_sidebar_get_scope (CbSidebar *self)
{
  g_return_val_if_fail (CB_IS_SIDEBAR (self), CB_SCOPE_ALL);

  return self->scope;
}

/**
 * cb_sidebar_set_scope:
 * @self: a sidebar
 * @scope: which kinds of entries to list
 *
 * Lists and searches within @scope.
 */
void
cb_sidebar_set_scope (CbSidebar *self, CbScope scope)
{
  g_return_if_fail (CB_IS_SIDEBAR (self));

  if (scope == self->scope)
    return;
  self->scope = scope;
  adw_toggle_group_set_active_name (self->scopes, cb_scope_get_nick (scope));
  if (cb_library_get_catalog (self->library) != NULL)
    {
      g_autoptr (GListModel) groups = list_groups (self);

      cb_entry_list_set_groups (self->browse, groups);
      search (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
}

/**
 * cb_sidebar_get_scroll:
 * @self: a sidebar
 *
 * Returns: how far down the list for browsing is scrolled
 */
double
cb_sidebar_get_scroll (CbSidebar *self)
{
  g_return_val_if_fail (CB_IS_SIDEBAR (self), 0);

  return cb_entry_list_get_scroll (self->browse);
}

/**
 * cb_sidebar_set_scroll:
 * @self: a sidebar
 * @scroll: how far down
 *
 * Scrolls the list for browsing, as soon as it has a size.
 */
void
cb_sidebar_set_scroll (CbSidebar *self, double scroll)
{
  g_return_if_fail (CB_IS_SIDEBAR (self));

  cb_entry_list_set_scroll (self->browse, scroll);
}

/**
 * cb_sidebar_select:
 * @self: a sidebar with content
 * @entry: (nullable): the entry that is shown, NULL for none
 *
 * Marks the entry that is shown in the list for browsing.
 */
void
cb_sidebar_select (CbSidebar *self, CbEntry *entry)
{
  g_return_if_fail (CB_IS_SIDEBAR (self));

  cb_entry_list_select (self->browse, entry);
}

/**
 * cb_sidebar_reveal:
 * @self: a sidebar with content
 * @entry: the first entry of a group
 *
 * Scrolls the list for browsing to that group and moves the focus there.
 */
void
cb_sidebar_reveal (CbSidebar *self, CbEntry *entry)
{
  g_return_if_fail (CB_IS_SIDEBAR (self));

  if (!cb_scope_includes (self->scope, cb_entry_get_kind (entry)))
    cb_sidebar_set_scope (self, CB_SCOPE_ALL);
  cb_entry_list_reveal (self->browse, entry);
}

/**
 * cb_sidebar_focus_search:
 * @self: a sidebar
 *
 * Moves the keyboard's focus to the search entry and selects its text.
 */
void
cb_sidebar_focus_search (CbSidebar *self)
{
  g_return_if_fail (CB_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * cb_sidebar_forward_key:
 * @self: a sidebar
 * @controller: who received a key that nobody wanted
 *
 * Starts a search with that key, or goes on with the one that no result of was opened yet. The text
 * field gets the event itself, so that its input method sees it.
 *
 * Returns: whether the key was used
 */
gboolean
cb_sidebar_forward_key (CbSidebar *self, GtkEventControllerKey *controller)
{
  GtkText *text = get_text_widget (self);

  g_return_val_if_fail (CB_IS_SIDEBAR (self), FALSE);

  gtk_text_grab_focus_without_selecting (text);
  gtk_editable_select_region (GTK_EDITABLE (text), self->answered ? 0 : -1, -1);

  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}
