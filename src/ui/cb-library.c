/* cb-library.c: what all windows share: the content, the search, the settings, the favourites */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-library.h"

#define MAX_FAVORITES 10000
#define MAX_RECENT 12

struct _CbLibrary
{
  GObject parent_instance;

  /* owned */
  CbCatalog *catalog;
  GError *error;
  GSettings *settings;
  CbShelf *favorites;
  CbShelf *recent;
  CbIndex *index;

  gboolean started;
};

G_DEFINE_FINAL_TYPE (CbLibrary, cb_library, G_TYPE_OBJECT)

static CbShelf *
make_shelf (CbCatalog *catalog, const char *folder, const char *name, guint max)
{
  g_autoptr (GFile) file = NULL;

  if (folder != NULL)
    file = g_file_new_build_filename (folder, name, NULL);

  return cb_shelf_new (catalog, file, max);
}

static void
cb_library_finalize (GObject *object)
{
  CbLibrary *self = CB_LIBRARY (object);

  g_clear_object (&self->index);
  g_clear_object (&self->recent);
  g_clear_object (&self->favorites);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalog);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (cb_library_parent_class)->finalize (object);
}

static void
cb_library_class_init (CbLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cb_library_finalize;
}

static void
cb_library_init (CbLibrary *self)
{
}

/**
 * cb_library_new:
 * @catalog: (nullable): the content, NULL if it could not be read
 * @error: (nullable): why it could not
 * @settings: the settings
 * @data_folder: (nullable): where favourites and recent entries are kept, NULL for nowhere
 *
 * Returns: (transfer full): a library
 */
CbLibrary *
cb_library_new (CbCatalog *catalog,
                const GError *error,
                GSettings *settings,
                const char *data_folder)
{
  CbLibrary *self;

  g_return_val_if_fail (catalog == NULL || CB_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail ((catalog == NULL) == (error != NULL), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (CB_TYPE_LIBRARY, NULL);
  g_set_object (&self->settings, settings);
  if (error != NULL)
    self->error = g_error_copy (error);
  if (g_set_object (&self->catalog, catalog))
    {
      self->favorites = make_shelf (catalog, data_folder, "favorites", MAX_FAVORITES);
      self->recent = make_shelf (catalog, data_folder, "recent", MAX_RECENT);
    }

  return self;
}

/**
 * cb_library_get_catalog:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the content, NULL if it could not be read
 */
CbCatalog *
cb_library_get_catalog (CbLibrary *self)
{
  g_return_val_if_fail (CB_IS_LIBRARY (self), NULL);

  return self->catalog;
}

/**
 * cb_library_get_error:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): why there is no content
 */
const GError *
cb_library_get_error (CbLibrary *self)
{
  g_return_val_if_fail (CB_IS_LIBRARY (self), NULL);

  return self->error;
}

/**
 * cb_library_get_settings:
 * @self: a library
 *
 * Returns: (transfer none): the settings
 */
GSettings *
cb_library_get_settings (CbLibrary *self)
{
  g_return_val_if_fail (CB_IS_LIBRARY (self), NULL);

  return self->settings;
}

/**
 * cb_library_get_favorites:
 * @self: a library with content
 *
 * Returns: (transfer none): the favourites
 */
CbShelf *
cb_library_get_favorites (CbLibrary *self)
{
  g_return_val_if_fail (CB_IS_LIBRARY (self), NULL);

  return self->favorites;
}

/**
 * cb_library_get_recent:
 * @self: a library with content
 *
 * Returns: (transfer none): the entries read last, the latest first
 */
CbShelf *
cb_library_get_recent (CbLibrary *self)
{
  g_return_val_if_fail (CB_IS_LIBRARY (self), NULL);

  return self->recent;
}

/**
 * cb_library_get_index:
 * @self: a library with content
 *
 * Makes the content searchable when that is first asked for.
 *
 * Returns: (transfer none): the index
 */
CbIndex *
cb_library_get_index (CbLibrary *self)
{
  g_return_val_if_fail (CB_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (self->catalog != NULL, NULL);

  if (self->index == NULL)
    self->index = cb_index_new_builtin (self->catalog);

  return self->index;
}

/**
 * cb_library_get_first:
 * @self: a library
 *
 * Returns: the language that texts are shown in first, or alone
 */
CbLanguage
cb_library_get_first (CbLibrary *self)
{
  g_autofree char *texts = NULL;
  CbLanguage language;

  g_return_val_if_fail (CB_IS_LIBRARY (self), CB_LANGUAGE_EN);

  texts = g_settings_get_string (self->settings, "texts");
  if (cb_language_from_code (texts, &language))
    return language;

  return cb_language_from_locale ();
}

/**
 * cb_library_get_shows_both:
 * @self: a library
 *
 * Returns: whether pages show their texts in both languages
 */
gboolean
cb_library_get_shows_both (CbLibrary *self)
{
  g_autofree char *texts = NULL;

  g_return_val_if_fail (CB_IS_LIBRARY (self), FALSE);

  texts = g_settings_get_string (self->settings, "texts");

  return g_str_equal (texts, "both");
}

/**
 * cb_library_start:
 * @self: a library
 *
 * Does what can wait until the first window is shown.
 */
void
cb_library_start (CbLibrary *self)
{
  g_return_if_fail (CB_IS_LIBRARY (self));

  if (self->started || self->catalog == NULL)
    return;
  self->started = TRUE;
  cb_library_get_index (self);
  cb_shelf_load (self->favorites);
  cb_shelf_load (self->recent);
}
