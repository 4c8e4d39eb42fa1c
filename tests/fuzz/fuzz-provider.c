/* fuzz-provider.c: the desktop's search may ask for anything */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-fuzz.h"
#include "cb-provider.h"

static CbProvider *
get_provider (CbLanguage language)
{
  static CbProvider *providers[CB_N_LANGUAGES];

  if (providers[language] == NULL)
    {
      g_autoptr (CbCatalog) catalog = cb_catalog_new (NULL);
      g_autoptr (CbIndex) index = NULL;

      g_assert (catalog != NULL);
      index = cb_index_new_builtin (catalog);
      providers[language] = cb_provider_new (index, language);
    }

  return providers[language];
}

/* What is found is there, and each of it is described. */
static void
check_found (CbProvider        *provider,
             const char *const *ids)
{
  g_autoptr (GVariant) metas = g_variant_ref_sink (cb_provider_describe (provider, ids));

  g_assert_cmpuint (g_variant_n_children (metas), ==, g_strv_length ((char **) ids));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GVariant) meta = g_variant_get_child_value (metas, i);
      const char *id, *name, *description;

      g_assert (cb_provider_contains (provider, ids[i]));
      g_assert (g_variant_lookup (meta, "id", "&s", &id) && strcmp (id, ids[i]) == 0);
      g_assert (g_variant_lookup (meta, "name", "&s", &name) && *name != '\0');
      g_assert (g_variant_lookup (meta, "description", "&s", &description) && *description != '\0');
    }
}

/* Ids that were never given out are left out. */
static void
check_asked (CbProvider        *provider,
             const char *const *ids)
{
  g_autoptr (GVariant) metas = g_variant_ref_sink (cb_provider_describe (provider, ids));
  gsize n_known = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    n_known += cb_provider_contains (provider, ids[i]) ? 1 : 0;
  g_assert_cmpuint (g_variant_n_children (metas), ==, n_known);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  CbProvider *provider = get_provider (size % CB_N_LANGUAGES);
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  /* The bus carries nothing else. */
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_auto (GStrv) words = g_strsplit (text, "\n", -1);
  const char *const *terms = (const char *const *) words;
  g_auto (GStrv) ids = cb_provider_search (provider, terms);
  g_auto (GStrv) again = cb_provider_search (provider, terms);
  g_autofree char *joined = cb_provider_join_terms (terms);

  g_assert (g_strv_length (ids) <= CB_PROVIDER_MAX_RESULTS);
  g_assert (g_strv_equal ((const char *const *) ids, (const char *const *) again));
  g_assert (strlen (joined) == strlen (text));
  check_found (provider, (const char *const *) ids);
  check_asked (provider, terms);

  return 0;
}
