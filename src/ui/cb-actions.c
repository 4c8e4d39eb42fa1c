/* cb-actions.c: what a reader can do by key; the one table behind the key bindings and the
 * shortcuts dialog */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-actions.h"

static const CbShortcut shortcuts[] = {
  { NC_ ("shortcut", "Search"),
    NC_ ("shortcut", "Search"),
    "win.search",
    { "<Control>f", "<Control>k" } },
  { NULL, NC_ ("shortcut", "Previous and Next Result"), NULL, { "Up", "Down" } },
  { NULL, NC_ ("shortcut", "Open the Selected Result"), NULL, { "Return" } },
  { NULL, NC_ ("shortcut", "Clear the Search"), NULL, { "Escape" } },
  { NULL, NC_ ("shortcut", "List Everything"), "win.scope::all", { "<Alt>1" } },
  { NULL, NC_ ("shortcut", "List Status Codes"), "win.scope::codes", { "<Alt>2" } },
  { NULL, NC_ ("shortcut", "List Methods"), "win.scope::methods", { "<Alt>3" } },
  { NULL, NC_ ("shortcut", "List Guides"), "win.scope::guides", { "<Alt>4" } },
  { NULL, NC_ ("shortcut", "Show or Hide the List"), "win.toggle-list", { "F9" } },

  { NC_ ("shortcut", "Pages"), NC_ ("shortcut", "Back"), "win.back", { "<Alt>Left", "Back" } },
  { NULL, NC_ ("shortcut", "Forward"), "win.forward", { "<Alt>Right", "Forward" } },
  { NULL, NC_ ("shortcut", "Start Page"), "win.home", { "<Alt>Home", "HomePage" } },
  { NULL, NC_ ("shortcut", "Add to or Remove From Favorites"), "win.favorite", { "<Control>d" } },
  { NULL,
    NC_ ("shortcut", "Zoom In"),
    "win.zoom-in",
    { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { NULL,
    NC_ ("shortcut", "Zoom Out"),
    "win.zoom-out",
    { "<Control>minus", "<Control>KP_Subtract" } },
  { NULL, NC_ ("shortcut", "Normal Size"), "win.zoom-reset", { "<Control>0", "<Control>KP_0" } },

  { NC_ ("shortcut", "Copy and Save"),
    NC_ ("shortcut", "Copy Selected Text or the Number"),
    "win.copy",
    { "<Control>c" } },
  { NULL, NC_ ("shortcut", "Copy Number and Name"), "win.copy-name", { "<Control><Shift>c" } },
  { NULL, NC_ ("shortcut", "Save Page as Markdown"), "win.save-markdown", { "<Control>s" } },

  { NC_ ("shortcut", "General"),
    NC_ ("shortcut", "New Window"),
    "app.new-window",
    { "<Control>n" } },
  { NULL, NC_ ("shortcut", "Main Menu"), NULL, { "F10" } },
  { NULL, NC_ ("shortcut", "Preferences"), "win.preferences", { "<Control>comma" } },
  { NULL,
    NC_ ("shortcut", "Keyboard Shortcuts"),
    "win.show-shortcuts",
    { "<Control>question", "F1", "<Control>slash" } },
  { NULL, NC_ ("shortcut", "Close Window"), "window.close", { "<Control>w" } },
  { NULL, NC_ ("shortcut", "Quit"), "app.quit", { "<Control>q" } },
};

/**
 * cb_actions_get_shortcuts:
 * @n_shortcuts: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_shortcuts): all that can be done by key
 */
const CbShortcut *
cb_actions_get_shortcuts (gsize *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

/* Of several keys a menu names the one that was bound last: that is to be the usual one. */
static void
bind (GtkWidgetClass *widget_class, const CbShortcut *shortcut)
{
  for (gsize i = CB_MAX_ACCELERATORS; i-- > 0;)
    {
      g_autoptr (GtkShortcut) bound = NULL;
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GError) error = NULL;

      if (shortcut->accelerators[i] == NULL)
        continue;
      if (!g_action_parse_detailed_name (shortcut->action, &name, &target, &error))
        g_error ("%s", error->message);
      bound = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcut->accelerators[i]),
                                gtk_named_action_new (name));
      gtk_shortcut_set_arguments (bound, target);
      gtk_widget_class_add_shortcut (widget_class, bound);
    }
}

/**
 * cb_actions_bind:
 * @widget_class: the class of the window
 *
 * Binds the keys. They come last: what has the focus sees them first, so that Ctrl+C in a text
 * copies that text.
 */
void
cb_actions_bind (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].action != NULL)
        bind (widget_class, &shortcuts[i]);
    }
}

/**
 * cb_actions_bind_history:
 * @widget_class: the class of a page of a split view
 *
 * Binds the keys for back and forward. Where the split view shows one page at a time, it would take
 * them for the way to the list.
 */
void
cb_actions_bind_history (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (g_strcmp0 (shortcuts[i].action, "win.back") == 0
          || g_strcmp0 (shortcuts[i].action, "win.forward") == 0)
        bind (widget_class, &shortcuts[i]);
    }
}
