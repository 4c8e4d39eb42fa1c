/* test-life.c: when the provider runs, and when it ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "cb-test-bus.h"

/* Long enough for a busy machine, short enough to wait for. */
#define IDLE_TIME 1000

static void
assert_answers (CbTestBus *bus)
{
  g_auto (GStrv) ids = cb_test_bus_search (bus, "404");

  g_assert_cmpstr (ids[0], ==, "status:404");
}

/* Started by hand, so that its exit status and its complaints are seen. */
static GSubprocess *
start_program (const char *program, const char *address, const char *argument)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, argument, NULL);
  g_assert_no_error (error);

  return process;
}

static GSubprocess *
start (CbTestBus *bus, const char *address, const char *argument)
{
  return start_program (bus->files.program, address, argument);
}

static void
assert_ends (GSubprocess *process, int status, const char *complaint)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL, *err = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_test_message ("%s", err);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
  g_assert_cmpstr (out, ==, "");
  if (complaint == NULL)
    g_assert_cmpstr (err, ==, "");
  else
    g_assert_nonnull (strstr (err, complaint));
}

/* How often the threads of a process have gone to sleep: each time, something had woken them. */
static guint64
count_sleeps (guint32 pid)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%u/task", pid);
  g_autoptr (GDir) tasks = g_dir_open (folder, 0, NULL);
  guint64 n = 0;

  g_assert_nonnull (tasks);
  for (const char *task = g_dir_read_name (tasks); task != NULL; task = g_dir_read_name (tasks))
    {
      g_autofree char *file = g_build_filename (folder, task, "status", NULL);
      g_autofree char *text = NULL;
      const char *line;

      /* A thread may have ended meanwhile. */
      if (!g_file_get_contents (file, &text, NULL, NULL))
        continue;
      line = strstr (text, "\nvoluntary_ctxt_switches:");
      g_assert_nonnull (line);
      n += g_ascii_strtoull (strchr (line, ':') + 1 + strspn (strchr (line, ':') + 1, " \t"), NULL,
                             10);
    }

  return n;
}

/* It ends when it has not been asked for a while, with nothing left behind, and the bus starts
 * another one. */
static void
test_idle (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", IDLE_TIME);
  guint32 pid;

  assert_answers (bus);
  pid = cb_test_bus_get_pid (bus);
  g_assert_cmpuint (pid, !=, 0);
  g_assert_true (cb_test_bus_is_running (pid));

  while (cb_test_bus_is_running (pid))
    cb_test_bus_wait (20);
  g_assert_cmpuint (cb_test_bus_get_pid (bus), ==, 0);

  assert_answers (bus);
  g_assert_cmpuint (cb_test_bus_get_pid (bus), !=, 0);
  g_assert_cmpuint (cb_test_bus_get_pid (bus), !=, pid);
}

static void
test_exit_status (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", NEVER);
  g_autoptr (GSubprocess) process
      = start (bus, g_test_dbus_get_bus_address (bus->daemon), "--idle-time=300");

  /* Asked or not: without a question it ends as well. */
  assert_ends (process, 0, NULL);
}

