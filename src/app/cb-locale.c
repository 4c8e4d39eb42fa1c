/* cb-locale.c: the language of the interface, changed while the program runs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "cb-locale.h"

/* What the environment said at the start: the language of "system". Environment and locale are the
 * process's own, so this is too. */
static char *system_language;
static char *system_messages;

/* gettext looks at LANGUAGE only where the locale is not C. Any other will do; these are likely to
 * be installed. */
static const char *const likely_locales[] = { "ko_KR.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", NULL };

static gboolean
is_plain (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX")
         || g_ascii_strcasecmp (locale, "C.UTF-8") == 0
         || g_ascii_strcasecmp (locale, "C.utf8") == 0;
}

/* Where only C is installed, its messages are made known by another name. */
static gboolean
set_private_locale (void)
{
  static const char *const sources[]
      = { "/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8", "/usr/lib64/locale/C.utf8" };
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "codebook", "locale", NULL);
  g_autofree char *link = g_build_filename (folder, "ko_KR.utf8", NULL);
  const char *old = g_getenv ("LOCPATH");
  g_autofree char *kept = g_strdup (old);
  gboolean found = FALSE;

  if (!g_file_test (link, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) file = g_file_new_for_path (link);

      g_mkdir_with_parents (folder, 0700);
      g_unlink (link);
      for (gsize i = 0; i < G_N_ELEMENTS (sources) && !found; i++)
        found = g_file_test (sources[i], G_FILE_TEST_IS_DIR)
                && g_file_make_symbolic_link (file, sources[i], NULL, NULL);
      if (!found)
        return FALSE;
    }

  g_setenv ("LOCPATH", folder, TRUE);
  found = setlocale (LC_MESSAGES, "ko_KR.UTF-8") != NULL;
  if (kept != NULL)
    g_setenv ("LOCPATH", kept, TRUE);
  else
    g_unsetenv ("LOCPATH");

  return found;
}

static void
ensure_messages_locale (void)
{
  if (!is_plain (setlocale (LC_MESSAGES, NULL)))
    return;
  for (gsize i = 0; likely_locales[i] != NULL; i++)
    {
      if (setlocale (LC_MESSAGES, likely_locales[i]) != NULL)
        return;
    }
  set_private_locale ();
}

/**
 * cb_locale_init:
 *
 * Remembers what the environment says, once, after setlocale().
 */
void
cb_locale_init (void)
{
  if (system_messages != NULL)
    return;
  system_language = g_strdup (g_getenv ("LANGUAGE"));
  system_messages = g_strdup (setlocale (LC_MESSAGES, NULL));
}

/**
 * cb_locale_apply:
 * @language: "ko", "en", or "system"
 *
 * Sets the language that gettext and the catalog answer in from now on.
 */
void
cb_locale_apply (const char *language)
{
  g_return_if_fail (system_messages != NULL);

  setlocale (LC_MESSAGES, system_messages);
  if (!g_str_equal (language, "system"))
    {
      ensure_messages_locale ();
      g_setenv ("LANGUAGE", language, TRUE);
    }
  else if (system_language != NULL)
    {
      g_setenv ("LANGUAGE", system_language, TRUE);
    }
  else
    {
      g_unsetenv ("LANGUAGE");
    }

  /* gettext keeps what it once found until it is told of a change, and this tells it. */
  textdomain (textdomain (NULL));
}
