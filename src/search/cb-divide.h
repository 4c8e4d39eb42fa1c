/* cb-divide.h: a text as stretches of bytes that nothing in ASCII separates */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room for the edges of so many bytes: something is between any two stretches. */
#define CB_DIVIDE_MAX_EDGES(length) ((length) + 2)

gsize cb_divide (const char *text,
                 gsize       length,
                 guint32    *edges);

G_END_DECLS
