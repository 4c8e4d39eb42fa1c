/* cb-draw.h: what widgets that draw themselves are made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cb_draw_layout (GtkSnapshot    *snapshot,
                     PangoLayout    *layout,
                     double          x,
                     double          y,
                     const GdkRGBA  *color);
void cb_draw_symbol (GtkSnapshot    *snapshot,
                     const char     *name,
                     int             size,
                     double          x,
                     double          y,
                     const GdkRGBA  *color);
void cb_draw_path   (GtkSnapshot    *snapshot,
                     GskPathBuilder *builder,
                     double          line_width,
                     gboolean        dashed,
                     const GdkRGBA  *color);
void cb_draw_arrow  (GtkSnapshot    *snapshot,
                     double          x1,
                     double          x2,
                     double          y,
                     double          head,
                     gboolean        lost,
                     const GdkRGBA  *color);

G_END_DECLS
