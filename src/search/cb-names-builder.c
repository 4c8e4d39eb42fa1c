/* cb-names-builder.c: gathers the names of all entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-names-builder.h"

#include <string.h>

/* Enough for the catalog of the project: memory that is not used is never touched, but what grows
 * is copied. */
#define N_NAMES_FIRST (1u << 13)
#define N_LETTERS_FIRST (1u << 17)
#define N_STARTS_FIRST (N_LETTERS_FIRST / 8)
#define N_UNITS_FIRST (1u << 15)

/**
 * cb_names_builder_init:
 * @self: (out): a builder
 *
 * Makes @self empty.
 */
void
cb_names_builder_init (CbNamesBuilder *self)
{
  self->names = g_array_sized_new (FALSE, FALSE, sizeof (CbName), N_NAMES_FIRST);
  self->letters = g_byte_array_sized_new (N_LETTERS_FIRST);
  self->starts = g_byte_array_sized_new (N_STARTS_FIRST);
  self->units = g_byte_array_sized_new (N_UNITS_FIRST);
  self->letter_blocks = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->unit_blocks = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * cb_names_builder_clear:
 * @self: a builder
 *
 * Frees what @self owns.
 */
void
cb_names_builder_clear (CbNamesBuilder *self)
{
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->letters, g_byte_array_unref);
  g_clear_pointer (&self->starts, g_byte_array_unref);
  g_clear_pointer (&self->units, g_byte_array_unref);
  g_clear_pointer (&self->letter_blocks, g_array_unref);
  g_clear_pointer (&self->unit_blocks, g_array_unref);
}

static gboolean
has_hangul (const CbFolded *folded)
{
  for (gsize i = 0; i < folded->n_words; i++)
    if (folded->words[i].script == CB_SCRIPT_HANGUL)
      return TRUE;

  return FALSE;
}

/* Only names with Hangul have initials; any other is of no use among them. */
static void
add_units (CbNamesBuilder *self, const CbName *name, const CbFolded *folded)
{
  guint n = name->first_unit;
  guint8 *units;

  if (!has_hangul (folded))
    return;

  g_byte_array_set_size (self->units, n + (guint)folded->n_letters + 1);
  units = self->units->data;
  for (guint i = 0; i < folded->n_letters; i++)
    {
      guint position = name->start + i;

      if (cb_letters_is_syllable_start (folded->letters, folded->n_letters, i)
          || (self->starts->data[position / 8] >> (position % 8) & 1) != 0)
        units[n++] = folded->letters[i];
    }
  units[n++] = 0;
  g_byte_array_set_size (self->units, n);
}

/* Makes the bits as long as the letters. */
static void
extend_starts (CbNamesBuilder *self)
{
  guint n_before = self->starts->len;
  guint n = self->letters->len / 8 + 1;

  g_byte_array_set_size (self->starts, n);
  memset (self->starts->data + n_before, 0, n - n_before);
}

/**
 * cb_names_builder_add:
 * @self: a builder
 * @document: whose name it is
 * @field: what kind of name
 * @other: whether a query has to be its beginning
 * @whole: whether a query has to be all of it
 * @folded: the name
 *
 * Adds a name.
 */
void
cb_names_builder_add (CbNamesBuilder *self,
                      guint document,
                      CbMatchField field,
                      gboolean other,
                      gboolean whole,
                      const CbFolded *folded)
{
  CbName name = { .document = document & 0xffffff,
                  .field = field & 0x3f,
                  .other = other ? 1 : 0,
                  .whole = whole ? 1 : 0 };
  guint8 end = 0;

  if (folded->n_letters == 0)
    return;

  name.start = self->letters->len;
  name.first_unit = self->units->len;
  name.letter_set = cb_letters_to_set (folded->letters, folded->n_letters);
  g_byte_array_append (self->letters, folded->letters, (guint)folded->n_letters);
  g_byte_array_append (self->letters, &end, 1);
  extend_starts (self);
  for (gsize i = 0; i < folded->n_words; i++)
    {
      guint position = name.start + folded->words[i].start;

      self->starts->data[position / 8] |= (guint8)(1u << (position % 8));
    }

  add_units (self, &name, folded);
  g_array_append_val (self->names, name);
}

/* Writes down name @i for the blocks that begin before @end, which is where it ends. */
static void
extend_blocks (GArray *blocks, guint32 i, guint end)
{
  while (blocks->len < cb_names_n_blocks (end))
    g_array_append_val (blocks, i);
}

/**
 * cb_names_builder_finish:
 * @self: a builder
 *
 * Adds the record that says where the last name ends, and makes the blocks.
 */
void
cb_names_builder_finish (CbNamesBuilder *self)
{
  CbName end = { .start = self->letters->len, .first_unit = self->units->len };

  extend_starts (self);
  g_array_append_val (self->names, end);
  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      const CbName *next = &g_array_index (self->names, CbName, i + 1);

      extend_blocks (self->letter_blocks, i, next->start);
      extend_blocks (self->unit_blocks, i, next->first_unit);
    }
}
