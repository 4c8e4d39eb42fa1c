/* cb-index-builder.c: makes the image of an index of names and texts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-index-builder.h"

#include <string.h>

#include "cb-rank.h"

/* What a name writes as one word, such as WebDAV, is found as one word as well. */
#define MAX_GLUED_LETTERS 64
/* Enough for the catalog of the project: memory that is not used is never touched, but what grows
 * is copied. */
#define N_UNITS_FIRST (1u << 18)
#define N_OCCURRENCES_FIRST (1u << 17)
#define N_WORDS_FIRST (1u << 14)
#define N_PASSAGES_FIRST (1u << 14)

/**
 * cb_index_builder_init:
 * @self: (out): a builder
 *
 * Makes @self empty.
 */
void
cb_index_builder_init (CbIndexBuilder *self)
{
  memset (self, 0, sizeof *self);
  cb_folded_init (&self->folded);
  self->folded.one_way = TRUE;
  self->lexicon = cb_lexicon_builder_new ();
  cb_names_builder_init (&self->names);
  cb_spellings_builder_init (&self->spellings);
  cb_stretches_init (&self->stretches);
  self->documents = g_array_new (FALSE, FALSE, sizeof (CbDocument));
  self->passages = g_array_sized_new (FALSE, FALSE, sizeof (CbPassage), N_PASSAGES_FIRST);
}

/**
 * cb_index_builder_clear:
 * @self: a builder
 *
 * Frees what @self owns.
 */
void
cb_index_builder_clear (CbIndexBuilder *self)
{
  cb_folded_clear (&self->folded);
  g_clear_pointer (&self->lexicon, cb_lexicon_builder_free);
  cb_names_builder_clear (&self->names);
  cb_spellings_builder_clear (&self->spellings);
  cb_stretches_clear (&self->stretches);
  g_clear_pointer (&self->documents, g_array_unref);
  g_clear_pointer (&self->passages, g_array_unref);
  g_clear_pointer (&self->units, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->occurrences, g_free);
  g_clear_pointer (&self->last, g_free);
}

/**
 * cb_index_builder_add_terms:
 * @self: a builder without any entries
 * @terms: (element-type GPtrArray): groups of words that mean the same
 *
 * Adds all spellings, and a word for each group.
 */
void
cb_index_builder_add_terms (CbIndexBuilder *self, GPtrArray *terms)
{
  g_assert (self->documents->len == 0);

  cb_spellings_builder_add (&self->spellings, terms, self->lexicon);
}

/* Units and occurrences are many, and come one by one. */
static inline void
add_unit (CbIndexBuilder *self, guint unit)
{
  if (self->n_units == self->units_size)
    {
      self->units_size = MAX (N_UNITS_FIRST, 2 * self->units_size);
      self->units = g_renew (guint16, self->units, self->units_size);
    }

  self->units[self->n_units++] = (guint16)unit;
}

static inline void
add_token (CbIndexBuilder *self, guint word)
{
  if (word >= CB_TOKEN_LONG)
    add_unit (self, CB_TOKEN_LONG + (word >> 16));
  add_unit (self, word & 0xffff);
}

/* Room for the last occurrence of each word that there is. */
static void
reserve_last (CbIndexBuilder *self)
{
  guint size = self->last_size;

  if (self->lexicon->n_words <= size)
    return;

  self->last_size = MAX (N_WORDS_FIRST, 2 * self->lexicon->n_words);
  self->last = g_renew (guint, self->last, self->last_size);
  memset (self->last + size, 0, (self->last_size - size) * sizeof *self->last);
}

static CbPosting *
add_posting (CbIndexBuilder *self, guint word)
{
  CbOccurrence *occurrence;

  if (self->n_occurrences == self->occurrences_size)
    {
      self->occurrences_size = MAX (N_OCCURRENCES_FIRST, 2 * self->occurrences_size);
      self->occurrences = g_renew (CbOccurrence, self->occurrences, self->occurrences_size);
    }

  occurrence = &self->occurrences[self->n_occurrences++];
  *occurrence = (CbOccurrence){ .word = word, .posting = { .document = self->document & 0xfffff } };
  self->last[word] = self->n_occurrences;

  return &occurrence->posting;
}

static inline void
add_occurrence (CbIndexBuilder *self, guint word, CbMatchField field)
{
  guint last = self->last[word];
  CbPosting *posting = last > self->first_occurrence ? &self->occurrences[last - 1].posting
                                                     : add_posting (self, word);

  posting->fields = (posting->fields | CB_FIELD_BIT (field)) & 0xff;
  if (field == CB_MATCH_FIELD_TEXT && posting->count < CB_POSTING_MAX_COUNT)
    posting->count++;
}

