/* cb-block.c: an entry as a list of blocks, the one source of everything that shows an entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-block.h"

/* A block with the strings that were made for it. */
typedef struct
{
  CbBlock block;
  GPtrArray *owned;
} OwningBlock;

typedef struct
{
  CbCatalog *catalog;
  CbEntry *entry;
  GPtrArray *blocks;
  const char *section;
} Builder;

static void
owning_block_free (gpointer data)
{
  OwningBlock *owning = data;

  g_clear_pointer (&owning->owned, g_ptr_array_unref);
  g_free (owning);
}

static CbBlock *
add_block (Builder     *builder,
           CbBlockKind  kind)
{
  OwningBlock *owning = g_new0 (OwningBlock, 1);

  owning->block.kind = kind;
  owning->block.section = builder->section;
  g_ptr_array_add (builder->blocks, owning);

  return &owning->block;
}

static const char *
take_string (CbBlock *block,
             char    *string)
{
  OwningBlock *owning = (OwningBlock *) block;

  if (owning->owned == NULL)
    owning->owned = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (owning->owned, string);

  return string;
}

static const CbText *
get_label (Builder    *builder,
           const char *prefix,
           const char *id)
{
  g_autofree char *full_id = g_strconcat (prefix, ":", id, NULL);
  const CbText *label = cb_catalog_get_label (builder->catalog, full_id);

  if (label == NULL)
    {
      static const CbText none = { { "?", "?" } };

      g_critical ("The catalog has no label “%s”", full_id);
      return &none;
    }

  return label;
}

/* Fills the %s of a label. */
static CbText
fill_label (Builder    *builder,
            CbBlock    *block,
            const char *prefix,
            const char *id,
            const char *value)
{
  const CbText *label = get_label (builder, prefix, id);
  CbText filled;

  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    {
      g_auto (GStrv) parts = g_strsplit (label->in[i], "%s", -1);

      filled.in[i] = take_string (block, g_strjoinv (value, parts));
    }

  return filled;
}

static CbText
same_text (const char *string)
{
  return (CbText) { { string, string } };
}

static CbText
join_texts (CbBlock      *block,
            const CbText *first,
            const char   *separator,
            const CbText *second)
{
  CbText joined;

  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    joined.in[i] = take_string (block, g_strconcat (first->in[i], separator, second->in[i], NULL));

  return joined;
}

static void
add_heading (Builder    *builder,
             guint       level,
             const char *id)
{
  CbBlock *block;

  if (level == 1)
    builder->section = id;
  block = add_block (builder, CB_BLOCK_HEADING);
  block->level = level;
  block->title = *get_label (builder, "section", id);
}

static void
add_tag (Builder      *builder,
         const CbText *text)
{
  add_block (builder, CB_BLOCK_TAG)->text = *text;
}

static void
add_text (Builder      *builder,
          CbBlockKind   kind,
          const CbText *text)
{
  add_block (builder, kind)->text = *text;
}

/* "RFC9110" as people write it. */
static char *
dup_document_name (const char *document)
{
  if (g_str_has_prefix (document, "RFC"))
    return g_strconcat ("RFC ", document + strlen ("RFC"), NULL);

  return g_strdup (document);
}

static char *
dup_document_address (const char *document,
                      const char *section)
{
  g_autofree char *lower = g_ascii_strdown (document, -1);
  const char *folder = g_str_has_prefix (document, "RFC") ? "https://www.rfc-editor.org/rfc/"
                                                          : "https://datatracker.ietf.org/doc/html/";

  if (!g_ascii_isdigit (*section))
    return g_strconcat (folder, lower, NULL);

  return g_strconcat (folder, lower, "#section-", section, NULL);
}

/* "RFC 9110, section 15.5.5" */
static CbText
make_reference (Builder    *builder,
                CbBlock    *block,
                const char *document,
                const char *section)
{
  CbText name = same_text (take_string (block, dup_document_name (document)));
  CbText at = same_text (section);

  if (g_ascii_isdigit (*section))
    at = fill_label (builder, block, "remark", "section", section);

  return join_texts (block, &name, ", ", &at);
}

static void
add_name (Builder      *builder,
          const CbItem *item,
          const char   *label)
{
  CbBlock *block = add_block (builder, CB_BLOCK_PROPERTY);

  block->title = *get_label (builder, "property", label);
  block->value = same_text (item->code);
  block->code = item->code;
  if (item->source != NULL && item->year != NULL)
    block->text = same_text (take_string (block, g_strdup_printf ("%s, %s", item->source, item->year)));
  else if (item->source != NULL)
    block->text = same_text (item->source);
}

