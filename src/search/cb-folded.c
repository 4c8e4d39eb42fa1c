/* cb-folded.c: a text as words that can be compared, with the way back to its bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-fold.h"

#include <string.h>

/**
 * cb_folded_init:
 * @self: (out): a folded text
 *
 * Makes @self an empty text, with the way back to its source.
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
  if (self->one_way)
    return;
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

/* Whether a small letter after @word takes the capital before it to a new word: as in HTTPStatus.
 */
static inline gboolean
gives_capital (const CbWord *word, gboolean previous_upper)
{
  return previous_upper && word->script == CB_SCRIPT_LATIN && word->capitals
         && word->n_letters >= 3;
}

/* fooBar is two words. So is HTTPStatus, but there one knows only when the small letter comes. */
static CbWord *
divide_at_case (CbFolded *self, CbWord *word, const CbPiece *piece, gboolean previous_upper)
{
  CbWord *second;
  guint last = (guint)self->n_letters - 1;

  if (piece->upper && !previous_upper)
    return begin_word (self, piece->script, piece->start, piece->end, TRUE);

  if (piece->upper || !gives_capital (word, previous_upper))
    return word;

  word->n_letters--;
  if (self->one_way)
    {
      second = begin_word (self, CB_SCRIPT_LATIN, 0, 0, TRUE);
    }
  else
    {
      word->source_end = self->ends[last - 1];
      second = begin_word (self, CB_SCRIPT_LATIN, self->sources[last], self->ends[last], TRUE);
    }
  second->start = last;
  second->n_letters = 1;

  return second;
}

/* What a byte of a text is, as far as it tells alone. */
typedef enum
{
  CB_BYTE_OTHER,
  CB_BYTE_SMALL,     /* a small letter */
  CB_BYTE_CAPITAL,   /* a capital letter */
  CB_BYTE_DIGIT,     /* a digit */
  CB_BYTE_SYLLABLE,  /* may begin a syllable */
  CB_BYTE_SEPARATOR, /* ASCII that separates words */
} CbByte;

/* Neither an apostrophe, nor a digit, nor a letter separates words, see also cb-divide.c. */
static const guint8 bytes[256] = {
  [0 ... '\'' - 1] = CB_BYTE_SEPARATOR, ['\'' + 1 ... '0' - 1] = CB_BYTE_SEPARATOR,
  ['0' ... '9'] = CB_BYTE_DIGIT,        ['9' + 1 ... 'A' - 1] = CB_BYTE_SEPARATOR,
  ['A' ... 'Z'] = CB_BYTE_CAPITAL,      ['Z' + 1 ... 'a' - 1] = CB_BYTE_SEPARATOR,
  ['a' ... 'z'] = CB_BYTE_SMALL,        ['z' + 1 ... 0x7f] = CB_BYTE_SEPARATOR,
  [0xea ... 0xed] = CB_BYTE_SYLLABLE,
};

static inline CbByte
byte_at (const char *text, gsize position)
{
  return (CbByte)bytes[(guchar)text[position]];
}

/* Adds the letters or digits from @position on that are of one kind. Returns where they end. */
static gsize
add_ascii (CbFolded *self, const char *text, gsize length, gsize position, CbByte kind)
{
  CbLetter *letters = self->letters + self->n_letters;
  gsize n = self->n_letters;
  gsize n_max = MIN (length - position, self->letters_size - n);
  gsize n_more = 0;

  /* The bit that makes a letter small is one that digits have. */
  for (; n_more < n_max && byte_at (text, position + n_more) == kind; n_more++)
    letters[n_more] = (CbLetter)text[position + n_more] | 0x20;
  self->n_letters += n_more;
  if (self->one_way)
    return position + n_more;

  memset (self->jamo + n, 0, n_more);
  for (gsize i = 0; i < n_more; i++)
    self->sources[n + i] = (guint)(position + i);
  for (gsize i = 0; i < n_more; i++)
    self->ends[n + i] = (guint)(position + i + 1);

  return position + n_more;
}

