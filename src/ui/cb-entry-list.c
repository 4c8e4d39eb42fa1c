/* cb-entry-list.c: a list of entries in sections */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "cb-entry-factory.h"
#include "cb-entry-list.h"
#include "cb-list-scroller.h"
#include "cb-row.h"

/* A list view makes a row for each of some 200 entries, seen or not: too many for the first frame,
 * and for the one after a key. It is given these, or as many as fill it once it has a size, and more
 * when they are wanted. */
#define FIRST_ROWS 32
#define MORE_ROWS 16

/* How much of the list has rows, in pages: this much is there before it is scrolled to. */
#define READY_PAGES 1.1

struct _CbEntryList
{
  AdwBin parent_instance;

  /* owned */
  CbRowContext *context;
  GtkSingleSelection *selection;
  GListModel *entries;      /* all of them */
  GtkSliceListModel *slice; /* those that there are rows for */
  CbListScroller *scroller;
  CbEntry *pending; /* to be selected when the list is whole */

  /* template children */
  GtkListView *list_view;

  CbEntryListGrowth growth;
  guint n_rows; /* at most */
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (CbEntryList, cb_entry_list, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
} CbEntryListSignals;

static guint signals[N_SIGNALS];

static void
open_entry (CbEntryList *self, CbEntry *entry)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, entry);
}

static void
set_n_rows (CbEntryList *self, guint n_rows)
{
  self->n_rows = n_rows;
  if (self->slice != NULL)
    gtk_slice_list_model_set_size (self->slice, n_rows);
}

/* The fewest that surely fill the list: no row is lower than its two lines. */
static guint
count_first_rows (CbEntryList *self)
{
  GtkAdjustment *adjustment
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  const CbRowMetrics *metrics = cb_row_context_get_metrics (self->context, GTK_WIDGET (self));
  double ready = READY_PAGES * gtk_adjustment_get_page_size (adjustment);

  return ready > 0 ? (guint)ceil (ready / (2 * metrics->line)) : FIRST_ROWS;
}

/* There is a row for the entry at @position from now on. */
static void
make_room (CbEntryList *self, guint position)
{
  if (position >= self->n_rows)
    set_n_rows (self, position + MORE_ROWS);
}

static guint
find_entry (CbEntryList *self, CbEntry *entry)
{
  guint n_items = g_list_model_get_n_items (self->entries);

  if (entry == NULL)
    return GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->entries, i);

      if (cb_entry_of_item (item) == entry)
        {
          make_room (self, i);
          return i;
        }
    }

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
is_near_end (CbEntryList *self)
{
  GtkAdjustment *adjustment
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));

  return self->n_rows < g_list_model_get_n_items (self->entries)
         && gtk_adjustment_get_value (adjustment)
                    + READY_PAGES * gtk_adjustment_get_page_size (adjustment)
                > gtk_adjustment_get_upper (adjustment);
}

static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CbEntryList *self = CB_ENTRY_LIST (widget);

  self->tick_id = 0;
  if (is_near_end (self))
    set_n_rows (self, self->n_rows + MORE_ROWS);

  return G_SOURCE_REMOVE;
}

/* Not at once: this may be within the layout. */
static void
scrolled_cb (CbEntryList *self)
{
  if (self->growth == CB_ENTRY_LIST_BY_SCROLLING && self->tick_id == 0 && is_near_end (self))
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/* The keys of the list view itself go to the end of what there is. */
static void
focus_entered_cb (CbEntryList *self)
{
  if (self->growth == CB_ENTRY_LIST_BY_SCROLLING)
    set_n_rows (self, G_MAXUINT);
}

static void
activate_cb (CbEntryList *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    open_entry (self, cb_entry_of_item (item));
}

/* A click opens; GtkListView's own single-click-activate would also select whatever the pointer
 * passes over. The items' own gestures come before this one: the list may be gone after it, and an
 * item that never sees the button go up is kept by its gesture for ever. */
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

static void
cb_entry_list_dispose (GObject *object)
{
  CbEntryList *self = CB_ENTRY_LIST (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_ENTRY_LIST);
  g_clear_object (&self->pending);
  g_clear_object (&self->scroller);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->entries);
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
  gtk_widget_class_bind_template_callback (widget_class, focus_entered_cb);
}

