/* cb-xml-parse.c: from the bytes of an XML document to its tree */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GMarkup reads, this keeps: a strict reader wants to look at an element's children before it decides, and to name the
 * line of what is wrong. Elements hold either elements or text, never both. */

#include "config.h"

#include <string.h>

#include "cb-catalog.h"
#include "cb-xml-private.h"

/* A catalog has eight. What goes through a tree goes down by calling itself, and a stack has an end. */
#define MAX_DEPTH 32

typedef struct
{
  CbXml *xml;
  GPtrArray *open; /* the elements around the place being read, innermost last */
  CbXmlNode *twin; /* the element whose Korean twin is being read, or NULL */
  GString *text;

  /* Where the search for the next start tag goes on: GMarkup tells only where a tag ends. */
  const char *cursor;
  const char *end;
  int line;
  int column;
} Builder;

static CbXmlNode *
builder_get_parent (Builder *builder)
{
  if (builder->open->len == 0)
    return NULL;

  return g_ptr_array_index (builder->open, builder->open->len - 1);
}

static char **
copy_attributes (const char **names,
                 const char **values)
{
  g_autoptr (GStrvBuilder) attributes = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_strv_builder_add_many (attributes, names[i], values[i], NULL);

  return g_strv_builder_end (attributes);
}

static void
advance (Builder    *builder,
         const char *to)
{
  for (; builder->cursor < to; builder->cursor++)
    {
      if (*builder->cursor == '\n')
        {
          builder->line++;
          builder->column = 1;
        }
      else if ((*builder->cursor & 0xc0) != 0x80)
        {
          builder->column++;
        }
    }
}

static const char *
skip_past (Builder    *builder,
           const char *from,
           const char *mark)
{
  const char *found = g_strstr_len (from, builder->end - from, mark);

  return found != NULL ? found + strlen (mark) : builder->end;
}

/* Moves to the next start tag, over everything else that begins with a "<". */
static void
find_start_tag (Builder *builder)
{
  static const struct
  {
    const char *opening, *closing;
  } others[] = {
    { "<!--", "-->" },
    { "<![CDATA[", "]]>" },
    { "<?", "?>" },
    { "<!", ">" },
    { "</", ">" },
  };
  const char *at = builder->cursor;

  while ((at = memchr (at, '<', builder->end - at)) != NULL)
    {
      guint i;

      for (i = 0; i < G_N_ELEMENTS (others); i++)
        {
          gsize length = strlen (others[i].opening);

          if ((gsize) (builder->end - at) >= length && memcmp (at, others[i].opening, length) == 0)
            break;
        }

      if (i == G_N_ELEMENTS (others))
        {
          advance (builder, at);
          return;
        }

      at = skip_past (builder, at, others[i].closing);
    }
}

/* Text before a child: white space between elements is nothing, anything else is an error. */
static gboolean
take_space (Builder          *builder,
            const CbXmlNode  *node,
            GError          **error)
{
  if (cb_xml_is_blank (builder->text->str))
    {
      g_string_truncate (builder->text, 0);
      return TRUE;
    }

  cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                         "<%s> holds both text and elements, expected one of the two", node->name);
  return FALSE;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **attribute_names,
                  const char          **attribute_values,
                  gpointer              user_data,
                  GError              **error)
{
  Builder *builder = user_data;
  CbXmlNode *parent = builder_get_parent (builder);
  CbXmlNode *node;
  gboolean korean = FALSE;

  node = g_new0 (CbXmlNode, 1);
  node->document = builder->xml;
  node->name = g_strdup (name);
  node->attributes = copy_attributes (attribute_names, attribute_values);
  find_start_tag (builder);
  node->line = builder->line;
  node->column = builder->column;
  advance (builder, MIN (builder->cursor + 1, builder->end));

  if (parent == NULL)
    {
      /* GMarkup reads on: it takes fragments of documents, too. */
      if (builder->xml->root != NULL)
        {
          cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SYNTAX,
                                 "a second root <%s>, expected the end of the document", name);
          cb_xml_node_free (node);
          return;
        }

      builder->xml->root = node;
      g_ptr_array_add (builder->open, node);
      return;
    }

  if (builder->twin != NULL)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<%s> within a translation, expected text", name);
      cb_xml_node_free (node);
      return;
    }

  if (builder->open->len == MAX_DEPTH)
    {
      cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                             "<%s> is within %d others, expected fewer", name, MAX_DEPTH);
      cb_xml_node_free (node);
      return;
    }

  if (!take_space (builder, parent, error))
    {
      cb_xml_node_free (node);
      return;
    }

  korean = g_strcmp0 (cb_xml_node_get_attribute (node, "xml:lang"), "ko") == 0;
  if (korean)
    {
      CbXmlNode *twin = parent->last_child;

      if (twin == NULL || twin->korean != NULL || twin->first_child != NULL ||
          strcmp (twin->name, name) != 0)
        cb_xml_node_set_error (node, error, CB_CATALOG_ERROR_SCHEMA,
                               "a Korean <%s> does not follow the English <%s> that it translates",
                               name, name);
      else
        builder->twin = twin;

      cb_xml_node_free (node);
      return;
    }

  if (parent->last_child != NULL)
    parent->last_child->next = node;
  else
    parent->first_child = node;
  parent->last_child = node;
  g_ptr_array_add (builder->open, node);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  Builder *builder = user_data;
  CbXmlNode *node;

  if (builder->twin != NULL)
    {
      builder->twin->korean = g_strdup (builder->text->str);
      builder->twin = NULL;
      g_string_truncate (builder->text, 0);
      return;
    }

  node = g_ptr_array_steal_index (builder->open, builder->open->len - 1);
  if (node->first_child != NULL && !take_space (builder, node, error))
    return;

  node->text = g_strdup (builder->text->str);
  g_string_truncate (builder->text, 0);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Builder *builder = user_data;

  g_string_append_len (builder->text, text, length);
}

