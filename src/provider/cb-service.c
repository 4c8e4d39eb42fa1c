/* cb-service.c: the provider on the session bus */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>

#include "cb-launch.h"
#include "cb-search-provider-interface.h"
#include "cb-service.h"

/**
 * CbService:
 *
 * Answers what the desktop asks until nobody has asked for some time.
 */
struct _CbService
{
  /* owned */
  char *application_id;
  char *name;
  char *path;
  GMainLoop *loop;
  GDBusConnection *connection; /* NULL until it runs, and where there is no bus */
  guint owner;
  guint registration;
  guint idle;

  /* borrowed */
  CbProvider *provider;

  guint idle_time;  /* milliseconds */
  guint n_launches; /* the application was called and has not yet answered */
  gboolean failed;
};

/* A method of the interface. The arguments have the interface's types: GDBus answers all other
 * calls. */
typedef struct
{
  const char *name;
  void (*answer) (CbService *self, GVariant *arguments, GDBusMethodInvocation *invocation);
} Method;

static void
idle_cb (gpointer user_data)
{
  CbService *self = user_data;

  self->idle = 0;
  g_main_loop_quit (self->loop);
}

/* The only timer there is, and none while the application is being called. */
static void
restart_idle (CbService *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->n_launches == 0)
    self->idle = g_timeout_add_once (self->idle_time, idle_cb, self);
}

static void
answer_search (CbService *self, GVariant *arguments, GDBusMethodInvocation *invocation)
{
  gsize n_arguments = g_variant_n_children (arguments);
  /* The terms come last. The earlier results do not matter: one more letter can bring what they
   * were cut off at, or what they did not have (찾ㅇ and 찾을), and a search from anew takes less
   * than a millisecond. */
  g_autoptr (GVariant) argument = g_variant_get_child_value (arguments, n_arguments - 1);
  g_autofree const char **terms = g_variant_get_strv (argument, NULL);
  g_auto (GStrv) ids = cb_provider_search (self->provider, terms);

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", ids));
}

static void
answer_metas (CbService *self, GVariant *arguments, GDBusMethodInvocation *invocation)
{
  g_autofree const char **ids = NULL;

  g_variant_get (arguments, "(^a&s)", &ids);
  g_dbus_method_invocation_return_value (
      invocation, g_variant_new ("(@aa{sv})", cb_provider_describe (self->provider, ids)));
}

/* As the bus or the application said it. */
static void
return_error (GDBusMethodInvocation *invocation, GError *error)
{
  g_autofree char *name = g_dbus_error_get_remote_error (error);

  if (name == NULL)
    {
      g_dbus_method_invocation_return_gerror (invocation, error);
      return;
    }

  g_dbus_error_strip_remote_error (error);
  g_dbus_method_invocation_return_dbus_error (invocation, name, error->message);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  CbService *self = g_dbus_method_invocation_get_user_data (invocation);
  g_autoptr (GError) error = NULL;

  if (cb_launch_finish (G_DBUS_CONNECTION (source), result, &error))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    return_error (invocation, error);

  self->n_launches--;
  restart_idle (self);
}

static void
answer_activate (CbService *self, GVariant *arguments, GDBusMethodInvocation *invocation)
{
  const char *id;
  guint32 timestamp;

  g_variant_get (arguments, "(&s@asu)", &id, NULL, &timestamp);
  if (!cb_provider_contains (self->provider, id))
    {
      g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
                                             "There is no entry “%s”", id);
      return;
    }

  self->n_launches++;
  cb_launch_entry (self->connection, self->application_id, id, timestamp, launched_cb, invocation);
}

