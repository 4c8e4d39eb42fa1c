/* cb-hangul.c: the letters that a search compares, and Hangul taken apart into them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-hangul.h"

#include <string.h>

/* Unicode 16, chapter 3.12, "Conjoining Jamo Behavior". */
#define SYLLABLE_BASE 0xac00
#define INITIAL_BASE 0x1100
#define MEDIAL_BASE 0x1161
#define FINAL_BASE 0x11a7
#define N_MEDIALS 21
#define N_FINALS 28
#define N_SYLLABLES (CB_N_CONSONANTS * N_MEDIALS * N_FINALS)

/* Hangul Compatibility Jamo and the half-width forms of the same. */
#define COMPATIBILITY_FIRST 0x3131
#define COMPATIBILITY_VOWEL 0x314f
#define COMPATIBILITY_LAST 0x3163
#define HALF_WIDTH_FIRST 0xffa1
#define HALF_WIDTH_CONSONANT_LAST 0xffbe
#define HALF_WIDTH_LAST 0xffdc

#define C(index) (CB_LETTER_CONSONANT + (index))
#define V(index) (CB_LETTER_VOWEL + (index))

/* Index of an initial: ㄱ0 ㄲ1 ㄴ2 ㄷ3 ㄸ4 ㄹ5 ㅁ6 ㅂ7 ㅃ8 ㅅ9 ㅆ10 ㅇ11 ㅈ12 ㅉ13 ㅊ14 ㅋ15 ㅌ16
 * ㅍ17 ㅎ18. Index of a vowel's key: ㅏ0 ㅐ1 ㅑ2 ㅒ3 ㅓ4 ㅔ5 ㅕ6 ㅖ7 ㅗ8 ㅛ9 ㅜ10 ㅠ11 ㅡ12 ㅣ13.
 */

/* The keys of each medial: ㅏㅐㅑㅒㅓㅔㅕㅖㅗ ㅘㅙㅚ ㅛㅜ ㅝㅞㅟ ㅠㅡ ㅢ ㅣ. */
static const CbLetter medials[N_MEDIALS][2] = {
  { V (0) },         { V (1) },          { V (2) },  { V (3) },  { V (4) },
  { V (5) },         { V (6) },          { V (7) },  { V (8) },  { V (8), V (0) },
  { V (8), V (1) },  { V (8), V (13) },  { V (9) },  { V (10) }, { V (10), V (4) },
  { V (10), V (5) }, { V (10), V (13) }, { V (11) }, { V (12) }, { V (12), V (13) },
  { V (13) },
};

/* The keys of each final; the first one stands for none. */
static const CbLetter finals[N_FINALS][2] = {
  { 0 },
  { C (0) },
  { C (1) },
  { C (0), C (9) },
  { C (2) },
  { C (2), C (12) },
  { C (2), C (18) },
  { C (3) },
  { C (5) },
  { C (5), C (0) },
  { C (5), C (6) },
  { C (5), C (7) },
  { C (5), C (9) },
  { C (5), C (16) },
  { C (5), C (17) },
  { C (5), C (18) },
  { C (6) },
  { C (7) },
  { C (7), C (9) },
  { C (9) },
  { C (10) },
  { C (11) },
  { C (12) },
  { C (14) },
  { C (15) },
  { C (16) },
  { C (17) },
  { C (18) },
};

/* Hangul Compatibility Jamo from ㄱ to ㅎ, in their order. */
static const CbLetter compatibility[COMPATIBILITY_VOWEL - COMPATIBILITY_FIRST][2] = {
  { C (0) },         { C (1) },        { C (0), C (9) }, { C (2) },         { C (2), C (12) },
  { C (2), C (18) }, { C (3) },        { C (4) },        { C (5) },         { C (5), C (0) },
  { C (5), C (6) },  { C (5), C (7) }, { C (5), C (9) }, { C (5), C (16) }, { C (5), C (17) },
  { C (5), C (18) }, { C (6) },        { C (7) },        { C (8) },         { C (7), C (9) },
  { C (9) },         { C (10) },       { C (11) },       { C (12) },        { C (13) },
  { C (14) },        { C (15) },       { C (16) },       { C (17) },        { C (18) },
};

