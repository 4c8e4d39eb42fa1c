/* cb-fault.c: system calls that fail, or kill, on demand */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cb-fault.h"

/* A program's own functions are found before those of the C library, by its libraries too. These
 * look at what concerns one folder, and pass everything else on. */

static const char *watched;
static int n_called[CB_FAULT_N_CALLS];
static int failing = CB_FAULT_N_CALLS;
static int failing_error;
static guint failing_bytes;
static int n_until_kill;
/* The one file of the folder that is being written. */
static int watched_fd = -1;

/**
 * cb_fault_watch:
 * @folder: where calls are counted, and fail
 */
void
cb_fault_watch (const char *folder)
{
  watched = folder;
  cb_fault_clear ();
}

/**
 * cb_fault_set:
 * @call: what fails from now on
 * @error: an errno
 * @n_bytes: so many bytes are written before
 */
void
cb_fault_set (CbFaultCall call, int error, guint n_bytes)
{
  failing_error = error;
  failing_bytes = n_bytes;
  failing = call;
}

/**
 * cb_fault_clear:
 *
 * Nothing fails any more, and nothing was called.
 */
void
cb_fault_clear (void)
{
  failing = CB_FAULT_N_CALLS;
  for (gsize i = 0; i < G_N_ELEMENTS (n_called); i++)
    n_called[i] = 0;
}

/**
 * cb_fault_kill_at:
 * @n: a number, from 1
 *
 * The program is killed before the @n-th call from now.
 */
void
cb_fault_kill_at (guint n)
{
  n_until_kill = (int)n;
}

/**
 * cb_fault_n_called:
 * @call: a call
 *
 * Returns: how often it was called
 */
guint
cb_fault_n_called (CbFaultCall call)
{
  return (guint)n_called[call];
}

static gboolean
is_watched (const char *path)
{
  return watched != NULL && g_str_has_prefix (path, watched);
}

/* Whether the call is to fail; errno is set then. */
static gboolean
fails (CbFaultCall call)
{
  n_called[call]++;
  if (n_until_kill > 0 && --n_until_kill == 0)
    kill (getpid (), SIGKILL);
  if (failing != (int)call)
    return FALSE;
  errno = failing_error;

  return TRUE;
}

#define REAL(name) ((__typeof__ (&cb_##name))dlsym (RTLD_NEXT, #name))

int cb_mkdir (const char *path, mode_t mode) __asm__ ("mkdir");
int cb_open (const char *path, int flags, ...) __asm__ ("open");
int cb_open64 (const char *path, int flags, ...) __asm__ ("open64");
ssize_t cb_write (int fd, const void *bytes, size_t size) __asm__ ("write");
int cb_fsync (int fd) __asm__ ("fsync");
int cb_rename (const char *from, const char *to) __asm__ ("rename");

int
cb_mkdir (const char *path, mode_t mode)
{
  if (is_watched (path) && fails (CB_FAULT_MKDIR))
    return -1;

  return REAL (mkdir) (path, mode);
}

static int
open_watched (__typeof__ (&cb_open) real_open, const char *path, int flags, mode_t mode)
{
  gboolean creates = (flags & O_CREAT) != 0;
  int fd;

  if (is_watched (path) && (flags & O_DIRECTORY) == 0 && !g_str_equal (path, watched)
      && fails (creates ? CB_FAULT_CREATE : CB_FAULT_READ))
    return -1;
  fd = real_open (path, flags, mode);
  if (creates && is_watched (path))
    watched_fd = fd;

  return fd;
}

#define GET_MODE(flags, mode)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    va_list arguments;                                                                             \
                                                                                                   \
    va_start (arguments, flags);                                                                   \
    if ((flags & O_CREAT) != 0)                                                                    \
      mode = va_arg (arguments, mode_t);                                                           \
    va_end (arguments);                                                                            \
  }                                                                                                \
  G_STMT_END

int
cb_open (const char *path, int flags, ...)
{
  mode_t mode = 0;

  GET_MODE (flags, mode);

  return open_watched (REAL (open), path, flags, mode);
}

int
cb_open64 (const char *path, int flags, ...)
{
  mode_t mode = 0;

  GET_MODE (flags, mode);

  return open_watched (REAL (open64), path, flags, mode);
}

ssize_t
cb_write (int fd, const void *bytes, size_t size)
{
  if (fd == watched_fd && fails (CB_FAULT_WRITE))
    {
      /* A disk fills up in the middle. */
      size_t n_bytes = MIN (size, failing_bytes);

      failing_bytes = 0;
      return n_bytes > 0 ? REAL (write) (fd, bytes, n_bytes) : -1;
    }

  return REAL (write) (fd, bytes, size);
}

int
cb_fsync (int fd)
{
  if (fd == watched_fd && fails (CB_FAULT_SYNC))
    return -1;

  return REAL (fsync) (fd);
}

int
cb_rename (const char *from, const char *to)
{
  if (is_watched (from) && fails (CB_FAULT_RENAME))
    return -1;

  return REAL (rename) (from, to);
}
