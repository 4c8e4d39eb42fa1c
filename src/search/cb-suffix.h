/* cb-suffix.h: what Korean grammar adds to words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hangul.h"

G_BEGIN_DECLS

/**
 * CbSuffixKind:
 * @CB_SUFFIX_PARTICLE: after a noun
 * @CB_SUFFIX_ENDING: after the stem of a verb or an adjective
 * @CB_SUFFIX_VERB: 하다, 되다 and the like, which make a verb of a noun
 *
 * What a suffix follows.
 */
typedef enum
{
  CB_SUFFIX_PARTICLE,
  CB_SUFFIX_ENDING,
  CB_SUFFIX_VERB,
} CbSuffixKind;

#define CB_SUFFIX_BIT(kind) (1u << (kind))

gsize    cb_suffix_strip       (const CbLetter *letters,
                                gsize           n_letters,
                                guint           kinds,
                                CbSuffixKind   *kind);
gboolean cb_suffix_is_particle (const CbLetter *letters,
                                gsize           n_letters);

G_END_DECLS
