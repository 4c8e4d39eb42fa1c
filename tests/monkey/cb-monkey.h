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

/* One of an array. */
#define CB_MONKEY_PICK(self, array)                                                                \
  ((array)[g_rand_int_range ((self)->random, 0, G_N_ELEMENTS (array))])

CbWindow *cb_monkey_get_window   (CbMonkey   *self);
void      cb_monkey_note         (CbMonkey   *self,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (2, 3);
void      cb_monkey_rest         (CbMonkey   *self,
                                  guint       milliseconds);
void      cb_monkey_watch        (CbMonkey   *self);
void      cb_monkey_step         (CbMonkey   *self);
void      cb_monkey_click        (CbMonkey   *self);
void      cb_monkey_click_target (CbMonkey   *self);
void      cb_monkey_drag         (CbMonkey   *self);
void      cb_monkey_check        (CbMonkey   *self);
void      cb_monkey_check_left   (CbMonkey   *self);

G_END_DECLS
