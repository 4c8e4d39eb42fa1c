/* cb-text.c: a text in both languages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-text.h"

static const char *const codes[CB_N_LANGUAGES] = {
  [CB_LANGUAGE_EN] = "en",
  [CB_LANGUAGE_KO] = "ko",
};

/**
 * cb_language_other:
 * @language: a language
 *
 * Returns: the other one
 */
CbLanguage
cb_language_other (CbLanguage language)
{
  return language == CB_LANGUAGE_KO ? CB_LANGUAGE_EN : CB_LANGUAGE_KO;
}

/**
 * cb_language_get_code:
 * @language: a language
 *
 * Returns: (transfer none): its ISO 639-1 code
 */
const char *
cb_language_get_code (CbLanguage language)
{
  g_return_val_if_fail ((guint) language < CB_N_LANGUAGES, NULL);

  return codes[language];
}

/**
 * cb_language_from_code:
 * @code: (nullable): an ISO 639-1 code
 * @language: (out): the language of that code, untouched where there is none
 *
 * Returns: whether the catalog has the language
 */
gboolean
cb_language_from_code (const char *code,
                       CbLanguage *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    {
      if (g_strcmp0 (code, codes[i]) == 0)
        {
          *language = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * cb_language_from_locale:
 *
 * Finds the reader's language: the first of the locale's languages (`LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`) that
 * the catalog has.
 *
 * Returns: the language, English where the catalog has none of them
 */
CbLanguage
cb_language_from_locale (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  for (guint i = 0; names[i] != NULL; i++)
    {
      CbLanguage language;

      if (cb_language_from_code (names[i], &language))
        return language;
    }

  return CB_LANGUAGE_EN;
}
