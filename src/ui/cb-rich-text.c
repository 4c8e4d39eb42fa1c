/* cb-rich-text.c: texts of the catalog made ready for Pango and GtkLabel */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-inline.h"
#include "cb-rich-text.h"

/* The texts carry no mark of their language: Pango tells it from the script. A language that is
 * named has the fonts of every size looked up once more, and may have others than the rest of the
 * window for the same letters. */

/* A word wider than this may be broken after all, so that it fits on a narrow page. In halves of a
 * syllable, which is about as wide as a letter. */
#define MAX_WORD 20

/* Likewise a name in code, such as that of a header field. */
#define MAX_CODE 17

/* The mark on what matches the query: a marker's yellow, clear enough on light and dark. */
#define MARK_RED 0xf8f8
#define MARK_GREEN 0xc3c3
#define MARK_BLUE 0x1e1e
#define MARK_ALPHA 0x6666

/* Inline code stands on a tint of grey that is the same on light and dark. */
#define CODE_GREY 0x8080
#define CODE_ALPHA 0x2626

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static gboolean
is_hangul (gunichar c)
{
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff)
         || (c >= 0x3130 && c <= 0x318f);
}

/**
 * cb_rich_text_keep_words:
 * @attributes: attributes of @text
 * @text: a text
 *
 * Has lines broken between Korean words only; Pango alone breaks between any two syllables.
 */
void
cb_rich_text_keep_words (PangoAttrList *attributes, const char *text)
{
  const char *word = text;
  gboolean korean = FALSE;
  guint width = 0;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && !g_unichar_isspace (c))
        {
          korean = korean || is_hangul (c);
          width += g_unichar_iswide (c) ? 2 : 1;
          continue;
        }

      if (korean && width <= MAX_WORD)
        insert (attributes, pango_attr_allow_breaks_new (FALSE), (guint)(word - text),
                (guint)(p - text));
      if (c == 0)
        return;
      word = g_utf8_next_char (p);
      korean = FALSE;
      width = 0;
    }
}

/**
 * cb_rich_text_keep_label_words:
 * @label: a label without attributes of its own
 *
 * Has the lines of @label broken between Korean words only.
 */
void
cb_rich_text_keep_label_words (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  cb_rich_text_keep_words (attributes, gtk_label_get_text (label));
  gtk_label_set_attributes (label, attributes);
}

/**
 * cb_rich_text_highlight:
 * @attributes: attributes of @text
 * @text: a text
 * @index: (nullable): an index
 * @query: (nullable): what was searched for
 *
 * Marks what matches the query.
 */
void
cb_rich_text_highlight (PangoAttrList *attributes,
                        const char *text,
                        CbIndex *index,
                        const CbQuery *query)
{
  g_autoptr (GArray) ranges = NULL;

  if (index == NULL || query == NULL || cb_query_is_empty (query))
    return;

  ranges = cb_index_highlight (index, query, text);
  for (guint i = 0; i < ranges->len; i++)
    {
      CbRange range = g_array_index (ranges, CbRange, i);

      insert (attributes, pango_attr_background_new (MARK_RED, MARK_GREEN, MARK_BLUE), range.start,
              range.end);
      insert (attributes, pango_attr_background_alpha_new (MARK_ALPHA), range.start, range.end);
    }
}

/**
 * cb_rich_text_set_label:
 * @label: a label
 * @text: a text with inline marks
 * @language: the language of @text
 * @catalog: what links lead into
 * @index: (nullable): an index
 * @query: (nullable): what was searched for
 *
 * Shows @text in @label: code in a fixed width, links, marks on what was searched for, Korean words
 * whole.
 */
void
cb_rich_text_set_label (GtkLabel *label,
                        const char *text,
                        CbLanguage language,
                        CbCatalog *catalog,
                        CbIndex *index,
                        const CbQuery *query)
{
  g_autoptr (GPtrArray) spans = cb_inline_parse (text, catalog, language);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const CbSpan *span = g_ptr_array_index (spans, i);
      g_autofree char *escaped = g_markup_escape_text (span->text, -1);
      guint start = (guint)plain->len;

      g_string_append (plain, span->text);
      switch (span->kind)
        {
        case CB_SPAN_TEXT:
          g_string_append (markup, escaped);
          break;
        case CB_SPAN_CODE:
          g_string_append (markup, escaped);
          insert (attributes, pango_attr_family_new ("monospace"), start, (guint)plain->len);
          insert (attributes, pango_attr_background_new (CODE_GREY, CODE_GREY, CODE_GREY), start,
                  (guint)plain->len);
          insert (attributes, pango_attr_background_alpha_new (CODE_ALPHA), start,
                  (guint)plain->len);
          if (strchr (span->text, ' ') == NULL && g_utf8_strlen (span->text, -1) <= MAX_CODE)
            insert (attributes, pango_attr_allow_breaks_new (FALSE), start, (guint)plain->len);
          break;
        case CB_SPAN_LINK:
          g_string_append_printf (markup, "<a href=\"%s\">%s</a>", span->target, escaped);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  cb_rich_text_keep_words (attributes, plain->str);
  cb_rich_text_highlight (attributes, plain->str, index, query);
  gtk_label_set_markup (label, markup->str);
  gtk_label_set_attributes (label, attributes);
}
