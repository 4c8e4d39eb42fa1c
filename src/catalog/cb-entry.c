/* cb-entry.c: one entry of the catalog, immutable */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-entry-private.h"
#include "cb-item.h"

struct _CbEntry
{
  GObject parent_instance;

  /* owned */
  CbImage *image;
  CbItem *items; /* of all parts, and below them; NULL until somebody asks */

  /* of the image */
  const CbImageEntry *record;
  const char *id;
  const char *token; /* what stands after the colon of the id */
  CbText title;      /* empty until somebody asks, as is the summary */
  CbText summary;

  const CbItem *parts[CB_N_PARTS];
  int number; /* -1 where the entry is no status code */
};

G_DEFINE_FINAL_TYPE (CbEntry, cb_entry, G_TYPE_OBJECT)

static gsize
count_items (CbImage      *image,
             CbImageSlice  slice)
{
  const CbImageItem *records = cb_image_get_table (image, CB_IMAGE_ITEMS);
  gsize n_items = slice.count;

  for (guint32 i = 0; i < slice.count; i++)
    n_items += count_items (image, records[slice.first + i].items);

  return n_items;
}

/* Fills the items of a slice from *@next on, their children behind them. */
static const CbItem *
fill_items (CbImage       *image,
            CbImageSlice   slice,
            CbItem       **next)
{
  const CbImageItem *records = cb_image_get_table (image, CB_IMAGE_ITEMS);
  CbItem *first = *next;

  *next += slice.count;
  for (guint32 i = 0; i < slice.count; i++)
    {
      const CbImageItem *record = &records[slice.first + i];
      CbItem *item = &first[i];

      item->kind = record->kind;
      item->language = record->language;
      item->flag = record->flag != 0;
      item->text = cb_image_get_text (image, record->text);
      item->name = cb_image_get_string (image, record->name);
      item->value = cb_image_get_string (image, record->value);
      item->code = cb_image_get_string (image, record->code);
      item->target = cb_image_get_string (image, record->target);
      item->source = cb_image_get_string (image, record->source);
      item->section = cb_image_get_string (image, record->section);
      item->year = cb_image_get_string (image, record->year);
      item->since = cb_image_get_string (image, record->since);
      item->until = cb_image_get_string (image, record->until);
      item->deprecated = cb_image_get_string (image, record->deprecated);
      item->n_items = record->items.count;
      item->items = fill_items (image, record->items, next);
    }

  return slice.count > 0 ? first : NULL;
}

static void
ensure_items (CbEntry *self)
{
  gsize n_items = 0;
  CbItem *next;

  if (self->items != NULL)
    return;

  for (guint i = 0; i < CB_N_PARTS; i++)
    n_items += count_items (self->image, self->record->items[i]);

  self->items = next = g_new0 (CbItem, n_items + 1);
  for (guint i = 0; i < CB_N_PARTS; i++)
    self->parts[i] = fill_items (self->image, self->record->items[i], &next);
}

static void
cb_entry_finalize (GObject *object)
{
  CbEntry *self = CB_ENTRY (object);

  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->image, cb_image_unref);

  G_OBJECT_CLASS (cb_entry_parent_class)->finalize (object);
}

static void
cb_entry_class_init (CbEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cb_entry_finalize;
}

static void
cb_entry_init (CbEntry *self)
{
}

/* Makes an entry of a record; the entry keeps a reference to the image. An id without a colon is its own token. */
CbEntry *
cb_entry_new (CbImage            *image,
              const CbImageEntry *record)
{
  CbEntry *self = g_object_new (CB_TYPE_ENTRY, NULL);
  const char *colon;

  self->image = cb_image_ref (image);
  self->record = record;
  self->id = cb_image_get_string (image, record->id);

  colon = strchr (self->id, ':');
  self->token = colon != NULL ? colon + 1 : self->id;
  self->number = -1;
  if (record->kind == CB_ENTRY_STATUS)
    self->number = (int) MIN (g_ascii_strtoull (self->token, NULL, 10), G_MAXINT);

  return self;
}

/**
 * cb_entry_get_kind:
 * @self: an entry
 *
 * Returns: what the entry is about
 */
CbEntryKind
cb_entry_get_kind (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), CB_ENTRY_CLASS);

  return self->record->kind;
}

/**
 * cb_entry_get_id:
 * @self: an entry
 *
 * Returns: (transfer none): the id, such as "status:404"; it never changes from version to version
 */
const char *
cb_entry_get_id (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), NULL);

  return self->id;
}

/**
 * cb_entry_get_number:
 * @self: an entry
 *
 * Returns: the status code, 0 to 999, or -1 where the entry is no status code
 */
int
cb_entry_get_number (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), -1);

  return self->number;
}

/**
 * cb_entry_get_token:
 * @self: an entry
 *
 * What stands after the kind in the id: "404", "4xx", "GET", "401-vs-403".
 *
 * Returns: (transfer none): the token
 */
const char *
cb_entry_get_token (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), NULL);

  return self->token;
}

