/* cb-exchange.h: who sends what to whom, drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-canvas.h"
#include "cb-catalog.h"

G_BEGIN_DECLS

#define CB_TYPE_EXCHANGE (cb_exchange_get_type ())

G_DECLARE_FINAL_TYPE (CbExchange, cb_exchange, CB, EXCHANGE, CbCanvas)

GtkWidget *cb_exchange_new (CbCatalog    *catalog,
                            const CbItem *figure,
                            CbLanguage    first,
                            gboolean      both) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
