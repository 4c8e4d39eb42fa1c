/* fuzz-inline.c: any text has marks that are closed, or is shown as it stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-fuzz.h"
#include "cb-inline.h"
#include "cb-sample.h"

static void
count_link_cb (gpointer id,
               gpointer user_data)
{
  guint *n_links = user_data;

  g_assert (*(const char *) id != '\0');
  (*n_links)++;
}

/* The text that the spans come from, but that each link has its words. */
static char *
write_marks (GPtrArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const CbSpan *span = g_ptr_array_index (spans, i);

      if (span->kind == CB_SPAN_CODE)
        g_string_append_printf (text, "`%s`", span->text);
      else if (span->kind == CB_SPAN_LINK)
        g_string_append_printf (text, "[[%s|%s]]", span->target, span->text);
      else
        g_string_append (text, span->text);
    }

  return g_string_free_and_steal (text);
}

static void
assert_same (GPtrArray *one,
             GPtrArray *other)
{
  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      const CbSpan *a = g_ptr_array_index (one, i), *b = g_ptr_array_index (other, i);

      g_assert (a->kind == b->kind && strcmp (a->text, b->text) == 0 && g_strcmp0 (a->target, b->target) == 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static CbCatalog *catalog;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *message = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *marked = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GPtrArray) spans = NULL;
  guint n_links = 0, n_valid_links = 0;
  gboolean valid;

  if (catalog == NULL)
    catalog = cb_sample_load ();

  spans = cb_inline_parse (text, catalog, size % CB_N_LANGUAGES);
  plain = cb_inline_to_plain (text, catalog, size % CB_N_LANGUAGES);
  for (guint i = 0; i < spans->len; i++)
    {
      const CbSpan *span = g_ptr_array_index (spans, i);

      g_assert (*span->text != '\0' && (span->target != NULL) == (span->kind == CB_SPAN_LINK));
      g_string_append (joined, span->text);
      n_links += span->kind == CB_SPAN_LINK;
    }
  g_assert_cmpstr (plain, ==, joined->str);

  valid = cb_inline_validate (text, count_link_cb, &n_valid_links, &message);
  g_assert_cmpuint (n_links, ==, n_valid_links);
  g_assert (valid == (message == NULL));

  marked = write_marks (spans);
  if (valid)
    {
      g_autoptr (GPtrArray) again = cb_inline_parse (marked, catalog, size % CB_N_LANGUAGES);

      assert_same (spans, again);
    }
  else
    {
      const CbSpan *rest = g_ptr_array_index (spans, spans->len - 1);

      /* Nothing of what is wrong is lost. */
      g_assert (rest->kind == CB_SPAN_TEXT && g_str_has_suffix (text, rest->text));
    }

  return 0;
}
