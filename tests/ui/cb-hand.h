/* cb-hand.h: presses keys and moves the mouse, as the X server would for a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CbHand CbHand;

CbHand *cb_hand_new  (void);
void    cb_hand_free (CbHand     *self);
void    cb_hand_do   (CbHand     *self,
                      const char *format,
                      ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbHand, cb_hand_free)

G_END_DECLS
