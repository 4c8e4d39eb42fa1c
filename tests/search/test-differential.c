/* test-differential.c: the index finds what a search through all texts finds, and nothing else */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include <locale.h>
#include <string.h>

#include "cb-inline.h"
#include "cb-item.h"
#include "cb-keyboard.h"
#include "cb-stem.h"
#include "cb-test-catalog.h"

#define N_WORDS 40
#define MIN_LETTERS 4
#define MAX_LETTERS 24
#define MIN_LATIN_INSIDE 5
#define METHODS_GROUP "methods"

typedef struct
{
  CbFolded folded;
  const CbLetter *letters;
  gsize n_letters;
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
  gsize n_noun = cb_particle_stem (self->letters, self->n_letters);

  n_letters = MIN (n_letters, CB_LEXICON_MAX_LETTERS);
  if (n_letters >= self->n_letters && memcmp (letters, self->letters, self->n_letters) == 0)
    return TRUE;
  if (cb_stem_length (letters, n_letters) == n_stem && memcmp (letters, self->letters, n_stem) == 0)
    return TRUE;

  return cb_letter_is_hangul (self->letters[0])
         && (is_inside (letters, n_letters, self->letters, self->n_letters, TRUE)
             || (n_noun < self->n_letters
                 && is_inside (letters, n_letters, self->letters, n_noun, FALSE)));
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

/* Names are also searched as a whole, whatever divides their words. */
static void
look_into_name (CbNaive *self, const char *text)
{
  const CbFolded *folded = &self->folded;

  look_into (self, text);
  if (text == NULL || self->found)
    return;

  cb_folded_set (&self->folded, text, strlen (text));
  self->found = folded->n_words > 0 && is_like (self, folded->letters, folded->n_letters);
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

static void
look_into_plain (CbNaive *self, const CbText *text)
{
  for (guint i = 0; i < CB_N_LANGUAGES && text->in[i] != NULL; i++)
    {
      g_autofree char *plain
          = cb_inline_to_plain (text->in[i], cb_index_get_catalog (get_index ()), (CbLanguage)i);

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
    look_into_name (self, item->code);
  if (item->kind == CB_ITEM_MEANING || item->kind == CB_ITEM_SPEC)
    look_into (self, item->source);
  look_into_plain (self, &item->text);
  for (gsize i = 0; i < item->n_items; i++)
    look_into_item (self, &item->items[i]);
}

static void
look_into_titles (CbNaive *self, CbEntry *entry)
{
  CbGroup *group = cb_catalog_get_group (cb_index_get_catalog (get_index ()), METHODS_GROUP);
  const CbText *title = cb_entry_get_title (entry);

  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    {
      look_into_name (self, title->in[i]);
      if (cb_entry_get_kind (entry) == CB_ENTRY_METHOD && group != NULL)
        {
          g_autofree char *name = g_strconcat (title->in[CB_LANGUAGE_EN], " ",
                                               cb_group_get_title (group)->in[i], NULL);

          look_into_name (self, name);
        }
    }
}

/* A status is found by what the situations are called that it is the first answer to. */
static void
look_into_situations (CbNaive *self, CbEntry *status)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
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

static gboolean
find_naively (CbEntry *entry, const CbLetter *letters, gsize n_letters)
{
  CbNaive naive = { .letters = letters, .n_letters = n_letters };

  cb_folded_init (&naive.folded);
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

  return naive.found;
}

/* Whether the last query was looked up by its letters only, not by words that mean the same. */
static gboolean
is_literal (const CbIndex *index)
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

static const CbHit *
find_hit (const GArray *hits, const CbEntry *entry)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, CbHit, i).entry == entry)
      return &g_array_index (hits, CbHit, i);

  return NULL;
}

