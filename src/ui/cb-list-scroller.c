/* cb-list-scroller.c: scrolling a list view, also one that is not laid out yet */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-list-scroller.h"

#define NOWHERE -1.0

/* For so many frames after it was scrolled to a row, a list is kept there: it learns how high its
 * rows are only when it lays them out, and stops short of, or beyond, the row until then. */
#define KEPT_FRAMES 2

struct _CbListScroller
{
  GObject parent_instance;

  /* borrowed: owns this object through its parent */
  GtkListView *list_view;

  /* What is to be done as soon as the list has a size. */
  double pending_value; /* NOWHERE for nothing */
  guint pending_position;
  GtkListScrollFlags pending_flags;
  guint tick_id;

  guint kept_position;
  guint n_kept_frames;
  guint keep_id;
};

G_DEFINE_FINAL_TYPE (CbListScroller, cb_list_scroller, G_TYPE_OBJECT)

static GtkAdjustment *
get_adjustment (CbListScroller *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
}

/* To scroll to the first row hides the header above it; this brings it back, within the same frame.
 */
static void
scrolled_cb (CbListScroller *self, GtkAdjustment *adjustment)
{
  if (self->n_kept_frames > 0 && self->kept_position == 0
      && gtk_adjustment_get_value (adjustment) > 0)
    gtk_adjustment_set_value (adjustment, 0);
}

/* Only what happens outside of its own layout tells the list view that it was scrolled: until then
 * its first row is what it keeps at its top, and it would go back there with the next layout. */
static void
laid_out_cb (CbListScroller *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  if (self->kept_position == 0 && cb_list_scroller_is_laid_out (self)
      && gtk_adjustment_get_value (get_adjustment (self)) == 0)
    g_signal_emit_by_name (get_adjustment (self), "value-changed");
}

static gboolean
keep_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CbListScroller *self = data;
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));

  if (self->n_kept_frames > 0)
    {
      self->n_kept_frames--;
      if (self->kept_position == 0)
        g_signal_connect_object (clock, "layout", G_CALLBACK (laid_out_cb), self,
                                 G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      else if (model != NULL && self->kept_position < g_list_model_get_n_items (model))
        gtk_list_view_scroll_to (self->list_view, self->kept_position, GTK_LIST_SCROLL_NONE, NULL);
    }
  if (self->n_kept_frames > 0)
    return G_SOURCE_CONTINUE;
  self->keep_id = 0;

  return G_SOURCE_REMOVE;
}

static void
keep (CbListScroller *self, guint position)
{
  self->kept_position = position;
  self->n_kept_frames = KEPT_FRAMES;
  if (self->keep_id == 0)
    self->keep_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), keep_cb,
                                                  g_object_ref (self), g_object_unref);
}

static void
scroll_now (CbListScroller *self, guint position, GtkListScrollFlags flags)
{
  gtk_list_view_scroll_to (self->list_view, position, flags, NULL);
  if (position == 0)
    gtk_adjustment_set_value (get_adjustment (self), 0);
  keep (self, position);
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CbListScroller *self = data;
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));

  /* What is not seen gets no size, however long one waits; mapped_cb() goes on. */
  if (!gtk_widget_get_mapped (widget))
    {
      self->tick_id = 0;
      return G_SOURCE_REMOVE;
    }
  if (!cb_list_scroller_is_laid_out (self))
    return G_SOURCE_CONTINUE;

  if (model != NULL && self->pending_position < g_list_model_get_n_items (model))
    scroll_now (self, self->pending_position, self->pending_flags);
  if (self->pending_value >= 0)
    gtk_adjustment_set_value (get_adjustment (self), self->pending_value);
  self->pending_position = GTK_INVALID_LIST_POSITION;
  self->pending_value = NOWHERE;
  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

static void
wait_for_layout (CbListScroller *self)
{
  if (self->tick_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), scroll_cb,
                                                  g_object_ref (self), g_object_unref);
}

static void
mapped_cb (CbListScroller *self)
{
  if (self->pending_value >= 0 || self->pending_position != GTK_INVALID_LIST_POSITION)
    wait_for_layout (self);
}

static void
cb_list_scroller_class_init (CbListScrollerClass *klass)
{
}

static void
cb_list_scroller_init (CbListScroller *self)
{
  self->pending_value = NOWHERE;
  self->pending_position = GTK_INVALID_LIST_POSITION;
}

/**
 * cb_list_scroller_new:
 * @list_view: a list view in a scrolled window; it must outlive the use of the scroller
 *
 * Returns: (transfer full): a scroller
 */
CbListScroller *
cb_list_scroller_new (GtkListView *list_view)
{
  CbListScroller *self;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list_view), NULL);

  self = g_object_new (CB_TYPE_LIST_SCROLLER, NULL);
  self->list_view = list_view;
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (list_view, "map", G_CALLBACK (mapped_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * cb_list_scroller_is_laid_out:
 * @self: a scroller
 *
 * Returns: whether the list has a size, so that it scrolls at once
 */
gboolean
cb_list_scroller_is_laid_out (CbListScroller *self)
{
  g_return_val_if_fail (CB_IS_LIST_SCROLLER (self), FALSE);

  return gtk_widget_get_mapped (GTK_WIDGET (self->list_view))
         && gtk_widget_get_height (GTK_WIDGET (self->list_view)) > 0;
}

/**
 * cb_list_scroller_go_to:
 * @self: a scroller
 * @position: a row
 * @flags: whether to select and to focus it as well
 *
 * Scrolls so that the row is seen. A list view that has not been laid out yet goes blank when it is
 * told to scroll, so that waits until it has.
 */
void
cb_list_scroller_go_to (CbListScroller *self, guint position, GtkListScrollFlags flags)
{
  g_return_if_fail (CB_IS_LIST_SCROLLER (self));

  self->pending_value = NOWHERE;
  if (cb_list_scroller_is_laid_out (self))
    {
      scroll_now (self, position, flags);
      return;
    }
  /* A list begins at its top, with its first header if it is kept from hiding that. */
  if (position == 0 && flags == GTK_LIST_SCROLL_NONE
      && gtk_widget_get_height (GTK_WIDGET (self->list_view)) == 0)
    {
      keep (self, 0);
      return;
    }
  self->pending_position = position;
  self->pending_flags = flags;
  wait_for_layout (self);
}

/**
 * cb_list_scroller_get_value:
 * @self: a scroller
 *
 * Returns: how far down the list is scrolled, in pixels
 */
double
cb_list_scroller_get_value (CbListScroller *self)
{
  g_return_val_if_fail (CB_IS_LIST_SCROLLER (self), 0);

  return gtk_adjustment_get_value (get_adjustment (self));
}

/**
 * cb_list_scroller_set_value:
 * @self: a scroller
 * @value: how far down, in pixels
 *
 * Scrolls the list, as soon as it has a size.
 */
void
cb_list_scroller_set_value (CbListScroller *self, double value)
{
  g_return_if_fail (CB_IS_LIST_SCROLLER (self));

  self->pending_position = GTK_INVALID_LIST_POSITION;
  self->pending_value = value;
  if (self->kept_position > 0)
    self->n_kept_frames = 0;
  wait_for_layout (self);
}