/**
 * cb_entry_get_title:
 * @self: an entry
 *
 * The reason phrase of a status code, the token of a method with what it does in Korean, else the title.
 *
 * Returns: (transfer none): the title
 */
const CbText *
cb_entry_get_title (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), NULL);

  if (cb_text_is_empty (&self->title))
    self->title = cb_image_get_text (self->image, self->record->title);

  return &self->title;
}

/**
 * cb_entry_dup_name:
 * @self: an entry
 * @language: a language
 *
 * What the entry is called in a sentence: "404 Not Found", "4xx Client Error", "GET 조회", or the title alone.
 *
 * Returns: (transfer full): the name
 */
char *
cb_entry_dup_name (CbEntry    *self,
                   CbLanguage  language)
{
  const char *title;

  g_return_val_if_fail (CB_IS_ENTRY (self), NULL);
  g_return_val_if_fail ((guint) language < CB_N_LANGUAGES, NULL);

  title = cb_entry_get_title (self)->in[language];

  switch ((CbEntryKind) self->record->kind)
    {
    case CB_ENTRY_CLASS:
    case CB_ENTRY_STATUS:
    case CB_ENTRY_METHOD:
      if (strcmp (self->token, title) != 0)
        return g_strconcat (self->token, " ", title, NULL);
      G_GNUC_FALLTHROUGH;

    case CB_ENTRY_GUIDE:
    case CB_ENTRY_SITUATION:
    default:
      return g_strdup (title);
    }
}

/**
 * cb_entry_get_summary:
 * @self: an entry
 *
 * Returns: (transfer none): one sentence that says what it is
 */
const CbText *
cb_entry_get_summary (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), NULL);

  if (cb_text_is_empty (&self->summary))
    self->summary = cb_image_get_text (self->image, self->record->summary);

  return &self->summary;
}

/**
 * cb_entry_get_state:
 * @self: an entry
 *
 * Returns: how it stands in the registry
 */
CbEntryState
cb_entry_get_state (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), CB_STATE_NONE);

  return self->record->state;
}

/**
 * cb_entry_get_deprecated:
 * @self: an entry
 *
 * Returns: whether its specification, or a later one, advises against its use
 */
gboolean
cb_entry_get_deprecated (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), FALSE);

  return self->record->deprecated != 0;
}

/**
 * cb_entry_get_expires:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the day, as YYYY-MM-DD, on which a temporary registration ends
 */
const char *
cb_entry_get_expires (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), NULL);

  return cb_image_get_string (self->image, self->record->expires);
}

/**
 * cb_entry_get_reviewed:
 * @self: an entry
 *
 * Returns: (transfer none): the day, as YYYY-MM-DD, on which its texts were last checked
 */
const char *
cb_entry_get_reviewed (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), NULL);

  return cb_image_get_string (self->image, self->record->reviewed);
}

/**
 * cb_entry_get_group_id:
 * @self: an entry
 *
 * Returns: (transfer none): the id of the group that it belongs to
 */
const char *
cb_entry_get_group_id (CbEntry *self)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), NULL);

  return cb_image_get_string (self->image, self->record->group_id);
}

/**
 * cb_entry_get_items:
 * @self: an entry
 * @part: one of its parts
 * @n_items: (out): how many items the part has
 *
 * Returns: (transfer none) (nullable) (array length=n_items): the items in the order of the catalog, %NULL where the
 *   entry does not have the part
 */
const CbItem *
cb_entry_get_items (CbEntry *self,
                    CbPart   part,
                    gsize   *n_items)
{
  g_return_val_if_fail (CB_IS_ENTRY (self), NULL);
  g_return_val_if_fail ((guint) part < CB_N_PARTS, NULL);
  g_return_val_if_fail (n_items != NULL, NULL);

  ensure_items (self);
  *n_items = self->record->items[part].count;

  return self->parts[part];
}

/**
 * cb_entry_kind_get_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in the catalog and in ids
 */
const char *
cb_entry_kind_get_nick (CbEntryKind kind)
{
  static const char *const nicks[] = {
    [CB_ENTRY_CLASS] = "class",
    [CB_ENTRY_STATUS] = "status",
    [CB_ENTRY_METHOD] = "method",
    [CB_ENTRY_GUIDE] = "guide",
    [CB_ENTRY_SITUATION] = "situation",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

/**
 * cb_entry_state_get_nick:
 * @state: a state
 *
 * Returns: (transfer none) (nullable): its name in the catalog, %NULL for %CB_STATE_NONE
 */
const char *
cb_entry_state_get_nick (CbEntryState state)
{
  static const char *const nicks[] = {
    [CB_STATE_NONE] = NULL,
    [CB_STATE_PERMANENT] = "permanent",
    [CB_STATE_TEMPORARY] = "temporary",
    [CB_STATE_OBSOLETED] = "obsoleted",
    [CB_STATE_UNUSED] = "unused",
    [CB_STATE_RESERVED] = "reserved",
    [CB_STATE_UNOFFICIAL] = "unofficial",
    [CB_STATE_NOT_A_STATUS] = "not-a-status",
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (nicks), NULL);

  return nicks[state];
}