/* For words that no other spelling is known of. */
static void
compare (gboolean hangul)
{
  CbIndex *index = get_index ();
  CbCatalog *catalog = cb_index_get_catalog (index);
  guint n_tested = 0;

  for (guint round = 0; round < 4000 && n_tested < N_WORDS; round++)
    {
      guint id = (guint)g_test_rand_int_range (0, (gint)index->lexicon.n_words);
      const CbLexeme *lexeme = &index->lexicon.words[id];
      const CbLetter *letters = cb_lexicon_letters (&index->lexicon, id);
      g_autofree char *text = NULL;
      g_autoptr (CbQuery) query = NULL;
      g_autoptr (GArray) hits = NULL;

      if (lexeme->n_letters < MIN_LETTERS || lexeme->n_letters > MAX_LETTERS
          || cb_lexicon_n_postings (&index->lexicon, id) == 0
          || !(hangul ? cb_letter_is_hangul (letters[0]) : cb_letter_is_latin (letters[0])))
        continue;
      text = cb_letters_to_text (letters, lexeme->n_letters);
      query = cb_query_parse (text);
      hits = cb_index_search (index, query);
      if (query->n_words != 1 || query->codes->len > 0 || !is_literal (index))
        continue;

      n_tested++;
      for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
        {
          CbEntry *entry = cb_catalog_get_entry (catalog, i);
          const CbHit *hit = find_hit (hits, entry);
          gboolean found = find_naively (entry, letters, lexeme->n_letters);

          if (found && hit == NULL)
            g_error ("\"%s\" is in %s, but the index does not find it", text,
                     cb_entry_get_id (entry));
          if (!found && hit != NULL && hit->kind != CB_MATCH_TYPO)
            g_error ("\"%s\" is not in %s, but the index finds it (%s:%s)", text,
                     cb_entry_get_id (entry), cb_match_field_get_nick (hit->field),
                     cb_match_kind_get_nick (hit->kind));
        }
    }

  g_test_message ("%u words", n_tested);
  g_assert_cmpuint (n_tested, >, N_WORDS / 3);
}

static void
test_latin (void)
{
  compare (FALSE);
}

static void
test_hangul (void)
{
  compare (TRUE);
}

/* A word and one letter more: what it finds as it is, or as a beginning, the shorter one finds as
 * well. */
static void
test_longer (void)
{
  CbIndex *index = get_index ();
  guint n_tested = 0;

  for (guint round = 0; round < 3000; round++)
    {
      guint id = (guint)g_test_rand_int_range (0, (gint)index->lexicon.n_words);
      const CbLexeme *lexeme = &index->lexicon.words[id];
      const CbLetter *letters = cb_lexicon_letters (&index->lexicon, id);
      g_autofree char *shorter = NULL;
      g_autofree char *longer = NULL;
      g_autoptr (CbQuery) first = NULL;
      g_autoptr (CbQuery) second = NULL;
      g_autoptr (GArray) first_hits = NULL;
      g_autoptr (GArray) second_hits = NULL;
      guint n;

      if (lexeme->n_letters < 5
          || (!cb_letter_is_latin (letters[0]) && !cb_letter_is_hangul (letters[0])))
        continue;
      n = (guint)g_test_rand_int_range (MIN_LETTERS, lexeme->n_letters);
      shorter = cb_letters_to_text (letters, n);
      longer = cb_letters_to_text (letters, n + 1);
      first = cb_query_parse (shorter);
      second = cb_query_parse (longer);
      if (first->n_words != 1 || second->n_words != 1 || first->codes->len > 0
          || second->codes->len > 0)
        continue;
      second_hits = cb_index_search (index, second);
      if (!is_literal (index))
        continue;
      first_hits = cb_index_search (index, first);
      if (!is_literal (index))
        continue;

      n_tested++;
      for (guint i = 0; i < second_hits->len; i++)
        {
          const CbHit *hit = &g_array_index (second_hits, CbHit, i);

          if ((hit->kind == CB_MATCH_EXACT || hit->kind == CB_MATCH_PREFIX)
              && find_hit (first_hits, hit->entry) == NULL)
            g_error ("\"%s\" finds %s, but \"%s\" does not", longer, cb_entry_get_id (hit->entry),
                     shorter);
        }
    }

  g_test_message ("%u words", n_tested);
  g_assert_cmpuint (n_tested, >, 300);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/differential/latin", test_latin);
  g_test_add_func ("/search/differential/hangul", test_hangul);
  g_test_add_func ("/search/differential/longer", test_longer);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
