/* cb-search-names.c: looks a query up in the names of the entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-search-private.h"

/* What begins with the query is worth more than what only has it. */
#define NAME_BEGINS 1.15f

/**
 * cb_search_is_article:
 * @document: an entry
 *
 * Returns: whether it is about others: a guide or a situation
 */
gboolean
cb_search_is_article (const CbDocument *document)
{
  return document->kind == CB_ENTRY_GUIDE || document->kind == CB_ENTRY_SITUATION;
}

/* What a name is worth: that of its field, less for a long one. */
static float
name_weight (const CbDocument *document, const CbName *name, guint n_letters)
{
  float share = (float)n_letters / (float)MAX (cb_name_n_letters (name), 1);

  return cb_rank_field_weight ((CbMatchField)name->field) * document->weight
         * (1 - CB_NAME_LENGTH_SHARE + CB_NAME_LENGTH_SHARE * MIN (share, 1));
}

typedef struct
{
  CbSearch *search;
  guint n_letters;
  CbTier tiers[CB_NAME_EXACT + 1];
} CbNameSearch;

static void
found_name_cb (const CbName *name, CbNameMatch match, gpointer user_data)
{
  CbNameSearch *self = user_data;
  const CbDocument *document = &self->search->index->documents[name->document];
  CbTier tier = self->tiers[match];
  gboolean begins;
  float weight;

  if (tier == CB_TIER_NONE || (name->other && match < CB_NAME_PREFIX)
      || (name->whole && match != CB_NAME_EXACT))
    return;

  /* Articles are called by their titles; their other names, and the header fields of an entry, only
   * help to find them. */
  if (tier > CB_TIER_NAME_WORDS
      && ((cb_search_is_article (document) && name->field != CB_MATCH_FIELD_TITLE)
          || name->field == CB_MATCH_FIELD_HEADER))
    tier = CB_TIER_NAME_WORDS;
  /* Much begins like an alias; a title that begins so is what is being typed. */
  begins = tier == CB_TIER_NAME_PREFIX;
  if (begins && name->field != CB_MATCH_FIELD_TITLE && name->field != CB_MATCH_FIELD_FORMER_NAME)
    tier = CB_TIER_NAME_WORDS;
  if (document->quiet && tier == CB_TIER_NAME_PREFIX)
    tier = CB_TIER_NAME_WORDS;
  else if (document->quiet && tier > CB_TIER_WORDS && tier < CB_TIER_NAME_EXACT)
    tier = CB_TIER_WORDS;

  weight = name_weight (document, name, self->n_letters) * (begins ? NAME_BEGINS : 1);
  cb_search_raise_tier (cb_search_find_document (self->search, name->document), tier, weight,
                        (CbMatchField)name->field, cb_tier_get_kind (self->tiers[match]));
}

static void
search_phrase (
    CbSearch *self, const CbPhrase *phrase, CbTier inside, CbTier word, CbTier prefix, CbTier exact)
{
  CbNameSearch search = { .search = self,
                          .n_letters = phrase->n_letters,
                          .tiers = { inside, word, prefix, exact } };

  if (phrase->n_letters > 1)
    cb_names_find (&self->index->names, self->first_name, self->end_name, phrase->letters,
                   phrase->n_letters, self->plan->open, found_name_cb, &search);
}

static void
take_near_names (CbSearch *self)
{
  CbTier tier = self->full ? CB_TIER_TYPO_NAME : CB_TIER_NAME_NEAR;
  CbNameSearch search = { .search = self,
                          .n_letters = self->plan->whole.n_letters,
                          .tiers = { tier, tier, tier, tier } };

  for (guint i = 0; self->near_names != NULL && i < self->near_names->len; i++)
    {
      const CbName *name = g_ptr_array_index (self->near_names, i);

      if (name->document >= self->first && name->document < self->end)
        found_name_cb (name, CB_NAME_EXACT, &search);
    }
}

/**
 * cb_search_names:
 * @self: a search
 *
 * Finds the names of the entries of the block that hold the query, as it was typed, without its
 * codes, without its noise, read in the other layout, or as initials; those that are the constant
 * which it names; and in the second round those that it nearly is.
 */
void
cb_search_names (CbSearch *self)
{
  const CbPlan *plan = self->plan;
  CbNameSearch initials = { .search = self,
                            .n_letters = plan->initials.n_units * 2,
                            .tiers = { CB_TIER_INITIALS_INSIDE, CB_TIER_INITIALS_WORD,
                                       CB_TIER_INITIALS_PREFIX, CB_TIER_INITIALS_EXACT } };

  search_phrase (self, &plan->whole, CB_TIER_WORDS, CB_TIER_NAME_WORDS, CB_TIER_NAME_PREFIX,
                 CB_TIER_NAME_EXACT);
  search_phrase (self, &plan->words, CB_TIER_WORDS, CB_TIER_NAME_WORDS, CB_TIER_NAME_PREFIX,
                 CB_TIER_NAME_EXACT);
  search_phrase (self, &plan->content, CB_TIER_NONE, CB_TIER_NONE, CB_TIER_NAME_WORDS,
                 CB_TIER_NAME_LIKE);
  search_phrase (self, &plan->constant, CB_TIER_NONE, CB_TIER_NONE, CB_TIER_NONE,
                 CB_TIER_NAME_SAME);
  search_phrase (self, &plan->other, CB_TIER_KEYBOARD_WORDS, CB_TIER_KEYBOARD_NAME,
                 CB_TIER_KEYBOARD_NAME, CB_TIER_KEYBOARD_EXACT);
  cb_names_find_initials (&self->index->names, self->first_name, self->end_name, &plan->initials,
                          found_name_cb, &initials);
  take_near_names (self);
}

/**
 * cb_search_list_near_names:
 * @self: a search that found no name with all the words
 *
 * What is nearly a name is taken for it: above entries that have some of the words, below those
 * that have them all.
 *
 * Returns: (transfer full) (element-type CbName): the names that the query nearly is
 */
GPtrArray *
cb_search_list_near_names (CbSearch *self)
{
  const CbPhrase *whole = &self->plan->whole;

  return cb_names_list_near (&self->index->names, whole->letters, whole->n_letters);
}
