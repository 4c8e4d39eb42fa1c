/* monkey.c: a monkey at the real window; what it did last is told when something breaks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "cb-application.h"
#include "cb-monkey.h"
#include "ui-test.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

#define N_STEPS 500
#define SEED 1
#define MAX_STEP_S 60

/* So often it is seen whether anything is left over; then all steps since are of interest. */
#define N_TOLD 500
#define N_KEPT N_TOLD

/* Where a signal handler can read it: the last steps, in a ring, and this one. */
static char kept[N_KEPT][300];
static guint n_steps_done;
static const char *this_step = "";
/* Why it ends: what was logged last, or what did not hold, which GLib keeps for whoever looks at a
 * core. */
static char warning[1024];
extern char *__glib_assert_msg;

static void
tell (const char *text)
{
  if (write (STDERR_FILENO, text, strlen (text)) < 0)
    _exit (1);
}

static void
broken_cb (int number)
{
#ifdef __SANITIZE_ADDRESS__
  __sanitizer_print_stack_trace ();
#endif
  tell ("# the last steps:\n");
  for (guint i = n_steps_done < N_KEPT ? 0 : n_steps_done - N_KEPT; i < n_steps_done; i++)
    tell (kept[i % N_KEPT]);
  tell ("# at last: ");
  tell (this_step);
  tell ("\n# ");
  tell (__glib_assert_msg != NULL ? __glib_assert_msg : warning);
  tell ("\n");
  signal (number, SIG_DFL);
  raise (number);
}

static void
tell_when_broken (void)
{
  static const int numbers[] = {
    SIGABRT,
    SIGTRAP,
    SIGALRM,
#ifndef __SANITIZE_ADDRESS__
    /* The sanitizer tells where it was, and then aborts. */
    SIGSEGV,
#endif
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    signal (numbers[i], broken_cb);
}

typedef struct
{
  GtkWidget *wanted;
  gboolean found;
} Place;

static void
compare (GtkWidget *widget, gpointer user_data)
{
  Place *place = user_data;

  place->found |= widget == place->wanted;
}

/* Warnings of the toolkit name a widget by its address; this is the widget, if it is one. */
static GtkWidget *
find_widget (const char *message)
{
  const char *address = strstr (message, " 0x");
  GListModel *windows = gtk_window_get_toplevels ();
  Place place = { NULL, FALSE };

  if (address == NULL)
    return NULL;
  place.wanted = (GtkWidget *)(gsize)g_ascii_strtoull (address + 1, NULL, 16);
  for (guint i = 0; i < g_list_model_get_n_items (windows) && !place.found; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      ui_test_visit (window, compare, &place);
    }

  return place.found ? place.wanted : NULL;
}

typedef struct
{
  const char *domain;
  /* How it begins. */
  const char *message;
  /* nullable: the type of what the widget that it names is in, or is itself */
  const char *place;
} Foreign;

/* What is no fault of ours. Each says the least that tells it from all else. */
static const Foreign foreign[] = {
  /* GTK counts on whom a button of the mouse is pressed, does not notice that one beyond the fifth
   * goes up, and loses count where that widget goes away. It does no harm. */
  { "Gtk", "Broken accounting of active state for widget ", NULL },

  /* A part of libadwaita's that is there only while one page slides over the other. */
  { "Gtk", "Trying to snapshot AdwGizmo ", "AdwNavigationView" },

  /* The same, of the pages of this dialog, which is libadwaita's from end to end, and of the parts
   * of any dialog that becomes a sheet at the bottom: a program that opens, resizes and closes
   * nothing but an empty one gets all of them. */
  { "Gtk", "Trying to snapshot ", "AdwAboutDialog" },
  { "Gtk", "Trying to snapshot AdwBin ", "AdwDialog" },
  { "Gtk", "Trying to snapshot AdwGizmo ", "AdwDialog" },

  /* A row of the about dialog, pressed once more while its page slides in: of all that ours has. */
  { "Adwaita", "Page with the tag 'whatsnew' is already in navigation stack", NULL },
  { "Adwaita", "Page with the tag 'details' is already in navigation stack", NULL },
  { "Adwaita", "Page with the tag 'troubleshooting' is already in navigation stack", NULL },
  { "Adwaita", "Page with the tag 'debuginfo' is already in navigation stack", NULL },
  { "Adwaita", "Page with the tag 'credits' is already in navigation stack", NULL },
  { "Adwaita", "Page with the tag 'legal' is already in navigation stack", NULL },

  /* A scrolled window that leaves its window at once after a turn of the wheel still scrolls on, in
   * a program that does nothing else, too. Nothing of ours calls that function. */
  { "Gdk", "gdk_frame_clock_get_frame_time: assertion 'GDK_IS_FRAME_CLOCK (frame_clock)' failed",
    NULL },

  /* GTK 4.24 tells the clock that a popover shares with its window of each that its frame is done,
   * in a program that does nothing but open one, too. */
  { "Gdk", "gdk_frame_timings_submitted() called on submitted frame", NULL },

  /* GTK's file dialog, closed as soon as it is open, still waits for what is in the folder, and
   * then takes it out of a box that is gone. It happens in a program that does nothing else, and
   * nothing of ours calls that function. */
  { "Gtk", "gtk_box_remove: assertion 'GTK_IS_BOX (box)' failed", NULL },
};

static gboolean
is_foreign (const char *domain, const char *message, GtkWidget *widget)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      const Foreign *one = &foreign[i];

      if (g_strcmp0 (domain, one->domain) == 0 && g_str_has_prefix (message, one->message)
          && (one->place == NULL
              || (widget != NULL
                  && gtk_widget_get_ancestor (widget, g_type_from_name (one->place)) != NULL)))
        return TRUE;
    }

  return FALSE;
}

