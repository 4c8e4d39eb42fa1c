/* cb-reader-parts.c: what each kind of entry may have, as a table, and how each part is read */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-reader-parts.h"

#define GET_ATTRIBUTES(builder, node, attributes, error)                                           \
  cb_reader_get_attributes ((builder)->reader, (node), (attributes), G_N_ELEMENTS (attributes),    \
                            (error))

static gboolean
read_title (CbEntryBuilder   *builder,
            const CbXmlNode  *node,
            const CbPartSpec *spec,
            GError          **error)
{
  return cb_reader_get_text_with (builder->reader, node, NULL, 0, &builder->data.title, error);
}

static gboolean
read_summary (CbEntryBuilder   *builder,
              const CbXmlNode  *node,
              const CbPartSpec *spec,
              GError          **error)
{
  CbItem item = { CB_ITEM_PARAGRAPH };

  if (!cb_reader_get_attributes (builder->reader, node, NULL, 0, error) ||
      !cb_reader_get_text (builder->reader, node, &builder->data.summary, error))
    return FALSE;

  item.text = builder->data.summary;
  return cb_entry_builder_add (builder, spec->part, &item);
}

static gboolean
read_text (CbEntryBuilder   *builder,
           const CbXmlNode  *node,
           const CbPartSpec *spec,
           GError          **error)
{
  CbItem item = { CB_ITEM_PARAGRAPH };

  return cb_reader_get_attributes (builder->reader, node, NULL, 0, error) &&
         cb_reader_get_text (builder->reader, node, &item.text, error) &&
         cb_entry_builder_add (builder, spec->part, &item);
}

static gboolean
read_paragraphs (CbEntryBuilder   *builder,
                 const CbXmlNode  *node,
                 const CbPartSpec *spec,
                 GError          **error)
{
  return cb_reader_get_attributes (builder->reader, node, NULL, 0, error) &&
         cb_reader_read_paragraphs (builder->reader, node, "p", CB_ITEM_PARAGRAPH,
                                    cb_entry_builder_get_items (builder, spec->part), error);
}

static gboolean
read_name (CbEntryBuilder   *builder,
           const CbXmlNode  *node,
           const CbPartSpec *spec,
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
         cb_entry_builder_add (builder, spec->part, &item);
}

static gboolean
read_spec (CbEntryBuilder   *builder,
           const CbXmlNode  *node,
           const CbPartSpec *spec,
           GError          **error)
{
  CbItem item = { CB_ITEM_SPEC };
  const CbAttribute attributes[] = {
    { "document", &item.source },
    { "section", &item.section },
  };

  return GET_ATTRIBUTES (builder, node, attributes, error) && cb_reader_expect_empty (node, error) &&
         cb_entry_builder_add (builder, spec->part, &item);
}

/* The <note> that a property or a header field may hold. */
static gboolean
read_note (CbEntryBuilder   *builder,
           const CbXmlNode  *node,
           CbText           *text,
           GError          **error)
{
  const CbXmlNode *note = node->first_child;

  if (note == NULL)
    return cb_reader_expect_empty (node, error);

  if (strcmp (note->name, "note") != 0 || note->next != NULL)
    {
      cb_reader_unexpected (strcmp (note->name, "note") != 0 ? note : note->next, "one <note>", error);
      return FALSE;
    }

  return cb_reader_get_attributes (builder->reader, note, NULL, 0, error) &&
         cb_reader_get_text (builder->reader, note, text, error);
}

static gboolean
read_property (CbEntryBuilder   *builder,
               const CbXmlNode  *node,
               const CbPartSpec *spec,
               GError          **error)
{
  CbItem item = { CB_ITEM_PROPERTY };
  const CbAttribute attributes[] = { { "value", &item.value, FALSE, spec->values } };

  item.name = spec->element;

  return GET_ATTRIBUTES (builder, node, attributes, error) &&
         read_note (builder, node, &item.text, error) && cb_entry_builder_add (builder, spec->part, &item);
}

static gboolean
read_header (CbEntryBuilder   *builder,
             const CbXmlNode  *node,
             const CbPartSpec *spec,
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
         read_note (builder, node, &item.text, error) && cb_entry_builder_add (builder, spec->part, &item);
}

/* The compiler leads back from what a guide is about and from what a situation is answered with, which has no links of
 * that kind of its own. */
static gboolean
expect_no_article (const CbXmlNode  *node,
                   const char       *id,
                   GError          **error)
{
  if (!g_str_has_prefix (id, "guide:") && !g_str_has_prefix (id, "situation:"))
    return TRUE;

  cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_REFERENCE,
                         "<%s> leads to “%s”, expected a class, a status code or a method", node->name, id);
  return FALSE;
}

static gboolean
read_link (CbEntryBuilder   *builder,
           const CbXmlNode  *node,
           const CbPartSpec *spec,
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
      !cb_reader_get_text (builder->reader, node, &item.text, error) ||
      (spec->part == CB_PART_ANSWER && !expect_no_article (node, item.target, error)))
    return FALSE;

  item.flag = unusual != NULL;
  cb_reader_add_reference (builder->reader, node, item.target);
  return cb_entry_builder_add (builder, spec->part, &item);
}

static gboolean
read_about (CbEntryBuilder   *builder,
            const CbXmlNode  *node,
            const CbPartSpec *spec,
            GError          **error)
{
  CbItem item = { CB_ITEM_LINK };
  const CbAttribute attributes[] = { { "to", &item.target } };

  if (!GET_ATTRIBUTES (builder, node, attributes, error) || !cb_reader_expect_empty (node, error) ||
      !expect_no_article (node, item.target, error))
    return FALSE;

  cb_reader_add_reference (builder->reader, node, item.target);
  return cb_entry_builder_add (builder, spec->part, &item);
}