/* Each question is a new beginning. */
static void
test_not_while_asked (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", IDLE_TIME);
  guint n_tries = 0;
  gboolean kept_up = FALSE;

  while (!kept_up && n_tries++ < 10)
    {
      gint64 begin, last;
      guint32 pid;

      assert_answers (bus);
      begin = last = g_get_monotonic_time ();
      pid = cb_test_bus_get_pid (bus);
      kept_up = TRUE;
      while (kept_up && last - begin < 2 * IDLE_TIME * G_TIME_SPAN_MILLISECOND)
        {
          gint64 now;

          cb_test_bus_wait (IDLE_TIME / 5);
          assert_answers (bus);
          now = g_get_monotonic_time ();
          /* A machine that was away for longer than that proves nothing. */
          kept_up = now - last < IDLE_TIME * G_TIME_SPAN_MILLISECOND * 4 / 5;
          last = now;
        }

      if (kept_up)
        g_assert_cmpuint (cb_test_bus_get_pid (bus), ==, pid);
    }

  if (!kept_up)
    g_test_skip ("The machine is too busy");
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

/* The application takes its time to start: the provider stays until it can say how that went. */
static void
test_not_while_launching (void)
{
  static const char *const terms[] = { "404", NULL };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", SHORT);
  g_autoptr (CbTestApplication) application = cb_test_application_new (bus);
  gboolean launched = FALSE;
  guint32 pid;

  application->delay = 8 * SHORT;
  g_dbus_connection_call (bus->connection, bus->name, bus->path, PROVIDER_INTERFACE, "LaunchSearch",
                          g_variant_new ("(^asu)", terms, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, launched_cb, &launched);
  while (application->log->len == 0)
    g_main_context_iteration (NULL, TRUE);
  pid = cb_test_bus_get_pid (bus);
  g_assert_cmpuint (pid, !=, 0);

  cb_test_bus_wait (4 * SHORT);
  g_assert_false (launched);
  g_assert_cmpuint (cb_test_bus_get_pid (bus), ==, pid);

  while (!launched)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (application->log->str, ==, "ActivateAction ('search', [<'404'>], {})\n");
}

/* GDBus waits 25 seconds for an answer. The desktop is told that none came, and the provider goes
 * on as if one had come. */
static void
test_no_answer (void)
{
  static const char *const terms[] = { "404", NULL };
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", SHORT);
  g_autoptr (CbTestApplication) application = cb_test_application_new (bus);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  guint32 pid;

  application->delay = 27000;
  reply = cb_test_bus_call (bus, "LaunchSearch", g_variant_new ("(^asu)", terms, 0), &error);
  g_assert_null (reply);
  g_assert_true (g_dbus_error_is_remote_error (error));
  g_assert_nonnull (strstr (error->message, "Timeout was reached"));
  g_assert_cmpstr (application->log->str, ==, "ActivateAction ('search', [<'404'>], {})\n");
  assert_answers (bus);

  pid = cb_test_bus_get_pid (bus);
  while (cb_test_bus_is_running (pid))
    cb_test_bus_wait (20);
  /* Until the application has answered whom nobody listens to. */
  cb_test_bus_wait (3000);
}

/* A question that comes at the last moment is answered, by this process or by the next one. */
static void
test_no_question_lost (void)
{
  for (guint idle_time = 0; idle_time < 3; idle_time++)
    {
      g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", idle_time);

      for (guint i = 0; i < 15; i++)
        {
          assert_answers (bus);
          if (i % 5 == 0)
            cb_test_bus_wait (idle_time + i % 3);
        }
    }
}

/* Nothing wakes it up but the end of its idle time. */
static void
test_quiet (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", NEVER);
  guint64 before = 0, after;
  guint32 pid;

  assert_answers (bus);
  pid = cb_test_bus_get_pid (bus);

  /* Until it has come to rest. */
  for (after = count_sleeps (pid); before != after; after = count_sleeps (pid))
    {
      before = after;
      cb_test_bus_wait (1000);
    }

  cb_test_bus_wait (2000);
  g_assert_cmpuint (count_sleeps (pid), ==, before);

  /* So that the count is known to count. */
  assert_answers (bus);
  g_assert_cmpuint (count_sleeps (pid), >, before);
}

static void
test_second (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", NEVER);
  g_autoptr (GSubprocess) process = NULL;
  guint32 pid;

  assert_answers (bus);
  pid = cb_test_bus_get_pid (bus);
  process = start (bus, g_test_dbus_get_bus_address (bus->daemon), NULL);
  assert_ends (process, 1, "Another process has the name");
  assert_answers (bus);
  g_assert_cmpuint (cb_test_bus_get_pid (bus), ==, pid);
}

static void
test_wrong_use (void)
{
  g_autoptr (CbTestBus) bus = cb_test_bus_new ("en", NEVER);
  g_autoptr (GSubprocess) no_bus = start (bus, "unix:path=/nonexistent/bus", NULL);
  g_autoptr (GSubprocess) option = start (bus, "unix:path=/nonexistent/bus", "--nonsense");
  g_autoptr (GSubprocess) word = start (bus, "unix:path=/nonexistent/bus", "404");
  g_autoptr (GSubprocess) negative = start (bus, "unix:path=/nonexistent/bus", "--idle-time=-1");

  assert_ends (no_bus, 1, "The session bus cannot be used");
  assert_ends (option, 2, "--nonsense");
  assert_ends (word, 2, "--idle-time");
  assert_ends (negative, 2, "--idle-time");
}

/* What is built into the program is as good as the disk that it comes from. */
static void
test_no_catalog (void)
{
  g_autofree char *program
      = g_test_build_filename (G_TEST_BUILT, "provider", "codebook-damaged-provider", NULL);
  g_autoptr (GSubprocess) process = start_program (program, "unix:path=/nonexistent/bus", NULL);

  assert_ends (process, 1, "The catalog cannot be read: it is damaged\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  cb_test_bus_init (&argc, argv);

  g_test_add_func ("/life/idle", test_idle);
  g_test_add_func ("/life/exit-status", test_exit_status);
  g_test_add_func ("/life/not-while-asked", test_not_while_asked);
  g_test_add_func ("/life/not-while-launching", test_not_while_launching);
  g_test_add_func ("/life/no-question-lost", test_no_question_lost);
  g_test_add_func ("/life/quiet", test_quiet);
  g_test_add_func ("/life/second", test_second);
  g_test_add_func ("/life/no-answer", test_no_answer);
  g_test_add_func ("/life/wrong-use", test_wrong_use);
  g_test_add_func ("/life/no-catalog", test_no_catalog);

  return g_test_run ();
}
