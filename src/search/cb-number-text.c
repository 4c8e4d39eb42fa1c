/* cb-number-text.c: a text while numbers are looked for in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-number-text.h"

#include <string.h>

/**
 * cb_number_text_init:
 * @self: (out): a text
 * @text: (array length=length): any bytes, which must outlive @self
 * @length: how many
 *
 * Reads @text.
 */
void
cb_number_text_init (CbNumberText *self, const char *text, gsize length)
{
  CbFolder folder;
  CbPiece piece;

  self->characters = g_new (char, length + 1);
  self->sources = g_new (guint, length + 1);
  self->n = 0;
  self->text = text;

  cb_folder_init (&folder, text, length);
  while (cb_folder_next (&folder, &piece))
    {
      char c = text[piece.start];

      if (piece.script == CB_SCRIPT_HANGUL)
        c = CB_NUMBER_KOREAN;
      else if (piece.n_letters == 1)
        c = (char)piece.letters[0];
      else if ((guchar)c >= 0x80)
        c = CB_NUMBER_OTHER;
      self->characters[self->n] = c;
      self->sources[self->n++] = (guint)piece.start;
    }
  self->characters[self->n] = 0;
  self->sources[self->n] = (guint)length;
}

/**
 * cb_number_text_clear:
 * @self: a text
 *
 * Frees what @self owns.
 */
void
cb_number_text_clear (CbNumberText *self)
{
  g_free (self->characters);
  g_free (self->sources);
}

/**
 * cb_number_text_skip_spaces:
 * @self: a text
 * @i: a place in it
 *
 * Returns: the first place from @i on that is no space
 */
gsize
cb_number_text_skip_spaces (const CbNumberText *self, gsize i)
{
  while (self->characters[i] == ' ')
    i++;

  return i;
}

/**
 * cb_number_text_has:
 * @self: a text
 * @i: a place in it
 * @prefix: ASCII, in small letters
 *
 * Returns: whether @prefix stands there
 */
gboolean
cb_number_text_has (const CbNumberText *self, gsize i, const char *prefix)
{
  return strncmp (self->characters + i, prefix, strlen (prefix)) == 0;
}

/**
 * cb_number_text_has_korean:
 * @self: a text
 * @i: a place in it
 * @prefix: Korean
 *
 * Returns: whether @prefix stands there
 */
gboolean
cb_number_text_has_korean (const CbNumberText *self, gsize i, const char *prefix)
{
  const char *text = self->text + self->sources[i];
  gsize n = strlen (prefix);

  return self->sources[self->n] - self->sources[i] >= n && memcmp (text, prefix, n) == 0;
}
