/* cb-lexicon.c: the words of an index, in the order of their letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-lexicon.h"

#include <string.h>

#include "cb-stem.h"

#define N_SLOTS_FIRST 4096
#define NO_WORD G_MAXUINT

/**
 * cb_lexicon_new:
 *
 * Words are added first; after cb_lexicon_finish() they are looked up.
 *
 * Returns: (transfer full): a lexicon without words
 */
CbLexicon *
cb_lexicon_new (void)
{
  CbLexicon *self = g_new0 (CbLexicon, 1);

  self->n_slots = N_SLOTS_FIRST;
  self->slots = g_new (guint, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof *self->slots);

  return self;
}

/**
 * cb_lexicon_free:
 * @self: (nullable) (transfer full): a lexicon
 *
 * Frees it.
 */
void
cb_lexicon_free (CbLexicon *self)
{
  if (self == NULL)
    return;

  g_free (self->words);
  g_free (self->letters);
  g_free (self->slots);
  g_free (self->buckets);
  g_free (self);
}

static guint
hash_letters (const CbLetter *letters, gsize n_letters)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < n_letters; i++)
    hash = (hash ^ letters[i]) * 16777619u;

  return hash ^ (hash >> 15);
}

/* Where the word is, or would be. */
static guint *
find_slot (CbLexicon *self, const CbLetter *letters, gsize n_letters)
{
  guint i = hash_letters (letters, n_letters) & (self->n_slots - 1);

  for (;; i = (i + 1) & (self->n_slots - 1))
    {
      const CbLexeme *word;

      if (self->slots[i] == NO_WORD)
        return &self->slots[i];

      word = &self->words[self->slots[i]];
      if (word->n_letters == n_letters
          && memcmp (self->letters + word->start, letters, n_letters) == 0)
        return &self->slots[i];
    }
}

static void
grow_slots (CbLexicon *self)
{
  self->n_slots *= 2;
  self->slots = g_renew (guint, self->slots, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof *self->slots);
  for (guint i = 0; i < self->n_words; i++)
    *find_slot (self, self->letters + self->words[i].start, self->words[i].n_letters) = i;
}

/**
 * cb_lexicon_add:
 * @self: a lexicon that is not finished
 * @letters: a word
 * @n_letters: its length; what is beyond %CB_LEXICON_MAX_LETTERS is cut
 *
 * Adds a word unless it is there.
 *
 * Returns: its place in the order in which words were added
 */
guint
cb_lexicon_add (CbLexicon *self, const CbLetter *letters, gsize n_letters)
{
  CbLexeme *word;
  guint *slot;

  g_assert (self->slots != NULL);

  n_letters = MIN (n_letters, CB_LEXICON_MAX_LETTERS);
  slot = find_slot (self, letters, n_letters);
  if (*slot != NO_WORD)
    return *slot;

  if (self->n_words == self->words_size)
    {
      self->words_size = MAX (1024, self->words_size * 2);
      self->words = g_renew (CbLexeme, self->words, self->words_size);
    }
  if (self->n_letters + n_letters > self->letters_size)
    {
      self->letters_size = MAX (16384, (self->n_letters + n_letters) * 2);
      self->letters = g_renew (CbLetter, self->letters, self->letters_size);
    }

  word = &self->words[self->n_words];
  memset (word, 0, sizeof *word);
  word->start = (guint)self->n_letters;
  word->n_letters = (guint8)n_letters;
  memcpy (self->letters + self->n_letters, letters, n_letters);
  self->n_letters += n_letters;
  *slot = self->n_words++;

  if (self->n_words * 2 > self->n_slots)
    grow_slots (self);

  return self->n_words - 1;
}

/**
 * cb_lexicon_find_added:
 * @self: a lexicon that is not finished
 * @letters: a word
 * @n_letters: its length
 * @id: (out): its place in the order in which words were added
 *
 * Returns: whether it was added
 */
gboolean
cb_lexicon_find_added (CbLexicon *self, const CbLetter *letters, gsize n_letters, guint *id)
{
  g_assert (self->slots != NULL);

  *id = *find_slot (self, letters, n_letters);

  return *id != NO_WORD;
}

static int
compare_letters (const CbLetter *a, gsize n_a, const CbLetter *b, gsize n_b)
{
  int difference = memcmp (a, b, MIN (n_a, n_b));

  return difference != 0 ? difference : (n_a > n_b) - (n_a < n_b);
}

/* The first eight letters as a number decide nearly every comparison. */
typedef struct
{
  guint64 key;
  guint id;
} CbSortKey;

