/* test-blocks.c: entries as blocks, as Markdown and as figures in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-block.h"
#include "cb-figure.h"
#include "cb-markdown.h"

static CbCatalog *catalog;

static GPtrArray *
list_blocks (const char *id)
{
  return cb_block_list_for_entry (catalog, cb_catalog_lookup (catalog, id));
}

static const CbBlock *
find_block_or_null (GPtrArray   *blocks,
                    CbBlockKind  kind,
                    const char  *section,
                    guint        skip)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const CbBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == kind && g_strcmp0 (block->section, section) == 0 && skip-- == 0)
        return block;
    }

  return NULL;
}

static const CbBlock *
find_block (GPtrArray   *blocks,
            CbBlockKind  kind,
            const char  *section,
            guint        skip)
{
  const CbBlock *block = find_block_or_null (blocks, kind, section, skip);

  if (block == NULL)
    g_error ("no block %u of kind %d in section %s", skip, kind, section);

  return block;
}

static void
assert_text (const CbText *text,
             const char   *en,
             const char   *ko)
{
  g_assert_cmpstr (text->in[CB_LANGUAGE_EN], ==, en);
  g_assert_cmpstr (text->in[CB_LANGUAGE_KO], ==, ko);
}

static void
test_tags (void)
{
  static const struct
  {
    const char *id;
    const char *tags[4];
  } cases[] = {
    { "status:404", { "Client Error", "Permanent" } },
    { "status:104", { "Informational", "Temporary", "Registered until 2026-11-13" } },
    { "status:305", { "Redirection", "Permanent", "Deprecated" } },
    { "status:510", { "Server Error", "Obsoleted" } },
    { "status:418", { "Client Error", "Unused" } },
    { "class:4xx", { "Status class" } },
    { "method:PRI", { "Method", "Reserved" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) blocks = list_blocks (cases[i].id);
      guint n_tags;

      for (n_tags = 0; cases[i].tags[n_tags] != NULL; n_tags++)
        {
          const CbBlock *block = g_ptr_array_index (blocks, n_tags);

          g_assert_cmpint (block->kind, ==, CB_BLOCK_TAG);
          g_assert_cmpstr (block->text.in[CB_LANGUAGE_EN], ==, cases[i].tags[n_tags]);
        }
      g_assert_null (find_block_or_null (blocks, CB_BLOCK_TAG, NULL, n_tags));
    }
}

/* The sections in the order in which a reader asks. */
static void
test_order (void)
{
  static const char *const expected[] = {
    "explanation", "check", "when-to-send", "when-not-to-send", "behavior", "header",
    "example", "confused-with", "see-also", "constant", "history", "spec",
  };
  g_autoptr (GPtrArray) blocks = list_blocks ("status:413");
  guint n_sections = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CbBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != CB_BLOCK_HEADING || block->level != 1)
        continue;

      g_assert_cmpuint (n_sections, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (block->section, ==, expected[n_sections]);
      n_sections++;
    }
  g_assert_cmpuint (n_sections, ==, G_N_ELEMENTS (expected));
}

static void
test_contents (void)
{
  g_autoptr (GPtrArray) blocks = list_blocks ("status:413");
  const CbBlock *block;

  block = find_block (blocks, CB_BLOCK_PROPERTY, "behavior", 0);
  g_assert_cmpstr (block->name, ==, "cacheable");
  assert_text (&block->title, "Cacheable", "캐시 가능");
  assert_text (&block->value, "Not by default", "기본으로는 불가");

  block = find_block (blocks, CB_BLOCK_PROPERTY, "header", 0);
  assert_text (&block->title, "Retry-After", "Retry-After");
  assert_text (&block->value, "Expected · Response", "권장 · 응답");

  block = find_block (blocks, CB_BLOCK_CODE, "constant", 0);
  g_assert_cmpstr (block->name, ==, "python");
  g_assert_cmpstr (block->code, ==, "HTTPStatus.CONTENT_TOO_LARGE");
  assert_text (&block->text, "since 3.13", "3.13부터");

  block = find_block (blocks, CB_BLOCK_CODE, "constant", 1);
  g_assert_cmpstr (block->code, ==, "HTTPStatus.REQUEST_ENTITY_TOO_LARGE");
  assert_text (&block->text, "before 3.13", "3.13 이전");

  block = find_block (blocks, CB_BLOCK_PROPERTY, "history", 0);
  assert_text (&block->title, "Former name", "이전 이름");
  assert_text (&block->value, "Payload Too Large", "Payload Too Large");
  assert_text (&block->text, "RFC 7231, 2014", "RFC 7231, 2014");

  block = find_block (blocks, CB_BLOCK_REFERENCE, "spec", 0);
  assert_text (&block->title, "RFC 9110, section 15.5.14", "RFC 9110, 15.5.14절");
  g_assert_cmpstr (block->target, ==, "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14");

  block = find_block (blocks, CB_BLOCK_PROPERTY, "spec", 0);
  g_assert_cmpstr (block->name, ==, "reviewed");
}

