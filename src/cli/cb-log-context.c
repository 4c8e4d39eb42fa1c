/* cb-log-context.c: what stands around a number of a log line */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-log-context.h"
#include "cb-log-line.h"

/* How far is looked for a thing, so that the time a line takes grows with its length alone. */
#define MOST_BLANKS 16
#define LONGEST_KEY 32
#define LONGEST_WORDS 32

/* Keys that hold a status code: without case, and without what separates words. */
static const char *const keys[] = {
  "backendstatus",
  "backendstatuscode",
  "downstreamstatus",
  "edgeresponsestatus",
  "elbstatuscode",
  "httpcode",
  "httpresponsecode",
  "httpresponsestatuscode",
  "httpstatus",
  "httpstatuscode",
  "originresponsestatus",
  "originstatus",
  "responsecode",
  "responsestatus",
  "responsestatuscode",
  "resstatus",
  "resstatuscode",
  "scstatus",
  "status",
  "statuscode",
  "targetstatuscode",
  "upstreamstatus",
  "upstreamstatuscode",
};

/* Words before a status code, in small letters; a colon may follow them. */
static const char *const words[] = {
  "http",
  "http code",
  "http error",
  "http response",
  "http response code",
  "http status",
  "http status code",
  "response code",
  "response status",
  "response status code",
  "returned error",
  "status code",
  "awaiting response...",
  "tunnel established, response",
  "tunnel failed, response",
  "상태 코드",
  "상태코드",
  "응답 코드",
  "응답코드",
};

/* What follows a number that counts or measures. */
static const char *const units[] = {
  "b",   "bytes",   "connections", "items", "kb", "kib",      "mb",     "mib",     "min",
  "ms",  "minutes", "of",          "out",   "s",  "requests", "second", "seconds", "times",
};
static const char *const korean_units[] = { "개", "건", "바이트", "분", "초", "회" };

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
is_quote (char c)
{
  return c == '"' || c == '\'';
}

/* What a key may be made of, and what a word is. */
static gboolean
is_key_char (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-' || c == '.';
}

static const char *
skip_blanks_back (const char *line,
                  const char *p)
{
  for (guint i = 0; i < MOST_BLANKS && p > line && is_blank (p[-1]); i++)
    p--;
  return p;
}

static gboolean
is_one_of (char        c,
           const char *set)
{
  return c != '\0' && strchr (set, c) != NULL;
}

/* Nothing after the number makes it part of something longer: no 404.5, 200/CHDIR, 100%, 40x. */
static gboolean
ends_number (const char *p,
             const char *end)
{
  if (p == end)
    return TRUE;
  if (g_ascii_isalnum (*p) || is_one_of (*p, "_/%+="))
    return FALSE;
  if (end - p == 1)
    return TRUE;
  return !(is_one_of (*p, ".,:") && g_ascii_isdigit (p[1])) && !(*p == '-' && g_ascii_isalnum (p[1]));
}

