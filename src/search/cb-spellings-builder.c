/* cb-spellings-builder.c: gathers the groups of words that mean the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-spellings-builder.h"

#include <string.h>

#include "cb-fold.h"

/* So many groups have names that sort in their order. */
#define MAX_GROUPS 32768

/**
 * cb_spellings_builder_init:
 * @self: (out): a builder
 *
 * Makes @self empty.
 */
void
cb_spellings_builder_init (CbSpellingsBuilder *self)
{
  self->spellings = g_array_new (FALSE, FALSE, sizeof (CbSpelling));
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  self->begins = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->last = g_array_new (FALSE, TRUE, sizeof (guint));
  self->before = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * cb_spellings_builder_clear:
 * @self: a builder
 *
 * Frees what @self owns.
 */
void
cb_spellings_builder_clear (CbSpellingsBuilder *self)
{
  g_clear_pointer (&self->spellings, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->begins, g_array_unref);
  g_clear_pointer (&self->last, g_array_unref);
  g_clear_pointer (&self->before, g_array_unref);
}

static void
add_spelling (CbSpellingsBuilder *self, guint word, guint group, guint n_words)
{
  CbSpelling spelling = { .word = word, .group = group & 0xffffff, .n_words = n_words & 0xff };
  guint before;

  if (word >= self->last->len)
    g_array_set_size (self->last, word + 1);
  before = g_array_index (self->last, guint, word);
  g_array_append_val (self->before, before);
  g_array_append_val (self->spellings, spelling);
  g_array_index (self->last, guint, word) = self->spellings->len;
}

static void
add_beginning (CbSpellingsBuilder *self, guint first, CbLetter next)
{
  if (first >= self->begins->len)
    g_array_set_size (self->begins, first + 1);
  g_array_index (self->begins, guint32, first) |= cb_letters_to_set (&next, 1);
}

/**
 * cb_spellings_builder_add:
 * @self: a builder
 * @terms: (element-type GPtrArray): groups of words that mean the same
 * @lexicon: the words, none of which is in it yet
 *
 * Adds all spellings, and a word for each group, which sorts before any other word.
 */
void
cb_spellings_builder_add (CbSpellingsBuilder *self, GPtrArray *terms, CbLexiconBuilder *lexicon)
{
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  folded.one_way = TRUE;
  for (guint i = 0; i < MIN (terms->len, MAX_GROUPS); i++)
    {
      GPtrArray *texts = g_ptr_array_index (terms, i);
      CbLetter name[] = { CB_LEXICON_GROUP, (CbLetter)('A' + i / 1024 % 32),
                          (CbLetter)('A' + i / 32 % 32), (CbLetter)('A' + i % 32) };
      guint group = cb_lexicon_builder_add (lexicon, name, sizeof name);

      g_array_append_val (self->groups, group);
      for (guint k = 0; k < texts->len; k++)
        {
          const char *text = g_ptr_array_index (texts, k);
          guint word;

          cb_folded_set (&folded, text, strlen (text));
          if (folded.n_words == 0 || folded.n_words > CB_SPELLING_MAX_WORDS)
            continue;
          word = cb_lexicon_builder_add (lexicon, folded.letters, folded.n_letters);
          add_spelling (self, word, i, (guint)folded.n_words);
          if (folded.n_words > 1)
            add_beginning (
                self, cb_lexicon_builder_add (lexicon, folded.letters, folded.words[0].n_letters),
                folded.letters[folded.words[1].start]);
        }
    }
}

/**
 * cb_spellings_builder_find:
 * @self: a builder
 * @word: a word of the lexicon
 * @after: (nullable): the spelling that came before
 *
 * Goes through the spellings that a word is.
 *
 * Returns: (transfer none) (nullable): the next one
 */
const CbSpelling *
cb_spellings_builder_find (const CbSpellingsBuilder *self, guint word, const CbSpelling *after)
{
  const CbSpelling *all = (const CbSpelling *)(gconstpointer)self->spellings->data;
  guint number;

  if (after != NULL)
    number = g_array_index (self->before, guint, after - all);
  else
    number = word < self->last->len ? g_array_index (self->last, guint, word) : 0;

  return number > 0 ? &all[number - 1] : NULL;
}

static int
compare_by_word (gconstpointer a, gconstpointer b)
{
  const CbSpelling *first = a;
  const CbSpelling *second = b;
  int by_word = (first->word > second->word) - (first->word < second->word);

  return by_word != 0 ? by_word : (first->group > second->group) - (first->group < second->group);
}

static int
compare_by_group (gconstpointer a, gconstpointer b)
{
  const CbSpelling *first = a;
  const CbSpelling *second = b;
  int by_group = (first->group > second->group) - (first->group < second->group);

  return by_group != 0 ? by_group : (first->word > second->word) - (first->word < second->word);
}

/**
 * cb_spellings_builder_write:
 * @self: a builder, which can only be cleared afterwards
 * @places: for each word its place from now on
 * @by_word: (out) (array): where the spellings go
 * @by_group: (out) (array): where they go once more
 *
 * Writes the spellings in both orders.
 */
void
cb_spellings_builder_write (CbSpellingsBuilder *self,
                            const guint *places,
                            CbSpelling *by_word,
                            CbSpelling *by_group)
{
  gsize size = self->spellings->len * sizeof (CbSpelling);

  for (guint i = 0; i < self->groups->len; i++)
    g_assert (places[g_array_index (self->groups, guint, i)] == i);
  if (size == 0)
    return;

  for (guint i = 0; i < self->spellings->len; i++)
    {
      CbSpelling *spelling = &g_array_index (self->spellings, CbSpelling, i);

      spelling->word = places[spelling->word];
    }
  g_array_sort (self->spellings, compare_by_word);
  memcpy (by_word, self->spellings->data, size);
  g_array_sort (self->spellings, compare_by_group);
  memcpy (by_group, self->spellings->data, size);
}
