/* test-log-line.c: which numbers of a log line are status codes, and which are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "cb-log-line.h"

#define OPEN "⟨"
#define CLOSE "⟩"

#define COMMON "127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "
#define HAPROXY "Feb  6 12:14:14 localhost haproxy[14389]: 10.0.1.2:33317 [06/Feb/2009:12:14:14.655] http-in static/srv1 "
#define BALANCER "https 2018-07-02T22:23:00.186641Z app/lb/50dc6c49 192.168.131.39:2817 10.0.0.1:80 "

/* Lines in which ⟨ and ⟩ stand around each status code; these two are not part of the line. */
static const char *const lines[] = {
  /* Common and combined log format. */
  COMMON "\"GET /apache_pb.gif HTTP/1.0\" ⟨200⟩ 2326",
  COMMON "\"GET / HTTP/1.1\" ⟨304⟩ -",
  COMMON "\"GET / HTTP/2.0\" ⟨404⟩ 153 \"http://example.com/500\" \"curl/7.88.1\" \"-\"\r\n",
  COMMON "\"GET /200 HTTP/1.1\" ⟨499⟩ 0",
  COMMON "\"GET / HTTP/1.1\" ⟨520⟩ 404",
  COMMON "\"GET / HTTP/1.1\" ⟨404⟩",
  "example.com:443 ::1 - - [10/Oct/2000:13:55:36 +0900] \"GET / HTTP/1.1\" ⟨200⟩ 200",
  "web-1  | 172.18.0.1 - - [10/Oct/2000:13:55:36 +0000] \"GET / HTTP/1.1\" ⟨502⟩ 157 \"-\" \"-\"",
  "::ffff:127.0.0.1 - - [10/Oct/2000:13:55:36 +0000] \"POST /a HTTP/1.1\" ⟨201⟩ 12 \"-\" \"Mozilla/5.0 (X11) Gecko/200 404\"",
  /* No request line, or a broken one. */
  COMMON "\"-\" ⟨408⟩ -",
  COMMON "\"\" ⟨400⟩ 0 \"-\" \"-\"",
  COMMON "\"\\x16\\x03\\x01\" ⟨400⟩ 157 \"-\" \"-\"",
  COMMON "\"GET /\" ⟨200⟩ 12",
  COMMON "\"\033[33mGET /x HTTP/1.1\033[0m\" ⟨404⟩ -",
  COMMON "\"GET / HTTP/1.1\" ⟨000⟩ 0",
  /* What a client writes does not count. */
  COMMON "\"GET /?q=\\\" 404 500 HTTP/1.1\" ⟨200⟩ 12",
  COMMON "\"GET /?status=404 HTTP/1.1 500 HTTP/1.1\" ⟨200⟩ 12",
  COMMON "\"GET / HTTP/1.1\" ⟨200⟩ 12 \"-\" \"HTTP/1.1 404\"",
  COMMON "\"GET / HTTP/1.1\" ⟨200⟩ 12 \"-\" \"x status=404\"",
  COMMON "\"GET / HTTP/1.1\" ⟨200⟩ 12 \"-\" \"{\\\"status\\\":404}\"",
  COMMON "\"GET / HTTP/1.1 404\" - -",
  COMMON "\"GET / HTTP/1.1 404\" 2000 12",
  /* Other servers' access logs. */
  "INFO:     127.0.0.1:52345 - \"GET / HTTP/1.1\" ⟨404⟩ Not Found",
  "[2016-04-15T20:17:00.310Z] \"POST /api/v1/locations HTTP/2\" ⟨204⟩ - 154 0 226 100 \"10.0.35.28\"",
  "[10/Oct/2000 13:55:36] \"GET / HTTP/1.1\" ⟨404⟩ 2027",
  "'GET / HTTP/1.1' ⟨404⟩ 12",

  /* The same within JSON. */
  "{\"log\":\"1.1.1.1 - - [10/Oct/2000:13:55:36 +0000] \\\"GET / HTTP/1.1\\\" ⟨404⟩ 153 \\\"-\\\" \\\"-\\\"\\n\",\"stream\":\"stdout\"}",
  "{\"log\":\"1.1.1.1 - - [10/Oct/2000:13:55:36 +0000] \\\"-\\\" ⟨400⟩ 0\\n\"}",
  "{\"log\":\"1.1.1.1 - - [10/Oct/2000:13:55:36 +0000] \\\"GET /\\\\\\\" 404 1 HTTP/1.1\\\" ⟨200⟩ 1\"}",
  "{\"status\":⟨200⟩,\"log\":\"1.1.1.1 - - [10/Oct/2000:13:55:36 +0000] \\\"GET / HTTP/1.1\\\" ⟨200⟩\\n\",\"status\":⟨200⟩}",
  "{\"msg\":\"x \\\"GET / HTTP/1.1\\\" ⟨404⟩ 12\"}",
  /* One that begins like a line of AWS as well. */
  "http 2026-11-21T10:00:00       000\t[21/Nov/2026] \\\"\\\" ⟨404⟩\"-",

  /* HAProxy. */
  HAPROXY "10/0/30/69/109 ⟨200⟩ 2750 - - ---- 1/1/1/1/0 0/0 {1wt.eu} {} \"GET /index.html HTTP/1.1\"",
  HAPROXY "10/0/30/69/109 ⟨404⟩ 404 - - ---- 404/500/1/1/0 0/0 \"GET /404 HTTP/1.1\"",
  HAPROXY "9/0/7/-1/+30001 ⟨504⟩ +200 - - sH-- 2/2/2/0/0 0/0 \"GET / HTTP/1.0\"",
  HAPROXY "0/0/0/-1/8490 -1 0 - - CR-- 2/2/2/0/0 0/0 \"GET /404 HTTP/1.1\"",
  HAPROXY "0/0/0/0/0 ⟨503⟩ 212 SRV=404 a=500 --VN 1/1/1/1/+3 0/0 {status=404} \"GET / HTTP/1.1 500\"",
  "… ⟨200⟩ 1234 - - ---- 1/1/0/0/0 0/0",
  HAPROXY "0/0/5007 212 -- 0/0/0/0/3 0/0",
  HAPROXY "0/0/5007 200 404 -- 0/0/0/0/3 0/0",
  "a 200 1234 - - ---- 1/1/0/0 0/0",
  "a 200 1234 - - ---",

  /* AWS Elastic Load Balancing: two codes. */
  BALANCER "0.086 0.048 0.037 ⟨200⟩ ⟨502⟩ 0 57 \"GET https://www.example.com:443/ HTTP/1.1\" \"curl/7.46.0\" 404",
  BALANCER "-1 -1 -1 ⟨460⟩ - 500 404 \"GET https://www.example.com:443/ HTTP/1.1 404\"",
  BALANCER "-1 -1 -1 ⟨000⟩ -",
  BALANCER "-1 -1 -1",
  "http 2018-07-02T22:23:00",

  /* JSON, one object a line or spread over lines. */
  "{\"status\":⟨404⟩}",
  "{\"status\": ⟨404⟩, \"size\": 200, \"port\": 443}",
  "{\"status\" : \"⟨404⟩\"}",
  "{\"status_code\":⟨404⟩,\"statusCode\":⟨405⟩,\"http_status\":⟨406⟩,\"httpStatus\":⟨407⟩,\"Status Code\":⟨408⟩}",
  "{\"response.status\":⟨404⟩,\"http.response.status_code\":⟨500⟩,\"http.status_code\":⟨500⟩}",
  "{\"response\":{\"status\":⟨404⟩,\"bytes\":500},\"res\":{\"statusCode\":⟨200⟩}}",
  "{\"DownstreamStatus\":⟨404⟩,\"OriginStatus\":⟨200⟩,\"upstream_status\":\"⟨502⟩\",\"upstream_response_time\":\"200\"}",
  "    \"status\": ⟨404⟩,",
  "[{\"status\":⟨200⟩},{\"status\":⟨404⟩}]",
  "2024-01-01 app | {\"level\":\"info\",\"status\":⟨404⟩,\"duration\":200}",
  "{'status': ⟨404⟩, 'size': '200'}",
  "{\"log\":\"{\\\"status\\\":⟨404⟩,\\\"size\\\":\\\"200\\\"}\\n\",\"time\":\"2024-01-01T00:00:00.404Z\"}",
  "{\"log\":\"{\\\"status\\\":\\\"⟨404⟩\\\"}\"}",
  /* A client's text, beside the server's word. */
  "{\"ua\":\"{\\\"status\\\":500}\",\"status\":⟨404⟩}",
  "{\"ua\":\"HTTP/1.1 500 status code 501\",\"status\":⟨404⟩}",
  /* No codes. */
  "{\"status\":\"ok\",\"size\":404,\"port\":500,\"year\":2024,\"count\":\"404\"}",
  "{\"status\":2000,\"status_code\":40,\"statusCode\":4040,\"http_status\":404.5,\"httpStatus\":-404}",
  "{\"status\":\"404 \",\"status\":\" 404\",\"status\":\"4040\",\"status\":\"404x\"}",
  "{\"exit_status\":200,\"jobStatus\":404,\"statuses\":404,\"code\":404,\"id\":\"404\"}",
  "{\"status\":[404],\"a\":\"status\",\"404\":500}",
  "{\"ua\":\"{\\\\\\\"status\\\\\\\":500}\"}",
  "{\"a\":\"status\\\":404\",\"a\\\"status\":404}",
  "{\"msg\":\"took 200 ms\",\"http\":404}",

  /* key=value. */
  "at=info method=GET path=\"/404\" host=example.com fwd=\"1.2.3.4\" dyno=web.1 connect=200ms service=404ms status=⟨404⟩ bytes=500",
  "level=info status_code=⟨500⟩ duration=200 msg=\"a b\"",
  "http_status=⟨404⟩,size=200",
  "status=\"⟨404⟩\" size=\"500\"",
  "{\"msg\":\"status=⟨404⟩ size=500\"}",
  "GET /?status=404&http_status=500 200",
  "path=/a?x=1&status=404",
  "exit_status=200 pid=404 port=500 status=ok size=404",
  "Main process exited, code=exited, status=203/EXEC",
  "exited with status=200",
  "status=404ms status=404.5 status=404% status=2024 status=40 status=404_x",

  /* Status lines: curl -i, curl -v, and words about them. */
  "HTTP/1.1 ⟨404⟩",
  "HTTP/1.1 ⟨404⟩ Not Found\r",
  "HTTP/1.0 ⟨200⟩ OK",
  "HTTP/2 ⟨404⟩ ",
  "HTTP/3 ⟨503⟩",
  "< HTTP/2 ⟨404⟩",
  "< HTTP/1.1 ⟨301⟩ Moved Permanently",
  "\"HTTP/1.1 ⟨404⟩ Not Found\"",
  "upstream sent HTTP/1.1 ⟨502⟩, HTTP/1.1 ⟨503⟩: bad",
  "Status: ⟨404⟩ Not Found",
  "< status: ⟨200⟩",
  ":status: ⟨204⟩",
  "> GET /404 HTTP/1.1",
  "< Content-Length: 404",
  "< X-Status: 404",
  "* Connected to example.com (93.184.216.34) port 443 (#0)",
  "* upload completely sent off: 200 bytes",
  "{ [404 bytes data]",
  "100   404  100   404    0     0   500      0 --:--:-- --:--:-- --:--:--   200",
  "* CONNECT tunnel failed, response ⟨403⟩",
  "* Received HTTP code ⟨407⟩ from proxy after CONNECT",
  "curl: (22) The requested URL returned error: ⟨404⟩",
  "HTTP request sent, awaiting response... ⟨404⟩ Not Found",
  "HTTP Error ⟨404⟩: Not Found",
  "it failed with HTTP ⟨503⟩.",
  "http status code: ⟨404⟩",
  "Request failed with status code ⟨401⟩",
  "too many HTTP ⟨500⟩ errors",
  "상태 코드 ⟨404⟩를 받았습니다",
  "응답 코드: ⟨500⟩",
  "HTTP/1.1",
  "HTTP/1.1 4040",
  "HTTP/1.1 40",
  "HTTP/1.1 404.5",
  "HTTP/1.1 404,500",
  "HTTP/1.1 404:30",
  "HTTP/1.1 404-b",
  "HTTP/1.1 200% sure",
  "HTTP/11 404",
  "xHTTP/1.1 404",
  "/HTTP/1.1 404",
  "HTTP/1.1404",
  "HTTP/404",
  "HTTP/1.1 099",
  "HTTP 200 requests in 500 ms",
  "HTTP 500회",
  "response code 200 bytes",
  "exited with status code 200",
  "the gateway ghttp 404",

  /* Sizes, ports, times, addresses, years, versions: never. */
  "404",
  "404 ",
  " 404 Not Found",
  "192.168.100.200:404 200.100.200.404",
  "2024-01-01T00:00:00.404Z 12:34:500 200 ms",
  "[10/Oct/2000:13:55:36 -0700] 404 500",
  "[10/Oct/2000:13:55:36 -0700] \"note\" 404",
  "listening on port 500, 200 connections, 404 bytes, took 301 ms",
  "open() \"/404\" failed (2: No such file), client: 1.1.1.200, request: \"GET /404 HTTP/1.1\", host: \"h:500\"",
  "recv() failed (104: Connection reset by peer)",
  "[main] \"hello\" 404 500",
  "[12:00:01] \"hello\" 404 500",
  "version 1.404.500 of 2024, 503-page book, +404, -404, 404x, x404, 4_04",
  "total 200 404 500",
  "-rw-r--r-- 1 root root 404 Jan  1 2024 500",
  "| 404 | 500 |",
  "전화 02-404-5000, 500원, 404호",
  "",
  "\n",
};

