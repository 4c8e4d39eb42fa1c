/* cb-fault.h: system calls that fail, or kill, on demand */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CB_FAULT_MKDIR,
  CB_FAULT_READ,
  CB_FAULT_CREATE,
  CB_FAULT_WRITE,
  CB_FAULT_SYNC,
  CB_FAULT_RENAME,
  CB_FAULT_N_CALLS,
} CbFaultCall;

void  cb_fault_watch    (const char  *folder);
void  cb_fault_set      (CbFaultCall  call,
                         int          error,
                         guint        n_bytes);
void  cb_fault_clear    (void);
void  cb_fault_kill_at  (guint        n);
guint cb_fault_n_called (CbFaultCall  call);

G_END_DECLS
