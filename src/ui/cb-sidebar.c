/* cb-sidebar.c: search, scopes and the list of entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-actions.h"
#include "cb-menu.h"
#include "cb-nothing-page.h"
#include "cb-results.h"
#include "cb-search-input.h"
#include "cb-sidebar.h"

struct _CbSidebar
{
  AdwNavigationPage parent_instance;

  /* owned */
  CbLibrary *library;
  CbRowContext *context;
  CbSearchInput *input;
  CbAnnouncer *announcer;
  CbQuery *query;
  CbResults *hits;

  /* template children */
  GtkBox *search_bar;
  GtkSearchEntry *search_entry;
  AdwToggleGroup *scopes;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkStack *stack;
  CbEntryList *browse;

  /* borrowed: children, made when they are first needed */
  GtkDropDown *compact_scopes;
  CbEntryList *results;
  CbNothingPage *nothing;

  CbScope scope;
  gboolean compact;
  gboolean prepared;
  gboolean answered; /* a result of this search was opened: the next key begins a new one */
};

G_DEFINE_FINAL_TYPE (CbSidebar, cb_sidebar, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_COMPACT = 1,
} CbSidebarProps;

static GParamSpec *properties[PROP_COMPACT + 1];

typedef enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
} CbSidebarSignals;

static guint signals[N_SIGNALS];

static CbEntryList *
get_current_list (CbSidebar *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (name, "results"))
    return self->results;
  if (g_str_equal (name, "nothing"))
    return cb_nothing_page_get_suggestions (self->nothing);

  return self->browse;
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
      cb_announcer_cancel (self->announcer);
      return;
    }

  cb_sidebar_prepare (self);
  hits = cb_index_search (cb_library_get_index (self->library), self->query);
  n_all = cb_scope_narrow (self->scope, hits);
  cb_row_context_set_query (self->context, self->query);
  cb_results_set_hits (self->hits, hits);
  if (hits->len > 0)
    {
      cb_entry_list_select_first (self->results);
      gtk_stack_set_visible_child_name (self->stack, "results");
    }
  else
    {
      cb_nothing_page_show (self->nothing, self->query, n_all);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
  cb_announcer_queue (self->announcer, hits->len);
}

static void
changed_cb (CbSidebar *self)
{
  g_autofree char *text = g_strdup (cb_search_input_get_shown_text (self->input));

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
  CbEntry *entry = cb_entry_list_get_selected (get_current_list (self));

  if (entry != NULL)
    open_result_cb (self, entry);
}

static void
move_cb (CbSidebar *self, int delta)
{
  cb_entry_list_move (get_current_list (self), delta);
}

static void
stop_cb (CbSidebar *self)
{
  cb_entry_list_grab_focus (self->browse);
}

static void
scope_cb (CbSidebar *self)
{
  cb_sidebar_set_scope (self, cb_scope_from_nick (adw_toggle_group_get_active_name (self->scopes)));
}

static void
compact_scope_cb (CbSidebar *self)
{
  cb_sidebar_set_scope (self, (CbScope)gtk_drop_down_get_selected (self->compact_scopes));
}

