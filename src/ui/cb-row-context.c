/* cb-row-context.c: what all rows of a sidebar share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-row-context.h"

struct _CbRowContext
{
  GObject parent_instance;

  /* owned */
  CbLibrary *library;
  CbQuery *query;
  GHashTable *extents; /* by text */

  CbLanguage first;
  CbRowMetrics metrics;
};

G_DEFINE_FINAL_TYPE (CbRowContext, cb_row_context, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_QUERY_CHANGED,
  N_SIGNALS,
} CbRowContextSignals;

static guint signals[N_SIGNALS];

/* Each by itself, whatever stands beside it: as part of one text, which is only shaped, and never
 * looked at for how far its glyphs reach. */
static void
measure_ascii (CbRowMetrics *metrics, PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  char text[G_N_ELEMENTS (metrics->ascii)];
  PangoLayoutLine *line;
  int length = 0;

  for (char c = ' '; g_ascii_isprint (c); c++)
    text[length++] = c;
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("kern 0, liga 0, calt 0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, length);
  line = pango_layout_get_line_readonly (layout, 0);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        {
          char c = text[run->item->offset + run->glyphs->log_clusters[i]];

          metrics->ascii[(guchar)c] += run->glyphs->glyphs[i].geometry.width;
        }
    }
}

static void
cb_row_context_finalize (GObject *object)
{
  CbRowContext *self = CB_ROW_CONTEXT (object);

  g_clear_pointer (&self->extents, g_hash_table_unref);
  g_clear_pointer (&self->query, cb_query_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cb_row_context_parent_class)->finalize (object);
}

static void
cb_row_context_class_init (CbRowContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cb_row_context_finalize;

  signals[SIGNAL_QUERY_CHANGED]
      = g_signal_new ("query-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
cb_row_context_init (CbRowContext *self)
{
  self->extents = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * cb_row_context_new:
 * @library: the library
 *
 * Returns: (transfer full): a context for the rows of one window
 */
CbRowContext *
cb_row_context_new (CbLibrary *library)
{
  CbRowContext *self;

  g_return_val_if_fail (CB_IS_LIBRARY (library), NULL);

  self = g_object_new (CB_TYPE_ROW_CONTEXT, NULL);
  g_set_object (&self->library, library);
  self->first = cb_library_get_first (library);

  return self;
}

/**
 * cb_row_context_get_library:
 * @self: a context
 *
 * Returns: (transfer none): the library
 */
CbLibrary *
cb_row_context_get_library (CbRowContext *self)
{
  g_return_val_if_fail (CB_IS_ROW_CONTEXT (self), NULL);

  return self->library;
}

/**
 * cb_row_context_get_first:
 * @self: a context
 *
 * Returns: the language of a row's first line
 */
CbLanguage
cb_row_context_get_first (CbRowContext *self)
{
  g_return_val_if_fail (CB_IS_ROW_CONTEXT (self), CB_LANGUAGE_EN);

  return self->first;
}

/**
 * cb_row_context_get_query:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): what is searched for
 */
const CbQuery *
cb_row_context_get_query (CbRowContext *self)
{
  g_return_val_if_fail (CB_IS_ROW_CONTEXT (self), NULL);

  return self->query;
}

/**
 * cb_row_context_set_query:
 * @self: a context
 * @query: (nullable): what is searched for
 *
 * Has all rows mark what matches @query.
 */
void
cb_row_context_set_query (CbRowContext *self, CbQuery *query)
{
  g_return_if_fail (CB_IS_ROW_CONTEXT (self));

  if (query == self->query)
    return;
  g_clear_pointer (&self->query, cb_query_unref);
  if (query != NULL)
    self->query = cb_query_ref (query);
  g_signal_emit (self, signals[SIGNAL_QUERY_CHANGED], 0);
}

/**
 * cb_row_context_get_metrics:
 * @self: a context
 * @widget: a row
 *
 * Returns: (transfer none): sizes of the font that rows are drawn with
 */
const CbRowMetrics *
cb_row_context_get_metrics (CbRowContext *self, GtkWidget *widget)
{
  g_return_val_if_fail (CB_IS_ROW_CONTEXT (self), NULL);

  if (self->metrics.line == 0)
    {
      /* A letter of each script tells how high a line is; the metrics of the fonts would have many
       * more of them drawn. */
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "가");
      int hangul_height, hangul_baseline, latin_height, latin_baseline;

      pango_layout_get_pixel_size (layout, &self->metrics.em, &hangul_height);
      hangul_baseline = PANGO_PIXELS_CEIL (pango_layout_get_baseline (layout));
      pango_layout_set_text (layout, "0", -1);
      pango_layout_get_pixel_size (layout, &self->metrics.digit, &latin_height);
      latin_baseline = PANGO_PIXELS_CEIL (pango_layout_get_baseline (layout));
      measure_ascii (&self->metrics, layout);
      self->metrics.baseline = MAX (hangul_baseline, latin_baseline);
      self->metrics.line = self->metrics.baseline
                           + MAX (hangul_height - hangul_baseline, latin_height - latin_baseline);
    }

  return &self->metrics;
}

/**
 * cb_row_context_get_extent:
 * @self: a context
 * @text: a text of a row, the catalog's or static: it is known by its address
 *
 * To shape texts in order to lay rows out costs more than anything else in a frame with new rows,
 * and the same texts come back with each key.
 *
 * Returns: (transfer none): what is known of the text's size, to be filled in
 */
CbRowExtent *
cb_row_context_get_extent (CbRowContext *self, const char *text)
{
  CbRowExtent *extent;

  g_return_val_if_fail (CB_IS_ROW_CONTEXT (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  extent = g_hash_table_lookup (self->extents, text);
  if (extent == NULL)
    {
      extent = g_new0 (CbRowExtent, 1);
      g_hash_table_insert (self->extents, (gpointer)text, extent);
    }

  return extent;
}

/**
 * cb_row_context_reset_metrics:
 * @self: a context
 *
 * Has the font looked at anew, for it has changed.
 */
void
cb_row_context_reset_metrics (CbRowContext *self)
{
  g_return_if_fail (CB_IS_ROW_CONTEXT (self));

  self->metrics = (CbRowMetrics){ 0 };
  g_hash_table_remove_all (self->extents);
}
