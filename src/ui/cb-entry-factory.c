/* cb-entry-factory.c: makes the rows and the headers of a list of entries */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cb-entry-factory.h"
#include "cb-results.h"
#include "cb-row.h"
#include "cb-section-header.h"

static void
setup_row_cb (CbRowContext *context, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, cb_row_new (context));
}

static void
show_item (GtkListItem *list_item)
{
  CbRow *row = CB_ROW (gtk_list_item_get_child (list_item));
  gpointer item = gtk_list_item_get_item (list_item);
  g_autofree char *description = NULL;

  cb_row_set_entry (row, cb_entry_of_item (item),
                    CB_IS_RESULT (item) ? cb_result_get_kind (item) : CB_MATCH_EXACT);
  description = cb_row_dup_description (row);
  gtk_list_item_set_accessible_label (list_item, description);
}

/* A result that stays in the list may have been found in another way this time. */
static void
kind_changed_cb (GtkListItem *list_item)
{
  show_item (list_item);
}

static void
bind_row_cb (CbRowContext *context, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  show_item (list_item);
  if (CB_IS_RESULT (item))
    g_signal_connect_object (item, "notify::kind", G_CALLBACK (kind_changed_cb), list_item,
                             G_CONNECT_SWAPPED);
}

static void
unbind_row_cb (CbRowContext *context, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  if (CB_IS_RESULT (item))
    g_signal_handlers_disconnect_by_func (item, kind_changed_cb, list_item);
}

static void
update_header (CbRowContext *context, GtkListHeader *header)
{
  CbSectionHeader *widget = CB_SECTION_HEADER (gtk_list_header_get_child (header));
  CbCatalog *catalog = cb_library_get_catalog (cb_row_context_get_library (context));
  gpointer item = gtk_list_header_get_item (header);
  guint n_items;
  CbEntry *entry;
  CbGroup *group;

  if (item == NULL)
    return;
  entry = cb_entry_of_item (item);
  /* A list of results may have only its first rows yet. */
  n_items = CB_IS_RESULT (item) ? cb_result_get_group_size (item)
                                : gtk_list_header_get_n_items (header);
  group = cb_catalog_get_group (catalog, cb_entry_get_group_id (entry));
  /* The page of the class is not one of its codes. */
  if (CB_IS_ENTRY (item) && cb_entry_get_kind (entry) == CB_ENTRY_CLASS && n_items > 1)
    n_items--;
  cb_section_header_set (
      widget,
      group != NULL ? cb_group_get_title (group)->in[cb_row_context_get_first (context)] : NULL,
      n_items);
}

static void
header_n_items_cb (CbRowContext *context, GParamSpec *pspec, GtkListHeader *header)
{
  if (gtk_list_header_get_child (header) != NULL)
    update_header (context, header);
}

static void
setup_header_cb (CbRowContext *context, GtkListHeader *header)
{
  gtk_list_header_set_child (header, cb_section_header_new ());
  g_signal_connect_object (header, "notify::n-items", G_CALLBACK (header_n_items_cb), context,
                           G_CONNECT_SWAPPED);
}

static void
group_size_cb (GtkListHeader *header)
{
  g_object_notify (G_OBJECT (header), "n-items");
}

static void
bind_header_cb (CbRowContext *context, GtkListHeader *header)
{
  gpointer item = gtk_list_header_get_item (header);

  update_header (context, header);
  if (CB_IS_RESULT (item))
    g_signal_connect_object (item, "notify::group-size", G_CALLBACK (group_size_cb), header,
                             G_CONNECT_SWAPPED);
}

static void
unbind_header_cb (CbRowContext *context, GtkListHeader *header)
{
  gpointer item = gtk_list_header_get_item (header);

  if (CB_IS_RESULT (item))
    g_signal_handlers_disconnect_by_func (item, group_size_cb, header);
}

/**
 * cb_entry_of_item:
 * @item: a #CbEntry, or a #CbResult
 *
 * Returns: (transfer none): the entry
 */
CbEntry *
cb_entry_of_item (gpointer item)
{
  return CB_IS_RESULT (item) ? cb_result_get_entry (item) : CB_ENTRY (item);
}

/**
 * cb_entry_factory_new_rows:
 * @context: what the rows share
 *
 * Returns: (transfer full): makes the rows of #CbEntry and #CbResult
 */
GtkListItemFactory *
cb_entry_factory_new_rows (CbRowContext *context)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), context, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), context, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), context,
                           G_CONNECT_SWAPPED);

  return factory;
}

/**
 * cb_entry_factory_new_headers:
 * @context: what the rows share
 *
 * Returns: (transfer full): makes the headers of groups of #CbEntry or #CbResult
 */
GtkListItemFactory *
cb_entry_factory_new_headers (CbRowContext *context)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_header_cb), context,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_header_cb), context,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_header_cb), context,
                           G_CONNECT_SWAPPED);

  return factory;
}
