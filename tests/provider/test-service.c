/* test-service.c: the provider on a real bus, started by it, and asked as the desktop asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include <locale.h>
#include <string.h>

#include "cb-test-bus.h"

static void
assert_first (CbTestBus *bus, const char *text, const char *id)
{
  g_auto (GStrv) ids = cb_test_bus_search (bus, text);

  g_test_message ("%s: %s", text, ids[0] != NULL ? ids[0] : "nothing");
  g_assert_cmpstr (ids[0], ==, id);
  g_assert_cmpuint (g_strv_length (ids), <=, 20);
}

static GStrv
search_again (CbTestBus *bus, const char *const *previous, const char *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = cb_test_bus_call (
      bus, "GetSubsearchResultSet", g_variant_new ("(^as^as)", previous, terms), &error);
  GStrv ids;

  g_assert_no_error (error);
  g_variant_get (reply, "(^as)", &ids);

  return ids;
}

static void
assert_metas (CbTestBus *bus, const char *ids, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) arguments
      = g_variant_parse (G_VARIANT_TYPE ("(as)"), ids, NULL, NULL, &error);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) metas = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  reply = cb_test_bus_call (bus, "GetResultMetas", arguments, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_variant_get_type_string (reply), ==, "(aa{sv})");

  metas = g_variant_get_child_value (reply, 0);
  for (gsize i = 0; i < g_variant_n_children (metas); i++)
    {
      g_autoptr (GVariant) meta = g_variant_get_child_value (metas, i);
      const char *id, *name, *description, *clipboard_text = "-";

      /* All of them texts: the desktop takes nothing else by these keys. */
      g_assert_true (g_variant_lookup (meta, "id", "&s", &id));
      g_assert_true (g_variant_lookup (meta, "name", "&s", &name));
      g_assert_true (g_variant_lookup (meta, "description", "&s", &description));
      g_variant_lookup (meta, "clipboardText", "&s", &clipboard_text);
      g_assert_cmpuint (g_variant_n_children (meta), ==, *clipboard_text != '-' ? 4 : 3);
      g_string_append_printf (text, "%s, %s, %s, %s\n", id, name,
                              strstr (description, " · ") != NULL ? "both" : "one", clipboard_text);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_error (GVariant *reply, GError *error, const char *name)
{
  g_autofree char *found = NULL;

  g_assert_null (reply);
  g_assert_nonnull (error);
  found = g_dbus_error_get_remote_error (error);
  g_assert_cmpstr (found, ==, name);
}

/* The files as they will be installed fit each other, and the application. */
static void
test_files (void)
{
  const CbTestFiles *files = cb_test_bus_files ();
  g_autoptr (GKeyFile) service = cb_test_bus_load (files->service);
  g_autoptr (GKeyFile) ini = cb_test_bus_load (files->ini);
  g_autoptr (GKeyFile) desktop = cb_test_bus_load (files->desktop);
  g_autofree char *desktop_name = g_path_get_basename (files->desktop);
  g_autofree char *service_name = g_path_get_basename (files->service);
  g_autofree char *ini_name = g_path_get_basename (files->ini);
  g_autofree char *bus_name = g_key_file_get_string (ini, "Shell Search Provider", "BusName", NULL);
  g_autofree char *desktop_id
      = g_key_file_get_string (ini, "Shell Search Provider", "DesktopId", NULL);
  g_autofree char *object_path
      = g_key_file_get_string (ini, "Shell Search Provider", "ObjectPath", NULL);
  g_autofree char *name = g_key_file_get_string (service, "D-BUS Service", "Name", NULL);
  g_autofree char *command = g_key_file_get_string (service, "D-BUS Service", "Exec", NULL);

  /* A sandbox exports what has the application's id at its beginning. */
  g_assert_cmpstr (service_name, ==, APPLICATION_ID ".SearchProvider.service");
  g_assert_cmpstr (ini_name, ==, APPLICATION_ID ".search-provider.ini");
  g_assert_cmpstr (bus_name, ==, APPLICATION_ID ".SearchProvider");
  g_assert_cmpstr (name, ==, bus_name);
  g_assert_cmpstr (command, ==, LIBEXECDIR "/codebook-search-provider");
  g_assert_cmpstr (desktop_id, ==, desktop_name);
  g_assert_cmpstr (desktop_id, ==, APPLICATION_ID ".desktop");
  g_assert_true (g_key_file_get_boolean (desktop, "Desktop Entry", "DBusActivatable", NULL));
  g_assert_true (g_variant_is_object_path (object_path));
  g_assert_cmpint (g_key_file_get_integer (ini, "Shell Search Provider", "Version", NULL), ==, 2);
}

