/* cb-preferences-page.c: the content of the preferences, made anew when the language changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cb-item.h"
#include "cb-preferences-page.h"

struct _CbPreferencesPage
{
  AdwPreferencesPage parent_instance;

  /* owned */
  CbLibrary *library_object;
  GStrv libraries; /* the ids, in the order of the rows after the first */

  /* template children */
  AdwComboRow *language;
  AdwComboRow *texts;
  AdwComboRow *library;
};

G_DEFINE_FINAL_TYPE (CbPreferencesPage, cb_preferences_page, ADW_TYPE_PREFERENCES_PAGE)

static const char *const languages[] = { "system", "ko", "en", NULL };
static const char *const texts[] = { "both", "ko", "en", NULL };

static gboolean
position_from_string (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *const *names = user_data;
  const char *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], name))
        {
          g_value_set_uint (value, i);
          return TRUE;
        }
    }
  g_value_set_uint (value, 0);

  return TRUE;
}

static GVariant *
string_from_position (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *const *names = user_data;
  guint position = g_value_get_uint (value);

  return position < g_strv_length ((GStrv)names) ? g_variant_new_string (names[position]) : NULL;
}

static void
bind_row (CbPreferencesPage *self, AdwComboRow *row, const char *key, const char *const *names)
{
  g_settings_bind_with_mapping (cb_library_get_settings (self->library_object), key, row,
                                "selected", G_SETTINGS_BIND_DEFAULT, position_from_string,
                                string_from_position, (gpointer)names, NULL);
}

/* The libraries are those that the catalog has constants of. */
static void
fill_libraries (CbPreferencesPage *self)
{
  CbCatalog *catalog = cb_library_get_catalog (self->library_object);
  CbLanguage first = cb_library_get_first (self->library_object);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: no library is preferred */
  gtk_string_list_append (names, C_ ("library", "None"));
  g_strv_builder_add (ids, "");
  for (guint i = 0; catalog != NULL && i < cb_catalog_get_n_entries (catalog); i++)
    {
      gsize n_items;
      const CbItem *items
          = cb_entry_get_items (cb_catalog_get_entry (catalog, i), CB_PART_CONSTANT, &n_items);

      for (gsize j = 0; j < n_items; j++)
        {
          g_autofree char *label_id = NULL;
          const CbText *label;

          if (!g_hash_table_add (seen, (gpointer)items[j].name))
            continue;
          label_id = g_strconcat ("library:", items[j].name, NULL);
          label = cb_catalog_get_label (catalog, label_id);
          gtk_string_list_append (names, label != NULL ? label->in[first] : items[j].name);
          g_strv_builder_add (ids, items[j].name);
        }
    }
  self->libraries = g_strv_builder_end (ids);
  adw_combo_row_set_model (self->library, G_LIST_MODEL (names));
}

static void
cb_preferences_page_dispose (GObject *object)
{
  CbPreferencesPage *self = CB_PREFERENCES_PAGE (object);

  if (self->language != NULL)
    {
      g_settings_unbind (self->language, "selected");
      g_settings_unbind (self->texts, "selected");
      g_settings_unbind (self->library, "selected");
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_PREFERENCES_PAGE);
  g_clear_object (&self->library_object);

  G_OBJECT_CLASS (cb_preferences_page_parent_class)->dispose (object);
}

static void
cb_preferences_page_finalize (GObject *object)
{
  g_strfreev (CB_PREFERENCES_PAGE (object)->libraries);

  G_OBJECT_CLASS (cb_preferences_page_parent_class)->finalize (object);
}

static void
cb_preferences_page_class_init (CbPreferencesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cb_preferences_page_dispose;
  object_class->finalize = cb_preferences_page_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/codebook/Codebook/ui/cb-preferences-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CbPreferencesPage, language);
  gtk_widget_class_bind_template_child (widget_class, CbPreferencesPage, texts);
  gtk_widget_class_bind_template_child (widget_class, CbPreferencesPage, library);
}

static void
cb_preferences_page_init (CbPreferencesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cb_preferences_page_new:
 * @library: the library
 *
 * Returns: (transfer floating): a page bound to the settings
 */
AdwPreferencesPage *
cb_preferences_page_new (CbLibrary *library)
{
  CbPreferencesPage *self;

  g_return_val_if_fail (CB_IS_LIBRARY (library), NULL);

  self = g_object_new (CB_TYPE_PREFERENCES_PAGE, NULL);
  g_set_object (&self->library_object, library);
  fill_libraries (self);
  bind_row (self, self->language, "language", languages);
  bind_row (self, self->texts, "texts", texts);
  bind_row (self, self->library, "library", (const char *const *)self->libraries);

  return ADW_PREFERENCES_PAGE (self);
}

/**
 * cb_preferences_page_focus_language:
 * @self: a page
 *
 * Moves the focus to the row where the language was just chosen.
 */
void
cb_preferences_page_focus_language (CbPreferencesPage *self)
{
  g_return_if_fail (CB_IS_PREFERENCES_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->language));
}
