/* cb-stretches.c: which words each stretch of the texts of an index is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-stretches.h"

#include <string.h>

#include "cb-divide.h"

#define N_SLOT_BITS_FIRST 15
#define N_STRETCHES_FIRST (1u << 14)
#define N_PLACES_FIRST 256

/**
 * cb_stretches_init:
 * @self: (out): stretches
 *
 * Makes @self empty.
 */
void
cb_stretches_init (CbStretches *self)
{
  memset (self, 0, sizeof *self);
  self->n_slot_bits = N_SLOT_BITS_FIRST;
  self->slots = g_new0 (guint32, 1u << self->n_slot_bits);
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (guint), N_STRETCHES_FIRST);
}

/**
 * cb_stretches_clear:
 * @self: stretches
 *
 * Frees what @self owns.
 */
void
cb_stretches_clear (CbStretches *self)
{
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->edges, g_free);
  g_clear_pointer (&self->stretches, g_free);
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->words, g_array_unref);
}

/* What is not of the first @length bytes becomes zero. */
static inline guint64
keep_first (guint64 bytes, gsize length)
{
  static const guint64 rest[] = {
    G_GUINT64_CONSTANT (0x0000000000000000), G_GUINT64_CONSTANT (0x00000000000000ff),
    G_GUINT64_CONSTANT (0x000000000000ffff), G_GUINT64_CONSTANT (0x0000000000ffffff),
    G_GUINT64_CONSTANT (0x00000000ffffffff), G_GUINT64_CONSTANT (0x000000ffffffffff),
    G_GUINT64_CONSTANT (0x0000ffffffffffff), G_GUINT64_CONSTANT (0x00ffffffffffffff),
    G_GUINT64_CONSTANT (0xffffffffffffffff),
  };

  return bytes & GUINT64_TO_LE (rest[length]);
}

/* There are @n_readable bytes from @text on. */
static inline void
read_bytes (guint64 bytes[2], const char *text, gsize length, gsize n_readable)
{
  if (n_readable < CB_STRETCH_MAX_BYTES)
    {
      memset (bytes, 0, CB_STRETCH_MAX_BYTES);
      memcpy (bytes, text, length);
      return;
    }

  memcpy (bytes, text, CB_STRETCH_MAX_BYTES);
  bytes[0] = keep_first (bytes[0], MIN (length, 8));
  bytes[1] = keep_first (bytes[1], MAX (length, 8) - 8);
}

/* The highest bits of a product depend on all bits of its factors. */
static inline guint32
find_first_slot (const CbStretches *self, const guint64 bytes[2])
{
  guint64 mixed = bytes[0] * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
                  ^ bytes[1] * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);

  return (guint32)(mixed >> (64 - self->n_slot_bits));
}

static void
reserve_places (CbStretches *self, gsize length)
{
  gsize n = CB_DIVIDE_MAX_EDGES (length) / 2 + 1;

  if (n <= self->places_size)
    return;

  self->places_size = MAX (N_PLACES_FIRST, 2 * n);
  self->places = g_renew (CbStretchPlace, self->places, self->places_size);
  self->edges = g_renew (guint32, self->edges, 2 * self->places_size);
}

/**
 * cb_stretches_set_text:
 * @self: stretches
 * @text: (array length=length): any bytes but zero, which must outlive their being at hand
 * @length: how many, less than 4 GiB
 *
 * Divides a text. The stretches are looked up later: so the memory where they are comes while the
 * text is read.
 */
void
cb_stretches_set_text (CbStretches *self, const char *text, gsize length)
{
  reserve_places (self, length);
  self->n_places = cb_divide (text, length, self->edges);
  for (gsize i = 0; i < self->n_places; i++)
    {
      CbStretchPlace *place = &self->places[i];
      guint32 start = self->edges[2 * i];

      place->text = text + start;
      place->length = self->edges[2 * i + 1] - start;
      if (place->length > CB_STRETCH_MAX_BYTES)
        continue;

      read_bytes (place->bytes, place->text, place->length, length - start);
      place->slot = find_first_slot (self, place->bytes);
      __builtin_prefetch (&self->slots[place->slot]);
    }
}

/**
 * cb_stretches_get_words:
 * @self: stretches
 * @i: a stretch of the text at hand
 * @words: (out) (array length=n_words): its words, until one is added
 * @n_words: (out): how many
 *
 * Looks a stretch up.
 *
 * Returns: whether its words are known
 */
gboolean
cb_stretches_get_words (CbStretches *self, gsize i, const guint **words, guint *n_words)
{
  CbStretchPlace *place = &self->places[i];
  guint32 mask = (1u << self->n_slot_bits) - 1;

  if (place->length > CB_STRETCH_MAX_BYTES)
    return FALSE;

  for (; self->slots[place->slot] != 0; place->slot = (place->slot + 1) & mask)
    {
      const CbStretch *stretch = &self->stretches[self->slots[place->slot] - 1];

      if (stretch->bytes[0] == place->bytes[0] && stretch->bytes[1] == place->bytes[1])
        {
          *n_words = stretch->n_words;
          *words = stretch->n_words == 1 ? &stretch->first
                                         : &g_array_index (self->words, guint, stretch->first);
          return TRUE;
        }
    }

  return FALSE;
}

/* The text at hand is still to be looked up where the stretches are from now on. */
static void
grow_slots (CbStretches *self)
{
  guint32 mask;

  self->n_slot_bits++;
  mask = (1u << self->n_slot_bits) - 1;
  g_free (self->slots);
  self->slots = g_new0 (guint32, mask + 1);
  for (guint i = 0; i < self->n_stretches; i++)
    {
      guint32 slot = find_first_slot (self, self->stretches[i].bytes);

      while (self->slots[slot] != 0)
        slot = (slot + 1) & mask;
      self->slots[slot] = i + 1;
    }
  for (gsize i = 0; i < self->n_places; i++)
    if (self->places[i].length <= CB_STRETCH_MAX_BYTES)
      self->places[i].slot = find_first_slot (self, self->places[i].bytes);
}

/**
 * cb_stretches_add_words:
 * @self: stretches
 * @i: a stretch of the text at hand, which cb_stretches_get_words() does not know
 * @words: (array length=n_words): its words
 * @n_words: how many
 *
 * Keeps the words of a stretch, unless it is long.
 */
void
cb_stretches_add_words (CbStretches *self, gsize i, const guint *words, guint n_words)
{
  const CbStretchPlace *place = &self->places[i];
  CbStretch *stretch;

  if (place->length > CB_STRETCH_MAX_BYTES)
    return;

  if (self->n_stretches == self->stretches_size)
    {
      self->stretches_size = MAX (N_STRETCHES_FIRST, 2 * self->stretches_size);
      self->stretches = g_renew (CbStretch, self->stretches, self->stretches_size);
    }

  stretch = &self->stretches[self->n_stretches++];
  memcpy (stretch->bytes, place->bytes, sizeof stretch->bytes);
  stretch->n_words = n_words;
  stretch->first = n_words == 1 ? words[0] : self->words->len;
  if (n_words > 1)
    g_array_append_vals (self->words, words, n_words);

  self->slots[place->slot] = self->n_stretches;
  if (self->n_stretches > (2u << self->n_slot_bits) / 3)
    grow_slots (self);
}
