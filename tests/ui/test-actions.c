/* test-actions.c: tests of the table of keys and of what is made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-actions.h"
#include "cb-shortcuts-dialog.h"
#include "ui-test.h"

/* Every key is written as GTK reads it, and none is given twice. */
static void
test_keys (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const CbShortcut *shortcuts;
  gsize n_shortcuts;

  shortcuts = cb_actions_get_shortcuts (&n_shortcuts);
  g_assert_cmpuint (n_shortcuts, >, 10);
  g_assert_nonnull (shortcuts[0].section);
  for (gsize i = 0; i < n_shortcuts; i++)
    {
      g_assert_nonnull (shortcuts[i].title);
      g_assert_nonnull (shortcuts[i].accelerators[0]);
      for (gsize j = 0; j < CB_MAX_ACCELERATORS && shortcuts[i].accelerators[j] != NULL; j++)
        {
          GdkModifierType state;
          guint key;

          g_assert_true (gtk_accelerator_parse (shortcuts[i].accelerators[j], &key, &state));
          g_assert_cmpuint (key, !=, 0);
          g_assert_true (g_hash_table_add (seen, gtk_accelerator_name (key, state)));
        }
    }
}

/* Every action of the window that has a key exists, so that no key leads nowhere. */
static void
test_actions_exist (void)
{
  GtkWidgetClass *klass = g_type_class_ref (CB_TYPE_WINDOW);
  const CbShortcut *shortcuts;
  gsize n_shortcuts;

  shortcuts = cb_actions_get_shortcuts (&n_shortcuts);
  for (gsize i = 0; i < n_shortcuts; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      gboolean found = FALSE;
      const char *installed, *property;
      const GVariantType *type;
      GType owner;

      if (shortcuts[i].action == NULL || g_str_has_prefix (shortcuts[i].action, "app."))
        continue;
      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      for (guint j = 0;
           gtk_widget_class_query_action (klass, j, &owner, &installed, &type, &property); j++)
        found = found || g_str_equal (installed, name);
      if (!found)
        g_test_message ("no action %s", name);
      g_assert_true (found);
    }
  g_type_class_unref (klass);
}

static void
test_dialog (void)
{
  AdwDialog *dialog = g_object_ref_sink (cb_shortcuts_dialog_new ());
  const CbShortcut *shortcuts;
  gsize n_shortcuts;

  shortcuts = cb_actions_get_shortcuts (&n_shortcuts);
  for (gsize i = 0; i < n_shortcuts; i++)
    g_assert_nonnull (
        ui_test_find (adw_dialog_get_child (dialog), GTK_TYPE_LABEL, shortcuts[i].title));
  g_object_unref (dialog);
}

/* The key that GTK names beside an item of a menu: of all that do the same the last. */
static char *
dup_named_key (CbWindow *window, const char *action)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autofree char *wanted = g_strdup_printf ("action(%s)", action);
  char *key = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *does
              = gtk_shortcut_action_to_string (gtk_shortcut_get_action (shortcut));

          if (!g_str_equal (does, wanted))
            continue;
          g_free (key);
          key = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
        }
    }

  return key;
}

static void
test_menus (void)
{
  static const struct
  {
    const char *action;
    const char *key;
  } cases[] = {
    { "win.show-shortcuts", "<Control>question" },
    { "win.zoom-in", "<Control>plus" },
    { "win.zoom-out", "<Control>minus" },
    { "win.zoom-reset", "<Control>0" },
  };
  g_autoptr (CbLibrary) library = ui_test_library ();
  CbWindow *window = ui_test_window (library);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = dup_named_key (window, cases[i].action);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/actions/keys", test_keys);
  g_test_add_func ("/actions/exist", test_actions_exist);
  g_test_add_func ("/actions/dialog", test_dialog);
  g_test_add_func ("/actions/menus", test_menus);

  return g_test_run ();
}
