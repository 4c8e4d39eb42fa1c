/* test-typing.c: names while they are typed, stroke by stroke and with slips */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cb-keyboard.h"
#include "cb-test-catalog.h"

/* What people meet most often. */
static const int common[] = { 200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401,
                              403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504 };

#define FIRST_STROKES 3
#define ENOUGH_PERCENT 60
#define TOP 5

static guint
rank_of_text (const char *text, const char *id)
{
  g_autoptr (GArray) hits = search (text);

  return rank_of (hits, id);
}

/* From the third stroke on something is found, and from 60 % on the code is near the top and stays
 * there. */
static void
test_strokes (void)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());
  guint n_nothing = 0;
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    {
      CbEntry *entry = cb_catalog_lookup_number (catalog, common[i]);
      g_autoptr (GBytes) bytes = NULL;
      const CbLetter *letters;
      gsize n_letters;

      if (entry == NULL)
        continue;
      bytes = cb_fold_to_bytes (cb_entry_get_title (entry)->in[CB_LANGUAGE_KO]);
      letters = g_bytes_get_data (bytes, &n_letters);
      for (gsize strokes = FIRST_STROKES; strokes <= n_letters; strokes++)
        {
          g_autofree char *text = cb_letters_to_text (letters, strokes);
          guint rank = rank_of_text (text, cb_entry_get_id (entry));

          n++;
          n_nothing += rank == 0;
          if (strokes * 100 >= n_letters * ENOUGH_PERCENT && (rank == 0 || rank > TOP))
            {
              g_test_message ("\"%s\" finds %s at %u", text, cb_entry_get_id (entry), rank);
              g_test_fail ();
            }
        }
    }

  g_test_message ("%u of %u do not find it", n_nothing, n);
  g_assert_cmpuint (n_nothing * 100, <=, n);
}

/* Whether a name is one to try: that of a registered code that is used. */
static gboolean
is_plain_code (CbEntry *entry)
{
  CbEntryState state = cb_entry_get_state (entry);

  return cb_entry_get_kind (entry) == CB_ENTRY_STATUS && state != CB_STATE_UNOFFICIAL
         && state != CB_STATE_NOT_A_STATUS && state != CB_STATE_UNUSED;
}

/* One letter left out, and two exchanged, at every place of every long English title. */
static void
test_slips (void)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());
  guint n = 0;
  guint n_found = 0;

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
      g_autofree char *title = g_ascii_strdown (cb_entry_get_title (entry)->in[CB_LANGUAGE_EN], -1);
      gsize length = strlen (title);

      if (!is_plain_code (entry) || length < 8)
        continue;
      for (gsize at = 0; at < length; at++)
        for (guint slip = 0; slip < 2; slip++)
          {
            g_autofree char *text = g_strdup (title);
            guint rank;

            if (!g_ascii_isalpha (title[at]))
              continue;
            if (slip == 0)
              {
                memmove (text + at, text + at + 1, length - at);
              }
            else
              {
                if (!g_ascii_isalpha (title[at + 1]) || title[at] == title[at + 1])
                  continue;
                text[at] = title[at + 1];
                text[at + 1] = title[at];
              }

            rank = rank_of_text (text, cb_entry_get_id (entry));
            n++;
            if (rank > 0 && rank <= 3)
              n_found++;
            else
              g_test_message ("\"%s\" finds %s at %u", text, cb_entry_get_id (entry), rank);
          }
    }

  g_test_message ("%u of %u", n_found, n);
  g_assert_cmpuint (n, >, 500);
  g_assert_cmpfloat (n_found, >=, 0.97 * n);
}

static gboolean
begins_with (const char *text, const char *beginning)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *start = g_utf8_casefold (beginning, -1);

  return g_str_has_prefix (folded, start);
}

/* All whose title begins with @text, in either language, are at the top: among the first five, or
 * as many as there are. */
static void
try_beginning (const char *text, GHashTable *tried, guint *n, guint *n_found)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GArray) hits = NULL;

  if (!g_hash_table_add (tried, g_strdup (text)))
    return;

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
      const CbText *title = cb_entry_get_title (entry);

      if (begins_with (title->in[CB_LANGUAGE_EN], text)
          || begins_with (title->in[CB_LANGUAGE_KO], text))
        g_ptr_array_add (entries, entry);
    }

  hits = search (text);
  for (guint i = 0; i < entries->len; i++)
    {
      const char *id = cb_entry_get_id (g_ptr_array_index (entries, i));
      guint rank = rank_of (hits, id);

      (*n)++;
      if (rank > 0 && rank <= MAX (TOP, entries->len))
        (*n_found)++;
      else
        g_test_message ("\"%s\" finds %s at %u of %u", text, id, rank, entries->len);
    }
}

/* The first word and the first two syllables of each Korean title, and each beginning of four
 * letters or more of each English one: what literally begins so beats what only means the same.
 * Digits name codes first. */
static void
test_beginnings (void)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());
  g_autoptr (GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;
  guint n_found = 0;

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      const CbText *title = cb_entry_get_title (cb_catalog_get_entry (catalog, i));
      const char *english = title->in[CB_LANGUAGE_EN];
      const char *korean = title->in[CB_LANGUAGE_KO];
      g_auto (GStrv) words = g_strsplit (korean, " ", 2);

      if (g_utf8_strlen (words[0], -1) > 1 && !g_ascii_isdigit (*korean))
        {
          g_autofree char *two = g_utf8_substring (words[0], 0, 2);

          try_beginning (words[0], tried, &n, &n_found);
          try_beginning (two, tried, &n, &n_found);
        }
      for (gsize length = 4; length <= strlen (english); length++)
        {
          g_autofree char *beginning = g_strndup (english, length);

          if (g_ascii_isalpha (*english) && g_utf8_validate (beginning, -1, NULL)
              && beginning[length - 1] != ' ')
            try_beginning (beginning, tried, &n, &n_found);
        }
    }

  g_test_message ("%u of %u", n_found, n);
  g_assert_cmpfloat (n_found, >=, 0.99 * n);
}

static void
test_literal_first (void)
{
  g_autoptr (GArray) hits = search ("찾을");

  g_assert_cmpstr (first_id (hits), ==, "status:404");
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/typing/strokes", test_strokes);
  g_test_add_func ("/search/typing/slips", test_slips);
  g_test_add_func ("/search/typing/beginnings", test_beginnings);
  g_test_add_func ("/search/typing/literal-first", test_literal_first);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