static int
compare_keys (const void *a, const void *b, void *user_data)
{
  const CbLexicon *self = user_data;
  const CbSortKey *first = a;
  const CbSortKey *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return compare_letters (
      self->letters + self->words[first->id].start, self->words[first->id].n_letters,
      self->letters + self->words[second->id].start, self->words[second->id].n_letters);
}

static CbSortKey *
sort_words (CbLexicon *self)
{
  CbSortKey *keys = g_new (CbSortKey, self->n_words + 1);

  for (guint i = 0; i < self->n_words; i++)
    {
      const CbLexeme *word = &self->words[i];

      keys[i].id = i;
      keys[i].key = 0;
      for (guint k = 0; k < 8; k++)
        keys[i].key = keys[i].key << 8 | (k < word->n_letters ? self->letters[word->start + k] : 0);
    }
  g_sort_array (keys, self->n_words, sizeof *keys, compare_keys, self);

  return keys;
}

/**
 * cb_lexicon_finish:
 * @self: a lexicon
 *
 * Sorts the words. No word can be added any more.
 *
 * Returns: (transfer full) (array): for each word, by the order in which it was added, its place
 * from now on
 */
guint *
cb_lexicon_finish (CbLexicon *self)
{
  g_autofree CbSortKey *keys = sort_words (self);
  g_autofree CbLexeme *words = self->words;
  g_autofree CbLetter *letters = self->letters;
  guint *places = g_new (guint, self->n_words + 1);
  gsize n = 0;

  g_assert (self->slots != NULL);

  self->words = g_new (CbLexeme, self->n_words + 1);
  self->letters = g_new (CbLetter, self->n_letters + self->n_words + 1);
  self->buckets = g_new0 (guint, 257);

  for (guint i = 0; i < self->n_words; i++)
    {
      CbLexeme *word = &self->words[i];

      *word = words[keys[i].id];
      places[keys[i].id] = i;
      memcpy (self->letters + n, letters + word->start, word->n_letters);
      word->start = (guint)n;
      word->n_stem = (guint8)cb_stem_length (self->letters + n, word->n_letters);
      n += word->n_letters;
      self->letters[n++] = 0;
      self->buckets[self->letters[word->start] + 1]++;
    }
  for (guint i = 0; i < 256; i++)
    self->buckets[i + 1] += self->buckets[i];

  self->n_letters = n;
  self->letters[n] = 0;
  g_clear_pointer (&self->slots, g_free);

  return places;
}

/* The first word that is not before @letters. */
static guint
lower_bound (const CbLexicon *self, const CbLetter *letters, gsize n_letters)
{
  guint low = self->buckets[letters[0]];
  guint high = self->buckets[letters[0] + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CbLexeme *word = &self->words[middle];

      if (compare_letters (self->letters + word->start, word->n_letters, letters, n_letters) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * cb_lexicon_lookup:
 * @self: a finished lexicon
 * @letters: a word
 * @n_letters: its length
 * @id: (out): its place
 *
 * Returns: whether @self has it
 */
gboolean
cb_lexicon_lookup (const CbLexicon *self, const CbLetter *letters, gsize n_letters, guint *id)
{
  g_assert (self->buckets != NULL);

  if (n_letters == 0)
    return FALSE;

  *id = lower_bound (self, letters, n_letters);

  return *id < self->n_words && self->words[*id].n_letters == n_letters
         && memcmp (cb_lexicon_letters (self, *id), letters, n_letters) == 0;
}

/**
 * cb_lexicon_prefix:
 * @self: a finished lexicon
 * @letters: the beginning of a word
 * @n_letters: its length
 * @first: (out): the first word that begins so
 * @end: (out): the word after the last one
 *
 * Finds the words that begin with @letters.
 */
void
cb_lexicon_prefix (
    const CbLexicon *self, const CbLetter *letters, gsize n_letters, guint *first, guint *end)
{
  guint low;
  guint high;

  g_assert (self->buckets != NULL);

  if (n_letters == 0)
    {
      *first = *end = 0;
      return;
    }

  low = *first = lower_bound (self, letters, n_letters);
  high = self->buckets[letters[0] + 1];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CbLexeme *word = &self->words[middle];

      if (word->n_letters >= n_letters
          && memcmp (self->letters + word->start, letters, n_letters) == 0)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;
}

/**
 * cb_lexicon_at:
 * @self: a finished lexicon
 * @position: of a letter within the lexicon's letters
 *
 * Returns: the word that the letter belongs to
 */
guint
cb_lexicon_at (const CbLexicon *self, gsize position)
{
  guint low = 0;
  guint high = self->n_words;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->words[middle].start <= position)
        low = middle;
      else
        high = middle;
    }

  return low;
}
