/* cb-actions.h: what a reader can do by key; the one table behind the key bindings and the shortcuts dialog */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CB_MAX_ACCELERATORS 4

/**
 * CbShortcut:
 * @section: (nullable): the untranslated heading that begins with this shortcut
 * @title: what it does, untranslated, with the context "shortcut"
 * @action: (nullable): the detailed name of the action, NULL where a widget has the keys by itself
 * @accelerators: the keys, the usual ones first
 */
typedef struct
{
  const char *section;
  const char *title;
  const char *action;
  const char *accelerators[CB_MAX_ACCELERATORS];
} CbShortcut;

const CbShortcut *cb_actions_get_shortcuts (gsize          *n_shortcuts);
void              cb_actions_bind          (GtkWidgetClass *widget_class);
void              cb_actions_bind_history  (GtkWidgetClass *widget_class);

G_END_DECLS
