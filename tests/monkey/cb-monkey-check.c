/* cb-monkey-check.c: what holds of a window whatever was done to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-entry-list.h"
#include "cb-entry-page.h"
#include "cb-monkey.h"
#include "ui-test.h"

/* How long something may be on its way out. */
#define MAX_LEFT (10 * G_USEC_PER_SEC)

static guint
count_hits (CbWindow *window, const char *text)
{
  CbSidebar *sidebar = cb_view_get_sidebar (cb_window_get_view (window));
  g_autoptr (CbQuery) query = cb_query_parse (text);
  g_autoptr (GArray) hits
      = cb_index_search (cb_library_get_index (cb_window_get_library (window)), query);
  guint n_hits = 0;

  for (guint i = 0; i < hits->len; i++)
    n_hits += cb_scope_includes (cb_sidebar_get_scope (sidebar),
                                 cb_entry_get_kind (g_array_index (hits, CbHit, i).entry));

  return n_hits;
}

/* The list shows what a search for what is typed finds. */
static void
check_list (CbWindow *window)
{
  CbSidebar *sidebar = cb_view_get_sidebar (cb_window_get_view (window));
  GtkWidget *browse = ui_test_find (GTK_WIDGET (sidebar), CB_TYPE_ENTRY_LIST, NULL);
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (browse, GTK_TYPE_STACK));
  const char *shown = gtk_stack_get_visible_child_name (stack);
  g_autofree char *text = g_strstrip (g_strdup (cb_sidebar_get_text (sidebar)));
  guint n_hits;

  if (text[0] == '\0')
    {
      g_assert_cmpstr (shown, ==, "browse");
      return;
    }

  n_hits = count_hits (window, text);
  g_assert_cmpstr (shown, ==, n_hits > 0 ? "results" : "nothing");
  if (n_hits > 0)
    {
      CbEntryList *results = CB_ENTRY_LIST (
          ui_test_find (gtk_stack_get_visible_child (stack), CB_TYPE_ENTRY_LIST, NULL));

      g_assert_cmpuint (cb_entry_list_get_n_items (results), ==, n_hits);
      g_assert_nonnull (cb_entry_list_get_selected (results));
    }
}

typedef struct
{
  CbEntry *entry;
  gboolean found;
  guint n_pages;
} Pages;

static void
count_page (GtkWidget *widget, gpointer user_data)
{
  Pages *pages = user_data;

  if (CB_IS_ENTRY_PAGE (widget))
    {
      pages->n_pages++;
      pages->found |= cb_entry_page_get_entry (CB_ENTRY_PAGE (widget)) == pages->entry;
    }
}

/* The page, the title and what can be done are those of the entry that is open. */
static void
check_page (CbWindow *window)
{
  CbEntry *entry = cb_window_get_entry (window);
  CbLibrary *library = cb_window_get_library (window);
  Pages pages = { entry, FALSE, 0 };

  if (entry != NULL)
    {
      g_autofree char *name = cb_entry_dup_name (entry, cb_library_get_first (library));

      ui_test_visit (GTK_WIDGET (cb_window_get_view (window)), count_page, &pages);
      g_assert_true (pages.found);
      /* One more may be on its way out. */
      g_assert_cmpuint (pages.n_pages, <=, 2);
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, name);
    }
  else
    {
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, _ ("Codebook"));
    }
}

static void
check_shelf (CbShelf *shelf)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shelf)); i++)
    {
      g_autoptr (CbEntry) entry = g_list_model_get_item (G_LIST_MODEL (shelf), i);

      g_assert_true (g_hash_table_add (seen, entry));
    }
}

static void
gone_cb (gpointer widgets, GObject *widget)
{
  g_hash_table_remove (widgets, widget);
}

static gboolean
realized_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer widgets)
{
  GObject *widget = g_value_get_object (&values[0]);

  if (g_hash_table_add (widgets, widget))
    g_object_weak_ref (widget, gone_cb, widgets);

  return TRUE;
}

/**
 * cb_monkey_watch:
 * @self: a monkey
 *
 * From now on knows each widget that is seen, for as long as it lives.
 */
void
cb_monkey_watch (CbMonkey *self)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb,
                              self->widgets, NULL);
}

static gboolean
is_in_window (GtkWidget *widget)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gpointer root = gtk_widget_get_root (widget);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window == root)
        return TRUE;
    }

  return FALSE;
}

/* Widgets in no window that are not in another such widget. */
static guint
count_left (CbMonkey *self, gboolean tell)
{
  GHashTableIter iter;
  gpointer widget;
  guint n_left = 0;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    {
      if (gtk_widget_get_parent (widget) != NULL || is_in_window (widget))
        continue;
      n_left++;
      if (tell)
        g_test_message ("left over: %s", G_OBJECT_TYPE_NAME (widget));
    }

  return n_left;
}

/**
 * cb_monkey_check_left:
 * @self: a monkey
 *
 * Checks that what was in a window has gone with it, or was made anew and has gone before it. What
 * is on its way out gets some time for it.
 */
void
cb_monkey_check_left (CbMonkey *self)
{
  gint64 deadline = g_get_monotonic_time () + MAX_LEFT;

  while (count_left (self, FALSE) > 0 && g_get_monotonic_time () < deadline)
    cb_monkey_rest (self, 10);
  g_assert_cmpuint (count_left (self, TRUE), ==, 0);
}

/**
 * cb_monkey_check:
 * @self: a monkey
 *
 * Checks all windows that are open.
 */
void
cb_monkey_check (CbMonkey *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      GtkWidget *focus;

      if (!CB_IS_WINDOW (l->data))
        continue;
      check_list (l->data);
      check_page (l->data);
      check_shelf (cb_library_get_favorites (cb_window_get_library (l->data)));
      check_shelf (cb_library_get_recent (cb_window_get_library (l->data)));
      focus = gtk_window_get_focus (l->data);
      /* A menu that has just closed is in no window any more. */
      g_assert_true (focus == NULL || gtk_widget_get_root (focus) == NULL
                     || gtk_widget_get_root (focus) == l->data);
    }
}
