/* cb-card.c: a group of entries on the start page: its symbol, its names, how many there are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-card.h"
#include "cb-draw.h"
#include "cb-facts.h"
#include "cb-rich-text.h"

#define GAP 12
#define SYMBOL 24
/* The least room for the names, and what they would like, in widths of a syllable. */
#define MINIMUM_EMS 7
#define NATURAL_EMS 12
#define DIM 0.8f

typedef enum
{
  TEXT_NAME,
  TEXT_OTHER,
  TEXT_COUNT,
  N_TEXTS,
} CbCardText;

struct _CbCard
{
  CbCanvas parent_instance;

  /* owned */
  CbGroup *group;
  char *count;
  PangoLayout *layouts[N_TEXTS];

  /* borrowed: static */
  const char *symbol;

  CbLanguage first;
  int em;
};

G_DEFINE_FINAL_TYPE (CbCard, cb_card, CB_TYPE_CANVAS)

static const char *
get_text (CbCard *self, CbCardText which)
{
  const CbText *title = cb_group_get_title (self->group);

  switch (which)
    {
    case TEXT_NAME:
      return title->in[self->first];
    case TEXT_OTHER:
      return title->in[cb_language_other (self->first)];
    case TEXT_COUNT:
      return self->count;
    case N_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static PangoLayout *
shape (CbCard *self, CbCardText which)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoLayout *layout;

  if (self->layouts[which] != NULL)
    return self->layouts[which];

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), get_text (self, which));
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, which == TEXT_NAME
                                          ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                                          : cb_canvas_new_small_size (CB_CANVAS (self)));
  cb_rich_text_keep_words (attributes, get_text (self, which));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  self->layouts[which] = layout;

  return layout;
}

static int
get_em (CbCard *self)
{
  if (self->em == 0)
    pango_layout_get_pixel_size (shape (self, TEXT_COUNT), NULL, &self->em);

  return self->em;
}

/* Gives the names their width. Returns how high both are. */
static int
lay_out (CbCard *self, int width, int *name_height, int *count_width)
{
  int available, other_height;

  pango_layout_get_pixel_size (shape (self, TEXT_COUNT), count_width, NULL);
  available = MAX (width - SYMBOL - GAP - GAP - *count_width, 1);
  pango_layout_set_width (shape (self, TEXT_NAME), available * PANGO_SCALE);
  pango_layout_set_width (shape (self, TEXT_OTHER), available * PANGO_SCALE);
  pango_layout_get_pixel_size (shape (self, TEXT_NAME), NULL, name_height);
  pango_layout_get_pixel_size (shape (self, TEXT_OTHER), NULL, &other_height);

  return *name_height + other_height;
}

static void
cb_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CbCard *self = CB_CARD (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int name_height, text_height, count_width, count_height;
  GdkRGBA tint, color, dim;
  double y;

  text_height = lay_out (self, width, &name_height, &count_width);
  /* The card's own colour is its class's tint, its texts are drawn in the colour around it. */
  gtk_widget_get_color (widget, &tint);
  gtk_widget_get_color (gtk_widget_get_parent (widget), &color);
  dim = color;
  dim.alpha *= DIM;

  cb_draw_symbol (snapshot, self->symbol, SYMBOL, 0, (height - SYMBOL) / 2, &tint);
  y = (height - text_height) / 2;
  cb_draw_layout (snapshot, shape (self, TEXT_NAME), SYMBOL + GAP, y, &color);
  cb_draw_layout (snapshot, shape (self, TEXT_OTHER), SYMBOL + GAP, y + name_height, &dim);
  pango_layout_get_pixel_size (shape (self, TEXT_COUNT), NULL, &count_height);
  cb_draw_layout (snapshot, shape (self, TEXT_COUNT), width - count_width,
                  (height - count_height) / 2, &dim);
}

static void
cb_card_forget_texts (CbCanvas *canvas)
{
  CbCard *self = CB_CARD (canvas);

  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->layouts[i]);
  self->em = 0;
}

static void
cb_card_get_widths (CbCanvas *canvas, int *minimum, int *natural)
{
  int em = get_em (CB_CARD (canvas));

  *minimum = SYMBOL + GAP + em * MINIMUM_EMS;
  *natural = SYMBOL + GAP + em * NATURAL_EMS;
}

static int
cb_card_get_height (CbCanvas *canvas, int width)
{
  CbCard *self = CB_CARD (canvas);
  int name_height, count_width;

  if (width < 0)
    cb_card_get_widths (canvas, &name_height, &width);

  return MAX (lay_out (self, width, &name_height, &count_width), SYMBOL);
}

static void
cb_card_finalize (GObject *object)
{
  CbCard *self = CB_CARD (object);

  g_clear_object (&self->group);
  g_free (self->count);

  G_OBJECT_CLASS (cb_card_parent_class)->finalize (object);
}

static void
cb_card_class_init (CbCardClass *klass)
{
  CbCanvasClass *canvas_class = CB_CANVAS_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cb_card_finalize;

  widget_class->snapshot = cb_card_snapshot;

  canvas_class->forget_texts = cb_card_forget_texts;
  canvas_class->get_widths = cb_card_get_widths;
  canvas_class->get_height = cb_card_get_height;

  gtk_widget_class_set_css_name (widget_class, "cb-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
cb_card_init (CbCard *self)
{
}

/**
 * cb_card_new:
 * @group: a group with entries
 * @first: the language of its first line
 *
 * Returns: (transfer floating): the content of a card
 */
GtkWidget *
cb_card_new (CbGroup *group, CbLanguage first)
{
  g_autoptr (CbEntry) entry = NULL;
  guint n_entries;
  CbCard *self;

  g_return_val_if_fail (CB_IS_GROUP (group), NULL);

  n_entries = g_list_model_get_n_items (G_LIST_MODEL (group));
  entry = g_list_model_get_item (G_LIST_MODEL (group), 0);
  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (CB_TYPE_CARD, NULL);
  g_set_object (&self->group, group);
  self->first = first;
  self->symbol = cb_facts_get_symbol (entry);
  /* The page of the class is not one of its codes. */
  if (cb_entry_get_kind (entry) == CB_ENTRY_CLASS && n_entries > 1)
    n_entries--;
  self->count = g_strdup_printf ("%u", n_entries);
  gtk_widget_add_css_class (GTK_WIDGET (self), cb_facts_get_style_class (entry));

  return GTK_WIDGET (self);
}

/**
 * cb_card_dup_description:
 * @self: a card
 *
 * Returns: (transfer full): all that the card says
 */
char *
cb_card_dup_description (CbCard *self)
{
  g_return_val_if_fail (CB_IS_CARD (self), NULL);

  return g_strdup_printf ("%s, %s, %s", get_text (self, TEXT_NAME), get_text (self, TEXT_OTHER),
                          self->count);
}
