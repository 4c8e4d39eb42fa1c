/* gtk-clip.c: keeps GTK from a leak that no suppression can tell from another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For RTLD_NEXT. */
#define _GNU_SOURCE

#include "config.h"

#include <dlfcn.h>

#include <gtk/gtk.h>

/* Called by libadwaita in place of GTK's own. GTK 4.18 never frees what was drawn in a clip without
 * a size, and where one page slides over another, libadwaita has one in the first or last frame,
 * when nothing is to be seen of the other: a program that pushes an empty clip, a colour, and pops
 * it leaks the colour. How often that happens is up to the clock, and the report of the leak has
 * nothing but g_malloc0() in it. */
void
gtk_snapshot_push_clip (GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  static void (*push_clip) (GtkSnapshot *snapshot, const graphene_rect_t *bounds);

  if (push_clip == NULL)
    *(void **)&push_clip = dlsym (RTLD_NEXT, "gtk_snapshot_push_clip");

  if (bounds->size.width == 0 || bounds->size.height == 0)
    gtk_snapshot_push_opacity (snapshot, 0);
  else
    push_clip (snapshot, bounds);
}
