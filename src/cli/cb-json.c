/* cb-json.c: entries as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-json.h"
#include "cb-output.h"

/* The member that a part goes into; properties become members of their own. */
static const char *const part_names[CB_N_PARTS] = {
  [CB_PART_FORMER_NAME] = "former_names",
  [CB_PART_OTHER_NAME] = "other_names",
  [CB_PART_SUMMARY] = NULL, /* told with the title */
  [CB_PART_ANSWER] = "answers",
  [CB_PART_DECIDING_QUESTION] = "deciding_question",
  [CB_PART_EXPLANATION] = "explanation",
  [CB_PART_ARTICLE] = "article",
  [CB_PART_FIGURE] = "figure",
  [CB_PART_WRONG_ANSWER] = "wrong_answers",
  [CB_PART_UNKNOWN_CODE] = "unknown_code",
  [CB_PART_SERVER] = "server",
  [CB_PART_CHECK_CLIENT] = "check_client",
  [CB_PART_CHECK_SERVER] = "check_server",
  [CB_PART_CHECK_OPERATOR] = "check_operator",
  [CB_PART_WHEN_TO_SEND] = "when_to_send",
  [CB_PART_WHEN_NOT_TO_SEND] = "when_not_to_send",
  [CB_PART_BEHAVIOR] = "behavior",
  [CB_PART_HEADER] = "headers",
  [CB_PART_EXAMPLE] = "example",
  [CB_PART_CONFUSED_WITH] = "confused_with",
  [CB_PART_SEE_ALSO] = "see_also",
  [CB_PART_MEANING] = "meanings",
  [CB_PART_CONSTANT] = "constants",
  [CB_PART_HISTORY] = "history",
  [CB_PART_SPEC] = "specs",
  [CB_PART_ALIAS] = "aliases",
};

static void add_items (JsonBuilder       *builder,
                       const CbItem      *items,
                       gsize              n_items,
                       const CbLanguages *languages);

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/**
 * cb_json_add_text:
 * @builder: a builder that waits for a value
 * @text: a text
 * @languages: which languages to give
 *
 * Adds an object with a member for each language.
 */
void
cb_json_add_text (JsonBuilder       *builder,
                  const CbText      *text,
                  const CbLanguages *languages)
{
  json_builder_begin_object (builder);
  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    {
      if (languages->both || i == languages->first)
        add_string (builder, cb_language_get_code (i), text->in[i]);
    }
  json_builder_end_object (builder);
}

static void
add_text (JsonBuilder       *builder,
          const char        *name,
          const CbText      *text,
          const CbLanguages *languages)
{
  if (cb_text_is_empty (text))
    return;

  json_builder_set_member_name (builder, name);
  cb_json_add_text (builder, text, languages);
}

static void
add_children (JsonBuilder       *builder,
              const char        *name,
              const CbItem      *item,
              const CbLanguages *languages)
{
  json_builder_set_member_name (builder, name);
  add_items (builder, item->items, item->n_items, languages);
}

static void
add_meaning (JsonBuilder       *builder,
             const CbItem      *meaning,
             const CbLanguages *languages)
{
  add_string (builder, "vendor", meaning->source);
  add_string (builder, "phrase", meaning->code);
  add_string (builder, "seen", meaning->value);

  for (gsize i = 0; i < meaning->n_items; i++)
    {
      const CbItem *item = &meaning->items[i];

      if (item->kind == CB_ITEM_SECTION)
        add_children (builder, strcmp (item->name, "meaning-text") == 0 ? "meaning" : item->name, item,
                      languages);
    }

  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < meaning->n_items; i++)
    {
      if (meaning->items[i].kind == CB_ITEM_SOURCE)
        json_builder_add_string_value (builder, meaning->items[i].code);
    }
  json_builder_end_array (builder);
}

/* What stands beside other things in an article says what it is. */
static void
add_typed (JsonBuilder       *builder,
           const char        *type,
           const CbItem      *item,
           const CbLanguages *languages)
{
  add_string (builder, "type", type);
  add_string (builder, "name", item->name);
  add_string (builder, "to", item->target);
  add_text (builder, "text", &item->text, languages);
  if (item->n_items > 0)
    add_children (builder, "items", item, languages);
}

