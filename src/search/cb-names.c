/* cb-names.c: the names of all entries, to be searched as a whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-names.h"

#include <string.h>

#include "cb-find.h"

/* Within a word of Latin letters only longer pieces are looked for: ice is not in service. */
#define MIN_LATIN_INSIDE 5
/* So many initials are more than chance within a word. */
#define MIN_INITIALS_INSIDE 3

/* The name that a letter is in. */
static const CbName *
name_of_letter (const CbNames *self, guint position)
{
  const CbName *name = self->names + self->letter_blocks[position / CB_NAMES_BLOCK];

  while (name[1].start <= position)
    name++;

  return name;
}

/* The name that a character is in. */
static const CbName *
name_of_unit (const CbNames *self, guint position)
{
  const CbName *name = self->names + self->unit_blocks[position / CB_NAMES_BLOCK];

  while (name[1].first_unit <= position)
    name++;

  return name;
}

/**
 * cb_names_find_document:
 * @self: names
 * @from: a name at or before the one in question; the nearer, the faster
 * @document: an entry
 *
 * Returns: the first name that is of @document or of one after it
 */
guint
cb_names_find_document (const CbNames *self, guint from, guint document)
{
  guint step = 1;
  guint low = from;
  guint high;

  while (step < self->n_names - low && self->names[low + step].document < document)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, self->n_names);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->names[middle].document < document)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether what was found from @position on may end there: within a syllable only if the query goes
 * on. */
static gboolean
ends_well (const CbLetter *letters, gsize n_letters, gsize end, gboolean open)
{
  return open || cb_letters_is_syllable_start (letters, n_letters, end);
}

/**
 * cb_names_find:
 * @self: names
 * @first: the first name to look at
 * @end: the name after the last one
 * @letters: what to look for
 * @n_letters: how many
 * @open: whether the last syllable may be half built
 * @func: called for each name that holds it, in the order in which they were added
 * @user_data: for @func
 *
 * Finds names that hold @letters, whatever divides their words. Within a word only whole Korean
 * syllables and longer Latin pieces are found.
 */
void
cb_names_find (const CbNames *self,
               guint first,
               guint end,
               const CbLetter *letters,
               gsize n_letters,
               gboolean open,
               CbNameFunc func,
               gpointer user_data)
{
  const CbLetter *all = self->letters;
  const CbLetter *all_end = all + self->names[end].start;
  const CbLetter *found;
  gboolean hangul;
  gboolean inside; /* whether it may begin within a word */

  if (n_letters == 0 || first >= end)
    return;

  hangul = cb_letter_is_hangul (letters[0]);
  inside = hangul ? cb_letters_count_syllables (letters, n_letters) >= 2
                  : n_letters >= MIN_LATIN_INSIDE && cb_letter_is_latin (letters[0]);
  for (const CbLetter *from = all + self->names[first].start;
       (found = cb_letters_find (from, (gsize)(all_end - from), letters, n_letters)) != NULL;)
    {
      guint position = (guint)(found - all);
      gboolean word = cb_names_is_start (self, position);
      const CbName *name;
      guint offset;
      guint n_name;
      gboolean whole;

      from = found + 1;
      if (!word && !inside)
        continue;

      name = name_of_letter (self, position);
      offset = position - name->start;
      n_name = cb_name_n_letters (name);
      whole = offset == 0 && n_letters == n_name;
      if ((!word && hangul && !cb_letters_is_syllable_start (all + name->start, n_name, offset))
          || !ends_well (all + name->start, n_name, offset + n_letters, open))
        continue;

      func (name,
            whole         ? CB_NAME_EXACT
            : offset == 0 ? CB_NAME_PREFIX
            : word        ? CB_NAME_WORD
                          : CB_NAME_INSIDE,
            user_data);
      /* Once a name is enough, unless a better place may follow. */
      if (offset == 0 || word)
        from = all + name->start + n_name;
    }
}

/**
 * cb_initials_init:
 * @self: (out): initials
 *
 * Makes @self empty.
 */
void
cb_initials_init (CbInitials *self)
{
  memset (self, 0, sizeof *self);
}

/**
 * cb_initials_add:
 * @self: initials
 * @folded: a folded text
 * @word: one of its words
 *
 * Adds a word to @self: for each syllable, and for each consonant on its own, a character.
 *
 * Returns: whether there was room
 */
