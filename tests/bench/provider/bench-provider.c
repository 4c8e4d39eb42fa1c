/* bench-provider.c: how long the desktop waits for an answer, with the provider to be started and
 * with it running */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#define INTERFACE "org.gnome.Shell.SearchProvider2"
#define EMPTY_NAME "org.example.Empty"
#define PROVIDER_NAME APPLICATION_ID ".SearchProvider"

typedef struct
{
  const char *title;
  const char *name;
  const char *path;
} Service;

static const char *const queries[]
    = { "404", "not found", "서버 오류", "ㅊㅇㅅㅇㅇ", "token expired", "dlswmd" };

static gint64
ask (GDBusConnection *connection, const Service *service, const char *query)
{
  const char *terms[] = { query, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  gint64 start = g_get_monotonic_time ();

  reply = g_dbus_connection_call_sync (connection, service->name, service->path, INTERFACE,
                                       "GetInitialResultSet", g_variant_new ("(^as)", terms),
                                       G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                       &error);
  if (reply == NULL)
    g_error ("%s", error->message);

  return g_get_monotonic_time () - start;
}

/* Ends the service's process, and waits until it is gone: the next call starts a new one on a quiet
 * machine. */
static void
stop (GDBusConnection *connection, const Service *service)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "GetConnectionUnixProcessID", g_variant_new ("(s)", service->name), G_VARIANT_TYPE ("(u)"),
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  guint32 pid;

  g_variant_get (reply, "(u)", &pid);
  kill ((pid_t)pid, SIGTERM);
  while (kill ((pid_t)pid, 0) == 0 || errno != ESRCH)
    g_usleep (1000);
  g_usleep (20000);
}

static char *
write_service (const char *folder, const char *name, const char *command)
{
  g_autofree char *text = g_strdup_printf ("[D-BUS Service]\nName=%s\nExec=%s\n", name, command);
  g_autofree char *base = g_strconcat (name, ".service", NULL);
  char *file = g_build_filename (folder, base, NULL);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  return file;
}

static void
print_time (const char *measure, const Service *service, gint64 time)
{
  printf ("%s\t%s\t%" G_GINT64_FORMAT "\n", measure, service->title, time);
}

static void
measure_cold (GDBusConnection *connection, const Service *services, guint n_rounds)
{
  /* The first one warms the machine up. Side by side and by turns, so that a slow moment is
   * everybody's. */
  for (guint round = 0; round <= n_rounds; round++)
    {
      for (guint i = 0; i < 2; i++)
        {
          const Service *service = &services[(i + round) % 2];
          gint64 time = ask (connection, service, queries[0]);

          if (round > 0)
            print_time ("cold", service, time);
          stop (connection, service);
        }
    }
}

static void
measure_warm (GDBusConnection *connection, const Service *services, guint n_rounds)
{
  for (guint i = 0; i < 2; i++)
    ask (connection, &services[i], queries[0]);

  for (guint round = 0; round < n_rounds; round++)
    {
      for (guint i = 0; i < 2; i++)
        {
          const Service *service = &services[(i + round) % 2];

          print_time ("warm", service,
                      ask (connection, service, queries[round / 2 % G_N_ELEMENTS (queries)]));
        }
    }
}

/* Prints a line for each answer: "cold" or "warm", who gave it, microseconds. */
int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL, *empty_file = NULL, *provider_file = NULL, *path = NULL;
  g_autofree char *empty_command = NULL;
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) connection = NULL;

  if (argc != 5)
    {
      fprintf (stderr, "Usage: bench-provider PROVIDER EMPTY STARTS ANSWERS\n");
      return 2;
    }

  path = g_strdelimit (g_strdup ("/" APPLICATION_ID "/SearchProvider"), ".", '/');
  folder = g_dir_make_tmp ("codebook-bench-XXXXXX", NULL);
  provider_file = write_service (folder, PROVIDER_NAME, argv[1]);
  empty_command = g_strconcat (argv[2], " ", EMPTY_NAME, NULL);
  empty_file = write_service (folder, EMPTY_NAME, empty_command);

  g_test_dbus_add_service_dir (bus, folder);
  g_test_dbus_up (bus);
  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  {
    const Service services[] = {
      { "empty service", EMPTY_NAME, "/empty" },
      { "Codebook's provider", PROVIDER_NAME, path },
    };

    measure_cold (connection, services, (guint)atoi (argv[3]));
    measure_warm (connection, services, (guint)atoi (argv[4]));
  }

  g_clear_object (&connection);
  g_test_dbus_down (bus);
  g_unlink (provider_file);
  g_unlink (empty_file);
  g_rmdir (folder);

  return 0;
}
