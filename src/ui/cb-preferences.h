/* cb-preferences.h: the few things that a reader may decide */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-library.h"

G_BEGIN_DECLS

AdwDialog *cb_preferences_new (CbLibrary *library) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
