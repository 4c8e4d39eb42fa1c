/* test-rich-text.c: tests of texts made ready for Pango */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <pango/pangocairo.h>

#include "cb-facts.h"
#include "cb-rich-text.h"

static CbCatalog *catalog;
static CbIndex *search_index;

/* The text with a bar wherever Pango may break a line. */
static char *
dup_breaks (const char *text, PangoAttrList *attributes)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  GString *marked = g_string_new (NULL);
  const PangoLogAttr *log_attrs;
  int n_attrs;
  const char *p = text;

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  log_attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);
  for (int i = 0; *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      g_assert_cmpint (i, <, n_attrs);
      if (log_attrs[i].is_line_break)
        g_string_append_c (marked, '|');
      g_string_append_unichar (marked, g_utf8_get_char (p));
    }

  g_object_unref (context);

  return g_string_free_and_steal (marked);
}

static void
test_keep_words (void)
{
  static const struct
  {
    const char *text;
    const char *breaks;
  } cases[] = {
    { "이해했지만 권한이 없습니다", "이해했지만 |권한이 |없습니다" },
    { "서버가 GET을 받으면", "서버가 |GET을 |받으면" },
    { "one two", "one |two" },
    { "", "" },
    { " 끝 ", " |끝 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      g_autofree char *breaks = NULL;

      cb_rich_text_keep_words (attributes, cases[i].text);
      breaks = dup_breaks (cases[i].text, attributes);
      g_assert_cmpstr (breaks, ==, cases[i].breaks);
    }
}

/* Without our attributes the test above would pass on a Pango that never breaks at all. */
static void
test_pango_alone_breaks_syllables (void)
{
  g_autofree char *breaks = dup_breaks ("이해했지만", NULL);

  g_assert_nonnull (strchr (breaks, '|'));
}

static void
test_long_words_may_break (void)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *text = "가나다라마바사아자차카타파하가나다라마바사아";
  g_autofree char *breaks = NULL;

  cb_rich_text_keep_words (attributes, text);
  breaks = dup_breaks (text, attributes);
  g_assert_nonnull (strchr (breaks, '|'));
}

static void
test_highlight (void)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (CbQuery) query = cb_query_parse ("found");
  g_autoptr (CbQuery) empty = cb_query_parse ("");
  g_autoptr (GString) marked = g_string_new (NULL);
  const char *text = "404 Not Found";
  GSList *list;

  cb_rich_text_highlight (attributes, text, search_index, NULL);
  cb_rich_text_highlight (attributes, text, search_index, empty);
  list = pango_attr_list_get_attributes (attributes);
  g_assert_null (list);

  cb_rich_text_highlight (attributes, text, search_index, query);
  list = pango_attr_list_get_attributes (attributes);
  for (GSList *l = list; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_BACKGROUND)
        g_string_append_len (marked, text + attribute->start_index,
                             attribute->end_index - attribute->start_index);
    }
  g_slist_free_full (list, (GDestroyNotify)pango_attribute_destroy);
  g_assert_cmpstr (marked->str, ==, "Found");
}

static void
test_descriptions (void)
{
  g_autofree char *english = cb_facts_dup_description (
      catalog, cb_catalog_lookup (catalog, "status:404"), CB_LANGUAGE_EN, NULL);
  g_autofree char *korean = cb_facts_dup_description (
      catalog, cb_catalog_lookup (catalog, "status:404"), CB_LANGUAGE_KO, "초성");

  g_assert_cmpstr (english, ==, "404 Not Found, 찾을 수 없음, Client Error, Permanent");
  g_assert_true (g_str_has_prefix (korean, "404 찾을 수 없음, Not Found, "));
  g_assert_true (g_str_has_suffix (korean, ", 초성"));
}

/* Whatever the catalog holds has a look, and, unless it is in good use, a state in words with a
 * symbol. */
static void
test_every_entry_has_a_look (void)
{
  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
      CbEntryState state = cb_entry_get_state (entry);
      const char *symbol = NULL;
      const CbText *text = cb_facts_get_state (catalog, entry, &symbol);
      gboolean plain = (state == CB_STATE_NONE || state == CB_STATE_PERMANENT)
                       && !cb_entry_get_deprecated (entry);

      g_assert_nonnull (cb_facts_get_symbol (entry));
      g_assert_nonnull (cb_facts_get_style_class (entry));
      g_assert_cmpint (text == NULL, ==, plain);
      g_assert_cmpint (symbol == NULL, ==, plain);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalog = cb_catalog_new (&error);
  g_assert_no_error (error);
  search_index = cb_index_new (catalog);
  g_test_add_func ("/rich-text/keep-words", test_keep_words);
  g_test_add_func ("/rich-text/pango-alone-breaks-syllables", test_pango_alone_breaks_syllables);
  g_test_add_func ("/rich-text/long-words-may-break", test_long_words_may_break);
  g_test_add_func ("/rich-text/highlight", test_highlight);
  g_test_add_func ("/facts/descriptions", test_descriptions);
  g_test_add_func ("/facts/every-entry-has-a-look", test_every_entry_has_a_look);
  status = g_test_run ();
  g_object_unref (search_index);
  g_object_unref (catalog);

  return status;
}
