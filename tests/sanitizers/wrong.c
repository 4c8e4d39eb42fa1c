/* wrong.c: does on purpose what each sanitizer is there to find */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include <glib.h>

/* Read anew each time, so that the compiler does not foresee what happens. */
static volatile int number = G_MAXINT;
static char *volatile kept;

static void
leak (void)
{
  kept = g_strdup ("nobody frees this");
  kept = NULL;
}

static void
overflow (void)
{
  kept = g_malloc (16);
  kept[number - G_MAXINT + 16] = 'x';
  g_free (kept);
}

static void
use_after_free (void)
{
  kept = g_strdup ("gone");
  g_free (kept);
  putchar (kept[0]);
}

static void
undefined (void)
{
  number = number + 1;
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (void);
  } wrongs[] = {
    { "leak", leak },
    { "overflow", overflow },
    { "use-after-free", use_after_free },
    { "undefined", undefined },
  };

  for (gsize i = 0; argc == 2 && i < G_N_ELEMENTS (wrongs); i++)
    {
      if (g_str_equal (argv[1], wrongs[i].name))
        {
          wrongs[i].func ();
          return 0;
        }
    }

  return 2;
}