static guint
append_pair (const CbLetter pair[2], CbLetter *letters)
{
  guint n = 0;

  for (guint i = 0; i < 2 && pair[i] != 0; i++)
    letters[n++] = pair[i];

  return n;
}

/* What follows the initial of a syllable: the letters of its medial and of its final. */
typedef struct
{
  CbLetter letters[4];
} CbRest;

#define N_RESTS (N_MEDIALS * N_FINALS)

typedef struct
{
  CbRest rests[N_RESTS];
  guint8 n_letters[N_RESTS];
} CbRests;

/* Made once, then read only. */
static const CbRests *
get_rests (void)
{
  static CbRests table;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < N_RESTS; i++)
        {
          CbLetter *letters = table.rests[i].letters;
          guint n = append_pair (medials[i / N_FINALS], letters);

          table.n_letters[i] = (guint8)(n + append_pair (finals[i % N_FINALS], letters + n));
        }
      g_once_init_leave (&ready, 1);
    }

  return &table;
}

/* A syllable as its place in the block. Most of all Korean text: without jumps, so that what is
 * written may be overwritten. Returns the number of letters. */
static inline guint
take_apart (const CbRests *table, guint index, CbLetter *letters)
{
  guint initial = index / N_RESTS;
  guint rest = index - initial * N_RESTS;

  letters[0] = (CbLetter)C (initial);
  memcpy (letters + 1, &table->rests[rest], sizeof table->rests[rest]);

  return 1 + table->n_letters[rest];
}

/* The vowels of the half-width block stand in groups of six, with two places between them unused.
 */
static guint
half_width_to_compatibility (gunichar character)
{
  guint offset;

  if (character <= HALF_WIDTH_CONSONANT_LAST)
    return COMPATIBILITY_FIRST + (character - HALF_WIDTH_FIRST);

  offset = character - 0xffc0;
  if (offset % 8 < 2)
    return 0;
  offset = offset / 8 * 6 + offset % 8 - 2;

  return offset < N_MEDIALS ? COMPATIBILITY_VOWEL + offset : 0;
}

/**
 * cb_hangul_to_letters:
 * @character: a character
 * @letters: (out): where up to %CB_HANGUL_MAX_LETTERS letters are stored
 *
 * Takes a syllable or a jamo apart into the keys that type it in the two-set layout. Precomposed
 * syllables, conjoining jamo, compatibility jamo and their half-width forms give the same letters,
 * so that text in NFC, in NFD and as it is typed compare equal.
 *
 * Returns: the number of letters, 0 if @character is not modern Hangul
 */
guint
cb_hangul_to_letters (gunichar character, CbLetter *letters)
{
  g_assert (letters != NULL);

  if (character >= SYLLABLE_BASE && character < SYLLABLE_BASE + N_SYLLABLES)
    return take_apart (get_rests (), character - SYLLABLE_BASE, letters);

  if (character >= HALF_WIDTH_FIRST && character <= HALF_WIDTH_LAST)
    character = half_width_to_compatibility (character);

  if (character >= COMPATIBILITY_FIRST && character < COMPATIBILITY_VOWEL)
    return append_pair (compatibility[character - COMPATIBILITY_FIRST], letters);
  if (character >= COMPATIBILITY_VOWEL && character <= COMPATIBILITY_LAST)
    return append_pair (medials[character - COMPATIBILITY_VOWEL], letters);

  if (character >= INITIAL_BASE && character < INITIAL_BASE + CB_N_CONSONANTS)
    {
      letters[0] = (CbLetter)C (character - INITIAL_BASE);
      return 1;
    }
  if (character >= MEDIAL_BASE && character < MEDIAL_BASE + N_MEDIALS)
    return append_pair (medials[character - MEDIAL_BASE], letters);
  if (character > FINAL_BASE && character < FINAL_BASE + N_FINALS)
    return append_pair (finals[character - FINAL_BASE], letters);

  return 0;
}

