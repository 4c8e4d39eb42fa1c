/* cb-row-layout.h: the texts of a row, and where they go */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-row-context.h"

G_BEGIN_DECLS

#define CB_ROW_GAP 12
#define CB_ROW_SMALL_GAP 6
#define CB_ROW_SYMBOL 16
#define CB_ROW_SMALL_SYMBOL 12

/**
 * CbRowText:
 * @CB_ROW_NUMBER: a status code or class, in front of the lines
 * @CB_ROW_TITLE: the first line
 * @CB_ROW_SUBTITLE: the second line
 * @CB_ROW_STATE: how the entry stands; at the end of the second line, or below it
 * @CB_ROW_REASON: why the entry was found; at the end of the first line
 */
typedef enum
{
  CB_ROW_NUMBER,
  CB_ROW_TITLE,
  CB_ROW_SUBTITLE,
  CB_ROW_STATE,
  CB_ROW_REASON,
  CB_ROW_N_TEXTS,
} CbRowText;

/**
 * CbRowLayout:
 * @texts: (nullable): the texts; the catalog's, or static
 * @layouts: (nullable): those that are shaped
 *
 * The texts of a row. A struct of zeros is one of a row without any.
 */
typedef struct
{
  const char *texts[CB_ROW_N_TEXTS];
  PangoLayout *layouts[CB_ROW_N_TEXTS];
} CbRowLayout;

/**
 * CbRowPlan:
 * @column: the width of the column of numbers and symbols
 * @text_x: where the lines begin
 * @title_width: how wide the first line may be
 * @subtitle_width: how wide the second line may be
 * @title_lines: how many lines the first one wraps into
 * @subtitle_lines: how many lines the second one wraps into
 * @state_below: whether the state has a line of its own
 *
 * Where everything goes in a row of a width, in pixels; the same for measuring and for drawing.
 */
typedef struct
{
  int column;
  int text_x;
  int title_width;
  int subtitle_width;
  int title_lines;
  int subtitle_lines;
  gboolean state_below;
} CbRowPlan;

void         cb_row_layout_set_text (CbRowLayout  *self,
                                     CbRowText     which,
                                     const char   *text);
void         cb_row_layout_forget   (CbRowLayout  *self);
PangoLayout *cb_row_layout_shape    (CbRowLayout  *self,
                                     CbRowText     which,
                                     GtkWidget    *widget,
                                     CbRowContext *context);
CbRowPlan    cb_row_layout_plan     (CbRowLayout  *self,
                                     int           width,
                                     GtkWidget    *widget,
                                     CbRowContext *context);
int          cb_row_plan_get_lines  (const CbRowPlan *plan);

G_END_DECLS
