/* cb-typed-text.c: what stands in a text field, with what is still being composed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-typed-text.h"

struct _CbTypedText
{
  GObject parent_instance;

  /* owned */
  char *text;
  char *preedit;

  /* borrowed: outlives this object, or has it disposed of */
  GtkText *widget;

  guint source_id;
};

G_DEFINE_FINAL_TYPE (CbTypedText, cb_typed_text, G_TYPE_OBJECT)

typedef enum
{
  PROP_TEXT = 1,
} CbTypedTextProps;

static GParamSpec *properties[PROP_TEXT + 1];

static char *
dup_shown_text (CbTypedText *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->widget));
  const char *cursor;
  int position;

  if (self->preedit == NULL || self->preedit[0] == '\0')
    return g_strdup (text);

  position = gtk_editable_get_position (GTK_EDITABLE (self->widget));
  cursor = g_utf8_offset_to_pointer (text, position);

  return g_strdup_printf ("%.*s%s%s", (int)(cursor - text), text, self->preedit, cursor);
}

static gboolean
update_cb (gpointer data)
{
  CbTypedText *self = data;

  self->source_id = 0;
  cb_typed_text_flush (self);

  return G_SOURCE_REMOVE;
}

/* At each syllable GTK first empties the preedit and then changes the text. A look in between would
 * see neither, so the text is taken when all that arrived is handled, and still before the next
 * frame is drawn. */
static void
queue_update (CbTypedText *self)
{
  if (self->source_id == 0)
    self->source_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
changed_cb (CbTypedText *self)
{
  queue_update (self);
}

static void
preedit_changed_cb (CbTypedText *self, const char *preedit)
{
  g_set_str (&self->preedit, preedit);
  queue_update (self);
}

static void
cb_typed_text_dispose (GObject *object)
{
  CbTypedText *self = CB_TYPED_TEXT (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_weak_pointer (&self->widget);

  G_OBJECT_CLASS (cb_typed_text_parent_class)->dispose (object);
}

static void
cb_typed_text_finalize (GObject *object)
{
  CbTypedText *self = CB_TYPED_TEXT (object);

  g_free (self->text);
  g_free (self->preedit);

  G_OBJECT_CLASS (cb_typed_text_parent_class)->finalize (object);
}

static void
cb_typed_text_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CbTypedText *self = CB_TYPED_TEXT (object);

  switch ((CbTypedTextProps)prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cb_typed_text_class_init (CbTypedTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cb_typed_text_dispose;
  object_class->finalize = cb_typed_text_finalize;
  object_class->get_property = cb_typed_text_get_property;

  /* What the reader sees in the field. */
  properties[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cb_typed_text_init (CbTypedText *self)
{
  self->text = g_strdup ("");
}

/**
 * cb_typed_text_new:
 * @widget: the text field
 *
 * Follows a text field. `notify::text` comes at most once in a turn of the main loop.
 *
 * Returns: (transfer full): the text of @widget, with the preedit inserted at the cursor
 */
CbTypedText *
cb_typed_text_new (GtkText *widget)
{
  CbTypedText *self;

  g_return_val_if_fail (GTK_IS_TEXT (widget), NULL);

  self = g_object_new (CB_TYPE_TYPED_TEXT, NULL);
  g_set_weak_pointer (&self->widget, widget);
  g_set_str (&self->text, gtk_editable_get_text (GTK_EDITABLE (widget)));
  g_signal_connect_object (widget, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * cb_typed_text_get_text:
 * @self: a typed text
 *
 * Returns: (transfer none): what the reader sees in the field
 */
const char *
cb_typed_text_get_text (CbTypedText *self)
{
  g_return_val_if_fail (CB_IS_TYPED_TEXT (self), NULL);

  return self->text;
}

/**
 * cb_typed_text_flush:
 * @self: a typed text
 *
 * Takes the text now, for who cannot wait for the end of this turn of the main loop.
 */
void
cb_typed_text_flush (CbTypedText *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CB_IS_TYPED_TEXT (self));

  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->widget == NULL)
    return;

  text = dup_shown_text (self);
  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