/**
 * cb_hangul_read_syllables:
 * @text: (array length=length): any bytes
 * @length: how many
 * @letters: (out) (array length=n_letters): where the letters are stored
 * @n_max: how many there is room for
 * @n_letters: (out): how many they are
 *
 * Takes apart the precomposed syllables at the beginning of @text, as far as there is room for the
 * longest one. In UTF-8 they are three bytes each.
 *
 * Returns: the number of bytes that were read
 */
gsize
cb_hangul_read_syllables (
    const char *text, gsize length, CbLetter *letters, gsize n_max, gsize *n_letters)
{
  const CbRests *table = get_rests ();
  const guchar *bytes = (const guchar *)text;
  gsize position = 0;
  gsize n = 0;

  for (; position + 3 <= length && n + CB_HANGUL_MAX_LETTERS <= n_max; position += 3)
    {
      guint first = bytes[position] - 0xe0u;
      guint second = bytes[position + 1] - 0x80u;
      guint third = bytes[position + 2] - 0x80u;
      guint index = (first << 12 | second << 6 | third) - SYLLABLE_BASE;

      if (first > 0xf || (second | third) > 0x3f || index >= N_SYLLABLES)
        break;
      n += take_apart (table, index, letters + n);
    }
  *n_letters = n;

  return position;
}

/**
 * cb_hangul_compose:
 * @initial: 0 to 18
 * @medial: 0 to 20
 * @final: 0 to 27, 0 for none
 *
 * Returns: the precomposed syllable
 */
gunichar
cb_hangul_compose (guint initial, guint medial, guint final)
{
  g_assert (initial < CB_N_CONSONANTS && medial < N_MEDIALS && final < N_FINALS);

  return SYLLABLE_BASE + (initial * N_MEDIALS + medial) * N_FINALS + final;
}

/**
 * cb_hangul_join_vowels:
 * @first: a vowel
 * @second: another one, or 0
 *
 * Returns: the index of the medial that the two keys make, or -1
 */
int
cb_hangul_join_vowels (CbLetter first, CbLetter second)
{
  for (int i = 0; i < N_MEDIALS; i++)
    if (medials[i][0] == first && medials[i][1] == second)
      return i;

  return -1;
}

/**
 * cb_hangul_join_finals:
 * @first: a consonant
 * @second: another one, or 0
 *
 * Returns: the index of the final that the two keys make, or -1: ㄸ, ㅃ and ㅉ end no syllable
 */
int
cb_hangul_join_finals (CbLetter first, CbLetter second)
{
  for (int i = 1; i < N_FINALS; i++)
    if (finals[i][0] == first && finals[i][1] == second)
      return i;

  return -1;
}

/**
 * cb_hangul_vowel_index:
 * @letter: a vowel
 *
 * Returns: the index of the medial that the key alone makes
 */
int
cb_hangul_vowel_index (CbLetter letter)
{
  return cb_hangul_join_vowels (letter, 0);
}

/**
 * cb_hangul_to_compatibility:
 * @letter: a letter of Hangul
 *
 * Returns: the compatibility jamo that shows it alone, or 0
 */
gunichar
cb_hangul_to_compatibility (CbLetter letter)
{
  if (cb_letter_is_vowel (letter))
    return COMPATIBILITY_VOWEL + (guint)cb_hangul_vowel_index (letter);

  for (guint i = 0; i < G_N_ELEMENTS (compatibility); i++)
    if (compatibility[i][0] == letter && compatibility[i][1] == 0)
      return COMPATIBILITY_FIRST + i;

  return 0;
}

/**
 * cb_letters_count_syllables:
 * @letters: letters
 * @n_letters: how many
 *
 * Counts vowels that follow a consonant: complete syllables. A jamo that stands alone is none.
 *
 * Returns: the number of syllables
 */
guint
cb_letters_count_syllables (const CbLetter *letters, gsize n_letters)
{
  guint n = 0;

  for (gsize i = 1; i < n_letters; i++)
    n += cb_letter_is_vowel (letters[i]) && cb_letter_is_consonant (letters[i - 1]);

  return n;
}
