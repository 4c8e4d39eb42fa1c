/* cb-image-check.c: that a compiled catalog is whole, whatever bytes it is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-image.h"
#include "cb-item.h"

/* What the compiler makes is always so; what is damaged is found here, once, so that nothing that reads a catalog has to
 * look twice: every reference leads to something, and every item has what its kind must have, where it may stand. */

typedef enum
{
  HAS_TEXT = 1 << 0,
  HAS_NAME = 1 << 1,
  HAS_VALUE = 1 << 2,
  HAS_CODE = 1 << 3,
  HAS_TARGET = 1 << 4,
  HAS_SOURCE = 1 << 5,
  HAS_SECTION = 1 << 6,
} Members;

#define KIND(kind) (1u << CB_ITEM_##kind)

#define TEXTS (KIND (PARAGRAPH) | KIND (STEP) | KIND (HEADING))
#define MESSAGES (KIND (REQUEST) | KIND (RESPONSE))

/* What an item of each kind has at least, and the kinds of those within it. */
static const struct
{
  Members members;
  guint32 children;
} kinds[] = {
  [CB_ITEM_PARAGRAPH] = { HAS_TEXT, 0 },
  [CB_ITEM_STEP] = { HAS_TEXT, 0 },
  [CB_ITEM_HEADING] = { HAS_TEXT, 0 },
  [CB_ITEM_NAME] = { HAS_CODE, 0 },
  [CB_ITEM_ALIAS] = { HAS_CODE, 0 },
  [CB_ITEM_PROPERTY] = { HAS_NAME | HAS_VALUE, 0 },
  [CB_ITEM_HEADER] = { HAS_CODE | HAS_NAME | HAS_VALUE | HAS_SOURCE | HAS_SECTION, 0 },
  [CB_ITEM_SPEC] = { HAS_SOURCE | HAS_SECTION, 0 },
  [CB_ITEM_LINK] = { HAS_TARGET, 0 },
  [CB_ITEM_CONSTANT] = { HAS_NAME | HAS_CODE, 0 },
  [CB_ITEM_REQUEST] = { HAS_CODE, 0 },
  [CB_ITEM_RESPONSE] = { HAS_CODE, 0 },
  [CB_ITEM_MEANING] = { HAS_SOURCE | HAS_VALUE, KIND (SECTION) | KIND (SOURCE) },
  [CB_ITEM_SECTION] = { HAS_NAME, KIND (PARAGRAPH) },
  [CB_ITEM_SOURCE] = { HAS_CODE, 0 },
  [CB_ITEM_FIGURE] = { HAS_TEXT, KIND (PARTICIPANT) | KIND (MESSAGE) | KIND (REMARK) },
  [CB_ITEM_PARTICIPANT] = { HAS_NAME | HAS_TEXT, 0 },
  [CB_ITEM_MESSAGE] = { HAS_NAME | HAS_TARGET | HAS_TEXT, 0 },
  [CB_ITEM_REMARK] = { HAS_NAME | HAS_TEXT, 0 },
  [CB_ITEM_TABLE] = { HAS_TEXT, KIND (ROW) },
  [CB_ITEM_ROW] = { 0, KIND (CELL) },
  [CB_ITEM_CELL] = { HAS_TEXT, 0 },
};

