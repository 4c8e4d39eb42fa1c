/* bench-window.c: how the window keeps up with one who types and scrolls, by its frame clock */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "cb-compiler.h"
#include "cb-query-private.h"
#include "cb-window.h"
#include "ui-test.h"

/* As fast as a fast typist. */
#define KEY_INTERVAL_MS 90
/* As fast as a hand on a touchpad: a row or so in a frame. */
#define SCROLL_STEP 48
/* Longer than a list needs to be at rest after a key. */
#define REST_MS 60

/* What is typed, a letter at a time; a space ends nothing. */
static const char *const texts[]
    = { "404",  "not found", "서버 오류",  "ㅊㅇㅅㅇㅇ", "too many requests",
        "캐시", "dlswmd",    "unathorized" };

typedef struct
{
  CbWindow *window;
  CbSidebar *sidebar;
  GtkEditable *entry;
  GtkAdjustment *adjustment; /* of the list for browsing */
  GdkFrameClock *clock;

  /* Where one is in the texts. */
  guint text;
  glong letter;

  /* What is waited for: a frame with the answer to what was typed. */
  gboolean wants_answer;
  gboolean painted;

  /* The frames of an activity. */
  const char *activity;
  guint n_frames;
  guint n_dropped;
  guint n_heavy;
  gint64 last_frame_time;
  gint64 last_processor_time;
  double step;
} Bench;

static gint64
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* A line of what is measured: measure, subject, number. */
static void
print_figure (const char *measure, const char *subject, double value)
{
  printf ("%s\t%s\t%.3f\n", measure, subject, value);
}

static gboolean
is_answered (Bench *self)
{
  const CbQuery *query = cb_sidebar_get_query (self->sidebar);

  return query != NULL && strlen (gtk_editable_get_text (self->entry)) == query->length
         && memcmp (query->text, gtk_editable_get_text (self->entry), query->length) == 0;
}

static void
count_frame (Bench *self)
{
  gint64 frame_time = gdk_frame_clock_get_frame_time (self->clock);
  gint64 processor = processor_time ();
  gint64 refresh;

  gdk_frame_clock_get_refresh_info (self->clock, frame_time, &refresh, NULL);
  if (self->last_frame_time > 0)
    {
      double gap = (double)(frame_time - self->last_frame_time);
      double work = (double)(processor - self->last_processor_time);

      print_figure ("gap", self->activity, gap / 1000);
      print_figure ("work", self->activity, work / 1000);
      self->n_frames++;
      self->n_dropped += (guint)MAX (0, lround (gap / (double)refresh) - 1);
      self->n_heavy += work > (double)refresh;
    }
  self->last_frame_time = frame_time;
  self->last_processor_time = processor;
}

static void
after_paint_cb (Bench *self)
{
  if (self->wants_answer && is_answered (self))
    self->painted = TRUE;
  if (self->activity != NULL)
    count_frame (self);
}

/* Types the next letter, or empties the entry after the last one of a text. Whether there is
 * something to answer. */
static gboolean
press_key (Bench *self)
{
  const char *text = texts[self->text];

  if (self->letter == g_utf8_strlen (text, -1))
    {
      gtk_editable_set_text (self->entry, "");
      self->text = (self->text + 1) % G_N_ELEMENTS (texts);
      self->letter = 0;
      return FALSE;
    }

  {
    g_autofree char *letter = g_utf8_substring (text, self->letter, self->letter + 1);
    int position = -1;

    gtk_editable_insert_text (self->entry, letter, -1, &position);
    gtk_editable_set_position (self->entry, -1);
    self->letter++;
    /* A query has no space at its end. */
    return letter[0] != ' ';
  }
}

static gboolean
wake_cb (gpointer data)
{
  gboolean *awake = data;

  *awake = TRUE;

  return G_SOURCE_REMOVE;
}

static void
rest (guint milliseconds)
{
  gboolean awake = FALSE;

  g_timeout_add (milliseconds, wake_cb, &awake);
  while (!awake)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_keys (Bench *self, guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      gint64 begin_work = processor_time ();

      self->wants_answer = press_key (self);
      self->painted = FALSE;
      while (self->wants_answer && !self->painted)
        g_main_context_iteration (NULL, TRUE);
      if (self->wants_answer)
        {
          print_figure ("key", "", (double)(g_get_monotonic_time () - begin) / 1000);
          print_figure ("key-work", "", (double)(processor_time () - begin_work) / 1000);
        }
      self->wants_answer = FALSE;
      rest (REST_MS);
    }
  gtk_editable_set_text (self->entry, "");
  rest (REST_MS);
}

