/* cb-window-input.h: keys and mouse buttons that belong to the window as a whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-window.h"

G_BEGIN_DECLS

void cb_window_input_attach (CbWindow *window);

G_END_DECLS
