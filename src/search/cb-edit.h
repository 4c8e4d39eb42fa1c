/* cb-edit.h: how far two words are from each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hangul.h"

G_BEGIN_DECLS

#define CB_EDIT_MAX_LETTERS 48
#define CB_EDIT_MAX_DISTANCE 2

guint cb_edit_allowance (const CbLetter *letters,
                         gsize           n_letters);
guint cb_edit_distance  (const CbLetter *a,
                         gsize           n_a,
                         const CbLetter *b,
                         gsize           n_b,
                         guint           max);
gboolean cb_edit_is_slight (const CbLetter *a,
                            gsize           n_a,
                            const CbLetter *b,
                            gsize           n_b);

G_END_DECLS
