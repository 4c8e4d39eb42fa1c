/* cb-keyboard.h: text typed with the keyboard in the other language's layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-hangul.h"

G_BEGIN_DECLS

CbLetter cb_keyboard_key_to_letter (char            key);
char     cb_keyboard_letter_to_key (CbLetter        letter);
gboolean cb_keyboard_is_syllables  (const CbLetter *letters,
                                    gsize           n_letters,
                                    gboolean        unfinished);
char    *cb_letters_to_text         (const CbLetter *letters,
                                    gsize           n_letters) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
