/* fuzz-differential.c: the index finds any word where a search through all texts finds it, and nowhere else */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-fuzz.h"
#include "cb-naive.h"
#include "cb-sample.h"

/* Of a small catalog: to look through the whole one takes a hundredth of a second. */
static CbIndex *
get_index (void)
{
  static CbIndex *index;

  if (index == NULL)
    {
      g_autoptr (CbCatalog) catalog = cb_sample_load ();

      index = cb_index_new (catalog);
    }

  return index;
}

/* Shorter words are also initials, keys and beginnings of codes, which the other search knows nothing of. */
#define MIN_LETTERS 4

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  cb_folded_set (&folded, (const char *) data, MIN (size, 256));
  for (gsize i = 0; i < folded.n_words; i++)
    {
      const CbLetter *letters = folded.letters + folded.words[i].start;

      if (folded.words[i].n_letters >= MIN_LETTERS &&
          (cb_letter_is_latin (letters[0]) || cb_letter_is_hangul (letters[0])))
        cb_naive_compare (get_index (), letters, folded.words[i].n_letters);
    }

  return 0;
}
