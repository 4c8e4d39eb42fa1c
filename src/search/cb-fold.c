/* cb-fold.c: a text made comparable, character by character */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-fold.h"

#include <string.h>

/* Capitals, accents, width and shape go; letters of Hangul come apart (cb-hangul.c); ASCII needs no
 * Unicode table. The rest is compatibility decomposition and case folding (Unicode 16, chapters 3.7
 * and 3.13). */

/* Conjoining final consonants. */
#define FINAL_FIRST 0x11a8
#define FINAL_LAST 0x11c2

static void
set_ascii (CbPiece *piece, guchar c)
{
  if (g_ascii_isalpha (c))
    {
      piece->script = CB_SCRIPT_LATIN;
      piece->upper = g_ascii_isupper (c);
      piece->letters[0] = (CbLetter)g_ascii_tolower ((char)c);
      piece->n_letters = 1;
    }
  else if (g_ascii_isdigit (c))
    {
      piece->script = CB_SCRIPT_DIGIT;
      piece->letters[0] = c;
      piece->n_letters = 1;
    }
  else
    {
      piece->script = c == '\'' ? CB_SCRIPT_JOINER : CB_SCRIPT_NONE;
    }
}

static void
append_other (CbPiece *piece, gunichar character)
{
  CbLetter *letters = piece->letters + piece->n_letters;

  if (piece->n_letters + 4 > CB_PIECE_MAX_LETTERS)
    return;

  letters[0] = (CbLetter)(CB_LETTER_OTHER | (character >> 18));
  letters[1] = (CbLetter)(CB_LETTER_REST | ((character >> 12) & 0x3f));
  letters[2] = (CbLetter)(CB_LETTER_REST | ((character >> 6) & 0x3f));
  letters[3] = (CbLetter)(CB_LETTER_REST | (character & 0x3f));
  piece->n_letters += 4;
}

/* Decomposes a character that neither ASCII nor the Hangul blocks explain. The parts say what the
 * whole is. */
static void
set_decomposed (CbPiece *piece, gunichar character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));

  piece->upper = g_unichar_isupper (character);
  n_parts = MIN (n_parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = g_unichar_tolower (parts[i]);
      CbLetter hangul[CB_HANGUL_MAX_LETTERS];
      guint n_hangul;

      if (g_unichar_ismark (part))
        continue;

      n_hangul = cb_hangul_to_letters (part, hangul);
      if (n_hangul > 0 && piece->n_letters + n_hangul <= CB_PIECE_MAX_LETTERS)
        {
          memcpy (piece->letters + piece->n_letters, hangul, n_hangul);
          piece->n_letters += n_hangul;
          piece->script = CB_SCRIPT_HANGUL;
        }
      else if (part < 0x80)
        {
          CbPiece ascii = { 0 };

          set_ascii (&ascii, (guchar)part);
          if (ascii.n_letters == 1 && piece->n_letters < CB_PIECE_MAX_LETTERS)
            {
              piece->letters[piece->n_letters++] = ascii.letters[0];
              piece->script = ascii.script;
            }
        }
      else if (g_unichar_isalnum (part))
        {
          append_other (piece, part);
          piece->script = CB_SCRIPT_OTHER;
        }
    }
}

static gboolean
is_joiner (gunichar character)
{
  /* ’ and ʼ as apostrophes, soft hyphen, zero width characters, the byte order mark. */
  return character == 0x2019 || character == 0x02bc || character == 0xad
         || (character >= 0x200b && character <= 0x200f) || character == 0x2060
         || character == 0xfeff || g_unichar_ismark (character);
}

/**
 * cb_folder_init:
 * @self: (out): a folder
 * @text: (array length=length): any bytes, which must outlive @self
 * @length: how many
 *
 * Begins to read @text.
 */
void
cb_folder_init (CbFolder *self, const char *text, gsize length)
{
  g_assert (self != NULL);
  g_assert (text != NULL || length == 0);

  self->text = text;
  self->length = length;
  self->position = 0;
}

/**
 * cb_folder_next:
 * @self: a folder
 * @piece: (out): the next character
 *
 * Reads on. A byte that is not UTF-8 is a character of its own, which separates words.
 *
 * Returns: whether there was a character
 */
gboolean
cb_folder_next (CbFolder *self, CbPiece *piece)
{
  const char *start;
  gunichar character;

  g_assert (self != NULL);
  g_assert (piece != NULL);

  if (self->position >= self->length)
    return FALSE;

  piece->script = CB_SCRIPT_NONE;
  piece->upper = FALSE;
  piece->jamo = FALSE;
  piece->n_letters = 0;
  piece->start = self->position;

  start = self->text + self->position;
  if ((guchar)*start < 0x80)
    {
      set_ascii (piece, (guchar)*start);
      piece->end = ++self->position;
      return TRUE;
    }

  character = cb_hangul_syllable_at (start, self->length - self->position);
  if (character != 0)
    {
      piece->n_letters = cb_hangul_to_letters (character, piece->letters);
      piece->script = CB_SCRIPT_HANGUL;
      self->position += 3;
      piece->end = self->position;
      return TRUE;
    }

  character = g_utf8_get_char_validated (start, (gssize)MIN (self->length - self->position, 6));
  if (character == (gunichar)-1 || character == (gunichar)-2)
    {
      piece->end = ++self->position;
      return TRUE;
    }

  self->position += (gsize)g_unichar_to_utf8 (character, NULL);
  piece->end = self->position;

  piece->n_letters = cb_hangul_to_letters (character, piece->letters);
  if (piece->n_letters > 0)
    {
      piece->script = CB_SCRIPT_HANGUL;
      piece->jamo = cb_letter_is_consonant (piece->letters[0]) && character < 0xac00
                    && (character < FINAL_FIRST || character > FINAL_LAST);
      piece->jamo = piece->jamo || (character >= 0xffa1 && character <= 0xffbe);
    }
  else if (is_joiner (character))
    piece->script = CB_SCRIPT_JOINER;
  else
    set_decomposed (piece, character);

  return TRUE;
}