static GArray *
find (const char *line,
      gsize       length)
{
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (CbLogCode));
  /* A block of its own, so that a sanitizer sees a look beyond either end. */
  char *copy = malloc (MAX (length, 1));

  memcpy (copy, line, length);
  cb_log_line_find (copy, length, codes);

  for (guint i = 0; i < codes->len; i++)
    {
      const CbLogCode *code = &g_array_index (codes, CbLogCode, i);

      g_assert_cmpuint (code->start, <=, length - CB_LOG_CODE_LENGTH);
      g_assert_cmpuint (code->number, ==,
                        (guint) ((copy[code->start] - '0') * 100 + (copy[code->start + 1] - '0') * 10 +
                                 (copy[code->start + 2] - '0')));
      g_assert_true (code->number == 0 || (code->number >= 100 && code->number <= 999));
      if (i > 0)
        g_assert_cmpuint (code->start, >, code[-1].start + CB_LOG_CODE_LENGTH);
    }

  free (copy);
  return codes;
}

static char *
remove_marks (const char *marked)
{
  g_auto (GStrv) parts = g_strsplit (marked, OPEN, -1);
  g_autofree char *half = g_strjoinv ("", parts);
  g_auto (GStrv) others = g_strsplit (half, CLOSE, -1);

  return g_strjoinv ("", others);
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = remove_marks (lines[i]);
      g_autoptr (GArray) codes = find (line, strlen (line));
      g_autoptr (GString) marked = g_string_new (line);

      for (guint j = codes->len; j > 0; j--)
        {
          gsize start = g_array_index (codes, CbLogCode, j - 1).start;

          g_string_insert (marked, (gssize) start + CB_LOG_CODE_LENGTH, CLOSE);
          g_string_insert (marked, (gssize) start, OPEN);
        }

      g_assert_cmpstr (marked->str, ==, lines[i]);
    }
}

