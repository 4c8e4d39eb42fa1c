/* cb-row-context.h: what all rows of a sidebar share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "cb-library.h"

G_BEGIN_DECLS

#define CB_TYPE_ROW_CONTEXT (cb_row_context_get_type ())

G_DECLARE_FINAL_TYPE (CbRowContext, cb_row_context, CB, ROW_CONTEXT, GObject)

/**
 * CbRowMetrics:
 * @line: the height of a line that may hold Hangul
 * @baseline: how far below its top a line's baseline is
 * @em: the width of a Hangul syllable
 * @digit: the width of a digit
 * @ascii: the width of each character of ASCII that can be seen, in Pango units
 *
 * Sizes of the font, in pixels unless told otherwise. Rows are laid out with them, so that only rows that are seen need to be shaped.
 */
typedef struct
{
  int line;
  int baseline;
  int em;
  int digit;
  int ascii[128];
} CbRowMetrics;

/**
 * CbRowExtent:
 * @width: how wide the text is on one line, in pixels; 0 where it was not measured
 * @wrapped_width: the width that it was wrapped to last, in pixels
 * @n_lines: how many lines that took; 0 where it was not wrapped yet
 *
 * What is known of the size of a text.
 */
typedef struct
{
  int width;
  int wrapped_width;
  int n_lines;
} CbRowExtent;

CbRowContext       *cb_row_context_new           (CbLibrary     *library) G_GNUC_WARN_UNUSED_RESULT;
CbLibrary          *cb_row_context_get_library   (CbRowContext  *self);
CbLanguage          cb_row_context_get_first     (CbRowContext  *self);
const CbQuery      *cb_row_context_get_query     (CbRowContext  *self);
void                cb_row_context_set_query     (CbRowContext  *self,
                                                  CbQuery       *query);
const CbRowMetrics *cb_row_context_get_metrics   (CbRowContext  *self,
                                                  GtkWidget     *widget);
CbRowExtent        *cb_row_context_get_extent    (CbRowContext  *self,
                                                  const char    *text);
void                cb_row_context_reset_metrics (CbRowContext  *self);

G_END_DECLS