static void
add_property (Builder      *builder,
              const CbItem *item)
{
  CbBlock *block = add_block (builder, CB_BLOCK_PROPERTY);
  g_autofree char *value = g_strconcat (item->name, ":", item->value, NULL);

  block->name = item->name;
  block->title = *get_label (builder, "property", item->name);
  block->value = *get_label (builder, "value", value);
  block->text = item->text;
}

static void
add_header (Builder      *builder,
            const CbItem *item)
{
  CbBlock *block = add_block (builder, CB_BLOCK_PROPERTY);

  block->name = item->value;
  block->code = item->code;
  block->title = same_text (item->code);
  block->value = join_texts (block, get_label (builder, "role", item->value), " · ",
                             get_label (builder, "direction", item->name));
  block->text = item->text;
}

static void
add_constant (Builder      *builder,
              const CbItem *item)
{
  CbBlock *block = add_block (builder, CB_BLOCK_CODE);
  CbText remarks[3];
  guint n_remarks = 0;

  block->name = item->name;
  block->code = item->code;
  block->title = *get_label (builder, "library", item->name);

  if (item->since != NULL)
    remarks[n_remarks++] = fill_label (builder, block, "remark", "since", item->since);
  if (item->until != NULL)
    remarks[n_remarks++] = fill_label (builder, block, "remark", "until", item->until);
  if (g_strcmp0 (item->deprecated, "yes") == 0)
    remarks[n_remarks++] = *get_label (builder, "remark", "deprecated");
  else if (item->deprecated != NULL)
    remarks[n_remarks++] = fill_label (builder, block, "remark", "deprecated-since", item->deprecated);

  for (guint i = 0; i < n_remarks; i++)
    block->text = i == 0 ? remarks[0] : join_texts (block, &block->text, ", ", &remarks[i]);
}

static void
add_link (Builder      *builder,
          const CbItem *item)
{
  CbEntry *entry = cb_catalog_lookup (builder->catalog, item->target);
  CbBlock *block = add_block (builder, CB_BLOCK_LINK);

  block->target = item->target;
  block->text = item->text;
  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    block->title.in[i] = take_string (block, cb_entry_dup_name (entry, i));
  if (item->flag)
    block->value = *get_label (builder, "remark", "unusual");
}

static void
add_spec (Builder      *builder,
          const CbItem *item)
{
  CbBlock *block = add_block (builder, CB_BLOCK_REFERENCE);

  block->title = make_reference (builder, block, item->source, item->section);
  block->target = take_string (block, dup_document_address (item->source, item->section));
}

static void
add_message (Builder      *builder,
             const CbItem *item)
{
  CbBlock *block = add_block (builder, CB_BLOCK_MESSAGE);

  block->title = *get_label (builder, "message", item->kind == CB_ITEM_REQUEST ? "request" : "response");
  block->code = item->code;
}

static void
add_meaning (Builder      *builder,
             const CbItem *item)
{
  CbBlock *heading = add_block (builder, CB_BLOCK_HEADING);
  CbBlock *seen = add_block (builder, CB_BLOCK_PROPERTY);

  heading->level = 2;
  heading->title = same_text (item->source);
  if (item->code != NULL)
    heading->title = same_text (take_string (heading, g_strdup_printf ("%s: %s", item->source, item->code)));

  seen->name = "seen";
  seen->title = *get_label (builder, "property", "seen");
  seen->value = *get_label (builder, "seen", item->value);

  for (gsize i = 0; i < item->n_items; i++)
    {
      const CbItem *part = &item->items[i];

      if (part->kind == CB_ITEM_SOURCE)
        {
          CbBlock *block = add_block (builder, CB_BLOCK_PROPERTY);

          block->name = "source";
          block->title = *get_label (builder, "property", "source");
          block->value = same_text (part->code);
          continue;
        }

      if (strcmp (part->name, "meaning-text") != 0)
        add_heading (builder, 3, part->name);
      for (gsize j = 0; j < part->n_items; j++)
        add_text (builder, CB_BLOCK_PARAGRAPH, &part->items[j].text);
    }
}

