/* cb-codes.c: the entries of an index by their status codes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-codes.h"

/* The classes come after the numbers. */
static guint
place_of (const CbDocument *document)
{
  if (document->number >= 0)
    return (guint)document->number;
  if (document->class_digit >= 0)
    return CB_CODES_N_NUMBERS + (guint)document->class_digit;

  return G_MAXUINT;
}

/**
 * cb_codes_init:
 * @self: (out): the codes
 * @documents: (array length=n_documents): entries, of which none has both a number and a class
 * @n_documents: how many
 *
 * Sorts the entries that have a number, or are a class, by that.
 */
void
cb_codes_init (CbCodes *self, const CbDocument *documents, guint n_documents)
{
  guint32 *starts = self->starts;
  guint n = 0;

  *self = (CbCodes){ .documents = g_new (guint32, n_documents + 1) };
  for (guint i = 0; i < n_documents; i++)
    if (place_of (&documents[i]) != G_MAXUINT)
      starts[place_of (&documents[i])]++;
  for (guint place = 0; place < G_N_ELEMENTS (self->starts); place++)
    {
      n += starts[place];
      starts[place] = n;
    }
  /* From the last one on, so that each place ends up where its first entry is. */
  for (guint i = n_documents; i-- > 0;)
    if (place_of (&documents[i]) != G_MAXUINT)
      self->documents[--starts[place_of (&documents[i])]] = i;
}

/**
 * cb_codes_clear:
 * @self: codes
 *
 * Frees what @self owns.
 */
void
cb_codes_clear (CbCodes *self)
{
  g_clear_pointer (&self->documents, g_free);
}

static const guint32 *
get_place (const CbCodes *self, guint place, guint *n)
{
  *n = self->starts[place + 1] - self->starts[place];

  return self->documents + self->starts[place];
}

/**
 * cb_codes_get_numbered:
 * @self: codes
 * @number: a status code, up to 999
 * @n: (out): how many there are
 *
 * Returns: (array length=n): the entries of that number, in the order of the index
 */
const guint32 *
cb_codes_get_numbered (const CbCodes *self, guint number, guint *n)
{
  g_assert (number < CB_CODES_N_NUMBERS);

  return get_place (self, number, n);
}

/**
 * cb_codes_get_class:
 * @self: codes
 * @digit: the first digit of a class
 * @n: (out): how many there are
 *
 * Returns: (array length=n): the entries that are that class
 */
const guint32 *
cb_codes_get_class (const CbCodes *self, guint digit, guint *n)
{
  g_assert (digit < CB_CODES_N_CLASSES);

  return get_place (self, CB_CODES_N_NUMBERS + digit, n);
}