static void
test_search (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", SHORT);
  g_auto (GStrv) nothing = NULL;

  assert_first (bus, "404", "status:404");
  assert_first (bus, "HTTP 404", "status:404");
  assert_first (bus, "50", "status:500");
  assert_first (bus, "4xx", "class:4xx");
  assert_first (bus, "not found", "status:404");
  assert_first (bus, "I'm a teapot", "status:418");
  assert_first (bus, "HttpStatus.CONFLICT", "status:409");
  assert_first (bus, "get", "method:GET");
  assert_first (bus, "찾을 수 없음", "status:404");
  assert_first (bus, "404 에러", "status:404");
  assert_first (bus, "사백사", "status:404");
  assert_first (bus, "ㅊㅇㅅㅇㅇ", "status:404");
  assert_first (bus, "찾ㅇ", "status:404");

  nothing = cb_test_bus_search (bus, "zzzzqqqq");
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
}

/* The language of the locale changes what is shown, and nothing of what is found. */
static void
test_search_korean (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("ko", SHORT);

  assert_first (bus, "404", "status:404");
  assert_first (bus, "찾을 수 없음", "status:404");
  assert_first (bus, "ㅊㅇㅅㅇㅇ", "status:404");
  assert_first (bus, "not found", "status:404");
}

static void
test_limit (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", SHORT);
  g_auto (GStrv) english = cb_test_bus_search (bus, "server");
  g_auto (GStrv) korean = cb_test_bus_search (bus, "서버");

  g_assert_cmpuint (g_strv_length (english), ==, 20);
  g_assert_cmpuint (g_strv_length (korean), ==, 20);
}

/* A number comes first among all that has it in its text. */
static void
test_numbers_first (void)
{
  static const char *const numbers[]
      = { "100", "200", "302", "401", "404", "418", "499", "500", "502", "503" };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("ko", SHORT);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *id = g_strconcat ("status:", numbers[i], NULL);
      g_autofree char *spoken = g_strconcat (numbers[i], "번 오류", NULL);

      assert_first (bus, numbers[i], id);
      assert_first (bus, spoken, id);
    }
}

/* One more letter gives what a first search for the whole gives, whatever was found before. */
static void
test_subsearch (void)
{
  static const char *const steps[]
      = { "4", "40", "404", "찾", "찾ㅇ", "찾을", "찾을 수", "server", "server e" };
  static const char *const bogus[] = { "status:none", "", "no id", "status:404", NULL };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", SHORT);
  g_auto (GStrv) previous = cb_test_bus_search (bus, "s");

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_auto (GStrv) expected = cb_test_bus_search (bus, steps[i]);
      g_auto (GStrv) ids = search_again (bus, (const char *const *)previous, steps[i]);
      g_auto (GStrv) others = search_again (bus, bogus, steps[i]);

      g_assert_cmpuint (g_strv_length (ids), >, 0);
      g_assert_cmpstrv (ids, expected);
      g_assert_cmpstrv (others, expected);
      g_strfreev (previous);
      previous = g_steal_pointer (&ids);
    }
}

static void
test_metas (void)
{
  g_autoptr (CbTestBus) english = cb_test_bus_new ("en", SHORT);
  g_autoptr (CbTestBus) korean = cb_test_bus_new ("ko", SHORT);
  g_autoptr (CbTestBus) french = cb_test_bus_new ("fr", SHORT);

  assert_metas (english, "(['status:404', 'method:GET', 'class:4xx'],)",
                "status:404, 404 Not Found, both, 404 Not Found\n"
                "method:GET, GET, both, GET\n"
                "class:4xx, 4xx Client Error, both, -\n");
  assert_metas (korean, "(['method:GET', 'status:404', 'class:4xx'],)",
                "method:GET, GET 조회, both, GET\n"
                "status:404, 404 찾을 수 없음, both, 404 Not Found\n"
                "class:4xx, 4xx 클라이언트 오류, both, -\n");
  assert_metas (french, "(['status:404'],)", "status:404, 404 Not Found, both, 404 Not Found\n");
}

