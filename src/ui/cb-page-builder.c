/* cb-page-builder.c: the blocks of an entry as widgets */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-exchange.h"
#include "cb-facts.h"
#include "cb-matrix.h"
#include "cb-page-builder.h"
#include "cb-pair.h"
#include "cb-rich-text.h"

/* Blocks of one kind that follow one another make one list, so the builder keeps the list that it
 * is filling. */
struct _CbPageBuilder
{
  /* owned */
  CbLibrary *library;
  CbQuery *query;
  CbEntry *entry;
  GPtrArray *blocks;

  /* borrowed: the page's, which owns the builder */
  AdwWrapBox *tags;
  GtkBox *content;
  GtkBox *part; /* of the content: what is built at one time */
  GtkWidget *open_list;
  GtkBox *columns[CB_N_LANGUAGES];

  const CbPageStyle *style;
  CbPageStyle own_style;
  CbBlockKind open_kind;
  guint position;
};

static gboolean
activate_link_cb (GtkLabel *label, const char *uri)
{
  gtk_widget_activate_action (GTK_WIDGET (label), "win.open-entry", "s", uri);

  return TRUE;
}

/**
 * cb_page_make_label:
 * @style: how the page is shown
 * @text: a text with inline marks
 * @language: its language
 * @style_class: (nullable): a style class
 *
 * Returns: (transfer floating): a label whose text can be selected. Only one with links takes the
 * keyboard's focus.
 */
GtkWidget *
cb_page_make_label (const CbPageStyle *style,
                    const char *text,
                    CbLanguage language,
                    const char *style_class)
{
  CbCatalog *catalog = cb_library_get_catalog (style->library);
  CbIndex *index = style->query != NULL ? cb_library_get_index (style->library) : NULL;
  GtkWidget *label = gtk_label_new (NULL);

  cb_rich_text_set_label (GTK_LABEL (label), text, language, catalog, index, style->query);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  if (language == CB_LANGUAGE_KO)
    gtk_widget_add_css_class (label, "cb-ko");

  if (strstr (text, "[[") != NULL)
    g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  else
    /* Not "focusable": a label that can be selected takes the focus's way all the same, and keeps
     * it there. */
    gtk_widget_set_can_focus (label, FALSE);

  return label;
}

/**
 * cb_page_make_text:
 * @style: how the page is shown
 * @text: a text
 * @style_class: (nullable): a style class
 *
 * Returns: (transfer floating): the text in the language or languages of the page
 */
GtkWidget *
cb_page_make_text (const CbPageStyle *style, const CbText *text, const char *style_class)
{
  CbLanguage second = cb_language_other (style->first);
  GtkWidget *label = cb_page_make_label (style, text->in[style->first], style->first, style_class);
  GtkWidget *other = NULL;

  if (style->both && !g_str_equal (text->in[style->first], text->in[second]))
    {
      other = cb_page_make_label (style, text->in[second], second, style_class);
      gtk_widget_add_css_class (other, "cb-second");
    }

  return cb_pair_new (label, other);
}

static void
close_list (CbPageBuilder *builder)
{
  builder->open_list = NULL;
  builder->columns[0] = builder->columns[1] = NULL;
}

static void
append (CbPageBuilder *builder, GtkWidget *widget)
{
  close_list (builder);
  gtk_box_append (builder->part, widget);
}

static void
append_row (CbPageBuilder *builder, CbBlockKind kind, GtkWidget *row)
{
  if (builder->open_list == NULL || builder->open_kind != kind)
    {
      GtkWidget *list = gtk_list_box_new ();

      gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (list, "boxed-list");
      gtk_widget_add_css_class (list, "cb-list");
      append (builder, list);
      builder->open_list = list;
      builder->open_kind = kind;
    }
  gtk_list_box_append (GTK_LIST_BOX (builder->open_list), row);
}

/* Paragraphs of a section stand together, first all in one language, then all in the other. */
static void
ensure_columns (CbPageBuilder *builder, CbBlockKind kind)
{
  gboolean both = builder->style->both;

  if (builder->columns[0] != NULL && builder->open_kind == kind)
    return;

  close_list (builder);
  for (guint i = 0; i < (both ? 2 : 1); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_add_css_class (box, kind == CB_BLOCK_STEP ? "cb-steps" : "cb-paragraphs");
      gtk_widget_set_valign (box, GTK_ALIGN_START);
      if (i == 1)
        gtk_widget_add_css_class (box, "cb-second");
      builder->columns[i] = GTK_BOX (box);
    }
  gtk_box_append (builder->part, cb_pair_new (GTK_WIDGET (builder->columns[0]),
                                              both ? GTK_WIDGET (builder->columns[1]) : NULL));
  builder->open_kind = kind;
}

