/* cb-phrases.c: what is added to a status code in a log */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-item.h"
#include "cb-phrases.h"

#define N_NUMBERS 1000

/* What may stand between a code and its phrase, and how much of it. */
#define BETWEEN " :("
#define MOST_BETWEEN 2

#define ALL ((1u << CB_N_LANGUAGES) - 1)
#define NORMAL "\033[0m"

struct _CbPhrases
{
  CbCatalog *catalog; /* owned */
  CbLanguages languages;
  gboolean color;

  /* Made when they are first needed: for each set of languages, as bits, its text. */
  char *texts[N_NUMBERS][ALL + 1];
};

static const char *
get_color (guint number)
{
  static const char *const colors[] = {
    [1] = "\033[36m", [2] = "\033[32m", [3] = "\033[36m", [4] = "\033[33m", [5] = "\033[31m",
  };
  guint class = number / 100;

  return class < G_N_ELEMENTS (colors) && colors[class] != NULL ? colors[class] : "\033[35m";
}

/* Warn-codes of the catalog are no status codes. */
static CbEntry *
lookup (CbPhrases *self,
        guint      number)
{
  CbEntry *entry = cb_catalog_lookup_number (self->catalog, (int) number);

  return entry != NULL && cb_entry_get_state (entry) != CB_STATE_NOT_A_STATUS ? entry : NULL;
}

/* What everybody calls a code for which the registry has no phrase but "(Unused)": "I'm a teapot". Such names are
 * English; %NULL for other codes. */
static const char *
get_name (CbEntry *entry)
{
  gsize n_names;
  const CbItem *names = cb_entry_get_items (entry, CB_PART_OTHER_NAME, &n_names);

  return cb_entry_get_state (entry) == CB_STATE_UNUSED && n_names > 0 ? names[0].code : NULL;
}

/* The registry's own "(Unused)" needs no second pair of parentheses. */
static const char *
get_title (CbEntry    *entry,
           CbLanguage  language,
           gsize      *length)
{
  const char *title = cb_entry_get_title (entry)->in[language];

  *length = strlen (title);
  if (*length > 2 && title[0] == '(' && title[*length - 1] == ')')
    {
      *length -= 2;
      title++;
    }

  return title;
}

/* Whether the words are there already, as in "404 Not Found". */
static gboolean
is_there (const char *words,
          gsize       words_length,
          const char *after,
          gsize       length)
{
  for (guint i = 0; i < MOST_BETWEEN && length > 0 && *after != '\0' && strchr (BETWEEN, *after) != NULL; i++)
    {
      after++;
      length--;
    }

  return length >= words_length && g_ascii_strncasecmp (after, words, words_length) == 0 &&
         (length == words_length || !g_ascii_isalnum (after[words_length]));
}

static char *
make_text (CbPhrases *self,
           guint      number,
           guint      shown)
{
  const CbLanguage order[] = { self->languages.first, cb_language_other (self->languages.first) };
  g_autoptr (GString) text = g_string_new (" ");
  guint n_shown = 0;

  if (self->color)
    g_string_append (text, get_color (number));
  g_string_append_c (text, '(');

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      CbEntry *entry = lookup (self, number);
      const char *title, *name;
      gsize length;

      if ((shown & 1u << order[i]) == 0)
        continue;

      if (n_shown++ > 0)
        g_string_append (text, " / ");
      title = get_title (entry, order[i], &length);
      g_string_append_len (text, title, (gssize) length);
      name = order[i] == CB_LANGUAGE_EN ? get_name (entry) : NULL;
      if (name != NULL)
        g_string_append_printf (text, ": %s", name);
    }

  g_string_append_c (text, ')');
  if (self->color)
    g_string_append (text, NORMAL);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cb_phrases_new:
 * @catalog: the catalog
 * @languages: the languages of the phrases
 * @color: whether what is added has the colour of its class
 *
 * Returns: (transfer full): the phrases of all status codes
 */
CbPhrases *
cb_phrases_new (CbCatalog         *catalog,
                const CbLanguages *languages,
                gboolean           color)
{
  CbPhrases *self = g_new0 (CbPhrases, 1);

  self->catalog = g_object_ref (catalog);
  self->languages = *languages;
  self->color = color;

  return self;
}

/**
 * cb_phrases_free:
 * @self: phrases
 */
void
cb_phrases_free (CbPhrases *self)
{
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      for (guint shown = 0; shown <= ALL; shown++)
        g_free (self->texts[i][shown]);
    }

  g_object_unref (self->catalog);
  g_free (self);
}

/**
 * cb_phrases_get:
 * @self: phrases
 * @number: a status code
 * @after: what follows it in its line
 * @length: how many bytes that are
 *
 * Tells what to add behind the code. What stands there already is not said again.
 *
 * Returns: (transfer none) (nullable): " (Not Found)", or %NULL where there is nothing to add
 */
const char *
cb_phrases_get (CbPhrases  *self,
                guint       number,
                const char *after,
                gsize       length)
{
  CbEntry *entry = number < N_NUMBERS ? lookup (self, number) : NULL;
  guint shown = self->languages.both ? ALL : 1u << self->languages.first;
  const char *name;

  if (entry == NULL)
    return NULL;

  for (CbLanguage language = 0; language < CB_N_LANGUAGES; language++)
    {
      gsize title_length;
      const char *title = get_title (entry, language, &title_length);

      if (is_there (title, title_length, after, length))
        shown &= ~(1u << language);
    }

  name = get_name (entry);
  if (name != NULL && is_there (name, strlen (name), after, length))
    shown &= ~(1u << CB_LANGUAGE_EN);

  if (shown == 0)
    return NULL;

  if (self->texts[number][shown] == NULL)
    self->texts[number][shown] = make_text (self, number, shown);
  return self->texts[number][shown];
}
