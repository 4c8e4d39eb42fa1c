/* cb-log-line.c: finds the status codes in a line of a log */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-log-context.h"
#include "cb-log-line.h"

/* The longest date between brackets that is looked at. */
#define LONGEST_DATE 40

/* AWS Elastic Load Balancing: the fields before the two codes, that of the balancer and that of the target. */
#define N_FIELDS_BEFORE_BALANCER_CODES 8

static const char *const balancer_types[] = { "http ", "https ", "h2 ", "grpcs ", "ws ", "wss " };

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
has_code (const char *p,
          const char *end)
{
  if (end - p < CB_LOG_CODE_LENGTH || !is_digit (p[0]) || !is_digit (p[1]) ||
      !is_digit (p[2]))
    return FALSE;

  return p[0] != '0' || (p[1] == '0' && p[2] == '0');
}

static void
add_code (GArray     *codes,
          const char *line,
          const char *p)
{
  CbLogCode code = {
    .start = (gsize) (p - line),
    .number = (guint) ((p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0')),
  };

  g_array_append_val (codes, code);
}

/* Whether the text has this shape: "0" stands for a digit, "a" for a letter, all else for itself. */
static gboolean
has_shape (const char *p,
           const char *end,
           const char *shape)
{
  for (; *shape != '\0'; shape++, p++)
    {
      if (p == end)
        return FALSE;
      if (*shape == '0' ? !is_digit (*p) : *shape == 'a' ? !g_ascii_isalpha (*p) : *p != *shape)
        return FALSE;
    }

  return TRUE;
}

/* What @bracket closes is the date of the common log format, as in [10/Oct/2000:13:55:36 -0700]. */
static gboolean
closes_date (const char *line,
             const char *bracket)
{
  const char *start = bracket;
  const char *limit = bracket - line > LONGEST_DATE ? bracket - LONGEST_DATE : line;

  while (start > limit && start[-1] != '[')
    start--;

  return start > limit && has_shape (start, bracket, "00/aaa/0000");
}

/* The quote that closes a string; @depth is 1 where the whole line is itself quoted, so that quotes are \" there. */
static const char *
find_closing_quote (const char *start,
                    const char *end,
                    guint       depth)
{
  for (const char *p = start; (p = memchr (p, '"', (gsize) (end - p))) != NULL; p++)
    {
      guint n_backslashes = 0;

      while (p - n_backslashes > start && p[-1 - (int) n_backslashes] == '\\')
        n_backslashes++;

      if (depth == 0 ? n_backslashes % 2 == 0 : n_backslashes % 4 == 1)
        return p;
    }

  return NULL;
}

static gboolean
ends_with_version (const char *start,
                   const char *p)
{
  return (p - start >= 8 && has_shape (p - 8, p, "HTTP/0.0")) ||
         (p - start >= 6 && has_shape (p - 6, p, "HTTP/0"));
}

/* What may follow a field: the end, a blank, or, where the line is quoted, what closes it. */
static gboolean
ends_field (const char *p,
            const char *end,
            guint       depth)
{
  return p == end || is_blank (*p) || *p == '\r' || (depth > 0 && (*p == '\\' || *p == '"'));
}

/*
 * Common and combined log format (nginx, Apache and many more): [date] "request" status size. A client writes the
 * request and what follows the size, so nothing else of the line may count.
 *
 * Returns how deep in quotes the line stands, or -1 where it is no such line.
 */
static int
find_access (const char *line,
             const char *end,
             GArray     *codes)
{
  for (const char *p = line; (p = memchr (p, ']', (gsize) (end - p))) != NULL; p++)
    {
      const char *quote = p + 2;
      const char *request, *status, *after;
      guint depth = 0;

      if (end - p < 4 || p[1] != ' ' || (*quote != '"' && *quote != '\\') || !closes_date (line, p))
        continue;

      if (*quote == '\\')
        {
          quote++;
          depth = 1;
        }
      if (*quote != '"')
        continue;

      request = quote + 1;
      quote = find_closing_quote (request, end, depth);
      if (quote == NULL || end - quote < 3 || quote[1] != ' ')
        continue;

      status = quote + 2;
      if (!is_digit (*status) && *status != '-')
        continue;

      /* What is no request of HTTP at all must at least have a size, or a dash for it. */
      after = status + CB_LOG_CODE_LENGTH;
      if (has_code (status, end) && ends_field (after, end, depth) &&
          (ends_with_version (request, quote - depth) ||
           (end - after >= 2 && (is_digit (after[1]) || after[1] == '-'))))
        add_code (codes, line, status);
      return (int) depth;
    }

  return -1;
}

/* AWS Elastic Load Balancing: type time balancer client target three-times status status … */
static gboolean
find_balancer (const char *line,
               const char *end,
               GArray     *codes)
{
  const char *p = NULL;

  for (guint i = 0; p == NULL && i < G_N_ELEMENTS (balancer_types); i++)
    {
      gsize length = strlen (balancer_types[i]);

      if ((gsize) (end - line) > length && memcmp (line, balancer_types[i], length) == 0)
        p = line + length;
    }

  if (p == NULL || !has_shape (p, end, "0000-00-00T00:00:00"))
    return FALSE;

  for (guint i = 1; i < N_FIELDS_BEFORE_BALANCER_CODES; i++)
    {
      p = memchr (p, ' ', (gsize) (end - p));
      if (p == NULL)
        return FALSE;
      p++;
    }

  for (guint i = 0; i < 2; i++)
    {
      if (has_code (p, end) && ends_field (p + CB_LOG_CODE_LENGTH, end, 0))
        add_code (codes, line, p);
      p = memchr (p, ' ', (gsize) (end - p));
      if (p == NULL)
        break;
      p++;
    }

  return TRUE;
}

/* Finds the next number from @p on that may be of three digits; no digit stands before @p. */
static const char *
find_number (const char *p,
             const char *end)
{
  /* Where the third byte is no digit, no such number starts at any of the three. */
  while (end - p >= CB_LOG_CODE_LENGTH && !is_digit (p[2]))
    p += CB_LOG_CODE_LENGTH;

  if (end - p < CB_LOG_CODE_LENGTH)
    return NULL;

  return !is_digit (p[1]) ? p + 2 : !is_digit (p[0]) ? p + 1 : p;
}

static const char *
skip_field (const char *p,
            const char *end)
{
  while (p < end && !is_blank (*p))
    p++;
  return p < end ? p + 1 : p;
}

/* HAProxy: … status bytes cookie cookie ---- n/n/n/n/n … */
static gboolean
is_haproxy (const char *line,
            const char *number,
            const char *end)
{
  const char *p = number + CB_LOG_CODE_LENGTH;
  const char *bytes;
  guint n_slashes = 0;

  if (number == line || number[-1] != ' ' || end - p < 2 || *p != ' ')
    return FALSE;

  bytes = ++p;
  if (*p == '+')
    p++;
  while (p < end && is_digit (*p))
    p++;
  if (p == bytes || p == end || *p != ' ')
    return FALSE;

  p = skip_field (skip_field (p + 1, end), end);

  /* How the session ended: four letters or dashes. A TCP line has two, and no status. */
  if (end - p < 5 || p[4] != ' ')
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isalpha (p[i]) && p[i] != '-')
        return FALSE;
    }

  for (p += 5; p < end && (is_digit (*p) || *p == '/' || *p == '+'); p++)
    n_slashes += *p == '/';

  return n_slashes == 4;
}

