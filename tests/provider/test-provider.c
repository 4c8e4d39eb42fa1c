/* test-provider.c: what the desktop's search is told, without a bus */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "cb-launch.h"
#include "cb-provider.h"
#include "cb-sample.h"

static CbIndex *
get_index (void)
{
  static CbIndex *index;

  if (index == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CbCatalog) catalog = cb_catalog_new (&error);

      g_assert_no_error (error);
      index = cb_index_new_builtin (catalog);
    }

  return index;
}

static GStrv
search (const char *text)
{
  g_autoptr (CbProvider) provider = cb_provider_new (get_index (), CB_LANGUAGE_EN);
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);

  return cb_provider_search (provider, (const char *const *)terms);
}

/* The one description there is, as one text. */
static char *
describe (const char *id, CbLanguage language)
{
  g_autoptr (CbProvider) provider = cb_provider_new (get_index (), language);
  const char *ids[] = { id, NULL };
  g_autoptr (GVariant) metas = g_variant_ref_sink (cb_provider_describe (provider, ids));
  g_autoptr (GVariant) meta = NULL;
  g_autofree char *name = NULL, *description = NULL, *clipboard_text = NULL;

  g_assert_cmpuint (g_variant_n_children (metas), ==, 1);
  meta = g_variant_get_child_value (metas, 0);
  g_assert_true (g_variant_lookup (meta, "name", "s", &name));
  g_assert_true (g_variant_lookup (meta, "description", "s", &description));
  g_variant_lookup (meta, "clipboardText", "s", &clipboard_text);

  return g_strdup_printf ("%s|%s|%s", name, description,
                          clipboard_text != NULL ? clipboard_text : "");
}

/* The window's order, cut off. */
static void
test_ranker (void)
{
  static const char *const texts[]
      = { "404", "4", "not found", "서버 오류", "ㅊㅇㅅㅇㅇ", "server", "오류", "zzzzqqqq" };
  gboolean cut = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (texts[i]);
      g_autoptr (GArray) hits = cb_index_search (get_index (), query);
      g_auto (GStrv) ids = search (texts[i]);

      g_assert_cmpuint (g_strv_length (ids), ==, MIN (hits->len, 20));
      for (guint j = 0; ids[j] != NULL; j++)
        g_assert_cmpstr (ids[j], ==, cb_entry_get_id (g_array_index (hits, CbHit, j).entry));
      cut = cut || hits->len > 20;
    }

  g_assert_true (cut);
}

static void
test_terms (void)
{
  static const char *const none[] = { NULL };
  static const char *const words[] = { "찾을", "수", "없음", NULL };
  g_autofree char *joined_none = cb_provider_join_terms (none);
  g_autofree char *joined_words = cb_provider_join_terms (words);
  g_auto (GStrv) ids = search ("");

  g_assert_cmpstr (joined_none, ==, "");
  g_assert_cmpstr (joined_words, ==, "찾을 수 없음");
  g_assert_cmpuint (g_strv_length (ids), ==, 0);
}

/* The reader's language first, the other one at hand, and no marks of the catalog's texts. */
static void
test_descriptions (void)
{
  static const struct
  {
    const char *id;
    CbLanguage language;
    const char *begin;
    const char *end;
  } cases[] = {
    { "status:404", CB_LANGUAGE_EN, "404 Not Found|찾을 수 없음 · ", ".|404 Not Found" },
    { "status:404", CB_LANGUAGE_KO, "404 찾을 수 없음|Not Found · ", "니다.|404 Not Found" },
    { "method:GET", CB_LANGUAGE_EN, "GET|조회 · ", ".|GET" },
    { "method:GET", CB_LANGUAGE_KO, "GET 조회|GET · ", "니다.|GET" },
    { "class:4xx", CB_LANGUAGE_EN, "4xx Client Error|클라이언트 오류 · ", ".|" },
    { "guide:401-vs-403", CB_LANGUAGE_EN, "401 ", ".|" },
    { "situation:token-expired", CB_LANGUAGE_KO, "", ".|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = describe (cases[i].id, cases[i].language);

      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, cases[i].begin));
      g_assert_true (g_str_has_suffix (text, cases[i].end));
    }
}

