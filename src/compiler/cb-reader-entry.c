/* cb-reader-entry.c: an entry of the catalog, read by a table for each kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-reader.h"

typedef struct
{
  CbReader *reader;
  CbEntryData data;
  GArray *items[CB_N_PARTS];
} Builder;

typedef struct _PartSpec PartSpec;

typedef gboolean (*ReadFunc) (Builder         *builder,
                              const CbXmlNode *node,
                              const PartSpec  *spec,
                              GError         **error);

/* One element that an entry may have: the order of a table is the order in the file, as in catalog.rng. */
struct _PartSpec
{
  const char *element;
  CbPart part;
  ReadFunc read;
  gboolean required;
  gboolean repeated;
  const char *values; /* of a property */
};

#define GET_ATTRIBUTES(builder, node, attributes, error)                                           \
  cb_reader_get_attributes ((builder)->reader, (node), (attributes), G_N_ELEMENTS (attributes),    \
                            (error))

static GArray *
get_items (Builder *builder,
           CbPart   part)
{
  if (builder->items[part] == NULL)
    builder->items[part] = g_array_new (FALSE, TRUE, sizeof (CbItem));

  return builder->items[part];
}

static gboolean
add_item (Builder      *builder,
          CbPart        part,
          const CbItem *item)
{
  g_array_append_vals (get_items (builder, part), item, 1);

  return TRUE;
}

static gboolean
read_title (Builder          *builder,
            const CbXmlNode  *node,
            const PartSpec   *spec,
            GError          **error)
{
  const char *translate;
  const CbAttribute attributes[] = { { "translate", &translate, TRUE, "no" } };

  return GET_ATTRIBUTES (builder, node, attributes, error) &&
         cb_reader_get_text (builder->reader, node, &builder->data.title, error);
}

static gboolean
read_summary (Builder          *builder,
              const CbXmlNode  *node,
              const PartSpec   *spec,
              GError          **error)
{
  CbItem item = { CB_ITEM_PARAGRAPH };

  if (!cb_reader_get_attributes (builder->reader, node, NULL, 0, error) ||
      !cb_reader_get_text (builder->reader, node, &builder->data.summary, error))
    return FALSE;

  item.text = builder->data.summary;
  return add_item (builder, spec->part, &item);
}

static gboolean
read_text (Builder          *builder,
           const CbXmlNode  *node,
           const PartSpec   *spec,
           GError          **error)
{
  CbItem item = { CB_ITEM_PARAGRAPH };

  return cb_reader_get_attributes (builder->reader, node, NULL, 0, error) &&
         cb_reader_get_text (builder->reader, node, &item.text, error) &&
         add_item (builder, spec->part, &item);
}

static gboolean
read_paragraphs (Builder          *builder,
                 const CbXmlNode  *node,
                 const PartSpec   *spec,
                 GError          **error)
{
  return cb_reader_get_attributes (builder->reader, node, NULL, 0, error) &&
         cb_reader_read_paragraphs (builder->reader, node, "p", CB_ITEM_PARAGRAPH,
                                    get_items (builder, spec->part), error);
}

static gboolean
read_check (Builder          *builder,
            const CbXmlNode  *node,
            const PartSpec   *spec,
            GError          **error)
{
  static const struct
  {
    const char *role;
    CbPart part;
  } roles[] = {
    { "client", CB_PART_CHECK_CLIENT },
    { "server", CB_PART_CHECK_SERVER },
    { "operator", CB_PART_CHECK_OPERATOR },
  };
  const char *role;
  const CbAttribute attributes[] = { { "role", &role, FALSE, "client server operator" } };
  CbPart part = CB_PART_CHECK_CLIENT;

  if (!GET_ATTRIBUTES (builder, node, attributes, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (strcmp (roles[i].role, role) == 0)
        part = roles[i].part;
    }

  if (builder->items[part] != NULL)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<check role=\"%s\"> for a second time, expected each role once", role);
      return FALSE;
    }

  return cb_reader_read_paragraphs (builder->reader, node, "step", CB_ITEM_STEP,
                                    get_items (builder, part), error);
}

static gboolean
read_name (Builder          *builder,
           const CbXmlNode  *node,
           const PartSpec   *spec,
           GError          **error)
{
  gboolean former = spec->part == CB_PART_FORMER_NAME;
  CbItem item = { CB_ITEM_NAME };
  const CbAttribute attributes[] = {
    { "source", &item.source, !former },
    { "year", &item.year, !former },
  };

  return cb_reader_get_attributes (builder->reader, node, attributes, former ? 2 : 1, error) &&
         cb_reader_get_words (builder->reader, node, &item.code, error) &&
         add_item (builder, spec->part, &item);
}

