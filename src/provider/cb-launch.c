/* cb-launch.c: handing over to the window, over D-Bus */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-launch.h"

#define APPLICATION_INTERFACE "org.freedesktop.Application"
#define SEARCH_ACTION "search"
#define URI_SCHEME "codebook:"

/* The time of the key press or click lets the window come to the front; X11 takes it from the end
 * of the id of a start-up (Startup Notification Protocol 0.1). */
static GVariant *
make_platform_data (guint32 timestamp)
{
  g_auto (GVariantDict) data = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *startup_id = g_strdup_printf ("codebook-search_TIME%u", timestamp);

  if (timestamp > 0)
    g_variant_dict_insert (&data, "desktop-startup-id", "s", startup_id);

  return g_variant_dict_end (&data);
}

static void
call_application (GDBusConnection *connection,
                  const char *application_id,
                  const char *method,
                  GVariant *parameters,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autofree char *path = cb_launch_dup_path (application_id);

  /* The bus starts the application where it does not run. */
  g_dbus_connection_call (connection, application_id, path, APPLICATION_INTERFACE, method,
                          parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, callback, user_data);
}

/**
 * cb_launch_dup_path:
 * @application_id: an application's id
 *
 * Returns: (transfer full): the path of its object on the bus (Desktop Entry Specification 1.5,
 * "D-Bus Activation")
 */
char *
cb_launch_dup_path (const char *application_id)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (application_id != NULL, NULL);

  path = g_strconcat ("/", application_id, NULL);
  g_strdelimit (path, ".", '/');
  g_strdelimit (path, "-", '_');

  return g_steal_pointer (&path);
}

/**
 * cb_launch_entry:
 * @connection: the session bus
 * @application_id: the application's id
 * @entry_id: the id of an entry
 * @timestamp: when the user asked for it, in the display's time; 0 where that is not known
 * @callback: called when the application has been told
 * @user_data: for @callback
 *
 * Opens the window at an entry, as the address of the entry would.
 */
void
cb_launch_entry (GDBusConnection *connection,
                 const char *application_id,
                 const char *entry_id,
                 guint32 timestamp,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;
  const char *uris[] = { NULL, NULL };

  g_return_if_fail (G_IS_DBUS_CONNECTION (connection));
  g_return_if_fail (application_id != NULL);
  g_return_if_fail (entry_id != NULL);

  escaped = g_uri_escape_string (entry_id, ":", FALSE);
  uri = g_strconcat (URI_SCHEME, escaped, NULL);
  uris[0] = uri;

  call_application (connection, application_id, "Open",
                    g_variant_new ("(^as@a{sv})", uris, make_platform_data (timestamp)), callback,
                    user_data);
}

/**
 * cb_launch_search:
 * @connection: the session bus
 * @application_id: the application's id
 * @text: what to search for
 * @timestamp: when the user asked for it, in the display's time; 0 where that is not known
 * @callback: called when the application has been told
 * @user_data: for @callback
 *
 * Opens the window with a search.
 */
void
cb_launch_search (GDBusConnection *connection,
                  const char *application_id,
                  const char *text,
                  guint32 timestamp,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_auto (GVariantBuilder) arguments = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  g_return_if_fail (G_IS_DBUS_CONNECTION (connection));
  g_return_if_fail (application_id != NULL);
  g_return_if_fail (text != NULL);

  g_variant_builder_add (&arguments, "v", g_variant_new_string (text));

  call_application (
      connection, application_id, "ActivateAction",
      g_variant_new ("(sav@a{sv})", SEARCH_ACTION, &arguments, make_platform_data (timestamp)),
      callback, user_data);
}

/**
 * cb_launch_finish:
 * @connection: the session bus
 * @result: what the callback was given
 * @error: return location for what the bus or the application answered
 *
 * Returns: whether the application has been told
 */
gboolean
cb_launch_finish (GDBusConnection *connection, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (connection, result, error);

  return reply != NULL;
}
