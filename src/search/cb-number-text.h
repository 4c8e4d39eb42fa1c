/* cb-number-text.h: a text while numbers are looked for in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-number.h"

G_BEGIN_DECLS

#define CB_NUMBER_KOREAN 1
#define CB_NUMBER_OTHER 2

/**
 * CbNumberText:
 * @characters: the text as ASCII, each character one byte: full-width forms narrowed, capitals
 * small, %CB_NUMBER_KOREAN for Hangul and %CB_NUMBER_OTHER for anything else; a 0 at the end
 * @sources: where each character begins, and where the last one ends
 * @n: how many
 * @text: (transfer none): the text itself
 *
 * A text in which each character is in one place.
 */
typedef struct
{
  char *characters;
  guint *sources;
  gsize n;
  const char *text;
} CbNumberText;

void     cb_number_text_init        (CbNumberText       *self,
                                     const char         *text,
                                     gsize               length);
void     cb_number_text_clear       (CbNumberText       *self);
gsize    cb_number_text_skip_spaces (const CbNumberText *self,
                                     gsize               i);
gboolean cb_number_text_has         (const CbNumberText *self,
                                     gsize               i,
                                     const char         *prefix);
gboolean cb_number_text_has_korean  (const CbNumberText *self,
                                     gsize               i,
                                     const char         *prefix);

gsize    cb_number_measure_end       (const CbNumberText *self,
                                     gsize               end);
gboolean cb_number_is_other         (const CbNumberText *self,
                                     gsize               start,
                                     gsize               end);
gboolean cb_number_is_pasted        (const CbNumberText *self,
                                     gsize               start);

G_END_DECLS