static gboolean
read_spec (Builder          *builder,
           const CbXmlNode  *node,
           const PartSpec   *spec,
           GError          **error)
{
  CbItem item = { CB_ITEM_SPEC };
  const CbAttribute attributes[] = {
    { "document", &item.source },
    { "section", &item.section },
  };

  return GET_ATTRIBUTES (builder, node, attributes, error) && cb_reader_expect_leaf (node, error) &&
         add_item (builder, spec->part, &item);
}

/* The <note> that a property or a header field may hold. */
static gboolean
read_note (Builder          *builder,
           const CbXmlNode  *node,
           CbText           *text,
           GError          **error)
{
  const CbXmlNode *note = node->first_child;

  if (note == NULL)
    return TRUE;

  if (strcmp (note->name, "note") != 0 || note->next != NULL)
    {
      cb_reader_unexpected (note->next != NULL ? note->next : note, "one <note>", error);
      return FALSE;
    }

  return cb_reader_get_attributes (builder->reader, note, NULL, 0, error) &&
         cb_reader_get_text (builder->reader, note, text, error);
}

static gboolean
read_property (Builder          *builder,
               const CbXmlNode  *node,
               const PartSpec   *spec,
               GError          **error)
{
  CbItem item = { CB_ITEM_PROPERTY };
  const CbAttribute attributes[] = { { "value", &item.value, FALSE, spec->values } };

  item.name = spec->element;

  return GET_ATTRIBUTES (builder, node, attributes, error) &&
         read_note (builder, node, &item.text, error) && add_item (builder, spec->part, &item);
}

static gboolean
read_header (Builder          *builder,
             const CbXmlNode  *node,
             const PartSpec   *spec,
             GError          **error)
{
  CbItem item = { CB_ITEM_HEADER };
  const CbAttribute attributes[] = {
    { "name", &item.code },
    { "direction", &item.name, FALSE, "request response" },
    { "role", &item.value, FALSE, "required expected optional forbidden" },
    { "document", &item.source },
    { "section", &item.section },
  };

  return GET_ATTRIBUTES (builder, node, attributes, error) &&
         read_note (builder, node, &item.text, error) && add_item (builder, spec->part, &item);
}

static gboolean
read_example (Builder          *builder,
              const CbXmlNode  *node,
              const PartSpec   *spec,
              GError          **error)
{
  if (!cb_reader_get_attributes (builder->reader, node, NULL, 0, error))
    return FALSE;

  if (node->first_child == NULL)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<example> is empty, expected <request> or <response>");
      return FALSE;
    }

  for (const CbXmlNode *child = node->first_child; child != NULL; child = child->next)
    {
      CbItem item;

      if (!cb_reader_read_message (builder->reader, child, &item, error))
        return FALSE;

      add_item (builder, spec->part, &item);
    }

  return TRUE;
}

static gboolean
read_figure (Builder          *builder,
             const CbXmlNode  *node,
             const PartSpec   *spec,
             GError          **error)
{
  CbItem item;

  return cb_reader_read_figure (builder->reader, node, &item, error) &&
         add_item (builder, spec->part, &item);
}

static gboolean
read_meaning (Builder          *builder,
              const CbXmlNode  *node,
              const PartSpec   *spec,
              GError          **error)
{
  CbItem item;

  return cb_reader_read_meaning (builder->reader, node, &item, error) &&
         add_item (builder, spec->part, &item);
}

static gboolean
read_link (Builder          *builder,
           const CbXmlNode  *node,
           const PartSpec   *spec,
           GError          **error)
{
  const char *unusual = NULL;
  CbItem item = { CB_ITEM_LINK };
  const CbAttribute attributes[] = {
    { "to", &item.target },
    { "unusual", &unusual, TRUE, "yes" },
  };
  guint n_attributes = spec->part == CB_PART_ANSWER ? 2 : 1;

  if (!cb_reader_get_attributes (builder->reader, node, attributes, n_attributes, error) ||
      !cb_reader_get_text (builder->reader, node, &item.text, error))
    return FALSE;

  item.flag = unusual != NULL;
  cb_reader_add_reference (builder->reader, node, item.target);
  return add_item (builder, spec->part, &item);
}

