/* cb-fold.h: text made comparable, with the way back to its bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hangul.h"

G_BEGIN_DECLS

/**
 * CbScript:
 *
 * What a character is to a search.
 */
typedef enum
{
  CB_SCRIPT_NONE, /* separates words: white space, punctuation, symbols, bytes that are not UTF-8 */
  CB_SCRIPT_JOINER, /* leaves no trace: apostrophes, combining marks, characters without width */
  CB_SCRIPT_DIGIT,
  CB_SCRIPT_LATIN,
  CB_SCRIPT_HANGUL,
  CB_SCRIPT_OTHER,
} CbScript;

#define CB_PIECE_MAX_LETTERS 16

/**
 * CbPiece:
 * @script: what the character is
 * @upper: whether it is a capital letter
 * @jamo: whether it is a letter of Hangul that stands alone, or may: not a syllable, and not a
 * conjoining vowel or final
 * @letters: what it compares as
 * @n_letters: how many
 * @start: its first byte in the source
 * @end: the byte after its last
 *
 * One character of a text, folded.
 */
typedef struct
{
  CbScript script;
  gboolean upper;
  gboolean jamo;
  CbLetter letters[CB_PIECE_MAX_LETTERS];
  guint n_letters;
  gsize start;
  gsize end;
} CbPiece;

/**
 * CbFolder:
 *
 * Reads a text character by character. Any bytes are a text. Lives on the stack and owns nothing.
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize position;
} CbFolder;

void     cb_folder_init (CbFolder   *self,
                         const char *text,
                         gsize       length);
gboolean cb_folder_next (CbFolder   *self,
                         CbPiece    *piece);

/**
 * CbWord:
 * @start: its first letter within the letters of the whole text
 * @n_letters: how many
 * @script: of all its letters
 * @glued: whether nothing separates it from the word before it, as in 404에러
 * @source_start: its first byte in the source
 * @source_end: the byte after its last
 * @capitals: whether all its letters are capitals
 *
 * A run of letters of one script. Case divides words too, as in NotFound and HTTPStatus.
 */
typedef struct
{
  guint start;
  guint n_letters;
  CbScript script;
  gboolean glued;
  gboolean capitals;
  gsize source_start;
  gsize source_end;
} CbWord;

/**
 * CbFolded:
 * @letters: (array): the letters of all words, without what is between them
 * @n_letters: how many
 * @sources: (array): for each letter the first byte of the character that it comes from
 * @ends: (array): for each letter the byte after that character
 * @jamo: (array): for each letter whether that character is a consonant on its own, as in 찾ㅇ
 * @words: (array): the words
 * @n_words: how many
 * @one_way: whether nobody asks where the letters come from: @sources, @ends and @jamo, and where
 * the words are in the source, are not written, which saves most of the time
 *
 * A text as words of letters. Used again and again for many texts, it allocates only when one is
 * longer than all before it.
 */
typedef struct
{
  CbLetter *letters;
  gsize n_letters;
  guint *sources;
  guint *ends;
  guint8 *jamo;
  CbWord *words;
  gsize n_words;
  gboolean one_way;
  /*< private >*/
  gsize letters_size;
  gsize words_size;
} CbFolded;

void     cb_folded_init  (CbFolded   *self);
void     cb_folded_set   (CbFolded   *self,
                          const char *text,
                          gsize       length);
void     cb_folded_append_word (CbFolded       *self,
                                const CbFolded *other,
                                gsize           i);
void     cb_folded_clear (CbFolded   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CbFolded, cb_folded_clear)

GBytes  *cb_fold_to_bytes (const char *text);

G_END_DECLS