static void
test_unknown_metas (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", SHORT);

  assert_metas (bus, "(['status:none', 'status:404', '', '404'],)",
                "status:404, 404 Not Found, both, 404 Not Found\n");
  assert_metas (bus, "(['status:none'],)", "");
  assert_metas (bus, "(@as [],)", "");
}

static void
test_activate (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", SHORT);
  g_autoptr (CbTestApplication) application = cb_test_application_new (bus);
  static const char *const terms[] = { "not", "found", NULL };
  static const char *const ids[] = { "status:404", "method:GET", "guide:401-vs-403" };
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) reply = cb_test_bus_call (
          bus, "ActivateResult", g_variant_new ("(s^asu)", ids[i], terms, i * 1234567), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (g_variant_get_type_string (reply), ==, "()");
    }

  /* No timestamp, no start-up id. */
  g_string_append (
      expected,
      "Open (['codebook:status:404'], {})\n"
      "Open (['codebook:method:GET'], {'desktop-startup-id': <'codebook-search_TIME1234567'>})\n"
      "Open (['codebook:guide:401-vs-403'], "
      "{'desktop-startup-id': <'codebook-search_TIME2469134'>})\n");
  g_assert_cmpstr (application->log->str, ==, expected->str);
}

static void
test_activate_unknown (void)
{
  static const char *const ids[]
      = { "status:none", "", "404", "codebook:status:404", "status:404\n" };
  static const char *const terms[] = { NULL };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", SHORT);
  g_autoptr (CbTestApplication) application = cb_test_application_new (bus);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) reply = cb_test_bus_call (
          bus, "ActivateResult", g_variant_new ("(s^asu)", ids[i], terms, 1), &error);

      assert_error (reply, error, "org.freedesktop.DBus.Error.InvalidArgs");
    }

  g_assert_cmpstr (application->log->str, ==, "");
}

/* What was typed arrives as it was typed, whatever marks it has. */
static void
test_launch (void)
{
  static const char *const first[] = { "서버", "오류", NULL };
  static const char *const second[] = { "\"it's\"", "--version", "$(true)", "%s", NULL };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("ko", SHORT);
  g_autoptr (CbTestApplication) application = cb_test_application_new (bus);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply
      = cb_test_bus_call (bus, "LaunchSearch", g_variant_new ("(^asu)", first, 7), &error);
  g_autoptr (GVariant) other = NULL;

  g_assert_no_error (error);
  other = cb_test_bus_call (bus, "LaunchSearch", g_variant_new ("(^asu)", second, 0), &error);
  g_assert_no_error (error);

  g_assert_cmpstr (g_variant_get_type_string (reply), ==, "()");
  g_assert_cmpstr (application->log->str, ==,
                   "ActivateAction ('search', [<'서버 오류'>], {'desktop-startup-id': "
                   "<'codebook-search_TIME7'>})\n"
                   "ActivateAction ('search', [<\"\\\"it's\\\" --version $(true) %s\">], {})\n");
}

/* The desktop is told what went wrong, and the next question is answered. */
static void
test_no_application (void)
{
  static const char *const terms[] = { "404", NULL };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", SHORT);
  g_autoptr (CbTestApplication) application = NULL;
  g_autoptr (GError) none = NULL, refused = NULL;
  g_autoptr (GVariant) reply = NULL;

  reply = cb_test_bus_call (bus, "LaunchSearch", g_variant_new ("(^asu)", terms, 1), &none);
  assert_error (reply, none, "org.freedesktop.DBus.Error.ServiceUnknown");

  application = cb_test_application_new (bus);
  application->refuses = TRUE;
  reply = cb_test_bus_call (bus, "ActivateResult",
                            g_variant_new ("(s^asu)", "status:404", terms, 1), &refused);
  assert_error (reply, refused, "org.example.Refused");
  g_assert_cmpstr (refused->message, ==, "GDBus.Error:org.example.Refused: No");

  assert_first (bus, "404", "status:404");
}

