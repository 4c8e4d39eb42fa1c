/* cb-inline.h: the marks within a text: `code`, [[id]] and [[id|words]] */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"

G_BEGIN_DECLS

/**
 * CbSpanKind:
 *
 * What a stretch of a text is.
 */
typedef enum
{
  CB_SPAN_TEXT,
  CB_SPAN_CODE,
  CB_SPAN_LINK,
} CbSpanKind;

/**
 * CbSpan:
 * @kind: what it is
 * @text: (not nullable): what is shown
 * @target: (nullable): the id that a link leads to
 */
typedef struct
{
  CbSpanKind kind;
  char *text;
  char *target;
} CbSpan;

GPtrArray *cb_inline_parse     (const char *text,
                                CbCatalog  *catalog,
                                CbLanguage  language);
gboolean   cb_inline_validate  (const char *text,
                                GFunc       link_func,
                                gpointer    user_data,
                                char      **message);
char      *cb_inline_to_plain  (const char *text,
                                CbCatalog  *catalog,
                                CbLanguage  language);

G_END_DECLS
