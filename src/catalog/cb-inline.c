/* cb-inline.c: the marks within a text: `code`, [[id]] and [[id|words]] */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-inline.h"

/* One stretch of a marked text, without a copy. */
typedef struct
{
  CbSpanKind kind;
  const char *text; /* NULL in a link without words */
  gsize length;
  const char *target;
  gsize target_length;
} Stretch;

/* Takes the next stretch from *@text. Returns %FALSE where the text ends, or where a mark is not closed; @message then
 * says so. */
static gboolean
next_stretch (const char **text,
              Stretch     *stretch,
              const char **message)
{
  const char *start = *text;
  const char *end;

  *message = NULL;
  if (*start == '\0')
    return FALSE;

  *stretch = (Stretch) { CB_SPAN_TEXT };

  if (*start == '`')
    {
      end = strchr (start + 1, '`');
      if (end == NULL || end == start + 1)
        {
          *message = end == NULL ? "a ` that is not closed" : "`` with nothing between";
          return FALSE;
        }

      stretch->kind = CB_SPAN_CODE;
      stretch->text = start + 1;
      stretch->length = end - stretch->text;
      *text = end + 1;
      return TRUE;
    }

  if (g_str_has_prefix (start, "[["))
    {
      const char *bar;

      end = strstr (start, "]]");
      if (end == NULL)
        {
          *message = "a [[ that is not closed";
          return FALSE;
        }

      stretch->kind = CB_SPAN_LINK;
      stretch->target = start + strlen ("[[");
      stretch->target_length = end - stretch->target;

      bar = memchr (stretch->target, '|', stretch->target_length);
      if (bar != NULL)
        {
          stretch->target_length = bar - stretch->target;
          stretch->text = bar + 1;
          stretch->length = end - stretch->text;
        }
      if (stretch->target_length == 0 || (bar != NULL && stretch->length == 0))
        {
          *message = "a link without an id or without words";
          return FALSE;
        }

      *text = end + strlen ("]]");
      return TRUE;
    }

  end = start + 1 + strcspn (start + 1, "`[");
  while (end[0] == '[' && end[1] != '[')
    end += 1 + strcspn (end + 1, "`[");

  stretch->text = start;
  stretch->length = end - start;
  *text = end;

  return TRUE;
}

/* What a link without words shows. A method goes by its token alone: "GET" reads well in a sentence, "GET 조회" does
 * not. */
static char *
dup_link_name (CbCatalog  *catalog,
               const char *id,
               CbLanguage  language)
{
  CbEntry *entry = cb_catalog_lookup (catalog, id);

  if (entry == NULL)
    return g_strdup (id);
  if (cb_entry_get_kind (entry) == CB_ENTRY_METHOD)
    return g_strdup (cb_entry_get_token (entry));

  return cb_entry_dup_name (entry, language);
}

static void
span_free (gpointer data)
{
  CbSpan *span = data;

  g_free (span->text);
  g_free (span->target);
  g_free (span);
}

/**
 * cb_inline_parse:
 * @text: a text with marks
 * @catalog: the catalog that its links lead into
 * @language: the language of @text, for the names of what links without words lead to
 *
 * Takes a marked text apart. A mark that is not closed is shown as it stands; texts of the catalog have none, the
 * reader sees to that.
 *
 * Returns: (transfer full) (element-type CbSpan): the spans, in order
 */
GPtrArray *
cb_inline_parse (const char *text,
                 CbCatalog  *catalog,
                 CbLanguage  language)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func (span_free);
  const char *message;
  Stretch stretch;

  g_return_val_if_fail (text != NULL, spans);
  g_return_val_if_fail (CB_IS_CATALOG (catalog), spans);

  while (next_stretch (&text, &stretch, &message))
    {
      CbSpan *span = g_new0 (CbSpan, 1);

      span->kind = stretch.kind;
      if (stretch.target != NULL)
        span->target = g_strndup (stretch.target, stretch.target_length);

      if (stretch.text != NULL)
        {
          span->text = g_strndup (stretch.text, stretch.length);
        }
      else
        {
          span->text = dup_link_name (catalog, span->target, language);
        }

      g_ptr_array_add (spans, span);
    }

  if (message != NULL)
    {
      CbSpan *rest = g_new0 (CbSpan, 1);

      rest->text = g_strdup (text);
      g_ptr_array_add (spans, rest);
    }

  return spans;
}

/**
 * cb_inline_validate:
 * @text: a text with marks
 * @link_func: (scope call): called with the id of each link, which is valid during the call only
 * @user_data: for @link_func
 * @message: (out) (optional): what is wrong
 *
 * Returns: whether every mark is closed and none is empty
 */
gboolean
cb_inline_validate (const char *text,
                    GFunc       link_func,
                    gpointer    user_data,
                    char      **message)
{
  const char *wrong;
  Stretch stretch;

  g_return_val_if_fail (text != NULL, FALSE);

  while (next_stretch (&text, &stretch, &wrong))
    {
      if (stretch.kind == CB_SPAN_LINK)
        {
          g_autofree char *id = g_strndup (stretch.target, stretch.target_length);

          link_func (id, user_data);
        }
    }

  if (message != NULL)
    *message = g_strdup (wrong);

  return wrong == NULL;
}

/**
 * cb_inline_to_plain:
 * @text: a text with marks
 * @catalog: the catalog that its links lead into
 * @language: the language of @text
 *
 * Returns: (transfer full): the text as it is read aloud: without marks, links as their words
 */
char *
cb_inline_to_plain (const char *text,
                    CbCatalog  *catalog,
                    CbLanguage  language)
{
  GString *plain;
  const char *message;
  Stretch stretch;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (CB_IS_CATALOG (catalog), NULL);

  plain = g_string_sized_new (strlen (text));
  while (next_stretch (&text, &stretch, &message))
    {
      if (stretch.text != NULL)
        {
          g_string_append_len (plain, stretch.text, stretch.length);
        }
      else
        {
          g_autofree char *id = g_strndup (stretch.target, stretch.target_length);
          g_autofree char *name = dup_link_name (catalog, id, language);

          g_string_append (plain, name);
        }
    }
  if (message != NULL)
    g_string_append (plain, text);

  return g_string_free_and_steal (plain);
}