static void
append_paragraph (CbPageBuilder *builder, const CbBlock *block)
{
  ensure_columns (builder, block->kind);
  for (guint i = 0; i < 2 && builder->columns[i] != NULL; i++)
    {
      CbLanguage language
          = i == 0 ? builder->style->first : cb_language_other (builder->style->first);
      GtkWidget *label
          = cb_page_make_label (builder->style, block->text.in[language], language, "cb-prose");

      if (block->kind == CB_BLOCK_STEP)
        {
          GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
          GtkWidget *bullet = gtk_label_new ("•");

          gtk_widget_set_valign (bullet, GTK_ALIGN_START);
          gtk_widget_add_css_class (bullet, "cb-bullet");
          gtk_widget_add_css_class (bullet, cb_facts_get_style_class (builder->entry));
          gtk_widget_set_hexpand (label, TRUE);
          gtk_box_append (GTK_BOX (item), bullet);
          gtk_box_append (GTK_BOX (item), label);
          label = item;
        }
      gtk_box_append (builder->columns[i], label);
    }
}

static void
append_summary (CbPageBuilder *builder, const CbBlock *block)
{
  append (builder, cb_page_make_text (builder->style, &block->text, "cb-summary"));
}

/* The second language of a heading is as large as prose, or as a remark, by the sizes that the
 * style sheet has for headings: each size in a page has fonts of its own. */
static double
get_second_scale (guint level)
{
  return level <= 1 ? 100.0 / 130 : level == 2 ? 92.0 / 108 : 92.0 / 100;
}

static void
append_heading (CbPageBuilder *builder, const CbBlock *block)
{
  const CbPageStyle *style = builder->style;
  CbLanguage second = cb_language_other (style->first);
  const char *text = block->title.in[style->first];
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label;

  label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap",
                        TRUE, "xalign", 0.0f, "label", text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int)block->level + 1, -1);
  gtk_widget_add_css_class (label, block->level <= 1   ? "cb-heading-1"
                                   : block->level == 2 ? "cb-heading-2"
                                                       : "cb-heading-3");

  if (style->both && !g_str_equal (text, block->title.in[second]))
    {
      g_autofree char *joined = g_strdup_printf ("%s  %s", text, block->title.in[second]);
      PangoAttribute *small = pango_attr_scale_new (get_second_scale (block->level));
      PangoAttribute *light = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);

      small->start_index = light->start_index = (guint)strlen (text);
      pango_attr_list_insert (attributes, small);
      pango_attr_list_insert (attributes, light);
      if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
        {
          PangoAttribute *dim = pango_attr_foreground_alpha_new (0xb000);

          dim->start_index = (guint)strlen (text);
          pango_attr_list_insert (attributes, dim);
        }
      gtk_label_set_label (GTK_LABEL (label), joined);
    }
  cb_rich_text_keep_words (attributes, gtk_label_get_text (GTK_LABEL (label)));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  append (builder, label);
}

static GtkWidget *
make_tag (const char *text, const char *symbol)
{
  GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (symbol != NULL)
    {
      GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", symbol, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_box_append (GTK_BOX (tag), image);
    }
  gtk_box_append (GTK_BOX (tag), gtk_label_new (text));
  gtk_widget_add_css_class (tag, "cb-tag");

  return tag;
}

static void
append_tag (CbPageBuilder *builder, const CbBlock *block)
{
  CbCatalog *catalog = cb_library_get_catalog (builder->style->library);
  const char *text = block->text.in[builder->style->first];
  const char *symbol = NULL;
  const CbText *state = cb_facts_get_state (catalog, builder->entry, &symbol);
  gboolean is_first = gtk_widget_get_first_child (GTK_WIDGET (builder->tags)) == NULL;
  GtkWidget *tag;

  if (is_first)
    symbol = cb_facts_get_symbol (builder->entry);
  else if (state == NULL || !g_str_equal (state->in[builder->style->first], text))
    symbol = NULL;
  tag = make_tag (text, symbol);
  if (is_first)
    {
      gtk_widget_add_css_class (tag, cb_facts_get_style_class (builder->entry));
      gtk_widget_add_css_class (tag, "cb-tinted");
    }
  adw_wrap_box_append (builder->tags, tag);
}

static void
append_block (CbPageBuilder *builder, const CbBlock *block)
{
  const CbPageStyle *style = builder->style;

  switch (block->kind)
    {
    case CB_BLOCK_TAG:
      append_tag (builder, block);
      break;
    case CB_BLOCK_HEADING:
      append_heading (builder, block);
      break;
    case CB_BLOCK_PARAGRAPH:
      if (block->section == NULL
          && gtk_widget_get_first_child (GTK_WIDGET (builder->content)) == NULL)
        append_summary (builder, block);
      else
        append_paragraph (builder, block);
      break;
    case CB_BLOCK_STEP:
      append_paragraph (builder, block);
      break;
    case CB_BLOCK_PROPERTY:
      append_row (builder, block->kind, cb_page_make_property_row (style, block));
      break;
    case CB_BLOCK_CODE:
      append_row (builder, block->kind, cb_page_make_code_row (style, block));
      break;
    case CB_BLOCK_LINK:
      append_row (builder, block->kind, cb_page_make_link_row (style, block));
      break;
    case CB_BLOCK_REFERENCE:
      append_row (builder, block->kind, cb_page_make_reference_row (style, block));
      break;
    case CB_BLOCK_MESSAGE:
      append (builder, cb_page_make_message (style, block));
      break;
    case CB_BLOCK_FIGURE:
      append (builder, cb_exchange_new (cb_library_get_catalog (style->library), block->item,
                                        style->first, style->both));
      break;
    case CB_BLOCK_TABLE:
      append (builder, cb_matrix_new (style, block->item));
      break;
    default:
      g_return_if_reached ();
    }
}

