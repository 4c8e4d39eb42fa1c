/* cb-block-builder.c: the list of blocks of an entry while it is made */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-block-builder.h"

/* A block with the strings that were made for it. */
typedef struct
{
  CbBlock block;
  GPtrArray *owned;
} OwningBlock;

static void
owning_block_free (gpointer data)
{
  OwningBlock *owning = data;

  g_clear_pointer (&owning->owned, g_ptr_array_unref);
  g_free (owning);
}

/**
 * cb_block_builder_init:
 * @builder: a builder
 * @catalog: the catalog
 * @entry: one of its entries
 *
 * Begins an empty list, which the caller takes from @builder when it is done.
 */
void
cb_block_builder_init (CbBlockBuilder *builder,
                       CbCatalog      *catalog,
                       CbEntry        *entry)
{
  *builder = (CbBlockBuilder) { catalog, entry };
  builder->blocks = g_ptr_array_new_with_free_func (owning_block_free);
}

/**
 * cb_block_builder_add:
 * @builder: a builder
 * @kind: what the block is
 *
 * Returns: (transfer none): a new block at the end of the list, under the heading of now, to be filled
 */
CbBlock *
cb_block_builder_add (CbBlockBuilder *builder,
                      CbBlockKind     kind)
{
  OwningBlock *owning = g_new0 (OwningBlock, 1);

  owning->block.kind = kind;
  owning->block.section = builder->section;
  g_ptr_array_add (builder->blocks, owning);

  return &owning->block;
}

/**
 * cb_block_builder_add_heading:
 * @builder: a builder
 * @level: 1 for a section, 2 for a part of one, 3 for a part of that
 * @id: the id of its label
 *
 * Adds a heading; one of level 1 begins a section.
 */
void
cb_block_builder_add_heading (CbBlockBuilder *builder,
                              guint           level,
                              const char     *id)
{
  CbBlock *block;

  if (level == 1)
    builder->section = id;
  block = cb_block_builder_add (builder, CB_BLOCK_HEADING);
  block->level = level;
  block->title = *cb_block_builder_get_label (builder, "section", id);
}

/**
 * cb_block_builder_get_label:
 * @builder: a builder
 * @prefix: what the label is for: "section", "property", …
 * @id: which one
 *
 * Returns: (transfer none): the label; a question mark, and a critical warning, where the catalog has none
 */
const CbText *
cb_block_builder_get_label (CbBlockBuilder *builder,
                            const char     *prefix,
                            const char     *id)
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

/**
 * cb_block_builder_fill_label:
 * @builder: a builder
 * @block: the block that the text is for
 * @prefix: what the label is for
 * @id: which one
 * @value: what to put where the label has "%s"
 *
 * Returns: the label with @value in it, owned by @block
 */
CbText
cb_block_builder_fill_label (CbBlockBuilder *builder,
                             CbBlock        *block,
                             const char     *prefix,
                             const char     *id,
                             const char     *value)
{
  const CbText *label = cb_block_builder_get_label (builder, prefix, id);
  CbText filled;

  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    {
      g_auto (GStrv) parts = g_strsplit (label->in[i], "%s", -1);

      filled.in[i] = cb_block_take_string (block, g_strjoinv (value, parts));
    }

  return filled;
}

/**
 * cb_block_take_string:
 * @block: a block of a builder
 * @string: (transfer full): a string made for it
 *
 * Returns: (transfer none): @string, which lives as long as @block
 */
const char *
cb_block_take_string (CbBlock *block,
                      char    *string)
{
  OwningBlock *owning = (OwningBlock *) block;

  if (owning->owned == NULL)
    owning->owned = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (owning->owned, string);

  return string;
}

/**
 * cb_block_join_texts:
 * @block: a block of a builder
 * @first: a text
 * @separator: what stands between the two, in both languages
 * @second: another
 *
 * Returns: the two as one, owned by @block
 */
CbText
cb_block_join_texts (CbBlock      *block,
                     const CbText *first,
                     const char   *separator,
                     const CbText *second)
{
  CbText joined;

  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    joined.in[i] = cb_block_take_string (block, g_strconcat (first->in[i], separator, second->in[i], NULL));

  return joined;
}