/* Keys are of any length. */
static void
test_keys (void)
{
  for (guint n = 1; n < 100; n++)
    {
      g_autofree char *xs = g_strnfill (n, 'x');
      g_autofree char *dots = g_strnfill (n, '.');
      g_autofree char *unknown = g_strdup_printf ("%s=404 {\"%s\":404}", xs, xs);
      g_autofree char *known = g_strdup_printf ("status%s=404", dots);
      g_autoptr (GArray) none = find (unknown, strlen (unknown));
      g_autoptr (GArray) one = find (known, strlen (known));

      g_assert_cmpuint (none->len, ==, 0);
      g_assert_cmpuint (one->len, ==, n <= 32 - strlen ("status") ? 1 : 0);
    }
}

/* A number is found by what is around it, whichever it is. */
static void
test_numbers (void)
{
  for (guint number = 0; number <= 1099; number++)
    {
      g_autofree char *line = g_strdup_printf ("HTTP/1.1 %03u", number);
      g_autoptr (GArray) codes = find (line, strlen (line));

      g_assert_cmpuint (codes->len, ==, number == 0 || (number >= 100 && number <= 999) ? 1 : 0);
    }
}

/* Each beginning of each line, where anything may be missing. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = remove_marks (lines[i]);

      for (gsize length = strlen (line) + 1; length-- > 0;)
        {
          g_autoptr (GArray) head = find (line, length);
          g_autoptr (GArray) tail = find (line + length, strlen (line) - length);
        }
    }
}

static void
test_no_text (void)
{
  static const char line[] = "\0status\0=404\0 HTTP/1.1 404\0\xff \xff\xfe";
  g_autoptr (GArray) codes = find (line, sizeof line - 1);

  g_assert_cmpuint (codes->len, ==, 1);
  g_assert_cmpuint (g_array_index (codes, CbLogCode, 0).start, ==, 23);

  cb_log_line_find (NULL, 0, codes);
  g_assert_cmpuint (codes->len, ==, 0);
}

/* Lines put together from the pieces that matter, and from any bytes: find() itself checks what comes out. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "404", "500", "0",  "HTTP/1.1", "HTTP/2", " ",  "\"",    "\\",     "\\\"",     "]",        "[",
    ":",   "=",   "/",  "status",   "-",      "{",  "}",     " ---- ", "1/1/1/1/0", "[10/Oct/2000:13:55:36] ",
    ",",   "\n",  "\r", "code",     "http",   "\t", "'",     "exit",   "\xea",     "https 2018-07-02T22:23:00 ",
  };

  for (guint round = 0; round < 50000; round++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 24);

      for (guint i = 0; i < n; i++)
        {
          if (g_test_rand_int_range (0, 8) == 0)
            g_string_append_c (line, (char) g_test_rand_int_range (0, 256));
          else
            g_string_append (line, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
        }

      g_array_unref (find (line->str, line->len));
    }
}

/* Lines that would take for ever if what they hold were looked at again and again: the runner has a clock. */
static void
test_long (void)
{
  static const char *const repeated[] = {
    " ", "] \"", "] \\\"", "404 1 ", "404 ", "\"status\"", "\"status\":", " 404", "HTTP/1.1 ", "\\", "\"", "a", "=404",
    "[10/Oct/2000] \"", "[10/Oct/2000] \\\"", "status:", "1/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      while (line->len < 1024 * 1024)
        g_string_append (line, repeated[i]);
      g_array_unref (find (line->str, line->len));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-line/lines", test_lines);
  g_test_add_func ("/log-line/keys", test_keys);
  g_test_add_func ("/log-line/numbers", test_numbers);
  g_test_add_func ("/log-line/cut", test_cut);
  g_test_add_func ("/log-line/no-text", test_no_text);
  g_test_add_func ("/log-line/random", test_random);
  g_test_add_func ("/log-line/long", test_long);

  return g_test_run ();
}