static void
answer_launch (CbService *self, GVariant *arguments, GDBusMethodInvocation *invocation)
{
  g_autofree const char **terms = NULL;
  g_autofree char *text = NULL;
  guint32 timestamp;

  g_variant_get (arguments, "(^a&su)", &terms, &timestamp);
  text = cb_provider_join_terms (terms);

  self->n_launches++;
  cb_launch_search (self->connection, self->application_id, text, timestamp, launched_cb,
                    invocation);
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
  static const Method methods[] = {
    { "GetInitialResultSet", answer_search }, { "GetSubsearchResultSet", answer_search },
    { "GetResultMetas", answer_metas },       { "ActivateResult", answer_activate },
    { "LaunchSearch", answer_launch },
  };
  CbService *self = user_data;

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (g_str_equal (methods[i].name, method_name))
        methods[i].answer (self, arguments, invocation);
    }

  restart_idle (self);
}

static void
name_acquired_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  restart_idle (user_data);
}

static void
name_lost_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  CbService *self = user_data;

  /* Without a connection the bus is gone: the session is over. */
  if (connection != NULL)
    fprintf (stderr,
             "codebook-search-provider: Another process has the name %s on the session bus\n",
             name);
  self->failed = TRUE;
  g_main_loop_quit (self->loop);
}

/* First the object, then the name: who calls the name finds the object. Not g_bus_own_name(), which
 * leaves a thread behind that wakes up to look for work. */
static gboolean
enter (CbService *self, GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };

  self->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  if (self->connection == NULL)
    return FALSE;

  self->registration = g_dbus_connection_register_object (
      self->connection, self->path,
      (GDBusInterfaceInfo *)&org_gnome_shell_search_provider2_interface, &vtable, self, NULL, NULL);
  /* Only a second object in the same place would be refused. */
  g_assert (self->registration != 0);

  self->owner = g_bus_own_name_on_connection (self->connection, self->name,
                                              G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE, name_acquired_cb,
                                              name_lost_cb, self, NULL);
  return TRUE;
}

/* The name goes first: what comes from now on starts a new process. What came before is still
 * answered, so that no call is lost however close the end. */
static void
leave (CbService *self)
{
  g_clear_handle_id (&self->owner, g_bus_unown_name);
  while (self->n_launches > 0 || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);

  g_dbus_connection_flush_sync (self->connection, NULL, NULL);
}

/**
 * cb_service_new:
 * @application_id: the application's id, which the name on the bus and the path of the object begin
 * with
 * @provider: what answers; has to live as long as the service
 * @idle_time: how long to stay without being asked, in milliseconds
 *
 * Returns: (transfer full): a service, which does nothing yet
 */
CbService *
cb_service_new (const char *application_id, CbProvider *provider, guint idle_time)
{
  CbService *self;
  g_autofree char *application_path = NULL;

  g_return_val_if_fail (g_application_id_is_valid (application_id), NULL);
  g_return_val_if_fail (provider != NULL, NULL);

  application_path = cb_launch_dup_path (application_id);

  self = g_new0 (CbService, 1);
  self->application_id = g_strdup (application_id);
  self->name = g_strconcat (application_id, ".SearchProvider", NULL);
  self->path = g_strconcat (application_path, "/SearchProvider", NULL);
  self->loop = g_main_loop_new (NULL, FALSE);
  self->provider = provider;
  self->idle_time = idle_time;

  return self;
}

/**
 * cb_service_free:
 * @self: (transfer full): a service
 */
void
cb_service_free (CbService *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  g_clear_object (&self->connection);
  g_main_loop_unref (self->loop);
  g_free (self->application_id);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/**
 * cb_service_run:
 * @self: a service
 *
 * Answers until nobody has asked for the idle time. To be called once.
 *
 * Returns: %FALSE where the name on the bus was not to be had, or was lost; standard error has then
 * been told
 */
gboolean
cb_service_run (CbService *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->connection == NULL, FALSE);

  if (!enter (self, &error))
    {
      fprintf (stderr, "codebook-search-provider: The session bus cannot be used: %s\n",
               error->message);
      return FALSE;
    }

  g_main_loop_run (self->loop);
  leave (self);

  return !self->failed;
}
