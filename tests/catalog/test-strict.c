/* test-strict.c: no element of a catalog has an attribute or a child that is not meant for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "cb-sample.h"

static const char *const files[] = { "catalog.xml", "hidden.xml", "sample.xml", "terms.xml" };

/* Where the sample takes its labels from. */
#define LABELS "../../../data/catalog/"

typedef struct
{
  char *folder;
  char *labels;
  char *paths[G_N_ELEMENTS (files)];
  char *texts[G_N_ELEMENTS (files)];
} Fixture;

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* The catalog that has everything, where it can be changed. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *labels = NULL;
  g_autofree char *label_text = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("catalog-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *source = g_build_filename (CB_SAMPLE_FOLDER, files[i], NULL);
      g_autofree char *text = read_file (source);
      g_auto (GStrv) parts = g_strsplit (text, LABELS, -1);

      fixture->texts[i] = g_strjoinv ("", parts);
      fixture->paths[i] = g_build_filename (fixture->folder, files[i], NULL);
      g_assert_true (g_file_set_contents (fixture->paths[i], fixture->texts[i], -1, NULL));
    }

  labels = g_build_filename (CB_SAMPLE_FOLDER, LABELS "labels.xml", NULL);
  label_text = read_file (labels);
  fixture->labels = g_build_filename (fixture->folder, "labels.xml", NULL);
  g_assert_true (g_file_set_contents (fixture->labels, label_text, -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_cmpint (g_unlink (fixture->paths[i]), ==, 0);
      g_free (fixture->paths[i]);
      g_free (fixture->texts[i]);
    }
  g_assert_cmpint (g_unlink (fixture->labels), ==, 0);
  g_free (fixture->labels);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

/* Compiles it with file @i as @start, @inserted, @end, and puts the file back. */
static void
assert_refused (Fixture *fixture,
                guint i,
                gsize start,
                const char *inserted,
                gsize end,
                const char *message,
                const char *or_message)
{
  g_autofree char *changed = g_strdup_printf ("%.*s%s%s", (int)start, fixture->texts[i], inserted,
                                              fixture->texts[i] + end);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) image = NULL;

  g_assert_true (g_file_set_contents (fixture->paths[i], changed, -1, NULL));
  image = cb_compiler_compile (fixture->folder, CB_COMPILER_UNTRANSLATED, &error);
  g_assert_true (g_file_set_contents (fixture->paths[i], fixture->texts[i], -1, NULL));

  if (image != NULL)
    g_error ("%s: “%s” is taken after “%.40s”", files[i], inserted, fixture->texts[i] + start);
  g_assert_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_SCHEMA);
  if (strstr (error->message, message) == NULL && strstr (error->message, or_message) == NULL)
    g_error ("“%s”, expected “%s”", error->message, message);
}

/* But not a translation, which msgfmt makes with the attributes of the original. */
static void
test_every_element (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRegex) tag = g_regex_new ("<([a-z-]+)(?![^<>]*xml:lang)[^<>]*?(/?>)", G_REGEX_DEFAULT,
                                        G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (tag, fixture->texts[i], G_REGEX_MATCH_DEFAULT, &match);
           g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *name = g_match_info_fetch (match, 1);
          g_autofree char *closing = g_match_info_fetch (match, 2);
          g_autofree char *attribute
              = g_strdup_printf ("<%s> has an unknown attribute “unknown”", name);
          g_autofree char *holds = g_strdup_printf ("<%s> holds both text and elements", name);
          g_autofree char *with_child
              = g_strdup_printf ("><unknown/>%s%s%s", *closing == '/' ? "</" : "",
                                 *closing == '/' ? name : "", *closing == '/' ? ">" : "");
          int start, end;

          g_match_info_fetch_pos (match, 2, &start, &end);
          assert_refused (fixture, i, (gsize)start, " unknown=\"x\"", (gsize)start, attribute,
                          attribute);
          assert_refused (fixture, i, (gsize)start, with_child, (gsize)end, "<unknown>", holds);
          g_hash_table_add (names, g_steal_pointer (&name));
        }
    }

  /* It has everything, so this is what there is. */
  g_test_message ("%u kinds of elements", g_hash_table_size (names));
  g_assert_cmpuint (g_hash_table_size (names), >, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/strict/every-element", Fixture, NULL, set_up, test_every_element, tear_down);

  return g_test_run ();
}
