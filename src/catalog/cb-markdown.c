/* cb-markdown.c: an entry as Markdown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-block.h"
#include "cb-figure.h"
#include "cb-inline.h"
#include "cb-markdown.h"

typedef struct
{
  CbCatalog *catalog;
  CbLanguage language;
  gboolean both;
  GString *out;
  gboolean in_list;
} Writer;

/* Characters that CommonMark reads as marks (CommonMark 0.31, 2.4), where they stand in running text. */
static void
append_escaped (GString    *out,
                const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("\\*_[]<>#|", *text) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
}

static void
append_inline (Writer     *writer,
               const char *text,
               CbLanguage  language)
{
  g_autoptr (GPtrArray) spans = cb_inline_parse (text, writer->catalog, language);

  for (guint i = 0; i < spans->len; i++)
    {
      const CbSpan *span = g_ptr_array_index (spans, i);

      if (span->kind == CB_SPAN_CODE)
        g_string_append_printf (writer->out, "`%s`", span->text);
      else
        append_escaped (writer->out, span->text);
    }
}

static gboolean
is_in_both (Writer       *writer,
            const CbText *text)
{
  return writer->both && strcmp (text->in[CB_LANGUAGE_EN], text->in[CB_LANGUAGE_KO]) != 0;
}

/* A text in the first language and, where both are wanted and they differ, in the other behind @separator. */
static void
append_text (Writer       *writer,
             const CbText *text,
             const char   *separator)
{
  append_inline (writer, text->in[writer->language], writer->language);

  if (is_in_both (writer, text))
    {
      CbLanguage other = cb_language_other (writer->language);

      g_string_append (writer->out, separator);
      append_inline (writer, text->in[other], other);
    }
}

static void
start_paragraph (Writer *writer)
{
  if (writer->in_list)
    g_string_append_c (writer->out, '\n');
  writer->in_list = FALSE;
}

static void
start_list_item (Writer *writer)
{
  g_string_append (writer->out, "- ");
  writer->in_list = TRUE;
}

static void
append_message (Writer        *writer,
                const CbBlock *block)
{
  start_paragraph (writer);
  g_string_append_printf (writer->out, "```http\n%s\n```\n\n", block->code);
}

static void
append_figure (Writer       *writer,
               const CbItem *figure)
{
  g_auto (GStrv) steps = cb_figure_dup_steps (figure, writer->catalog, writer->language);

  start_paragraph (writer);
  g_string_append_c (writer->out, '*');
  append_text (writer, &figure->text, " / ");
  g_string_append (writer->out, "*\n\n");

  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_string_append_printf (writer->out, "%u. ", i + 1);
      append_escaped (writer->out, steps[i]);
      g_string_append_c (writer->out, '\n');
    }
  g_string_append_c (writer->out, '\n');
}

static void
append_table (Writer       *writer,
              const CbItem *table)
{
  start_paragraph (writer);

  for (gsize i = 0; i < table->n_items; i++)
    {
      const CbItem *row = &table->items[i];

      for (gsize j = 0; j < row->n_items; j++)
        {
          g_string_append (writer->out, "| ");
          append_text (writer, &row->items[j].text, "<br>");
          g_string_append_c (writer->out, ' ');
        }
      g_string_append (writer->out, "|\n");

      for (gsize j = 0; i == 0 && j < row->n_items; j++)
        g_string_append (writer->out, "| --- ");
      if (i == 0)
        g_string_append (writer->out, "|\n");
    }
  g_string_append_c (writer->out, '\n');
}

static void
append_property (Writer        *writer,
                 const CbBlock *block)
{
  start_list_item (writer);
  g_string_append (writer->out, "**");
  append_text (writer, &block->title, " / ");
  g_string_append (writer->out, "**: ");
  append_text (writer, &block->value, " / ");
  if (!cb_text_is_empty (&block->text))
    {
      g_string_append (writer->out, " — ");
      append_text (writer, &block->text, " / ");
    }
  g_string_append_c (writer->out, '\n');
}

