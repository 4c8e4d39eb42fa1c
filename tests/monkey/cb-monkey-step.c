/* cb-monkey-step.c: what a monkey does */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-monkey.h"
#include "cb-row.h"
#include "ui-test.h"

#define MAX_WINDOWS 2
/* The edges size the window, which is for a window manager to do, and none is there. */
#define EDGE 12
#define LAST_NOTICED 5
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

#define PICK(self, array) ((array)[g_rand_int_range ((self)->random, 0, G_N_ELEMENTS (array))])

static void G_GNUC_PRINTF (2, 3) note (CbMonkey *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_vsnprintf (self->step, sizeof self->step, format, arguments);
  va_end (arguments);
}

static void
press (CbMonkey *self)
{
  const char *key = PICK (self, keys);

  note (self, "key %s", key);
  cb_hand_do (self->hand, "key --delay 0 --clearmodifiers %s", key);
}

static void
choose_point (CbMonkey *self, int *x, int *y)
{
  GtkWidget *window = GTK_WIDGET (cb_monkey_get_window (self));

  *x = g_rand_int_range (self->random, EDGE, MAX (EDGE + 1, gtk_widget_get_width (window) - EDGE));
  *y = g_rand_int_range (self->random, EDGE, MAX (EDGE + 1, gtk_widget_get_height (window) - EDGE));
}

/* Whether there is a header bar, be it a dialog's. Pulled by it, a window moves, and where there is
 * no window manager GTK does that itself and may then keep the mouse for ever. The menu that it has
 * there is GTK's own as well, for none else shows one: hidden with the focus in it, and let go in
 * the same moment, it is never freed, in a program that has nothing but a header bar, too. */
static gboolean
is_handle (CbMonkey *self, int x, int y)
{
  /* Also what takes no clicks any more, as a dialog that closes. */
  static const GtkPickFlags flags[]
      = { GTK_PICK_DEFAULT, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE };
  GtkWidget *window = GTK_WIDGET (cb_monkey_get_window (self));
  double dx, dy;

  gtk_native_get_surface_transform (GTK_NATIVE (window), &dx, &dy);
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      GtkWidget *there = gtk_widget_pick (window, x - dx, y - dy, flags[i]);

      if (there != NULL && gtk_widget_get_ancestor (there, GTK_TYPE_WINDOW_HANDLE) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* All around a dialog is a header bar as well, which may be there by the next event. */
static gboolean
has_dialog (CbMonkey *self)
{
  return adw_application_window_get_visible_dialog (
             ADW_APPLICATION_WINDOW (cb_monkey_get_window (self)))
         != NULL;
}

/* GTK 4.18 never frees a text that is pasted into from where no text is (paste_received()). */
static void
fill (GdkClipboard *clipboard)
{
  if (!gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING))
    gdk_clipboard_set_text (clipboard, "teapot");
}

static void
click (CbMonkey *self)
{
  /* Most often the first button; the wheel, the menu, the keys on the side. */
  static const int buttons[] = { 1, 1, 1, 1, 1, 3, 4, 5, 5, 8, 9, 2 };
  int button = PICK (self, buttons);
  int x, y;

  choose_point (self, &x, &y);
  if (button == GDK_BUTTON_SECONDARY && (has_dialog (self) || is_handle (self, x, y)))
    return;
  /* GTK 4.18 does not notice that a button beyond the fifth goes up (gtk_main_do_event()), and holds
   * on to what it was pressed on, which goes with the dialog. */
  if (button > LAST_NOTICED && has_dialog (self))
    return;
  note (self, "click %d at %d %d", button, x, y);
  cb_hand_do (self->hand, "mousemove %d %d click --delay 0 %d", x, y, button);
}

/* GTK 4.18 never frees the picture of a label's text that is pulled by what is selected of it
 * (gtk_label_drag_gesture_update()), and nothing in the report of that leak tells it from another.
 */
static void
unselect (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_select_region (GTK_LABEL (widget), 0, 0);
}

static void
drag (CbMonkey *self)
{
  int x, y, to_x, to_y;

  choose_point (self, &x, &y);
  choose_point (self, &to_x, &to_y);
  if (is_handle (self, x, y))
    return;
  ui_test_visit (GTK_WIDGET (cb_monkey_get_window (self)), unselect, NULL);
  note (self, "drag from %d %d to %d %d", x, y, to_x, to_y);
  cb_hand_do (self->hand, "mousemove %d %d mousedown 1 mousemove %d %d mouseup 1", x, y, to_x,
              to_y);
}

static void
collect (GtkWidget *widget, GPtrArray *targets)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (GTK_IS_BUTTON (widget) || CB_IS_ROW (widget) || GTK_IS_LIST_BOX_ROW (widget))
    g_ptr_array_add (targets, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      /* Menus have a surface of their own: points at random find them. */
      if (!GTK_IS_NATIVE (child))
        collect (child, targets);
    }
}

