/* cb-history.c: the pages that were shown, back and forward */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-history.h"

/* So many pages back are kept. */
#define MAX_PLACES 200

typedef struct
{
  char *id; /* NULL is the start page */
  double scroll;
  gboolean from_list;
} CbPlace;

struct _CbHistory
{
  GObject parent_instance;

  /* owned */
  GArray *places;

  guint position;
};

G_DEFINE_FINAL_TYPE (CbHistory, cb_history, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_CAN_BACK,
  PROP_CAN_FORWARD,
} CbHistoryProps;

static GParamSpec *properties[PROP_CAN_FORWARD + 1];

static CbPlace *
get_place (CbHistory *self)
{
  return &g_array_index (self->places, CbPlace, self->position);
}

static void
clear_place (gpointer data)
{
  CbPlace *place = data;

  g_clear_pointer (&place->id, g_free);
}

static void
append_place (CbHistory *self, const char *id)
{
  CbPlace place = { .id = g_strdup (id) };

  g_array_append_val (self->places, place);
}

static void
move (CbHistory *self, guint position)
{
  gboolean could_back = cb_history_get_can_back (self);
  gboolean could_forward = cb_history_get_can_forward (self);

  self->position = position;

  if (could_back != cb_history_get_can_back (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_BACK]);
  if (could_forward != cb_history_get_can_forward (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_FORWARD]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

static void
cb_history_finalize (GObject *object)
{
  CbHistory *self = CB_HISTORY (object);

  g_array_unref (self->places);

  G_OBJECT_CLASS (cb_history_parent_class)->finalize (object);
}

static void
cb_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CbHistory *self = CB_HISTORY (object);

  switch ((CbHistoryProps)prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, cb_history_get_id (self));
      break;
    case PROP_CAN_BACK:
      g_value_set_boolean (value, cb_history_get_can_back (self));
      break;
    case PROP_CAN_FORWARD:
      g_value_set_boolean (value, cb_history_get_can_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cb_history_class_init (CbHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = cb_history_finalize;
  object_class->get_property = cb_history_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_CAN_BACK] = g_param_spec_boolean ("can-back", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_FORWARD] = g_param_spec_boolean ("can-forward", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cb_history_init (CbHistory *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (CbPlace));
  g_array_set_clear_func (self->places, clear_place);
  append_place (self, NULL);
}

/**
 * cb_history_new:
 *
 * Returns: (transfer full): a history that has seen the start page
 */
CbHistory *
cb_history_new (void)
{
  return g_object_new (CB_TYPE_HISTORY, NULL);
}

/**
 * cb_history_get_id:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the id of the entry that is shown, NULL for the start page
 */
const char *
cb_history_get_id (CbHistory *self)
{
  g_return_val_if_fail (CB_IS_HISTORY (self), NULL);

  return get_place (self)->id;
}

/**
 * cb_history_get_can_back:
 * @self: a history
 *
 * Returns: whether there is a page before this one
 */
gboolean
cb_history_get_can_back (CbHistory *self)
{
  g_return_val_if_fail (CB_IS_HISTORY (self), FALSE);

  return self->position > 0;
}

/**
 * cb_history_get_can_forward:
 * @self: a history
 *
 * Returns: whether there is a page after this one
 */
gboolean
cb_history_get_can_forward (CbHistory *self)
{
  g_return_val_if_fail (CB_IS_HISTORY (self), FALSE);

  return self->position + 1 < self->places->len;
}

/**
 * cb_history_get_scroll:
 * @self: a history
 *
 * Returns: how far down the page was scrolled when it was left
 */
double
cb_history_get_scroll (CbHistory *self)
{
  g_return_val_if_fail (CB_IS_HISTORY (self), 0);

  return get_place (self)->scroll;
}

/**
 * cb_history_set_scroll:
 * @self: a history
 * @scroll: how far down the page is scrolled
 *
 * Remembers the reader's place in the page that is shown.
 */
void
cb_history_set_scroll (CbHistory *self, double scroll)
{
  g_return_if_fail (CB_IS_HISTORY (self));

  get_place (self)->scroll = scroll;
}

/**
 * cb_history_get_from_list:
 * @self: a history
 *
 * Returns: whether the reader came to the page from the list alone
 */
gboolean
cb_history_get_from_list (CbHistory *self)
{
  g_return_val_if_fail (CB_IS_HISTORY (self), FALSE);

  return get_place (self)->from_list;
}

/**
 * cb_history_set_from_list:
 * @self: a history
 * @from_list: whether the reader came to the page that is shown from the list alone
 *
 * Remembers what was on the screen before the page.
 */
void
cb_history_set_from_list (CbHistory *self, gboolean from_list)
{
  g_return_if_fail (CB_IS_HISTORY (self));

  get_place (self)->from_list = from_list;
}

/**
 * cb_history_visit:
 * @self: a history
 * @id: (nullable): the id of an entry, NULL for the start page
 *
 * Goes to a page. What was ahead is forgotten.
 *
 * Returns: whether that is another page than the one shown
 */
gboolean
cb_history_visit (CbHistory *self, const char *id)
{
  guint n_ahead;

  g_return_val_if_fail (CB_IS_HISTORY (self), FALSE);

  if (g_strcmp0 (get_place (self)->id, id) == 0)
    return FALSE;

  n_ahead = self->places->len - self->position - 1;
  if (n_ahead > 0)
    {
      g_array_set_size (self->places, self->position + 1);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_FORWARD]);
    }
  append_place (self, id);
  if (self->places->len > MAX_PLACES)
    {
      g_array_remove_index (self->places, 0);
      self->position--;
    }
  move (self, self->places->len - 1);

  return TRUE;
}

/**
 * cb_history_back:
 * @self: a history
 *
 * Returns: whether there was a page to go back to
 */
gboolean
cb_history_back (CbHistory *self)
{
  g_return_val_if_fail (CB_IS_HISTORY (self), FALSE);

  if (!cb_history_get_can_back (self))
    return FALSE;
  move (self, self->position - 1);

  return TRUE;
}

/**
 * cb_history_forward:
 * @self: a history
 *
 * Returns: whether there was a page to go forward to
 */
gboolean
cb_history_forward (CbHistory *self)
{
  g_return_val_if_fail (CB_IS_HISTORY (self), FALSE);

  if (!cb_history_get_can_forward (self))
    return FALSE;
  move (self, self->position + 1);

  return TRUE;
}
