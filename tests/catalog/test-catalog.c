/* test-catalog.c: the catalog as its users see it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-catalog.h"

static CbCatalog *catalog;

static void
test_groups (void)
{
  static const char *const first[] = {
    "1xx", "2xx", "3xx", "4xx", "5xx", "methods", "other-methods",
  };
  GListModel *groups = cb_catalog_get_groups (catalog);

  g_assert_true (g_list_model_get_item_type (groups) == CB_TYPE_GROUP);
  g_assert_cmpuint (g_list_model_get_n_items (groups), >=, G_N_ELEMENTS (first));

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr (CbGroup) group = g_list_model_get_item (groups, i);

      g_assert_cmpstr (cb_group_get_id (group), ==, first[i]);
      g_assert_false (cb_text_is_empty (cb_group_get_title (group)));
      g_assert_true (cb_catalog_get_group (catalog, first[i]) == group);
    }

  g_assert_null (cb_catalog_get_group (catalog, "6xx"));
}

/* Each group is a model of entries: the class page first, then the codes by number. */
static void
test_group_models (void)
{
  GListModel *groups = cb_catalog_get_groups (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (GListModel) group = g_list_model_get_item (groups, i);
      guint n_items = g_list_model_get_n_items (group);
      int last_number = -1;

      g_assert_true (g_list_model_get_item_type (group) == CB_TYPE_ENTRY);
      g_assert_cmpuint (n_items, >, 0);
      g_assert_null (g_list_model_get_item (group, n_items));

      for (guint j = 0; j < n_items; j++)
        {
          g_autoptr (CbEntry) entry = g_list_model_get_item (group, j);

          g_assert_cmpstr (cb_entry_get_group_id (entry), ==, cb_group_get_id (CB_GROUP (group)));
          if (cb_entry_get_kind (entry) == CB_ENTRY_CLASS)
            g_assert_cmpuint (j, ==, 0);
          if (cb_entry_get_kind (entry) == CB_ENTRY_STATUS)
            {
              g_assert_cmpint (cb_entry_get_number (entry), >, last_number);
              last_number = cb_entry_get_number (entry);
            }
        }
    }
}

static void
test_core_methods (void)
{
  static const char *const tokens[] = {
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE", "QUERY",
  };
  GListModel *methods = G_LIST_MODEL (cb_catalog_get_group (catalog, "methods"));

  g_assert_cmpuint (g_list_model_get_n_items (methods), ==, G_N_ELEMENTS (tokens));
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autoptr (CbEntry) entry = g_list_model_get_item (methods, i);

      g_assert_cmpstr (cb_entry_get_token (entry), ==, tokens[i]);
      g_assert_cmpint (cb_entry_get_number (entry), ==, -1);
    }
}

static void
test_lookup (void)
{
  CbEntry *entry = cb_catalog_lookup (catalog, "status:404");

  g_assert_nonnull (entry);
  g_assert_true (cb_catalog_lookup_number (catalog, 404) == entry);
  g_assert_null (cb_catalog_lookup (catalog, "status:477"));
  g_assert_null (cb_catalog_lookup_number (catalog, 477));
  g_assert_null (cb_catalog_lookup_number (catalog, -1));
  g_assert_null (cb_catalog_lookup_number (catalog, 1000));
  g_assert_null (cb_catalog_lookup_number (catalog, G_MAXINT));
}

static void
test_lookup_name (void)
{
  static const struct
  {
    const char *name, *id;
  } cases[] = {
    { "status:404", "status:404" },
    { "404", "status:404" },
    { " 404 ", "status:404" },
    { "get", "method:GET" },
    { "GET", "method:GET" },
    { "*", "method:*" },
    { "4XX", "class:4xx" },
    { "not found", "status:404" },
    { "찾을 수 없음", "status:404" },
    /* The same in decomposed form, as macOS and some terminals send it. */
    { "\u110e\u1161\u11bd\u110b\u1173\u11af \u1109\u116e \u110b\u1165\u11b9\u110b\u1173\u11b7",
      "status:404" },
    { "", NULL },
    { "40", NULL },
    { "\xff\xfe", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CbEntry *entry = cb_catalog_lookup_name (catalog, cases[i].name);

      g_assert_cmpstr (entry != NULL ? cb_entry_get_id (entry) : NULL, ==, cases[i].id);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *id, *en, *ko;
  } cases[] = {
    { "status:404", "404 Not Found", "404 찾을 수 없음" },
    { "class:4xx", "4xx Client Error", "4xx 클라이언트 오류" },
    { "method:GET", "GET", "GET 조회" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CbEntry *entry = cb_catalog_lookup (catalog, cases[i].id);
      g_autofree char *en = cb_entry_dup_name (entry, CB_LANGUAGE_EN);
      g_autofree char *ko = cb_entry_dup_name (entry, CB_LANGUAGE_KO);

      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (ko, ==, cases[i].ko);
    }
}

static void
test_all_entries (void)
{
  guint n_entries = cb_catalog_get_n_entries (catalog);

  g_assert_null (cb_catalog_get_entry (catalog, n_entries));
  for (guint i = 0; i < n_entries; i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);

      g_assert_true (cb_catalog_lookup (catalog, cb_entry_get_id (entry)) == entry);
      g_assert_nonnull (cb_catalog_get_group (catalog, cb_entry_get_group_id (entry)));
    }
}

static void
test_about (void)
{
  g_assert_true (g_regex_match_simple ("^[0-9]{4}\\.[0-9]+", cb_catalog_get_version (catalog), 0, 0));
  g_assert_cmpstr (cb_catalog_get_registry (catalog), ==, "2025-09-15");
  g_assert_cmpstr (cb_catalog_get_label (catalog, "section:history")->in[CB_LANGUAGE_EN], ==,
                   "Names and history");
  g_assert_null (cb_catalog_get_label (catalog, "section:none"));
  g_assert_cmpuint (cb_catalog_get_terms (catalog)->len, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = cb_catalog_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/catalog/groups", test_groups);
  g_test_add_func ("/catalog/group-models", test_group_models);
  g_test_add_func ("/catalog/core-methods", test_core_methods);
  g_test_add_func ("/catalog/lookup", test_lookup);
  g_test_add_func ("/catalog/lookup-name", test_lookup_name);
  g_test_add_func ("/catalog/names", test_names);
  g_test_add_func ("/catalog/all-entries", test_all_entries);
  g_test_add_func ("/catalog/about", test_about);

  result = g_test_run ();
  g_assert_finalize_object (catalog);
  return result;
}
