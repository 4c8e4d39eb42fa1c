/* cb-test-bus.c: a session bus with the provider, and an application to be called */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cb-test-bus.h"

/* A call that takes longer than this will not be answered any more. */
#define DEADLINE 60000

/* How the names of a sanitizer's reports begin. */
#define REPORT "report"

#define SERVICE_GROUP "D-BUS Service"
#define PROVIDER_GROUP "Shell Search Provider"

static const char application_xml[]
    = "<node>"
      "  <interface name='org.freedesktop.Application'>"
      "    <method name='Activate'><arg type='a{sv}'/></method>"
      "    <method name='Open'><arg type='as'/><arg type='a{sv}'/></method>"
      "    <method name='ActivateAction'><arg type='s'/><arg type='av'/><arg "
      "type='a{sv}'/></method>"
      "  </interface>"
      "</node>";

static CbTestFiles files;

static void
reply_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **)user_data, result);
}

static void
done_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static void
late_cb (gpointer user_data)
{
  g_error ("No answer in time");
}

static GDBusConnection *
connect (GTestDBus *daemon)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (daemon),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

/* The main loop runs meanwhile, for the application is in this process. */
static GVariant *
call (GDBusConnection *connection,
      const char *name,
      const char *path,
      const char *interface_name,
      const char *method,
      GVariant *arguments,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint deadline = g_timeout_add_once (DEADLINE, late_cb, NULL);

  g_dbus_connection_call (connection, name, path, interface_name, method, arguments, NULL,
                          G_DBUS_CALL_FLAGS_NONE, DEADLINE, NULL, reply_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);

  return g_dbus_connection_call_finish (connection, result, error);
}

static GVariant *
call_bus (CbTestBus *self, const char *method, GVariant *arguments, GError **error)
{
  return call (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
               "org.freedesktop.DBus", method, arguments, error);
}

/* As it will be installed, but for where the program is. */
static void
install_service_file (CbTestBus *self)
{
  g_autoptr (GKeyFile) service = cb_test_bus_load (self->files.service);
  g_autofree char *base = g_path_get_basename (self->files.service);
  g_autofree char *command
      = g_strdup_printf ("%s --idle-time=%u", self->files.program, self->idle_time);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("codebook-provider-XXXXXX", &error);
  g_assert_no_error (error);
  self->service_file = g_build_filename (self->folder, base, NULL);

  g_key_file_set_string (service, SERVICE_GROUP, "Exec", command);
  g_key_file_save_to_file (service, self->service_file, &error);
  g_assert_no_error (error);
}

/* A builder's machine may have the library alone. */
static void
skip_without_daemon (void)
{
  g_autofree char *daemon = g_find_program_in_path ("dbus-daemon");

  if (daemon == NULL)
    {
      puts ("1..0 # SKIP dbus-daemon is not installed");
      exit (EXIT_SUCCESS);
    }
}

void
cb_test_bus_init (int *argc, char **argv)
{
  skip_without_daemon ();
  g_test_init (argc, &argv, NULL);
  g_assert_cmpint (*argc, ==, 5);

  files = (CbTestFiles){ argv[1], argv[2], argv[3], argv[4] };
}

const CbTestFiles *
cb_test_bus_files (void)
{
  return &files;
}

GKeyFile *
cb_test_bus_load (const char *file)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (key_file, file, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&key_file);
}

CbTestBus *
cb_test_bus_new (const char *language, guint idle_time)
{
  CbTestBus *self = g_new0 (CbTestBus, 1);
  g_autoptr (GKeyFile) ini = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  const char *sanitizer = g_getenv ("ASAN_OPTIONS");
  g_autofree char *sanitizer_options = NULL;
  g_auto (GVariantBuilder) environment = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  self->files = files;
  self->idle_time = idle_time;
  ini = cb_test_bus_load (self->files.ini);
  self->name = g_key_file_get_string (ini, PROVIDER_GROUP, "BusName", &error);
  g_assert_no_error (error);
  self->path = g_key_file_get_string (ini, PROVIDER_GROUP, "ObjectPath", &error);
  g_assert_no_error (error);
  install_service_file (self);

  self->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (self->daemon, self->folder);
  g_test_dbus_up (self->daemon);
  self->connection = connect (self->daemon);

  sanitizer_options = g_strdup_printf ("%s:log_path=%s/" REPORT, sanitizer != NULL ? sanitizer : "",
                                       self->folder);
  g_variant_builder_add (&environment, "{ss}", "LANGUAGE", language);
  g_variant_builder_add (&environment, "{ss}", "ASAN_OPTIONS", sanitizer_options);
  reply = call_bus (self, "UpdateActivationEnvironment", g_variant_new ("(a{ss})", &environment),
                    &error);
  g_assert_no_error (error);

  return self;
}