static gboolean
read_about (Builder          *builder,
            const CbXmlNode  *node,
            const PartSpec   *spec,
            GError          **error)
{
  CbItem item = { CB_ITEM_LINK };
  const CbAttribute attributes[] = { { "to", &item.target } };

  if (!GET_ATTRIBUTES (builder, node, attributes, error) || !cb_reader_expect_leaf (node, error))
    return FALSE;

  cb_reader_add_reference (builder->reader, node, item.target);
  return add_item (builder, spec->part, &item);
}

static gboolean
read_constant (Builder          *builder,
               const CbXmlNode  *node,
               const PartSpec   *spec,
               GError          **error)
{
  const char *other = NULL;
  CbItem item = { CB_ITEM_CONSTANT };
  const CbAttribute attributes[] = {
    { "library", &item.name, FALSE,
      "python go spring servlet jdk ktor dotnet node rust symfony rack libsoup" },
    { "other", &other, TRUE, "yes" },
    { "deprecated", &item.deprecated, TRUE },
    { "since", &item.since, TRUE },
    { "until", &item.until, TRUE },
  };

  if (!GET_ATTRIBUTES (builder, node, attributes, error) ||
      !cb_reader_get_words (builder->reader, node, &item.code, error))
    return FALSE;

  item.flag = other != NULL;
  return add_item (builder, spec->part, &item);
}

static gboolean
read_alias (Builder          *builder,
            const CbXmlNode  *node,
            const PartSpec   *spec,
            GError          **error)
{
  const char *language;
  CbItem item = { CB_ITEM_ALIAS };
  const CbAttribute attributes[] = { { "lang", &language, FALSE, "en ko" } };

  if (!GET_ATTRIBUTES (builder, node, attributes, error) ||
      !cb_reader_get_words (builder->reader, node, &item.code, error))
    return FALSE;

  cb_language_from_code (language, &item.language);
  return add_item (builder, spec->part, &item);
}

static gboolean
read_article_text (Builder          *builder,
                   const CbXmlNode  *node,
                   CbItemKind        kind,
                   GError          **error)
{
  CbItem item = { kind };

  return cb_reader_get_attributes (builder->reader, node, NULL, 0, error) &&
         cb_reader_get_text (builder->reader, node, &item.text, error) &&
         add_item (builder, CB_PART_ARTICLE, &item);
}

static gboolean
read_article (Builder          *builder,
              const CbXmlNode  *node,
              const PartSpec   *spec,
              GError          **error)
{
  if (!cb_reader_get_attributes (builder->reader, node, NULL, 0, error))
    return FALSE;

  for (const CbXmlNode *child = node->first_child; child != NULL; child = child->next)
    {
      gboolean ok;
      CbItem item;

      if (strcmp (child->name, "p") == 0)
        ok = read_article_text (builder, child, CB_ITEM_PARAGRAPH, error);
      else if (strcmp (child->name, "item") == 0)
        ok = read_article_text (builder, child, CB_ITEM_STEP, error);
      else if (strcmp (child->name, "heading") == 0)
        ok = read_article_text (builder, child, CB_ITEM_HEADING, error);
      else if (strcmp (child->name, "figure") == 0)
        ok = cb_reader_read_figure (builder->reader, child, &item, error) &&
             add_item (builder, spec->part, &item);
      else if (strcmp (child->name, "table") == 0)
        ok = cb_reader_read_table (builder->reader, child, &item, error) &&
             add_item (builder, spec->part, &item);
      else if (strcmp (child->name, "example") == 0)
        ok = read_example (builder, child, spec, error);
      else
        {
          cb_reader_unexpected (child, "<heading>, <p>, <item>, <figure>, <table> or <example>",
                                error);
          ok = FALSE;
        }

      if (!ok)
        return FALSE;
    }

  if (builder->items[spec->part] == NULL)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA, "<article> is empty, expected text");
      return FALSE;
    }

  return TRUE;
}

#define REQUIRED TRUE, FALSE
#define OPTIONAL FALSE, FALSE
#define ONE_OR_MORE TRUE, TRUE
#define ANY_NUMBER FALSE, TRUE

#define YES_NO "yes no"
#define BODY "expected optional none"

