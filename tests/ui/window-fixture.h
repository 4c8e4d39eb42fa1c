/* window-fixture.h: a window with the catalog for each test */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui-test.h"

G_BEGIN_DECLS

/**
 * WindowFixture:
 * @library: (transfer full): what the window shows
 * @window: the window, on the screen
 * @sidebar: its sidebar; see window_fixture_look_up_view()
 * @announced: what was announced, each in brackets
 *
 * A window for one test.
 */
typedef struct
{
  CbLibrary *library;
  CbWindow *window;
  CbSidebar *sidebar;
  GString *announced;
} WindowFixture;

typedef void (*WindowFixtureFunc) (WindowFixture *fixture,
                                   gconstpointer  data);

void        window_fixture_add            (const char        *path,
                                           WindowFixtureFunc  test);
void        window_fixture_look_up_view   (WindowFixture     *fixture);
void        window_fixture_act            (WindowFixture     *fixture,
                                           const char        *action);
void        window_fixture_press_enter    (WindowFixture     *fixture);
const char *window_fixture_get_stack_page (WindowFixture     *fixture);

G_END_DECLS
