/* cb-entry-page.c: all about one entry */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-page.h"
#include "cb-facts.h"
#include "cb-rich-text.h"

/* What tells how much of a page fills a window, with text of the usual size, in pixels: a line, a
 * Latin letter, what is above the text, what is beside it at the least. */
#define LINE 24
#define LETTER 7
#define ABOVE 160
#define SIDEBAR 300
#define PAGE_PADDING 48
#define CLAMP_ONE 720
#define CLAMP_BOTH 1040

struct _CbEntryPage
{
  AdwBin parent_instance;

  /* owned */
  CbEntry *entry;
  CbPageBuilder *builder; /* while there is more to build */

  /* template children */
  AdwClamp *clamp;
  GtkBox *page;
  GtkBox *heading;
  GtkLabel *number;
  GtkImage *symbol;
  GtkLabel *title;
  GtkLabel *subtitle;
  AdwWrapBox *tags;
  GtkBox *content;

  double pending_scroll;
  guint tick_id;
  guint n_frames;
};

G_DEFINE_FINAL_TYPE (CbEntryPage, cb_entry_page, ADW_TYPE_BIN)

typedef gboolean (*LabelFunc) (GtkLabel *label, gpointer user_data);

/* Calls @func for each label below @widget until it returns TRUE. */
static gboolean
visit_labels (GtkWidget *widget, LabelFunc func, gpointer user_data)
{
  if (GTK_IS_LABEL (widget))
    return func (GTK_LABEL (widget), user_data);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (visit_labels (child, func, user_data))
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_selection (GtkLabel *label, gpointer user_data)
{
  char **selection = user_data;
  int start, end;

  if (!gtk_label_get_selection_bounds (label, &start, &end))
    return FALSE;
  *selection = g_utf8_substring (gtk_label_get_text (label), start, end);

  return TRUE;
}

static gboolean
clear_selection (GtkLabel *label, gpointer user_data)
{
  if (gtk_label_get_selectable (label))
    gtk_label_select_region (label, 0, 0);

  return FALSE;
}

/* The labels do not take the focus, so none would notice that another one has a selection now; and
 * the key that copies would still go to where the focus was before. */
static void
pressed_cb (CbEntryPage *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  if (n_press != 1)
    return;
  visit_labels (GTK_WIDGET (self->page), clear_selection, NULL);
  gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (self)));
}

static gboolean
restore_scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CbEntryPage *self = CB_ENTRY_PAGE (widget);
  GtkAdjustment *adjustment = cb_entry_page_get_adjustment (self);

  if (self->builder != NULL || gtk_adjustment_get_page_size (adjustment) == 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (adjustment, self->pending_scroll);
  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

/* The first frame is drawn after the first of these calls. */
static gboolean
build_rest_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CbEntryPage *self = CB_ENTRY_PAGE (widget);

  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;

  cb_page_builder_build (self->builder, G_MAXUINT, 1);
  g_clear_pointer (&self->builder, cb_page_builder_free);

  return G_SOURCE_REMOVE;
}

/* Builds what is seen in the first frame. Whether there is more. */
static gboolean
build_first (CbEntryPage *self, GSettings *settings)
{
  int zoom = g_settings_get_int (settings, "zoom");
  /* Settings may say anything; times a hundred, it would be too much for an int. */
  gint64 width = g_settings_get_int (settings, "window-width");
  gint64 height = g_settings_get_int (settings, "window-height");
  gint64 n_lines, n_letters;

  if (g_settings_get_boolean (settings, "window-maximized"))
    return cb_page_builder_build (self->builder, G_MAXUINT, 1);

  /* In a narrower window the page has all of it. */
  if (width > 2 * SIDEBAR)
    width -= SIDEBAR;
  width = MIN (width, adw_clamp_get_maximum_size (self->clamp)) - PAGE_PADDING;
  n_lines = (height - ABOVE) * 100 / (LINE * zoom);
  n_letters = width * 100 / (LETTER * zoom);

  return cb_page_builder_build (self->builder, (guint)CLAMP (n_lines, 1, G_MAXUINT),
                                (guint)MAX (n_letters, 1));
}

static void
set_title (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  cb_rich_text_keep_label_words (label);
}

static void
fill_heading (CbEntryPage *self, const CbPageStyle *style)
{
  CbEntryKind kind = cb_entry_get_kind (self->entry);
  const CbText *title = cb_entry_get_title (self->entry);
  const char *style_class = cb_facts_get_style_class (self->entry);
  CbLanguage first = style->first;
  CbLanguage second = cb_language_other (first);
  gboolean has_number = kind == CB_ENTRY_STATUS || kind == CB_ENTRY_CLASS;
  g_autofree char *name = cb_entry_dup_name (self->entry, first);

  if (has_number)
    gtk_label_set_label (self->number, cb_entry_get_token (self->entry));
  gtk_widget_set_visible (GTK_WIDGET (self->number), has_number);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), style_class);
  gtk_image_set_from_icon_name (self->symbol, cb_facts_get_symbol (self->entry));
  gtk_widget_set_visible (GTK_WIDGET (self->symbol), !has_number);
  gtk_widget_add_css_class (GTK_WIDGET (self->symbol), style_class);

  if (kind == CB_ENTRY_METHOD)
    {
      set_title (self->title, cb_entry_get_token (self->entry));
      set_title (self->subtitle, title->in[CB_LANGUAGE_KO]);
    }
  else
    {
      set_title (self->title, title->in[first]);
      set_title (self->subtitle, title->in[second]);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
}

