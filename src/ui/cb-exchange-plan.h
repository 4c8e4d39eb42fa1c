/* cb-exchange-plan.h: the texts of a drawn exchange, and where everything goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "cb-catalog.h"

G_BEGIN_DECLS

#define CB_EXCHANGE_PAD 12
#define CB_EXCHANGE_NAME_PAD 8
#define CB_EXCHANGE_STEP_GAP 14
#define CB_EXCHANGE_TEXT_GAP 4
#define CB_EXCHANGE_ARROW 8

/**
 * CbStep:
 * @item: the message or remark
 * @from: the participant that sends it
 * @to: who it is sent to; the same as @from for a remark
 * @layout: its words
 * @x: the left edge of its words
 * @y: their top
 * @width: how wide they may be
 * @text_height: how high they are
 * @height: how high the step is, with its arrow
 *
 * A step of an exchange.
 */
typedef struct
{
  const CbItem *item;
  guint from;
  guint to;
  PangoLayout *layout;
  double x;
  double y;
  int width;
  int text_height;
  int height;
} CbStep;

/**
 * CbExchangePlan:
 * @names: the names of the participants, as layouts
 * @steps: the steps, in the order of time
 * @caption: what the figure shows
 * @width: the width of the whole
 * @names_height: the height of the boxes around the names
 * @end: where the lines of life end
 * @height: the height of the whole
 *
 * A drawn exchange. All lengths are in pixels.
 */
typedef struct
{
  GPtrArray *names;
  GArray *steps;
  PangoLayout *caption;
  int width;
  int names_height;
  int end;
  int height;
} CbExchangePlan;

CbExchangePlan *cb_exchange_plan_new        (GtkWidget            *widget,
                                             CbCatalog            *catalog,
                                             const CbItem         *figure,
                                             CbLanguage            first,
                                             gboolean              both) G_GNUC_WARN_UNUSED_RESULT;
void            cb_exchange_plan_free       (CbExchangePlan       *plan);
void            cb_exchange_plan_lay_out    (CbExchangePlan       *plan,
                                             int                   width);
double          cb_exchange_plan_get_column (const CbExchangePlan *plan);
double          cb_exchange_plan_get_center (const CbExchangePlan *plan,
                                             guint                 participant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbExchangePlan, cb_exchange_plan_free)

G_END_DECLS
