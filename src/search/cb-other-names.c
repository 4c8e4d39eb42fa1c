/* cb-other-names.c: what a name is typed as */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-other-names.h"

#include <string.h>

#include "cb-noise.h"
#include "cb-spellings.h"
#include "cb-suffix.h"

#define FIRST_SYLLABLE 0xac00
#define LAST_SYLLABLE 0xd7a3
#define N_FINALS 28
#define FINAL_M 16
#define FINAL_B 17

/**
 * cb_other_names_init:
 * @self: (out): other names
 * @terms: (nullable) (element-type GPtrArray): groups of spellings, as long as @self
 *
 * Prepares for finding other spellings.
 */
void
cb_other_names_init (CbOtherNames *self, GPtrArray *terms)
{
  g_auto (CbFolded) folded;

  self->terms = terms;
  self->groups
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  cb_folded_init (&folded);
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (terms, i);

      for (guint k = 0; k < group->len; k++)
        {
          const char *text = g_ptr_array_index (group, k);

          cb_folded_set (&folded, text, strlen (text));
          g_hash_table_insert (self->groups, g_bytes_new (folded.letters, folded.n_letters), group);
        }
    }
}

/**
 * cb_other_names_clear:
 * @self: other names
 *
 * Frees what @self owns.
 */
void
cb_other_names_clear (CbOtherNames *self)
{
  g_clear_pointer (&self->groups, g_hash_table_unref);
}

static gboolean
is_korean (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return first >= FIRST_SYLLABLE && first <= LAST_SYLLABLE;
}

/* The name with another spelling for the words from @first to @last. */
static void
add_spellings (CbOtherNames *self,
               GPtrArray *names,
               const char *name,
               const CbFolded *folded,
               gsize first,
               gsize last)
{
  const CbWord *begin = &folded->words[first];
  const CbWord *end = &folded->words[last];
  g_autoptr (GBytes) key
      = g_bytes_new (folded->letters + begin->start, end->start + end->n_letters - begin->start);
  GPtrArray *group = g_hash_table_lookup (self->groups, key);

  for (guint i = 0; group != NULL && i < group->len; i++)
    {
      const char *spelling = g_ptr_array_index (group, i);

      if (is_korean (spelling))
        g_ptr_array_add (names, g_strdup_printf ("%.*s%s%s", (int)begin->source_start, name,
                                                 spelling, name + end->source_end));
    }
}

/* A particle after a Latin word is no part of a query: URI가. */
static gboolean
is_particle (const CbFolded *folded, gsize i)
{
  const CbWord *word = &folded->words[i];

  return i > 0 && word->glued && word->script == CB_SCRIPT_HANGUL
         && word[-1].script != CB_SCRIPT_HANGUL
         && cb_suffix_is_particle (folded->letters + word->start, word->n_letters);
}

/**
 * cb_name_leave_noise_out:
 * @name: a name
 * @noise: whether words that say nothing are left out
 * @rest: the name as a query is looked up, without the particles after Latin words and without its
 * noise
 *
 * Returns: whether that is less than @name, but something
 */
gboolean
cb_name_leave_noise_out (const CbFolded *name, gboolean noise, CbFolded *rest)
{
  cb_folded_set (rest, NULL, 0);
  for (gsize i = 0; i < name->n_words; i++)
    {
      const CbWord *word = &name->words[i];

      if (!is_particle (name, i)
          && !(noise && cb_noise_contains (name->letters + word->start, word->n_letters)))
        cb_folded_append_word (rest, name, i);
    }

  return rest->n_words > 0 && rest->n_words < name->n_words;
}

/**
 * cb_name_list_sentences:
 * @name: a name
 *
 * A Korean name that ends in a noun made of a verb stands for a sentence: 찾을 수 없음 is 찾을 수
 * 없습니다.
 *
 * Returns: (transfer full) (element-type utf8): the name as sentences; may be empty
 */
GPtrArray *
cb_name_list_sentences (const char *name)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  const char *last = g_utf8_find_prev_char (name, name + strlen (name));
  gunichar syllable = last != NULL ? g_utf8_get_char (last) : 0;
  int n = last != NULL ? (int)(last - name) : 0;

  if (n < 3 || syllable < FIRST_SYLLABLE || syllable > LAST_SYLLABLE)
    return sentences;

  if (syllable == g_utf8_get_char ("음"))
    {
      gunichar stem = g_utf8_get_char (g_utf8_prev_char (last));

      if (stem >= FIRST_SYLLABLE && stem <= LAST_SYLLABLE
          && (stem - FIRST_SYLLABLE) % N_FINALS != 0)
        g_ptr_array_add (sentences, g_strdup_printf ("%.*s습니다", n, name));
    }
  else if ((syllable - FIRST_SYLLABLE) % N_FINALS == FINAL_M)
    {
      char polite[7] = "";

      g_unichar_to_utf8 (syllable - FINAL_M + FINAL_B, polite);
      g_ptr_array_add (sentences, g_strdup_printf ("%.*s%s니다", n, name, polite));
      if (syllable == g_utf8_get_char ("됨"))
        g_ptr_array_add (sentences, g_strdup_printf ("%.*s되었습니다", n, name));
    }

  return sentences;
}

/**
 * cb_other_names_list_spellings:
 * @self: other names
 * @name: a name
 *
 * Finds what a Korean name is with another spelling of some of its words. Words match in any
 * spelling; this is for what looks at a name as a whole: its initials, its beginning, its letters
 * without spaces.
 *
 * Returns: (transfer full) (element-type utf8): other names; may be empty
 */
GPtrArray *
cb_other_names_list_spellings (CbOtherNames *self, const char *name)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  cb_folded_set (&folded, name, strlen (name));
  for (gsize first = 0; first < folded.n_words && is_korean (name); first++)
    for (gsize last = first; last < folded.n_words && last < first + CB_SPELLING_MAX_WORDS; last++)
      add_spellings (self, names, name, &folded, first, last);

  return names;
}