static void
add_item (Builder      *builder,
          CbPart        part,
          const CbItem *item)
{
  switch (item->kind)
    {
    case CB_ITEM_PARAGRAPH:
      add_text (builder, CB_BLOCK_PARAGRAPH, &item->text);
      break;
    case CB_ITEM_STEP:
      add_text (builder, CB_BLOCK_STEP, &item->text);
      break;
    case CB_ITEM_HEADING:
      {
        CbBlock *block = add_block (builder, CB_BLOCK_HEADING);

        block->level = 1;
        block->title = item->text;
        break;
      }
    case CB_ITEM_NAME:
      add_name (builder, item, part == CB_PART_FORMER_NAME ? "former-name" : "other-name");
      break;
    case CB_ITEM_PROPERTY:
      add_property (builder, item);
      break;
    case CB_ITEM_HEADER:
      add_header (builder, item);
      break;
    case CB_ITEM_SPEC:
      add_spec (builder, item);
      break;
    case CB_ITEM_LINK:
      add_link (builder, item);
      break;
    case CB_ITEM_CONSTANT:
      add_constant (builder, item);
      break;
    case CB_ITEM_REQUEST:
    case CB_ITEM_RESPONSE:
      add_message (builder, item);
      break;
    case CB_ITEM_MEANING:
      add_meaning (builder, item);
      break;
    case CB_ITEM_FIGURE:
      add_block (builder, CB_BLOCK_FIGURE)->item = item;
      break;
    case CB_ITEM_TABLE:
      add_block (builder, CB_BLOCK_TABLE)->item = item;
      break;

    /* Search words are not shown; the rest stands within another item. */
    case CB_ITEM_ALIAS:
    case CB_ITEM_SECTION:
    case CB_ITEM_SOURCE:
    case CB_ITEM_PARTICIPANT:
    case CB_ITEM_MESSAGE:
    case CB_ITEM_REMARK:
    case CB_ITEM_ROW:
    case CB_ITEM_CELL:
    default:
      break;
    }
}

/* The heading of a part: its level and its label, or no heading where the label is NULL. */
static const char *
get_heading (CbEntry *entry,
             CbPart   part,
             guint   *level)
{
  CbEntryKind kind = cb_entry_get_kind (entry);
  CbEntryState state = cb_entry_get_state (entry);

  *level = 1;
  switch (part)
    {
    case CB_PART_EXPLANATION:
      return kind == CB_ENTRY_SITUATION ? "why" : "explanation";
    case CB_PART_UNKNOWN_CODE:
      return "unknown-code";
    case CB_PART_SERVER:
      return "server";
    case CB_PART_ANSWER:
      return kind == CB_ENTRY_SITUATION ? "what-to-answer" : "answer";
    case CB_PART_DECIDING_QUESTION:
      return "deciding-question";
    case CB_PART_WRONG_ANSWER:
      return "wrong-answer";
    case CB_PART_CHECK_CLIENT:
      *level = 2;
      return "check-client";
    case CB_PART_CHECK_SERVER:
      *level = 2;
      return "check-server";
    case CB_PART_CHECK_OPERATOR:
      *level = 2;
      return "check-operator";
    case CB_PART_WHEN_TO_SEND:
      return "when-to-send";
    case CB_PART_WHEN_NOT_TO_SEND:
      return "when-not-to-send";
    case CB_PART_BEHAVIOR:
      return kind == CB_ENTRY_METHOD ? "properties" : "behavior";
    case CB_PART_HEADER:
      return "header";
    case CB_PART_EXAMPLE:
      return "example";
    case CB_PART_CONFUSED_WITH:
      return "confused-with";
    case CB_PART_SEE_ALSO:
      return "see-also";
    case CB_PART_MEANING:
      return state == CB_STATE_UNOFFICIAL || state == CB_STATE_NOT_A_STATUS ? "meanings" : "other-uses";
    case CB_PART_CONSTANT:
      return "constant";
    case CB_PART_HISTORY:
    case CB_PART_FORMER_NAME:
    case CB_PART_OTHER_NAME:
      return "history";
    case CB_PART_SPEC:
      return "spec";
    case CB_PART_SUMMARY:
    case CB_PART_ARTICLE:
    case CB_PART_FIGURE:
    case CB_PART_ALIAS:
    default:
      return NULL;
    }
}

static void
add_part (Builder *builder,
          CbPart   part)
{
  gsize n_items;
  const CbItem *items = cb_entry_get_items (builder->entry, part, &n_items);
  const char *heading;
  guint level;

  if (n_items == 0)
    return;

  heading = get_heading (builder->entry, part, &level);
  if (heading != NULL && level > 1 && g_strcmp0 (builder->section, "check") != 0)
    add_heading (builder, 1, "check");
  /* Names and history share a section. */
  if (heading != NULL && g_strcmp0 (builder->section, heading) != 0)
    add_heading (builder, level, heading);

  for (gsize i = 0; i < n_items; i++)
    add_item (builder, part, &items[i]);
}

