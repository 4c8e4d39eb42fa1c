/* test-xml.c: documents as trees that remember where everything stood */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-catalog.h"
#include "cb-xml.h"

static void
test_tree (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CbXml) xml = cb_xml_parse ("a.xml", "<a x='1'>\n  <b>one</b>\n  <c/>\n</a>", -1, &error);
  CbXmlNode *root;

  g_assert_no_error (error);
  g_assert_cmpstr (cb_xml_get_file (xml), ==, "a.xml");

  root = cb_xml_get_root (xml);
  g_assert_cmpstr (root->name, ==, "a");
  g_assert_cmpstr (cb_xml_node_get_attribute (root, "x"), ==, "1");
  g_assert_null (cb_xml_node_get_attribute (root, "y"));
  g_assert_cmpstr (root->text, ==, "");
  g_assert_cmpstr (root->first_child->name, ==, "b");
  g_assert_cmpstr (root->first_child->text, ==, "one");
  g_assert_cmpstr (root->first_child->next->name, ==, "c");
  g_assert_null (root->first_child->next->next);
}

static void
test_positions (void)
{
  /* Comments, processing instructions, CDATA and end tags hold "<" too; Hangul is one column a syllable. */
  static const char text[] = "<?xml version=\"1.0\"?>\n"
                             "<!-- <no> -->\n"
                             "<a>\n"
                             "  <b>한글</b><c\n"
                             "    x=\"1\"><![CDATA[<no>]]></c>\n"
                             "  <d/>\n"
                             "</a>\n";
  static const struct
  {
    const char *name;
    int line, column;
  } expected[] = {
    { "b", 4, 3 },
    { "c", 4, 12 },
    { "d", 6, 3 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CbXml) xml = cb_xml_parse ("a.xml", text, -1, &error);
  const CbXmlNode *node;

  g_assert_no_error (error);
  g_assert_cmpint (cb_xml_get_root (xml)->line, ==, 3);
  g_assert_cmpint (cb_xml_get_root (xml)->column, ==, 1);

  node = cb_xml_get_root (xml)->first_child;
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++, node = node->next)
    {
      g_assert_cmpstr (node->name, ==, expected[i].name);
      g_assert_cmpint (node->line, ==, expected[i].line);
      g_assert_cmpint (node->column, ==, expected[i].column);
    }
  g_assert_null (node);
}

static void
test_twin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CbXml) xml = cb_xml_parse ("a.xml",
                                        "<a>\n  <p>one</p>\n  <p xml:lang=\"ko\">하나</p>\n  <p>two</p>\n</a>",
                                        -1, &error);
  const CbXmlNode *node;

  g_assert_no_error (error);
  node = cb_xml_get_root (xml)->first_child;
  g_assert_cmpstr (node->text, ==, "one");
  g_assert_cmpstr (node->korean, ==, "하나");
  g_assert_cmpstr (node->next->text, ==, "two");
  g_assert_null (node->next->korean);
  g_assert_null (node->next->next);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text, *message;
    int code;
  } cases[] = {
    { "", "a.xml:1:1: *", CB_CATALOG_ERROR_SYNTAX },
    { "<?xml version='1.0'?> <!-- nothing -->", "a.xml:1:1: no element*", CB_CATALOG_ERROR_SYNTAX },
    { "<a>", "a.xml:1:4: *", CB_CATALOG_ERROR_SYNTAX },
    { "<a>\n<b></a>", "a.xml:2:*", CB_CATALOG_ERROR_SYNTAX },
    { "<a/><b/>", "a.xml:1:5: a second root <b>*", CB_CATALOG_ERROR_SYNTAX },
    { "<a>\n가\xff</a>", "a.xml:2:2: a byte 0xff, *", CB_CATALOG_ERROR_SYNTAX },
    { "<\xff/>", "a.xml:1:2: a byte 0xff, *", CB_CATALOG_ERROR_SYNTAX },
    { "<a><b\u05cb/></a>", "a.xml:1:*not a valid name*", CB_CATALOG_ERROR_SYNTAX },
    { "<a>&nbsp;</a>", "a.xml:1:*", CB_CATALOG_ERROR_SYNTAX },
    { "<a>text<b/></a>", "a.xml:1:1: <a> holds both*", CB_CATALOG_ERROR_SCHEMA },
    { "<a><b/>text</a>", "a.xml:1:1: <a> holds both*", CB_CATALOG_ERROR_SCHEMA },
    { "<a>\n<p xml:lang='ko'>하나</p></a>", "a.xml:2:1: a Korean <p>*", CB_CATALOG_ERROR_SCHEMA },
    { "<a><q/><p xml:lang='ko'>하나</p></a>", "a.xml:1:8: a Korean <p>*", CB_CATALOG_ERROR_SCHEMA },
    { "<a><p/><p xml:lang='ko'>1</p><p xml:lang='ko'>2</p></a>", "a.xml:1:30: a Korean <p>*",
      CB_CATALOG_ERROR_SCHEMA },
    { "<a><p/><p xml:lang='ko'><b/></p></a>", "a.xml:1:25: <b> within a translation*",
      CB_CATALOG_ERROR_SCHEMA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cb_xml_parse ("a.xml", cases[i].text, -1, &error));
      g_assert_error (error, CB_CATALOG_ERROR, cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (!g_pattern_match_simple (cases[i].message, error->message))
        g_error ("“%s” gave “%s”, expected “%s”", cases[i].text, error->message, cases[i].message);
    }
}

/* GMarkup would warn of an error over an error. */
static void
test_nul (void)
{
  static const char text[] = "<![CDATA[\0]]>a";
  g_autoptr (GError) error = NULL;

  g_assert_null (cb_xml_parse ("a.xml", text, sizeof text - 1, &error));
  g_assert_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "a.xml:1:10: a byte 0x00, expected UTF-8 text");
}

/* However deep it goes on: a tree of a million would not fit on the stack of what goes through it. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CbXml) xml = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 32; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; i < 32; i++)
    g_string_append (text, "</a>");
  xml = cb_xml_parse ("a.xml", text->str, -1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (xml);

  g_string_truncate (text, 0);
  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "<a>");
  g_assert_null (cb_xml_parse ("a.xml", text->str, -1, &error));
  g_assert_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_SCHEMA);
  g_assert_cmpstr (error->message, ==, "a.xml:1:97: <a> is within 32 others, expected fewer");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/tree", test_tree);
  g_test_add_func ("/xml/positions", test_positions);
  g_test_add_func ("/xml/twin", test_twin);
  g_test_add_func ("/xml/errors", test_errors);
  g_test_add_func ("/xml/nul", test_nul);
  g_test_add_func ("/xml/deep", test_deep);

  return g_test_run ();
}
