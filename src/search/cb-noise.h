/* cb-noise.h: words that say nothing about which entry is meant */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hangul.h"

G_BEGIN_DECLS

gboolean cb_noise_contains      (const CbLetter *letters,
                                 gsize           n_letters);
gboolean cb_noise_contains_context (const CbLetter *letters,
                                 gsize           n_letters);

G_END_DECLS