/* What the toggles say, in the same order, in a place where they would be cut off. */
static void
ensure_compact_scopes (CbSidebar *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  if (self->compact_scopes != NULL)
    return;

  for (guint i = 0; i < adw_toggle_group_get_n_toggles (self->scopes); i++)
    gtk_string_list_append (labels,
                            adw_toggle_get_label (adw_toggle_group_get_toggle (self->scopes, i)));
  self->compact_scopes
      = GTK_DROP_DOWN (gtk_drop_down_new (g_steal_pointer ((GListModel **)&labels), NULL));
  gtk_drop_down_set_selected (self->compact_scopes, self->scope);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compact_scopes),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("accessible name", "Scope"),
                                  -1);
  g_signal_connect_object (self->compact_scopes, "notify::selected", G_CALLBACK (compact_scope_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (self->search_bar, GTK_WIDGET (self->compact_scopes));
}

static void
set_compact (CbSidebar *self, gboolean compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  if (compact)
    ensure_compact_scopes (self);
  gtk_widget_set_visible (GTK_WIDGET (self->compact_scopes), compact);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
everywhere_cb (CbSidebar *self)
{
  cb_sidebar_set_scope (self, CB_SCOPE_ALL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
make_results (CbSidebar *self)
{
  self->results = g_object_new (CB_TYPE_ENTRY_LIST, NULL);
  cb_entry_list_setup (self->results, self->context, G_LIST_MODEL (self->hits), TRUE,
                       CB_ENTRY_LIST_BY_SCROLLING);
  g_signal_connect_object (self->results, "open", G_CALLBACK (open_result_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->results), "results");

  self->nothing = g_object_new (CB_TYPE_NOTHING_PAGE, NULL);
  cb_nothing_page_setup (self->nothing, self->context);
  g_signal_connect_object (self->nothing, "open", G_CALLBACK (open_result_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->nothing, "everywhere", G_CALLBACK (everywhere_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing), "nothing");
}

static void
cb_sidebar_dispose (GObject *object)
{
  CbSidebar *self = CB_SIDEBAR (object);

  g_clear_object (&self->announcer);
  g_clear_object (&self->input);
  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_SIDEBAR);
  g_clear_object (&self->hits);
  g_clear_pointer (&self->query, cb_query_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cb_sidebar_parent_class)->dispose (object);
}

static void
cb_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CbSidebarProps)prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, CB_SIDEBAR (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cb_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((CbSidebarProps)prop_id)
    {
    case PROP_COMPACT:
      set_compact (CB_SIDEBAR (object), g_value_get_boolean (value));
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
  object_class->set_property = cb_sidebar_set_property;

  /* Whether there is no room for the scopes side by side. */
  properties[PROP_COMPACT]
      = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* The reader chose an entry. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, CB_TYPE_ENTRY);

  g_type_ensure (CB_TYPE_ENTRY_LIST);
  cb_actions_bind_history (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/codebook/Codebook/ui/cb-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, scopes);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, browse);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CbSidebar, primary_menu);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
}

static void
cb_sidebar_init (CbSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  cb_menu_attach (self->menu_button, self->primary_menu);
  self->input = cb_search_input_new (self->search_entry);
  self->announcer = cb_announcer_new (GTK_WIDGET (self->search_entry));
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
  g_signal_connect_object (self->input, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->context = cb_row_context_new (library);
  if (cb_library_get_catalog (library) == NULL)
    return;

  g_signal_connect_object (self->input, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "stop", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  groups = cb_scope_list_groups (self->scope, cb_library_get_catalog (library));
  cb_entry_list_setup (self->browse, self->context, groups, TRUE, CB_ENTRY_LIST_WHEN_TOLD);
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
  self->hits = cb_results_new (cb_library_get_catalog (self->library));
  make_results (self);
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

  return cb_search_input_get_text (self->input);
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

  cb_search_input_set_text (self->input, text);
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
  if (self->compact_scopes != NULL)
    gtk_drop_down_set_selected (self->compact_scopes, scope);
  if (cb_library_get_catalog (self->library) != NULL)
    {
      g_autoptr (GListModel) groups
          = cb_scope_list_groups (scope, cb_library_get_catalog (self->library));

      cb_entry_list_set_groups (self->browse, groups);
      search (self);
    }
}

/**
 * cb_sidebar_get_browse:
 * @self: a sidebar with content
 *
 * Returns: (transfer none): the list for browsing, where the entry that is shown is marked
 */
CbEntryList *
cb_sidebar_get_browse (CbSidebar *self)
{
  g_return_val_if_fail (CB_IS_SIDEBAR (self), NULL);

  return self->browse;
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

  cb_search_input_focus (self->input);
}

/**
 * cb_sidebar_focus_list:
 * @self: a sidebar
 *
 * Moves the keyboard's focus to the list, or to the search entry where nothing was found.
 */
void
cb_sidebar_focus_list (CbSidebar *self)
{
  g_return_if_fail (CB_IS_SIDEBAR (self));

  if (!cb_entry_list_grab_focus (get_current_list (self)))
    cb_search_input_focus (self->input);
}

/**
 * cb_sidebar_forward_key:
 * @self: a sidebar
 * @controller: who received a key that nobody wanted
 *
 * Starts a search with that key, or goes on with the one that no result of was opened yet.
 *
 * Returns: whether the key was used
 */
gboolean
cb_sidebar_forward_key (CbSidebar *self, GtkEventControllerKey *controller)
{
  g_return_val_if_fail (CB_IS_SIDEBAR (self), FALSE);

  return cb_search_input_forward_key (self->input, controller, self->answered);
}

/**
 * cb_sidebar_get_announcer:
 * @self: a sidebar
 *
 * Returns: (transfer none): who says how many results there are
 */
CbAnnouncer *
cb_sidebar_get_announcer (CbSidebar *self)
{
  g_return_val_if_fail (CB_IS_SIDEBAR (self), NULL);

  return self->announcer;
}