static GVariant *
make_long_terms (guint n_terms, const char *term)
{
  GVariantBuilder terms = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (guint i = 0; i < n_terms; i++)
    g_variant_builder_add (&terms, "s", term);

  return g_variant_new ("(as)", &terms);
}

/* Odd terms are terms: they are answered, with whatever they find. */
static void
test_odd_terms (void)
{
  static const char *const odd[] = {
    "",         " ",         "\t\n\r\v",   "\"",
    "[",        "5[0",       "50[234]",    "50[",
    "%s%n%d",   "\\",        "ㅋㅋㅋㅋ",   "\u1100\u1161",
    "\u200b",   "\ufeff404", "\U0010ffff", "\ufffd",
    "𝟜𝟘𝟜",      "４０４",    "-1",         "99999999999999999999",
    "4*******", "*",         "\001\177",
  };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", NEVER);
  g_autofree char *long_term = g_strnfill (1024 * 1024, 'a');
  g_autoptr (GString) hangul = g_string_new (NULL);
  const char *long_terms[] = { long_term, "404", "찾", NULL };
  guint32 pid;

  for (guint i = 0; i < 100000; i++)
    g_string_append (hangul, "닭");
  long_terms[2] = hangul->str;

  assert_first (bus, "404", "status:404");
  pid = cb_test_bus_get_pid (bus);
  g_assert_cmpuint (pid, !=, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_auto (GStrv) ids = cb_test_bus_search (bus, odd[i]);

      g_assert_cmpuint (g_strv_length (ids), <=, 20);
    }
  for (gsize i = 0; long_terms[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) many = cb_test_bus_call (
          bus, "GetInitialResultSet", make_long_terms (i == 1 ? 200000 : 2, long_terms[i]), &error);

      g_assert_no_error (error);
      g_assert_nonnull (many);
    }

  g_assert_cmpuint (cb_test_bus_get_pid (bus), ==, pid);
}

/* Puts a search for @word on the wire, byte for byte, which GDBus itself would not. */
static void
write_search (CbTestBus *bus, GDBusConnection *connection, const char *word, guint32 serial)
{
  static const char mark[] = "--";
  static const char *const terms[] = { mark, NULL };
  g_autoptr (GDBusMessage) message = g_dbus_message_new_method_call (
      bus->name, bus->path, PROVIDER_INTERFACE, "GetInitialResultSet");
  g_autofree guchar *bytes = NULL;
  g_autoptr (GError) error = NULL;
  guchar *place;
  gsize length;

  g_assert_cmpuint (strlen (word), ==, strlen (mark));
  g_dbus_message_set_body (message, g_variant_new ("(^as)", terms));
  g_dbus_message_set_serial (message, serial);
  bytes = g_dbus_message_to_blob (message, &length, G_DBUS_CAPABILITY_FLAGS_NONE, &error);
  g_assert_no_error (error);
  place = memmem (bytes, length, mark, sizeof mark);
  g_assert_nonnull (place);
  memcpy (place, word, strlen (mark));
  g_output_stream_write_all (
      g_io_stream_get_output_stream (g_dbus_connection_get_stream (connection)), bytes, length,
      NULL, NULL, &error);
  g_assert_no_error (error);
}

static GDBusMessage *
count_answers_cb (GDBusConnection *connection,
                  GDBusMessage *message,
                  gboolean incoming,
                  gpointer user_data)
{
  if (incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_RETURN)
    g_atomic_int_inc ((int *)user_data);

  return message;
}

/* Bytes that are no UTF-8 never get here: the bus hangs up on whoever sends them. */
static void
test_not_utf8 (void)
{
  static const char *const words[] = { "\xff\xfe", "\xc0\xaf", "\xec\x84", "4\x80" };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", NEVER);
  guint32 pid;

  assert_first (bus, "404", "status:404");
  pid = cb_test_bus_get_pid (bus);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GDBusConnection) connection = cb_test_bus_connect (bus);
      int n_answers = 0;
      guint filter = g_dbus_connection_add_filter (connection, count_answers_cb, &n_answers, NULL);

      /* What is text arrives this way. */
      write_search (bus, connection, "40", 1000);
      while (g_atomic_int_get (&n_answers) == 0)
        cb_test_bus_wait (10);
      g_assert_false (g_dbus_connection_is_closed (connection));

      write_search (bus, connection, words[i], 1001);
      while (!g_dbus_connection_is_closed (connection))
        cb_test_bus_wait (10);
      g_assert_cmpint (g_atomic_int_get (&n_answers), ==, 1);
      g_dbus_connection_remove_filter (connection, filter);

      assert_first (bus, "404", "status:404");
      g_assert_cmpuint (cb_test_bus_get_pid (bus), ==, pid);
    }
}

