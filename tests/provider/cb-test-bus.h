/* cb-test-bus.h: a session bus with the provider, and an application to be called */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVIDER_INTERFACE "org.gnome.Shell.SearchProvider2"

/* Idle times in milliseconds: so short that a test can wait for the end; longer than any test. */
#define SHORT 300
#define NEVER 600000

/**
 * CbTestFiles:
 *
 * What a test program is given on its command line: the files as they will be installed, but for
 * the program.
 */
typedef struct
{
  const char *service;
  const char *ini;
  const char *desktop;
  const char *program;
} CbTestFiles;

/**
 * CbTestBus:
 *
 * A session bus. It starts the provider, as the generated service file says, when it is called by
 * its name.
 */
typedef struct
{
  CbTestFiles files;
  GTestDBus *daemon;
  GDBusConnection *connection;
  guint idle_time;    /* of the provider */
  char *folder;       /* of service files */
  char *service_file; /* within it */
  char *name;         /* of the provider, by the ini file */
  char *path;
} CbTestBus;

/**
 * CbTestApplication:
 *
 * What has the application's name on the bus, and records what is asked of it.
 */
typedef struct
{
  GDBusConnection *connection;
  guint registration;
  guint owner;
  gboolean ready;
  guint delay;      /* before it answers, in milliseconds */
  gboolean refuses; /* answers with an error */
  GString *log;     /* a line for each call */
} CbTestApplication;

void      cb_test_bus_init           (int                *argc,
                                      char              **argv);
GKeyFile *cb_test_bus_load           (const char         *file);

CbTestBus *cb_test_bus_new           (const char         *language,
                                      guint               idle_time);
void      cb_test_bus_free           (CbTestBus          *self);
const CbTestFiles *cb_test_bus_files (void);

GDBusConnection *cb_test_bus_connect (CbTestBus         *self);
void      cb_test_bus_wait           (guint               milliseconds);
GVariant *cb_test_bus_call           (CbTestBus          *self,
                                      const char         *method,
                                      GVariant           *arguments,
                                      GError            **error);
GVariant *cb_test_bus_call_at        (CbTestBus          *self,
                                      const char         *path,
                                      const char         *interface_name,
                                      const char         *method,
                                      GVariant           *arguments,
                                      GError            **error);
GStrv     cb_test_bus_search         (CbTestBus          *self,
                                      const char         *text);
guint32   cb_test_bus_get_pid        (CbTestBus          *self);
gboolean  cb_test_bus_is_running     (guint32             pid);

CbTestApplication *cb_test_application_new  (CbTestBus         *bus);
void               cb_test_application_free (CbTestApplication *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbTestBus, cb_test_bus_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CbTestApplication, cb_test_application_free)

G_END_DECLS
