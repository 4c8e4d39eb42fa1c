/* cb-page-builder.h: the blocks of an entry as widgets */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cb-block.h"
#include "cb-library.h"

G_BEGIN_DECLS

/**
 * CbPageStyle:
 * @library: the library
 * @query: (nullable): what was searched for
 * @first: the language that comes first, or alone
 * @both: whether both languages are shown
 *
 * How a page is to be shown.
 */
typedef struct
{
  CbLibrary *library;
  const CbQuery *query;
  CbLanguage first;
  gboolean both;
} CbPageStyle;

typedef struct _CbPageBuilder CbPageBuilder;

CbPageBuilder *cb_page_builder_new   (const CbPageStyle *style,
                                      CbEntry           *entry,
                                      AdwWrapBox        *tags,
                                      GtkBox            *content) G_GNUC_WARN_UNUSED_RESULT;
gboolean       cb_page_builder_build (CbPageBuilder     *self,
                                      guint              n_lines,
                                      guint              line_letters);
void           cb_page_builder_free  (CbPageBuilder     *self);

/* The parts, for the files of the builder. */
GtkWidget *cb_page_make_label         (const CbPageStyle *style,
                                       const char        *text,
                                       CbLanguage         language,
                                       const char        *style_class);
GtkWidget *cb_page_make_text          (const CbPageStyle *style,
                                       const CbText      *text,
                                       const char        *style_class);
GtkWidget *cb_page_make_copy_button   (const char        *text,
                                       const char        *name);
GtkWidget *cb_page_make_property_row  (const CbPageStyle *style,
                                       const CbBlock     *block);
GtkWidget *cb_page_make_code_row      (const CbPageStyle *style,
                                       const CbBlock     *block);
GtkWidget *cb_page_make_link_row      (const CbPageStyle *style,
                                       const CbBlock     *block);
GtkWidget *cb_page_make_reference_row (const CbPageStyle *style,
                                       const CbBlock     *block);
GtkWidget *cb_page_make_message       (const CbPageStyle *style,
                                       const CbBlock     *block);

G_END_DECLS