static GLogWriterOutput
log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const char *message = NULL;
  const char *domain = NULL;
  GtkWidget *widget;

  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE"))
        message = fields[i].value;
      if (g_str_equal (fields[i].key, "GLIB_DOMAIN"))
        domain = fields[i].value;
    }
  if (level > G_LOG_LEVEL_WARNING || message == NULL)
    return g_log_writer_default (level, fields, n_fields, data);

  widget = find_widget (message);
  if (is_foreign (domain, message, widget))
    return G_LOG_WRITER_HANDLED;
  g_strlcpy (warning, message, sizeof warning);
  /* Where it is says more than its address. */
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_printerr ("# in %s of %d × %d\n", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_width (widget),
                gtk_widget_get_height (widget));

  return g_log_writer_default (level, fields, n_fields, data);
}

/* What g_return_if_fail() says is fatal whatever the writer makes of it, unless this says no. */
static gboolean
is_fatal_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return !is_foreign (domain, message, find_widget (message));
}

static guint
get_number (const char *name, guint otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint)g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
gone_cb (gpointer data, GObject *window)
{
  (*(guint *)data)--;
}

static void
added_cb (GtkApplication *application, GtkWindow *window, guint *n_windows)
{
  if (CB_IS_WINDOW (window))
    {
      (*n_windows)++;
      g_object_weak_ref (G_OBJECT (window), gone_cb, n_windows);
    }
}

static void
close_all (GtkApplication *application)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (application)) != NULL)
    gtk_window_destroy (windows->data);
}

/* In a window of its own a key does what it is there for: a monkey whose keys go nowhere would find
 * nothing, however long it goes on. */
static void
check_alive (CbMonkey *monkey, const guint *n_windows)
{
  CbWindow *window;

  close_all (monkey->application);
  window = cb_monkey_get_window (monkey);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  ui_test_settle ();
  g_strlcpy (monkey->step, "key 4, alone", sizeof monkey->step);
  cb_hand_do (monkey->hand, "mousemove 100 100 key --delay 0 --clearmodifiers 4");
  wait_until (
      g_str_equal (cb_sidebar_get_text (cb_view_get_sidebar (cb_window_get_view (window))), "4"));
  cb_monkey_check_left (monkey);
  g_assert_cmpuint (*n_windows, ==, 1);
}

static void
test_monkey (void)
{
  guint n_steps = get_number ("CB_MONKEY_STEPS", N_STEPS);
  guint seed = get_number ("CB_MONKEY_SEED", SEED);
  g_autoptr (CbApplication) application = cb_application_new ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (CbHand) hand = cb_hand_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) widgets = g_hash_table_new (NULL, NULL);
  CbMonkey monkey = { random, hand, widgets, GTK_APPLICATION (application), settings, "" };
  guint n_windows = 0;

  g_log_set_default_handler (g_log_default_handler, NULL);
  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  this_step = monkey.step;
  g_test_message ("%u steps; again with CB_MONKEY_SEED=%u", n_steps, seed);
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), &n_windows);
  cb_monkey_watch (&monkey);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  cb_monkey_rest (&monkey, 200);

  for (guint i = 0; i < n_steps; i++)
    {
      alarm (MAX_STEP_S);
      cb_monkey_step (&monkey);
      cb_monkey_check (&monkey);
      g_snprintf (kept[i % N_KEPT], sizeof kept[0], "# %u: %s\n", i, monkey.step);
      n_steps_done = i + 1;
      if (n_steps_done % N_TOLD == 0 || n_steps_done == n_steps)
        check_alive (&monkey, &n_windows);
      if (n_steps_done % N_TOLD == 0)
        g_test_message ("%u steps, %u windows open", n_steps_done, n_windows);
    }
  alarm (0);

  close_all (GTK_APPLICATION (application));
  cb_monkey_rest (&monkey, 2000);
  g_assert_cmpuint (n_windows, ==, 0);
  cb_monkey_check_left (&monkey);
  /* The monkey goes, and a sanitizer may still end the program. */
  this_step = "";
}

int
main (int argc, char *argv[])
{
  /* Whatever it saves, it saves nowhere. */
  g_autofree char *home = g_dir_make_tmp ("codebook-monkey-XXXXXX", NULL);

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (log_cb, NULL, NULL);
  tell_when_broken ();
  g_test_add_func ("/monkey", test_monkey);

  return g_test_run ();
}
