/* cb-block-items.c: what each kind of item of an entry becomes on a page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-block-builder.h"

static void
add_text (CbBlockBuilder *builder,
          CbBlockKind     kind,
          const CbText   *text)
{
  cb_block_builder_add (builder, kind)->text = *text;
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
make_reference (CbBlockBuilder *builder,
                CbBlock        *block,
                const char     *document,
                const char     *section)
{
  CbText name = cb_block_same_text (cb_block_take_string (block, dup_document_name (document)));
  CbText at = cb_block_same_text (section);

  if (g_ascii_isdigit (*section))
    at = cb_block_builder_fill_label (builder, block, "remark", "section", section);

  return cb_block_join_texts (block, &name, ", ", &at);
}

static void
add_name (CbBlockBuilder *builder,
          const CbItem   *item,
          const char     *label)
{
  CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_PROPERTY);

  block->title = *cb_block_builder_get_label (builder, "property", label);
  block->value = cb_block_same_text (item->code);
  block->code = item->code;
  if (item->source != NULL && item->year != NULL)
    block->text = cb_block_same_text (
        cb_block_take_string (block, g_strdup_printf ("%s, %s", item->source, item->year)));
  else if (item->source != NULL)
    block->text = cb_block_same_text (item->source);
}

static void
add_property (CbBlockBuilder *builder,
              const CbItem   *item)
{
  CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_PROPERTY);
  g_autofree char *value = g_strconcat (item->name, ":", item->value, NULL);

  block->name = item->name;
  block->title = *cb_block_builder_get_label (builder, "property", item->name);
  block->value = *cb_block_builder_get_label (builder, "value", value);
  block->text = item->text;
}

static void
add_header (CbBlockBuilder *builder,
            const CbItem   *item)
{
  CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_PROPERTY);

  block->name = item->value;
  block->code = item->code;
  block->title = cb_block_same_text (item->code);
  block->value = cb_block_join_texts (block, cb_block_builder_get_label (builder, "role", item->value),
                                      " · ", cb_block_builder_get_label (builder, "direction", item->name));
  block->text = item->text;
}

static void
add_constant (CbBlockBuilder *builder,
              const CbItem   *item)
{
  CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_CODE);
  CbText remarks[3];
  guint n_remarks = 0;

  block->name = item->name;
  block->code = item->code;
  block->title = *cb_block_builder_get_label (builder, "library", item->name);

  if (item->since != NULL)
    remarks[n_remarks++] = cb_block_builder_fill_label (builder, block, "remark", "since", item->since);
  if (item->until != NULL)
    remarks[n_remarks++] = cb_block_builder_fill_label (builder, block, "remark", "until", item->until);
  if (g_strcmp0 (item->deprecated, "yes") == 0)
    remarks[n_remarks++] = *cb_block_builder_get_label (builder, "remark", "deprecated");
  else if (item->deprecated != NULL)
    remarks[n_remarks++] =
        cb_block_builder_fill_label (builder, block, "remark", "deprecated-since", item->deprecated);

  for (guint i = 0; i < n_remarks; i++)
    block->text = i == 0 ? remarks[0] : cb_block_join_texts (block, &block->text, ", ", &remarks[i]);
}

static void
add_link (CbBlockBuilder *builder,
          const CbItem   *item)
{
  CbEntry *entry = cb_catalog_lookup (builder->catalog, item->target);
  CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_LINK);

  block->target = item->target;
  block->text = item->text;
  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    block->title.in[i] = cb_block_take_string (block, cb_entry_dup_name (entry, i));
  if (item->flag)
    block->value = *cb_block_builder_get_label (builder, "remark", "unusual");
}

static void
add_spec (CbBlockBuilder *builder,
          const CbItem   *item)
{
  CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_REFERENCE);

  block->title = make_reference (builder, block, item->source, item->section);
  block->target = cb_block_take_string (block, dup_document_address (item->source, item->section));
}

static void
add_message (CbBlockBuilder *builder,
             const CbItem   *item)
{
  CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_MESSAGE);

  block->title =
      *cb_block_builder_get_label (builder, "message", item->kind == CB_ITEM_REQUEST ? "request" : "response");
  block->code = item->code;
}

static void
add_meaning (CbBlockBuilder *builder,
             const CbItem   *item)
{
  CbBlock *heading = cb_block_builder_add (builder, CB_BLOCK_HEADING);
  CbBlock *seen = cb_block_builder_add (builder, CB_BLOCK_PROPERTY);

  heading->level = 2;
  heading->title = cb_block_same_text (item->source);
  if (item->code != NULL)
    heading->title = cb_block_same_text (
        cb_block_take_string (heading, g_strdup_printf ("%s: %s", item->source, item->code)));

  seen->name = "seen";
  seen->title = *cb_block_builder_get_label (builder, "property", "seen");
  seen->value = *cb_block_builder_get_label (builder, "seen", item->value);

  for (gsize i = 0; i < item->n_items; i++)
    {
      const CbItem *part = &item->items[i];

      if (part->kind == CB_ITEM_SOURCE)
        {
          CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_PROPERTY);

          block->name = "source";
          block->title = *cb_block_builder_get_label (builder, "property", "source");
          block->value = cb_block_same_text (part->code);
          continue;
        }

      if (strcmp (part->name, "meaning-text") != 0)
        cb_block_builder_add_heading (builder, 3, part->name);
      for (gsize j = 0; j < part->n_items; j++)
        add_text (builder, CB_BLOCK_PARAGRAPH, &part->items[j].text);
    }
}

/**
 * cb_block_builder_add_item:
 * @builder: a builder
 * @part: the part that the item is in
 * @item: an item of the entry
 *
 * Adds the blocks that show @item.
 */
void
cb_block_builder_add_item (CbBlockBuilder *builder,
                           CbPart          part,
                           const CbItem   *item)
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
        CbBlock *block = cb_block_builder_add (builder, CB_BLOCK_HEADING);

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
      cb_block_builder_add (builder, CB_BLOCK_FIGURE)->item = item;
      break;
    case CB_ITEM_TABLE:
      cb_block_builder_add (builder, CB_BLOCK_TABLE)->item = item;
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
