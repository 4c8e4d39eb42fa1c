/* cb-compiler.h: from the files of the catalog to what the programs use */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CbCompilerFlags:
 * @CB_COMPILER_UNTRANSLATED: texts have no Korean yet; the English stands for both languages
 *
 * How the files are read.
 */
typedef enum
{
  CB_COMPILER_DEFAULT = 0,
  CB_COMPILER_UNTRANSLATED = 1 << 0,
} CbCompilerFlags;

GBytes *cb_compiler_compile (const char       *folder,
                             CbCompilerFlags   flags,
                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
