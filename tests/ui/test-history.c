/* test-history.c: tests of going back and forward */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-history.h"
#include "cb-scope.h"

static void
test_new (void)
{
  g_autoptr (CbHistory) history = cb_history_new ();

  g_assert_null (cb_history_get_id (history));
  g_assert_false (cb_history_get_can_back (history));
  g_assert_false (cb_history_get_can_forward (history));
  g_assert_false (cb_history_back (history));
  g_assert_false (cb_history_forward (history));
  g_assert_false (cb_history_visit (history, NULL));
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_walk (void)
{
  g_autoptr (CbHistory) history = cb_history_new ();
  guint n_ids = 0, n_backs = 0;

  g_signal_connect (history, "notify::id", G_CALLBACK (count_cb), &n_ids);
  g_signal_connect (history, "notify::can-back", G_CALLBACK (count_cb), &n_backs);

  g_assert_true (cb_history_visit (history, "status:404"));
  g_assert_false (cb_history_visit (history, "status:404"));
  g_assert_true (cb_history_visit (history, "status:410"));
  g_assert_cmpuint (n_ids, ==, 2);
  g_assert_cmpuint (n_backs, ==, 1);

  cb_history_set_scroll (history, 120);
  g_assert_true (cb_history_back (history));
  g_assert_cmpstr (cb_history_get_id (history), ==, "status:404");
  g_assert_cmpfloat (cb_history_get_scroll (history), ==, 0);
  g_assert_true (cb_history_get_can_forward (history));
  g_assert_true (cb_history_back (history));
  g_assert_null (cb_history_get_id (history));
  g_assert_cmpuint (n_backs, ==, 2);

  g_assert_true (cb_history_forward (history));
  g_assert_true (cb_history_forward (history));
  g_assert_cmpfloat (cb_history_get_scroll (history), ==, 120);
  g_assert_false (cb_history_get_can_forward (history));
}

static void
test_visit_forgets_what_is_ahead (void)
{
  g_autoptr (CbHistory) history = cb_history_new ();

  cb_history_visit (history, "status:404");
  cb_history_visit (history, "status:410");
  cb_history_back (history);
  cb_history_visit (history, "status:403");
  g_assert_false (cb_history_get_can_forward (history));
  cb_history_back (history);
  g_assert_cmpstr (cb_history_get_id (history), ==, "status:404");
}

/* Each page remembers for itself what was there before it. */
static void
test_from_list (void)
{
  g_autoptr (CbHistory) history = cb_history_new ();

  g_assert_false (cb_history_get_from_list (history));
  cb_history_visit (history, "status:404");
  cb_history_set_from_list (history, TRUE);
  cb_history_visit (history, "status:410");
  g_assert_false (cb_history_get_from_list (history));
  cb_history_back (history);
  g_assert_true (cb_history_get_from_list (history));
  cb_history_back (history);
  g_assert_false (cb_history_get_from_list (history));
}

static void
test_long (void)
{
  g_autoptr (CbHistory) history = cb_history_new ();
  guint n_back = 0;

  for (guint i = 0; i < 1000; i++)
    cb_history_visit (history, i % 2 == 0 ? "status:404" : "status:410");
  while (cb_history_back (history))
    n_back++;
  g_assert_cmpuint (n_back, >=, 100);
  g_assert_cmpuint (n_back, <, 1000);
}

static void
test_properties (void)
{
  g_autoptr (CbHistory) history = cb_history_new ();
  g_autofree char *id = NULL;
  gboolean can_back, can_forward;

  cb_history_visit (history, "status:404");
  g_object_get (history, "id", &id, "can-back", &can_back, "can-forward", &can_forward, NULL);
  g_assert_cmpstr (id, ==, "status:404");
  g_assert_true (can_back);
  g_assert_false (can_forward);
}

static void
test_scopes (void)
{
  for (CbScope scope = CB_SCOPE_ALL; scope <= CB_SCOPE_GUIDES; scope++)
    g_assert_cmpint (cb_scope_from_nick (cb_scope_get_nick (scope)), ==, scope);
  g_assert_cmpint (cb_scope_from_nick (NULL), ==, CB_SCOPE_ALL);
  g_assert_cmpint (cb_scope_from_nick ("nonsense"), ==, CB_SCOPE_ALL);

  /* Every kind is in exactly one scope beside All. */
  for (CbEntryKind kind = CB_ENTRY_CLASS; kind <= CB_ENTRY_SITUATION; kind++)
    {
      guint n_scopes = 0;

      for (CbScope scope = CB_SCOPE_CODES; scope <= CB_SCOPE_GUIDES; scope++)
        n_scopes += cb_scope_includes (scope, kind) ? 1 : 0;
      g_assert_cmpuint (n_scopes, ==, 1);
      g_assert_true (cb_scope_includes (CB_SCOPE_ALL, kind));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/new", test_new);
  g_test_add_func ("/history/walk", test_walk);
  g_test_add_func ("/history/visit-forgets-what-is-ahead", test_visit_forgets_what_is_ahead);
  g_test_add_func ("/history/from-list", test_from_list);
  g_test_add_func ("/history/long", test_long);
  g_test_add_func ("/history/properties", test_properties);
  g_test_add_func ("/scope/nicks-and-kinds", test_scopes);

  return g_test_run ();
}
