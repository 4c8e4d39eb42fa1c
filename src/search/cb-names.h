/* cb-names.h: the names of all entries, to be searched as a whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-fold.h"
#include "cb-hit.h"

G_BEGIN_DECLS

/**
 * CbName:
 * @document: whose name it is
 * @field: what kind of name
 * @start: its first letter
 * @n_letters: how many
 * @first_unit: its first character
 * @n_units: how many
 */
typedef struct
{
  guint document;
  CbMatchField field;
  guint start;
  guint n_letters;
  guint first_unit;
  guint n_units;
} CbName;

/**
 * CbNames:
 *
 * All names one after the other, in one stretch of letters without what divides their words, and in another of
 * characters: of a syllable only its initial, of anything else the letter.
 */
typedef struct
{
  GArray *names; /* of CbName */
  GByteArray *letters; /* a 0 after each name */
  GByteArray *starts; /* whether a word begins at the letter */
  GByteArray *units; /* a 0 after each name */
  GArray *unit_letters; /* of guint: where the character's letters begin */
} CbNames;

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

CbNames *cb_names_new      (void);
void     cb_names_free     (CbNames        *self);
void     cb_names_add      (CbNames        *self,
                            guint           document,
                            CbMatchField    field,
                            const CbFolded *folded);
void     cb_names_find     (const CbNames  *self,
                            const CbLetter *letters,
                            gsize           n_letters,
                            gboolean        open,
                            CbNameFunc      func,
                            gpointer        user_data);

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
                                 const CbInitials *initials,
                                 CbNameFunc     func,
                                 gpointer       user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbNames, cb_names_free)

G_END_DECLS
