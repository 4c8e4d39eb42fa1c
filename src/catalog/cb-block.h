/* cb-block.h: an entry as a list of blocks, the one source of everything that shows an entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"

G_BEGIN_DECLS

/**
 * CbBlockKind:
 * @CB_BLOCK_TAG: @text a word or two on the whole entry: its class, its state
 * @CB_BLOCK_HEADING: @title; @section names it; @level 1 for a section, 2 for a part of one, 3 for a part of that
 * @CB_BLOCK_PARAGRAPH: @text, with inline marks
 * @CB_BLOCK_STEP: the same, one of a list
 * @CB_BLOCK_PROPERTY: @title its name, @value, @text (may be empty) the reason
 * @CB_BLOCK_CODE: @title what it is (a library), @name its id, @code a name to copy, @text (may be empty) a remark
 * @CB_BLOCK_MESSAGE: @title request or response, @code the message as it goes over the wire
 * @CB_BLOCK_LINK: @target the id of an entry, @title its name, @text (may be empty) what is said of it
 * @CB_BLOCK_REFERENCE: @title a specification and its section, @target its address on the web
 * @CB_BLOCK_FIGURE: @item a sequence figure
 * @CB_BLOCK_TABLE: @item a table
 */
typedef enum
{
  CB_BLOCK_TAG,
  CB_BLOCK_HEADING,
  CB_BLOCK_PARAGRAPH,
  CB_BLOCK_STEP,
  CB_BLOCK_PROPERTY,
  CB_BLOCK_CODE,
  CB_BLOCK_MESSAGE,
  CB_BLOCK_LINK,
  CB_BLOCK_REFERENCE,
  CB_BLOCK_FIGURE,
  CB_BLOCK_TABLE,
} CbBlockKind;

/**
 * CbBlock:
 *
 * One piece of a page, in both languages. #CbBlockKind says which members a kind uses; the others are NULL or empty.
 * @section is the id of the heading's label, in every block under that heading; NULL before the first one. All
 * strings live as long as the block and the catalog; @item belongs to the entry.
 */
typedef struct
{
  CbBlockKind kind;
  guint level;
  const char *section;
  CbText title;
  CbText value;
  CbText text;
  const char *name;
  const char *code;
  const char *target;
  const CbItem *item;
} CbBlock;

GPtrArray *cb_block_list_for_entry (CbCatalog *catalog,
                                    CbEntry   *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
