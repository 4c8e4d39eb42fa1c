/* cb-other-names.h: what a name is typed as */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-fold.h"

G_BEGIN_DECLS

/**
 * CbOtherNames:
 *
 * The spellings that may stand for each other in a name.
 */
typedef struct
{
  GPtrArray *terms;    /* (unowned): groups of spellings */
  GHashTable *groups;  /* of each spelling, letter by letter, its group */
} CbOtherNames;

void     cb_other_names_init  (CbOtherNames *self,
                               GPtrArray    *terms);
void     cb_other_names_clear (CbOtherNames *self);
GPtrArray *cb_other_names_list_spellings (CbOtherNames *self,
                                          const char   *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cb_name_leave_noise_out       (const CbFolded *name,
                                          gboolean        noise,
                                          CbFolded       *rest);
GPtrArray *cb_name_list_sentences        (const char   *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CbOtherNames, cb_other_names_clear)

G_END_DECLS
