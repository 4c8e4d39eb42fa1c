/* catalog-compiler.c: compiles the catalog at build time, and names everything that is wrong with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cb-catalog.h"
#include "cb-compiler.h"
#include "cb-xml.h"

/* The merged files say what is missing, the source files in which line: both have the same elements in the same order. */

static CbXml *
load (const char  *folder,
      const char  *name,
      GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  return cb_xml_parse (path, contents, (gssize) length, error);
}

static guint
compare (const CbXmlNode *source,
         const CbXmlNode *merged,
         const char      *id)
{
  static const char *const translated[] = {
    "label", "title", "summary", "p", "step", "note", "deciding-question", "heading", "item",
    "caption", "participant", "message", "remark", "cell", "answer", "wrong-answer",
    "confused-with", NULL,
  };
  guint n_missing = 0;

  if (cb_xml_node_get_attribute (source, "id") != NULL)
    id = cb_xml_node_get_attribute (source, "id");

  if (source->first_child == NULL && g_strv_contains (translated, source->name) &&
      cb_xml_node_get_attribute (source, "translate") == NULL &&
      (merged->korean == NULL || *merged->korean == '\0'))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strstrip (g_strdup (source->text));

      cb_xml_node_set_error (source, &error, CB_CATALOG_ERROR_TRANSLATION,
                             "%s: <%s> has no Korean translation: %s", id, source->name, text);
      fprintf (stderr, "%s\n", error->message);
      n_missing++;
    }

  source = source->first_child;
  merged = merged->first_child;
  for (; source != NULL && merged != NULL; source = source->next, merged = merged->next)
    n_missing += compare (source, merged, id);

  return n_missing;
}

static gboolean
check_translations (const char  *source_folder,
                    const char  *merged_folder,
                    GError     **error)
{
  g_autoptr (CbXml) list = load (source_folder, "catalog.xml", error);
  guint n_missing = 0;

  if (list == NULL)
    return FALSE;

  for (const CbXmlNode *file = cb_xml_get_root (list)->first_child; file != NULL; file = file->next)
    {
      const char *name = cb_xml_node_get_attribute (file, "name");
      g_autoptr (CbXml) source = load (source_folder, name, error);
      g_autoptr (CbXml) merged = source != NULL ? load (merged_folder, name, error) : NULL;

      if (merged == NULL)
        return FALSE;

      n_missing += compare (cb_xml_get_root (source), cb_xml_get_root (merged), name);
    }

  if (n_missing == 0)
    return TRUE;

  g_set_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_TRANSLATION,
               "%u texts without a Korean translation in po/ko.po", n_missing);
  return FALSE;
}

static GBytes *
compile (const char  *source_folder,
         const char  *merged_folder,
         GError     **error)
{
  /* The source first: its errors name the lines that one edits. */
  g_autoptr (GBytes) source = cb_compiler_compile (source_folder, CB_COMPILER_UNTRANSLATED, error);

  if (source == NULL || !check_translations (source_folder, merged_folder, error))
    return NULL;

  return cb_compiler_compile (merged_folder, CB_COMPILER_DEFAULT, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) image = NULL;

  if (argc != 4)
    {
      fprintf (stderr, "usage: catalog-compiler SOURCE-FOLDER MERGED-FOLDER OUTPUT\n");
      return 2;
    }

  image = compile (argv[1], argv[2], &error);
  if (image == NULL ||
      !g_file_set_contents (argv[3], g_bytes_get_data (image, NULL), (gssize) g_bytes_get_size (image),
                            &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}
