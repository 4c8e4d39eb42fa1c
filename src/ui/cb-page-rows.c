/* cb-page-rows.c: the rows and cards of an entry's page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cb-page-builder.h"
#include "cb-rich-text.h"

static GtkWidget *
make_row (GtkWidget *child, gboolean activatable)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), activatable);
  /* What cannot be activated is no stop on the way through the page. */
  gtk_widget_set_focusable (row, activatable);

  return row;
}

static GtkWidget *
make_column (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "cb-row-content");

  return box;
}

static void
append_remark (const CbPageStyle *style, GtkWidget *column, const CbText *text)
{
  if (!cb_text_is_empty (text))
    gtk_box_append (GTK_BOX (column), cb_page_make_text (style, text, "cb-remark"));
}

static GtkWidget *
make_icon (const char *name)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, "dim-label");

  return image;
}

/* "By default · 기본으로 캐시함" */
static char *
dup_joined (const CbPageStyle *style, const CbText *text)
{
  const char *first = text->in[style->first];
  const char *second = text->in[cb_language_other (style->first)];

  if (!style->both || g_str_equal (first, second))
    return g_strdup (first);

  return g_strdup_printf ("%s · %s", first, second);
}

/**
 * cb_page_make_copy_button:
 * @text: what it copies
 * @name: what that is called
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
cb_page_make_copy_button (const char *text, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* Translators: %s is what is copied, such as "Python" or "Request" */
  g_autofree char *label = g_strdup_printf (_ ("Copy %s"), name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.copy-text");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", text);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

/**
 * cb_page_make_property_row:
 * @style: how the page is shown
 * @block: a property
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
cb_page_make_property_row (const CbPageStyle *style, const CbBlock *block)
{
  GtkWidget *column = make_column ();
  /* The value stands at the far end, or below where there is no room beside the title. */
  GtkWidget *line = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 3,
                                  "justify", ADW_JUSTIFY_SPREAD, "justify-last-line", TRUE, NULL);
  g_autofree char *value = dup_joined (style, &block->value);
  gboolean is_field
      = block->code != NULL && g_str_equal (block->code, block->title.in[style->first]);
  GtkWidget *title
      = cb_page_make_label (style, block->title.in[style->first], style->first, "cb-property");
  GtkWidget *value_label = cb_page_make_label (style, value, style->first, "cb-value");

  if (is_field)
    gtk_widget_add_css_class (title, "monospace");
  adw_wrap_box_append (ADW_WRAP_BOX (line), title);
  adw_wrap_box_append (ADW_WRAP_BOX (line), value_label);
  gtk_box_append (GTK_BOX (column), line);
  append_remark (style, column, &block->text);

  return make_row (column, FALSE);
}

/**
 * cb_page_make_code_row:
 * @style: how the page is shown
 * @block: a name to copy
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
cb_page_make_code_row (const CbPageStyle *style, const CbBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *column = make_column ();
  GtkWidget *title
      = cb_page_make_label (style, block->title.in[style->first], style->first, "cb-remark");
  GtkWidget *code = cb_page_make_label (style, block->code, CB_LANGUAGE_EN, "monospace");

  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), code);
  append_remark (style, column, &block->text);
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box),
                  cb_page_make_copy_button (block->code, block->title.in[style->first]));

  return make_row (box, FALSE);
}

/**
 * cb_page_make_link_row:
 * @style: how the page is shown
 * @block: a link to another entry
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
cb_page_make_link_row (const CbPageStyle *style, const CbBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *column = make_column ();
  g_autofree char *name = dup_joined (style, &block->title);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *row;

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "cb-property");
  gtk_box_append (GTK_BOX (column), title);
  if (!cb_text_is_empty (&block->value))
    {
      GtkWidget *chip = gtk_label_new (block->value.in[style->first]);

      gtk_widget_add_css_class (chip, "cb-tag");
      gtk_widget_set_halign (chip, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (column), chip);
    }
  append_remark (style, column, &block->text);
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), make_icon ("go-next-symbolic"));

  row = make_row (box, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", block->target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/**
 * cb_page_make_reference_row:
 * @style: how the page is shown
 * @block: a specification
 *
 * Returns: (transfer floating): its row, which opens outside
 */
GtkWidget *
cb_page_make_reference_row (const CbPageStyle *style, const CbBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *column = make_column ();
  g_autofree char *name = dup_joined (style, &block->title);
  GtkWidget *title = gtk_label_new (block->title.in[style->first]);
  GtkWidget *row;

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "cb-property");
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), make_icon ("adw-external-link-symbolic"));

  row = make_row (box, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", block->target);
  gtk_widget_set_tooltip_text (row, block->target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/**
 * cb_page_make_message:
 * @style: how the page is shown
 * @block: a message as it goes over the wire
 *
 * Returns: (transfer floating): a card with its text
 */
GtkWidget *
cb_page_make_message (const CbPageStyle *style, const CbBlock *block)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = dup_joined (style, &block->title);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *text = gtk_label_new (block->code);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  const char *line_end = strchr (block->code, '\n');

  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "cb-remark");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head),
                  cb_page_make_copy_button (block->code, block->title.in[style->first]));
  gtk_widget_add_css_class (head, "cb-message-head");

  bold->end_index
      = line_end != NULL ? (guint)(line_end - block->code) : PANGO_ATTR_INDEX_TO_TEXT_END;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (GTK_LABEL (text), attributes);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_can_focus (text, FALSE);
  gtk_widget_add_css_class (text, "monospace");
  gtk_widget_add_css_class (text, "cb-message-text");

  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), text);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "cb-message");

  return card;
}