static void
add_tags (Builder *builder)
{
  CbEntryKind kind = cb_entry_get_kind (builder->entry);
  CbEntryState state = cb_entry_get_state (builder->entry);
  const char *token = cb_entry_get_token (builder->entry);
  const char *expires = cb_entry_get_expires (builder->entry);
  char class_id[] = "class:?xx";
  CbEntry *status_class = NULL;

  if (kind == CB_ENTRY_STATUS && state != CB_STATE_NOT_A_STATUS)
    {
      class_id[strlen ("class:")] = token[0];
      status_class = cb_catalog_lookup (builder->catalog, class_id);
    }

  if (status_class != NULL)
    add_tag (builder, cb_entry_get_title (status_class));
  else
    add_tag (builder, get_label (builder, "kind", cb_entry_kind_get_nick (kind)));

  if (state != CB_STATE_NONE)
    add_tag (builder, get_label (builder, "state", cb_entry_state_get_nick (state)));
  if (expires != NULL)
    {
      CbBlock *block = add_block (builder, CB_BLOCK_TAG);

      block->text = fill_label (builder, block, "remark", "expires", expires);
    }
  if (cb_entry_get_deprecated (builder->entry))
    add_tag (builder, get_label (builder, "state", "deprecated"));
}

static void
add_reviewed (Builder *builder)
{
  CbBlock *block = add_block (builder, CB_BLOCK_PROPERTY);

  block->name = "reviewed";
  block->title = *get_label (builder, "property", "reviewed");
  block->value = same_text (cb_entry_get_reviewed (builder->entry));
}

/**
 * cb_block_list_for_entry:
 * @catalog: the catalog
 * @entry: one of its entries
 *
 * Lays an entry out in the order in which a reader asks: what it is, what it means, what to do about it, and so on down
 * to the specification. Nothing empty is in the list.
 *
 * Returns: (transfer full) (element-type CbBlock): the blocks, in order; they must not outlive the catalog
 */
GPtrArray *
cb_block_list_for_entry (CbCatalog *catalog,
                         CbEntry   *entry)
{
  static const CbPart parts[] = {
    CB_PART_SUMMARY,        CB_PART_ANSWER,           CB_PART_DECIDING_QUESTION,
    CB_PART_EXPLANATION,    CB_PART_ARTICLE,          CB_PART_FIGURE,
    CB_PART_WRONG_ANSWER,   CB_PART_UNKNOWN_CODE,     CB_PART_SERVER,
    CB_PART_CHECK_CLIENT,   CB_PART_CHECK_SERVER,     CB_PART_CHECK_OPERATOR,
    CB_PART_WHEN_TO_SEND,   CB_PART_WHEN_NOT_TO_SEND, CB_PART_BEHAVIOR,
    CB_PART_HEADER,         CB_PART_EXAMPLE,          CB_PART_CONFUSED_WITH,
    CB_PART_SEE_ALSO,       CB_PART_MEANING,          CB_PART_CONSTANT,
    CB_PART_FORMER_NAME,    CB_PART_OTHER_NAME,       CB_PART_HISTORY,
    CB_PART_SPEC,
  };
  /* A method is understood by its properties; what servers usually answer comes after them. */
  static const CbPart method_parts[] = {
    CB_PART_SUMMARY, CB_PART_EXPLANATION, CB_PART_FIGURE,  CB_PART_BEHAVIOR,
    CB_PART_SERVER,  CB_PART_ANSWER,      CB_PART_HEADER,  CB_PART_EXAMPLE,
    CB_PART_CONFUSED_WITH, CB_PART_SEE_ALSO, CB_PART_HISTORY, CB_PART_SPEC,
  };
  gboolean is_method;
  Builder builder = { catalog, entry };

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (CB_IS_ENTRY (entry), NULL);

  is_method = cb_entry_get_kind (entry) == CB_ENTRY_METHOD;
  builder.blocks = g_ptr_array_new_with_free_func (owning_block_free);

  add_tags (&builder);
  for (guint i = 0; i < (is_method ? G_N_ELEMENTS (method_parts) : G_N_ELEMENTS (parts)); i++)
    add_part (&builder, is_method ? method_parts[i] : parts[i]);

  if (g_strcmp0 (builder.section, "spec") != 0)
    builder.section = NULL;
  add_reviewed (&builder);

  return builder.blocks;
}