/* The kinds of the items of each part. */
static const guint32 parts[CB_N_PARTS] = {
  [CB_PART_FORMER_NAME] = KIND (NAME),
  [CB_PART_OTHER_NAME] = KIND (NAME),
  [CB_PART_SUMMARY] = TEXTS,
  [CB_PART_ANSWER] = KIND (LINK),
  [CB_PART_DECIDING_QUESTION] = TEXTS,
  [CB_PART_EXPLANATION] = TEXTS,
  [CB_PART_ARTICLE] = TEXTS | MESSAGES | KIND (FIGURE) | KIND (TABLE),
  [CB_PART_FIGURE] = KIND (FIGURE),
  [CB_PART_WRONG_ANSWER] = KIND (LINK),
  [CB_PART_UNKNOWN_CODE] = TEXTS,
  [CB_PART_SERVER] = TEXTS,
  [CB_PART_CHECK_CLIENT] = TEXTS,
  [CB_PART_CHECK_SERVER] = TEXTS,
  [CB_PART_CHECK_OPERATOR] = TEXTS,
  [CB_PART_WHEN_TO_SEND] = TEXTS,
  [CB_PART_WHEN_NOT_TO_SEND] = TEXTS,
  [CB_PART_BEHAVIOR] = KIND (PROPERTY),
  [CB_PART_HEADER] = KIND (HEADER),
  [CB_PART_EXAMPLE] = MESSAGES,
  [CB_PART_CONFUSED_WITH] = KIND (LINK),
  [CB_PART_SEE_ALSO] = KIND (LINK),
  [CB_PART_MEANING] = KIND (MEANING),
  [CB_PART_CONSTANT] = KIND (CONSTANT),
  [CB_PART_HISTORY] = TEXTS,
  [CB_PART_SPEC] = KIND (SPEC),
  [CB_PART_ALIAS] = KIND (ALIAS),
};

static gboolean
is_string (CbImage       *image,
           CbImageString  string)
{
  return string < cb_image_get_header (image)->n_records[CB_IMAGE_STRINGS];
}

/* A text has an English side where it has a Korean one. */
static gboolean
is_text (CbImage     *image,
         CbImageText  text)
{
  return is_string (image, text.in[CB_LANGUAGE_EN]) && is_string (image, text.in[CB_LANGUAGE_KO]) &&
         (text.in[CB_LANGUAGE_EN] != 0 || text.in[CB_LANGUAGE_KO] == 0);
}

/* Every string ends within the table when the table ends with a nul, and 0 is the empty one. */
static gboolean
check_strings (CbImage *image)
{
  const char *strings = cb_image_get_table (image, CB_IMAGE_STRINGS);
  guint32 size = cb_image_get_header (image)->n_records[CB_IMAGE_STRINGS];

  return size > 0 && strings[0] == '\0' && strings[size - 1] == '\0';
}

/* Slices tile their table in the order in which they are met: nothing is in two of them, or in none. Without that, a
 * damaged image could make a small table unfold without end. */
static gboolean
take_slice (CbImageSlice  slice,
            guint32      *cursor)
{
  if (slice.count == 0)
    return TRUE;

  if (slice.first != *cursor || slice.count > G_MAXUINT32 - *cursor)
    return FALSE;

  *cursor += slice.count;
  return TRUE;
}

static gboolean
check_tiling (CbImage *image)
{
  const CbImageHeader *header = cb_image_get_header (image);
  const CbImageGroup *groups = cb_image_get_table (image, CB_IMAGE_GROUPS);
  const CbImageEntry *entries = cb_image_get_table (image, CB_IMAGE_ENTRIES);
  const CbImageItem *items = cb_image_get_table (image, CB_IMAGE_ITEMS);
  const CbImageTerm *terms = cb_image_get_table (image, CB_IMAGE_TERMS);
  guint32 entry_cursor = 0, item_cursor = 0, word_cursor = 0;

  for (guint i = 0; i < header->n_records[CB_IMAGE_GROUPS]; i++)
    {
      if (!take_slice (groups[i].entries, &entry_cursor))
        return FALSE;
    }

  for (guint i = 0; i < header->n_records[CB_IMAGE_ENTRIES]; i++)
    {
      for (guint j = 0; j < CB_N_PARTS; j++)
        {
          if (!take_slice (entries[i].items[j], &item_cursor))
            return FALSE;
        }
    }

  for (guint i = 0; i < header->n_records[CB_IMAGE_ITEMS]; i++)
    {
      if (i >= item_cursor || !take_slice (items[i].items, &item_cursor))
        return FALSE;
    }

  for (guint i = 0; i < header->n_records[CB_IMAGE_TERMS]; i++)
    {
      if (!take_slice (terms[i], &word_cursor))
        return FALSE;
    }

  return entry_cursor == header->n_records[CB_IMAGE_ENTRIES] &&
         item_cursor == header->n_records[CB_IMAGE_ITEMS] && word_cursor == header->n_records[CB_IMAGE_WORDS];
}

