/* ui-test.h: what the tests of the window share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-window.h"

G_BEGIN_DECLS

/* Runs the main loop until CONDITION holds, and fails the test if it does not within ten seconds. */
#define wait_until(condition)                                       \
  G_STMT_START                                                      \
  {                                                                 \
    gint64 deadline_ = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while (!(condition))                                            \
      {                                                             \
        g_assert_cmpint (g_get_monotonic_time (), <, deadline_);    \
        g_main_context_iteration (NULL, FALSE);                     \
      }                                                             \
  }                                                                 \
  G_STMT_END

typedef void (*UiVisit) (GtkWidget *widget,
                         gpointer   user_data);

void       ui_test_init       (int       *argc,
                               char    ***argv);
CbCatalog *ui_test_catalog    (void);
CbEntry   *ui_test_entry      (const char *id);
CbLibrary *ui_test_library    (void);
GSettings *ui_test_settings   (void);
CbWindow  *ui_test_window     (CbLibrary  *library);
void       ui_test_close      (CbWindow   *window);
void       ui_test_settle     (void);
void       ui_test_visit      (GtkWidget  *widget,
                               UiVisit     visit,
                               gpointer    user_data);
GtkWidget *ui_test_find       (GtkWidget  *widget,
                               GType       type,
                               const char *text);
GtkWidget *ui_test_find_row   (GtkWidget  *widget,
                               CbEntry    *entry);

G_END_DECLS
