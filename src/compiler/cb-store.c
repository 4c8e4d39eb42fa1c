/* cb-store.c: the memory that the entries of a catalog share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-store.h"

struct _CbStore
{
  GStringChunk *strings;
  GPtrArray *blocks;
};

#define CHUNK_SIZE (64 * 1024)

/**
 * cb_store_new:
 *
 * Returns: (transfer full): an empty store
 */
CbStore *
cb_store_new (void)
{
  CbStore *store = g_new0 (CbStore, 1);

  store->strings = g_string_chunk_new (CHUNK_SIZE);
  store->blocks = g_ptr_array_new_with_free_func (g_free);

  return store;
}

/**
 * cb_store_free:
 * @store: (transfer full): a store
 *
 * Frees the store with all that it holds.
 */
void
cb_store_free (CbStore *store)
{
  g_string_chunk_free (store->strings);
  g_ptr_array_unref (store->blocks);
  g_free (store);
}

/**
 * cb_store_add:
 * @store: a store
 * @string: (nullable): a string
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as the store, %NULL for %NULL
 */
const char *
cb_store_add (CbStore    *store,
              const char *string)
{
  return string != NULL ? g_string_chunk_insert (store->strings, string) : NULL;
}

/**
 * cb_store_add_collapsed:
 * @store: a store
 * @string: (nullable): a string
 *
 * Like cb_store_add(), with white space cut off at both ends and each run of it within turned into one space: how the
 * source is broken into lines is nothing that a reader should see.
 *
 * Returns: (transfer none) (nullable): the copy
 */
const char *
cb_store_add_collapsed (CbStore    *store,
                        const char *string)
{
  char *copy, *to;

  if (string == NULL)
    return NULL;

  copy = to = g_string_chunk_insert (store->strings, string);
  for (const char *from = copy; *from != '\0'; from++)
    {
      if (strchr (" \t\r\n", *from) == NULL)
        *to++ = *from;
      else if (to != copy && to[-1] != ' ')
        *to++ = ' ';
    }
  if (to != copy && to[-1] == ' ')
    to--;
  *to = '\0';

  return copy;
}

/**
 * cb_store_new_items:
 *
 * Returns: (transfer full) (element-type CbItem): an empty array, to be filled and taken by cb_store_take_items()
 */
GArray *
cb_store_new_items (void)
{
  return g_array_new (FALSE, TRUE, sizeof (CbItem));
}

/**
 * cb_store_take_items:
 * @store: a store
 * @items: (transfer full): #CbItem elements
 * @n_items: (out): how many there are
 *
 * Returns: (transfer none) (nullable) (array length=n_items): the items, which live as long as the store
 */
const CbItem *
cb_store_take_items (CbStore *store,
                     GArray  *items,
                     gsize   *n_items)
{
  CbItem *block;

  *n_items = items->len;
  block = (CbItem *) (gpointer) g_array_free (items, items->len == 0);
  if (block != NULL)
    g_ptr_array_add (store->blocks, block);

  return block;
}