static const PartSpec class_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "spec", CB_PART_SPEC, read_spec, ONE_OR_MORE },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "unknown-code", CB_PART_UNKNOWN_CODE, read_paragraphs, REQUIRED },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const PartSpec registered_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "former-name", CB_PART_FORMER_NAME, read_name, ANY_NUMBER },
  { "other-name", CB_PART_OTHER_NAME, read_name, ANY_NUMBER },
  { "spec", CB_PART_SPEC, read_spec, ONE_OR_MORE },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "figure", CB_PART_FIGURE, read_figure, OPTIONAL },
  { "when-to-send", CB_PART_WHEN_TO_SEND, read_paragraphs, REQUIRED },
  { "when-not-to-send", CB_PART_WHEN_NOT_TO_SEND, read_paragraphs, REQUIRED },
  { "check", CB_PART_CHECK_CLIENT, read_check, ANY_NUMBER },
  { "cacheable", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "content", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "method-kept", CB_PART_BEHAVIOR, read_property, OPTIONAL, "yes no may-change" },
  { "retry", CB_PART_BEHAVIOR, read_property, REQUIRED, "yes idempotent after changed no" },
  { "header", CB_PART_HEADER, read_header, ANY_NUMBER },
  { "example", CB_PART_EXAMPLE, read_example, REQUIRED },
  { "confused-with", CB_PART_CONFUSED_WITH, read_link, ANY_NUMBER },
  { "meaning", CB_PART_MEANING, read_meaning, ANY_NUMBER },
  { "history", CB_PART_HISTORY, read_paragraphs, OPTIONAL },
  { "constant", CB_PART_CONSTANT, read_constant, ANY_NUMBER },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const PartSpec unofficial_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "meaning", CB_PART_MEANING, read_meaning, ONE_OR_MORE },
  { "example", CB_PART_EXAMPLE, read_example, OPTIONAL },
  { "confused-with", CB_PART_CONFUSED_WITH, read_link, ANY_NUMBER },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const PartSpec method_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "spec", CB_PART_SPEC, read_spec, ONE_OR_MORE },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "figure", CB_PART_FIGURE, read_figure, OPTIONAL },
  { "safe", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "idempotent", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "cacheable", CB_PART_BEHAVIOR, read_property, REQUIRED, "yes conditional no" },
  { "request-body", CB_PART_BEHAVIOR, read_property, REQUIRED, BODY },
  { "response-body", CB_PART_BEHAVIOR, read_property, REQUIRED, BODY },
  { "html-form", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "server", CB_PART_SERVER, read_paragraphs, REQUIRED },
  { "answer", CB_PART_ANSWER, read_link, ANY_NUMBER },
  { "header", CB_PART_HEADER, read_header, ANY_NUMBER },
  { "example", CB_PART_EXAMPLE, read_example, OPTIONAL },
  { "confused-with", CB_PART_CONFUSED_WITH, read_link, ANY_NUMBER },
  { "history", CB_PART_HISTORY, read_paragraphs, OPTIONAL },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const PartSpec guide_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "about", CB_PART_SEE_ALSO, read_about, ANY_NUMBER },
  { "article", CB_PART_ARTICLE, read_article, REQUIRED },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const PartSpec situation_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "answer", CB_PART_ANSWER, read_link, ONE_OR_MORE },
  { "deciding-question", CB_PART_DECIDING_QUESTION, read_text, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "wrong-answer", CB_PART_WRONG_ANSWER, read_link, ONE_OR_MORE },
  { "example", CB_PART_EXAMPLE, read_example, REQUIRED },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

/* The elements that may come after the one at @spec, for a message. */
static char *
list_expected (const PartSpec *spec)
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
read_parts (Builder          *builder,
            const CbXmlNode  *node,
            const PartSpec   *spec,
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
          const PartSpec *later;

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
check_id (Builder          *builder,
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

  if (g_regex_match_simple (patterns[builder->data.kind], builder->data.id, 0, 0))
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
read_entry_attributes (Builder          *builder,
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

static const PartSpec *
get_parts (const CbEntryData *data)
{
  switch (data->kind)
    {
    case CB_ENTRY_CLASS:
      return class_parts;
    case CB_ENTRY_METHOD:
      return method_parts;
    case CB_ENTRY_GUIDE:
      return guide_parts;
    case CB_ENTRY_SITUATION:
      return situation_parts;
    case CB_ENTRY_STATUS:
      if (data->state == CB_STATE_UNOFFICIAL || data->state == CB_STATE_NOT_A_STATUS)
        return unofficial_parts;
      return registered_parts;
    default:
      g_assert_not_reached ();
    }
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
  Builder builder = { reader, *data };
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
       read_parts (&builder, node, get_parts (&builder.data), error);

  for (guint i = 0; i < CB_N_PARTS; i++)
    {
      if (builder.items[i] != NULL)
        builder.data.items[i] =
            cb_store_take_items (reader->store, builder.items[i], &builder.data.n_items[i]);
    }

  *data = builder.data;
  return ok;
}
