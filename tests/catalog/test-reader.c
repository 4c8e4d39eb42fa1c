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

#define UNOFFICIAL(meaning)                                                                        \
  "<status id=\"status:420\" reviewed=\"x\" state=\"unofficial\"><title>A</title><summary>S</summary>" EXPLANATION_HERE \
  "<meaning vendor=\"A\" seen=\"log\">\n" meaning "</meaning></status>"
#define EXPLANATION_HERE "<explanation><p>One.</p></explanation>"
#define MEANING                                                                                    \
  "<meaning-text><p>A</p></meaning-text><recognize><p>A</p></recognize><action><p>A</p></action>"

#define LIST "<catalog version=\"1\" registry=\"2025-09-15\"><file name=\"4xx.xml\"/></catalog>"

/* Writes a catalog of one group and reads it. */
static CbCatalog *
read_files (const char       *list,
            const char       *group,
            CbCompilerFlags   flags,
            GError          **error)
{
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

static CbCatalog *
read_group (const char       *group,
            CbCompilerFlags   flags,
            GError          **error)
{
  return read_files (LIST, group, flags, error);
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
  { "two-notes",
    GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN
           "<cacheable value=\"yes\"><note>A</note>\n<note>B</note></cacheable></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:9:1: unexpected <note>, expected one <note>" },
  { "no-note",
    GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN "<cacheable value=\"yes\">\n<p>A</p></cacheable></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:9:1: unexpected <p>, expected one <note>" },
  { "no-words", GROUP (STATUS_HEAD TITLE "<former-name source=\"A\" year=\"1\"> </former-name></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:4:1: <former-name> is empty, expected text" },
  { "translated-words",
    GROUP (STATUS_HEAD TITLE "<other-name>A</other-name><other-name xml:lang=\"ko\">B</other-name></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:4:1: <other-name> must not be translated" },
  { "words-with-elements", GROUP (STATUS_HEAD TITLE "<other-name><b/></other-name></status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:4:13: <b> within <other-name>, expected text" },
  { "translated-yet-same",
    GROUP (STATUS_HEAD "<title translate=\"no\">A</title><title xml:lang=\"ko\">B</title></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:3:1: <title translate=\"no\">, expected “no” and no translation" },
  { "wrong-mark-in-korean", GROUP (STATUS_HEAD "<title>A</title><title xml:lang=\"ko\">[[</title></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:3:1: a [[ that is not closed in: [[" },
  { "empty-message", GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN PROPERTIES
                            "<example><request>\n\n </request></example></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:9:10: <request> is empty, expected a message" },
  { "empty-example", GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN PROPERTIES "<example/></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:9:1: <example> holds no element, expected <request> or <response>" },
  { "message-with-elements",
    GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN PROPERTIES
           "<example><response><b/></response></example></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:9:20: <b> within <response>, expected text" },
  { "message-attribute",
    GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN PROPERTIES
           "<example><request a=\"b\">A</request></example></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:9:10: <request> has an unknown attribute “a”" },
  { "paragraph", GROUP (STATUS_HEAD TITLE SPEC SUMMARY "<explanation><q>A</q></explanation></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:6:14: unexpected <q>, expected <p>" },
  { "meaning-order", GROUP (UNOFFICIAL ("<recognize><p>A</p></recognize>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:3:1: unexpected <recognize>, expected <meaning-text>, <recognize> and <action>, in this order" },
  { "meaning-end", GROUP (UNOFFICIAL ("<meaning-text><p>A</p></meaning-text>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:2:*: unexpected <meaning>, expected <meaning-text>*" },
  { "meaning-without-source", GROUP (UNOFFICIAL (MEANING)), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:2:*: unexpected <meaning>, expected a <source> at its end" },
  { "meaning-source", GROUP (UNOFFICIAL (MEANING "<link>A</link>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:3:*: unexpected <link>, expected <source>" },
  { "meaning-attribute", GROUP (UNOFFICIAL ("<meaning-text a=\"b\"><p>A</p></meaning-text>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:3:1: <meaning-text> has an unknown attribute “a”" },
  { "meaning-seen",
    GROUP ("<status id=\"status:420\" reviewed=\"x\" state=\"unofficial\">" TITLE SUMMARY EXPLANATION
           "<meaning vendor=\"A\" seen=\"no\"/></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:5:1: the attribute “seen” of <meaning> is “no”, expected one of: wire*" },
  { "figure-caption", GROUP (GUIDE ("", "<figure>\n<participant name=\"a\">A</participant></figure>")),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:4:1: unexpected <participant>, expected <caption> first" },
  { "figure-nothing", GROUP (GUIDE ("", "<figure/>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:3:*: unexpected <figure>, expected <caption> first" },
  { "figure-empty", GROUP (GUIDE ("", "\n<figure><caption>A</caption></figure>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:4:1: <figure> shows nothing, expected participants and messages" },
  { "figure-child", GROUP (GUIDE ("", "<figure><caption>A</caption>\n<p>B</p></figure>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:4:1: unexpected <p>, expected <participant>, <message> or <remark>" },
  { "figure-remark",
    GROUP (GUIDE ("", "<figure><caption>A</caption><participant name=\"a\">A</participant>\n"
                      "<remark at=\"b\">B</remark></figure>")),
    CB_CATALOG_ERROR_REFERENCE, "4xx.xml:4:1: <remark> names “b”, expected a participant of this figure" },
  { "figure-attribute", GROUP (GUIDE ("", "\n<figure a=\"b\"/>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:4:1: <figure> has an unknown attribute “a”" },
  { "caption", GROUP (GUIDE ("", "<figure>\n<caption/></figure>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:4:1: <caption> is empty, expected text" },
  { "table-without-rows", GROUP (GUIDE ("", "\n<table><caption>A</caption><head><cell>a</cell></head></table>")),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:4:1: <table> is empty, expected <head> and at least one <row>" },
  { "table-head", GROUP (GUIDE ("", "<table><caption>A</caption>\n<row><cell>a</cell></row></table>")),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:4:1: unexpected <row>, expected <head>" },
  { "table-attribute", GROUP (GUIDE ("", "\n<table a=\"b\"/>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:4:1: <table> has an unknown attribute “a”" },
  { "article-attribute",
    GROUP ("<guide id=\"guide:a\" reviewed=\"x\"><title>A</title><summary>S</summary>\n<article a=\"b\"/></guide>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:3:1: <article> has an unknown attribute “a”" },
  { "check-role", GROUP (STATUS_HEAD TITLE SPEC SUMMARY EXPLANATION WHEN "<check role=\"user\"/></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:8:1: the attribute “role” of <check> is “user”, expected one of: client*" },
  { "link", GROUP (STATUS_HEAD TITLE REST "<confused-with>A</confused-with></status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:10:1: <confused-with> lacks the attribute “to”" },
  { "library", GROUP (STATUS_HEAD TITLE REST "<constant library=\"cobol\">A</constant></status>"),
    CB_CATALOG_ERROR_SCHEMA, "4xx.xml:10:1: the attribute “library” of <constant> is “cobol”, expected one of: python*" },
  { "constant", GROUP (STATUS_HEAD TITLE REST "<constant library=\"go\"/></status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:10:1: <constant> is empty, expected text" },
  { "alias", GROUP (STATUS_HEAD TITLE REST "<alias lang=\"fr\">A</alias></status>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:10:1: the attribute “lang” of <alias> is “fr”, expected one of: en ko" },
  { "article", GROUP (GUIDE ("", "\n<text>A</text>")), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:4:1: unexpected <text>, expected <heading>, <p>, <item>, <figure>, <table> or <example>" },
  { "empty-article", GROUP (GUIDE ("", "A")), CB_CATALOG_ERROR_SCHEMA, "4xx.xml:3:1: <article> is empty, expected text" },
  { "no-parts", GROUP ("<guide id=\"guide:a\" reviewed=\"x\"/>"), CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:2:1: <guide> ends too early, expected <title>" },
  { "group-id", "<group><title>A</title></group>", CB_CATALOG_ERROR_SCHEMA, "4xx.xml:1:1: <group> lacks the attribute “id”" },
  { "label", "<labels><lable id=\"a\">A</lable></labels>", CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:1:9: unexpected <lable>, expected <label>" },
  { "label-twice", "<labels><label id=\"a\">A</label>\n<label id=\"a\">B</label></labels>", CB_CATALOG_ERROR_REFERENCE,
    "4xx.xml:2:1: the label “a” is given twice, expected an id of its own" },
  { "label-attribute", "<labels a=\"b\"><label id=\"a\">A</label></labels>", CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:1:1: <labels> has an unknown attribute “a”" },
  { "term", "<terms><word/></terms>", CB_CATALOG_ERROR_SCHEMA, "4xx.xml:1:8: unexpected <word>, expected <term>" },
  { "spelling", "<terms><term><word/></term></terms>", CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:1:14: unexpected <word>, expected <spelling>" },
  { "one-spelling", "<terms>\n<term><spelling lang=\"en\">a</spelling></term></terms>", CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:2:1: <term> has 1 spellings, expected at least two" },
  { "term-attribute", "<terms a=\"b\"><term/></terms>", CB_CATALOG_ERROR_SCHEMA,
    "4xx.xml:1:1: <terms> has an unknown attribute “a”" },
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
test_wrong_list (void)
{
  static const struct
  {
    const char *list, *message;
    int code;
  } cases[] = {
    { "<catalogue/>", "*/catalog.xml:1:1: unexpected <catalogue>, expected <catalog>", CB_CATALOG_ERROR_SCHEMA },
    { "<catalog/>", "*/catalog.xml:1:1: <catalog> lacks the attribute “version”", CB_CATALOG_ERROR_SCHEMA },
    { "<catalog version='1' registry='x'/>", "*/catalog.xml:1:1: <catalog> holds no element, expected <file>",
      CB_CATALOG_ERROR_SCHEMA },
    { "<catalog version='1' registry='x'><group/></catalog>", "*/catalog.xml:1:35: unexpected <group>, expected <file>",
      CB_CATALOG_ERROR_SCHEMA },
    { "<catalog version='1' registry='x'><file name='4xx.xml'>A</file></catalog>",
      "*/catalog.xml:1:35: <file> holds text, expected nothing in it", CB_CATALOG_ERROR_SCHEMA },
    { "<catalog version='1' registry='x'><file name='none.xml'/></catalog>", "*/none.xml*", CB_CATALOG_ERROR_READ },
    { "<catalog version='1' registry='x'><file name='4xx.xml'/><file name='4xx.xml'/></catalog>",
      "*/4xx.xml:1:1: the group “4xx” is given twice, expected an id of its own", CB_CATALOG_ERROR_REFERENCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_files (cases[i].list, GROUP (STATUS), CB_COMPILER_UNTRANSLATED, &error));
      g_assert_error (error, CB_CATALOG_ERROR, cases[i].code);
      if (!g_pattern_match_simple (cases[i].message, error->message))
        g_error ("“%s”, expected “%s”", error->message, cases[i].message);
    }
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
  g_test_add_func ("/reader/wrong-list", test_wrong_list);
  g_test_add_func ("/reader/missing-translation", test_missing_translation);
  g_test_add_func ("/reader/missing-file", test_missing_file);
  g_test_add_func ("/reader/right", test_right);

  return g_test_run ();
}