/* What has not the types of the interface is refused. */
static void
test_malformed (void)
{
  static const struct
  {
    const char *method;
    const char *arguments;
  } calls[] = {
    { "GetInitialResultSet", "()" },
    { "GetInitialResultSet", "('404',)" },
    { "GetInitialResultSet", "([404],)" },
    { "GetInitialResultSet", "(['404'], ['404'])" },
    { "GetInitialResultSet", "([<'404'>],)" },
    { "GetSubsearchResultSet", "(['404'],)" },
    { "GetSubsearchResultSet", "(['404'], '404')" },
    { "GetResultMetas", "('status:404',)" },
    { "GetResultMetas", "([objectpath '/a'],)" },
    { "ActivateResult", "('status:404',)" },
    { "ActivateResult", "('status:404', ['404'], int32 -1)" },
    { "ActivateResult", "(['status:404'], ['404'], uint32 1)" },
    { "LaunchSearch", "(['404'],)" },
    { "LaunchSearch", "('404', uint32 1)" },
  };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", NEVER);
  g_autoptr (CbTestApplication) application = cb_test_application_new (bus);
  g_autoptr (GError) method_error = NULL, interface_error = NULL, path_error = NULL;
  g_autoptr (GVariant) reply = NULL;
  guint32 pid;

  assert_first (bus, "404", "status:404");
  pid = cb_test_bus_get_pid (bus);

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) arguments
          = g_variant_parse (NULL, calls[i].arguments, NULL, NULL, &error);
      g_autoptr (GVariant) answer = NULL;

      g_assert_no_error (error);
      g_test_message ("%s %s", calls[i].method, calls[i].arguments);
      answer = cb_test_bus_call (bus, calls[i].method, arguments, &error);
      assert_error (answer, error, "org.freedesktop.DBus.Error.InvalidArgs");
    }

  reply = cb_test_bus_call (bus, "GetEverything", NULL, &method_error);
  assert_error (reply, method_error, "org.freedesktop.DBus.Error.UnknownMethod");
  reply = cb_test_bus_call_at (bus, bus->path, "org.gnome.Shell.SearchProvider3", "GetResultMetas",
                               NULL, &interface_error);
  assert_error (reply, interface_error, "org.freedesktop.DBus.Error.UnknownMethod");
  reply = cb_test_bus_call_at (bus, "/", PROVIDER_INTERFACE, "GetResultMetas", NULL, &path_error);
  assert_error (reply, path_error, "org.freedesktop.DBus.Error.UnknownMethod");

  assert_first (bus, "404", "status:404");
  g_assert_cmpuint (cb_test_bus_get_pid (bus), ==, pid);
  g_assert_cmpstr (application->log->str, ==, "");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  cb_test_bus_init (&argc, argv);

  g_test_add_func ("/service/files", test_files);
  g_test_add_func ("/service/search", test_search);
  g_test_add_func ("/service/search-korean", test_search_korean);
  g_test_add_func ("/service/limit", test_limit);
  g_test_add_func ("/service/numbers-first", test_numbers_first);
  g_test_add_func ("/service/subsearch", test_subsearch);
  g_test_add_func ("/service/metas", test_metas);
  g_test_add_func ("/service/unknown-metas", test_unknown_metas);
  g_test_add_func ("/service/activate", test_activate);
  g_test_add_func ("/service/activate-unknown", test_activate_unknown);
  g_test_add_func ("/service/launch", test_launch);
  g_test_add_func ("/service/no-application", test_no_application);
  g_test_add_func ("/service/odd-terms", test_odd_terms);
  g_test_add_func ("/service/not-utf8", test_not_utf8);
  g_test_add_func ("/service/malformed", test_malformed);

  return g_test_run ();
}
