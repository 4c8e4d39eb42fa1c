/* cb-rich-text.h: texts of the catalog made ready for Pango and GtkLabel */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "cb-index.h"

G_BEGIN_DECLS

void       cb_rich_text_keep_words  (PangoAttrList *attributes,
                                     const char    *text);
void       cb_rich_text_highlight   (PangoAttrList *attributes,
                                     const char    *text,
                                     CbIndex       *index,
                                     const CbQuery *query);
void       cb_rich_text_keep_label_words (GtkLabel  *label);
void       cb_rich_text_set_label   (GtkLabel      *label,
                                     const char    *text,
                                     CbLanguage     language,
                                     CbCatalog     *catalog,
                                     CbIndex       *index,
                                     const CbQuery *query);
char      *cb_rich_text_dup_class   (CbEntry       *entry);

G_END_DECLS
