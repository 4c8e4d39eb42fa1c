/* cb-card.h: a group of entries on the start page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-canvas.h"
#include "cb-catalog.h"

G_BEGIN_DECLS

#define CB_TYPE_CARD (cb_card_get_type ())

G_DECLARE_FINAL_TYPE (CbCard, cb_card, CB, CARD, CbCanvas)

GtkWidget *cb_card_new             (CbGroup    *group,
                                    CbLanguage  first) G_GNUC_WARN_UNUSED_RESULT;
char      *cb_card_dup_description (CbCard     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