static const GMarkupParser parser = {
  .start_element = start_element_cb,
  .end_element = end_element_cb,
  .text = text_cb,
};

/* GMarkup words its errors "Error on line 3 char 4: …"; ours start with file, line and column. */
static void
set_syntax_error (GMarkupParseContext  *context,
                  const char           *file,
                  const GError         *cause,
                  GError              **error)
{
  /* Where a name is no name, it quotes the first byte of the character that is in the way. */
  g_autofree char *valid = g_utf8_make_valid (cause->message, -1);
  const char *message = valid;
  const char *colon;
  int line, column;

  if (cause->domain == CB_CATALOG_ERROR)
    {
      g_propagate_error (error, g_error_copy (cause));
      return;
    }

  g_markup_parse_context_get_position (context, &line, &column);
  colon = strstr (message, ": ");
  if (g_str_has_prefix (message, "Error on line") && colon != NULL)
    message = colon + strlen (": ");

  g_set_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_SYNTAX, "%s:%d:%d: %s", file, line, column,
               message);
}

/* GMarkup finds them too, but quotes them in its message as they are, and warns of itself when it finds two. */
static gboolean
check_encoding (Builder     *builder,
                const char  *file,
                GError     **error)
{
  const char *start = builder->cursor;
  Builder place = *builder;
  const char *wrong;

  if (g_utf8_validate_len (start, (gsize) (builder->end - start), &wrong))
    return TRUE;

  advance (&place, wrong);
  g_set_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_SYNTAX, "%s:%d:%d: a byte 0x%02x, expected UTF-8 text",
               file, place.line, place.column, (guint) (guchar) *wrong);
  return FALSE;
}

/**
 * cb_xml_parse:
 * @file: the name of the file, for messages
 * @data: UTF-8 text of @length bytes
 * @length: the length of @data, or -1 where it ends with a nul
 * @error: return location for a #CbCatalogError
 *
 * Reads a document.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
CbXml *
cb_xml_parse (const char  *file,
              const char  *data,
              gssize       length,
              GError     **error)
{
  g_autoptr (CbXml) xml = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GError) cause = NULL;
  Builder builder = { NULL };
  gboolean ok = TRUE;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  xml = g_new0 (CbXml, 1);
  xml->file = g_strdup (file);

  builder.xml = xml;
  builder.open = open;
  builder.text = g_string_new (NULL);
  builder.cursor = data;
  builder.end = data + (length < 0 ? strlen (data) : (gsize) length);
  builder.line = 1;
  builder.column = 1;
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &builder, NULL);

  if (!check_encoding (&builder, file, error))
    ok = FALSE;
  else if (!g_markup_parse_context_parse (context, data, length, &cause) ||
           !g_markup_parse_context_end_parse (context, &cause))
    {
      set_syntax_error (context, file, cause, error);
      ok = FALSE;
    }
  else if (xml->root == NULL)
    {
      g_set_error (error, CB_CATALOG_ERROR, CB_CATALOG_ERROR_SYNTAX, "%s:1:1: no element, expected one", file);
      ok = FALSE;
    }

  g_string_free (builder.text, TRUE);

  return ok ? g_steal_pointer (&xml) : NULL;
}
