/* cb-section-header.h: the head of a section of the sidebar: its title and how many entries it has */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CB_TYPE_SECTION_HEADER (cb_section_header_get_type ())

G_DECLARE_FINAL_TYPE (CbSectionHeader, cb_section_header, CB, SECTION_HEADER, AdwBin)

GtkWidget *cb_section_header_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cb_section_header_set (CbSectionHeader *self,
                                  const char      *title,
                                  guint            n_entries);

G_END_DECLS
