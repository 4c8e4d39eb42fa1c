/* cb-monkey.h: one that presses, clicks and switches at random, always the same for the same seed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-hand.h"
#include "cb-window.h"

G_BEGIN_DECLS

typedef struct
{
  /* owned */
  GRand *random;
  CbHand *hand;

  /* owned: the widgets that were seen, each for as long as it lives */
  GHashTable *widgets;

  /* borrowed */
  GtkApplication *application;
  GSettings *settings;

  /* What the last step was, to be told when something breaks. */
  char step[256];
} CbMonkey;

CbWindow *cb_monkey_get_window (CbMonkey *self);
void      cb_monkey_rest       (CbMonkey *self,
                                guint     milliseconds);
void      cb_monkey_watch      (CbMonkey *self);
void      cb_monkey_step       (CbMonkey *self);
void      cb_monkey_check      (CbMonkey *self);
void      cb_monkey_check_left (CbMonkey *self);

G_END_DECLS
