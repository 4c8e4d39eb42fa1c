/* cb-names-near.c: names that somebody meant to type */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-edit.h"
#include "cb-names.h"

/* Of a whole name more is known than of a word: so many letters, in all its words, and one edit is
 * no chance, however short the word that it is in. */
#define MIN_LETTERS 7
#define MIN_LETTERS_FOR_TWO 14

/**
 * cb_names_list_near:
 * @self: names
 * @letters: what was typed
 * @n_letters: how many
 *
 * Finds the names that are one slip away from @letters, or two if they are long. Only the nearest
 * ones.
 *
 * Returns: (transfer full) (element-type CbName): the names, in their order
 */
GPtrArray *
cb_names_list_near (const CbNames *self, const CbLetter *letters, gsize n_letters)
{
  guint max = MIN (cb_edit_allowance (letters, n_letters), n_letters < MIN_LETTERS_FOR_TWO ? 1 : 2);
  guint32 set = cb_letters_to_set (letters, n_letters);
  GPtrArray *nearest = g_ptr_array_new ();

  if (n_letters < MIN_LETTERS || max == 0)
    return nearest;

  for (guint i = 0; i < self->n_names; i++)
    {
      const CbName *name = &self->names[i];
      guint n;
      guint distance;

      /* Nearly all are passed over here. */
      if (cb_letter_set_has_more (set & ~name->letter_set, max)
          || cb_letter_set_has_more (name->letter_set & ~set, max))
        continue;
      n = cb_name_n_letters (name);
      if (n + max < n_letters || n > n_letters + max || name->field == CB_MATCH_FIELD_CONSTANT)
        continue;

      distance = cb_edit_distance (letters, n_letters, self->letters + name->start, n, max);
      if (distance > max)
        continue;
      if (distance < max)
        g_ptr_array_set_size (nearest, 0);
      max = distance;
      g_ptr_array_add (nearest, (gpointer)name);
    }

  return nearest;
}
