/* cb-divide.c: a text as stretches of bytes that nothing in ASCII separates */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-divide.h"

#include <string.h>

/* As many bytes as fit into a set. */
#define BLOCK 64

/* Which of its bytes are of a stretch: neither an apostrophe, nor a digit, nor a letter separates
 * words. No step depends on what the bytes are, so that a compiler does many at once. */
static guint64
read_block (const char block[BLOCK])
{
  guint8 parts[BLOCK];
  guint64 set = 0;

  for (guint i = 0; i < BLOCK; i++)
    {
      guint8 byte = (guint8)block[i];
      guint8 letter = (guint8)((byte | 0x20) - 'a');
      guint8 digit = (guint8)(byte - '0');

      parts[i] = (letter <= 'z' - 'a') | (digit <= 9) | (byte == '\'') | (byte >= 0x80);
    }

  /* Eight bytes that are 0 or 1 become eight bits. */
  for (guint i = 0; i < BLOCK / 8; i++)
    {
      guint64 bytes;

      memcpy (&bytes, parts + 8 * i, sizeof bytes);
      bytes = GUINT64_FROM_LE (bytes) * G_GUINT64_CONSTANT (0x0102040810204080);
      set |= bytes >> 56 << 8 * i;
    }

  return set;
}

/**
 * cb_divide:
 * @text: (array length=length): any bytes
 * @length: how many, less than 4 GiB
 * @edges: (out) (array): where each stretch begins and where it ends, by turns; there must be room
 *   for %CB_DIVIDE_MAX_EDGES
 *
 * Divides a text. What a stretch folds to does not depend on what is around it: the words of a text
 * are those of its stretches.
 *
 * Returns: how many stretches there are
 */
gsize
cb_divide (const char *text, gsize length, guint32 *edges)
{
  gsize n = 0;
  guint64 inside = 0; /* whether the last byte was of a stretch */

  for (gsize start = 0; start < length; start += BLOCK)
    {
      char rest[BLOCK] = { 0 };
      gboolean whole = length - start >= BLOCK;
      guint64 set;

      if (!whole)
        memcpy (rest, text + start, length - start);
      set = read_block (whole ? text + start : rest);
      for (guint64 changes = set ^ (set << 1 | inside); changes != 0; changes &= changes - 1)
        edges[n++] = (guint32)(start + (gsize)__builtin_ctzll (changes));
      inside = set >> (BLOCK - 1);
    }
  /* The text may end where a block does. */
  edges[n] = (guint32)length;

  return (n + 1) / 2;
}
