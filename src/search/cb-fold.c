/* cb-fold.c: text made comparable, with the way back to its bytes */
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

/* The syllable from 가 to 힣 that begins here, three bytes each, or 0. */
static inline gunichar
syllable_at (const char *text, gsize length)
{
  const guchar *bytes = (const guchar *)text;
  gunichar character;

  if (length < 3 || bytes[0] < 0xea || bytes[0] > 0xed || (bytes[1] & 0xc0) != 0x80
      || (bytes[2] & 0xc0) != 0x80)
    return 0;

  character = ((gunichar)(bytes[0] & 0x0f) << 12) | ((gunichar)(bytes[1] & 0x3f) << 6)
              | (gunichar)(bytes[2] & 0x3f);

  return character >= 0xac00 && character <= 0xd7a3 ? character : 0;
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

  character = syllable_at (start, self->length - self->position);
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

/**
 * cb_folded_init:
 * @self: (out): a folded text
 *
 * Makes @self an empty text.
 */
void
cb_folded_init (CbFolded *self)
{
  memset (self, 0, sizeof *self);
}

static void
reserve_letters (CbFolded *self, gsize n_more)
{
  if (self->n_letters + n_more <= self->letters_size)
    return;

  self->letters_size = MAX (256, (self->n_letters + n_more) * 2);
  self->letters = g_renew (CbLetter, self->letters, self->letters_size);
  self->sources = g_renew (guint, self->sources, self->letters_size);
  self->ends = g_renew (guint, self->ends, self->letters_size);
  self->jamo = g_renew (guint8, self->jamo, self->letters_size);
}

static CbWord *
begin_word (CbFolded *self, CbScript script, gsize start, gsize end, gboolean glued)
{
  CbWord *word;

  if (self->n_words == self->words_size)
    {
      self->words_size = MAX (64, self->words_size * 2);
      self->words = g_renew (CbWord, self->words, self->words_size);
    }

  word = &self->words[self->n_words++];
  word->start = (guint)self->n_letters;
  word->n_letters = 0;
  word->script = script;
  word->glued = glued;
  word->capitals = TRUE;
  word->source_start = start;
  word->source_end = end;

  return word;
}

/* fooBar is two words. So is HTTPStatus, but there one knows only when the small letter comes: the
 * capital before it moves to the new word. */
static CbWord *
divide_at_case (CbFolded *self, CbWord *word, const CbPiece *piece, gboolean previous_upper)
{
  CbWord *second;
  guint last = (guint)self->n_letters - 1;

  if (piece->upper && !previous_upper)
    return begin_word (self, piece->script, piece->start, piece->end, TRUE);

  if (piece->upper || !previous_upper || word->n_letters < 3 || !word->capitals)
    return word;

  word->n_letters--;
  word->source_end = self->ends[last - 1];
  second = begin_word (self, CB_SCRIPT_LATIN, self->sources[last], self->ends[last], TRUE);
  second->start = last;
  second->n_letters = 1;

  return second;
}

static inline gboolean
is_small (char c)
{
  return c >= 'a' && c <= 'z';
}

/* Adds the small letters from @position on. Returns where they end. */
static gsize
add_small_letters (CbFolded *self, const char *text, gsize length, gsize position)
{
  gsize n = self->n_letters;
  gsize n_more = 0;

  while (position + n_more < length && n + n_more < self->letters_size
         && is_small (text[position + n_more]))
    n_more++;

  memcpy (self->letters + n, text + position, n_more);
  memset (self->jamo + n, 0, n_more);
  for (gsize i = 0; i < n_more; i++)
    self->sources[n + i] = (guint)(position + i);
  for (gsize i = 0; i < n_more; i++)
    self->ends[n + i] = (guint)(position + i + 1);
  self->n_letters += n_more;

  return position + n_more;
}

/* Adds the syllables from @position on. Returns where they end. */
static gsize
add_syllables (CbFolded *self, const char *text, gsize length, gsize position)
{
  const gsize n_max = self->letters_size - CB_HANGUL_MAX_LETTERS;
  gsize n = self->n_letters;
  gunichar character;

  while (n < n_max && (character = syllable_at (text + position, length - position)) != 0)
    {
      guint n_more = cb_hangul_to_letters (character, self->letters + n);

      for (guint i = 0; i < n_more; i++, n++)
        {
          self->sources[n] = (guint)position;
          self->ends[n] = (guint)position + 3;
          self->jamo[n] = 0;
        }
      position += 3;
    }
  self->n_letters = n;

  return position;
}

/* What most of any text is: runs of small letters, or of syllables. Adds those at the folder's
 * position to @word, or to a new word, as the loop of cb_folded_set() would one by one. Returns the
 * word, %NULL if there is no such run. */
static CbWord *
add_run (CbFolded *self, CbFolder *folder, CbWord *word, gboolean glued)
{
  const char *at = folder->text + folder->position;
  gsize left = folder->length - folder->position;
  gsize n_before = self->n_letters;
  CbScript script;

  if (left == 0 || self->n_letters + CB_HANGUL_MAX_LETTERS >= self->letters_size)
    return NULL;

  if (is_small (*at))
    script = CB_SCRIPT_LATIN;
  else if (syllable_at (at, left) != 0)
    script = CB_SCRIPT_HANGUL;
  else
    return NULL;

  if (word == NULL || word->script != script)
    word = begin_word (self, script, folder->position, folder->position, glued);
  folder->position = script == CB_SCRIPT_LATIN
                         ? add_small_letters (self, folder->text, folder->length, folder->position)
                         : add_syllables (self, folder->text, folder->length, folder->position);
  word->n_letters += (guint)(self->n_letters - n_before);
  word->source_end = folder->position;
  word->capitals = FALSE;

  return word;
}

/* Skips what separates words, as far as it is ASCII. Returns whether there was any. */
static gboolean
skip_separators (CbFolder *folder)
{
  gsize start = folder->position;

  while (folder->position < folder->length)
    {
      char c = folder->text[folder->position];

      if ((guchar)c >= 0x80 || g_ascii_isalnum (c) || c == '\'')
        break;
      folder->position++;
    }

  return folder->position > start;
}

/**
 * cb_folded_set:
 * @self: a folded text
 * @text: (array length=length) (nullable): any bytes
 * @length: how many, less than 4 GiB
 *
 * Makes @self the fold of @text.
 */
void
cb_folded_set (CbFolded *self, const char *text, gsize length)
{
  CbFolder folder;
  CbPiece piece;
  CbWord *word = NULL;
  gboolean glued = FALSE;
  gboolean previous_upper = FALSE;

  g_assert (self != NULL);
  g_assert (length < G_MAXUINT);

  self->n_letters = 0;
  self->n_words = 0;

  /* Enough for nearly every text: a syllable of three bytes has two or three letters. */
  reserve_letters (self, length + CB_PIECE_MAX_LETTERS);

  cb_folder_init (&folder, text, length);
  for (;;)
    {
      CbWord *run = NULL;

      if (skip_separators (&folder))
        {
          word = NULL;
          glued = FALSE;
        }
      if (word == NULL || word->script != CB_SCRIPT_LATIN || !previous_upper)
        run = add_run (self, &folder, word, glued);
      if (run != NULL)
        {
          word = run;
          glued = TRUE;
          previous_upper = FALSE;
          continue;
        }
      if (!cb_folder_next (&folder, &piece))
        break;
      if (self->n_letters + CB_PIECE_MAX_LETTERS > self->letters_size)
        reserve_letters (self, CB_PIECE_MAX_LETTERS);

      if (piece.script == CB_SCRIPT_JOINER)
        {
          if (word != NULL && self->n_letters > 0)
            {
              word->source_end = piece.end;
              self->ends[self->n_letters - 1] = (guint)piece.end;
            }
          continue;
        }

      if (piece.n_letters == 0)
        {
          word = NULL;
          glued = FALSE;
          continue;
        }

      if (word == NULL || word->script != piece.script)
        word = begin_word (self, piece.script, piece.start, piece.end, glued);
      else if (piece.script == CB_SCRIPT_LATIN)
        word = divide_at_case (self, word, &piece, previous_upper);

      for (guint i = 0; i < piece.n_letters; i++)
        {
          self->letters[self->n_letters] = piece.letters[i];
          self->sources[self->n_letters] = (guint)piece.start;
          self->ends[self->n_letters] = (guint)piece.end;
          self->jamo[self->n_letters] = piece.jamo ? 1 : 0;
          self->n_letters++;
        }
      word->n_letters += piece.n_letters;
      word->source_end = piece.end;
      word->capitals = word->capitals && piece.upper;
      previous_upper = piece.upper;
      glued = TRUE;
    }
}

/**
 * cb_folded_clear:
 * @self: a folded text
 *
 * Frees what @self owns and makes it an empty text.
 */
void
cb_folded_clear (CbFolded *self)
{
  g_clear_pointer (&self->letters, g_free);
  g_clear_pointer (&self->sources, g_free);
  g_clear_pointer (&self->ends, g_free);
  g_clear_pointer (&self->jamo, g_free);
  g_clear_pointer (&self->words, g_free);
  cb_folded_init (self);
}

/**
 * cb_fold_to_bytes:
 * @text: (nullable): any string
 *
 * Folds a whole text, for tests and for tables that are written as text.
 *
 * Returns: (transfer full): its letters
 */
GBytes *
cb_fold_to_bytes (const char *text)
{
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  cb_folded_set (&folded, text, text != NULL ? strlen (text) : 0);

  return g_bytes_new (folded.letters, folded.n_letters);
}
