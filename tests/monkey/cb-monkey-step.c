/* cb-monkey-step.c: what a monkey does */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-monkey.h"

#define MAX_WINDOWS 2
#define MAX_DRAIN (5 * G_USEC_PER_SEC)

static const char *const keys[] = {
  "Up",
  "Down",
  "Down",
  "Down",
  "Page_Up",
  "Page_Down",
  "Home",
  "End",
  "Left",
  "Right",
  "Return",
  "Return",
  "Escape",
  "Escape",
  "Tab",
  "Tab",
  "shift+Tab",
  "space",
  "BackSpace",
  "Delete",
  "Menu",
  "F10",
  "ctrl+a",
  "ctrl+c",
  "ctrl+v",
  "ctrl+x",
  "ctrl+z",
  "ctrl+f",
  "ctrl+k",
  "alt+1",
  "alt+2",
  "alt+3",
  "alt+4",
  "alt+Left",
  "alt+Left",
  "alt+Right",
  "alt+Home",
  "ctrl+d",
  "ctrl+d",
  "ctrl+plus",
  "ctrl+minus",
  "ctrl+0",
  "ctrl+shift+c",
  "ctrl+s",
  "ctrl+n",
  "ctrl+comma",
  "ctrl+question",
  "ctrl+w",
  "ctrl+q",
  "ctrl+Tab",
  "shift+F10",
  "ctrl+Home",
  "ctrl+End",
  "shift+Down",
  "a",
  "e",
  "t",
  "4",
  "0",
  "5",
};

/* Whole, half-typed, misspelt, meaningless; long, and no text at all. */
static const char *const texts[] = {
  "404",       "4xx",
  "not found", "NOT_FOUND",
  "서버 오류", "섭",
  "ㅅㅂ",      "찾을 수 없음",
  "dlswmd",    "gateway timeot",
  "프록시",    "리다이렉트",
  "GET",       "kind:method",
  "\"",        "  ",
  "\t",        "e",
  "🙂",        "ｔｅａ",
  "café",      "%s%n",
  "<b>&amp;",  "캐시",
  "teapot",    "qqqzzzxxwv",
  "가",        "each word of a long question that nobody asks",
};

static const char *const actions[] = {
  "win.copy",       "win.copy-number",      "win.copy-name",
  "win.copy-both",  "win.copy-markdown",    "win.save-markdown",
  "win.favorite",   "win.import-favorites", "win.export-favorites",
  "win.home",       "win.search",           "win.back",
  "win.forward",    "win.zoom-in",          "win.zoom-out",
  "win.zoom-reset", "win.preferences",      "win.show-shortcuts",
  "win.about",
};

/* What the monkey is kept from. */
static const char *const forbidden[] = {
  /* The browser of whoever runs this is left alone. */
  "win.open-uri",
#ifdef __SANITIZE_ADDRESS__
  /* GTK's file dialog keeps what it has read of each file that it shows, also in a program that
   * does nothing but open one and close it. Nothing in the report of such a leak tells it from
   * another, so that it cannot be suppressed. */
  "win.save-markdown",
  "win.import-favorites",
  "win.export-favorites",
#endif
};

static void
press (CbMonkey *self)
{
  const char *key = CB_MONKEY_PICK (self, keys);

  cb_monkey_note (self, "key %s", key);
  cb_hand_do (self->hand, "key --delay 0 --clearmodifiers %s", key);
}

/* GTK 4.18 never frees a text that is pasted into from where no text is (paste_received()). */
static void
fill (GdkClipboard *clipboard)
{
  if (!gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING))
    gdk_clipboard_set_text (clipboard, "teapot");
}

static void
search (CbMonkey *self)
{
  const char *text = CB_MONKEY_PICK (self, texts);

  cb_monkey_note (self, "search %s", text);
  cb_window_search (cb_monkey_get_window (self), text);
}

static void
paste (CbMonkey *self)
{
  const char *text = CB_MONKEY_PICK (self, texts);

  cb_monkey_note (self, "paste %s", text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (cb_monkey_get_window (self))),
                          text);
  cb_hand_do (self->hand, "key --delay 0 --clearmodifiers ctrl+f ctrl+v");
}

static void
open_entry (CbMonkey *self)
{
  CbWindow *window = cb_monkey_get_window (self);
  CbCatalog *catalog = cb_library_get_catalog (cb_window_get_library (window));
  guint n = (guint)g_rand_int_range (self->random, 0, (int)cb_catalog_get_n_entries (catalog));
  GListModel *groups = cb_catalog_get_groups (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (GListModel) group = g_list_model_get_item (groups, i);
      g_autoptr (CbEntry) entry = g_list_model_get_item (group, n);

      if (entry != NULL)
        {
          cb_monkey_note (self, "open %s", cb_entry_get_id (entry));
          cb_window_open (window, entry);
          return;
        }
      n -= g_list_model_get_n_items (group);
    }
}

