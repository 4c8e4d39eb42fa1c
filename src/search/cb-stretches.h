/* cb-stretches.h: which words each stretch of the texts of an index is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch is bytes that nothing in ASCII separates, see cb_divide(). Texts say the same again and
 * again: of ten stretches in the catalog nine were there before, and need not be folded and looked
 * up once more. What is longer than this is rare, and not kept. */
#define CB_STRETCH_MAX_BYTES 16

/**
 * CbStretch:
 * @bytes: its bytes, with zeros behind, which are in no text
 * @first: if it is one word, that word; else where its words begin among those of all stretches
 * @n_words: how many words it has
 *
 * A short stretch.
 */
typedef struct
{
  guint64 bytes[2];
  guint32 first;
  guint32 n_words;
} CbStretch;

/**
 * CbStretchPlace:
 * @bytes: as in #CbStretch; nothing if it is too long
 * @text: where it begins
 * @length: its length
 * @slot: where it is, or would be, looked for first
 *
 * A stretch in the text at hand.
 */
typedef struct
{
  guint64 bytes[2];
  const char *text;
  gsize length;
  guint32 slot;
} CbStretchPlace;

/**
 * CbStretches:
 * @places: the stretches of the text at hand, in their order
 * @n_places: how many
 *
 * All short stretches so far, and those of the text at hand.
 */
typedef struct
{
  CbStretchPlace *places;
  gsize n_places;
  /*< private >*/
  gsize places_size;
  guint32 *edges; /* where they begin and end */
  CbStretch *stretches;
  guint n_stretches;
  guint stretches_size;
  guint32 *slots; /* the number of a stretch, plus 1 */
  guint n_slot_bits;
  GArray *words;
} CbStretches;

void     cb_stretches_init      (CbStretches  *self);
void     cb_stretches_clear     (CbStretches  *self);
void     cb_stretches_set_text  (CbStretches  *self,
                                 const char   *text,
                                 gsize         length);
gboolean cb_stretches_get_words (CbStretches  *self,
                                 gsize         i,
                                 const guint **words,
                                 guint        *n_words);
void     cb_stretches_add_words (CbStretches  *self,
                                 gsize         i,
                                 const guint  *words,
                                 guint         n_words);

G_END_DECLS
