/* cb-page.c: an entry as plain text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-block.h"
#include "cb-figure.h"
#include "cb-inline.h"
#include "cb-output.h"
#include "cb-page.h"

#define BOLD "\033[1m"
#define NORMAL "\033[0m"

typedef struct
{
  CbCatalog *catalog;
  const CbLanguages *languages;
  GString *out;
  guint columns; /* 0: lines are not broken */
  gboolean bold;
} Page;

/* Breaks a paragraph between words, each line behind @indent, the first one behind @bullet. */
static void
append_wrapped (Page       *page,
                const char *text,
                const char *bullet,
                const char *indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint column = cb_output_get_width (bullet);

  g_string_append (page->out, bullet);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = cb_output_get_width (words[i]);

      if (i > 0 && page->columns > 0 && column + 1 + width > page->columns)
        {
          g_string_append_printf (page->out, "\n%s", indent);
          column = cb_output_get_width (indent);
        }
      else if (i > 0)
        {
          g_string_append_c (page->out, ' ');
          column++;
        }

      g_string_append (page->out, words[i]);
      column += width;
    }
  g_string_append_c (page->out, '\n');
}

static void
append_text (Page         *page,
             const CbText *text,
             const char   *bullet,
             const char   *indent)
{
  CbLanguage first = page->languages->first;
  CbLanguage other = cb_language_other (first);
  g_autofree char *plain = cb_inline_to_plain (text->in[first], page->catalog, first);

  append_wrapped (page, plain, bullet, indent);
  if (page->languages->both && strcmp (text->in[first], text->in[other]) != 0)
    {
      g_autofree char *other_plain = cb_inline_to_plain (text->in[other], page->catalog, other);

      append_wrapped (page, other_plain, indent, indent);
    }
}

/* A label or a value: short, in one line. */
static char *
dup_short (Page         *page,
           const CbText *text)
{
  CbLanguage first = page->languages->first;
  CbLanguage other = cb_language_other (first);

  if (!page->languages->both || strcmp (text->in[first], text->in[other]) == 0)
    return cb_inline_to_plain (text->in[first], page->catalog, first);

  return g_strdup_printf ("%s / %s", text->in[first], text->in[other]);
}

static void
append_heading (Page          *page,
                const CbBlock *block)
{
  g_autofree char *title = dup_short (page, &block->title);

  g_string_append_c (page->out, '\n');
  g_string_append_printf (page->out, "%s%s%s\n", page->bold ? BOLD : "", title,
                          page->bold ? NORMAL : "");
}

static void
append_named (Page          *page,
              const char    *value,
              const CbBlock *block)
{
  g_autofree char *title = dup_short (page, &block->title);
  g_autofree char *line = g_strdup_printf ("%s: %s", title, value);

  append_wrapped (page, line, "  ", "    ");
  if (!cb_text_is_empty (&block->text))
    append_text (page, &block->text, "    ", "    ");
}

static void
append_message (Page          *page,
                const CbBlock *block)
{
  g_auto (GStrv) lines = g_strsplit (block->code, "\n", -1);
  g_autofree char *title = dup_short (page, &block->title);

  g_string_append_printf (page->out, "  %s\n", title);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (page->out, *lines[i] != '\0' ? "    %s\n" : "%s\n", lines[i]);
}

static void
append_figure (Page         *page,
               const CbItem *figure)
{
  g_auto (GStrv) steps = cb_figure_dup_steps (figure, page->catalog, page->languages->first);

  g_string_append_c (page->out, '\n');
  append_text (page, &figure->text, "  ", "  ");
  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autofree char *bullet = g_strdup_printf ("  %u. ", i + 1);

      append_wrapped (page, steps[i], bullet, "     ");
    }
}

static void
append_table (Page         *page,
              const CbItem *table)
{
  g_string_append_c (page->out, '\n');
  append_text (page, &table->text, "  ", "  ");

  for (gsize i = 0; i < table->n_items; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (gsize j = 0; j < table->items[i].n_items; j++)
        {
          g_autofree char *cell = dup_short (page, &table->items[i].items[j].text);

          g_string_append_printf (line, "%s%s", j > 0 ? " | " : "", cell);
        }
      append_wrapped (page, line->str, "  ", "    ");
    }
}

static void
append_block (Page          *page,
              const CbBlock *block)
{
  g_autofree char *value = NULL;

  switch (block->kind)
    {
    case CB_BLOCK_TAG:
      break;

    case CB_BLOCK_HEADING:
      append_heading (page, block);
      break;

    case CB_BLOCK_PARAGRAPH:
      append_text (page, &block->text, "  ", "  ");
      break;

    case CB_BLOCK_STEP:
      append_text (page, &block->text, "  • ", "    ");
      break;

    case CB_BLOCK_PROPERTY:
      value = dup_short (page, &block->value);
      append_named (page, value, block);
      break;

    case CB_BLOCK_CODE:
      append_named (page, block->code, block);
      break;

    case CB_BLOCK_MESSAGE:
      append_message (page, block);
      break;

    case CB_BLOCK_LINK:
      value = dup_short (page, &block->title);
      append_wrapped (page, value, "  ", "    ");
      if (!cb_text_is_empty (&block->text))
        append_text (page, &block->text, "    ", "    ");
      break;

    case CB_BLOCK_REFERENCE:
      append_named (page, block->target, block);
      break;

    case CB_BLOCK_FIGURE:
      append_figure (page, block->item);
      break;

    case CB_BLOCK_TABLE:
      append_table (page, block->item);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
append_tags (Page      *page,
             GPtrArray *blocks)
{
  gboolean first = TRUE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CbBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *tag = NULL;

      if (block->kind != CB_BLOCK_TAG)
        continue;

      tag = dup_short (page, &block->text);
      g_string_append_printf (page->out, "%s%s", first ? "" : " · ", tag);
      first = FALSE;
    }
  g_string_append (page->out, "\n\n");
}

/**
 * cb_page_for_entry:
 * @catalog: the catalog
 * @entry: one of its entries
 * @languages: the languages to print
 * @columns: how wide a line may be; 0 where paragraphs stay in one line
 * @bold: whether headings stand out, for a terminal
 *
 * Returns: (transfer full): the entry's page. Its first line has the title in both languages: who reads one of them
 *   quotes the other
 */
char *
cb_page_for_entry (CbCatalog         *catalog,
                   CbEntry           *entry,
                   const CbLanguages *languages,
                   guint              columns,
                   gboolean           bold)
{
  g_autoptr (GPtrArray) blocks = cb_block_list_for_entry (catalog, entry);
  g_autofree char *name = cb_entry_dup_name (entry, languages->first);
  const char *other = cb_entry_get_title (entry)->in[cb_language_other (languages->first)];
  Page page = { catalog, languages, g_string_new (NULL), columns, bold };

  g_string_append_printf (page.out, "%s%s%s · %s\n", bold ? BOLD : "", name, bold ? NORMAL : "",
                          other);
  append_tags (&page, blocks);
  for (guint i = 0; i < blocks->len; i++)
    append_block (&page, g_ptr_array_index (blocks, i));

  return g_string_free_and_steal (page.out);
}
