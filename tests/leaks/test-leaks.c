/* test-leaks.c: tests that memory stays flat, whatever is done over and over */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <malloc.h>

#include "cb-locale.h"
#include "ui-test.h"

typedef void (*Doing) (CbWindow *window, guint i);

/* What the program has asked for and not given back, in bytes. */
static gsize
get_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static void
drain (void)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_main_context_pending (NULL) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
}

/* Does it until what is kept from the first times is there, then so often again. Returns by how
 * many bytes memory grew each time. */
static double
measure (const char *name, Doing doing, CbWindow *window, guint n_warm, guint n)
{
  gsize before, after;
  double growth;

  for (guint i = 0; i < n_warm; i++)
    doing (window, i);
  ui_test_settle ();
  before = get_in_use ();
  for (guint i = 0; i < n; i++)
    doing (window, i);
  ui_test_settle ();
  after = get_in_use ();
  growth = ((double)after - (double)before) / n;
  g_test_message ("%s: %u times, %.1f KiB before, %.1f KiB after, %.0f bytes each time", name, n,
                  (double)before / 1024, (double)after / 1024, growth);

  return growth;
}

/* A cache may have grown while it was measured. It does not do so again and again, as what leaks
 * does. */
#define N_TRIES 3

/* What the toolkit keeps when something is done without anything of ours: the middle of three
 * figures, for a cache may have grown or shrunk meanwhile. */
static double
measure_base (const char *name, Doing doing, CbWindow *window)
{
  double a = measure (name, doing, window, 10, 40);
  double b = measure (name, doing, window, 0, 40);
  double c = measure (name, doing, window, 0, 40);

  return MAX (MIN (a, b), MIN (MAX (a, b), c));
}

/* @base: what doing it without anything of ours takes. */
static void
assert_flat (const char *name,
             Doing doing,
             CbWindow *window,
             guint n_warm,
             guint n,
             double base,
             double bound)
{
  double growth = measure (name, doing, window, n_warm, n) - base;

  for (guint i = 1; i < N_TRIES && growth >= bound; i++)
    growth = measure (name, doing, window, 0, n) - base;
  if (growth >= bound)
    g_test_fail_printf ("%s: %.0f bytes each time, and %.0f are too many", name, growth, bound);
}

/* GTK 4.18 keeps some 5 KiB of each menu with sections that is closed with its window: what a
 * window without anything of ours keeps, with a menu such as ours. */
static GtkWidget *
make_menu_button (const guint *n_items)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (; *n_items > 0; n_items++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint i = 0; i < *n_items; i++)
        g_menu_append (section, "_Item", "win.about");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));

  return button;
}

/* libadwaita 1.10 keeps each breakpoint of a bin that is gone: a bin with nothing of ours, and
 * breakpoints such as those of our view. */
static GtkWidget *
make_breakpoints (GtkWidget *child)
{
  static const char *const conditions[] = { "max-width: 740sp", "max-width: 250sp" };
  GtkWidget *bin = adw_breakpoint_bin_new ();

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      AdwBreakpoint *breakpoint
          = adw_breakpoint_new (adw_breakpoint_condition_parse (conditions[i]));

      adw_breakpoint_add_setters (breakpoint, G_OBJECT (child), "visible", TRUE, NULL);
      adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), breakpoint);
    }
  gtk_widget_set_size_request (bin, 360, 294);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), child);

  return bin;
}

static void
make_empty_view (CbWindow *window, guint i)
{
  g_object_unref (g_object_ref_sink (make_breakpoints (gtk_label_new (NULL))));
  drain ();
}

static void
open_empty_window (CbWindow *window, guint i)
{
  /* The items of each section of the ways to copy: the other menus are made when they are opened.
   */
  static const guint n_items[] = { 3, 2, 0 };
  GtkWidget *one = adw_application_window_new (GTK_APPLICATION (g_application_get_default ()));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), make_menu_button (n_items));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (one), make_breakpoints (box));
  gtk_window_present (GTK_WINDOW (one));
  wait_until (gtk_widget_get_mapped (one));
  ui_test_settle ();
  gtk_window_destroy (GTK_WINDOW (one));
  drain ();
}

static void
open_window (CbWindow *window, guint i)
{
  g_autoptr (CbLibrary) library = ui_test_library ();
  CbWindow *one = ui_test_window (library);

  cb_window_search (one, "not found");
  cb_window_open (one,
                  cb_catalog_lookup (ui_test_catalog (), i % 2 == 0 ? "status:404" : "method:GET"));
  drain ();
  ui_test_close (one);
}

