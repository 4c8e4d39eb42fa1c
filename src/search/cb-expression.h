/* cb-expression.h: what an expression of a programming language names */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cb_expression_find_name (const char *text,
                                  gsize       length,
                                  gsize      *start,
                                  gsize      *end);

G_END_DECLS