/* Adds the syllables from @position on. Returns where they end. */
static gsize
add_syllables (CbFolded *self, const char *text, gsize length, gsize position)
{
  const gsize n_max = self->letters_size - CB_HANGUL_MAX_LETTERS;
  gsize n = self->n_letters;
  gunichar character;

  if (self->one_way)
    {
      gsize n_more;

      position += cb_hangul_read_syllables (text + position, length - position, self->letters + n,
                                            self->letters_size - n, &n_more);
      self->n_letters += n_more;
      return position;
    }

  while (n < n_max && (character = cb_hangul_syllable_at (text + position, length - position)) != 0)
    {
      guint n_more = cb_hangul_to_letters (character, self->letters + n);

      for (gsize i = n; i < n + n_more; i++)
        {
          self->sources[i] = (guint)position;
          self->ends[i] = (guint)position + 3;
          self->jamo[i] = 0;
        }
      n += n_more;
      position += 3;
    }
  self->n_letters = n;

  return position;
}

static CbScript
script_of_byte (CbByte kind)
{
  switch (kind)
    {
    case CB_BYTE_SMALL:
    case CB_BYTE_CAPITAL:
      return CB_SCRIPT_LATIN;
    case CB_BYTE_DIGIT:
      return CB_SCRIPT_DIGIT;
    case CB_BYTE_SYLLABLE:
      return CB_SCRIPT_HANGUL;
    case CB_BYTE_SEPARATOR:
    case CB_BYTE_OTHER:
    default:
      return CB_SCRIPT_NONE;
    }
}

/* What nearly all of any text is: runs of letters of one case, of digits, or of syllables. Adds
 * those at the folder's position to @word, or to a new word, as the loop of cb_folded_set() would
 * one by one. Returns the word, %NULL if there is no such run. */
static CbWord *
add_run (CbFolded *self, CbFolder *folder, CbWord *word, gboolean glued, gboolean *previous_upper)
{
  const char *at = folder->text + folder->position;
  gsize left = folder->length - folder->position;
  gsize n_before = self->n_letters;
  CbScript script;
  CbByte kind;

  if (left == 0 || self->n_letters + CB_HANGUL_MAX_LETTERS >= self->letters_size)
    return NULL;

  kind = byte_at (at, 0);
  script = script_of_byte (kind);
  if (script == CB_SCRIPT_NONE
      || (kind == CB_BYTE_SYLLABLE && cb_hangul_syllable_at (at, left) == 0)
      || (kind == CB_BYTE_SMALL && word != NULL && gives_capital (word, *previous_upper)))
    return NULL;

  if (word == NULL || word->script != script || (kind == CB_BYTE_CAPITAL && !*previous_upper))
    word = begin_word (self, script, folder->position, folder->position, glued);
  folder->position = kind == CB_BYTE_SYLLABLE
                         ? add_syllables (self, folder->text, folder->length, folder->position)
                         : add_ascii (self, folder->text, folder->length, folder->position, kind);
  word->n_letters += (guint)(self->n_letters - n_before);
  word->source_end = folder->position;
  word->capitals = word->capitals && kind == CB_BYTE_CAPITAL;
  *previous_upper = kind == CB_BYTE_CAPITAL;

  return word;
}

/* Skips what separates words, as far as it is ASCII. Returns whether there was any. */
static gboolean
skip_separators (CbFolder *folder)
{
  const char *text = folder->text;
  gsize position = folder->position;
  gboolean any;

  while (position < folder->length && byte_at (text, position) == CB_BYTE_SEPARATOR)
    position++;
  any = position > folder->position;
  folder->position = position;

  return any;
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

  cb_folder_init (&folder, text != NULL ? text : "", length);
  for (;;)
    {
      CbWord *run;

      if (skip_separators (&folder))
        {
          word = NULL;
          glued = FALSE;
        }
      run = add_run (self, &folder, word, glued, &previous_upper);
      if (run != NULL)
        {
          word = run;
          glued = TRUE;
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
              if (!self->one_way)
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
          if (!self->one_way)
            {
              self->sources[self->n_letters] = (guint)piece.start;
              self->ends[self->n_letters] = (guint)piece.end;
              self->jamo[self->n_letters] = piece.jamo ? 1 : 0;
            }
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
 * cb_folded_append_word:
 * @self: a folded text, one way
 * @other: another one
 * @i: one of its words
 *
 * Appends a word, divided from the one before it.
 */
void
cb_folded_append_word (CbFolded *self, const CbFolded *other, gsize i)
{
  const CbWord *model = &other->words[i];
  CbWord *word;

  g_assert (self->one_way);

  reserve_letters (self, model->n_letters);
  word = begin_word (self, model->script, 0, 0, FALSE);
  word->capitals = model->capitals;
  word->n_letters = model->n_letters;
  memcpy (self->letters + self->n_letters, other->letters + model->start, model->n_letters);
  self->n_letters += model->n_letters;
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
