/* cb-item.h: one fact or paragraph of an entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-entry.h"

G_BEGIN_DECLS

/**
 * CbItemKind:
 * @CB_ITEM_PARAGRAPH: @text
 * @CB_ITEM_STEP: @text, one of a list
 * @CB_ITEM_HEADING: @text
 * @CB_ITEM_NAME: @code a name, @source who used it, @year since when (may be NULL)
 * @CB_ITEM_ALIAS: @code a search word, @language
 * @CB_ITEM_PROPERTY: @name the property, @value its value, @text the reason (may be empty)
 * @CB_ITEM_HEADER: @code the field's name, @name the direction, @value the role, @source and @section, @text (may be empty)
 * @CB_ITEM_SPEC: @source the document, @section
 * @CB_ITEM_LINK: @target the id of an entry, @text what is to be said of it (may be empty); @flag where unusual
 * @CB_ITEM_CONSTANT: @code the constant, @name the library, @since, @until, @deprecated versions (may be NULL); @flag
 *   where it is not the library's main name
 * @CB_ITEM_REQUEST: @code a message as it goes over the wire, without the last line's end
 * @CB_ITEM_RESPONSE: the same
 * @CB_ITEM_MEANING: @source the vendor, @value where it is seen, @code the vendor's phrase (may be NULL);
 *   @items are its paragraphs
 * @CB_ITEM_FIGURE: @text the caption; @items are participants, messages and remarks
 * @CB_ITEM_PARTICIPANT: @name, @text
 * @CB_ITEM_MESSAGE: @name the sender, @target the receiver, @text; @flag where it is lost
 * @CB_ITEM_REMARK: @name of the participant, @text
 * @CB_ITEM_TABLE: @text the caption; @items are rows, the first one the head
 * @CB_ITEM_ROW: @items are cells
 * @CB_ITEM_CELL: @text
 * @CB_ITEM_SECTION: @name its label's id; @items are paragraphs (within a meaning)
 * @CB_ITEM_SOURCE: @code where a meaning is described
 */
typedef enum
{
  CB_ITEM_PARAGRAPH,
  CB_ITEM_STEP,
  CB_ITEM_HEADING,
  CB_ITEM_NAME,
  CB_ITEM_ALIAS,
  CB_ITEM_PROPERTY,
  CB_ITEM_HEADER,
  CB_ITEM_SPEC,
  CB_ITEM_LINK,
  CB_ITEM_CONSTANT,
  CB_ITEM_REQUEST,
  CB_ITEM_RESPONSE,
  CB_ITEM_MEANING,
  CB_ITEM_SECTION,
  CB_ITEM_SOURCE,
  CB_ITEM_FIGURE,
  CB_ITEM_PARTICIPANT,
  CB_ITEM_MESSAGE,
  CB_ITEM_REMARK,
  CB_ITEM_TABLE,
  CB_ITEM_ROW,
  CB_ITEM_CELL,
} CbItemKind;

/**
 * CbItem:
 *
 * One fact or paragraph of an entry; #CbItemKind says which members a kind uses, the others are NULL, empty or FALSE.
 * Everything is owned by the entry.
 */
struct _CbItem
{
  CbItemKind kind;
  CbLanguage language;
  gboolean flag;
  CbText text;
  const char *name;
  const char *value;
  const char *code;
  const char *target;
  const char *source;
  const char *section;
  const char *year;
  const char *since;
  const char *until;
  const char *deprecated;
  const CbItem *items;
  gsize n_items;
};

G_END_DECLS