static Members
get_members (const CbImageItem *item)
{
  return (item->text.in[CB_LANGUAGE_EN] != 0 ? HAS_TEXT : 0) | (item->name != 0 ? HAS_NAME : 0) |
         (item->value != 0 ? HAS_VALUE : 0) | (item->code != 0 ? HAS_CODE : 0) |
         (item->target != 0 ? HAS_TARGET : 0) | (item->source != 0 ? HAS_SOURCE : 0) |
         (item->section != 0 ? HAS_SECTION : 0);
}

/* Of all strings of an item the one that lies furthest behind: there are a hundred thousand of them, and they are looked
 * at at every start. */
static CbImageString
get_last_string (const CbImageItem *item)
{
  CbImageString last = MAX (item->text.in[CB_LANGUAGE_EN], item->text.in[CB_LANGUAGE_KO]);

  last = MAX (last, item->name);
  last = MAX (last, item->value);
  last = MAX (last, item->code);
  last = MAX (last, item->target);
  last = MAX (last, item->source);
  last = MAX (last, item->section);
  last = MAX (last, item->year);
  last = MAX (last, item->since);
  last = MAX (last, item->until);

  return MAX (last, item->deprecated);
}

/* Before anything looks at what is within an item: its members, and its kind, without regard to where it stands. */
static gboolean
check_members (CbImage *image)
{
  const CbImageItem *items = cb_image_get_table (image, CB_IMAGE_ITEMS);
  guint32 n_items = cb_image_get_header (image)->n_records[CB_IMAGE_ITEMS];
  CbImageString last = 0;

  for (guint32 i = 0; i < n_items; i++)
    {
      const CbImageItem *item = &items[i];

      if (item->kind >= G_N_ELEMENTS (kinds) || item->language >= CB_N_LANGUAGES ||
          (kinds[item->kind].members & ~get_members (item)) != 0 ||
          (item->text.in[CB_LANGUAGE_EN] == 0 && item->text.in[CB_LANGUAGE_KO] != 0))
        return FALSE;

      last = MAX (last, get_last_string (item));
    }

  return is_string (image, last);
}

static gboolean
are_of_kinds (const CbImageItem *items,
              CbImageSlice       slice,
              guint32            allowed)
{
  for (guint32 i = 0; i < slice.count; i++)
    {
      if ((allowed & (1u << items[slice.first + i].kind)) == 0)
        return FALSE;
    }

  return TRUE;
}