static void
set_zoom_cb (CbEntryPage *self, const char *key, GSettings *settings)
{
  g_autofree char *style_class
      = g_strdup_printf ("cb-zoom-%d", g_settings_get_int (settings, "zoom"));

  gtk_widget_set_css_classes (GTK_WIDGET (self->page),
                              (const char *[]){ "cb-page", style_class, NULL });
}

static void
cb_entry_page_dispose (GObject *object)
{
  CbEntryPage *self = CB_ENTRY_PAGE (object);

  g_clear_pointer (&self->builder, cb_page_builder_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CB_TYPE_ENTRY_PAGE);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (cb_entry_page_parent_class)->dispose (object);
}

static void
cb_entry_page_class_init (CbEntryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cb_entry_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/codebook/Codebook/ui/cb-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CbEntryPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, CbEntryPage, page);
  gtk_widget_class_bind_template_child (widget_class, CbEntryPage, heading);
  gtk_widget_class_bind_template_child (widget_class, CbEntryPage, number);
  gtk_widget_class_bind_template_child (widget_class, CbEntryPage, symbol);
  gtk_widget_class_bind_template_child (widget_class, CbEntryPage, title);
  gtk_widget_class_bind_template_child (widget_class, CbEntryPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CbEntryPage, tags);
  gtk_widget_class_bind_template_child (widget_class, CbEntryPage, content);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
cb_entry_page_init (CbEntryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cb_entry_page_new:
 * @style: how it is to be shown
 * @entry: an entry
 * @at_once: whether all of it is built now; otherwise what does not fit into the window comes when
 *   the first frame has been drawn
 *
 * Returns: (transfer floating): the page of @entry
 */
GtkWidget *
cb_entry_page_new (const CbPageStyle *style, CbEntry *entry, gboolean at_once)
{
  CbEntryPage *self;
  GSettings *settings;

  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (CB_IS_ENTRY (entry), NULL);

  self = g_object_new (CB_TYPE_ENTRY_PAGE, NULL);
  g_set_object (&self->entry, entry);
  adw_clamp_set_maximum_size (self->clamp, style->both ? CLAMP_BOTH : CLAMP_ONE);
  fill_heading (self, style);

  settings = cb_library_get_settings (style->library);
  self->builder = cb_page_builder_new (style, entry, self->tags, self->content);
  if (at_once ? cb_page_builder_build (self->builder, G_MAXUINT, 1) : build_first (self, settings))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), build_rest_cb, NULL, NULL);
  else
    g_clear_pointer (&self->builder, cb_page_builder_free);

  g_signal_connect_object (settings, "changed::zoom", G_CALLBACK (set_zoom_cb), self,
                           G_CONNECT_SWAPPED);
  set_zoom_cb (self, NULL, settings);

  return GTK_WIDGET (self);
}

/**
 * cb_entry_page_get_entry:
 * @self: a page
 *
 * Returns: (transfer none): its entry
 */
CbEntry *
cb_entry_page_get_entry (CbEntryPage *self)
{
  g_return_val_if_fail (CB_IS_ENTRY_PAGE (self), NULL);

  return self->entry;
}

/**
 * cb_entry_page_get_adjustment:
 * @self: a page
 *
 * Returns: (transfer none): how far down it is scrolled
 */
GtkAdjustment *
cb_entry_page_get_adjustment (CbEntryPage *self)
{
  g_return_val_if_fail (CB_IS_ENTRY_PAGE (self), NULL);

  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))));
}

/**
 * cb_entry_page_set_scroll:
 * @self: a page
 * @scroll: how far down
 *
 * Scrolls the page, as soon as it has a size.
 */
void
cb_entry_page_set_scroll (CbEntryPage *self, double scroll)
{
  g_return_if_fail (CB_IS_ENTRY_PAGE (self));

  self->pending_scroll = scroll;
  if (self->tick_id == 0 && scroll > 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), restore_scroll_cb, NULL, NULL);
}

/**
 * cb_entry_page_dup_selection:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): the text that is selected
 */
char *
cb_entry_page_dup_selection (CbEntryPage *self)
{
  char *selection = NULL;

  g_return_val_if_fail (CB_IS_ENTRY_PAGE (self), NULL);

  visit_labels (GTK_WIDGET (self->page), take_selection, &selection);

  return selection;
}
