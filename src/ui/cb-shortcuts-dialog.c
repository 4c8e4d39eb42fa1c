/* cb-shortcuts-dialog.c: what can be done by key, to look up */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-actions.h"
#include "cb-shortcuts-dialog.h"

/* AdwShortcutsDialog is newer than the floor, GtkShortcutsWindow and its labels are deprecated. */

static GtkWidget *
make_cap (const char *text)
{
  GtkWidget *cap = gtk_label_new (text);

  gtk_widget_add_css_class (cap, "cb-keycap");

  return cap;
}

static void
append_keys (GtkBox *box, const char *accelerator)
{
  static const struct
  {
    GdkModifierType mask;
    const char *accelerator;
  } modifiers[] = {
    { GDK_CONTROL_MASK, "<Control>" },
    { GDK_ALT_MASK, "<Alt>" },
    { GDK_SHIFT_MASK, "<Shift>" },
  };
  GdkModifierType state;
  guint key;
  g_autofree char *label = NULL;

  if (!gtk_accelerator_parse (accelerator, &key, &state))
    g_return_if_reached ();

  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    {
      if ((state & modifiers[i].mask) != 0)
        {
          g_autofree char *modifier = gtk_accelerator_get_label (0, modifiers[i].mask);
          gsize length = strlen (modifier);

          if (length > 1 && modifier[length - 1] == '+')
            modifier[length - 1] = '\0';
          gtk_box_append (box, make_cap (modifier));
        }
    }
  label = gtk_accelerator_get_label (key, 0);
  gtk_box_append (box, make_cap (label));
}

static gboolean
is_worth_showing (const char *accelerator)
{
  static const char *const others[] = { "<Control>k", "F1", NULL };

  return g_strv_contains (others, accelerator);
}

static GtkWidget *
make_row (const CbShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_shown = shortcut->action == NULL ? CB_MAX_ACCELERATORS : 2;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (GETTEXT_PACKAGE, "shortcut", shortcut->title));
  for (guint i = 0; i < n_shown && shortcut->accelerators[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      GdkModifierType state;
      guint key;

      /* What is the same key on another keyboard is not worth a place. */
      if (i > 0 && shortcut->action != NULL && !is_worth_showing (shortcut->accelerators[i]))
        break;
      if (i > 0)
        {
          GtkWidget *or = gtk_label_new ("/");

          gtk_widget_add_css_class (or, "dim-label");
          gtk_box_append (GTK_BOX (keys), or);
          g_string_append (names, ", ");
        }
      append_keys (GTK_BOX (keys), shortcut->accelerators[i]);
      if (gtk_accelerator_parse (shortcut->accelerators[i], &key, &state))
        name = gtk_accelerator_get_label (key, state);
      g_string_append (names, name);
    }
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  names->str, -1);

  return row;
}

/**
 * cb_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog made of the table of actions
 */
AdwDialog *
cb_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;
  const CbShortcut *shortcuts;
  gsize n_shortcuts;

  shortcuts = cb_actions_get_shortcuts (&n_shortcuts);
  for (gsize i = 0; i < n_shortcuts; i++)
    {
      if (shortcuts[i].section != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (
              group, g_dpgettext2 (GETTEXT_PACKAGE, "shortcut", shortcuts[i].section));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      adw_preferences_group_add (group, make_row (&shortcuts[i]));
    }

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), page);
  adw_dialog_set_child (dialog, toolbar_view);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);

  return dialog;
}
