/* cb-index-build.c: reads the catalog into an index */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "cb-index-builder.h"
#include "cb-inline.h"
#include "cb-item.h"
#include "cb-other-names.h"

/* What a hit is worth beside others that match as well. */
#define WEIGHT_STATUS 1.0f
#define WEIGHT_CLASS 0.95f
#define WEIGHT_METHOD 0.95f
#define WEIGHT_SITUATION 0.8f
#define WEIGHT_GUIDE 0.7f
#define WEIGHT_UNOFFICIAL 0.8f
#define WEIGHT_QUIET 0.3f

#define QUIET_GROUP "warn-codes"
#define METHODS_GROUP "methods"

/* What a method and a header field are called behind their name, in both languages. */
static const char *const method_words[] = { "request", "요청", "방식" };
static const char *const header_words[] = { "header", "헤더" };
#define MAX_KNOWN_BY 2

typedef struct
{
  CbIndexBuilder builder;
  CbCatalog *catalog;
  GHashTable *situations; /* id of a status to the situations that it is the first answer to */
  CbOtherNames other_names;
  CbFolded rest; /* of a name */
} CbReader;

static void
add_text (CbReader *self, const CbText *text, CbMatchField field)
{
  for (guint i = 0; i < CB_N_LANGUAGES; i++)
    {
      const char *in = text->in[i];

      if (in == NULL || (i > 0 && in == text->in[0]))
        continue;
      /* Marks for code only separate words; links have to be read. */
      if (strstr (in, "[[") != NULL)
        {
          g_autofree char *plain = cb_inline_to_plain (in, self->catalog, (CbLanguage)i);

          cb_index_builder_add_words (&self->builder, plain, field);
        }
      else
        {
          cb_index_builder_add_words (&self->builder, in, field);
        }
    }
}

static void
add_spellings (CbReader *self, const char *name)
{
  g_autoptr (GPtrArray) names = cb_other_names_list_spellings (&self->other_names, name);

  for (guint i = 0; i < names->len; i++)
    cb_index_builder_add_other_name (&self->builder, g_ptr_array_index (names, i),
                                     CB_MATCH_FIELD_ALIAS, FALSE);
}

/* A name that people use, as it is and in other forms. */
static void
add_name (CbReader *self, const char *name, CbMatchField field)
{
  g_autoptr (GPtrArray) sentences = cb_name_list_sentences (name);
  const CbFolded *folded = &self->builder.folded;

  cb_index_builder_add_name (&self->builder, name, field);
  if (cb_name_leave_noise_out (folded, FALSE, &self->rest))
    cb_index_builder_add_other_folded (&self->builder, &self->rest, field, FALSE);
  if (field == CB_MATCH_FIELD_TITLE && cb_name_leave_noise_out (folded, TRUE, &self->rest))
    cb_index_builder_add_other_folded (&self->builder, &self->rest, field, TRUE);
  for (guint i = 0; i < sentences->len; i++)
    cb_index_builder_add_other_name (&self->builder, g_ptr_array_index (sentences, i), field,
                                     FALSE);
}

static gboolean
is_needed (const CbItem *item)
{
  return item->kind == CB_ITEM_HEADER && g_strcmp0 (item->name, "response") == 0
         && g_strcmp0 (item->value, "required") == 0;
}

/* A status that needs one or two header fields is known by them: Allow is 405. */
static gboolean
is_known_by (CbEntry *entry, const CbItem *header)
{
  gsize n_items;
  const CbItem *items = cb_entry_get_items (entry, CB_PART_HEADER, &n_items);
  guint n_needed = 0;

  for (gsize i = 0; i < n_items; i++)
    n_needed += is_needed (&items[i]);

  return cb_entry_get_kind (entry) == CB_ENTRY_STATUS && is_needed (header)
         && n_needed <= MAX_KNOWN_BY;
}

/* People say what it is: the Allow header. */
static void
add_header_names (CbReader *self, CbEntry *entry, const CbItem *header)
{
  CbMatchField field = is_known_by (entry, header) ? CB_MATCH_FIELD_ALIAS : CB_MATCH_FIELD_HEADER;

  cb_index_builder_add_name (&self->builder, header->code, CB_MATCH_FIELD_HEADER);
  if (field != CB_MATCH_FIELD_HEADER)
    cb_index_builder_add_other_name (&self->builder, header->code, field, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (header_words); i++)
    {
      g_autofree char *name = g_strconcat (header->code, " ", header_words[i], NULL);

      cb_index_builder_add_other_name (&self->builder, name, field, FALSE);
    }
}