gboolean
cb_initials_add (CbInitials *self, const CbFolded *folded, const CbWord *word)
{
  const CbLetter *letters = folded->letters + word->start;
  guint n = self->starts[self->n_units];

  for (guint i = 0; i < word->n_letters; i++)
    {
      gboolean vowel_follows = i + 1 < word->n_letters && cb_letter_is_vowel (letters[i + 1]);
      gboolean jamo = folded->jamo[word->start + i] != 0 && !vowel_follows;

      if (jamo || cb_letters_is_syllable_start (letters, word->n_letters, i) || self->n_units == 0)
        {
          if (self->n_units == CB_INITIALS_MAX)
            return FALSE;
          self->n_jamo += jamo && cb_letter_is_consonant (letters[i]);
          self->units[self->n_units] = letters[i];
          self->starts[self->n_units++] = (guint8)n;
        }
      if (n == G_N_ELEMENTS (self->letters))
        return FALSE;
      self->letters[n++] = letters[i];
      self->starts[self->n_units] = (guint8)n;
    }

  return TRUE;
}

/**
 * cb_initials_match:
 * @self: initials
 * @letters: the letters of a text
 * @n_letters: how many
 * @unit_letters: for each character from the place in question on, where its letters begin
 * @n_units: how many characters there are from there on
 *
 * Compares the characters that are whole; the initials are known to fit.
 *
 * Returns: whether they fit as well
 */
gboolean
cb_initials_match (const CbInitials *self,
                   const CbLetter *letters,
                   gsize n_letters,
                   const guint *unit_letters,
                   gsize n_units)
{
  if (self->n_jamo == self->n_units)
    return TRUE;

  for (guint i = 0; i < self->n_units; i++)
    {
      gsize n = (gsize)self->starts[i + 1] - self->starts[i];
      gsize end = i + 1 < n_units ? unit_letters[i + 1] : n_letters;

      if (n == 1)
        continue;
      if (unit_letters[i] + n > end
          || memcmp (letters + unit_letters[i], self->letters + self->starts[i], n) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Where the characters of a name begin, from the one at @offset on; at most @max of them. Returns
 * how many there are. */
static guint
find_units (const CbNames *self, const CbName *name, guint offset, guint *starts, guint max)
{
  guint n_letters = cb_name_n_letters (name);
  guint n = 0;

  for (guint i = 0, unit = 0; i < n_letters && n < max; i++)
    if (cb_names_is_unit (self, name, i) && unit++ >= offset)
      starts[n++] = name->start + i;

  return n;
}

/**
 * cb_names_find_initials:
 * @self: names
 * @first: the first name to look at
 * @end: the name after the last one
 * @initials: what to look for
 * @func: called for each name that has them one after the other
 * @user_data: for @func
 *
 * Finds names by their initial consonants.
 */
void
cb_names_find_initials (const CbNames *self,
                        guint first,
                        guint end,
                        const CbInitials *initials,
                        CbNameFunc func,
                        gpointer user_data)
{
  const CbLetter *units = self->units;
  const CbLetter *units_end = units + self->names[end].first_unit;
  const CbLetter *found;

  if (initials->n_units < 2 || initials->n_jamo == 0 || first >= end)
    return;

  for (const CbLetter *from = units + self->names[first].first_unit;
       (found
        = cb_letters_find (from, (gsize)(units_end - from), initials->units, initials->n_units))
       != NULL;
       from = found + 1)
    {
      guint unit = (guint)(found - units);
      const CbName *name = name_of_unit (self, unit);
      guint starts[CB_INITIALS_MAX + 1];
      guint offset;
      guint n_left;
      gboolean word;

      offset = unit - name->first_unit;
      n_left = find_units (self, name, offset, starts, initials->n_units + 1);
      if (n_left < initials->n_units)
        continue;

      word = cb_names_is_start (self, starts[0]);
      if (!word && initials->n_units < MIN_INITIALS_INSIDE)
        continue;
      if (!cb_initials_match (initials, self->letters, name->start + cb_name_n_letters (name),
                              starts, n_left))
        continue;

      func (name,
            offset == 0 && initials->n_units == cb_name_n_units (name) ? CB_NAME_EXACT
            : offset == 0                                              ? CB_NAME_PREFIX
            : word                                                     ? CB_NAME_WORD
                                                                       : CB_NAME_INSIDE,
            user_data);
    }
}
