/* cb-result.c: a hit of a search as an item of a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-result-private.h"

/**
 * CbResult:
 *
 * A hit as an item of a list. As long as an entry stays among the hits, its result is the same
 * object, so that a row that stays needs nothing done; why it matched may change, and is then
 * notified.
 */
struct _CbResult
{
  GObject parent_instance;

  /* owned */
  CbEntry *entry;

  CbMatchField field;
  CbMatchKind kind;
  guint group_size;
};

typedef enum
{
  PROP_ENTRY = 1,
  PROP_FIELD,
  PROP_KIND,
  PROP_GROUP_SIZE,
} CbResultProps;

static GParamSpec *properties[PROP_GROUP_SIZE + 1];

G_DEFINE_FINAL_TYPE (CbResult, cb_result, G_TYPE_OBJECT)

static void
cb_result_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CbResult *self = CB_RESULT (object);

  switch ((CbResultProps)id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_FIELD:
      g_value_set_uint (value, self->field);
      break;
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_GROUP_SIZE:
      g_value_set_uint (value, self->group_size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cb_result_finalize (GObject *object)
{
  g_clear_object (&CB_RESULT (object)->entry);

  G_OBJECT_CLASS (cb_result_parent_class)->finalize (object);
}

static void
cb_result_class_init (CbResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cb_result_get_property;
  object_class->finalize = cb_result_finalize;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, CB_TYPE_ENTRY, flags);
  properties[PROP_FIELD] = g_param_spec_uint ("field", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_GROUP_SIZE]
      = g_param_spec_uint ("group-size", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cb_result_init (CbResult *self)
{
}

/*
 * cb_result_new:
 * @hit: a hit
 *
 * Returns: (transfer full): a result that is of no group yet
 */
CbResult *
cb_result_new (const CbHit *hit)
{
  CbResult *self = g_object_new (CB_TYPE_RESULT, NULL);

  self->entry = g_object_ref (hit->entry);
  self->field = hit->field;
  self->kind = hit->kind;

  return self;
}

/*
 * cb_result_update:
 * @self: a result
 * @hit: another hit of the same entry
 *
 * Takes over why the entry was found.
 */
void
cb_result_update (CbResult *self, const CbHit *hit)
{
  gboolean field_changed = self->field != hit->field;
  gboolean kind_changed = self->kind != hit->kind;

  self->field = hit->field;
  self->kind = hit->kind;
  if (field_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIELD]);
  if (kind_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

/*
 * cb_result_set_group_size:
 * @self: a result
 * @size: how many results are of its group
 */
void
cb_result_set_group_size (CbResult *self, guint size)
{
  if (self->group_size == size)
    return;

  self->group_size = size;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP_SIZE]);
}

/**
 * cb_result_get_entry:
 * @self: a result
 *
 * Returns: (transfer none): the entry that was found
 */
CbEntry *
cb_result_get_entry (CbResult *self)
{
  g_return_val_if_fail (CB_IS_RESULT (self), NULL);

  return self->entry;
}

/**
 * cb_result_get_field:
 * @self: a result
 *
 * Returns: where the query matched best
 */
CbMatchField
cb_result_get_field (CbResult *self)
{
  g_return_val_if_fail (CB_IS_RESULT (self), CB_MATCH_FIELD_TEXT);

  return self->field;
}

/**
 * cb_result_get_kind:
 * @self: a result
 *
 * Returns: how it did
 */
CbMatchKind
cb_result_get_kind (CbResult *self)
{
  g_return_val_if_fail (CB_IS_RESULT (self), CB_MATCH_TEXT);

  return self->kind;
}

/**
 * cb_result_get_group_size:
 * @self: a result
 *
 * A view that shows only the first of many results still has to tell how many there are.
 *
 * Returns: how many results are of the same group of the catalog, this one among them
 */
guint
cb_result_get_group_size (CbResult *self)
{
  g_return_val_if_fail (CB_IS_RESULT (self), 0);

  return self->group_size;
}