static void
test_every_description (void)
{
  CbCatalog *catalog = cb_index_get_catalog (get_index ());

  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);

      for (CbLanguage language = 0; language < CB_N_LANGUAGES; language++)
        {
          g_autofree char *text = describe (cb_entry_get_id (entry), language);
          g_autofree char *name = cb_entry_dup_name (entry, language);

          g_assert_true (g_str_has_prefix (text, name));
          g_assert_null (strstr (text, "[["));
          g_assert_null (strchr (text, '`'));
          g_assert_null (strchr (text, '\n'));
          g_assert_null (strstr (text, "| · "));
        }
    }
}

static void
test_unknown (void)
{
  static const char *const ids[] = { "status:405", "status:none", "", "status:404", "404", NULL };
  g_autoptr (CbProvider) provider = cb_provider_new (get_index (), CB_LANGUAGE_EN);
  g_autoptr (GVariant) metas = g_variant_ref_sink (cb_provider_describe (provider, ids));
  g_autoptr (GVariant) none = g_variant_ref_sink (cb_provider_describe (provider, ids + 5));

  g_assert_cmpuint (g_variant_n_children (metas), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GVariant) meta = g_variant_get_child_value (metas, i);
      const char *id;

      g_assert_true (g_variant_lookup (meta, "id", "&s", &id));
      g_assert_cmpstr (id, ==, i == 0 ? "status:405" : "status:404");
    }

  g_assert_cmpstr (g_variant_get_type_string (none), ==, "aa{sv}");
  g_assert_cmpuint (g_variant_n_children (none), ==, 0);

  g_assert_true (cb_provider_contains (provider, "status:404"));
  g_assert_false (cb_provider_contains (provider, "404"));
  g_assert_false (cb_provider_contains (provider, ""));
}

static void
test_path (void)
{
  static const char *const pairs[][2] = {
    { "io.github.codebook.Codebook", "/io/github/codebook/Codebook" },
    { "io.github.codebook.Codebook.Devel", "/io/github/codebook/Codebook/Devel" },
    { "org.example.some-name", "/org/example/some_name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = cb_launch_dup_path (pairs[i][0]);

      g_assert_cmpstr (path, ==, pairs[i][1]);
      g_assert_true (g_variant_is_object_path (path));
    }
}

/* A title that is the same in both languages is not said twice. */
static void
test_same_title (void)
{
  static const char *const ids[] = { "status:199", NULL };
  g_autoptr (CbCatalog) catalog = cb_sample_load ();
  g_autoptr (CbIndex) index = cb_index_new (catalog);
  g_autoptr (CbProvider) provider = cb_provider_new (index, CB_LANGUAGE_KO);
  g_autoptr (GVariant) metas = g_variant_ref_sink (cb_provider_describe (provider, ids));
  g_autoptr (GVariant) meta = g_variant_get_child_value (metas, 0);
  const char *name, *description;

  g_assert_true (g_variant_lookup (meta, "name", "&s", &name));
  g_assert_true (g_variant_lookup (meta, "description", "&s", &description));
  g_assert_cmpstr (name, ==, "199 Miscellaneous warning");
  g_assert_cmpstr (description, ==, "코드가 아닙니다.");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/provider/ranker", test_ranker);
  g_test_add_func ("/provider/terms", test_terms);
  g_test_add_func ("/provider/descriptions", test_descriptions);
  g_test_add_func ("/provider/every-description", test_every_description);
  g_test_add_func ("/provider/unknown", test_unknown);
  g_test_add_func ("/provider/same-title", test_same_title);
  g_test_add_func ("/provider/path", test_path);

  return g_test_run ();
}
