/* cb-naive.c: a search through all texts, to compare the index with */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "cb-naive.h"

#include <string.h>

#include "cb-inline.h"
#include "cb-item.h"
#include "cb-keyboard.h"
#include "cb-other-names.h"
#include "cb-stem.h"

#define MIN_LATIN_INSIDE 5
#define METHODS_GROUP "methods"

static const char *const method_words[] = { "request", "요청", "방식" };
static const char *const header_words[] = { "header", "헤더" };

typedef struct
{
  CbCatalog *catalog;
  CbOtherNames other_names;
  CbFolded folded;
  const CbLetter *letters;
  gsize n_letters;
  gsize n_noun; /* of them that are a word of some text without its particle */
  gboolean found;
} CbNaive;

/* Whether @word, or with an unfinished end one that goes on, is somewhere within @text between
 * syllables. */
static gboolean
is_inside (const CbLetter *text, gsize n_text, const CbLetter *word, gsize n_word, gboolean open)
{
  if (cb_letters_count_syllables (word, n_word) < 2)
    return FALSE;

  for (gsize at = 0; at + n_word <= n_text; at++)
    if (memcmp (text + at, word, n_word) == 0 && cb_letters_is_syllable_start (text, n_text, at)
        && (open || cb_letters_is_syllable_start (text, n_text, at + n_word)))
      return TRUE;

  return FALSE;
}

/* By definition: one that begins with it, one of its stem, and in Korean one that has it inside. */
static gboolean
is_like (const CbNaive *self, const CbLetter *letters, gsize n_letters)
{
  gsize n_stem = cb_stem_length (self->letters, self->n_letters);

  n_letters = MIN (n_letters, CB_LEXICON_MAX_LETTERS);
  if (n_letters >= self->n_letters && memcmp (letters, self->letters, self->n_letters) == 0)
    return TRUE;
  if (cb_stem_length (letters, n_letters) == n_stem && memcmp (letters, self->letters, n_stem) == 0)
    return TRUE;

  return cb_letter_is_hangul (self->letters[0])
         && (is_inside (letters, n_letters, self->letters, self->n_letters, TRUE)
             || (self->n_noun < self->n_letters
                 && is_inside (letters, n_letters, self->letters, self->n_noun, FALSE)));
}

static void
look_into (CbNaive *self, const char *text)
{
  if (text == NULL || self->found)
    return;

  cb_folded_set (&self->folded, text, strlen (text));
  for (gsize i = 0; i < self->folded.n_words && !self->found; i++)
    self->found = is_like (self, self->folded.letters + self->folded.words[i].start,
                           self->folded.words[i].n_letters);
}

/* What a name writes as one word, such as WebDAV, is one. */
static void
look_into_glued_words (CbNaive *self)
{
  const CbFolded *folded = &self->folded;

  for (gsize i = 0, end; i < folded->n_words; i = end)
    {
      gsize start = folded->words[i].start;

      for (end = i + 1; end < folded->n_words && folded->words[end].glued;)
        end++;
      self->found
          = self->found
            || is_like (self, folded->letters + start,
                        folded->words[end - 1].start + folded->words[end - 1].n_letters - start);
    }
}

/* Names are also searched as a whole, whatever divides their words. */
static void
look_into_name (CbNaive *self, const char *text, gboolean constant)
{
  const CbFolded *folded = &self->folded;

  look_into (self, text);
  if (text == NULL || self->found)
    return;

  cb_folded_set (&self->folded, text, strlen (text));
  if (!constant)
    look_into_glued_words (self);
  self->found = self->found
                || (cb_letter_is_hangul (self->letters[0])
                    && is_inside (folded->letters, folded->n_letters, self->letters,
                                  self->n_letters, TRUE));
  for (gsize i = 0; i < folded->n_words && !self->found; i++)
    {
      gsize start = folded->words[i].start;

      self->found = folded->n_letters - start >= self->n_letters
                    && memcmp (folded->letters + start, self->letters, self->n_letters) == 0;
    }
  if (self->n_letters >= MIN_LATIN_INSIDE && cb_letter_is_latin (self->letters[0]))
    self->found
        = self->found
          || memmem (folded->letters, folded->n_letters, self->letters, self->n_letters) != NULL;
}

/* Another form of a name: the word begins it, or is all of it. */
static void
look_into_folded_form (CbNaive *self, const CbFolded *form, gboolean whole)
{
  self->found
      = self->found
        || ((whole ? form->n_letters == self->n_letters : form->n_letters >= self->n_letters)
            && memcmp (form->letters, self->letters, self->n_letters) == 0);
}

