/* cb-hangul.h: the letters that a search compares, and Hangul taken apart into them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CbLetter:
 *
 * One key stroke, the unit of every comparison of a search: a Latin letter (in lower case) or a
 * digit as its ASCII character, a consonant or a vowel of Hangul as it is typed in the two-set
 * layout, or a byte of another script's letter. 섭 and the beginning of 서버 are the same letters,
 * which is why a half-built syllable needs no rule of its own, and an edit distance counts key
 * strokes.
 */
typedef guint8 CbLetter;

/* The 19 initial consonants in the order of Unicode's Hangul Syllables block (chapter 3.12). */
#define CB_LETTER_CONSONANT 0x80
#define CB_N_CONSONANTS 19
/* The 14 vowels that have a key: ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ. */
#define CB_LETTER_VOWEL 0xa0
#define CB_N_VOWELS 14
/* A character of another script is four bytes: 0xb0 to 0xb7, then three from 0xc0 on. */
#define CB_LETTER_OTHER 0xb0
#define CB_LETTER_REST 0xc0

#define CB_HANGUL_MAX_LETTERS 5

static inline gboolean
cb_letter_is_consonant (CbLetter letter)
{
  return letter >= CB_LETTER_CONSONANT && letter < CB_LETTER_CONSONANT + CB_N_CONSONANTS;
}

static inline gboolean
cb_letter_is_vowel (CbLetter letter)
{
  return letter >= CB_LETTER_VOWEL && letter < CB_LETTER_VOWEL + CB_N_VOWELS;
}

static inline gboolean
cb_letter_is_hangul (CbLetter letter)
{
  return letter >= CB_LETTER_CONSONANT && letter < CB_LETTER_VOWEL + CB_N_VOWELS;
}

static inline gboolean
cb_letter_is_latin (CbLetter letter)
{
  return letter >= 'a' && letter <= 'z';
}

static inline gboolean
cb_letter_is_digit (CbLetter letter)
{
  return letter >= '0' && letter <= '9';
}

/* Where a word of @n_letters may be cut without cutting a character: not within a syllable. A
 * consonant begins a syllable exactly if a vowel follows it. */
static inline gboolean
cb_letters_is_syllable_start (const CbLetter *letters,
                              gsize           n_letters,
                              gsize           position)
{
  if (position == 0 || position >= n_letters)
    return TRUE;
  if (cb_letter_is_vowel (letters[position]))
    return !cb_letter_is_hangul (letters[position - 1]);
  if (cb_letter_is_consonant (letters[position]))
    return !cb_letter_is_hangul (letters[position - 1])
           || (position + 1 < n_letters && cb_letter_is_vowel (letters[position + 1]));
  return letters[position] < CB_LETTER_REST;
}

/* Which letters there are, as a set of 32, in which vowels of Hangul come after its consonants. Two
 * words that are so many edits apart have at most as many letters that the other has not. */
static inline guint32
cb_letters_to_set (const CbLetter *letters,
                   gsize           n_letters)
{
  guint32 set = 0;

  for (gsize i = 0; i < n_letters; i++)
    set |= 1u << ((letters[i] + (letters[i] >= CB_LETTER_VOWEL ? CB_N_CONSONANTS : 0)) % 32);

  return set;
}

static inline gboolean
cb_letter_set_has_more (guint32 set,
                        guint   max)
{
  for (; max > 0; max--)
    set &= set - 1;

  return set != 0;
}

/* The syllable from 가 to 힣 that begins here, three bytes each, or 0. */
static inline gunichar
cb_hangul_syllable_at (const char *text,
                       gsize       length)
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

guint    cb_hangul_to_letters      (gunichar        character,
                                    CbLetter       *letters);
gsize    cb_hangul_read_syllables  (const char     *text,
                                    gsize           length,
                                    CbLetter       *letters,
                                    gsize           n_max,
                                    gsize          *n_letters);
gunichar cb_hangul_compose         (guint           initial,
                                    guint           medial,
                                    guint           final);
int      cb_hangul_join_vowels     (CbLetter        first,
                                    CbLetter        second);
int      cb_hangul_join_finals     (CbLetter        first,
                                    CbLetter        second);
int      cb_hangul_vowel_index     (CbLetter        letter);
gunichar cb_hangul_to_compatibility (CbLetter       letter);
guint    cb_letters_count_syllables (const CbLetter *letters,
                                     gsize           n_letters);

G_END_DECLS
