/* test-reader.c: a catalog that is wrong is refused, with the place and what was expected there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "cb-catalog.h"
#include "cb-compiler.h"

#define STATUS_HEAD "<status id=\"status:404\" reviewed=\"2026-11-21\" state=\"permanent\">\n"
#define TITLE "<title>Not Found</title>\n"
#define SPEC "<spec document=\"RFC9110\" section=\"15.5.5\"/>\n"
#define SUMMARY "<summary>Nothing here.</summary>\n"
#define EXPLANATION "<explanation><p>One.</p></explanation>\n"
#define WHEN "<when-to-send><p>Now.</p></when-to-send><when-not-to-send><p>Then.</p></when-not-to-send>\n"
#define PROPERTIES "<cacheable value=\"yes\"/><content value=\"yes\"/><retry value=\"no\"/>\n"
#define EXAMPLE "<example><request>GET / HTTP/1.1</request></example>\n"
#define REST SPEC SUMMARY EXPLANATION WHEN PROPERTIES EXAMPLE
#define STATUS STATUS_HEAD TITLE REST "</status>\n"
#define GROUP(body) "<group id=\"4xx\"><title>Errors</title>\n" body "</group>"

#define GUIDE(about, article)                                                                      \
  "<guide id=\"guide:a\" reviewed=\"x\"><title>A</title><summary>S</summary>\n" about               \
  "<article>" article "</article></guide>"
#define SITUATION(answer)                                                                          \
  "<situation id=\"situation:a\" reviewed=\"x\"><title>A</title><summary>S</summary>\n" answer       \
  "<deciding-question>Q</deciding-question>" EXPLANATION "<wrong-answer to=\"status:404\">N</wrong-answer>" EXAMPLE \
  "</situation>"

/* Writes a catalog of one group and reads it as source. */
static CbCatalog *
read_group (const char       *group,
            CbCompilerFlags   flags,
            GError          **error)
{
  static const char list[] =
      "<catalog version=\"1\" registry=\"2025-09-15\"><file name=\"4xx.xml\"/></catalog>";
  g_autofree char *folder = g_dir_make_tmp ("catalog-XXXXXX", NULL);
  g_autofree char *list_file = g_build_filename (folder, "catalog.xml", NULL);
  g_autofree char *group_file = g_build_filename (folder, "4xx.xml", NULL);
  g_autoptr (GBytes) image = NULL;

  g_assert_true (g_file_set_contents (list_file, list, -1, NULL));
  g_assert_true (g_file_set_contents (group_file, group, -1, NULL));
  image = cb_compiler_compile (folder, flags, error);
  g_assert_cmpint (g_unlink (list_file), ==, 0);
  g_assert_cmpint (g_unlink (group_file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return image != NULL ? cb_catalog_new_from_bytes (image, error) : NULL;
}

typedef struct
{
  const char *name;
  const char *group;
  int code;
  const char *message; /* a pattern for what follows the folder */
} WrongCase;

static const WrongCase wrong_cases[] = {
  { "element", GROUP (STATUS_HEAD TITLE "<sumary/>" REST "</status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:4:1: unexpected <sumary>, expected <former-name> or <other-name> or <spec>" },
  { "order", GROUP (STATUS_HEAD TITLE SPEC EXPLANATION SUMMARY "</status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:5:1: unexpected <explanation>, expected <summary>" },
  { "missing-element", GROUP (STATUS_HEAD TITLE SPEC SUMMARY "</status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:2:1: <status> ends too early, expected <explanation>" },
  { "extra-element", GROUP (STATUS_HEAD TITLE REST "<alias lang=\"en\">x</alias><retry value=\"no\"/></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:10:*: unexpected <retry>, expected *the end of the entry" },
  { "twice", GROUP (STATUS_HEAD TITLE TITLE REST "</status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:4:1: unexpected <title>, *" },
  { "unknown-kind", GROUP ("<state/>"), CB_CATALOG_ERROR_SCHEMA, "4xx.xml:2:1: unexpected <state>, expected <class>*" },
  { "attribute", GROUP ("<status id=\"status:404\" reviewed=\"x\" state=\"permanent\" colour=\"red\"/>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:2:1: <status> has an unknown attribute “colour”" },
  { "missing-attribute", GROUP ("<status id=\"status:404\" state=\"permanent\"/>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:2:1: <status> lacks the attribute “reviewed”" },
  { "empty-attribute", GROUP ("<status id=\"\" reviewed=\"x\" state=\"permanent\"/>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:2:1: the attribute “id” of <status> is empty" },
  { "value", GROUP ("<status id=\"status:404\" reviewed=\"x\" state=\"final\"/>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:2:1: the attribute “state” of <status> is “final”, expected one of: permanent*" },
  { "id", GROUP ("<status id=\"status:40\" reviewed=\"x\" state=\"permanent\"/>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:2:1: the id of <status> is “status:40”, expected the form *" },
  { "empty-text", GROUP (STATUS_HEAD "<title> </title>" REST "</status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:3:1: <title> is empty, expected text" },
  { "text-with-elements", GROUP (STATUS_HEAD "<title><b/></title>" REST "</status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:3:8: <b> within <title>, expected text" },
  { "open-mark", GROUP (STATUS_HEAD TITLE SPEC "<summary>Use `Allow.</summary></status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:5:1: a ` that is not closed in: Use `Allow." },
  { "duplicate-id", GROUP (STATUS STATUS), CB_CATALOG_ERROR_REFERENCE,
    "4xx.xml:11:1: the id “status:404” is given twice*" },
  { "dangling-mark", GROUP (STATUS_HEAD TITLE SPEC "<summary>See [[status:499]].</summary>" EXPLANATION WHEN PROPERTIES EXAMPLE
                            "</status>"),
    CB_CATALOG_ERROR_REFERENCE, "4xx.xml:5:1: a link leads to “status:499”, expected the id of an entry" },
  { "dangling-link", GROUP (STATUS_HEAD TITLE REST "<confused-with to=\"status:499\">No.</confused-with></status>"),
    CB_CATALOG_ERROR_REFERENCE, "4xx.xml:10:1: a link leads to “status:499”*" },
  { "empty-group", GROUP (""), CB_CATALOG_ERROR_SCHEMA, "4xx.xml:1:1: the group “4xx” is empty, expected entries" },
  { "no-title", "<group id=\"4xx\">" STATUS "</group>", CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:1:17: unexpected <status>, expected <title>" },
  { "root", "<groups/>", CB_CATALOG_ERROR_SCHEMA, "4xx.xml:1:1: unexpected <groups>, expected <group>*" },
  { "translate", GROUP (STATUS_HEAD "<title translate=\"yes\">A</title>" REST "</status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:3:1: the attribute “translate” of <title> is “yes”, expected one of: no" },
  { "role-twice",
    GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN
           "<check role=\"client\"><step>A.</step></check>\n<check role=\"client\"><step>B.</step></check>" PROPERTIES
           EXAMPLE "</status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:9:1: <check role=\"client\"> for a second time*" },
  { "participant",
    GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION
           "<figure><caption>A</caption><participant name=\"client\">C</participant>\n"
           "<message from=\"client\" to=\"server\">GET</message></figure>" WHEN PROPERTIES EXAMPLE "</status>"),
    CB_CATALOG_ERROR_REFERENCE, "4xx.xml:8:1: <message> names “server”, expected a participant*" },
  { "row-length",
    "<group id=\"guides\"><title>G</title><guide id=\"guide:a\" reviewed=\"x\"><title>A</title><summary>S</summary><article>\n"
    "<table><caption>T</caption><head><cell>a</cell><cell>b</cell></head>\n<row><cell>1</cell></row></table>\n"
    "</article></guide></group>",
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:3:1: a row of 1 cells, expected 2 as in the head" },
  { "message-kind", GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN PROPERTIES "<example><answer/></example></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:9:10: unexpected <answer>, expected <request> or <response>" },
  { "id-with-line-end", GROUP ("<status id=\"status:404&#10;\" reviewed=\"x\" state=\"permanent\"/>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:2:1: the id of <status> is “status:404\n”, expected the form *" },
  { "text-in-spec", GROUP (STATUS_HEAD TITLE "<spec document=\"RFC9110\" section=\"1\">Semantics</spec></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:4:1: <spec> holds text, expected nothing in it" },
  { "element-in-spec", GROUP (STATUS_HEAD TITLE "<spec document=\"RFC9110\" section=\"1\"><b/></spec></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:4:38: <b> within <spec>, expected nothing in it" },
  { "text-in-property", GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN
                               "<cacheable value=\"yes\">\n Always\n</cacheable></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:8:1: <cacheable> holds text, expected nothing in it" },
  { "text-in-paragraphs", GROUP (STATUS_HEAD TITLE SPEC SUMMARY "<explanation>One.</explanation></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:6:1: <explanation> holds no element, expected <p>" },
  { "text-in-group", "<group id=\"4xx\">Errors</group>", CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:1:1: <group> holds no element, expected <title>" },
  { "text-in-labels", "<labels>Errors</labels>", CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:1:1: <labels> holds no element, expected <label>" },
  { "no-terms", "<terms/>", CB_CATALOG_ERROR_SCHEMA, "4xx.xml:1:1: <terms> holds no element, expected <term>" },
  { "about-guide", GROUP (GUIDE ("<about to=\"guide:b\"/>", "<p>A</p>")), CB_CATALOG_ERROR_REFERENCE,
    "4xx.xml:3:1: <about> leads to “guide:b”, expected a class*" },
  { "answer-guide", GROUP (SITUATION ("<answer to=\"guide:b\">A</answer>")), CB_CATALOG_ERROR_REFERENCE,
    "4xx.xml:3:1: <answer> leads to “guide:b”, expected a class*" },
  { "syntax", "<group", CB_CATALOG_ERROR_SYNTAX, "4xx.xml:1:*" },
};

static void
test_wrong (gconstpointer data)
{
  const WrongCase *wrong = data;
  g_autofree char *pattern = g_strconcat ("*/", wrong->message, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_group (wrong->group, CB_COMPILER_UNTRANSLATED, &error));
  g_assert_error (error, CB_CATALOG_ERROR, wrong->code);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("“%s”, expected “%s”", error->message, pattern);
}

static void
test_missing_translation (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_group (GROUP (STATUS), CB_COMPILER_DEFAULT, &error));
  g_assert_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_TRANSLATION);
  g_assert_true (g_str_has_suffix (error->message,
                                   "4xx.xml:1:17: <title> has no Korean translation: Errors"));
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cb_compiler_compile ("/nonexistent", CB_COMPILER_DEFAULT, &error));
  g_assert_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "/nonexistent/catalog.xml"));
}

static void
test_right (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CbCatalog) catalog =
      read_group (GROUP (STATUS_HEAD "<title translate=\"no\">\n  Not\n  Found </title>\n" REST "</status>"),
                  CB_COMPILER_UNTRANSLATED, &error);
  g_autoptr (CbEntry) entry = NULL;

  g_assert_no_error (error);
  entry = g_object_ref (cb_catalog_lookup (catalog, "status:404"));

  /* An entry outlives the catalog that it comes from. */
  g_assert_finalize_object (g_steal_pointer (&catalog));
  g_assert_cmpstr (cb_entry_get_title (entry)->in[CB_LANGUAGE_EN], ==, "Not Found");
  g_assert_cmpstr (cb_entry_get_title (entry)->in[CB_LANGUAGE_KO], ==, "Not Found");
  g_assert_cmpint (cb_entry_get_state (entry), ==, CB_STATE_PERMANENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reader/wrong/", wrong_cases[i].name, NULL);

      g_test_add_data_func (path, &wrong_cases[i], test_wrong);
    }
  g_test_add_func ("/reader/missing-translation", test_missing_translation);
  g_test_add_func ("/reader/missing-file", test_missing_file);
  g_test_add_func ("/reader/right", test_right);

  return g_test_run ();
}
