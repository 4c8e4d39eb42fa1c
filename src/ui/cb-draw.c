/* cb-draw.c: what widgets that draw themselves are made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-draw.h"

/* How far the cross of a lost message reaches, and how much of its way the message comes. */
#define CROSS 5
#define LOST_AFTER 0.6

/* Our symbols are a single path each, filled by the even-odd rule, on a square of 16. */
#define SYMBOLS "/io/github/codebook/Codebook/icons/scalable/actions"
#define SYMBOL_SIZE 16
#define PATH_BEGIN " d=\""

static GskPath *
parse_symbol (const char *name)
{
  g_autofree char *resource = g_strdup_printf (SYMBOLS "/%s.svg", name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  const char *svg, *begin, *end;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  svg = g_bytes_get_data (bytes, &size);
  begin = g_strstr_len (svg, (gssize)size, PATH_BEGIN);
  g_return_val_if_fail (begin != NULL, NULL);
  begin += strlen (PATH_BEGIN);
  end = memchr (begin, '"', (gsize)(svg + size - begin));
  g_return_val_if_fail (end != NULL, NULL);
  text = g_strndup (begin, (gsize)(end - begin));

  return gsk_path_parse (text);
}

/* They are as constant as the program, and a path that is the same again is known not to have
 * changed, so that what it fills is not painted anew. */
static GskPath *
get_symbol (const char *name)
{
  static GHashTable *symbols;
  GskPath *path;

  if (symbols == NULL)
    symbols = g_hash_table_new (g_str_hash, g_str_equal);
  path = g_hash_table_lookup (symbols, name);
  if (path == NULL)
    {
      path = parse_symbol (name);
      g_hash_table_insert (symbols, g_strdup (name), path);
    }

  return path;
}

/**
 * cb_draw_layout:
 * @snapshot: what to draw on
 * @layout: a text
 * @x: its left edge
 * @y: its top
 * @color: its colour
 *
 * Draws a text.
 */
void
cb_draw_layout (
    GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/**
 * cb_draw_symbol:
 * @snapshot: what to draw on
 * @name: the name of one of our own symbolic icons
 * @size: its width and height in pixels
 * @x: its left edge
 * @y: its top
 * @color: its colour
 *
 * Draws a symbolic icon. Loading it as an icon would cost a hundred times as much.
 */
void
cb_draw_symbol (
    GtkSnapshot *snapshot, const char *name, int size, double x, double y, const GdkRGBA *color)
{
  GskPath *path = get_symbol (name);
  float scale = (float)size / SYMBOL_SIZE;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, color);
  gtk_snapshot_restore (snapshot);
}

/**
 * cb_draw_path:
 * @snapshot: what to draw on
 * @builder: the path
 * @line_width: in pixels
 * @dashed: whether the line is dotted
 * @color: its colour
 *
 * Draws a line with round ends.
 */
void
cb_draw_path (GtkSnapshot *snapshot,
              GskPathBuilder *builder,
              double line_width,
              gboolean dashed,
              const GdkRGBA *color)
{
  g_autoptr (GskPath) path = gsk_path_builder_to_path (builder);
  GskStroke *stroke = gsk_stroke_new ((float)line_width);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (dashed)
    gsk_stroke_set_dash (stroke, (float[2]){ 2, 5 }, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

/**
 * cb_draw_arrow:
 * @snapshot: what to draw on
 * @x1: where it begins
 * @x2: where it points
 * @y: how far down it is
 * @head: the length of its head
 * @lost: whether it ends halfway, with a cross
 * @color: its colour
 *
 * Draws a level arrow.
 */
void
cb_draw_arrow (GtkSnapshot *snapshot,
               double x1,
               double x2,
               double y,
               double head,
               gboolean lost,
               const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double back = x2 > x1 ? -head : head;

  if (lost)
    x2 = x1 + (x2 - x1) * LOST_AFTER;
  gsk_path_builder_move_to (builder, (float)x1, (float)y);
  gsk_path_builder_line_to (builder, (float)x2, (float)y);
  if (lost)
    {
      gsk_path_builder_move_to (builder, (float)x2 - CROSS, (float)y - CROSS);
      gsk_path_builder_line_to (builder, (float)x2 + CROSS, (float)y + CROSS);
      gsk_path_builder_move_to (builder, (float)x2 - CROSS, (float)y + CROSS);
      gsk_path_builder_line_to (builder, (float)x2 + CROSS, (float)y - CROSS);
    }
  else
    {
      gsk_path_builder_move_to (builder, (float)(x2 + back), (float)(y - head * 0.6));
      gsk_path_builder_line_to (builder, (float)x2, (float)y);
      gsk_path_builder_line_to (builder, (float)(x2 + back), (float)(y + head * 0.6));
    }
  cb_draw_path (snapshot, builder, 2, FALSE, color);
  gsk_path_builder_unref (builder);
}
