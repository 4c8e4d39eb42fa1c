/* cb-group.c: entries that are browsed together, as a list model */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-group-private.h"

struct _CbGroup
{
  GObject parent_instance;

  /* owned */
  GPtrArray *entries;
  CbImage *image;

  /* of the image */
  const char *id;
  CbText title;
};

static GType
cb_group_get_item_type (GListModel *model)
{
  return CB_TYPE_ENTRY;
}

static guint
cb_group_get_n_items (GListModel *model)
{
  return CB_GROUP (model)->entries->len;
}

static gpointer
cb_group_get_item (GListModel *model,
                   guint       position)
{
  CbGroup *self = CB_GROUP (model);

  if (position >= self->entries->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->entries, position));
}

static void
cb_group_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cb_group_get_item_type;
  iface->get_n_items = cb_group_get_n_items;
  iface->get_item = cb_group_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CbGroup, cb_group, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cb_group_list_model_init))

static void
cb_group_finalize (GObject *object)
{
  CbGroup *self = CB_GROUP (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->image, cb_image_unref);

  G_OBJECT_CLASS (cb_group_parent_class)->finalize (object);
}

static void
cb_group_class_init (CbGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cb_group_finalize;
}

static void
cb_group_init (CbGroup *self)
{
}

/* Makes a group of a record; @entries is shared, and never changed again. */
CbGroup *
cb_group_new (CbImage            *image,
              const CbImageGroup *record,
              GPtrArray          *entries)
{
  CbGroup *self = g_object_new (CB_TYPE_GROUP, NULL);

  self->image = cb_image_ref (image);
  self->id = cb_image_get_string (image, record->id);
  self->title = cb_image_get_text (image, record->title);
  self->entries = g_ptr_array_ref (entries);

  return self;
}

/**
 * cb_group_get_id:
 * @self: a group
 *
 * Returns: (transfer none): the id, such as "4xx"
 */
const char *
cb_group_get_id (CbGroup *self)
{
  g_return_val_if_fail (CB_IS_GROUP (self), NULL);

  return self->id;
}

/**
 * cb_group_get_title:
 * @self: a group
 *
 * Returns: (transfer none): what stands over its entries
 */
const CbText *
cb_group_get_title (CbGroup *self)
{
  g_return_val_if_fail (CB_IS_GROUP (self), NULL);

  return &self->title;
}
