/* test-typed-text.c: tests of text with what is being composed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-typed-text.h"
#include "ui-test.h"

typedef struct
{
  GtkWidget *widget;
  CbTypedText *typed;
  GString *seen; /* every text that was notified of */
} Fixture;

static void
notify_cb (CbTypedText *typed, GParamSpec *pspec, Fixture *fixture)
{
  g_string_append_printf (fixture->seen, "[%s]", cb_typed_text_get_text (typed));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->widget = g_object_ref_sink (gtk_text_new ());
  fixture->typed = cb_typed_text_new (GTK_TEXT (fixture->widget));
  fixture->seen = g_string_new (NULL);
  g_signal_connect (fixture->typed, "notify::text", G_CALLBACK (notify_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->typed);
  g_object_unref (fixture->widget);
  g_string_free (fixture->seen, TRUE);
}

static void
set_text (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->widget), text);
  gtk_editable_set_position (GTK_EDITABLE (fixture->widget), -1);
}

static void
compose (Fixture *fixture, const char *preedit)
{
  g_signal_emit_by_name (fixture->widget, "preedit-changed", preedit);
}

static void
test_once_a_turn (Fixture *fixture, gconstpointer data)
{
  set_text (fixture, "4");
  set_text (fixture, "40");
  set_text (fixture, "404");
  g_assert_cmpstr (fixture->seen->str, ==, "");
  ui_test_settle ();
  g_assert_cmpstr (fixture->seen->str, ==, "[404]");
}

static void
test_composition (Fixture *fixture, gconstpointer data)
{
  compose (fixture, "ㅅ");
  ui_test_settle ();
  compose (fixture, "서");
  ui_test_settle ();
  compose (fixture, "섭");
  ui_test_settle ();
  /* What GTK does at the end of a syllable, all in one turn. */
  compose (fixture, "");
  set_text (fixture, "서");
  compose (fixture, "버");
  ui_test_settle ();
  g_assert_cmpstr (fixture->seen->str, ==, "[ㅅ][서][섭][서버]");
}

static void
test_at_the_cursor (Fixture *fixture, gconstpointer data)
{
  set_text (fixture, "서류");
  gtk_editable_set_position (GTK_EDITABLE (fixture->widget), 1);
  compose (fixture, "버 오");
  ui_test_settle ();
  g_assert_cmpstr (cb_typed_text_get_text (fixture->typed), ==, "서버 오류");
}

static void
test_flush (Fixture *fixture, gconstpointer data)
{
  compose (fixture, "버");
  cb_typed_text_flush (fixture->typed);
  g_assert_cmpstr (fixture->seen->str, ==, "[버]");
  ui_test_settle ();
  g_assert_cmpstr (fixture->seen->str, ==, "[버]");
}

static void
test_outlives_widget (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_text_new ());
  g_autoptr (CbTypedText) typed = cb_typed_text_new (GTK_TEXT (widget));

  gtk_editable_set_text (GTK_EDITABLE (widget), "404");
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *)&widget);
  g_object_unref (widget);
  g_assert_null (widget);
  ui_test_settle ();
  cb_typed_text_flush (typed);
  g_assert_cmpstr (cb_typed_text_get_text (typed), ==, "");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/typed-text/once-a-turn", Fixture, NULL, set_up, test_once_a_turn, tear_down);
  g_test_add ("/typed-text/composition", Fixture, NULL, set_up, test_composition, tear_down);
  g_test_add ("/typed-text/at-the-cursor", Fixture, NULL, set_up, test_at_the_cursor, tear_down);
  g_test_add ("/typed-text/flush", Fixture, NULL, set_up, test_flush, tear_down);
  g_test_add_func ("/typed-text/outlives-widget", test_outlives_widget);

  return g_test_run ();
}