static void
append_link (Writer        *writer,
             const CbBlock *block)
{
  start_list_item (writer);
  g_string_append (writer->out, "**");
  append_text (writer, &block->title, " / ");
  g_string_append (writer->out, "**");
  if (!cb_text_is_empty (&block->text))
    {
      g_string_append (writer->out, ": ");
      append_text (writer, &block->text, " / ");
    }
  g_string_append_c (writer->out, '\n');
}

static void
append_code (Writer        *writer,
             const CbBlock *block)
{
  start_list_item (writer);
  append_text (writer, &block->title, " / ");
  g_string_append_printf (writer->out, ": `%s`", block->code);
  if (!cb_text_is_empty (&block->text))
    {
      g_string_append (writer->out, " (");
      append_text (writer, &block->text, " / ");
      g_string_append_c (writer->out, ')');
    }
  g_string_append_c (writer->out, '\n');
}

static void
append_block (Writer        *writer,
              const CbBlock *block)
{
  switch (block->kind)
    {
    case CB_BLOCK_TAG:
      break;

    case CB_BLOCK_HEADING:
      start_paragraph (writer);
      for (guint i = 0; i <= block->level; i++)
        g_string_append_c (writer->out, '#');
      g_string_append_c (writer->out, ' ');
      append_text (writer, &block->title, " / ");
      g_string_append (writer->out, "\n\n");
      break;

    case CB_BLOCK_PARAGRAPH:
      start_paragraph (writer);
      append_text (writer, &block->text, "\n\n");
      g_string_append (writer->out, "\n\n");
      break;

    case CB_BLOCK_STEP:
      start_list_item (writer);
      append_text (writer, &block->text, "\n  ");
      g_string_append_c (writer->out, '\n');
      break;

    case CB_BLOCK_PROPERTY:
      append_property (writer, block);
      break;

    case CB_BLOCK_CODE:
      append_code (writer, block);
      break;

    case CB_BLOCK_MESSAGE:
      append_message (writer, block);
      break;

    case CB_BLOCK_LINK:
      append_link (writer, block);
      break;

    case CB_BLOCK_REFERENCE:
      start_list_item (writer);
      g_string_append_printf (writer->out, "[%s](%s)\n", block->title.in[writer->language],
                              block->target);
      break;

    case CB_BLOCK_FIGURE:
      append_figure (writer, block->item);
      break;

    case CB_BLOCK_TABLE:
      append_table (writer, block->item);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
append_tags (Writer    *writer,
             GPtrArray *blocks)
{
  gboolean first = TRUE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CbBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != CB_BLOCK_TAG)
        continue;

      g_string_append (writer->out, first ? "*" : " · ");
      append_text (writer, &block->text, " / ");
      first = FALSE;
    }

  if (!first)
    g_string_append (writer->out, "*\n\n");
}

/**
 * cb_markdown_for_entry:
 * @catalog: the catalog
 * @entry: one of its entries
 * @language: the language, or the first of them
 * @both: whether the other language follows
 *
 * Returns: (transfer full): the entry as a CommonMark document
 */
char *
cb_markdown_for_entry (CbCatalog  *catalog,
                       CbEntry    *entry,
                       CbLanguage  language,
                       gboolean    both)
{
  g_autoptr (GPtrArray) blocks = cb_block_list_for_entry (catalog, entry);
  g_autofree char *name = cb_entry_dup_name (entry, language);
  Writer writer = { catalog, language, both, g_string_new ("# ") };

  append_escaped (writer.out, name);
  if (is_in_both (&writer, cb_entry_get_title (entry)))
    {
      g_string_append (writer.out, " (");
      append_escaped (writer.out, cb_entry_get_title (entry)->in[cb_language_other (language)]);
      g_string_append_c (writer.out, ')');
    }
  g_string_append (writer.out, "\n\n");

  append_tags (&writer, blocks);
  for (guint i = 0; i < blocks->len; i++)
    append_block (&writer, g_ptr_array_index (blocks, i));

  return g_string_free_and_steal (writer.out);
}
