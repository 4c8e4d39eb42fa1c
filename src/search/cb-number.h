/* cb-number.h: status codes in what somebody typed: digits, patterns and spoken numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-fold.h"

G_BEGIN_DECLS

#define CB_CODE_DIGITS 3
#define CB_CODE_ANY_DIGIT 0x3ff

/**
 * CbCodeKind:
 * @CB_CODE_NUMBER: one code
 * @CB_CODE_CLASS: all codes of a class: 4xx, 300번대
 * @CB_CODE_PATTERN: some codes: 41x, 50[234]
 * @CB_CODE_PREFIX: one or two digits, a code half typed
 * @CB_CODE_SPOKEN: one code, in words: 사백사, four oh four
 * @CB_CODE_PASTED: the status in a line of a log or in a header block; nothing else in the text
 * counts beside it
 */
typedef enum
{
  CB_CODE_NUMBER,
  CB_CODE_CLASS,
  CB_CODE_PATTERN,
  CB_CODE_PREFIX,
  CB_CODE_SPOKEN,
  CB_CODE_PASTED,
  CB_CODE_MEASURE,
} CbCodeKind;

/**
 * CbCode:
 * @kind: what kind it is
 * @digits: for each digit, from the first, the set of those that fit, digit 0 the lowest bit
 * @start: its first byte in the text
 * @end: the byte after its last
 *
 * One or several status codes that a text names.
 */
typedef struct
{
  CbCodeKind kind;
  guint16 digits[CB_CODE_DIGITS];
  gsize start;
  gsize end;
} CbCode;

void     cb_number_scan        (const char     *text,
                                gsize           length,
                                GArray         *codes);
void     cb_number_scan_spoken (const CbFolded *folded,
                                GArray         *codes);
void     cb_number_take_measures (const char   *text,
                                gsize           length,
                                GArray         *codes,
                                GArray         *measures);
gboolean cb_code_matches       (const CbCode   *code,
                                int             number);

G_END_DECLS
