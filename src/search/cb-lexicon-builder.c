/* cb-lexicon-builder.c: gathers the words of an index and sorts them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-lexicon-builder.h"

#include <string.h>

#include "cb-stem.h"

#define N_SLOTS_FIRST (1u << 15)
#define N_WORDS_FIRST (1u << 14)
#define N_LETTERS_FIRST (1u << 17)
#define NO_WORD G_MAXUINT32

/**
 * cb_lexicon_builder_new:
 *
 * Returns: (transfer full): a builder without words
 */
CbLexiconBuilder *
cb_lexicon_builder_new (void)
{
  CbLexiconBuilder *self = g_new0 (CbLexiconBuilder, 1);

  self->n_slots = N_SLOTS_FIRST;
  self->slots = g_new (CbLexiconSlot, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof *self->slots);

  return self;
}

/**
 * cb_lexicon_builder_free:
 * @self: (nullable) (transfer full): a builder
 *
 * Frees it.
 */
void
cb_lexicon_builder_free (CbLexiconBuilder *self)
{
  if (self == NULL)
    return;

  g_free (self->words);
  g_free (self->letters);
  g_free (self->slots);
  g_free (self->sorted);
  g_free (self);
}

/* Two words are mixed by a product, both halves of which count. */
static inline guint64
mix (guint64 a, guint64 b)
{
  guint64 product = (a ^ G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) * (b | 1);

  return product ^ product >> 32;
}

/* Eight letters at a time; of what is left the first and the last ones, which may overlap. */
static guint32
hash_letters (const CbLetter *letters, gsize n_letters)
{
  guint64 hash = n_letters;
  guint64 word = 0;
  guint32 first;
  guint32 last;

  for (; n_letters > sizeof word; letters += sizeof word, n_letters -= sizeof word)
    {
      memcpy (&word, letters, sizeof word);
      hash = mix (hash, word);
    }
  if (n_letters >= sizeof first)
    {
      memcpy (&first, letters, sizeof first);
      memcpy (&last, letters + n_letters - sizeof last, sizeof last);
      word = (guint64)first << 32 | last;
    }
  else
    {
      word = 0;
      for (gsize i = 0; i < n_letters; i++)
        word = word << 8 | letters[i];
    }
  hash = mix (hash, mix (word, G_GUINT64_CONSTANT (0xd6e8feb86659fd93)));

  return (guint32)(hash ^ hash >> 15);
}

/* Where the word is, or would be. */
static CbLexiconSlot *
find_slot (CbLexiconBuilder *self, const CbLetter *letters, gsize n_letters, guint32 hash)
{
  for (guint i = hash & (self->n_slots - 1);; i = (i + 1) & (self->n_slots - 1))
    {
      CbLexiconSlot *slot = &self->slots[i];
      const CbLexeme *word;

      if (slot->id == NO_WORD)
        return slot;
      if (slot->hash != hash)
        continue;

      word = &self->words[slot->id];
      if (word->n_letters == n_letters
          && memcmp (self->letters + word->start, letters, n_letters) == 0)
        return slot;
    }
}

static void
grow_slots (CbLexiconBuilder *self)
{
  g_autofree CbLexiconSlot *before = self->slots;
  guint n_before = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new (CbLexiconSlot, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof *self->slots);
  for (guint i = 0; i < n_before; i++)
    {
      guint k = before[i].hash & (self->n_slots - 1);

      if (before[i].id == NO_WORD)
        continue;
      while (self->slots[k].id != NO_WORD)
        k = (k + 1) & (self->n_slots - 1);
      self->slots[k] = before[i];
    }
}

/**
 * cb_lexicon_builder_add:
 * @self: a builder
 * @letters: a word
 * @n_letters: its length; what is beyond %CB_LEXICON_MAX_LETTERS is cut
 *
 * Adds a word unless it is there.
 *
 * Returns: its place in the order in which words were added
 */
guint
cb_lexicon_builder_add (CbLexiconBuilder *self, const CbLetter *letters, gsize n_letters)
{
  CbLexeme *word;
  CbLexiconSlot *slot;
  guint32 hash;

  n_letters = MIN (n_letters, CB_LEXICON_MAX_LETTERS);
  hash = hash_letters (letters, n_letters);
  slot = find_slot (self, letters, n_letters, hash);
  if (slot->id != NO_WORD)
    return slot->id;

  if (self->n_words == self->words_size)
    {
      self->words_size = MAX (N_WORDS_FIRST, self->words_size * 2);
      self->words = g_renew (CbLexeme, self->words, self->words_size);
    }
  if (self->n_letters + n_letters > self->letters_size)
    {
      self->letters_size = MAX (N_LETTERS_FIRST, (self->n_letters + n_letters) * 2);
      self->letters = g_renew (CbLetter, self->letters, self->letters_size);
    }

  word = &self->words[self->n_words];
  memset (word, 0, sizeof *word);
  word->start = (guint)self->n_letters;
  word->n_letters = (guint8)n_letters;
  word->n_stem = (guint8)cb_stem_length (letters, n_letters);
  memcpy (self->letters + self->n_letters, letters, n_letters);
  self->n_letters += n_letters;
  *slot = (CbLexiconSlot){ hash, self->n_words++ };

  if (self->n_words * 3 > self->n_slots * 2)
    grow_slots (self);

  return self->n_words - 1;
}

/**
 * cb_lexicon_builder_find:
 * @self: a builder
 * @letters: a word
 * @n_letters: its length
 * @id: (out): its place in the order in which words were added
 *
 * Returns: whether it was added
 */
