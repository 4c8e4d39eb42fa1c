/* catalog-check.c: reads the source files at build time, and names every text without a translation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cb-catalog.h"
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
check (const char  *source_folder,
       const char  *merged_folder,
       GError     **error)
{
  g_autoptr (CbCatalog) source = NULL;
  g_autoptr (CbCatalog) merged = NULL;
  g_autoptr (CbXml) list = NULL;
  guint n_missing = 0;

  source = cb_catalog_new_from_folder (source_folder, CB_CATALOG_UNTRANSLATED, error);
  if (source == NULL)
    return FALSE;

  list = load (source_folder, "catalog.xml", error);
  if (list == NULL)
    return FALSE;

  for (const CbXmlNode *file = cb_xml_get_root (list)->first_child; file != NULL; file = file->next)
    {
      const char *name = cb_xml_node_get_attribute (file, "name");
      g_autoptr (CbXml) source_xml = load (source_folder, name, error);
      g_autoptr (CbXml) merged_xml = source_xml != NULL ? load (merged_folder, name, error) : NULL;

      if (merged_xml == NULL)
        return FALSE;

      n_missing += compare (cb_xml_get_root (source_xml), cb_xml_get_root (merged_xml), name);
    }

  if (n_missing > 0)
    {
      g_set_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_TRANSLATION,
                   "%u texts without a Korean translation in po/ko.po", n_missing);
      return FALSE;
    }

  merged = cb_catalog_new_from_folder (merged_folder, CB_CATALOG_DEFAULT, error);
  return merged != NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  const char *stamp = NULL;

  if (argc > 1 && g_str_has_prefix (argv[1], "--stamp="))
    {
      stamp = argv[1] + strlen ("--stamp=");
      argc--;
      argv++;
    }

  if (argc != 3)
    {
      fprintf (stderr, "usage: catalog-check [--stamp=FILE] SOURCE-FOLDER MERGED-FOLDER\n");
      return 2;
    }

  if (!check (argv[1], argv[2], &error) ||
      (stamp != NULL && !g_file_set_contents (stamp, "", 0, &error)))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}
