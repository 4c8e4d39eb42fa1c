/* cb-facts.c: how an entry's plain facts are shown: symbol, tint, state, name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-facts.h"

typedef struct
{
  const char *style_class;
  const char *symbol;
  const char *class_id;
} CbLook;

static const CbLook class_looks[] = {
  { "cb-other", "cb-other-symbolic", NULL },    { "cb-1xx", "cb-1xx-symbolic", "class:1xx" },
  { "cb-2xx", "cb-2xx-symbolic", "class:2xx" }, { "cb-3xx", "cb-3xx-symbolic", "class:3xx" },
  { "cb-4xx", "cb-4xx-symbolic", "class:4xx" }, { "cb-5xx", "cb-5xx-symbolic", "class:5xx" },
};

static const CbLook method_look = { "cb-method", "cb-method-symbolic", NULL };
static const CbLook guide_look = { "cb-guide", "cb-guide-symbolic", NULL };
static const CbLook situation_look = { "cb-situation", "cb-situation-symbolic", NULL };

static const CbLook *
get_look (CbEntry *entry)
{
  int first = 0;

  switch (cb_entry_get_kind (entry))
    {
    case CB_ENTRY_CLASS:
      first = cb_entry_get_token (entry)[0] - '0';
      break;
    case CB_ENTRY_STATUS:
      first = cb_entry_get_number (entry) / 100;
      break;
    case CB_ENTRY_METHOD:
      return &method_look;
    case CB_ENTRY_GUIDE:
      return &guide_look;
    case CB_ENTRY_SITUATION:
      return &situation_look;
    default:
      g_assert_not_reached ();
    }

  return &class_looks[first >= 1 && first <= 5 ? first : 0];
}

/**
 * cb_facts_get_style_class:
 * @entry: an entry
 *
 * Returns: (transfer none): the style class that gives its tint
 */
const char *
cb_facts_get_style_class (CbEntry *entry)
{
  g_return_val_if_fail (CB_IS_ENTRY (entry), NULL);

  return get_look (entry)->style_class;
}

/**
 * cb_facts_get_symbol:
 * @entry: an entry
 *
 * Returns: (transfer none): the name of the icon that says of what class it is
 */
const char *
cb_facts_get_symbol (CbEntry *entry)
{
  g_return_val_if_fail (CB_IS_ENTRY (entry), NULL);

  return get_look (entry)->symbol;
}

/**
 * cb_facts_get_class:
 * @catalog: the catalog
 * @entry: an entry of it
 *
 * Returns: (transfer none) (nullable): the name of the class that a status code is of
 */
const CbText *
cb_facts_get_class (CbCatalog *catalog, CbEntry *entry)
{
  CbEntry *class_entry;
  const char *id;

  g_return_val_if_fail (CB_IS_ENTRY (entry), NULL);

  id = cb_entry_get_kind (entry) == CB_ENTRY_STATUS ? get_look (entry)->class_id : NULL;
  class_entry = id != NULL ? cb_catalog_lookup (catalog, id) : NULL;

  return class_entry != NULL ? cb_entry_get_title (class_entry) : NULL;
}

/**
 * cb_facts_get_state:
 * @catalog: the catalog
 * @entry: an entry of it
 * @symbol: (out) (optional): the name of an icon that says the same
 *
 * Returns: (transfer none) (nullable): how the entry stands, NULL for what is registered and in
 * good use, and for what is not registered at all by its nature
 */
const CbText *
cb_facts_get_state (CbCatalog *catalog, CbEntry *entry, const char **symbol)
{
  g_autofree char *label = NULL;
  const char *nick, *icon;

  g_return_val_if_fail (CB_IS_ENTRY (entry), NULL);

  if (symbol != NULL)
    *symbol = NULL;

  switch (cb_entry_get_state (entry))
    {
    case CB_STATE_NONE:
    case CB_STATE_PERMANENT:
      if (!cb_entry_get_deprecated (entry))
        return NULL;
      nick = "deprecated";
      icon = "cb-deprecated-symbolic";
      break;
    case CB_STATE_TEMPORARY:
      nick = "temporary";
      icon = "cb-temporary-symbolic";
      break;
    case CB_STATE_OBSOLETED:
      nick = "obsoleted";
      icon = "cb-deprecated-symbolic";
      break;
    case CB_STATE_UNUSED:
      nick = "unused";
      icon = "cb-unused-symbolic";
      break;
    case CB_STATE_RESERVED:
      nick = "reserved";
      icon = "cb-unused-symbolic";
      break;
    case CB_STATE_UNOFFICIAL:
      nick = "unofficial";
      icon = "cb-unofficial-symbolic";
      break;
    case CB_STATE_NOT_A_STATUS:
      nick = "not-a-status";
      icon = "cb-unofficial-symbolic";
      break;
    default:
      g_return_val_if_reached (NULL);
    }

  if (symbol != NULL)
    *symbol = icon;
  label = g_strconcat ("state:", nick, NULL);

  return cb_catalog_get_label (catalog, label);
}

/**
 * cb_facts_get_reason:
 * @kind: how a query matched
 *
 * Returns: (transfer none) (nullable): a word that says so, where a reader would wonder
 */
const char *
cb_facts_get_reason (CbMatchKind kind)
{
  switch (kind)
    {
    case CB_MATCH_INITIALS:
      /* Translators: a result was found by the initial consonants of its Korean name; on a small
       * chip */
      return C_ ("found by", "Initials");
    case CB_MATCH_KEYBOARD:
      /* Translators: a result was found by reading the query as typed with the other keyboard
       * layout; on a small chip */
      return C_ ("found by", "Keyboard");
    case CB_MATCH_TYPO:
      /* Translators: a result was found in spite of a typing error; on a small chip */
      return C_ ("found by", "Similar");
    case CB_MATCH_SPOKEN:
      /* Translators: a result was found by its number written as it is spoken; on a small chip */
      return C_ ("found by", "Spoken");
    case CB_MATCH_EXACT:
    case CB_MATCH_PREFIX:
    case CB_MATCH_WORD:
    case CB_MATCH_TEXT:
    default:
      return NULL;
    }
}

/**
 * cb_facts_dup_description:
 * @catalog: the catalog
 * @entry: an entry of it
 * @first: the language to begin with
 * @reason: (nullable): why the entry was found
 *
 * Returns: (transfer full): name, other name, class and state, for who cannot see them
 */
char *
cb_facts_dup_description (CbCatalog *catalog, CbEntry *entry, CbLanguage first, const char *reason)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CbLanguage second = cb_language_other (first);
  const CbText *title, *class_name, *state;
  g_autofree char *name = NULL;

  g_return_val_if_fail (CB_IS_ENTRY (entry), NULL);

  title = cb_entry_get_title (entry);
  class_name = cb_facts_get_class (catalog, entry);
  state = cb_facts_get_state (catalog, entry, NULL);
  if (state == NULL && cb_entry_get_state (entry) == CB_STATE_PERMANENT)
    state = cb_catalog_get_label (catalog, "state:permanent");

  name = cb_entry_dup_name (entry, first);
  g_string_append (text, name);
  g_string_append_printf (text, ", %s", title->in[second]);
  if (class_name != NULL)
    g_string_append_printf (text, ", %s", class_name->in[first]);
  if (state != NULL)
    g_string_append_printf (text, ", %s", state->in[first]);
  if (reason != NULL)
    g_string_append_printf (text, ", %s", reason);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