/* All other lines: each number of three digits is judged by what stands around it. */
static void
find_in_context (const char   *line,
                 const char   *end,
                 CbLogContext  least,
                 GArray       *codes)
{
  CbLogContext best = least;
  guint n_before = codes->len;
  const char *number, *p = line;

  while ((number = find_number (p, end)) != NULL)
    {
      CbLogContext context;

      for (p = number; p < end && is_digit (*p);)
        p++;
      if (p - number != CB_LOG_CODE_LENGTH || !has_code (number, end))
        continue;

      context = is_haproxy (line, number, end) ? CB_LOG_CONTEXT_HAPROXY
                                               : cb_log_context_of (line, end, number);
      if (context > best)
        {
          best = context;
          g_array_set_size (codes, n_before);
        }
      if (context == best)
        add_code (codes, line, number);
    }
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const CbLogCode *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/**
 * cb_log_line_find:
 * @line: any bytes, without the line end or with it
 * @length: how many
 * @codes: (element-type CbLogCode) (inout): takes what is found, instead of what it held
 *
 * Finds the status codes in a line of an access log (common, combined, HAProxy, AWS), of a log of JSON or of key=value, in
 * a status line, or behind words such as "status code". A number of which nothing says that it is one is none.
 *
 * The codes come in their order in the line.
 */
void
cb_log_line_find (const char *line,
                  gsize       length,
                  GArray     *codes)
{
  const char *end;
  int depth;

  g_return_if_fail (line != NULL || length == 0);
  g_return_if_fail (codes != NULL);

  g_array_set_size (codes, 0);
  if (length < CB_LOG_CODE_LENGTH)
    return;

  end = line + length;
  depth = find_access (line, end, codes);
  if (depth == 0 || (depth < 0 && find_balancer (line, end, codes)))
    return;

  /* Where the line of an access log is a string of JSON, its neighbours in the object may say more. */
  find_in_context (line, end, depth > 0 ? CB_LOG_CONTEXT_KEY : CB_LOG_CONTEXT_TEXT, codes);
  g_array_sort (codes, compare_codes);
}
