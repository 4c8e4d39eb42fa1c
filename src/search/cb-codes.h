/* cb-codes.h: the entries of an index by their status codes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-index-image.h"

G_BEGIN_DECLS

#define CB_CODES_N_NUMBERS 1000
#define CB_CODES_N_CLASSES 10

/**
 * CbCodes:
 *
 * For each status code, and for each class, the entries that it names.
 */
typedef struct
{
  /*< private >*/
  guint32 *documents;
  guint32 starts[CB_CODES_N_NUMBERS + CB_CODES_N_CLASSES + 1];
} CbCodes;

void           cb_codes_init         (CbCodes          *self,
                                      const CbDocument *documents,
                                      guint             n_documents);
void           cb_codes_clear        (CbCodes          *self);
const guint32 *cb_codes_get_numbered (const CbCodes    *self,
                                      guint             number,
                                      guint            *n);
const guint32 *cb_codes_get_class    (const CbCodes    *self,
                                      guint             digit,
                                      guint            *n);

G_END_DECLS
