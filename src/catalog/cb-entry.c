/* cb-entry.c: one entry of the catalog, immutable */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-entry-private.h"

struct _CbEntry
{
  GObject parent_instance;

  CbEntryData data;
  CbStore *store;
  const char *token; /* what stands after the colon of the id */
  int number;        /* -1 where the entry is no status code */
};

G_DEFINE_FINAL_TYPE (CbEntry, cb_entry, G_TYPE_OBJECT)

static void
cb_entry_finalize (GObject *object)
{
  CbEntry *self = CB_ENTRY (object);

  g_clear_pointer (&self->store, cb_store_unref);

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

/* Makes an entry of what the reader has checked; the entry keeps a reference to the store. */
CbEntry *
cb_entry_new (const CbEntryData *data,
              CbStore           *store)
{
  CbEntry *self = g_object_new (CB_TYPE_ENTRY, NULL);

  self->data = *data;
  self->store = cb_store_ref (store);
  self->token = strchr (data->id, ':') + 1;
  self->number = data->kind == CB_ENTRY_STATUS ? atoi (self->token) : -1;

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

  return self->data.kind;
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

  return self->data.id;
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

  return &self->data.title;
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

  title = self->data.title.in[language];

  switch (self->data.kind)
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

  return &self->data.summary;
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

  return self->data.state;
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

  return self->data.deprecated;
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

  return self->data.expires;
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

  return self->data.reviewed;
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

  return self->data.group_id;
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

  *n_items = self->data.n_items[part];

  return self->data.items[part];
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
