/* cb-locale.h: the language of the interface, changed while the program runs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cb_locale_init  (void);
void cb_locale_apply (const char *language);

G_END_DECLS
