/* test-inline.c: the marks within a text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-inline.h"

static CbCatalog *catalog;

static void
test_spans (void)
{
  g_autoptr (GPtrArray) spans =
      cb_inline_parse ("Read `Allow`; see [[status:410]] or [[method:GET|that]].", catalog, CB_LANGUAGE_EN);
  static const struct
  {
    CbSpanKind kind;
    const char *text, *target;
  } expected[] = {
    { CB_SPAN_TEXT, "Read ", NULL },      { CB_SPAN_CODE, "Allow", NULL },
    { CB_SPAN_TEXT, "; see ", NULL },     { CB_SPAN_LINK, "410 Gone", "status:410" },
    { CB_SPAN_TEXT, " or ", NULL },       { CB_SPAN_LINK, "that", "method:GET" },
    { CB_SPAN_TEXT, ".", NULL },
  };

  g_assert_cmpuint (spans->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < spans->len; i++)
    {
      const CbSpan *span = g_ptr_array_index (spans, i);

      g_assert_cmpint (span->kind, ==, expected[i].kind);
      g_assert_cmpstr (span->text, ==, expected[i].text);
      g_assert_cmpstr (span->target, ==, expected[i].target);
    }
}

static void
test_plain (void)
{
  static const struct
  {
    const char *text;
    CbLanguage language;
    const char *plain;
  } cases[] = {
    { "", CB_LANGUAGE_EN, "" },
    { "plain", CB_LANGUAGE_EN, "plain" },
    { "`a` [[status:404]]", CB_LANGUAGE_EN, "a 404 Not Found" },
    { "[[status:404]]", CB_LANGUAGE_KO, "404 찾을 수 없음" },
    { "[[class:4xx]]", CB_LANGUAGE_KO, "4xx 클라이언트 오류" },
    /* In a sentence a method goes by its token. */
    { "[[method:GET]]은", CB_LANGUAGE_KO, "GET은" },
    { "[[status:404|404]]는", CB_LANGUAGE_KO, "404는" },
    { "[one] [two", CB_LANGUAGE_EN, "[one] [two" },
    /* What is not closed is shown as it stands. */
    { "a ` b", CB_LANGUAGE_EN, "a ` b" },
    { "a [[b", CB_LANGUAGE_EN, "a [[b" },
    { "[[no:thing]]", CB_LANGUAGE_EN, "no:thing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = cb_inline_to_plain (cases[i].text, catalog, cases[i].language);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
collect_cb (gpointer id,
            gpointer user_data)
{
  g_string_append_printf (user_data, "%s ", (const char *) id);
}

static void
test_validate (void)
{
  static const struct
  {
    const char *text, *links;
    gboolean valid;
  } cases[] = {
    { "a [[b]] [[c|d]] `[[e]]`", "b c ", TRUE },
    { "a `b", "", FALSE },
    { "``", "", FALSE },
    { "[[a", "", FALSE },
    { "[[]]", "", FALSE },
    { "[[a|]]", "", FALSE },
    { "[[|a]]", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) links = g_string_new (NULL);
      g_autofree char *message = NULL;

      g_assert_cmpint (cb_inline_validate (cases[i].text, collect_cb, links, &message), ==,
                       cases[i].valid);
      g_assert_cmpstr (links->str, ==, cases[i].links);
      g_assert_true ((message == NULL) == cases[i].valid);
    }
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

  g_test_add_func ("/inline/spans", test_spans);
  g_test_add_func ("/inline/plain", test_plain);
  g_test_add_func ("/inline/validate", test_validate);

  result = g_test_run ();
  g_assert_finalize_object (catalog);
  return result;
}
