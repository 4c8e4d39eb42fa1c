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
add_units (CbNamesBuilder *self, const CbFolded *folded)
{
  guint n = self->units->len;
  guint8 *units;

  if (!has_hangul (folded))
    return;

  g_byte_array_set_size (self->units, n + (guint)folded->n_letters + 1);
  units = self->units->data;
  for (gsize i = 0; i < folded->n_words; i++)
    {
      guint start = folded->words[i].start;
      guint end = start + folded->words[i].n_letters;

      units[n++] = folded->letters[start];
      for (guint k = start + 1; k < end; k++)
        if (cb_letters_is_syllable_start (folded->letters, folded->n_letters, k))
          units[n++] = folded->letters[k];
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

/* Appends the letters, with a zero behind them, and the bits that say where words start. */
static void
add_letters (CbNamesBuilder *self, const CbFolded *folded)
{
  guint first = self->letters->len;

  g_byte_array_set_size (self->letters, first + (guint)folded->n_letters + 1);
  memcpy (self->letters->data + first, folded->letters, folded->n_letters);
  self->letters->data[first + folded->n_letters] = 0;
  extend_starts (self);
  for (gsize i = 0; i < folded->n_words; i++)
    {
      guint position = first + folded->words[i].start;

      self->starts->data[position / 8] |= (guint8)(1u << (position % 8));
    }
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
  CbName name = { .start = self->letters->len,
                  .first_unit = self->units->len,
                  .document = document & 0xffffff,
                  .field = field & 0x3f,
                  .other = other ? 1 : 0,
                  .whole = whole ? 1 : 0 };

  if (folded->n_letters == 0)
    return;

  name.letter_set = cb_letters_to_set (folded->letters, folded->n_letters);
  add_letters (self, folded);
  add_units (self, folded);
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
