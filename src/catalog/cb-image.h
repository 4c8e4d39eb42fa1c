/* cb-image.h: the compiled catalog, as it lies in the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "cb-entry.h"

G_BEGIN_DECLS

/* Reading the XML takes tens of milliseconds, which every `codebook show` would pay. The compiler therefore writes what it has
 * read as tables of fixed-size records, in the byte order of the machine; the program uses them where they are mapped. All
 * members are 32 bits. A string is an offset into the last table; 0, an empty string, stands for none. */

#define CB_IMAGE_MAGIC 0x32424243u /* "CBB2" */

typedef guint32 CbImageString;

typedef struct
{
  guint32 first;
  guint32 count;
} CbImageSlice;

/* The languages of a text; Korean 0 where it is the same as the English. */
typedef struct
{
  CbImageString in[CB_N_LANGUAGES];
} CbImageText;

typedef struct
{
  guint32 kind;
  guint32 language;
  guint32 flag;
  CbImageText text;
  CbImageString name;
  CbImageString value;
  CbImageString code;
  CbImageString target;
  CbImageString source;
  CbImageString section;
  CbImageString year;
  CbImageString since;
  CbImageString until;
  CbImageString deprecated;
  CbImageSlice items; /* behind this record, never before it */
} CbImageItem;

typedef struct
{
  guint32 kind;
  guint32 state;
  guint32 deprecated;
  CbImageString id;
  CbImageString group_id;
  CbImageString reviewed;
  CbImageString expires;
  CbImageText title;
  CbImageText summary;
  CbImageSlice items[CB_N_PARTS];
} CbImageEntry;

typedef struct
{
  CbImageString id;
  guint32 browsed;
  CbImageText title;
  CbImageSlice entries;
} CbImageGroup;

typedef struct
{
  CbImageString id;
  CbImageText text;
} CbImageLabel;

/* Words that mean the same; the slice is of the table of words. */
typedef CbImageSlice CbImageTerm;

typedef enum
{
  CB_IMAGE_GROUPS,
  CB_IMAGE_ENTRIES,
  CB_IMAGE_ITEMS,
  CB_IMAGE_LABELS,
  CB_IMAGE_TERMS,
  CB_IMAGE_WORDS, /* of CbImageString */
  CB_IMAGE_STRINGS, /* bytes */
} CbImageTable;

#define CB_IMAGE_N_TABLES (CB_IMAGE_STRINGS + 1)

typedef struct
{
  guint32 magic;
  CbImageString version;
  CbImageString registry;
  guint32 fingerprint[2]; /* a hash of all tables, low half first, by which what is made of a catalog knows it again */
  guint32 n_records[CB_IMAGE_N_TABLES]; /* the tables follow in their order */
} CbImageHeader;

typedef struct _CbImage CbImage;

CbImage             *cb_image_new           (GBytes          *bytes,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;
CbImage             *cb_image_ref           (CbImage         *image);
void                 cb_image_unref         (CbImage         *image);
const CbImageHeader *cb_image_get_header    (CbImage         *image);
gconstpointer        cb_image_get_table     (CbImage         *image,
                                             CbImageTable     table);
const char          *cb_image_get_string    (CbImage         *image,
                                             CbImageString    string);
CbText               cb_image_get_text      (CbImage         *image,
                                             CbImageText      text);
gsize                cb_image_get_record_size (CbImageTable   table);
gboolean             cb_image_check         (CbImage         *image);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbImage, cb_image_unref)

G_END_DECLS