/* Something that does something, in the middle of it. */
static void
click_target (CbMonkey *self)
{
  GtkWidget *window = GTK_WIDGET (cb_monkey_get_window (self));
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  graphene_rect_t bounds;
  GtkWidget *target;
  double dx, dy;

  collect (window, targets);
  if (targets->len == 0)
    return;
  target = g_ptr_array_index (targets, g_rand_int_range (self->random, 0, (int)targets->len));
  if (!gtk_widget_compute_bounds (target, window, &bounds))
    return;
  gtk_native_get_surface_transform (GTK_NATIVE (window), &dx, &dy);
  note (self, "click %s", G_OBJECT_TYPE_NAME (target));
  cb_hand_do (self->hand, "mousemove %d %d click --delay 0 1",
              (int)(bounds.origin.x + bounds.size.width / 2 + dx),
              (int)(bounds.origin.y + bounds.size.height / 2 + dy));
}

static void
search (CbMonkey *self)
{
  const char *text = PICK (self, texts);

  note (self, "search %s", text);
  cb_window_search (cb_monkey_get_window (self), text);
}

static void
paste (CbMonkey *self)
{
  const char *text = PICK (self, texts);

  note (self, "paste %s", text);
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
          note (self, "open %s", cb_entry_get_id (entry));
          cb_window_open (window, entry);
          return;
        }
      n -= g_list_model_get_n_items (group);
    }
}

static void
act (CbMonkey *self)
{
  const char *action = PICK (self, actions);

  note (self, "action %s", action);
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

  note (self, "resize %d %d", width, height);
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
  note (self, "set %s to %s", key, value);
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
      set_string (self, "language", PICK (self, languages));
      break;
    case 1:
      set_string (self, "texts", PICK (self, contents));
      break;
    case 2:
      set_string (self, "library", PICK (self, libraries));
      break;
    case 3:
      scheme = PICK (self, schemes);
      note (self, "colour scheme %d", scheme);
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
      break;
    case 4:
      animate = g_rand_boolean (self->random);
      note (self, "animations %d", animate);
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animate, NULL);
      break;
    default:
      note (self, "zoom");
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

static gboolean
rested_cb (gpointer data)
{
  *(gboolean *)data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * cb_monkey_rest:
 * @self: a monkey
 * @milliseconds: how long
 *
 * Lets the window go on meanwhile.
 */
void
cb_monkey_rest (CbMonkey *self, guint milliseconds)
{
  gboolean rested = FALSE;

  g_timeout_add (milliseconds, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * cb_monkey_get_window:
 * @self: a monkey
 *
 * Returns: (transfer none): a window, a new one if all were closed
 */
CbWindow *
cb_monkey_get_window (CbMonkey *self)
{
  GtkWindow *active = gtk_application_get_active_window (self->application);

  if (CB_IS_WINDOW (active))
    return CB_WINDOW (active);

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      if (CB_IS_WINDOW (l->data))
        return l->data;
    }

  g_application_activate (G_APPLICATION (self->application));

  return CB_WINDOW (gtk_application_get_windows (self->application)->data);
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
  static void (*const steps[]) (CbMonkey *)
      = { press, press,        press,        press,        press,  press,         click,
          click, click_target, click_target, click_target, drag,   search,        search,
          paste, open_entry,   open_entry,   act,          resize, switch_setting };
  gint64 deadline = g_get_monotonic_time () + MAX_DRAIN;

  forbid (self);
  fill (gdk_display_get_clipboard (gdk_display_get_default ()));
  fill (gdk_display_get_primary_clipboard (gdk_display_get_default ()));
  PICK (self, steps) (self);
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_pending (NULL) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  if (g_rand_int_range (self->random, 0, 4) == 0)
    cb_monkey_rest (self, 20);
  close_strangers (self);
}
