/* cb-stem.h: what of a word carries its meaning */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hangul.h"

G_BEGIN_DECLS

gsize cb_stem_length   (const CbLetter *letters,
                        gsize           n_letters);
gsize cb_particle_stem (const CbLetter *letters,
                        gsize           n_letters);

G_END_DECLS
