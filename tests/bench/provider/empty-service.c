/* empty-service.c: the least that answers on a bus with GIO: what the search provider's start is
 * measured against */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#include "cb-search-provider-interface.h"

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
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", NULL));
}

static void
bus_acquired_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };

  g_dbus_connection_register_object (
      connection, "/empty", (GDBusInterfaceInfo *)&org_gnome_shell_search_provider2_interface,
      &vtable, NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_bus_own_name (G_BUS_TYPE_SESSION, argv[1], G_BUS_NAME_OWNER_FLAGS_NONE, bus_acquired_cb, NULL,
                  NULL, NULL, NULL);
  g_main_loop_run (loop);

  return 0;
}