static void
look_into_form (CbNaive *self, const char *text)
{
  cb_folded_set (&self->folded, text, strlen (text));
  look_into_folded_form (self, &self->folded, FALSE);
}

static void
look_into_forms (CbNaive *self, const char *text, gboolean title)
{
  g_autoptr (GPtrArray) sentences = NULL;
  g_auto (CbFolded) rest = { .one_way = TRUE };

  if (text == NULL || self->found)
    return;

  cb_folded_set (&self->folded, text, strlen (text));
  if (cb_name_leave_noise_out (&self->folded, FALSE, &rest))
    look_into_folded_form (self, &rest, FALSE);
  if (title && cb_name_leave_noise_out (&self->folded, TRUE, &rest))
    look_into_folded_form (self, &rest, TRUE);
  sentences = cb_name_list_sentences (text);
  for (guint i = 0; i < sentences->len; i++)
    look_into_form (self, g_ptr_array_index (sentences, i));
}

static void
look_into_spellings (CbNaive *self, const char *text)
{
  g_autoptr (GPtrArray) names = cb_other_names_list_spellings (&self->other_names, text);

  for (guint i = 0; i < names->len; i++)
    look_into_form (self, g_ptr_array_index (names, i));
}

static void
look_behind (CbNaive *self, const char *text, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      g_autofree char *name = g_strconcat (text, " ", words[i], NULL);

      look_into_form (self, name);
    }
}

static void
look_into_plain (CbNaive *self, const CbText *text)
{
  for (guint i = 0; i < CB_N_LANGUAGES && text->in[i] != NULL; i++)
    {
      g_autofree char *plain = cb_inline_to_plain (text->in[i], self->catalog, (CbLanguage)i);

      look_into (self, plain);
    }
}

static void
look_into_item (CbNaive *self, const CbItem *item)
{
  if (item->kind == CB_ITEM_REQUEST || item->kind == CB_ITEM_RESPONSE
      || item->kind == CB_ITEM_SOURCE)
    return;

  if (item->kind == CB_ITEM_NAME || item->kind == CB_ITEM_ALIAS || item->kind == CB_ITEM_CONSTANT
      || item->kind == CB_ITEM_HEADER || item->kind == CB_ITEM_MEANING)
    look_into_name (self, item->code, item->kind == CB_ITEM_CONSTANT);
  if (item->kind == CB_ITEM_NAME || item->kind == CB_ITEM_ALIAS || item->kind == CB_ITEM_MEANING)
    look_into_forms (self, item->code, FALSE);
  if (item->kind == CB_ITEM_HEADER)
    look_behind (self, item->code, header_words, G_N_ELEMENTS (header_words));
  if (item->kind == CB_ITEM_MEANING || item->kind == CB_ITEM_SPEC)
    look_into (self, item->source);
  look_into_plain (self, &item->text);
  for (gsize i = 0; i < item->n_items; i++)
    look_into_item (self, &item->items[i]);
}