static gboolean
is_status_key (const char *start,
               const char *end)
{
  char key[LONGEST_KEY + 1];
  gsize length = 0;

  if (end - start > LONGEST_KEY)
    return FALSE;

  for (const char *p = start; p < end; p++)
    {
      if (g_ascii_isalnum (*p))
        key[length++] = g_ascii_tolower (*p);
    }
  key[length] = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (strcmp (keys[i], key) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "exited with status 100" is about a process. */
static gboolean
is_about_exit (const char *line,
               const char *p)
{
  const char *start = p - line > LONGEST_WORDS ? p - LONGEST_WORDS : line;

  for (; p - start >= 4; start++)
    {
      if (g_ascii_strncasecmp (start, "exit", 4) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "key": before @p, in JSON or in what Python prints; \"key\": where it is within a string. */
static CbLogContext
find_key (const char *line,
          const char *p)
{
  const char *key_end, *key;
  gboolean quoted;
  char quote;

  if (p == line || p[-1] != ':')
    return CB_LOG_CONTEXT_NONE;
  p = skip_blanks_back (line, p - 1);

  if (p == line || !is_quote (p[-1]))
    return CB_LOG_CONTEXT_NONE;
  quote = *--p;
  quoted = p > line && p[-1] == '\\';
  key_end = quoted ? p - 1 : p;

  for (key = key_end; key > line && key_end - key <= LONGEST_KEY && (is_key_char (key[-1]) || key[-1] == ' ');)
    key--;

  if (key == line || key[-1] != quote || !is_status_key (key, key_end))
    return CB_LOG_CONTEXT_NONE;
  if (quoted != (key - line > 1 && key[-2] == '\\'))
    return CB_LOG_CONTEXT_NONE;

  return quoted ? CB_LOG_CONTEXT_QUOTED_KEY : CB_LOG_CONTEXT_KEY;
}

/* key= before @p, as in logfmt; in the address of a request it would be a client's. */
static CbLogContext
find_assignment (const char *line,
                 const char *p)
{
  const char *key_end, *key;

  if (p == line || p[-1] != '=')
    return CB_LOG_CONTEXT_NONE;

  key_end = p - 1;
  for (key = key_end; key > line && key_end - key <= LONGEST_KEY && is_key_char (key[-1]);)
    key--;

  if (!is_status_key (key, key_end) || is_about_exit (line, key))
    return CB_LOG_CONTEXT_NONE;
  if (key > line && !is_blank (key[-1]) && !is_one_of (key[-1], ",;|([{\"'"))
    return CB_LOG_CONTEXT_NONE;

  return CB_LOG_CONTEXT_KEY;
}

/* HTTP/1.1 before @p. */
static gboolean
follows_version (const char *line,
                 const char *p)
{
  if (p - line >= 2 && p[-2] == '.' && g_ascii_isdigit (p[-1]))
    p -= 2;
  if (p - line < 6 || !g_ascii_isdigit (p[-1]) || memcmp (p - 6, "HTTP/", 5) != 0)
    return FALSE;

  p -= 6;
  return p == line || (!is_key_char (p[-1]) && !is_one_of (p[-1], "/=?&%"));
}

/* A status line, HTTP/1.1 404; or a request line in quotes before the number, "GET / HTTP/1.1" 404. */
static gboolean
follows_status_line (const char *line,
                     const char *p)
{
  const char *before = skip_blanks_back (line, p);

  if (before == p || before == line)
    return FALSE;

  if (is_quote (before[-1]))
    {
      before--;
      if (before > line && before[-1] == '\\')
        before--;
    }

  return follows_version (line, before);
}

static gboolean
ends_with_words (const char *line,
                 const char *p,
                 const char *text)
{
  gsize length = strlen (text);

  if ((gsize) (p - line) < length || g_ascii_strncasecmp (p - length, text, length) != 0)
    return FALSE;

  p -= length;
  return p == line || (!is_key_char (p[-1]) && p[-1] != '/' && p[-1] != '=');
}

/* "status:" at the start of a line, as a header field of CGI and the field of HTTP/2 have it, bare or in curl -v. */
static gboolean
follows_field (const char *line,
               const char *p)
{
  static const char *const starts[] = { "status", ":status", "< status", "< :status" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if ((gsize) (p - line) == strlen (starts[i]) &&
          g_ascii_strncasecmp (line, starts[i], strlen (starts[i])) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
starts_with (const char *p,
             const char *end,
             const char *text)
{
  gsize length = strlen (text);

  return (gsize) (end - p) >= length && g_ascii_strncasecmp (p, text, length) == 0;
}

/* What follows the number counts or measures with it. A unit in Korean stands without a blank. */
static gboolean
is_measure (const char *p,
            const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (korean_units); i++)
    {
      if (starts_with (p, end, korean_units[i]))
        return TRUE;
    }

  for (guint i = 0; i < MOST_BLANKS && p < end && is_blank (*p); i++)
    p++;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *after = p + strlen (units[i]);

      if (starts_with (p, end, units[i]) && (after == end || !g_ascii_isalnum (*after)))
        return TRUE;
    }

  return FALSE;
}

/* Words before @p say what it is. */
static gboolean
follows_words (const char *line,
               const char *p,
               const char *end)
{
  const char *before = skip_blanks_back (line, p);

  if (before > line && before[-1] == ':')
    {
      before = skip_blanks_back (line, before - 1);
      if (follows_field (line, before))
        return TRUE;
    }
  else if (before == p)
    {
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (ends_with_words (line, before, words[i]))
        return !is_about_exit (line, before) && !is_measure (p + CB_LOG_CODE_LENGTH, end);
    }

  return FALSE;
}

/**
 * cb_log_context_of:
 * @line: the line
 * @end: where it ends
 * @number: three digits in it, with no digit before or after them
 *
 * Tells what makes the number a status code.
 *
 * Returns: %CB_LOG_CONTEXT_NONE where nothing does
 */
CbLogContext
cb_log_context_of (const char *line,
                   const char *end,
                   const char *number)
{
  const char *after = number + CB_LOG_CODE_LENGTH;
  const char *value = number;
  CbLogContext context;

  if (number == line || !ends_number (after, end))
    return CB_LOG_CONTEXT_NONE;

  /* The value of a key may be a string, if the number is all of it. */
  if (is_quote (number[-1]))
    {
      value = number - 1;
      if (value > line && value[-1] == '\\')
        {
          value--;
          if (after == end || *after != '\\')
            return CB_LOG_CONTEXT_NONE;
          after++;
        }
      if (after == end || *after != number[-1])
        return CB_LOG_CONTEXT_NONE;
    }

  context = find_assignment (line, value);
  if (context == CB_LOG_CONTEXT_NONE)
    context = find_key (line, skip_blanks_back (line, value));
  if (context == CB_LOG_CONTEXT_NONE && value == number &&
      (follows_status_line (line, number) || follows_words (line, number, end)))
    context = CB_LOG_CONTEXT_TEXT;

  return context;
}
