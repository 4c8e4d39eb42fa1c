/* cb-query.c: what somebody typed, taken apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-query-private.h"

#include <string.h>

#include "cb-expression.h"
#include "cb-noise.h"
#include "cb-suffix.h"

/**
 * CbQuery:
 *
 * A query: the codes that it names, and its words. Immutable; knows nothing of any index.
 */

/* Whether the word is part of one of the codes. */
static gboolean
is_inside (const GArray *codes, const CbWord *word)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const CbCode *code = &g_array_index (codes, CbCode, i);

      if (word->source_start < code->end && word->source_end > code->start)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_jamo (const CbQuery *query, const CbWord *word)
{
  if (word->script != CB_SCRIPT_HANGUL)
    return FALSE;

  for (guint i = word->start; i < word->start + word->n_letters; i++)
    if (!cb_letter_is_consonant (query->folded.letters[i]) || !query->folded.jamo[i])
      return FALSE;

  return TRUE;
}

/* "…" and “…” hold words that have to follow each other. An open quotation mark alone means
 * nothing. */
static guint
phrase_at (const CbQuery *query, gsize position)
{
  guint n = 0;
  gsize begin = 0;
  gboolean inside = FALSE;

  for (gsize i = 0; i < query->length; i++)
    {
      gsize n_mark = 0;

      if (query->text[i] == '"')
        n_mark = 1;
      else if (query->length - i >= 3
               && (memcmp (query->text + i, "“", 3) == 0 || memcmp (query->text + i, "”", 3) == 0))
        n_mark = 3;
      if (n_mark == 0)
        continue;

      if (inside)
        {
          n++;
          if (position >= begin && position < i)
            return n;
        }
      inside = !inside;
      begin = i + n_mark;
    }

  return 0;
}

/* Whether a word is of the name of a member of JSON: "message": "Not Found". */
static gboolean
is_of_member (const CbQuery *query, const CbWord *word)
{
  const char *text = query->text;
  gsize i = word->source_end;

  while (g_ascii_isalnum (text[i]) || text[i] == '_' || text[i] == '-')
    i++;
  if (text[i] != '"')
    return FALSE;
  while (g_ascii_isspace (text[++i]))
    ;

  return text[i] == ':';
}

/* Whether a word is of an address: https://example.com/not-found. */
static gboolean
is_of_address (const CbQuery *query, const CbWord *word)
{
  gsize start = word->source_start;
  gsize length;

  while (start > 0 && !g_ascii_isspace (query->text[start - 1]) && query->text[start - 1] != '"')
    start--;
  length = strcspn (query->text + start, " \t\r\n\"");

  return g_strstr_len (query->text + start, (gssize)length, "://") != NULL;
}

static CbRole
role_of (const CbQuery *query, gsize i)
{
  const CbWord *word = &query->folded.words[i];
  const CbLetter *letters = query->folded.letters + word->start;

  if (is_of_member (query, word) || is_of_address (query, word))
    return CB_ROLE_NONE;
  if (is_inside (query->measures, word))
    return CB_ROLE_CONTENT;
  if (is_inside (query->codes, word))
    return CB_ROLE_CODE;
  if (word->glued && i > 0 && word->script == CB_SCRIPT_HANGUL
      && query->folded.words[i - 1].script != CB_SCRIPT_HANGUL
      && cb_suffix_is_particle (letters, word->n_letters))
    return CB_ROLE_NONE;
  if (query->without_context && cb_noise_contains_context (letters, word->n_letters))
    return CB_ROLE_NONE;
  if (cb_noise_contains (letters, word->n_letters))
    return query->without_context ? CB_ROLE_NONE : CB_ROLE_NOISE;

  return CB_ROLE_CONTENT;
}

