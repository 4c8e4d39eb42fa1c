/* cb-stem.c: what of a word carries its meaning */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-stem.h"

#include <string.h>

#include "cb-suffix.h"

/* A stem is always a beginning of its word, so that all words of one stem lie together in a sorted
 * lexicon. It need not be a word itself: 사라진, 사라짐 and 사라졌다 have the stem 사라ㅈ in
 * common, expire and expired have expir. */

/* English, by the last letter, from the longest on. What is before one may have another, as -ions
 * is two, but not before one that stands for a y: directory and directories are not of direct. */
#define MAX_LATIN_SUFFIXES 4
#define SUFFIX(text) { text, sizeof text - 1, FALSE }
#define FIRST_SUFFIX(text) { text, sizeof text - 1, TRUE }
typedef struct
{
  char letters[6];
  guint8 n_letters; /* 0: there are no more */
  gboolean first;   /* whether there is none before it */
} LatinSuffix;
static const LatinSuffix latin_suffixes[26][MAX_LATIN_SUFFIXES + 1] = {
  ['d' - 'a'] = { FIRST_SUFFIX ("ied"), SUFFIX ("ed") },
  ['e' - 'a'] = { SUFFIX ("iable"), SUFFIX ("ible"), SUFFIX ("able"), SUFFIX ("e") },
  ['g' - 'a'] = { SUFFIX ("ing") },
  ['n' - 'a'] = { SUFFIX ("ion") },
  ['r' - 'a'] = { SUFFIX ("or") },
  ['s' - 'a'] = { SUFFIX ("ities"), SUFFIX ("ness"), FIRST_SUFFIX ("ies"), SUFFIX ("s") },
  ['t' - 'a'] = { SUFFIX ("ment") },
  ['y' - 'a'] = { SUFFIX ("ity"), SUFFIX ("ly"), FIRST_SUFFIX ("y") },
};
#undef SUFFIX
#undef FIRST_SUFFIX
#define LATIN_MIN_STEM 3

/* 된, 할 and the like: an ending of one letter is one only if 하다 or 되다 is before it. */
static gsize
strip_verb_with_final (const CbLetter *letters, gsize n_letters)
{
  CbSuffixKind kind;
  gsize n_stem;

  if (n_letters < 5 || !cb_letter_is_consonant (letters[n_letters - 1])
      || !cb_letter_is_vowel (letters[n_letters - 2]))
    return n_letters;

  n_stem = cb_suffix_strip (letters, n_letters - 1, CB_SUFFIX_BIT (CB_SUFFIX_VERB), &kind);

  /* 필요한, but not 권한 */
  return n_stem < n_letters - 1 && cb_letters_count_syllables (letters, n_stem) >= 2 ? n_stem
                                                                                     : n_letters;
}

static gboolean
is_final_ending (CbLetter letter)
{
  /* ㄴ ㄹ ㅁ ㅂ ㅆ */
  return letter == CB_LETTER_CONSONANT + 2 || letter == CB_LETTER_CONSONANT + 5
         || letter == CB_LETTER_CONSONANT + 6 || letter == CB_LETTER_CONSONANT + 7
         || letter == CB_LETTER_CONSONANT + 10;
}

static gsize
korean_stem_length (const CbLetter *letters, gsize n_letters)
{
  guint kinds = CB_SUFFIX_BIT (CB_SUFFIX_PARTICLE) | CB_SUFFIX_BIT (CB_SUFFIX_ENDING)
                | CB_SUFFIX_BIT (CB_SUFFIX_VERB);
  gboolean ending = FALSE;

  for (guint round = 0; round < 4; round++)
    {
      CbSuffixKind kind = CB_SUFFIX_PARTICLE;
      gsize n_stem = n_letters;

      if (is_final_ending (letters[n_letters - 1]))
        n_stem = strip_verb_with_final (letters, n_letters);
      if (n_stem < n_letters)
        kind = CB_SUFFIX_VERB;
      else
        n_stem = cb_suffix_strip (letters, n_letters, kinds, &kind);
      if (n_stem == n_letters)
        break;

      n_letters = n_stem;
      ending = ending || kind == CB_SUFFIX_ENDING;
      /* Nothing but the noun is left of it. */
      if (kind == CB_SUFFIX_VERB)
        return n_letters;
      if (kind == CB_SUFFIX_ENDING)
        kinds = CB_SUFFIX_BIT (CB_SUFFIX_VERB);
    }

  /* 사라지- and 사라져-: the vowel of the stem is part of the contraction. */
  if (ending && cb_letters_count_syllables (letters, n_letters) >= 2
      && (letters[n_letters - 1] == CB_LETTER_VOWEL + 13
          || letters[n_letters - 1] == CB_LETTER_VOWEL + 6))
    n_letters--;

  return n_letters;
}

/* The longest suffix of a word that leaves enough of it. */
static const LatinSuffix *
find_latin_suffix (const CbLetter *letters, gsize n_letters)
{
  guint last = letters[n_letters - 1] - (guint)'a';

  /* As in the words of HTTP2 glued together. */
  if (last >= G_N_ELEMENTS (latin_suffixes))
    return NULL;

  for (const LatinSuffix *suffix = latin_suffixes[last]; suffix->n_letters > 0; suffix++)
    if (n_letters >= (gsize)suffix->n_letters + LATIN_MIN_STEM
        && memcmp (letters + n_letters - suffix->n_letters, suffix->letters, suffix->n_letters)
               == 0)
      return suffix;

  return NULL;
}

/* To the end, so that it makes no difference in which steps a word loses them. */
static gsize
latin_stem_length (const CbLetter *letters, gsize n_letters)
{
  const LatinSuffix *suffix;

  while ((suffix = find_latin_suffix (letters, n_letters)) != NULL)
    {
      /* process, access: not plurals */
      if (suffix->n_letters == 1 && letters[n_letters - 1] == 's' && letters[n_letters - 2] == 's')
        break;

      n_letters -= suffix->n_letters;
      if (suffix->first)
        break;
    }

  return n_letters;
}

/**
 * cb_stem_length:
 * @letters: a word of one script
 * @n_letters: its length
 *
 * Leaves out what grammar adds to a word: in Korean particles, endings, and the verbs that make a
 * verb of a noun (만료되었을 → 만료); in English the usual suffixes. Light on purpose: two words
 * with one stem are still told apart by the ranking.
 *
 * Returns: how many letters at the beginning are the stem, at least 1 if there are any
 */
gsize
cb_stem_length (const CbLetter *letters, gsize n_letters)
{
  if (n_letters < 4)
    return n_letters;
  if (cb_letter_is_latin (letters[0]))
    return latin_stem_length (letters, n_letters);
  if (cb_letter_is_hangul (letters[0]))
    return korean_stem_length (letters, n_letters);

  return n_letters;
}

/**
 * cb_particle_stem:
 * @letters: a word of one script
 * @n_letters: its length
 *
 * Like cb_stem_length(), but leaves out particles only.
 *
 * Returns: how many letters remain
 */
gsize
cb_particle_stem (const CbLetter *letters, gsize n_letters)
{
  if (n_letters < 4 || !cb_letter_is_hangul (letters[0]))
    return n_letters;

  for (guint round = 0; round < 2; round++)
    {
      CbSuffixKind kind;
      gsize n_stem
          = cb_suffix_strip (letters, n_letters, CB_SUFFIX_BIT (CB_SUFFIX_PARTICLE), &kind);

      if (n_stem == n_letters)
        break;
      n_letters = n_stem;
    }

  return n_letters;
}
