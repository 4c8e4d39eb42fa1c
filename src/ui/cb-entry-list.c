/* cb-entry-list.c: a list of entries in sections */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-list.h"
#include "cb-results.h"
#include "cb-row.h"
#include "cb-section-header.h"

/* A list view makes a row for each of some 200 entries, seen or not. Until the first frame is drawn
 * it is given these. */
#define FIRST_ROWS 32

struct _CbEntryList
{
  AdwBin parent_instance;

  /* owned */
  CbRowContext *context;
  GtkSingleSelection *selection;
  GtkSliceListModel *slice;

  /* template children */
  GtkListView *list_view;

  double pending_scroll; /* -1 for none */
  guint pending_position;
  GtkListScrollFlags pending_flags;
  guint tick_id;
  gboolean is_whole;
  guint n_top_frames; /* for so many frames more the list is kept at its top */
};

G_DEFINE_FINAL_TYPE (CbEntryList, cb_entry_list, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
} CbEntryListSignals;

static guint signals[N_SIGNALS];

static CbEntry *
entry_of_item (gpointer item)
{
  return CB_IS_RESULT (item) ? cb_result_get_entry (item) : CB_ENTRY (item);
}

static void
open_entry (CbEntryList *self, CbEntry *entry)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, entry);
}

static guint
find_entry (CbEntryList *self, CbEntry *entry)
{
  GListModel *model;
  guint n_items;

  if (entry == NULL)
    return GTK_INVALID_LIST_POSITION;

  cb_entry_list_complete (self);
  model = G_LIST_MODEL (self->selection);
  n_items = g_list_model_get_n_items (model);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (entry_of_item (item) == entry)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static GtkAdjustment *
get_adjustment (CbEntryList *self)
{
  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))));
}

static void
setup_row_cb (CbEntryList *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, cb_row_new (self->context));
}

static void
show_item (GtkListItem *list_item)
{
  CbRow *row = CB_ROW (gtk_list_item_get_child (list_item));
  gpointer item = gtk_list_item_get_item (list_item);
  g_autofree char *description = NULL;

  cb_row_set_entry (row, entry_of_item (item),
                    CB_IS_RESULT (item) ? cb_result_get_kind (item) : CB_MATCH_EXACT);
  description = cb_row_dup_description (row);
  gtk_list_item_set_accessible_label (list_item, description);
}

/* A result that stays in the list may have been found in another way this time. */
static void
kind_changed_cb (GtkListItem *list_item)
{
  show_item (list_item);
}

static void
bind_row_cb (CbEntryList *self, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  show_item (list_item);
  if (CB_IS_RESULT (item))
    g_signal_connect_object (item, "notify::kind", G_CALLBACK (kind_changed_cb), list_item,
                             G_CONNECT_SWAPPED);
}

static void
unbind_row_cb (CbEntryList *self, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  if (CB_IS_RESULT (item))
    g_signal_handlers_disconnect_by_func (item, kind_changed_cb, list_item);
}

static void
update_header (CbEntryList *self, GtkListHeader *header)
{
  CbSectionHeader *widget = CB_SECTION_HEADER (gtk_list_header_get_child (header));
  CbCatalog *catalog = cb_library_get_catalog (cb_row_context_get_library (self->context));
  gpointer item = gtk_list_header_get_item (header);
  guint n_items = gtk_list_header_get_n_items (header);
  CbEntry *entry;
  CbGroup *group;

  if (item == NULL)
    return;
  entry = entry_of_item (item);
  group = cb_catalog_get_group (catalog, cb_entry_get_group_id (entry));
  /* The page of the class is not one of its codes. */
  if (CB_IS_ENTRY (item) && cb_entry_get_kind (entry) == CB_ENTRY_CLASS && n_items > 1)
    n_items--;
  cb_section_header_set (
      widget,
      group != NULL ? cb_group_get_title (group)->in[cb_row_context_get_first (self->context)]
                    : NULL,
      n_items);
}

static void
header_n_items_cb (CbEntryList *self, GParamSpec *pspec, GtkListHeader *header)
{
  if (gtk_list_header_get_child (header) != NULL)
    update_header (self, header);
}

