/* cb-image-writer.h: what was read, written as an image */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-reader.h"

G_BEGIN_DECLS

typedef struct _CbImageWriter CbImageWriter;

CbImageWriter *cb_image_writer_new       (void);
void           cb_image_writer_free      (CbImageWriter      *writer);
void           cb_image_writer_add_group (CbImageWriter      *writer,
                                          const char         *id,
                                          const CbText       *title,
                                          gboolean            browsed,
                                          const CbEntryData  *entries,
                                          gsize               n_entries);
void           cb_image_writer_add_label (CbImageWriter      *writer,
                                          const char         *id,
                                          const CbText       *text);
void           cb_image_writer_add_term  (CbImageWriter      *writer,
                                          GPtrArray          *words);
GBytes        *cb_image_writer_end       (CbImageWriter      *writer,
                                          const char         *version,
                                          const char         *registry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbImageWriter, cb_image_writer_free)

G_END_DECLS
