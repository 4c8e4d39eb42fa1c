/* cb-reader-entry.c: an entry of the catalog: its attributes, and its parts in the order of their table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-reader-parts.h"

/**
 * cb_entry_builder_get_items:
 * @builder: an entry that is read
 * @part: a part of it
 *
 * Returns: (transfer none) (element-type CbItem): the items of that part, to add to
 */
GArray *
cb_entry_builder_get_items (CbEntryBuilder *builder,
                            CbPart          part)
{
  if (builder->items[part] == NULL)
    builder->items[part] = cb_store_new_items ();

  return builder->items[part];
}

/**
 * cb_entry_builder_add:
 * @builder: an entry that is read
 * @part: a part of it
 * @item: an item, which is copied
 *
 * Adds an item to a part.
 *
 * Returns: %TRUE, to be the last of a chain of conditions
 */
gboolean
cb_entry_builder_add (CbEntryBuilder *builder,
                      CbPart          part,
                      const CbItem   *item)
{
  g_array_append_vals (cb_entry_builder_get_items (builder, part), item, 1);

  return TRUE;
}

/* The elements that may come after the one at @spec, for a message. */
static char *
list_expected (const CbPartSpec *spec)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (; spec->element != NULL; spec++)
    {
      g_strv_builder_take (names, g_strdup_printf ("<%s>", spec->element));
      if (spec->required)
        break;
    }
  if (spec->element == NULL)
    g_strv_builder_add (names, "the end of the entry");

  all = g_strv_builder_end (names);
  return g_strjoinv (" or ", all);
}

static gboolean
read_parts (CbEntryBuilder   *builder,
            const CbXmlNode  *node,
            const CbPartSpec *spec,
            GError          **error)
{
  const CbXmlNode *child = node->first_child;

  while (spec->element != NULL)
    {
      guint n_read = 0;

      while (child != NULL && strcmp (child->name, spec->element) == 0 &&
             (n_read == 0 || spec->repeated))
        {
          if (!spec->read (builder, child, spec, error))
            return FALSE;
          child = child->next;
          n_read++;
        }

      if (n_read == 0 && spec->required)
        break;
      /* What stands here belongs to none of the optional elements that were passed over. */
      if (child != NULL && n_read == 0)
        {
          const CbPartSpec *later;

          for (later = spec; later->element != NULL; later++)
            {
              if (strcmp (later->element, child->name) == 0 || later->required)
                break;
            }
          if (later->element == NULL || strcmp (later->element, child->name) != 0)
            break;
        }
      spec++;
    }

  if (child != NULL || spec->element != NULL)
    {
      g_autofree char *expected = list_expected (spec);

      if (child != NULL)
        cb_reader_unexpected (child, expected, error);
      else
        cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                               "<%s> ends too early, expected %s", node->name, expected);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_id (CbEntryBuilder   *builder,
          const CbXmlNode  *node,
          GError          **error)
{
  static const char *const patterns[] = {
    [CB_ENTRY_CLASS] = "^class:[1-5]xx$",
    [CB_ENTRY_STATUS] = "^status:[0-9]{3}$",
    [CB_ENTRY_METHOD] = "^method:([A-Z-]+|\\*)$",
    [CB_ENTRY_GUIDE] = "^guide:[a-z0-9-]+$",
    [CB_ENTRY_SITUATION] = "^situation:[a-z0-9-]+$",
  };

  if (g_regex_match_simple (patterns[builder->data.kind], builder->data.id, G_REGEX_DOLLAR_ENDONLY, 0))
    return TRUE;

  cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                         "the id of <%s> is “%s”, expected the form %s", node->name,
                         builder->data.id, patterns[builder->data.kind]);
  return FALSE;
}

static CbEntryState
parse_state (const char *nick)
{
  for (CbEntryState state = CB_STATE_PERMANENT; state <= CB_STATE_NOT_A_STATUS; state++)
    {
      if (g_strcmp0 (nick, cb_entry_state_get_nick (state)) == 0)
        return state;
    }

  return CB_STATE_NONE;
}

static gboolean
read_entry_attributes (CbEntryBuilder   *builder,
                       const CbXmlNode  *node,
                       GError          **error)
{
  const char *state = NULL, *deprecated = NULL;
  const CbAttribute attributes[] = {
    { "id", &builder->data.id },
    { "reviewed", &builder->data.reviewed },
    { "state", &state, FALSE,
      builder->data.kind == CB_ENTRY_METHOD
          ? "permanent reserved"
          : "permanent temporary obsoleted unused unofficial not-a-status" },
    { "deprecated", &deprecated, TRUE, "yes" },
    { "expires", &builder->data.expires, TRUE },
  };
  guint n_attributes = 2;

  if (builder->data.kind == CB_ENTRY_METHOD)
    n_attributes = 3;
  else if (builder->data.kind == CB_ENTRY_STATUS)
    n_attributes = 5;

  if (!cb_reader_get_attributes (builder->reader, node, attributes, n_attributes, error) ||
      !check_id (builder, node, error))
    return FALSE;

  builder->data.state = parse_state (state);
  builder->data.deprecated = deprecated != NULL;
  return TRUE;
}

/**
 * cb_reader_read_entry:
 * @reader: a reader
 * @node: the element of an entry
 * @data: (inout): what it is made of; the id of the group is there already
 * @error: return location for a #CbCatalogError
 *
 * Returns: whether the entry is right
 */
gboolean
cb_reader_read_entry (CbReader         *reader,
                      const CbXmlNode  *node,
                      CbEntryData      *data,
                      GError          **error)
{
  CbEntryBuilder builder = { reader, *data };
  gboolean ok;
  CbEntryKind kind;

  for (kind = CB_ENTRY_CLASS; kind <= CB_ENTRY_SITUATION; kind++)
    {
      if (strcmp (node->name, cb_entry_kind_get_nick (kind)) == 0)
        break;
    }
  if (kind > CB_ENTRY_SITUATION)
    {
      cb_reader_unexpected (node, "<class>, <status>, <method>, <guide> or <situation>", error);
      return FALSE;
    }

  builder.data.kind = kind;
  ok = read_entry_attributes (&builder, node, error) &&
       read_parts (&builder, node, cb_reader_get_part_specs (&builder.data), error);

  for (guint i = 0; i < CB_N_PARTS; i++)
    {
      if (builder.items[i] != NULL)
        builder.data.items[i] =
            cb_store_take_items (reader->store, builder.items[i], &builder.data.n_items[i]);
    }

  *data = builder.data;
  return ok;
}
