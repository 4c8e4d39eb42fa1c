/* cb-edit.c: how far two words are from each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-edit.h"

#include <string.h>

/* The lengths, in letters, from which on one or two edits are forgiven. */
#define LATIN_ONE_EDIT 4
#define LATIN_TWO_EDITS 8
#define HANGUL_ONE_EDIT 6
#define HANGUL_TWO_EDITS 12

/**
 * cb_edit_allowance:
 * @letters: a word as it was typed
 * @n_letters: its length
 *
 * Digits are never taken for others, and no word of them has an allowance. Korean counts key
 * strokes.
 *
 * Returns: how many edits the word may be away from what was meant
 */
guint
cb_edit_allowance (const CbLetter *letters, gsize n_letters)
{
  gboolean latin = TRUE;

  if (n_letters > CB_EDIT_MAX_LETTERS)
    return 0;

  for (gsize i = 0; i < n_letters; i++)
    {
      if (!cb_letter_is_latin (letters[i]) && !cb_letter_is_hangul (letters[i]))
        return 0;
      latin = latin && cb_letter_is_latin (letters[i]);
    }

  if (latin)
    return n_letters >= LATIN_TWO_EDITS ? 2 : n_letters >= LATIN_ONE_EDIT ? 1 : 0;

  return n_letters >= HANGUL_TWO_EDITS ? 2 : n_letters >= HANGUL_ONE_EDIT ? 1 : 0;
}

/**
 * cb_edit_distance:
 * @a: a word
 * @n_a: its length
 * @b: another
 * @n_b: its length
 * @max: where to give up, at most 2
 *
 * Counts the letters to insert, drop or replace, and the neighbours to exchange, that make one word
 * of the other (the optimal string alignment distance: no letter is edited twice).
 *
 * Returns: the distance, or @max + 1 if it is greater than @max
 */
guint
cb_edit_distance (const CbLetter *a, gsize n_a, const CbLetter *b, gsize n_b, guint max)
{
  guint8 rows[3][CB_EDIT_MAX_LETTERS + 2];
  guint8 *before = rows[0];
  guint8 *previous = rows[1];
  guint8 *current = rows[2];

  g_assert (max <= 2);

  while (n_a > 0 && n_b > 0 && a[0] == b[0])
    a++, b++, n_a--, n_b--;
  while (n_a > 0 && n_b > 0 && a[n_a - 1] == b[n_b - 1])
    n_a--, n_b--;

  if ((n_a > n_b ? n_a - n_b : n_b - n_a) > max || MAX (n_a, n_b) > CB_EDIT_MAX_LETTERS)
    return max + 1;
  if (n_a == 0 || n_b == 0)
    return (guint)MAX (n_a, n_b);

  for (gsize j = 0; j <= n_b; j++)
    previous[j] = (guint8)j;

  for (gsize i = 1; i <= n_a; i++)
    {
      guint8 *turn = before;
      guint best = max + 1;

      current[0] = (guint8)i;
      for (gsize j = 1; j <= n_b; j++)
        {
          guint cost = previous[j - 1] + (a[i - 1] != b[j - 1]);

          cost = MIN (cost, previous[j] + 1u);
          cost = MIN (cost, current[j - 1] + 1u);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            cost = MIN (cost, before[j - 2] + 1u);
          current[j] = (guint8)cost;
          best = MIN (best, cost);
        }
      if (best > max)
        return max + 1;

      before = previous;
      previous = current;
      current = turn;
    }

  return MIN (previous[n_b], max + 1);
}

/* Pairs that one key, or the same key with shift, or a sound that hardly differs, keeps apart. */
static gboolean
is_near (CbLetter a, CbLetter b)
{
  static const guint8 consonants[CB_N_CONSONANTS] = {
    /* ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ */
    1, 1, 2, 3, 3, 4, 5, 6, 6, 7, 7, 8, 9, 9, 9, 1, 3, 6, 10,
  };
  static const guint8 vowels[CB_N_VOWELS] = {
    /* ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅛ ㅜ ㅠ ㅡ ㅣ */
    1, 2, 1, 2, 3, 2, 3, 2, 4, 4, 5, 5, 6, 7,
  };

  if (cb_letter_is_consonant (a) && cb_letter_is_consonant (b))
    return consonants[a - CB_LETTER_CONSONANT] == consonants[b - CB_LETTER_CONSONANT];
  if (cb_letter_is_vowel (a) && cb_letter_is_vowel (b))
    return vowels[a - CB_LETTER_VOWEL] == vowels[b - CB_LETTER_VOWEL];

  return FALSE;
}

/**
 * cb_edit_is_slight:
 * @a: a Korean word
 * @n_a: its length
 * @b: another
 * @n_b: its length
 *
 * Returns: whether they differ in one letter of Hangul that is easily taken for the other, as in
 * 혀용 for 허용; such a slip is recognised in a word too short for any other edit
 */
gboolean
cb_edit_is_slight (const CbLetter *a, gsize n_a, const CbLetter *b, gsize n_b)
{
  guint n_different = 0;

  if (n_a != n_b || n_a < 5)
    return FALSE;

  for (gsize i = 0; i < n_a; i++)
    {
      if (a[i] == b[i])
        continue;
      if (!is_near (a[i], b[i]))
        return FALSE;
      n_different++;
    }

  return n_different == 1;
}
