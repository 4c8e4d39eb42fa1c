/* cb-names.h: the names of all entries, to be searched as a whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-fold.h"
#include "cb-hit.h"

G_BEGIN_DECLS

/**
 * CbName:
 * @start: its first letter
 * @first_unit: its first character
 * @letter_set: which letters it has, see cb_letters_to_set()
 * @document: whose name it is
 * @field: what kind of name
 * @other: whether a query has to be its beginning, for its words are those of another name
 * @whole: whether a query has to be all of it
 *
 * A name, as it lies in the image of an index; the record after it says where it ends.
 */
typedef struct
{
  guint32 start;
  guint32 first_unit;
  guint32 letter_set;
  guint32 document : 24;
  guint32 field : 6;
  guint32 other : 1;
  guint32 whole : 1;
} CbName;

/**
 * CbNames:
 * @names: the names, and one record more
 * @n_names: how many
 * @letters: the letters of all, a 0 after each
 * @n_letters: how many
 * @starts: a bit for each letter: whether a word begins with it
 * @units: a 0 after each name that has any
 * @n_units: how many
 * @letter_blocks: of each %CB_NAMES_BLOCK letters the name that the first one is in
 * @unit_blocks: the same of characters
 *
 * All names one after the other, in one stretch of letters without what divides their words, and in
 * another of characters: of a syllable only its initial, of anything else the letter. A view: the
 * tables are those of an image.
 */
typedef struct
{
  const CbName *names;
  guint n_names;
  const CbLetter *letters;
  gsize n_letters;
  const guint8 *starts;
  const CbLetter *units;
  gsize n_units;
  const guint32 *letter_blocks;
  const guint32 *unit_blocks;
} CbNames;

#define CB_NAMES_BLOCK 32

static inline gsize
cb_names_n_blocks (gsize n)
{
  return (n + CB_NAMES_BLOCK - 1) / CB_NAMES_BLOCK;
}

static inline guint
cb_name_n_letters (const CbName *name)
{
  return name[1].start - name[0].start - 1;
}

static inline guint
cb_name_n_units (const CbName *name)
{
  guint n = name[1].first_unit - name[0].first_unit;

  return n > 0 ? n - 1 : 0;
}

static inline gboolean
cb_names_is_start (const CbNames *self,
                   guint          position)
{
  return (self->starts[position / 8] >> (position % 8) & 1) != 0;
}

/* Whether a character begins with letter @i of the name. */
static inline gboolean
cb_names_is_unit (const CbNames *self,
                  const CbName  *name,
                  guint          i)
{
  return cb_letters_is_syllable_start (self->letters + name->start, cb_name_n_letters (name), i)
         || cb_names_is_start (self, name->start + i);
}

/**
 * CbNameMatch:
 * @CB_NAME_INSIDE: within a word
 * @CB_NAME_WORD: at the beginning of a word
 * @CB_NAME_PREFIX: at the beginning of the name
 * @CB_NAME_EXACT: all of it
 *
 * Where in a name something was found.
 */
typedef enum
{
  CB_NAME_INSIDE,
  CB_NAME_WORD,
  CB_NAME_PREFIX,
  CB_NAME_EXACT,
} CbNameMatch;

typedef void (*CbNameFunc) (const CbName *name,
                            CbNameMatch   match,
                            gpointer      user_data);

guint    cb_names_find_document (const CbNames *self,
                                 guint          from,
                                 guint          document);
void     cb_names_find     (const CbNames  *self,
                            guint           first,
                            guint           end,
                            const CbLetter *letters,
                            gsize           n_letters,
                            gboolean        open,
                            CbNameFunc      func,
                            gpointer        user_data);

GPtrArray *cb_names_list_near (const CbNames  *self,
                               const CbLetter *letters,
                               gsize           n_letters) G_GNUC_WARN_UNUSED_RESULT;

#define CB_INITIALS_MAX 40

/**
 * CbInitials:
 * @units: for each character what stands for it
 * @letters: the letters of all characters
 * @starts: for each character its first letter
 * @n_units: how many characters
 * @n_jamo: how many of them are initials
 *
 * A query of initials, some of whose characters may be whole: ㅊㅇㅅㅇㅇ, 찾ㅇㅅ.
 */
typedef struct
{
  CbLetter units[CB_INITIALS_MAX];
  CbLetter letters[CB_INITIALS_MAX * CB_HANGUL_MAX_LETTERS];
  guint8 starts[CB_INITIALS_MAX + 1];
  guint n_units;
  guint n_jamo;
} CbInitials;

void     cb_initials_init  (CbInitials     *self);
gboolean cb_initials_add   (CbInitials     *self,
                            const CbFolded *folded,
                            const CbWord   *word);
gboolean cb_initials_match (const CbInitials *self,
                            const CbLetter *letters,
                            gsize           n_letters,
                            const guint    *unit_letters,
                            gsize           n_units);
void     cb_names_find_initials (const CbNames *self,
                                 guint          first,
                                 guint          end,
                                 const CbInitials *initials,
                                 CbNameFunc     func,
                                 gpointer       user_data);

G_END_DECLS