static void
switch_language (CbWindow *window, guint i)
{
  static const char *const languages[] = { "ko", "en", "system" };

  cb_locale_apply (languages[i % G_N_ELEMENTS (languages)]);
  cb_window_rebuild (window);
  drain ();
}

/* Both make all that is in a window anew. */
static void
test_windows (void)
{
  double empty_window = measure_base ("empty windows", open_empty_window, NULL);
  double empty_view = measure_base ("empty views", make_empty_view, NULL);
  g_autoptr (CbLibrary) library = ui_test_library ();
  CbWindow *window;

  assert_flat ("windows", open_window, NULL, 50, 100, empty_window, 1536);
  window = ui_test_window (library);
  assert_flat ("languages", switch_language, window, 20, 100, empty_view, 1024);
  cb_locale_apply ("system");
  ui_test_close (window);
}

static void
search (CbWindow *window, guint i)
{
  static const char *const texts[]
      = { "4", "40", "404", "not", "서버", "섭", "ㅅㅂ", "dlswmd", "qqqzzzxxwv", "" };

  cb_sidebar_set_text (cb_view_get_sidebar (cb_window_get_view (window)),
                       texts[i % G_N_ELEMENTS (texts)]);
  drain ();
}

/* As much as the window does, without the painting. */
static void
search_index (CbWindow *window, guint i)
{
  static const char *const texts[] = { "4",    "404",    "not found",      "서버 오류", "섭",
                                       "ㅅㅂ", "dlswmd", "gateway timeot", "qqqzzzxxwv" };
  CbIndex *index = cb_library_get_index (cb_window_get_library (window));
  g_autoptr (CbQuery) query = cb_query_parse (texts[i % G_N_ELEMENTS (texts)]);
  g_autoptr (GArray) hits = cb_index_search (index, query);

  if (hits->len == 0)
    {
      g_autoptr (GArray) suggested = cb_index_suggest (index, query, 5);
    }
}

static void
go_about (CbWindow *window, guint i)
{
  static const char *const ids[] = { "status:404", "method:GET", "class:5xx", "status:200" };

  if (i % 8 < 4)
    cb_window_open (window, cb_catalog_lookup (ui_test_catalog (), ids[i % G_N_ELEMENTS (ids)]));
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  drain ();
}

static void
close_dialog (CbWindow *window)
{
  AdwDialog *dialog;

  drain ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (dialog);
  adw_dialog_force_close (dialog);
  drain ();
}

static void
open_dialog (CbWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  close_dialog (window);
}

/* Each has breakpoints of libadwaita's own. */
static void
open_empty_dialog (CbWindow *window, guint i)
{
  adw_dialog_present (adw_dialog_new (), GTK_WIDGET (window));
  close_dialog (window);
}

static void
open_empty_preferences (CbWindow *window, guint i)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();

  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog),
                              ADW_PREFERENCES_PAGE (adw_preferences_page_new ()));
  adw_dialog_present (dialog, GTK_WIDGET (window));
  close_dialog (window);
}

static void
open_preferences (CbWindow *window, guint i)
{
  open_dialog (window, "win.preferences");
}

static void
open_shortcuts (CbWindow *window, guint i)
{
  open_dialog (window, "win.show-shortcuts");
}

static void
open_about (CbWindow *window, guint i)
{
  open_dialog (window, "win.about");
}

typedef struct
{
  const char *name;
  Doing doing;
  /* nullable: the same without anything of ours */
  Doing empty;
  guint n_warm;
  guint n;
  /* In bytes each time. */
  double bound;
} Case;

static const Case cases[] = {
  { "searches", search_index, NULL, 1000, 10000, 4 },
  { "searches-in-the-window", search, NULL, 100, 300, 512 },
  { "pages", go_about, NULL, 64, 160, 1024 },
  { "preferences", open_preferences, open_empty_preferences, 10, 40, 2048 },
  { "shortcuts", open_shortcuts, open_empty_dialog, 10, 40, 2048 },
  { "about", open_about, open_empty_dialog, 10, 40, 2048 },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (CbLibrary) library = ui_test_library ();
  CbWindow *window = ui_test_window (library);
  double empty = 0;

  if (self->empty != NULL)
    empty = measure_base ("empty dialogs", self->empty, window);
  assert_flat (self->name, self->doing, window, self->n_warm, self->n, empty, self->bound);
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  ui_test_init (&argc, &argv);
  cb_locale_init ();
  g_test_add_func ("/leaks/windows-and-languages", test_windows);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/leaks/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
