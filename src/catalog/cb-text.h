/* cb-text.h: a text in both languages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CbLanguage:
 * @CB_LANGUAGE_EN: English
 * @CB_LANGUAGE_KO: Korean
 *
 * The languages of the catalog.
 */
typedef enum
{
  CB_LANGUAGE_EN,
  CB_LANGUAGE_KO,
} CbLanguage;

#define CB_N_LANGUAGES 2

/**
 * CbText:
 * @in: the text in each language, indexed by #CbLanguage
 *
 * A text in both languages. Both are NULL where there is no text; else both are UTF-8 in NFC, not empty, and owned by
 * the catalog that they come from. Text that is all code is the same pointer twice.
 */
typedef struct
{
  const char *in[CB_N_LANGUAGES];
} CbText;

static inline gboolean
cb_text_is_empty (const CbText *text)
{
  return text->in[CB_LANGUAGE_EN] == NULL;
}

CbLanguage  cb_language_other       (CbLanguage  language);
const char *cb_language_get_code    (CbLanguage  language);
gboolean    cb_language_from_code   (const char *code,
                                     CbLanguage *language);
CbLanguage  cb_language_from_locale (void);

G_END_DECLS