/* The group tokens of a spelling of @n words that is @letters. */
static gboolean
add_groups_of (
    CbIndexBuilder *self, const CbLetter *letters, gsize n_letters, gsize n, CbMatchField field)
{
  const CbSpelling *spelling = NULL;
  guint word;

  if (!cb_lexicon_builder_find (self->lexicon, letters, n_letters, &word))
    return FALSE;

  while ((spelling = cb_spellings_builder_find (&self->spellings, word, spelling)) != NULL)
    {
      guint group;

      if (spelling->n_words != n)
        continue;
      group = g_array_index (self->spellings.groups, guint, spelling->group);
      add_occurrence (self, group, field);
      add_unit (self, CB_TOKEN_SPAN + (guint)n);
      add_token (self, group);
    }

  return TRUE;
}

/* Appends the letters of word @i of the text at hand. Returns how many there are then. */
static gsize
append_word (const CbIndexBuilder *self, gsize i, CbLetter *letters, gsize n_letters)
{
  const CbLexeme *word = &self->lexicon->words[self->words[i]];

  memcpy (letters + n_letters, self->lexicon->letters + word->start, word->n_letters);

  return n_letters + word->n_letters;
}

/* The groups that have what begins at word @i as a spelling of several words, the last of them with
 * or without what grammar adds. Appends a token for each. */
static void
add_groups (CbIndexBuilder *self, gsize i, CbMatchField field)
{
  CbLetter letters[CB_SPELLING_MAX_WORDS * CB_LEXICON_MAX_LETTERS];
  gsize n_letters = append_word (self, i, letters, 0);

  for (gsize n = 2; n <= CB_SPELLING_MAX_WORDS && i + n <= self->n_words; n++)
    {
      gsize n_stem = n_letters + self->lexicon->words[self->words[i + n - 1]].n_stem;

      n_letters = append_word (self, i + n - 1, letters, n_letters);
      if (!add_groups_of (self, letters, n_letters, n, field) && n_stem < n_letters)
        add_groups_of (self, letters, n_stem, n, field);
    }
}

/* Whether a spelling of several words may begin with word @i of the text at hand. */
static gboolean
may_begin_spelling (const CbIndexBuilder *self, gsize i)
{
  guint32 next_letters = cb_spellings_builder_get_next (&self->spellings, self->words[i]);
  const CbLexeme *next;

  if (next_letters == 0 || i + 1 == self->n_words)
    return FALSE;

  next = &self->lexicon->words[self->words[i + 1]];

  return (next_letters & cb_letters_to_set (self->lexicon->letters + next->start, 1)) != 0;
}

/* Room for the words of a text of so many bytes or letters, none of which is more than a word. */
static void
begin_words (CbIndexBuilder *self, gsize length)
{
  self->n_words = 0;
  if (length <= self->words_size)
    return;

  self->words_size = MAX (length, 2 * self->words_size);
  self->words = g_renew (guint, self->words, self->words_size);
}

/* Which word of the lexicon each word of what is folded is. Appends them to those of the text. */
static void
add_folded_words (CbIndexBuilder *self)
{
  const CbFolded *folded = &self->folded;

  for (gsize i = 0; i < folded->n_words; i++)
    self->words[self->n_words++] = cb_lexicon_builder_add (
        self->lexicon, folded->letters + folded->words[i].start, folded->words[i].n_letters);
}

/* The words of a text, of which only what is new is folded. */
static void
add_text_words (CbIndexBuilder *self, const char *text)
{
  CbStretches *stretches = &self->stretches;
  gsize length = strlen (text);

  begin_words (self, length);
  cb_stretches_set_text (stretches, text, length);
  for (gsize i = 0; i < stretches->n_places; i++)
    {
      const CbStretchPlace *place = &stretches->places[i];
      gsize n_before = self->n_words;
      const guint *words;
      guint n_words;

      if (cb_stretches_get_words (stretches, i, &words, &n_words))
        {
          for (guint k = 0; k < n_words; k++)
            self->words[self->n_words++] = words[k];
          continue;
        }

      cb_folded_set (&self->folded, place->text, place->length);
      add_folded_words (self);
      cb_stretches_add_words (stretches, i, self->words + n_before,
                              (guint)(self->n_words - n_before));
    }
}