static gboolean
read_constant (CbEntryBuilder   *builder,
               const CbXmlNode  *node,
               const CbPartSpec *spec,
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
  return cb_entry_builder_add (builder, spec->part, &item);
}

static gboolean
read_alias (CbEntryBuilder   *builder,
            const CbXmlNode  *node,
            const CbPartSpec *spec,
            GError          **error)
{
  const char *language;
  CbItem item = { CB_ITEM_ALIAS };
  const CbAttribute attributes[] = { { "lang", &language, FALSE, "en ko" } };

  if (!GET_ATTRIBUTES (builder, node, attributes, error) ||
      !cb_reader_get_words (builder->reader, node, &item.code, error))
    return FALSE;

  cb_language_from_code (language, &item.language);
  return cb_entry_builder_add (builder, spec->part, &item);
}

#define REQUIRED TRUE, FALSE
#define OPTIONAL FALSE, FALSE
#define ONE_OR_MORE TRUE, TRUE
#define ANY_NUMBER FALSE, TRUE

#define YES_NO "yes no"
#define BODY "expected optional none"

static const CbPartSpec class_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "spec", CB_PART_SPEC, read_spec, ONE_OR_MORE },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "unknown-code", CB_PART_UNKNOWN_CODE, read_paragraphs, REQUIRED },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const CbPartSpec registered_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "former-name", CB_PART_FORMER_NAME, read_name, ANY_NUMBER },
  { "other-name", CB_PART_OTHER_NAME, read_name, ANY_NUMBER },
  { "spec", CB_PART_SPEC, read_spec, ONE_OR_MORE },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "figure", CB_PART_FIGURE, cb_reader_read_figure, OPTIONAL },
  { "when-to-send", CB_PART_WHEN_TO_SEND, read_paragraphs, REQUIRED },
  { "when-not-to-send", CB_PART_WHEN_NOT_TO_SEND, read_paragraphs, REQUIRED },
  { "check", CB_PART_CHECK_CLIENT, cb_reader_read_check, ANY_NUMBER },
  { "cacheable", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "content", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "method-kept", CB_PART_BEHAVIOR, read_property, OPTIONAL, "yes no may-change" },
  { "retry", CB_PART_BEHAVIOR, read_property, REQUIRED, "yes idempotent after changed no" },
  { "header", CB_PART_HEADER, read_header, ANY_NUMBER },
  { "example", CB_PART_EXAMPLE, cb_reader_read_example, REQUIRED },
  { "confused-with", CB_PART_CONFUSED_WITH, read_link, ANY_NUMBER },
  { "meaning", CB_PART_MEANING, cb_reader_read_meaning, ANY_NUMBER },
  { "history", CB_PART_HISTORY, read_paragraphs, OPTIONAL },
  { "constant", CB_PART_CONSTANT, read_constant, ANY_NUMBER },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const CbPartSpec unofficial_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "meaning", CB_PART_MEANING, cb_reader_read_meaning, ONE_OR_MORE },
  { "example", CB_PART_EXAMPLE, cb_reader_read_example, OPTIONAL },
  { "confused-with", CB_PART_CONFUSED_WITH, read_link, ANY_NUMBER },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const CbPartSpec method_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "spec", CB_PART_SPEC, read_spec, ONE_OR_MORE },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "figure", CB_PART_FIGURE, cb_reader_read_figure, OPTIONAL },
  { "safe", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "idempotent", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "cacheable", CB_PART_BEHAVIOR, read_property, REQUIRED, "yes conditional no" },
  { "request-body", CB_PART_BEHAVIOR, read_property, REQUIRED, BODY },
  { "response-body", CB_PART_BEHAVIOR, read_property, REQUIRED, BODY },
  { "html-form", CB_PART_BEHAVIOR, read_property, REQUIRED, YES_NO },
  { "server", CB_PART_SERVER, read_paragraphs, REQUIRED },
  { "answer", CB_PART_ANSWER, read_link, ANY_NUMBER },
  { "header", CB_PART_HEADER, read_header, ANY_NUMBER },
  { "example", CB_PART_EXAMPLE, cb_reader_read_example, OPTIONAL },
  { "confused-with", CB_PART_CONFUSED_WITH, read_link, ANY_NUMBER },
  { "history", CB_PART_HISTORY, read_paragraphs, OPTIONAL },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const CbPartSpec guide_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "about", CB_PART_SEE_ALSO, read_about, ANY_NUMBER },
  { "article", CB_PART_ARTICLE, cb_reader_read_article, REQUIRED },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

static const CbPartSpec situation_parts[] = {
  { "title", 0, read_title, REQUIRED },
  { "summary", CB_PART_SUMMARY, read_summary, REQUIRED },
  { "answer", CB_PART_ANSWER, read_link, ONE_OR_MORE },
  { "deciding-question", CB_PART_DECIDING_QUESTION, read_text, REQUIRED },
  { "explanation", CB_PART_EXPLANATION, read_paragraphs, REQUIRED },
  { "wrong-answer", CB_PART_WRONG_ANSWER, read_link, ONE_OR_MORE },
  { "example", CB_PART_EXAMPLE, cb_reader_read_example, REQUIRED },
  { "alias", CB_PART_ALIAS, read_alias, ANY_NUMBER },
  { NULL },
};

/**
 * cb_reader_get_part_specs:
 * @data: an entry of which at least the kind and the state are known
 *
 * Returns: (transfer none): the elements that it may have, in their order, ended by one without a name
 */
const CbPartSpec *
cb_reader_get_part_specs (const CbEntryData *data)
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

