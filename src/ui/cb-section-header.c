/* cb-section-header.c: the head of a section of the sidebar: its title and how many entries it has
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-section-header.h"

struct _CbSectionHeader
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *title;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (CbSectionHeader, cb_section_header, ADW_TYPE_BIN)

static void
cb_section_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_SECTION_HEADER);

  G_OBJECT_CLASS (cb_section_header_parent_class)->dispose (object);
}

static void
cb_section_header_class_init (CbSectionHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_section_header_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/codebook/Codebook/ui/cb-section-header.ui");
  gtk_widget_class_bind_template_child (widget_class, CbSectionHeader, title);
  gtk_widget_class_bind_template_child (widget_class, CbSectionHeader, count);
}

static void
cb_section_header_init (CbSectionHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cb_section_header_new:
 *
 * Returns: (transfer floating): an empty header
 */
GtkWidget *
cb_section_header_new (void)
{
  return g_object_new (CB_TYPE_SECTION_HEADER, NULL);
}

/**
 * cb_section_header_set:
 * @self: a header
 * @title: (nullable): the section's title
 * @n_entries: how many entries the section has
 *
 * Shows @title and @n_entries.
 */
void
cb_section_header_set (CbSectionHeader *self, const char *title, guint n_entries)
{
  g_autofree char *count = g_strdup_printf ("%u", n_entries);

  g_return_if_fail (CB_IS_SECTION_HEADER (self));

  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_label_set_label (self->count, count);
}