/* Adds the text whose words are at hand. */
static void
add_passage (CbIndexBuilder *self, CbMatchField field)
{
  CbPassage passage = { .first_unit = self->n_units, .field = field & 0xff };

  if (self->n_words == 0)
    return;

  reserve_last (self);
  for (gsize i = 0; i < self->n_words; i++)
    {
      guint word = self->words[i];

      if (may_begin_spelling (self, i))
        add_groups (self, i, field);
      add_occurrence (self, word, field);
      add_token (self, word);
    }

  g_array_append_val (self->passages, passage);
  if (field == CB_MATCH_FIELD_TEXT)
    self->n_text_words += (guint)self->n_words;
}

/**
 * cb_index_builder_begin_document:
 * @self: a builder
 *
 * Begins a new entry.
 */
void
cb_index_builder_begin_document (CbIndexBuilder *self)
{
  g_assert (self->documents->len < CB_INDEX_MAX_DOCUMENTS);

  self->document = self->documents->len;
  self->first_passage = self->passages->len;
  self->first_occurrence = self->n_occurrences;
  self->n_text_words = 0;
}

/* The words of the name at hand that nothing divides, as one. */
static void
add_glued_words (CbIndexBuilder *self, CbMatchField field)
{
  const CbFolded *folded = &self->folded;

  for (gsize i = 0, end; i < folded->n_words; i = end)
    {
      guint start = folded->words[i].start;
      gsize n_letters;

      for (end = i + 1; end < folded->n_words && folded->words[end].glued;)
        end++;
      n_letters = folded->words[end - 1].start + folded->words[end - 1].n_letters - start;
      if (end > i + 1 && n_letters <= MAX_GLUED_LETTERS)
        {
          guint word = cb_lexicon_builder_add (self->lexicon, folded->letters + start, n_letters);

          reserve_last (self);
          add_occurrence (self, word, field);
        }
    }
}

/**
 * cb_index_builder_add_name:
 * @self: a builder
 * @text: (nullable): a name of the entry at hand
 * @field: what kind of name
 *
 * Adds a name.
 */
void
cb_index_builder_add_name (CbIndexBuilder *self, const char *text, CbMatchField field)
{
  const CbFolded *folded = &self->folded;

  if (text == NULL)
    return;

  cb_folded_set (&self->folded, text, strlen (text));
  begin_words (self, folded->n_words);
  add_folded_words (self);
  add_passage (self, field);
  cb_names_builder_add (&self->names, self->document, field, FALSE, FALSE, folded);
  if (field != CB_MATCH_FIELD_CONSTANT)
    add_glued_words (self, field);
}

/**
 * cb_index_builder_add_other_name:
 * @self: a builder
 * @text: another form of a name of the entry at hand
 * @field: what kind of name
 * @whole: whether a query has to be all of it
 *
 * Adds a name that is found from its beginning on, not by its words.
 */
void
cb_index_builder_add_other_name (CbIndexBuilder *self,
                                 const char *text,
                                 CbMatchField field,
                                 gboolean whole)
{
  cb_folded_set (&self->folded, text, strlen (text));
  cb_index_builder_add_other_folded (self, &self->folded, field, whole);
}

/**
 * cb_index_builder_add_other_folded:
 * @self: a builder
 * @folded: another form of a name of the entry at hand
 * @field: what kind of name
 * @whole: whether a query has to be all of it
 *
 * Adds a name that is not found by its words.
 */
void
cb_index_builder_add_other_folded (CbIndexBuilder *self,
                                   const CbFolded *folded,
                                   CbMatchField field,
                                   gboolean whole)
{
  cb_names_builder_add (&self->names, self->document, field, TRUE, whole, folded);
}

/**
 * cb_index_builder_add_words:
 * @self: a builder
 * @text: (nullable): a text of the entry at hand
 * @field: what kind of text
 *
 * Adds a text.
 */
void
cb_index_builder_add_words (CbIndexBuilder *self, const char *text, CbMatchField field)
{
  if (text == NULL)
    return;

  add_text_words (self, text);
  add_passage (self, field);
}

/**
 * cb_index_builder_end_document:
 * @self: a builder
 * @document: what is known of the entry; its length and its first passage are filled in
 *
 * Ends the entry at hand.
 */
void
cb_index_builder_end_document (CbIndexBuilder *self, const CbDocument *document)
{
  CbDocument copy = *document;

  copy.first_passage = self->first_passage;
  copy.length = (float)self->n_text_words;
  g_array_append_val (self->documents, copy);
}
