/* cb-command.h: what the commands of codebook share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"

G_BEGIN_DECLS

/**
 * CbExit:
 * @CB_EXIT_FOUND: done
 * @CB_EXIT_NOTHING: done, but nothing was found
 * @CB_EXIT_USAGE: called in a wrong way, or not able to do it
 *
 * The exit status of codebook.
 */
typedef enum
{
  CB_EXIT_FOUND,
  CB_EXIT_NOTHING,
  CB_EXIT_USAGE,
} CbExit;

/**
 * CbFormat:
 *
 * How a command prints.
 */
typedef enum
{
  CB_FORMAT_TEXT,
  CB_FORMAT_TSV,
  CB_FORMAT_JSON,
  CB_FORMAT_MARKDOWN,
} CbFormat;

/**
 * CbLanguages:
 * @first: the language that comes first
 * @both: whether the other one follows
 *
 * What `--lang` says.
 */
typedef struct
{
  CbLanguage first;
  gboolean both;
} CbLanguages;

/**
 * CbCommand:
 * @name: what one types
 * @run: does it; @args are the words after the name, ended by NULL, without options that were taken from them
 *
 * A command of codebook.
 */
typedef struct
{
  const char *name;
  CbExit (*run) (char **args);
} CbCommand;

CbExit     cb_command_main            (char         **argv);

gboolean   cb_command_parse           (const char    *usage,
                                       const char    *summary,
                                       GOptionEntry  *entries,
                                       char         **args,
                                       GStrv         *words,
                                       CbExit        *exit_status);
gboolean   cb_command_parse_format    (const char    *name,
                                       const char    *allowed,
                                       CbFormat      *format);
gboolean   cb_command_parse_languages (const char    *name,
                                       CbLanguages   *languages);
CbCatalog *cb_command_load_catalog    (void);
void       cb_command_complain        (const char    *format,
                                       ...) G_GNUC_PRINTF (1, 2);

CbExit     cb_command_annotate        (char         **args);
CbExit     cb_command_export          (char         **args);
CbExit     cb_command_list            (char         **args);
CbExit     cb_command_search          (char         **args);
CbExit     cb_command_show            (char         **args);
CbExit     cb_open                    (char         **args);

G_END_DECLS
