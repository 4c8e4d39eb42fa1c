/* cb-keyboard.c: text typed with the keyboard in the other language's layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-keyboard.h"

/* The two-set layout of KS X 5002. */

#define C(index) (CB_LETTER_CONSONANT + (index))
#define V(index) (CB_LETTER_VOWEL + (index))

static const CbLetter keys['z' - 'a' + 1] = {
  C (6), V (11), C (14), C (11), C (3),  C (5),  C (18), V (8),  V (2),
  V (4), V (0),  V (13), V (12), V (10), V (1),  V (5),  C (7),  C (0),
  C (2), C (9),  V (6),  C (17), C (12), C (16), V (9),  C (15),
};

/* With shift; the other letters are the same as without. */
static const struct
{
  char key;
  CbLetter letter;
} shifted[] = {
  { 'Q', C (8) },  { 'W', C (13) }, { 'E', C (4) }, { 'R', C (1) },
  { 'T', C (10) }, { 'O', V (3) },  { 'P', V (7) },
};

/**
 * cb_keyboard_key_to_letter:
 * @key: a Latin letter as it was typed; a capital is the key with shift
 *
 * Returns: the letter of Hangul on that key, or 0
 */
CbLetter
cb_keyboard_key_to_letter (char key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shifted); i++)
    if (shifted[i].key == key)
      return shifted[i].letter;

  key = g_ascii_tolower (key);

  return key >= 'a' && key <= 'z' ? keys[key - 'a'] : 0;
}

/**
 * cb_keyboard_letter_to_key:
 * @letter: a letter of Hangul
 *
 * Returns: the Latin letter on its key, always in lower case, or 0
 */
char
cb_keyboard_letter_to_key (CbLetter letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shifted); i++)
    if (shifted[i].letter == letter)
      return g_ascii_tolower (shifted[i].key);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] == letter)
      return (char)('a' + i);

  return 0;
}

/**
 * CbSyllable:
 *
 * The syllable that the automaton is building. -1 stands for a part that is not there yet.
 */
typedef struct
{
  CbLetter initial;
  CbLetter vowels[2];
  CbLetter finals[2];
} CbSyllable;

/* Appends what the syllable shows. An incomplete one shows its jamo. Returns whether it is
 * complete. */
static gboolean
flush_syllable (CbSyllable *syllable, GString *text)
{
  gboolean complete = syllable->initial != 0 && syllable->vowels[0] != 0;

  if (text != NULL && complete)
    {
      int final = syllable->finals[0] != 0
                      ? cb_hangul_join_finals (syllable->finals[0], syllable->finals[1])
                      : 0;

      g_string_append_unichar (
          text, cb_hangul_compose (
                    syllable->initial - CB_LETTER_CONSONANT,
                    (guint)cb_hangul_join_vowels (syllable->vowels[0], syllable->vowels[1]),
                    (guint) final));
    }
  else if (text != NULL && syllable->initial != 0)
    {
      g_string_append_unichar (text, cb_hangul_to_compatibility (syllable->initial));
    }
  else if (text != NULL && syllable->vowels[0] != 0)
    {
      /* ㅘ typed alone is the compatibility jamo of the medial, in the same order. */
      g_string_append_unichar (
          text, 0x314f + (guint)cb_hangul_join_vowels (syllable->vowels[0], syllable->vowels[1]));
    }

  *syllable = (CbSyllable){ 0 };

  return complete;
}

/* A vowel takes the last final with it: 각 and ㅏ are 가 and 가. Returns whether what it left
 * behind is complete. */
static gboolean
add_vowel (CbSyllable *syllable, CbLetter letter, GString *text)
{
  CbSyllable next = { .vowels = { letter, 0 } };
  gboolean complete;

  if (syllable->finals[0] != 0)
    {
      guint last = syllable->finals[1] != 0 ? 1 : 0;

      next.initial = syllable->finals[last];
      syllable->finals[last] = 0;
    }
  else if (syllable->vowels[0] == 0)
    {
      syllable->vowels[0] = letter;
      return TRUE;
    }
  else if (syllable->vowels[1] == 0 && cb_hangul_join_vowels (syllable->vowels[0], letter) >= 0)
    {
      syllable->vowels[1] = letter;
      return TRUE;
    }

  complete = flush_syllable (syllable, text);
  *syllable = next;

  return complete;
}

/* Returns whether what a consonant left behind is complete. */
static gboolean
add_consonant (CbSyllable *syllable, CbLetter letter, GString *text)
{
  gboolean complete = TRUE;

  if (syllable->initial != 0 && syllable->vowels[0] != 0)
    {
      if (syllable->finals[0] == 0 && cb_hangul_join_finals (letter, 0) >= 0)
        {
          syllable->finals[0] = letter;
          return TRUE;
        }
      if (syllable->finals[0] != 0 && syllable->finals[1] == 0
          && cb_hangul_join_finals (syllable->finals[0], letter) >= 0)
        {
          syllable->finals[1] = letter;
          return TRUE;
        }
    }

  if (syllable->initial != 0 || syllable->vowels[0] != 0)
    complete = flush_syllable (syllable, text);
  syllable->initial = letter;

  return complete;
}

/* The automaton of an input method: keys in, syllables out. Returns whether all but the last are
 * complete, and in @last_complete whether that one is. */
static gboolean
run_automaton (const CbLetter *letters, gsize n_letters, GString *text, gboolean *last_complete)
{
  CbSyllable syllable = { 0 };
  gboolean complete = TRUE;

  for (gsize i = 0; i < n_letters; i++)
    {
      if (cb_letter_is_vowel (letters[i]))
        {
          complete = add_vowel (&syllable, letters[i], text) && complete;
        }
      else if (cb_letter_is_consonant (letters[i]))
        {
          complete = add_consonant (&syllable, letters[i], text) && complete;
        }
      else
        {
          complete = FALSE;
          flush_syllable (&syllable, text);
          if (text != NULL && letters[i] < 0x80)
            g_string_append_c (text, (char)letters[i]);
        }
    }
  *last_complete = flush_syllable (&syllable, text);

  return complete;
}

/**
 * cb_keyboard_is_syllables:
 * @letters: letters of Hangul
 * @n_letters: how many
 * @unfinished: whether the last syllable may lack its vowel
 *
 * Returns: whether an input method would make nothing but syllables of these keys
 */
gboolean
cb_keyboard_is_syllables (const CbLetter *letters, gsize n_letters, gboolean unfinished)
{
  gboolean last_complete;
  gboolean complete;

  if (n_letters < 2)
    return FALSE;

  complete = run_automaton (letters, n_letters, NULL, &last_complete);
  if (complete && !last_complete)
    return unfinished && cb_letter_is_consonant (letters[n_letters - 1])
           && cb_letters_count_syllables (letters, n_letters) > 0;

  return complete;
}

/**
 * cb_letters_to_text:
 * @letters: letters
 * @n_letters: how many
 *
 * Types @letters on an input method of the two-set layout.
 *
 * Returns: (transfer full): the text in NFC
 */
char *
cb_letters_to_text (const CbLetter *letters, gsize n_letters)
{
  GString *text = g_string_new (NULL);
  gboolean last_complete;

  run_automaton (letters, n_letters, text, &last_complete);

  return g_string_free_and_steal (text);
}
