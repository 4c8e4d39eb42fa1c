/* test-results.c: the model of results tells exactly what changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "cb-results.h"
#include "cb-test-catalog.h"

/* A copy of a list that is kept up to date by its signals alone. */
typedef struct
{
  GListModel *model;
  GPtrArray *items;
  guint n_signals;
} CbRecorder;

static void
items_changed_cb (
    GListModel *model, guint position, guint n_removed, guint n_added, CbRecorder *self)
{
  self->n_signals++;
  g_assert_cmpuint (position + n_removed, <=, self->items->len);
  g_assert_cmpuint (n_removed + n_added, >, 0);
  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->items, (gint)(position + i),
                        g_list_model_get_item (model, position + i));
}

static CbRecorder *
recorder_new (GListModel *model)
{
  CbRecorder *self = g_new0 (CbRecorder, 1);

  self->model = g_object_ref (model);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);

  return self;
}

static void
recorder_check (CbRecorder *self)
{
  g_assert_cmpuint (self->items->len, ==, g_list_model_get_n_items (self->model));
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_true (item == g_ptr_array_index (self->items, i));
    }
}

static void
recorder_free (CbRecorder *self)
{
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_object_unref (self->model);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static CbResults *
make_results (void)
{
  return cb_results_new (cb_index_get_catalog (get_index ()));
}

static void
set_query (CbResults *results, const char *text)
{
  g_autoptr (GArray) hits = search (text);

  cb_results_set_hits (results, hits);
}

static void
test_empty (void)
{
  g_autoptr (CbResults) results = make_results ();

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (results)) == CB_TYPE_RESULT_GROUP);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (results)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (results), 0));
  cb_results_set_hits (results, NULL);
  g_assert_cmpuint (cb_results_get_n_hits (results), ==, 0);
}

/* Groups in the order of their best hit, rows in the order of their score, every hit once. */
static void
test_order (void)
{
  g_autoptr (CbResults) results = make_results ();
  g_autoptr (GArray) hits = search ("인증");
  guint n = 0;
  guint last_best = 0;

  cb_results_set_hits (results, hits);
  g_assert_cmpuint (cb_results_get_n_hits (results), ==, hits->len);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (results)); i++)
    {
      g_autoptr (CbResultGroup) group = g_list_model_get_item (G_LIST_MODEL (results), i);
      guint last = 0;

      g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (group)) == CB_TYPE_RESULT);
      g_assert_nonnull (cb_result_group_get_title (group)->in[CB_LANGUAGE_KO]);
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (group)); k++)
        {
          g_autoptr (CbResult) result = g_list_model_get_item (G_LIST_MODEL (group), k);
          CbEntry *entry = cb_result_get_entry (result);
          guint rank = rank_of (hits, cb_entry_get_id (entry));

          g_assert_cmpstr (cb_entry_get_group_id (entry), ==,
                           cb_group_get_id (cb_result_group_get_group (group)));
          g_assert_cmpuint (rank, >, last);
          g_assert_cmpuint (cb_result_get_group_size (result), ==,
                            g_list_model_get_n_items (G_LIST_MODEL (group)));
          if (k == 0)
            {
              g_assert_cmpuint (rank, >, last_best);
              last_best = rank;
            }
          last = rank;
          n++;
        }
    }
  g_assert_cmpuint (n, ==, hits->len);
}

/* Random walks: the list rebuilt from its signals is the list read back. */
static void
test_walk (void)
{
  static const char *const queries[]
      = { "",     "4",       "40",       "404",   "4xx",       "서",   "섭",
          "서버", "서버 오", "not",      "not f", "not found", "인증", "zzzqqq",
          "ㅇㅈ", "get",     "redirect", "리ㄷ",  "cache" };
  g_autoptr (CbResults) results = make_results ();
  CbRecorder *recorder = recorder_new (G_LIST_MODEL (results));

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify)recorder_free);

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (results)); i++)
        {
          g_autoptr (GListModel) group = g_list_model_get_item (G_LIST_MODEL (results), i);

          g_ptr_array_add (groups, recorder_new (group));
        }
      set_query (results, queries[g_test_rand_int_range (0, G_N_ELEMENTS (queries))]);
      recorder_check (recorder);
      for (guint i = 0; i < groups->len; i++)
        recorder_check (g_ptr_array_index (groups, i));
    }
  recorder_free (recorder);
}

/* The same hits again tell nothing, others tell once; an entry that stays keeps its object. */
static void
test_identity (void)
{
  g_autoptr (CbResults) results = make_results ();
  g_autoptr (CbResultGroup) group = NULL;
  g_autoptr (CbResult) before = NULL;
  g_autoptr (CbResult) after = NULL;
  CbRecorder *recorder;

  set_query (results, "not fo");
  group = g_list_model_get_item (G_LIST_MODEL (results), 0);
  before = g_list_model_get_item (G_LIST_MODEL (group), 0);
  recorder = recorder_new (G_LIST_MODEL (results));

  set_query (results, "not fo");
  g_assert_cmpuint (recorder->n_signals, ==, 0);
  set_query (results, "not found");
  g_assert_cmpuint (recorder->n_signals, ==, 1);
  g_object_unref (group);
  group = g_list_model_get_item (G_LIST_MODEL (results), 0);
  after = g_list_model_get_item (G_LIST_MODEL (group), 0);
  g_assert_true (before == after);
  recorder_free (recorder);
}

static void
test_properties (void)
{
  g_autoptr (CbResults) results = make_results ();
  g_autoptr (CbResultGroup) group = NULL;
  g_autoptr (CbResult) result = NULL;
  g_autoptr (CbEntry) entry = NULL;
  guint field;
  guint kind;

  set_query (results, "404");
  group = g_list_model_get_item (G_LIST_MODEL (results), 0);
  result = g_list_model_get_item (G_LIST_MODEL (group), 0);
  g_object_get (result, "entry", &entry, "field", &field, "kind", &kind, NULL);
  g_assert_cmpint (cb_entry_get_number (entry), ==, 404);
  g_assert_cmpuint (field, ==, CB_MATCH_FIELD_CODE);
  g_assert_cmpuint (kind, ==, CB_MATCH_EXACT);
  g_assert_cmpuint (cb_result_get_field (result), ==, field);
  g_assert_cmpuint (cb_result_get_kind (result), ==, kind);
}

/* Everything goes when the list goes. */
static void
test_finalize (void)
{
  CbResults *results = make_results ();
  CbResultGroup *group;
  CbResult *result;

  set_query (results, "404");
  group = g_list_model_get_item (G_LIST_MODEL (results), 0);
  result = g_list_model_get_item (G_LIST_MODEL (group), 0);
  g_assert_finalize_object (results);
  g_assert_finalize_object (group);
  g_assert_finalize_object (result);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/results/empty", test_empty);
  g_test_add_func ("/search/results/order", test_order);
  g_test_add_func ("/search/results/walk", test_walk);
  g_test_add_func ("/search/results/identity", test_identity);
  g_test_add_func ("/search/results/properties", test_properties);
  g_test_add_func ("/search/results/finalize", test_finalize);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