static void
add_members (JsonBuilder       *builder,
             const CbItem      *item,
             const CbLanguages *languages)
{
  switch (item->kind)
    {
    case CB_ITEM_NAME:
      add_string (builder, "name", item->code);
      add_string (builder, "source", item->source);
      add_string (builder, "year", item->year);
      break;

    case CB_ITEM_ALIAS:
      add_string (builder, "lang", cb_language_get_code (item->language));
      add_string (builder, "words", item->code);
      break;

    case CB_ITEM_PROPERTY:
      add_string (builder, "name", item->name);
      add_string (builder, "value", item->value);
      add_text (builder, "reason", &item->text, languages);
      break;

    case CB_ITEM_HEADER:
      add_string (builder, "name", item->code);
      add_string (builder, "direction", item->name);
      add_string (builder, "role", item->value);
      add_string (builder, "spec", item->source);
      add_string (builder, "section", item->section);
      add_text (builder, "note", &item->text, languages);
      break;

    case CB_ITEM_SPEC:
      add_string (builder, "document", item->source);
      add_string (builder, "section", item->section);
      break;

    case CB_ITEM_LINK:
      add_string (builder, "id", item->target);
      add_text (builder, "text", &item->text, languages);
      add_flag (builder, "unusual", item->flag);
      break;

    case CB_ITEM_CONSTANT:
      add_string (builder, "library", item->name);
      add_string (builder, "name", item->code);
      add_flag (builder, "other", item->flag);
      add_string (builder, "since", item->since);
      add_string (builder, "until", item->until);
      add_string (builder, "deprecated", item->deprecated);
      break;

    case CB_ITEM_REQUEST:
      add_string (builder, "request", item->code);
      break;
    case CB_ITEM_RESPONSE:
      add_string (builder, "response", item->code);
      break;

    case CB_ITEM_MEANING:
      add_meaning (builder, item, languages);
      break;

    case CB_ITEM_FIGURE:
      add_typed (builder, "figure", item, languages);
      break;
    case CB_ITEM_PARTICIPANT:
      add_typed (builder, "participant", item, languages);
      break;
    case CB_ITEM_MESSAGE:
      add_typed (builder, "message", item, languages);
      add_flag (builder, "lost", item->flag);
      break;
    case CB_ITEM_REMARK:
      add_typed (builder, "remark", item, languages);
      break;
    case CB_ITEM_TABLE:
      add_typed (builder, "table", item, languages);
      break;
    case CB_ITEM_ROW:
      add_typed (builder, "row", item, languages);
      break;
    case CB_ITEM_HEADING:
      add_typed (builder, "heading", item, languages);
      break;

    /* Texts alone: told as the text itself, see add_item(). */
    case CB_ITEM_PARAGRAPH:
    case CB_ITEM_STEP:
    case CB_ITEM_CELL:
    case CB_ITEM_SECTION:
    case CB_ITEM_SOURCE:
    default:
      g_assert_not_reached ();
    }
}

static void
add_item (JsonBuilder       *builder,
          const CbItem      *item,
          const CbLanguages *languages)
{
  if (item->kind == CB_ITEM_PARAGRAPH || item->kind == CB_ITEM_STEP || item->kind == CB_ITEM_CELL)
    {
      cb_json_add_text (builder, &item->text, languages);
      return;
    }

  json_builder_begin_object (builder);
  add_members (builder, item, languages);
  json_builder_end_object (builder);
}

static void
add_items (JsonBuilder       *builder,
           const CbItem      *items,
           gsize              n_items,
           const CbLanguages *languages)
{
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_items; i++)
    add_item (builder, &items[i], languages);
  json_builder_end_array (builder);
}

/**
 * cb_json_add_entry:
 * @builder: a builder that waits for a value
 * @entry: an entry
 * @languages: which languages to give
 *
 * Adds an object with everything that the catalog says of the entry.
 */
void
cb_json_add_entry (JsonBuilder       *builder,
                   CbEntry           *entry,
                   const CbLanguages *languages)
{
  int number = cb_entry_get_number (entry);

  json_builder_begin_object (builder);
  add_string (builder, "id", cb_entry_get_id (entry));
  add_string (builder, "kind", cb_entry_kind_get_nick (cb_entry_get_kind (entry)));
  add_string (builder, "group", cb_entry_get_group_id (entry));
  if (number >= 0)
    {
      json_builder_set_member_name (builder, "number");
      json_builder_add_int_value (builder, number);
    }
  add_text (builder, "title", cb_entry_get_title (entry), languages);
  add_text (builder, "summary", cb_entry_get_summary (entry), languages);
  add_string (builder, "state", cb_entry_state_get_nick (cb_entry_get_state (entry)));
  if (cb_entry_get_kind (entry) == CB_ENTRY_STATUS)
    add_flag (builder, "deprecated", cb_entry_get_deprecated (entry));
  add_string (builder, "expires", cb_entry_get_expires (entry));
  add_string (builder, "reviewed", cb_entry_get_reviewed (entry));

  for (CbPart part = 0; part < CB_N_PARTS; part++)
    {
      gsize n_items;
      const CbItem *items = cb_entry_get_items (entry, part, &n_items);

      if (n_items == 0 || part_names[part] == NULL)
        continue;

      json_builder_set_member_name (builder, part_names[part]);
      add_items (builder, items, n_items, languages);
    }

  json_builder_end_object (builder);
}

/**
 * cb_json_print:
 * @builder: a builder that holds a whole document
 *
 * Prints the document, indented, with a line end at its end.
 */
void
cb_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  cb_output_print (text);
  cb_output_print ("\n");
}
