/* cb-find.h: letters within letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hangul.h"

G_BEGIN_DECLS

const CbLetter *cb_letters_find (const CbLetter *haystack,
                                 gsize           n_haystack,
                                 const CbLetter *needle,
                                 gsize           n_needle);

G_END_DECLS
