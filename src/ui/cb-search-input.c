/* cb-search-input.c: what is typed into the search entry, and the keys that move through results */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-search-input.h"
#include "cb-typed-text.h"

#define PAGE_ROWS 8

struct _CbSearchInput
{
  GObject parent_instance;

  /* owned */
  CbTypedText *typed;

  /* borrowed: outlives this object */
  GtkSearchEntry *entry;
};

G_DEFINE_FINAL_TYPE (CbSearchInput, cb_search_input, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_MOVE,
  SIGNAL_ACTIVATE,
  SIGNAL_STOP,
  N_SIGNALS,
} CbSearchInputSignals;

static guint signals[N_SIGNALS];

static GtkText *
get_text_widget (CbSearchInput *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

/* By how many rows a key moves, 0 for none. */
static int
get_delta (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 1;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return -PAGE_ROWS;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return PAGE_ROWS;
    default:
      return 0;
    }
}

static gboolean
key_pressed_cb (CbSearchInput *self, guint keyval, guint keycode, GdkModifierType state)
{
  int delta = get_delta (keyval);

  if (delta == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  cb_typed_text_flush (self->typed);
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, delta);

  return GDK_EVENT_STOP;
}

static void
text_cb (CbSearchInput *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* An input method that passes Enter on has just committed its text. */
static void
activate_cb (CbSearchInput *self)
{
  cb_typed_text_flush (self->typed);
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
stop_search_cb (CbSearchInput *self)
{
  cb_typed_text_flush (self->typed);
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    g_signal_emit (self, signals[SIGNAL_STOP], 0);
}

static void
cb_search_input_dispose (GObject *object)
{
  g_clear_object (&CB_SEARCH_INPUT (object)->typed);

  G_OBJECT_CLASS (cb_search_input_parent_class)->dispose (object);
}

static void
cb_search_input_class_init (CbSearchInputClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_search_input_dispose;

  /* What the reader sees in the entry has changed; at most once in a turn of the main loop. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* The reader moves through the results, by so many rows. */
  signals[SIGNAL_MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);

  /* The reader wants the selected result. */
  signals[SIGNAL_ACTIVATE]
      = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* The reader leaves the entry, which is empty. */
  signals[SIGNAL_STOP]
      = g_signal_new ("stop", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cb_search_input_init (CbSearchInput *self)
{
}

/**
 * cb_search_input_new:
 * @entry: the search entry; it must outlive the use of the input
 *
 * Returns: (transfer full): what is typed into @entry
 */
CbSearchInput *
cb_search_input_new (GtkSearchEntry *entry)
{
  GtkEventController *keys;
  CbSearchInput *self;

  g_return_val_if_fail (GTK_IS_SEARCH_ENTRY (entry), NULL);

  self = g_object_new (CB_TYPE_SEARCH_INPUT, NULL);
  self->entry = entry;
  self->typed = cb_typed_text_new (get_text_widget (self));
  g_signal_connect_object (self->typed, "notify::text", G_CALLBACK (text_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), self,
                           G_CONNECT_SWAPPED);
  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);

  return self;
}

/**
 * cb_search_input_get_text:
 * @self: an input
 *
 * Returns: (transfer none): what is typed, without what is still being composed
 */
const char *
cb_search_input_get_text (CbSearchInput *self)
{
  g_return_val_if_fail (CB_IS_SEARCH_INPUT (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * cb_search_input_set_text:
 * @self: an input
 * @text: what to search for
 *
 * Changes what is typed, and says so at once.
 */
void
cb_search_input_set_text (CbSearchInput *self, const char *text)
{
  g_return_if_fail (CB_IS_SEARCH_INPUT (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  cb_typed_text_flush (self->typed);
}

/**
 * cb_search_input_get_shown_text:
 * @self: an input
 *
 * Returns: (transfer none): what the reader sees, with what is still being composed
 */
const char *
cb_search_input_get_shown_text (CbSearchInput *self)
{
  g_return_val_if_fail (CB_IS_SEARCH_INPUT (self), NULL);

  return cb_typed_text_get_text (self->typed);
}

/**
 * cb_search_input_focus:
 * @self: an input
 *
 * Moves the keyboard's focus to the entry and selects its text.
 */
void
cb_search_input_focus (CbSearchInput *self)
{
  g_return_if_fail (CB_IS_SEARCH_INPUT (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * cb_search_input_forward_key:
 * @self: an input
 * @controller: who received a key that nobody wanted
 * @anew: whether the key begins a new text
 *
 * Types that key. The text field gets the event itself, so that its input method sees it.
 *
 * Returns: whether the key was used
 */
gboolean
cb_search_input_forward_key (CbSearchInput *self, GtkEventControllerKey *controller, gboolean anew)
{
  GtkText *text;

  g_return_val_if_fail (CB_IS_SEARCH_INPUT (self), FALSE);

  text = get_text_widget (self);
  gtk_text_grab_focus_without_selecting (text);
  gtk_editable_select_region (GTK_EDITABLE (text), anew ? 0 : -1, -1);

  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}