/* Whether a content word before word @i is the same. */
static gboolean
is_repeated (const CbQuery *query, guint i)
{
  const CbWord *word = &query->words[i].word;

  for (guint k = 0; k < i; k++)
    {
      const CbWord *other = &query->words[k].word;

      if (query->words[k].role == CB_ROLE_CONTENT && other->n_letters == word->n_letters
          && memcmp (query->folded.letters + other->start, query->folded.letters + word->start,
                     word->n_letters)
                 == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_words (CbQuery *query)
{
  /* The marks of "message": "Not Found" and of "/index.html" are not those of a phrase. */
  const gboolean pasted
      = strstr (query->text, "\":") != NULL || strstr (query->text, "\"/") != NULL;
  gsize name_start = 0;
  gsize name_end = 0;

  cb_expression_find_name (query->text, query->length, &name_start, &name_end);
  for (gsize i = 0; i < query->folded.n_words && query->n_words < CB_QUERY_MAX_WORDS; i++)
    {
      CbQueryWord *word = &query->words[query->n_words++];

      word->word = query->folded.words[i];
      word->role = role_of (query, i);
      word->phrase = pasted ? 0 : phrase_at (query, word->word.source_start);
      word->jamo = is_jamo (query, &word->word);
      word->elsewhere = is_inside (query->measures, &word->word);
      word->constant = word->word.source_start >= name_start && word->word.source_end <= name_end;
      /* Said twice it says no more. */
      if (word->role == CB_ROLE_CONTENT && word->phrase == 0
          && is_repeated (query, query->n_words - 1))
        word->role = CB_ROLE_NOISE;
      query->n_content += word->role == CB_ROLE_CONTENT;
    }

  /* A query of noise alone means what it says. */
  if (query->n_content > 0 || query->codes->len > 0)
    return;
  for (guint i = 0; i < query->n_words; i++)
    if (query->words[i].role == CB_ROLE_NOISE)
      {
        query->words[i].role = CB_ROLE_CONTENT;
        query->n_content++;
      }
}

/* A pasted line is about its status alone, and one or two digits are the beginning of a code only
 * where there is nothing else to look for. */
static void
settle_codes (CbQuery *query)
{
  gboolean pasted = FALSE;
  gboolean other = FALSE;

  for (guint i = 0; i < query->codes->len; i++)
    {
      const CbCode *code = &g_array_index (query->codes, CbCode, i);

      pasted = pasted || (code->kind == CB_CODE_PASTED && query->folded.n_words > 4);
      other = other || code->kind != CB_CODE_PREFIX;
    }
  for (gsize i = 0; i < query->folded.n_words && !other; i++)
    {
      CbRole role = role_of (query, i);

      other = role == CB_ROLE_CONTENT;
    }

  for (guint i = query->codes->len; i-- > 0;)
    {
      CbCodeKind kind = g_array_index (query->codes, CbCode, i).kind;

      if ((pasted && kind != CB_CODE_PASTED) || (kind == CB_CODE_PREFIX && (other || i > 0)))
        g_array_remove_index (query->codes, i);
    }
  if (pasted)
    query->folded.n_words = 0;
}

static gsize
cut_length (const char *text)
{
  gsize length = strnlen (text, CB_QUERY_MAX_BYTES + 1);

  if (length <= CB_QUERY_MAX_BYTES)
    return length;

  for (length = CB_QUERY_MAX_BYTES; length > CB_QUERY_MAX_BYTES - 4; length--)
    if (((guchar)text[length] & 0xc0) != 0x80)
      break;

  return length;
}

/* The text as it is looked at: cut, and in NFC if it is UTF-8. */
static char *
composed (const char *text)
{
  g_autofree char *cut = g_strndup (text, cut_length (text));
  char *normalized = g_utf8_normalize (cut, -1, G_NORMALIZE_NFC);

  return normalized != NULL ? normalized : g_steal_pointer (&cut);
}

static CbQuery *
parse (const char *text, gboolean without_context)
{
  CbQuery *query = g_new0 (CbQuery, 1);
  char last;

  g_atomic_ref_count_init (&query->ref_count);
  query->text = composed (text != NULL ? text : "");
  query->length = strlen (query->text);
  query->codes = g_array_new (FALSE, FALSE, sizeof (CbCode));
  query->measures = g_array_new (FALSE, FALSE, sizeof (CbCode));
  query->without_context = without_context;

  cb_folded_init (&query->folded);
  cb_folded_set (&query->folded, query->text, query->length);
  cb_number_scan (query->text, query->length, query->codes);
  cb_number_scan_spoken (&query->folded, query->codes);
  cb_number_take_measures (query->text, query->length, query->codes, query->measures);
  settle_codes (query);
  add_words (query);

  last = query->length > 0 ? query->text[query->length - 1] : ' ';
  query->open = !g_ascii_isspace (last) && last != '"';

  return query;
}

/**
 * cb_query_parse:
 * @text: (nullable): what was typed, any bytes
 *
 * Takes @text apart. Never fails; what cannot be read separates words.
 *
 * Returns: (transfer full): a query
 */
CbQuery *
cb_query_parse (const char *text)
{
  return parse (text, FALSE);
}

/**
 * cb_query_leave_context_out:
 * @self: a query
 *
 * With what something happens says little about what happens: docker is unauthorized.
 *
 * Returns: (transfer full) (nullable): @self without such words and without noise, %NULL if it has
 * none or nothing else
 */
CbQuery *
cb_query_leave_context_out (const CbQuery *self)
{
  guint n_context = 0;

  for (guint i = 0; i < self->n_words; i++)
    n_context += self->words[i].role == CB_ROLE_CONTENT
                 && cb_noise_contains_context (self->folded.letters + self->words[i].word.start,
                                               self->words[i].word.n_letters);

  return n_context > 0 && n_context < self->n_content ? parse (self->text, TRUE) : NULL;
}

/**
 * cb_query_ref:
 * @query: a query
 *
 * Returns: (transfer full): @query
 */
CbQuery *
cb_query_ref (CbQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  g_atomic_ref_count_inc (&query->ref_count);

  return query;
}

/**
 * cb_query_unref:
 * @query: (transfer full): a query
 *
 * Gives up a reference.
 */
void
cb_query_unref (CbQuery *query)
{
  g_return_if_fail (query != NULL);

  if (!g_atomic_ref_count_dec (&query->ref_count))
    return;

  cb_folded_clear (&query->folded);
  g_array_unref (query->codes);
  g_array_unref (query->measures);
  g_free (query->text);
  g_free (query);
}

/**
 * cb_query_is_empty:
 * @query: (nullable): a query
 *
 * Returns: whether there is nothing in it to search for, so that everything is to be shown
 */
gboolean
cb_query_is_empty (const CbQuery *query)
{
  if (query == NULL)
    return TRUE;
  /* Signs alone are a query that nothing answers. */
  for (gsize i = 0; i < query->length; i++)
    if (!g_ascii_isspace (query->text[i]))
      return FALSE;

  return TRUE;
}