/* Names. */
static void
add_item_names (CbReader *self, CbEntry *entry, const CbItem *item)
{
  switch ((guint)item->kind)
    {
    case CB_ITEM_NAME:
    case CB_ITEM_MEANING:
      if (item->code != NULL)
        add_name (self, item->code, CB_MATCH_FIELD_FORMER_NAME);
      break;
    case CB_ITEM_ALIAS:
      if (item->code != NULL)
        add_name (self, item->code, CB_MATCH_FIELD_ALIAS);
      break;
    case CB_ITEM_CONSTANT:
      cb_index_builder_add_name (&self->builder, item->code, CB_MATCH_FIELD_CONSTANT);
      break;
    case CB_ITEM_HEADER:
      add_header_names (self, entry, item);
      break;
    default:
      return;
    }
  if (item->kind == CB_ITEM_MEANING)
    cb_index_builder_add_words (&self->builder, item->source, CB_MATCH_FIELD_ALIAS);
}

/* Texts, but for messages, which are full of words that say nothing, and sources, which are
 * addresses. */
static void
add_item_texts (CbReader *self, const CbItem *item, CbMatchField field)
{
  if (item->kind == CB_ITEM_REQUEST || item->kind == CB_ITEM_RESPONSE
      || item->kind == CB_ITEM_SOURCE)
    return;

  if (item->kind == CB_ITEM_SPEC)
    cb_index_builder_add_words (&self->builder, item->source, field);
  add_text (self, &item->text, field);
  for (gsize i = 0; i < item->n_items; i++)
    add_item_texts (self, &item->items[i], field);
}

static float
kind_weight (CbEntry *entry)
{
  switch (cb_entry_get_kind (entry))
    {
    case CB_ENTRY_STATUS:
      return cb_entry_get_state (entry) == CB_STATE_UNOFFICIAL ? WEIGHT_UNOFFICIAL : WEIGHT_STATUS;
    case CB_ENTRY_CLASS:
      return WEIGHT_CLASS;
    case CB_ENTRY_METHOD:
      return WEIGHT_METHOD;
    case CB_ENTRY_GUIDE:
      return WEIGHT_GUIDE;
    case CB_ENTRY_SITUATION:
      return WEIGHT_SITUATION;
    }

  g_assert_not_reached ();
}

/* People say what it is: the DELETE method, a DELETE request. The method * is never called so: its
 * name has no letters, and any method would be it. */
static void
add_method_names (CbReader *self, const char *token)
{
  CbGroup *group = cb_catalog_get_group (self->catalog, METHODS_GROUP);

  for (guint i = 0; group != NULL && i < CB_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strconcat (token, " ", cb_group_get_title (group)->in[i], NULL);

      cb_index_builder_add_name (&self->builder, name, CB_MATCH_FIELD_ALIAS);
      add_spellings (self, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (method_words); i++)
    {
      g_autofree char *name = g_strconcat (token, " ", method_words[i], NULL);

      cb_index_builder_add_name (&self->builder, name, CB_MATCH_FIELD_ALIAS);
    }
}

static void
add_situation_names (CbReader *self, CbEntry *situation)
{
  gsize n_aliases;
  const CbItem *aliases = cb_entry_get_items (situation, CB_PART_ALIAS, &n_aliases);

  add_text (self, cb_entry_get_title (situation), CB_MATCH_FIELD_SUMMARY);
  for (gsize i = 0; i < n_aliases; i++)
    cb_index_builder_add_words (&self->builder, aliases[i].code, CB_MATCH_FIELD_SUMMARY);
}

static void
find_situations (CbReader *self)
{
  self->situations
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < cb_catalog_get_n_entries (self->catalog); i++)
    {
      CbEntry *entry = cb_catalog_get_entry (self->catalog, i);
      const CbItem *answers;
      gsize n_answers;
      GPtrArray *situations;

      if (cb_entry_get_kind (entry) != CB_ENTRY_SITUATION)
        continue;
      answers = cb_entry_get_items (entry, CB_PART_ANSWER, &n_answers);
      if (n_answers == 0 || answers[0].target == NULL)
        continue;

      situations = g_hash_table_lookup (self->situations, answers[0].target);
      if (situations == NULL)
        {
          situations = g_ptr_array_new ();
          g_hash_table_insert (self->situations, (gpointer)answers[0].target, situations);
        }
      g_ptr_array_add (situations, entry);
    }
}

/* Whoever describes a situation looks for the status that answers it. What the situation is called
 * says what the status is for, as its summary does. */
static void
add_situations (CbReader *self, CbEntry *status)
{
  GPtrArray *situations = g_hash_table_lookup (self->situations, cb_entry_get_id (status));

  for (guint i = 0; situations != NULL && i < situations->len; i++)
    add_situation_names (self, g_ptr_array_index (situations, i));
}

