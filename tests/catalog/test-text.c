/* test-text.c: languages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-text.h"

static void
test_codes (void)
{
  CbLanguage language = CB_LANGUAGE_EN;

  g_assert_true (cb_language_from_code ("ko", &language));
  g_assert_cmpint (language, ==, CB_LANGUAGE_KO);
  g_assert_cmpint (cb_language_other (language), ==, CB_LANGUAGE_EN);
  g_assert_cmpint (cb_language_other (CB_LANGUAGE_EN), ==, CB_LANGUAGE_KO);
  g_assert_cmpstr (cb_language_get_code (CB_LANGUAGE_KO), ==, "ko");
  g_assert_cmpstr (cb_language_get_code (CB_LANGUAGE_EN), ==, "en");

  g_assert_false (cb_language_from_code ("fr", &language));
  g_assert_false (cb_language_from_code ("KO", &language));
  g_assert_false (cb_language_from_code (NULL, &language));
  g_assert_cmpint (language, ==, CB_LANGUAGE_KO);
}

/* GLib looks at the environment anew at each call. */
static void
test_locale (void)
{
  static const struct
  {
    const char *value;
    CbLanguage language;
  } cases[] = {
    { "ko", CB_LANGUAGE_KO },
    { "ko_KR", CB_LANGUAGE_KO },
    { "en_US", CB_LANGUAGE_EN },
    { "fr", CB_LANGUAGE_EN },
    { "fr:ko:en", CB_LANGUAGE_KO },
    { "fr:en:ko", CB_LANGUAGE_EN },
    { "C", CB_LANGUAGE_EN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_setenv ("LANGUAGE", cases[i].value, TRUE);
      g_assert_cmpint (cb_language_from_locale (), ==, cases[i].language);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/codes", test_codes);
  g_test_add_func ("/text/locale", test_locale);

  return g_test_run ();
}