/* Every entry: labels exist (a missing one is a fatal critical), texts are in both languages, nothing is empty. */
static void
test_all (void)
{
  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (catalog, i);
      g_autoptr (GPtrArray) blocks = cb_block_list_for_entry (catalog, entry);

      for (guint j = 0; j < blocks->len; j++)
        {
          const CbBlock *block = g_ptr_array_index (blocks, j);
          const CbText *texts[] = { &block->title, &block->value, &block->text };

          for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
            {
              g_assert_true ((texts[k]->in[0] == NULL) == (texts[k]->in[1] == NULL));
              g_assert_true (texts[k]->in[0] == NULL || *texts[k]->in[0] != '\0');
            }

          /* A heading is never the last block of its section. */
          if (block->kind == CB_BLOCK_HEADING)
            {
              const CbBlock *next = g_ptr_array_index (blocks, j + 1);

              g_assert_cmpuint (j + 1, <, blocks->len);
              g_assert_true (next->kind != CB_BLOCK_HEADING || next->level > block->level);
            }
        }
    }
}

static void
test_markdown (void)
{
  CbEntry *entry = cb_catalog_lookup (catalog, "status:404");
  g_autofree char *english = cb_markdown_for_entry (catalog, entry, CB_LANGUAGE_EN, FALSE);
  g_autofree char *both = cb_markdown_for_entry (catalog, entry, CB_LANGUAGE_KO, TRUE);

  g_assert_true (g_str_has_prefix (english, "# 404 Not Found\n\n*Client Error · Permanent*\n\n"));
  g_assert_nonnull (strstr (english, "\n## What it means\n\n"));
  g_assert_nonnull (strstr (english, "\n```http\nGET "));
  g_assert_nonnull (strstr (english, "\n- Python: `HTTPStatus.NOT_FOUND`\n"));
  g_assert_nonnull (strstr (english, "](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5)\n"));
  g_assert_null (strstr (english, "[["));
  g_assert_null (strstr (english, "\n\n\n"));

  g_assert_true (g_str_has_prefix (both, "# 404 찾을 수 없음 (Not Found)\n\n"));
  g_assert_nonnull (strstr (both, "\n## 의미 / What it means\n\n"));
}

static void
test_figure (void)
{
  gsize n_items;
  const CbItem *figure =
      cb_entry_get_items (cb_catalog_lookup (catalog, "status:100"), CB_PART_FIGURE, &n_items);
  g_auto (GStrv) steps = NULL;

  g_assert_cmpuint (n_items, ==, 1);
  steps = cb_figure_dup_steps (figure, catalog, CB_LANGUAGE_KO);
  g_assert_cmpuint (g_strv_length (steps), >=, 3);
  g_assert_nonnull (strstr (steps[0], " → "));
  g_assert_cmpstr (cb_figure_get_participant (figure, "client")->in[CB_LANGUAGE_KO], ==, "클라이언트");
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

  g_test_add_func ("/blocks/tags", test_tags);
  g_test_add_func ("/blocks/order", test_order);
  g_test_add_func ("/blocks/contents", test_contents);
  g_test_add_func ("/blocks/all", test_all);
  g_test_add_func ("/blocks/markdown", test_markdown);
  g_test_add_func ("/blocks/figure", test_figure);

  result = g_test_run ();
  g_assert_finalize_object (catalog);
  return result;
}