static void
setup_header_cb (CbEntryList *self, GtkListHeader *header)
{
  gtk_list_header_set_child (header, cb_section_header_new ());
  g_signal_connect_object (header, "notify::n-items", G_CALLBACK (header_n_items_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
bind_header_cb (CbEntryList *self, GtkListHeader *header)
{
  update_header (self, header);
}

static void
activate_cb (CbEntryList *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    open_entry (self, entry_of_item (item));
}

/* A click opens; GtkListView's own single-click-activate would also select whatever the pointer
 * passes over. */
static void
clicked_cb (CbEntryList *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = widget;

  while (row != NULL && row != GTK_WIDGET (self->list_view) && !CB_IS_ROW (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      row = CB_IS_ROW (child) ? child : gtk_widget_get_parent (row);
    }
  if (CB_IS_ROW (row) && n_press == 1 && cb_row_get_entry (CB_ROW (row)) != NULL)
    open_entry (self, cb_row_get_entry (CB_ROW (row)));
}

static gboolean
is_laid_out (CbEntryList *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->list_view))
         && gtk_widget_get_height (GTK_WIDGET (self->list_view)) > 0;
}

/* To scroll to the first row hides the header above it; this brings it back, within the same frame.
 */
static void
scrolled_cb (CbEntryList *self, GtkAdjustment *adjustment)
{
  if (self->n_top_frames > 0 && gtk_adjustment_get_value (adjustment) > 0)
    gtk_adjustment_set_value (adjustment, 0);
}

static gboolean
top_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CbEntryList *self = CB_ENTRY_LIST (widget);

  self->n_top_frames--;

  return self->n_top_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
keep_top (CbEntryList *self)
{
  gtk_adjustment_set_value (get_adjustment (self), 0);
  if (self->n_top_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), top_cb, NULL, NULL);
  self->n_top_frames = 2;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CbEntryList *self = CB_ENTRY_LIST (widget);
  GtkAdjustment *adjustment = get_adjustment (self);

  if (!is_laid_out (self))
    return G_SOURCE_CONTINUE;

  if (self->pending_position < cb_entry_list_get_n_items (self))
    {
      gtk_list_view_scroll_to (self->list_view, self->pending_position, self->pending_flags, NULL);
      if (self->pending_position == 0)
        keep_top (self);
    }
  if (self->pending_scroll >= 0)
    gtk_adjustment_set_value (adjustment, self->pending_scroll);
  self->pending_position = GTK_INVALID_LIST_POSITION;
  self->pending_scroll = -1;
  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

static void
wait_for_layout (CbEntryList *self)
{
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* A list view that has not been laid out yet goes blank when it is told to scroll. */
static void
scroll_to (CbEntryList *self, guint position, GtkListScrollFlags flags)
{
  self->pending_scroll = -1;
  if (is_laid_out (self))
    {
      gtk_list_view_scroll_to (self->list_view, position, flags, NULL);
      if (position == 0)
        keep_top (self);
      return;
    }
  self->pending_position = position;
  self->pending_flags = flags;
  wait_for_layout (self);
}

static void
cb_entry_list_dispose (GObject *object)
{
  CbEntryList *self = CB_ENTRY_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_ENTRY_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (cb_entry_list_parent_class)->dispose (object);
}

static void
cb_entry_list_class_init (CbEntryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_entry_list_dispose;

  /* The reader chose an entry. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, CB_TYPE_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/codebook/Codebook/ui/cb-entry-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CbEntryList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
cb_entry_list_init (CbEntryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->pending_scroll = -1;
  self->pending_position = GTK_INVALID_LIST_POSITION;
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cb_entry_list_setup:
 * @self: a list
 * @context: what its rows share
 * @groups: a list model of list models of #CbEntry or #CbResult
 * @headers: whether each group has a header
 *
 * Gives the list what it shows, once.
 */
void
cb_entry_list_setup (CbEntryList *self, CbRowContext *context, GListModel *groups, gboolean headers)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  g_return_if_fail (CB_IS_ENTRY_LIST (self));
  g_return_if_fail (self->context == NULL);

  g_set_object (&self->context, context);
  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, rows);
  if (headers)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect_object (factory, "setup", G_CALLBACK (setup_header_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_header_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_view_set_header_factory (self->list_view, factory);
    }
  cb_entry_list_set_groups (self, groups);
}

/**
 * cb_entry_list_complete:
 * @self: a list
 *
 * Shows all entries, and not only those that the first frame needs.
 */
void
cb_entry_list_complete (CbEntryList *self)
{
  g_return_if_fail (CB_IS_ENTRY_LIST (self));

  self->is_whole = TRUE;
  if (self->slice != NULL)
    gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}

/**
 * cb_entry_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the selected entry
 */
CbEntry *
cb_entry_list_get_selected (CbEntryList *self)
{
  gpointer item;

  g_return_val_if_fail (CB_IS_ENTRY_LIST (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? entry_of_item (item) : NULL;
}

/**
 * cb_entry_list_select:
 * @self: a list
 * @entry: (nullable): an entry, NULL for none
 *
 * Selects @entry if the list has it, and scrolls so that it is seen.
 */
void
cb_entry_list_select (CbEntryList *self, CbEntry *entry)
{
  guint position;

  g_return_if_fail (CB_IS_ENTRY_LIST (self));

  if (cb_entry_list_get_selected (self) == entry)
    return;
  position = find_entry (self, entry);
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position, GTK_LIST_SCROLL_NONE);
}

/**
 * cb_entry_list_reveal:
 * @self: a list
 * @entry: an entry
 *
 * Scrolls to @entry and has it focused.
 */
void
cb_entry_list_reveal (CbEntryList *self, CbEntry *entry)
{
  guint position;

  g_return_if_fail (CB_IS_ENTRY_LIST (self));

  position = find_entry (self, entry);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  /* From below, so that the row comes to stand at the top of the list. */
  if (is_laid_out (self))
    scroll_to (self, cb_entry_list_get_n_items (self) - 1, GTK_LIST_SCROLL_NONE);
  scroll_to (self, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT);
}

/**
 * cb_entry_list_select_first:
 * @self: a list
 *
 * Selects the first entry and shows the list from its top.
 */
void
cb_entry_list_select_first (CbEntryList *self)
{
  g_return_if_fail (CB_IS_ENTRY_LIST (self));

  gtk_single_selection_set_selected (self->selection, 0);
  /* The list view would else stay with the row that it was at. */
  scroll_to (self, 0, GTK_LIST_SCROLL_NONE);
}

/**
 * cb_entry_list_move:
 * @self: a list
 * @delta: by how many rows
 *
 * Moves the selection, and scrolls so that it is seen.
 *
 * Returns: whether there is anything to select
 */
gboolean
cb_entry_list_move (CbEntryList *self, int delta)
{
  guint n_items, selected, position;

  g_return_val_if_fail (CB_IS_ENTRY_LIST (self), FALSE);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n_items == 0)
    return FALSE;

  selected = gtk_single_selection_get_selected (self->selection);
  if (selected == GTK_INVALID_LIST_POSITION)
    position = delta > 0 ? 0 : n_items - 1;
  else
    position = (guint)CLAMP ((gint64)selected + delta, 0, (gint64)n_items - 1);

  scroll_to (self, position, GTK_LIST_SCROLL_SELECT);

  return TRUE;
}

/**
 * cb_entry_list_get_scroll:
 * @self: a list
 *
 * Returns: how far down the list is scrolled
 */
double
cb_entry_list_get_scroll (CbEntryList *self)
{
  g_return_val_if_fail (CB_IS_ENTRY_LIST (self), 0);

  return gtk_adjustment_get_value (get_adjustment (self));
}

/**
 * cb_entry_list_set_scroll:
 * @self: a list
 * @scroll: how far down
 *
 * Scrolls the list, as soon as it has a size.
 */
void
cb_entry_list_set_scroll (CbEntryList *self, double scroll)
{
  g_return_if_fail (CB_IS_ENTRY_LIST (self));

  if (self->selection == NULL)
    return;
  self->pending_position = GTK_INVALID_LIST_POSITION;
  self->pending_scroll = scroll;
  wait_for_layout (self);
}

/**
 * cb_entry_list_set_groups:
 * @self: a list that is set up
 * @groups: a list model of list models of #CbEntry or #CbResult
 *
 * Shows other entries, from the top. A list view whose model changes as a whole would follow the
 * row that it was at, to wherever that is now.
 */
void
cb_entry_list_set_groups (CbEntryList *self, GListModel *groups)
{
  gboolean has_focus;

  g_return_if_fail (CB_IS_ENTRY_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (groups));

  has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_clear_object (&self->slice);
  self->slice
      = gtk_slice_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (groups))),
                                  0, self->is_whole ? G_MAXUINT : FIRST_ROWS);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->slice));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  if (cb_entry_list_get_n_items (self) > 0)
    scroll_to (self, 0, has_focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE);
}

/**
 * cb_entry_list_get_n_items:
 * @self: a list
 *
 * Returns: how many entries it has
 */
guint
cb_entry_list_get_n_items (CbEntryList *self)
{
  g_return_val_if_fail (CB_IS_ENTRY_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/**
 * cb_entry_list_grab_focus:
 * @self: a list
 *
 * Moves the keyboard's focus to the selected row, or to the first.
 *
 * Returns: whether there is one
 */
gboolean
cb_entry_list_grab_focus (CbEntryList *self)
{
  guint selected;

  g_return_val_if_fail (CB_IS_ENTRY_LIST (self), FALSE);

  if (cb_entry_list_get_n_items (self) == 0)
    return FALSE;
  selected = gtk_single_selection_get_selected (self->selection);
  scroll_to (self, selected == GTK_INVALID_LIST_POSITION ? 0 : selected, GTK_LIST_SCROLL_FOCUS);

  return TRUE;
}
