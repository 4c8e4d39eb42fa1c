/* fuzz-fold.c: any bytes fold to words whose letters come from where they say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-edit.h"
#include "cb-divide.h"
#include "cb-fold.h"
#include "cb-fuzz.h"
#include "cb-keyboard.h"
#include "cb-noise.h"
#include "cb-stem.h"

/* Who does not ask for the way back gets the same words. */
static void
compare_one_way (const CbFolded *folded, const uint8_t *data, size_t size)
{
  g_auto (CbFolded) other;

  cb_folded_init (&other);
  other.one_way = TRUE;
  cb_folded_set (&other, (const char *)data, size);
  g_assert (other.n_letters == folded->n_letters && other.n_words == folded->n_words);
  g_assert (other.n_letters == 0 || memcmp (other.letters, folded->letters, other.n_letters) == 0);
  for (gsize i = 0; i < other.n_words; i++)
    g_assert (other.words[i].start == folded->words[i].start
              && other.words[i].n_letters == folded->words[i].n_letters
              && other.words[i].script == folded->words[i].script);
}

/* The words of a text are those of its stretches. */
static void
compare_stretches (const CbFolded *folded, const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  g_autofree guint32 *edges = g_new (guint32, CB_DIVIDE_MAX_EDGES (size));
  gsize n_stretches = cb_divide (text, size, edges);
  g_auto (CbFolded) other;
  gsize n_letters = 0;
  gsize n_words = 0;

  cb_folded_init (&other);
  other.one_way = TRUE;
  for (gsize k = 0; k < n_stretches; k++)
    {
      cb_folded_set (&other, text + edges[2 * k], edges[2 * k + 1] - edges[2 * k]);
      g_assert (n_words + other.n_words <= folded->n_words);
      for (gsize i = 0; i < other.n_words; i++)
        g_assert (other.words[i].start + n_letters == folded->words[n_words + i].start
                  && other.words[i].n_letters == folded->words[n_words + i].n_letters);
      g_assert (other.n_letters == 0
                || memcmp (other.letters, folded->letters + n_letters, other.n_letters) == 0);
      n_letters += other.n_letters;
      n_words += other.n_words;
    }
  g_assert (n_letters == folded->n_letters && n_words == folded->n_words);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (CbFolded) folded;
  gsize n = 0;

  if (size > 65536)
    return 0;

  cb_folded_init (&folded);
  cb_folded_set (&folded, (const char *)data, size);
  compare_one_way (&folded, data, size);
  compare_stretches (&folded, data, size);

  for (gsize i = 0; i < folded.n_letters; i++)
    g_assert (folded.letters[i] != 0 && folded.sources[i] < folded.ends[i]
              && folded.ends[i] <= size);

  for (gsize i = 0; i < folded.n_words; i++)
    {
      const CbWord *word = &folded.words[i];
      const CbLetter *letters = folded.letters + word->start;
      g_autofree char *text = cb_letters_to_text (letters, word->n_letters);

      g_assert (word->start == n && word->n_letters > 0);
      g_assert (word->source_start < word->source_end && word->source_end <= size);
      g_assert (g_utf8_validate (text, -1, NULL));
      g_assert (cb_stem_length (letters, word->n_letters) >= 1);
      g_assert (cb_stem_length (letters, word->n_letters) <= word->n_letters);
      g_assert (cb_particle_stem (letters, word->n_letters) <= word->n_letters);
      g_assert (cb_edit_distance (letters, word->n_letters, letters, word->n_letters, 2) == 0);
      cb_noise_contains (letters, word->n_letters);
      n += word->n_letters;
    }
  g_assert (n == folded.n_letters);

  return 0;
}