gboolean
cb_lexicon_builder_find (CbLexiconBuilder *self,
                         const CbLetter *letters,
                         gsize n_letters,
                         guint *id)
{
  *id = find_slot (self, letters, n_letters, hash_letters (letters, n_letters))->id;

  return *id != NO_WORD;
}

static int
compare_keys (const void *a, const void *b, void *user_data)
{
  const CbLexiconBuilder *self = user_data;
  const CbLexiconKey *first = a;
  const CbLexiconKey *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return cb_letters_compare (
      self->letters + self->words[first->id].start, self->words[first->id].n_letters,
      self->letters + self->words[second->id].start, self->words[second->id].n_letters);
}

/* A number is sorted by six digits of eleven bits: an even count, so that the result lies where the
 * numbers were. */
#define DIGIT_BITS 11
#define N_DIGITS 6
#define N_BUCKETS (1u << DIGIT_BITS)

static inline guint
digit_of (const CbLexiconKey *key, guint i)
{
  return (guint)(key->key >> i * DIGIT_BITS) & (N_BUCKETS - 1);
}

/* By the number alone: a radix sort, the least significant digit first. */
static void
distribute (CbLexiconKey *keys, CbLexiconKey *spare, guint n)
{
  guint places[N_DIGITS][N_BUCKETS] = { 0 };
  CbLexiconKey *from = keys;
  CbLexiconKey *to = spare;

  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < N_DIGITS; i++)
      places[i][digit_of (&keys[k], i)]++;

  for (guint i = 0; i < N_DIGITS; i++)
    {
      CbLexiconKey *filled = to;
      guint start = 0;

      for (guint k = 0; k < N_BUCKETS; k++)
        {
          guint count = places[i][k];

          places[i][k] = start;
          start += count;
        }
      for (guint k = 0; k < n; k++)
        to[places[i][digit_of (&from[k], i)]++] = from[k];
      to = from;
      from = filled;
    }
}

/* The first letters of a word as a number, with zeros behind. */
static guint64
make_key (const CbLexiconBuilder *self, const CbLexeme *word)
{
  guint64 key = 0;

  if (word->n_letters == 0)
    return 0;
  if (word->start + sizeof key > self->letters_size)
    {
      memcpy (&key, self->letters + word->start, MIN (word->n_letters, sizeof key));
      return GUINT64_FROM_BE (key);
    }

  memcpy (&key, self->letters + word->start, sizeof key);
  key = GUINT64_FROM_BE (key);
  if (word->n_letters < sizeof key)
    key &= G_MAXUINT64 << 8 * (sizeof key - word->n_letters);

  return key;
}

/* Returns the words in their order. */
static CbLexiconKey *
sort_words (CbLexiconBuilder *self)
{
  g_autofree CbLexiconKey *keys = g_new (CbLexiconKey, self->n_words + 1);
  g_autofree CbLexiconKey *spare = g_new (CbLexiconKey, self->n_words + 1);

  for (guint i = 0; i < self->n_words; i++)
    keys[i] = (CbLexiconKey){ make_key (self, &self->words[i]), i };

  distribute (keys, spare, self->n_words);
  for (guint i = 0, end; i < self->n_words; i = end)
    {
      for (end = i + 1; end < self->n_words && keys[end].key == keys[i].key;)
        end++;
      if (end > i + 1)
        g_sort_array (keys + i, end - i, sizeof *keys, compare_keys, self);
    }

  return g_steal_pointer (&keys);
}

/**
 * cb_lexicon_builder_finish:
 * @self: a builder
 *
 * Sorts the words. No word can be added or found any more.
 *
 * Returns: (transfer full) (array): for each word, by the order in which it was added, its place
 * from now on
 */
guint *
cb_lexicon_builder_finish (CbLexiconBuilder *self)
{
  guint *places = g_new (guint, self->n_words + 1);

  g_clear_pointer (&self->slots, g_free);
  self->sorted = sort_words (self);
  for (guint i = 0; i < self->n_words; i++)
    places[self->sorted[i].id] = i;

  return places;
}

/**
 * cb_lexicon_builder_get_n_letters:
 * @self: a builder
 *
 * Returns: how many letters cb_lexicon_builder_write() writes: after each word there is a zero
 */
gsize
cb_lexicon_builder_get_n_letters (const CbLexiconBuilder *self)
{
  return self->n_letters + self->n_words;
}

/**
 * cb_lexicon_builder_write:
 * @self: a builder that is finished
 * @words: (out) (array): where the words go, and a record more, which says where the last one ends
 * @letters: (out) (array): where their letters go
 * @buckets: (out) (array fixed-size=257): where the first word that begins with a given letter goes
 *
 * Writes the words in their order.
 */
void
cb_lexicon_builder_write (const CbLexiconBuilder *self,
                          CbLexeme *words,
                          CbLetter *letters,
                          guint32 *buckets)
{
  guint32 n = 0;

  memset (buckets, 0, CB_LEXICON_N_BUCKETS * sizeof *buckets);
  for (guint i = 0; i < self->n_words; i++)
    {
      const CbLexeme *word = &self->words[self->sorted[i].id];

      words[i] = *word;
      words[i].start = n;
      memcpy (letters + n, self->letters + word->start, word->n_letters);
      buckets[letters[n] + 1]++;
      n += word->n_letters;
      letters[n++] = 0;
    }
  words[self->n_words] = (CbLexeme){ .start = n };
  for (guint i = 0; i < CB_LEXICON_N_BUCKETS - 1; i++)
    buckets[i + 1] += buckets[i];
}