/* How many Latin letters a text is as wide as. */
static guint
count_letters (const char *text)
{
  guint n_letters = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return n_letters;
}

/* About how many lines a block takes, rather fewer than more. Two languages take the same side by
 * side as one below the other. */
static guint
estimate_lines (CbPageBuilder *builder, const CbBlock *block, guint line_letters)
{
  const CbPageStyle *style = builder->style;
  guint n_letters = 0;

  switch (block->kind)
    {
    case CB_BLOCK_TAG:
      return 0;
    case CB_BLOCK_HEADING:
      return block->level == 1 ? 3 : 1;
    case CB_BLOCK_PARAGRAPH:
    case CB_BLOCK_STEP:
      for (CbLanguage language = 0; language < CB_N_LANGUAGES; language++)
        n_letters += style->both || language == style->first
                         ? count_letters (block->text.in[language])
                         : 0;
      return MAX (n_letters / line_letters, 1);
    case CB_BLOCK_PROPERTY:
    case CB_BLOCK_CODE:
    case CB_BLOCK_MESSAGE:
    case CB_BLOCK_LINK:
    case CB_BLOCK_REFERENCE:
    case CB_BLOCK_FIGURE:
    case CB_BLOCK_TABLE:
    default:
      return 2;
    }
}

/* What comes later is put into a box of its own. GTK would take a box with that many more children
 * for another one, and paint all of it anew, though nothing has changed above the window's edge. */
static void
begin_part (CbPageBuilder *builder)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (builder->content)) == NULL)
    return;

  builder->part = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (builder->part), "cb-content");
  gtk_box_append (builder->content, GTK_WIDGET (builder->part));
}

/* The constants of the preferred library come first, the others keep their order. */
static void
append_codes (CbPageBuilder *builder, GPtrArray *blocks, guint *position)
{
  g_autofree char *library
      = g_settings_get_string (cb_library_get_settings (builder->style->library), "library");
  guint start = *position;
  guint end = start;

  while (end < blocks->len && ((CbBlock *)g_ptr_array_index (blocks, end))->kind == CB_BLOCK_CODE)
    end++;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = start; i < end; i++)
        {
          const CbBlock *block = g_ptr_array_index (blocks, i);
          gboolean preferred = g_strcmp0 (block->name, library) == 0;

          if (preferred == (pass == 0))
            append_block (builder, block);
        }
    }
  *position = end;
}

/**
 * cb_page_builder_new:
 * @style: how the page is to be shown
 * @entry: an entry
 * @tags: where its tags go
 * @content: where all else goes
 *
 * Returns: (transfer full): what shows the entry, block by block
 */
CbPageBuilder *
cb_page_builder_new (const CbPageStyle *style, CbEntry *entry, AdwWrapBox *tags, GtkBox *content)
{
  CbPageBuilder *self;

  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (CB_IS_ENTRY (entry), NULL);

  self = g_new0 (CbPageBuilder, 1);
  self->library = g_object_ref (style->library);
  if (style->query != NULL)
    self->query = cb_query_ref ((CbQuery *)style->query);
  self->entry = g_object_ref (entry);
  self->blocks = cb_block_list_for_entry (cb_library_get_catalog (style->library), entry);
  self->tags = tags;
  self->content = self->part = content;
  self->own_style = *style;
  self->style = &self->own_style;

  return self;
}

/**
 * cb_page_builder_build:
 * @self: a builder
 * @n_lines: for about how many lines of text, G_MAXUINT for all
 * @line_letters: how many Latin letters a line of the page's width has room for
 *
 * Shows the next blocks.
 *
 * Returns: whether there are more
 */
gboolean
cb_page_builder_build (CbPageBuilder *self, guint n_lines, guint line_letters)
{
  guint n_built = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (line_letters > 0, FALSE);

  begin_part (self);
  while (self->position < self->blocks->len && n_built < n_lines)
    {
      const CbBlock *block = g_ptr_array_index (self->blocks, self->position);

      n_built += estimate_lines (self, block, line_letters);
      if (block->kind == CB_BLOCK_CODE)
        {
          append_codes (self, self->blocks, &self->position);
          continue;
        }
      append_block (self, block);
      self->position++;
    }

  return self->position < self->blocks->len;
}

/**
 * cb_page_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees the builder. What it has built stays.
 */
void
cb_page_builder_free (CbPageBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->blocks);
  g_object_unref (self->entry);
  g_clear_pointer (&self->query, cb_query_unref);
  g_object_unref (self->library);
  g_free (self);
}
