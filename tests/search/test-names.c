/* test-names.c: every code and method is found by its names, in every way of typing them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cb-keyboard.h"
#include "cb-test-catalog.h"

typedef char *(*CbTyping) (const char *name);

static char *
typed_plain (const char *name)
{
  return g_strdup (name);
}

static char *
typed_capitals (const char *name)
{
  return g_utf8_strup (name, -1);
}

static char *
typed_decomposed (const char *name)
{
  return g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
}

static char *
typed_together (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  return g_strjoinv ("", words);
}

/* The first two words as one, the others as they are. */
static char *
typed_partly_together (const char *name)
{
  const char *space = strchr (name, ' ');

  return space == NULL ? g_strdup (name)
                       : g_strdup_printf ("%.*s%s", (int)(space - name), name, space + 1);
}

static char *
typed_backwards (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);

  for (guint i = 0; i < n / 2; i++)
    {
      char *word = words[i];

      words[i] = words[n - 1 - i];
      words[n - 1 - i] = word;
    }

  return g_strjoinv (" ", words);
}

static char *
typed_unfinished (const char *name)
{
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (name);

  return cb_letters_to_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
}

/* The keys of the name, with the keyboard in the other layout. */
static char *
typed_other_layout (const char *name)
{
  GString *keys = g_string_new (NULL);
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  cb_folded_set (&folded, name, strlen (name));
  for (gsize i = 0; i < folded.n_words; i++)
    {
      const CbWord *word = &folded.words[i];
      CbLetter letters[64];
      guint n = 0;

      if (i > 0 && !word->glued)
        g_string_append_c (keys, ' ');
      for (guint k = word->start; k < word->start + word->n_letters && n < 64; k++)
        {
          CbLetter letter = folded.letters[k];

          if (cb_letter_is_hangul (letter))
            {
              char key = cb_keyboard_letter_to_key (letter);

              /* Double consonants and ㅒ, ㅖ need shift. */
              if (cb_keyboard_key_to_letter (key) != letter)
                key = g_ascii_toupper (key);
              g_string_append_c (keys, key);
            }
          else if (cb_letter_is_latin (letter))
            {
              letters[n++] = cb_keyboard_key_to_letter ((char)letter);
            }
          else
            {
              g_string_append_c (keys, (char)letter);
            }
        }
      if (n > 0)
        {
          g_autofree char *text = cb_letters_to_text (letters, n);

          g_string_append (keys, text);
        }
    }

  return g_string_free_and_steal (keys);
}

static char *
typed_initials (const char *name)
{
  GString *initials = g_string_new (NULL);
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (name);
  gsize n;
  const CbLetter *letters = g_bytes_get_data (bytes, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (!cb_letter_is_hangul (letters[i]))
        g_string_append_c (initials, (char)letters[i]);
      else if (cb_letter_is_consonant (letters[i]) && i + 1 < n
               && cb_letter_is_vowel (letters[i + 1]))
        g_string_append_unichar (initials, cb_hangul_to_compatibility (letters[i]));
    }

  return g_string_free_and_steal (initials);
}

/* One letter in the middle left out. */
static char *
typed_with_gap (const char *name)
{
  g_autoptr (GBytes) bytes = cb_fold_to_bytes (name);
  gsize n;
  const CbLetter *letters = g_bytes_get_data (bytes, &n);
  g_autofree CbLetter *left = g_memdup2 (letters, n);

  memmove (left + n / 2, left + n / 2 + 1, n - n / 2 - 1);

  return cb_letters_to_text (left, n - 1);
}

/* Words of one script: nobody types two in one layout. */
static gboolean
has_plain_words (const char *name, CbLanguage language)
{
  for (const char *c = name; *c != '\0'; c++)
    if ((guchar)*c < 0x80 && *c != ' ' && (language == CB_LANGUAGE_KO || !g_ascii_isalpha (*c)))
      return FALSE;

  return TRUE;
}

/* Tries all names in @language; @share of them have to be among the first @rank. */
static void
try_all (CbTyping typing, CbLanguage language, guint rank, double share)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());
  guint n = 0;
  guint n_found = 0;

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
      const char *name = cb_entry_get_title (entry)->in[language];
      CbEntryState state = cb_entry_get_state (entry);
      g_autofree char *text = NULL;
      g_autoptr (GArray) hits = NULL;
      guint found;

      if (cb_entry_get_kind (entry) != CB_ENTRY_STATUS || state == CB_STATE_UNOFFICIAL
          || state == CB_STATE_NOT_A_STATUS || state == CB_STATE_UNUSED
          || g_utf8_strlen (name, -1) < 3 || !has_plain_words (name, language))
        continue;

      text = typing (name);
      hits = search (text);
      found = rank_of (hits, cb_entry_get_id (entry));
      n++;
      if (found > 0 && found <= rank)
        n_found++;
      else
        g_test_message ("\"%s\", typed \"%s\", finds %s at %u", name, text, cb_entry_get_id (entry),
                        found);
    }

  g_test_message ("%u of %u", n_found, n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpfloat ((double)n_found, >=, share * n);
}

static void
test_plain (void)
{
  try_all (typed_plain, CB_LANGUAGE_EN, 1, 1);
  try_all (typed_plain, CB_LANGUAGE_KO, 1, 1);
}

static void
test_forms (void)
{
  try_all (typed_capitals, CB_LANGUAGE_EN, 1, 1);
  try_all (typed_decomposed, CB_LANGUAGE_KO, 1, 1);
}

static void
test_together (void)
{
  try_all (typed_together, CB_LANGUAGE_EN, 1, 1);
  try_all (typed_together, CB_LANGUAGE_KO, 1, 1);
}

static void
test_partly_together (void)
{
  try_all (typed_partly_together, CB_LANGUAGE_EN, 1, 1);
  try_all (typed_partly_together, CB_LANGUAGE_KO, 1, 1);
}

/* The most frequent word of a name is looked for only where another one is. */
static void
test_backwards (void)
{
  try_all (typed_backwards, CB_LANGUAGE_EN, 1, 1);
  try_all (typed_backwards, CB_LANGUAGE_KO, 1, 1);
}

static void
test_unfinished (void)
{
  try_all (typed_unfinished, CB_LANGUAGE_KO, 1, 0.98);
}

static void
test_other_layout (void)
{
  try_all (typed_other_layout, CB_LANGUAGE_EN, 1, 0.95);
  try_all (typed_other_layout, CB_LANGUAGE_KO, 1, 0.95);
}

static void
test_initials (void)
{
  try_all (typed_initials, CB_LANGUAGE_KO, 1, 0.97);
}

static void
test_with_gap (void)
{
  try_all (typed_with_gap, CB_LANGUAGE_EN, 3, 0.9);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/names/plain", test_plain);
  g_test_add_func ("/search/names/forms", test_forms);
  g_test_add_func ("/search/names/together", test_together);
  g_test_add_func ("/search/names/partly-together", test_partly_together);
  g_test_add_func ("/search/names/backwards", test_backwards);
  g_test_add_func ("/search/names/unfinished", test_unfinished);
  g_test_add_func ("/search/names/other-layout", test_other_layout);
  g_test_add_func ("/search/names/initials", test_initials);
  g_test_add_func ("/search/names/with-gap", test_with_gap);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
