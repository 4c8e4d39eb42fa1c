/* cb-expression.c: what an expression of a programming language names */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-expression.h"

#include <string.h>

static gboolean
begins_identifier (char c)
{
  return g_ascii_isalpha (c) || c == '_';
}

static gsize
identifier_end (const char *text, gsize length, gsize position)
{
  while (position < length && (g_ascii_isalnum (text[position]) || text[position] == '_'))
    position++;

  return position;
}

/* Where what leads to a member ends, if that is what is at @position: a dot, two colons, an arrow.
 */
static gsize
link_end (const char *text, gsize length, gsize position)
{
  static const char *const links[] = { ".", "::", "->" };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      gsize n = strlen (links[i]);

      if (length - position >= n && memcmp (text + position, links[i], n) == 0)
        return position + n;
    }

  return position;
}

/**
 * cb_expression_find_name:
 * @text: (array length=length): any bytes
 * @length: how many
 * @start: (out): where the name begins
 * @end: (out): where it ends
 *
 * Finds the last member of anything in @text, for that is the name of a constant:
 * http.StatusText(http.StatusGone).
 *
 * Returns: whether there is one
 */
gboolean
cb_expression_find_name (const char *text, gsize length, gsize *start, gsize *end)
{
  gboolean found = FALSE;
  gboolean member = FALSE;

  for (gsize position = 0; position < length;)
    {
      gsize next = identifier_end (text, length, position);

      if (next == position || !begins_identifier (text[position]))
        {
          position = MAX (next, position + 1);
          member = FALSE;
          continue;
        }
      if (member)
        {
          *start = position;
          *end = next;
          found = TRUE;
        }
      position = link_end (text, length, next);
      member = position > next;
    }

  return found;
}