/* The compiler writes each string once: equal names are the same offset. */
static gboolean
has_participant (const CbImageItem *items,
                 CbImageSlice       figure,
                 CbImageString      name)
{
  for (guint32 i = 0; i < figure.count; i++)
    {
      const CbImageItem *item = &items[figure.first + i];

      if (item->kind == CB_ITEM_PARTICIPANT && item->name == name)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_figure (const CbImageItem *items,
              CbImageSlice       figure)
{
  for (guint32 i = 0; i < figure.count; i++)
    {
      const CbImageItem *item = &items[figure.first + i];

      if (!has_participant (items, figure, item->name) ||
          (item->kind == CB_ITEM_MESSAGE && !has_participant (items, figure, item->target)))
        return FALSE;
    }

  return TRUE;
}

/* What is within each item, once the items themselves are known to be right. */
static gboolean
check_items (CbImage    *image,
             GHashTable *ids)
{
  const CbImageItem *items = cb_image_get_table (image, CB_IMAGE_ITEMS);
  guint32 n_items = cb_image_get_header (image)->n_records[CB_IMAGE_ITEMS];

  for (guint32 i = 0; i < n_items; i++)
    {
      const CbImageItem *item = &items[i];

      if (!are_of_kinds (items, item->items, kinds[item->kind].children) ||
          (item->kind == CB_ITEM_TABLE && item->items.count == 0) ||
          (item->kind == CB_ITEM_FIGURE && !check_figure (items, item->items)) ||
          (item->kind == CB_ITEM_LINK && !g_hash_table_contains (ids, GUINT_TO_POINTER (item->target))))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_entries (CbImage    *image,
               GHashTable *ids)
{
  const CbImageEntry *entries = cb_image_get_table (image, CB_IMAGE_ENTRIES);

  for (guint32 i = 0; i < cb_image_get_header (image)->n_records[CB_IMAGE_ENTRIES]; i++)
    {
      const CbImageEntry *entry = &entries[i];

      if (entry->kind > CB_ENTRY_SITUATION || entry->state > CB_STATE_NOT_A_STATUS || entry->id == 0 ||
          entry->reviewed == 0 || entry->title.in[CB_LANGUAGE_EN] == 0 ||
          entry->summary.in[CB_LANGUAGE_EN] == 0 || !is_string (image, entry->id) ||
          !is_string (image, entry->group_id) || !is_string (image, entry->reviewed) ||
          !is_string (image, entry->expires) || !is_text (image, entry->title) ||
          !is_text (image, entry->summary))
        return FALSE;

      g_hash_table_add (ids, GUINT_TO_POINTER (entry->id));
    }

  return TRUE;
}

static gboolean
check_parts (CbImage *image)
{
  const CbImageEntry *entries = cb_image_get_table (image, CB_IMAGE_ENTRIES);
  const CbImageItem *items = cb_image_get_table (image, CB_IMAGE_ITEMS);

  for (guint32 i = 0; i < cb_image_get_header (image)->n_records[CB_IMAGE_ENTRIES]; i++)
    {
      for (guint j = 0; j < CB_N_PARTS; j++)
        {
          if (!are_of_kinds (items, entries[i].items[j], parts[j]))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_rest (CbImage *image)
{
  const CbImageHeader *header = cb_image_get_header (image);
  const CbImageGroup *groups = cb_image_get_table (image, CB_IMAGE_GROUPS);
  const CbImageLabel *labels = cb_image_get_table (image, CB_IMAGE_LABELS);
  const CbImageString *words = cb_image_get_table (image, CB_IMAGE_WORDS);

  for (guint32 i = 0; i < header->n_records[CB_IMAGE_GROUPS]; i++)
    {
      if (groups[i].id == 0 || !is_string (image, groups[i].id) || groups[i].title.in[CB_LANGUAGE_EN] == 0 ||
          !is_text (image, groups[i].title))
        return FALSE;
    }

  for (guint32 i = 0; i < header->n_records[CB_IMAGE_LABELS]; i++)
    {
      if (labels[i].id == 0 || !is_string (image, labels[i].id) || labels[i].text.in[CB_LANGUAGE_EN] == 0 ||
          !is_text (image, labels[i].text))
        return FALSE;
    }

  for (guint32 i = 0; i < header->n_records[CB_IMAGE_WORDS]; i++)
    {
      if (words[i] == 0 || !is_string (image, words[i]))
        return FALSE;
    }

  return is_string (image, header->version) && is_string (image, header->registry);
}

/**
 * cb_image_check:
 * @image: an image whose tables are within its bytes
 *
 * Returns: whether every reference in the image leads to something, and every item has what its kind must have
 */
gboolean
cb_image_check (CbImage *image)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);

  return check_strings (image) && check_tiling (image) && check_entries (image, ids) && check_members (image) &&
         check_items (image, ids) && check_parts (image) && check_rest (image);
}
