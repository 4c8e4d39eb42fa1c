/* cb-block.c: an entry as a list of blocks: its parts in the order in which a reader asks, under their headings */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-block-builder.h"

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
add_part (CbBlockBuilder *builder,
          CbPart          part)
{
  gsize n_items;
  const CbItem *items = cb_entry_get_items (builder->entry, part, &n_items);
  const char *heading;
  guint level;

  if (n_items == 0)
    return;

  heading = get_heading (builder->entry, part, &level);
  if (heading != NULL && level > 1 && g_strcmp0 (builder->section, "check") != 0)
    cb_block_builder_add_heading (builder, 1, "check");
  /* Names and history share a section. */
  if (heading != NULL && g_strcmp0 (builder->section, heading) != 0)
    cb_block_builder_add_heading (builder, level, heading);

  for (gsize i = 0; i < n_items; i++)
    cb_block_builder_add_item (builder, part, &items[i]);
}

static void
add_tag (CbBlockBuilder *builder,
         const CbText   *text)
{
  cb_block_builder_add (builder, CB_BLOCK_TAG)->text = *text;
}

static void
add_tags (CbBlockBuilder *builder)
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
    add_tag (builder, cb_block_builder_get_label (builder, "kind", cb_entry_kind_get_nick (kind)));

  if (state != CB_STATE_NONE)
    add_tag (builder, cb_block_builder_get_label (builder, "state", cb_entry_state_get_nick (state)));
  if (expires != NULL)
    {
      CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_TAG);

      block->text = cb_block_builder_fill_label (builder, block, "remark", "expires", expires);
    }
  if (cb_entry_get_deprecated (builder->entry))
    add_tag (builder, cb_block_builder_get_label (builder, "state", "deprecated"));
}

static void
add_reviewed (CbBlockBuilder *builder)
{
  CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_PROPERTY);

  block->name = "reviewed";
  block->title = *cb_block_builder_get_label (builder, "property", "reviewed");
  block->value = cb_block_same_text (cb_entry_get_reviewed (builder->entry));
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
  CbBlockBuilder builder;

  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (CB_IS_ENTRY (entry), NULL);

  is_method = cb_entry_get_kind (entry) == CB_ENTRY_METHOD;
  cb_block_builder_init (&builder, catalog, entry);

  add_tags (&builder);
  for (guint i = 0; i < (is_method ? G_N_ELEMENTS (method_parts) : G_N_ELEMENTS (parts)); i++)
    add_part (&builder, is_method ? method_parts[i] : parts[i]);

  if (g_strcmp0 (builder.section, "spec") != 0)
    builder.section = NULL;
  add_reviewed (&builder);

  return builder.blocks;
}