/* What a method is called with a word behind it, but for *, which is never called so. */
static void
look_into_method_names (CbNaive *self, const char *token)
{
  CbGroup *group = cb_catalog_get_group (self->catalog, METHODS_GROUP);

  if (!g_ascii_isalpha (token[0]))
    return;

  for (guint i = 0; group != NULL && i < CB_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strconcat (token, " ", cb_group_get_title (group)->in[i], NULL);

      look_into_name (self, name, FALSE);
      look_into_spellings (self, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (method_words); i++)
    {
      g_autofree char *name = g_strconcat (token, " ", method_words[i], NULL);

      look_into_name (self, name, FALSE);
    }
}

static void
look_into_titles (CbNaive *self, CbEntry *entry)
{
  const CbText *title = cb_entry_get_title (entry);

  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    {
      look_into_name (self, title->in[i], FALSE);
      look_into_forms (self, title->in[i], TRUE);
    }
  look_into_spellings (self, title->in[CB_LANGUAGE_KO]);
  if (cb_entry_get_kind (entry) == CB_ENTRY_METHOD)
    look_into_method_names (self, title->in[CB_LANGUAGE_EN]);
}

/* A status is found by what the situations are called that it is the first answer to. */
static void
look_into_situations (CbNaive *self, CbEntry *status)
{
  for (guint i = 0; i < cb_catalog_get_n_entries (self->catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (self->catalog, i);
      gsize n_answers;
      gsize n_items;
      const CbItem *answers = cb_entry_get_items (entry, CB_PART_ANSWER, &n_answers);
      const CbItem *items = cb_entry_get_items (entry, CB_PART_ALIAS, &n_items);

      if (cb_entry_get_kind (entry) != CB_ENTRY_SITUATION || n_answers == 0
          || g_strcmp0 (answers[0].target, cb_entry_get_id (status)) != 0)
        continue;

      look_into_plain (self, cb_entry_get_title (entry));
      for (gsize k = 0; k < n_items; k++)
        look_into (self, items[k].code);
    }
}

/* What is left of a word without its particle, if that is a word of any text. */
static gsize
noun_length (const CbIndex *index, const CbLetter *letters, gsize n_letters)
{
  gsize n_noun = cb_particle_stem (letters, n_letters);
  gsize n_stem = cb_stem_length (letters, n_noun);

  for (guint i = 0; i < index->lexicon.n_words; i++)
    if (index->lexicon.words[i].n_stem == n_stem
        && memcmp (cb_lexicon_letters (&index->lexicon, i), letters, n_stem) == 0)
      return n_noun;

  return n_letters;
}

static gboolean
find_naively (
    CbCatalog *catalog, CbEntry *entry, const CbLetter *letters, gsize n_letters, gsize n_noun)
{
  CbNaive naive
      = { .catalog = catalog, .letters = letters, .n_letters = n_letters, .n_noun = n_noun };

  cb_folded_init (&naive.folded);
  cb_other_names_init (&naive.other_names, cb_catalog_get_terms (catalog));
  look_into_titles (&naive, entry);
  look_into_plain (&naive, cb_entry_get_summary (entry));
  if (cb_entry_get_kind (entry) == CB_ENTRY_STATUS)
    look_into_situations (&naive, entry);
  for (guint part = 0; part < CB_N_PARTS && !naive.found; part++)
    {
      gsize n_items;
      const CbItem *items = cb_entry_get_items (entry, (CbPart)part, &n_items);

      for (gsize i = 0; i < n_items; i++)
        look_into_item (&naive, &items[i]);
    }
  cb_folded_clear (&naive.folded);
  cb_other_names_clear (&naive.other_names);

  return naive.found;
}

/**
 * cb_naive_is_literal:
 * @index: an index
 *
 * Returns: whether the last query was looked up by its letters only, not by words that mean the
 * same
 */
gboolean
cb_naive_is_literal (const CbIndex *index)
{
  const CbPlan *plan = index->plan;

  if (plan->n_needles != 1 || plan->needles[0].reading != CB_READING_PLAIN)
    return FALSE;

  for (guint i = 0; i < plan->matches->len; i++)
    {
      const CbPlanMatch *match = &g_array_index (plan->matches, CbPlanMatch, i);

      if (cb_lexicon_letters (&index->lexicon, match->word)[0] == CB_LEXICON_GROUP)
        return FALSE;
    }

  return TRUE;
}

/**
 * cb_naive_find_hit:
 * @hits: (element-type CbHit): hits
 * @entry: an entry
 *
 * Returns: (transfer none) (nullable): its hit
 */
const CbHit *
cb_naive_find_hit (const GArray *hits, const CbEntry *entry)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, CbHit, i).entry == entry)
      return &g_array_index (hits, CbHit, i);

  return NULL;
}

/**
 * cb_naive_compare:
 * @index: an index
 * @letters: (array length=n_letters): a word
 * @n_letters: its length
 *
 * Looks for a word in both ways; where they differ, that is an error.
 *
 * Returns: whether they could be compared: not where the word is more than one, a number, or has
 * other spellings
 */
gboolean
cb_naive_compare (CbIndex *index, const CbLetter *letters, gsize n_letters)
{
  CbCatalog *catalog = cb_index_get_catalog (index);
  g_autofree char *text = cb_letters_to_text (letters, n_letters);
  g_autoptr (CbQuery) query = cb_query_parse (text);
  g_autoptr (GArray) hits = cb_index_search (index, query);
  gsize n_noun = noun_length (index, letters, n_letters);

  if (query->n_words != 1 || query->codes->len > 0 || !cb_naive_is_literal (index))
    return FALSE;

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
      const CbHit *hit = cb_naive_find_hit (hits, entry);
      gboolean found = find_naively (catalog, entry, letters, n_letters, n_noun);

      if (found && hit == NULL)
        g_error ("\"%s\" is in %s, but the index does not find it", text, cb_entry_get_id (entry));
      if (!found && hit != NULL && hit->kind != CB_MATCH_TYPO)
        g_error ("\"%s\" is not in %s, but the index finds it (%s:%s)", text,
                 cb_entry_get_id (entry), cb_match_field_get_nick (hit->field),
                 cb_match_kind_get_nick (hit->kind));
    }

  return TRUE;
}