static void
add_entry (CbReader *self, CbEntry *entry)
{
  CbDocument document = { .number = -1, .class_digit = -1 };
  const CbText *title = cb_entry_get_title (entry);
  const CbItem *items;
  gsize n_items;

  cb_index_builder_begin_document (&self->builder);
  document.kind = cb_entry_get_kind (entry) & 0x7f;
  document.weight = kind_weight (entry);
  document.quiet = g_strcmp0 (cb_entry_get_group_id (entry), QUIET_GROUP) == 0;
  if (document.quiet)
    document.weight = WEIGHT_QUIET;
  if (document.kind == CB_ENTRY_STATUS)
    {
      document.number = (gint16)cb_entry_get_number (entry);
      cb_index_builder_add_words (&self->builder, strchr (cb_entry_get_id (entry), ':') + 1,
                                  CB_MATCH_FIELD_CODE);
    }
  else if (document.kind == CB_ENTRY_CLASS)
    {
      document.class_digit = (gint8)g_ascii_digit_value (strchr (cb_entry_get_id (entry), ':')[1]);
    }

  add_name (self, title->in[CB_LANGUAGE_EN], CB_MATCH_FIELD_TITLE);
  if (title->in[CB_LANGUAGE_KO] != title->in[CB_LANGUAGE_EN])
    add_name (self, title->in[CB_LANGUAGE_KO], CB_MATCH_FIELD_TITLE);
  add_spellings (self, title->in[CB_LANGUAGE_KO]);
  if (document.kind == CB_ENTRY_METHOD && g_ascii_isalpha (title->in[CB_LANGUAGE_EN][0]))
    add_method_names (self, title->in[CB_LANGUAGE_EN]);
  /* Names first, then summaries, then texts: whoever looks for names can stop. */
  for (guint part = 0; part < CB_N_PARTS; part++)
    {
      items = cb_entry_get_items (entry, (CbPart)part, &n_items);
      for (gsize i = 0; i < n_items; i++)
        add_item_names (self, entry, &items[i]);
    }
  add_text (self, cb_entry_get_summary (entry), CB_MATCH_FIELD_SUMMARY);
  items = cb_entry_get_items (entry, CB_PART_DECIDING_QUESTION, &n_items);
  for (gsize i = 0; i < n_items; i++)
    add_item_texts (self, &items[i], CB_MATCH_FIELD_SUMMARY);
  if (document.kind == CB_ENTRY_STATUS)
    add_situations (self, entry);
  for (guint part = 0; part < CB_N_PARTS; part++)
    {
      if (part == CB_PART_SUMMARY || part == CB_PART_DECIDING_QUESTION)
        continue;
      items = cb_entry_get_items (entry, (CbPart)part, &n_items);
      for (gsize i = 0; i < n_items; i++)
        add_item_texts (self, &items[i], CB_MATCH_FIELD_TEXT);
    }

  cb_index_builder_end_document (&self->builder, &document);
}

/**
 * cb_index_build:
 * @catalog: a catalog
 *
 * Reads all of @catalog.
 *
 * Returns: (transfer full): the image of its index
 */
GBytes *
cb_index_build (CbCatalog *catalog)
{
  GPtrArray *terms = cb_catalog_get_terms (catalog);
  CbReader reader = { .catalog = catalog, .rest = { .one_way = TRUE } };
  GBytes *bytes;

  cb_index_builder_init (&reader.builder);
  find_situations (&reader);
  cb_other_names_init (&reader.other_names, terms);
  if (terms != NULL)
    cb_index_builder_add_terms (&reader.builder, terms);
  for (guint i = 0; i < cb_catalog_get_n_entries (catalog); i++)
    add_entry (&reader, cb_catalog_get_entry (catalog, i));
  bytes = cb_index_builder_end (&reader.builder, cb_catalog_get_fingerprint (catalog));
  cb_index_builder_clear (&reader.builder);
  g_hash_table_unref (reader.situations);
  cb_other_names_clear (&reader.other_names);
  cb_folded_clear (&reader.rest);

  return bytes;
}

/**
 * cb_index_build_raw:
 * @documents: (array length=n_documents): what to read instead of a catalog
 * @n_documents: how many
 *
 * Reads generated texts.
 *
 * Returns: (transfer full): the image of their index
 */
GBytes *
cb_index_build_raw (const CbRawDocument *documents, guint n_documents)
{
  CbDocument document = { .class_digit = -1, .kind = CB_ENTRY_GUIDE, .weight = 1 };
  g_auto (CbIndexBuilder) builder;

  cb_index_builder_init (&builder);
  for (guint i = 0; i < n_documents; i++)
    {
      document.number = (gint16)(documents[i].number > 0 ? documents[i].number : -1);
      cb_index_builder_begin_document (&builder);
      for (guint k = 0; documents[i].titles[k] != NULL; k++)
        cb_index_builder_add_name (&builder, documents[i].titles[k], CB_MATCH_FIELD_TITLE);
      for (guint k = 0; documents[i].texts[k] != NULL; k++)
        cb_index_builder_add_words (&builder, documents[i].texts[k], CB_MATCH_FIELD_TEXT);
      cb_index_builder_end_document (&builder, &document);
    }

  return cb_index_builder_end (&builder, 0);
}