static void
act (CbMonkey *self)
{
  const char *action = CB_MONKEY_PICK (self, actions);

  cb_monkey_note (self, "action %s", action);
  gtk_widget_activate_action (GTK_WIDGET (cb_monkey_get_window (self)), action, NULL);
}

static void
painted_cb (GdkFrameClock *clock, guint *n_painted)
{
  (*n_painted)++;
}

static void
wait_for_frames (CbMonkey *self, GtkWidget *window, guint n_frames)
{
  g_autoptr (GtkWidget) kept = g_object_ref (window);
  g_autoptr (GdkFrameClock) clock = g_object_ref (gtk_widget_get_frame_clock (window));
  gint64 deadline = g_get_monotonic_time () + MAX_DRAIN;
  guint n_painted = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n_painted);

  while (n_painted < n_frames && gtk_widget_get_mapped (window)
         && g_get_monotonic_time () < deadline)
    {
      gtk_widget_queue_draw (window);
      cb_monkey_rest (self, 5);
    }
  g_signal_handler_disconnect (clock, id);
}

static void
resize (CbMonkey *self)
{
  GtkWidget *window = GTK_WIDGET (cb_monkey_get_window (self));
  int width = g_rand_int_range (self->random, 360, 1280);
  int height = g_rand_int_range (self->random, 294, 800);

  cb_monkey_note (self, "resize %d %d", width, height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  /* Where the new size changes the breakpoint libadwaita keeps what was drawn last for one frame
   * more, and never frees it if the window is closed, or its view made anew, before that. In the
   * first frame GTK asks for the size; by the next the server has answered. */
  wait_for_frames (self, window, 1);
  gdk_display_sync (gdk_display_get_default ());
  wait_for_frames (self, window, 3);
}

static void
set_string (CbMonkey *self, const char *key, const char *value)
{
  cb_monkey_note (self, "set %s to %s", key, value);
  g_settings_set_string (self->settings, key, value);
}

static void
switch_setting (CbMonkey *self)
{
  static const char *const languages[] = { "ko", "en", "system" };
  static const char *const contents[] = { "both", "ko", "en" };
  static const char *const libraries[] = { "", "soup", "python", "nothing of that name" };
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_DARK, ADW_COLOR_SCHEME_FORCE_LIGHT };
  AdwColorScheme scheme;
  gboolean animate;

  switch (g_rand_int_range (self->random, 0, 6))
    {
    case 0:
      set_string (self, "language", CB_MONKEY_PICK (self, languages));
      break;
    case 1:
      set_string (self, "texts", CB_MONKEY_PICK (self, contents));
      break;
    case 2:
      set_string (self, "library", CB_MONKEY_PICK (self, libraries));
      break;
    case 3:
      scheme = CB_MONKEY_PICK (self, schemes);
      cb_monkey_note (self, "colour scheme %d", scheme);
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
      break;
    case 4:
      animate = g_rand_boolean (self->random);
      cb_monkey_note (self, "animations %d", animate);
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animate, NULL);
      break;
    default:
      cb_monkey_note (self, "zoom");
      g_settings_set_int (self->settings, "zoom", g_rand_int_range (self->random, 70, 201));
    }
}

/* A window too many, and dialogs of the toolkit, which are not ours to test. */
static void
close_strangers (CbMonkey *self)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_ours = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!CB_IS_WINDOW (window) ? gtk_widget_get_mapped (GTK_WIDGET (window))
                                 : ++n_ours > MAX_WINDOWS)
        {
          gtk_window_close (window);
          return;
        }
    }
}

/* In each window, for who opens an entry allows it again. */
static void
forbid (CbMonkey *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (forbidden) && CB_IS_WINDOW (l->data); i++)
        gtk_widget_action_set_enabled (l->data, forbidden[i], FALSE);
    }
}

/**
 * cb_monkey_step:
 * @self: a monkey
 *
 * Does something, and lets all that follows from it happen.
 */
void
cb_monkey_step (CbMonkey *self)
{
  static void (*const steps[]) (CbMonkey *) = {
    press,
    press,
    press,
    press,
    press,
    press,
    cb_monkey_click,
    cb_monkey_click,
    cb_monkey_click_target,
    cb_monkey_click_target,
    cb_monkey_click_target,
    cb_monkey_drag,
    search,
    search,
    paste,
    open_entry,
    open_entry,
    act,
    resize,
    switch_setting,
  };
  gint64 deadline = g_get_monotonic_time () + MAX_DRAIN;

  forbid (self);
  fill (gdk_display_get_clipboard (gdk_display_get_default ()));
  fill (gdk_display_get_primary_clipboard (gdk_display_get_default ()));
  CB_MONKEY_PICK (self, steps) (self);
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_pending (NULL) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  if (g_rand_int_range (self->random, 0, 4) == 0)
    cb_monkey_rest (self, 20);
  close_strangers (self);
}