static void
cb_entry_list_init (CbEntryList *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->n_rows = FIRST_ROWS;
  self->scroller = cb_list_scroller_new (self->list_view);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cb_entry_list_setup:
 * @self: a list
 * @context: what its rows share
 * @groups: a list model of list models of #CbEntry or #CbResult
 * @headers: whether each group has a header
 * @growth: when it gets rows beyond the first
 *
 * Gives the list what it shows, once.
 */
void
cb_entry_list_setup (CbEntryList *self, CbRowContext *context, GListModel *groups, gboolean headers,
                     CbEntryListGrowth growth)
{
  g_autoptr (GtkListItemFactory) rows = NULL;

  g_return_if_fail (CB_IS_ENTRY_LIST (self));
  g_return_if_fail (self->context == NULL);

  self->growth = growth;
  g_set_object (&self->context, context);
  rows = cb_entry_factory_new_rows (context);
  gtk_list_view_set_factory (self->list_view, rows);
  if (headers)
    {
      g_autoptr (GtkListItemFactory) factory = cb_entry_factory_new_headers (context);

      gtk_list_view_set_header_factory (self->list_view, factory);
    }
  cb_entry_list_set_groups (self, groups);
}

/**
 * cb_entry_list_complete:
 * @self: a list
 *
 * Makes a list that was told to wait show all of its entries.
 */
void
cb_entry_list_complete (CbEntryList *self)
{
  g_return_if_fail (CB_IS_ENTRY_LIST (self));
  g_return_if_fail (self->growth == CB_ENTRY_LIST_WHEN_TOLD);

  set_n_rows (self, G_MAXUINT);
  if (self->pending != NULL)
    {
      g_autoptr (CbEntry) entry = g_steal_pointer (&self->pending);

      cb_entry_list_select (self, entry);
    }
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

  return item != NULL ? cb_entry_of_item (item) : NULL;
}

/**
 * cb_entry_list_select:
 * @self: a list
 * @entry: (nullable): an entry, NULL for none
 *
 * Selects @entry if the list has it, and scrolls so that it is seen. A list that waits to be
 * completed does so when it is: the first frame need not wait for all rows.
 */
void
cb_entry_list_select (CbEntryList *self, CbEntry *entry)
{
  guint position;

  g_return_if_fail (CB_IS_ENTRY_LIST (self));

  g_clear_object (&self->pending);
  if (self->growth == CB_ENTRY_LIST_WHEN_TOLD && self->n_rows != G_MAXUINT && entry != NULL)
    {
      self->pending = g_object_ref (entry);
      return;
    }
  if (cb_entry_list_get_selected (self) == entry)
    return;
  position = find_entry (self, entry);
  /* Only this takes a selection away, and neither the space bar nor a click with Ctrl. */
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_single_selection_set_can_unselect (self->selection, FALSE);
  if (position != GTK_INVALID_LIST_POSITION)
    cb_list_scroller_go_to (self->scroller, position, GTK_LIST_SCROLL_NONE);
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
  if (cb_list_scroller_is_laid_out (self->scroller))
    cb_list_scroller_go_to (self->scroller,
                            g_list_model_get_n_items (G_LIST_MODEL (self->selection)) - 1,
                            GTK_LIST_SCROLL_NONE);
  cb_list_scroller_go_to (self->scroller, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT);
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

  if (self->growth == CB_ENTRY_LIST_BY_SCROLLING
      && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    set_n_rows (self, count_first_rows (self));
  gtk_single_selection_set_selected (self->selection, 0);
  /* The list view would else stay with the row that it was at. */
  cb_list_scroller_go_to (self->scroller, 0, GTK_LIST_SCROLL_NONE);
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

  n_items = cb_entry_list_get_n_items (self);
  if (n_items == 0)
    return FALSE;

  selected = gtk_single_selection_get_selected (self->selection);
  if (selected == GTK_INVALID_LIST_POSITION)
    position = delta > 0 ? 0 : n_items - 1;
  else
    position = (guint)CLAMP ((gint64)selected + delta, 0, (gint64)n_items - 1);

  make_room (self, position);
  cb_list_scroller_go_to (self->scroller, position, GTK_LIST_SCROLL_SELECT);

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

  return cb_list_scroller_get_value (self->scroller);
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

  if (self->selection != NULL)
    cb_list_scroller_set_value (self->scroller, scroll);
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
  g_clear_object (&self->slice);
  g_clear_object (&self->entries);
  self->entries = G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (groups)));
  self->slice = gtk_slice_list_model_new (g_object_ref (self->entries), 0, self->n_rows);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->slice));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  if (cb_entry_list_get_n_items (self) > 0)
    cb_list_scroller_go_to (self->scroller, 0,
                            has_focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE);
}

/**
 * cb_entry_list_get_n_items:
 * @self: a list
 *
 * Returns: how many entries it has, whether or not there are rows for them yet
 */
guint
cb_entry_list_get_n_items (CbEntryList *self)
{
  g_return_val_if_fail (CB_IS_ENTRY_LIST (self), 0);

  return g_list_model_get_n_items (self->entries);
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
  cb_list_scroller_go_to (self->scroller, selected == GTK_INVALID_LIST_POSITION ? 0 : selected,
                          GTK_LIST_SCROLL_FOCUS);
  /* To scroll moves the focus only within the list. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  return TRUE;
}