/* What a sanitizer has to say of the provider, whose exit status only the bus sees. */
static void
assert_no_report (CbTestBus *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);

  for (const char *base = g_dir_read_name (dir); base != NULL; base = g_dir_read_name (dir))
    {
      g_autofree char *file = g_build_filename (self->folder, base, NULL);
      g_autofree char *text = NULL;

      if (!g_str_has_prefix (base, REPORT))
        continue;
      g_file_get_contents (file, &text, NULL, NULL);
      g_error ("%s", text);
    }
}

/* Waits for the provider's own end, but where it never ends. */
void
cb_test_bus_free (CbTestBus *self)
{
  guint32 pid = self->idle_time != NEVER ? cb_test_bus_get_pid (self) : 0;

  while (cb_test_bus_is_running (pid))
    cb_test_bus_wait (10);
  assert_no_report (self);

  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_test_dbus_down (self->daemon);
  g_object_unref (self->daemon);
  g_unlink (self->service_file);
  g_rmdir (self->folder);
  g_free (self->service_file);
  g_free (self->folder);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/* One more, beside the one that the calls go by. */
GDBusConnection *
cb_test_bus_connect (CbTestBus *self)
{
  return connect (self->daemon);
}

void
cb_test_bus_wait (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add_once (milliseconds, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

GVariant *
cb_test_bus_call (CbTestBus *self, const char *method, GVariant *arguments, GError **error)
{
  return cb_test_bus_call_at (self, self->path, PROVIDER_INTERFACE, method, arguments, error);
}

GVariant *
cb_test_bus_call_at (CbTestBus *self,
                     const char *path,
                     const char *interface_name,
                     const char *method,
                     GVariant *arguments,
                     GError **error)
{
  return call (self->connection, self->name, path, interface_name, method, arguments, error);
}

/* As the desktop does it: the words, and the first search. */
GStrv
cb_test_bus_search (CbTestBus *self, const char *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply
      = cb_test_bus_call (self, "GetInitialResultSet", g_variant_new ("(^as)", terms), &error);
  GStrv ids;

  g_assert_no_error (error);
  g_assert_cmpstr (g_variant_get_type_string (reply), ==, "(as)");
  g_variant_get (reply, "(^as)", &ids);

  return ids;
}

/* 0 where the provider does not run. */
guint32
cb_test_bus_get_pid (CbTestBus *self)
{
  g_autoptr (GVariant) reply
      = call_bus (self, "GetConnectionUnixProcessID", g_variant_new ("(s)", self->name), NULL);
  guint32 pid = 0;

  if (reply != NULL)
    g_variant_get (reply, "(u)", &pid);

  return pid;
}

/* One that has ended and that its parent has not looked after yet does not run. */
gboolean
cb_test_bus_is_running (guint32 pid)
{
  g_autofree char *file = g_strdup_printf ("/proc/%u/stat", pid);
  g_autofree char *text = NULL;

  return g_file_get_contents (file, &text, NULL, NULL) && strstr (text, ") Z ") == NULL;
}

typedef struct
{
  GDBusMethodInvocation *invocation;
  gboolean refuses;
} Answer;

static void
answer_cb (gpointer user_data)
{
  g_autofree Answer *answer = user_data;

  if (answer->refuses)
    g_dbus_method_invocation_return_dbus_error (answer->invocation, "org.example.Refused", "No");
  else
    g_dbus_method_invocation_return_value (answer->invocation, NULL);
}

static void
method_call_cb (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface_name,
                const char *method_name,
                GVariant *arguments,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  CbTestApplication *self = user_data;
  g_autofree char *text = g_variant_print (arguments, FALSE);
  Answer *answer = g_new (Answer, 1);

  g_string_append_printf (self->log, "%s %s\n", method_name, text);
  *answer = (Answer){ invocation, self->refuses };
  g_timeout_add_once (self->delay, answer_cb, answer);
}

static void
name_acquired_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  ((CbTestApplication *)user_data)->ready = TRUE;
}

CbTestApplication *
cb_test_application_new (CbTestBus *bus)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  CbTestApplication *self = g_new0 (CbTestApplication, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (application_xml, &error);
  /* Not asked of the code under test. */
  const char *path
      = DEVELOPMENT ? "/io/github/codebook/Codebook/Devel" : "/io/github/codebook/Codebook";

  g_assert_no_error (error);

  self->log = g_string_new (NULL);
  self->connection = connect (bus->daemon);
  self->registration = g_dbus_connection_register_object (
      self->connection, path, info->interfaces[0], &vtable, self, NULL, &error);
  g_assert_no_error (error);
  self->owner
      = g_bus_own_name_on_connection (self->connection, APPLICATION_ID, G_BUS_NAME_OWNER_FLAGS_NONE,
                                      name_acquired_cb, NULL, self, NULL);
  while (!self->ready)
    g_main_context_iteration (NULL, TRUE);

  return self;
}

void
cb_test_application_free (CbTestApplication *self)
{
  g_bus_unown_name (self->owner);
  g_dbus_connection_unregister_object (self->connection, self->registration);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_string_free (self->log, TRUE);
  g_free (self);
}