/* Keeps the frame clock running, so that a frame that is late is seen to be. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *self = data;
  double end = gtk_adjustment_get_upper (self->adjustment)
               - gtk_adjustment_get_page_size (self->adjustment);
  double value = gtk_adjustment_get_value (self->adjustment) + self->step;

  if (self->step != 0)
    {
      gtk_adjustment_set_value (self->adjustment, value);
      if (value <= 0 || value >= end)
        self->step = -self->step;
    }

  return G_SOURCE_CONTINUE;
}

static gboolean
press_key_cb (gpointer data)
{
  press_key (data);

  return G_SOURCE_CONTINUE;
}

static void
measure_frames (Bench *self, const char *activity, guint n_frames)
{
  guint tick, keys = 0;

  self->step = g_str_equal (activity, "scrolling") ? SCROLL_STEP : 0;
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->window), tick_cb, self, NULL);
  if (g_str_equal (activity, "typing"))
    keys = g_timeout_add (KEY_INTERVAL_MS, press_key_cb, self);
  rest (REST_MS);

  self->n_frames = self->n_dropped = self->n_heavy = 0;
  self->last_frame_time = 0;
  self->activity = activity;
  while (self->n_frames < n_frames)
    g_main_context_iteration (NULL, TRUE);
  self->activity = NULL;
  print_figure ("dropped", activity, self->n_dropped);
  print_figure ("heavy", activity, self->n_heavy);

  g_clear_handle_id (&keys, g_source_remove);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->window), tick);
  gtk_editable_set_text (self->entry, "");
  rest (REST_MS);
}

static CbCatalog *
open_catalog (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CbCatalog *catalog;

  if (folder == NULL)
    {
      catalog = cb_catalog_new (&error);
    }
  else
    {
      bytes = cb_compiler_compile (folder, CB_COMPILER_DEFAULT, &error);
      g_assert_no_error (error);
      catalog = cb_catalog_new_from_bytes (bytes, &error);
    }
  g_assert_no_error (error);

  return catalog;
}

/* bench-window KEYS FRAMES [FOLDER]: a window with the catalog that is built in, or with the one of
 * the merged files in a folder. */
int
main (int argc, char **argv)
{
  g_autoptr (CbCatalog) catalog = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (CbLibrary) library = NULL;
  g_autoptr (AdwApplication) application = NULL;
  Bench self = { 0 };

  if (argc != 3 && argc != 4)
    {
      fprintf (stderr, "Usage: bench-window KEYS FRAMES [FOLDER]\n");
      return 2;
    }

  setlocale (LC_ALL, "");
  adw_init ();
  application = adw_application_new ("org.example.Window", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application),
                                        "/io/github/codebook/Codebook");
  g_application_register (G_APPLICATION (application), NULL, NULL);

  catalog = open_catalog (argv[3]);
  settings = g_settings_new (APPLICATION_ID);
  library = cb_library_new (catalog, NULL, settings, NULL);
  self.window = cb_window_new (GTK_APPLICATION (application), library);
  self.sidebar = cb_view_get_sidebar (cb_window_get_view (self.window));
  self.entry = GTK_EDITABLE (ui_test_find (GTK_WIDGET (self.sidebar), GTK_TYPE_SEARCH_ENTRY, NULL));
  self.adjustment = gtk_scrollable_get_vadjustment (
      GTK_SCROLLABLE (ui_test_find (GTK_WIDGET (self.sidebar), GTK_TYPE_LIST_VIEW, NULL)));
  gtk_window_present (GTK_WINDOW (self.window));
  self.clock = gtk_widget_get_frame_clock (GTK_WIDGET (self.window));
  g_signal_connect_swapped (self.clock, "after-paint", G_CALLBACK (after_paint_cb), &self);
  /* What is put off until the window is shown is done by then. */
  rest (2000);

  measure_keys (&self, (guint)atoi (argv[1]));
  measure_frames (&self, "nothing", (guint)atoi (argv[2]));
  measure_frames (&self, "typing", (guint)atoi (argv[2]));
  measure_frames (&self, "scrolling", (guint)atoi (argv[2]));

  gtk_window_destroy (GTK_WINDOW (self.window));

  return 0;
}
