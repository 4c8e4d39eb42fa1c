/* cb-view.c: the content of a window: sidebar and page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-focus.h"
#include "cb-view.h"

/* In sp: up to this there is no room for list and page beside each other; and this is large text on
 * a phone. */
#define NARROW_WIDTH 740
#define COMPACT_WIDTH 250

struct _CbView
{
  AdwBreakpointBin parent_instance;

  /* Whether list and page are two steps, for there is no room for both. */
  gboolean narrow;
  /* Whether it is in large text on a phone. */
  gboolean compact;

  /* template children */
  AdwNavigationSplitView *split_view;
  CbSidebar *sidebar;
  CbContent *page;
};

G_DEFINE_FINAL_TYPE (CbView, cb_view, ADW_TYPE_BREAKPOINT_BIN)

typedef enum
{
  PROP_NARROW = 1,
} CbViewProps;

static GParamSpec *properties[PROP_NARROW + 1];

typedef enum
{
  SIGNAL_ARRANGED,
  N_SIGNALS,
} CbViewSignals;

static guint signals[N_SIGNALS];

/* A wide window whose list is put away. */
static gboolean
get_hides_list (CbView *self)
{
  return adw_navigation_split_view_get_collapsed (self->split_view) && !self->narrow;
}

static void
arranged_cb (CbView *self)
{
  cb_content_set_list_hidden (self->page, get_hides_list (self));
  g_signal_emit (self, signals[SIGNAL_ARRANGED], 0);
}

/* Brings the focus back to where it was, if that is seen, or else to what is. */
static void
restore_focus (CbView *self, GtkWidget *focus)
{
  gboolean seen;

  if (focus == NULL)
    return;

  seen = gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page)) ? cb_view_get_shows_page (self)
                                                                 : cb_view_get_shows_list (self);
  if (seen && cb_focus_give (focus))
    return;
  if (cb_view_get_shows_page (self))
    cb_content_focus (self->page);
  else
    cb_sidebar_focus_list (self->sidebar);
}

static void
set_collapsed (CbView *self, gboolean collapsed)
{
  g_autoptr (GtkWidget) focus = cb_focus_take (GTK_WIDGET (self));

  adw_navigation_split_view_set_collapsed (self->split_view, collapsed);
  restore_focus (self, focus);
}

static void
set_narrow (CbView *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  adw_navigation_split_view_set_collapsed (self->split_view, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  arranged_cb (self);
}

static gboolean
is_at_most (CbView *self, int width, double sp)
{
  return width <= adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, sp,
                                         gtk_widget_get_settings (GTK_WIDGET (self)));
}

/* Where another breakpoint comes into force, all of the view is hidden for a frame, and what slides
 * there ends at once: the focus is out of it before that. */
static void
cb_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CbView *self = CB_VIEW (widget);
  gboolean narrow = is_at_most (self, width, NARROW_WIDTH);
  gboolean compact = is_at_most (self, width, COMPACT_WIDTH);
  g_autoptr (GtkWidget) focus = NULL;

  if (narrow != self->narrow || compact != self->compact)
    focus = cb_focus_take (widget);
  self->compact = compact;
  GTK_WIDGET_CLASS (cb_view_parent_class)->size_allocate (widget, width, height, baseline);
  restore_focus (self, focus);
}

static void
add_breakpoint (CbView *self, double sp, gboolean compact)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_new_length (
      ADW_BREAKPOINT_CONDITION_MAX_WIDTH, sp, ADW_LENGTH_UNIT_SP));

  adw_breakpoint_add_setters (breakpoint, G_OBJECT (self), "narrow", TRUE, NULL);
  if (compact)
    adw_breakpoint_add_setters (breakpoint, G_OBJECT (self->sidebar), "compact", TRUE, NULL);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (self), breakpoint);
}

static void
cb_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CbView *self = CB_VIEW (object);

  switch ((CbViewProps)prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cb_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CbView *self = CB_VIEW (object);

  switch ((CbViewProps)prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cb_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_VIEW);

  G_OBJECT_CLASS (cb_view_parent_class)->dispose (object);
}

static void
cb_view_class_init (CbViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cb_view_dispose;
  object_class->get_property = cb_view_get_property;
  object_class->set_property = cb_view_set_property;

  widget_class->size_allocate = cb_view_size_allocate;

  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* Which of list and page are seen has changed. */
  signals[SIGNAL_ARRANGED] = g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CB_TYPE_SIDEBAR);
  g_type_ensure (CB_TYPE_CONTENT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/codebook/Codebook/ui/cb-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CbView, split_view);
  gtk_widget_class_bind_template_child (widget_class, CbView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CbView, page);
  gtk_widget_class_bind_template_callback (widget_class, arranged_cb);
}

static void
cb_view_init (CbView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_breakpoint (self, NARROW_WIDTH, FALSE);
  add_breakpoint (self, COMPACT_WIDTH, TRUE);
}

/**
 * cb_view_state_clear:
 * @state: a state
 *
 * Frees what the state holds.
 */
void
cb_view_state_clear (CbViewState *state)
{
  g_clear_pointer (&state->text, g_free);
}

/**
 * cb_view_new:
 * @library: the library
 *
 * Returns: (transfer floating): a view
 */
CbView *
cb_view_new (CbLibrary *library)
{
  CbView *self;

  g_return_val_if_fail (CB_IS_LIBRARY (library), NULL);

  self = g_object_new (CB_TYPE_VIEW, NULL);
  cb_sidebar_set_library (self->sidebar, library);
  cb_content_set_library (self->page, library);

  return self;
}

/**
 * cb_view_get_sidebar:
 * @self: a view
 *
 * Returns: (transfer none): the sidebar
 */
CbSidebar *
cb_view_get_sidebar (CbView *self)
{
  g_return_val_if_fail (CB_IS_VIEW (self), NULL);

  return self->sidebar;
}

/**
 * cb_view_get_content:
 * @self: a view
 *
 * Returns: (transfer none): the page
 */
CbContent *
cb_view_get_content (CbView *self)
{
  g_return_val_if_fail (CB_IS_VIEW (self), NULL);

  return self->page;
}

/* libadwaita 1.7 writes into the split view once more when it is idle, whether or not that is still
 * there (adw_navigation_split_view_set_show_content()): it is kept until after that. And what still
 * slides out when it is called back is hidden before it is shown again. */
static void
show_content (CbView *self, gboolean shown)
{
  adw_navigation_split_view_set_show_content (self->split_view, shown);
  cb_focus_keep (GTK_WIDGET (self));
  g_idle_add_once (g_object_unref, g_object_ref (self->split_view));
}

/**
 * cb_view_save:
 * @self: a view
 * @state: (out caller-allocates): where to put the reader's place
 *
 * Says where the reader is.
 */
void
cb_view_save (CbView *self, CbViewState *state)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (CB_IS_VIEW (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  *state = (CbViewState){
    .text = g_strdup (cb_sidebar_get_text (self->sidebar)),
    .scope = cb_sidebar_get_scope (self->sidebar),
    .list_scroll = cb_entry_list_get_scroll (cb_sidebar_get_browse (self->sidebar)),
    .page_scroll = cb_content_get_scroll (self->page),
    .shows_page = adw_navigation_split_view_get_show_content (self->split_view),
    .hides_list = get_hides_list (self),
    .typing = GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)),
  };
}

/**
 * cb_view_restore:
 * @self: a new view
 * @state: a reader's place
 *
 * Brings the reader back there. The page itself is shown by who knows the history.
 */
void
cb_view_restore (CbView *self, const CbViewState *state)
{
  g_return_if_fail (CB_IS_VIEW (self));

  cb_sidebar_set_scope (self->sidebar, state->scope);
  if (state->text != NULL && state->text[0] != '\0')
    cb_sidebar_set_text (self->sidebar, state->text);
  cb_entry_list_set_scroll (cb_sidebar_get_browse (self->sidebar), state->list_scroll);
  show_content (self, state->shows_page);
  if (state->hides_list)
    set_collapsed (self, TRUE);
}

/**
 * cb_view_get_narrow:
 * @self: a view
 *
 * Returns: whether list and page are two steps, for there is no room for both
 */
gboolean
cb_view_get_narrow (CbView *self)
{
  g_return_val_if_fail (CB_IS_VIEW (self), FALSE);

  return self->narrow;
}

/**
 * cb_view_get_shows_list:
 * @self: a view
 *
 * Returns: whether the list is seen, beside the page or alone
 */
gboolean
cb_view_get_shows_list (CbView *self)
{
  g_return_val_if_fail (CB_IS_VIEW (self), FALSE);

  return !adw_navigation_split_view_get_collapsed (self->split_view)
         || !adw_navigation_split_view_get_show_content (self->split_view);
}

/**
 * cb_view_get_shows_page:
 * @self: a view
 *
 * Returns: whether the page is seen, beside the list or alone
 */
gboolean
cb_view_get_shows_page (CbView *self)
{
  g_return_val_if_fail (CB_IS_VIEW (self), FALSE);

  return !adw_navigation_split_view_get_collapsed (self->split_view)
         || adw_navigation_split_view_get_show_content (self->split_view);
}

/**
 * cb_view_show_list:
 * @self: a view
 *
 * Goes to the list, or shows it again beside the page.
 */
void
cb_view_show_list (CbView *self)
{
  g_return_if_fail (CB_IS_VIEW (self));

  if (get_hides_list (self))
    set_collapsed (self, FALSE);
  show_content (self, FALSE);
}

/**
 * cb_view_show_page:
 * @self: a view
 *
 * Goes to the page.
 */
void
cb_view_show_page (CbView *self)
{
  g_return_if_fail (CB_IS_VIEW (self));

  show_content (self, TRUE);
}

/**
 * cb_view_toggle_list:
 * @self: a view
 *
 * Hides the list, so that the page has all the room, or shows it again. Where list and page are two
 * steps in any case, goes from one to the other.
 */
void
cb_view_toggle_list (CbView *self)
{
  g_return_if_fail (CB_IS_VIEW (self));

  if (!cb_view_get_shows_list (self))
    {
      cb_view_show_list (self);
      return;
    }
  cb_view_show_page (self);
  if (!cb_view_get_narrow (self))
    set_collapsed (self, TRUE);
  cb_content_focus (self->page);
}

/**
 * cb_view_add_toast:
 * @self: a view
 * @toast: (transfer full): a toast
 *
 * Shows @toast.
 */
void
cb_view_add_toast (CbView *self, AdwToast *toast)
{
  g_return_if_fail (CB_IS_VIEW (self));

  adw_toast_overlay_add_toast (
      ADW_TOAST_OVERLAY (adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (self))), toast);
}
