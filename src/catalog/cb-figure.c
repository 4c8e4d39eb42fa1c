/* cb-figure.c: a sequence figure in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "cb-figure.h"
#include "cb-inline.h"

/**
 * cb_figure_get_participant:
 * @figure: a %CB_ITEM_FIGURE
 * @name: the name of one of its participants
 *
 * Returns: (transfer none): what the participant is called
 */
const CbText *
cb_figure_get_participant (const CbItem *figure,
                           const char   *name)
{
  for (gsize i = 0; i < figure->n_items; i++)
    {
      const CbItem *item = &figure->items[i];

      if (item->kind == CB_ITEM_PARTICIPANT && strcmp (item->name, name) == 0)
        return &item->text;
    }

  /* Reader and image have checked that each message names a participant. */
  g_return_val_if_reached (NULL);
}

static char *
describe_message (const CbItem *figure,
                  const CbItem *message,
                  const char   *words,
                  CbCatalog    *catalog,
                  CbLanguage    language)
{
  const char *sender = cb_figure_get_participant (figure, message->name)->in[language];
  const char *receiver = cb_figure_get_participant (figure, message->target)->in[language];
  const CbText *lost = cb_catalog_get_label (catalog, "remark:lost");

  if (message->flag && lost != NULL)
    return g_strdup_printf ("%s → %s: %s (%s)", sender, receiver, words, lost->in[language]);

  return g_strdup_printf ("%s → %s: %s", sender, receiver, words);
}

/**
 * cb_figure_dup_steps:
 * @figure: a %CB_ITEM_FIGURE
 * @catalog: the catalog that it comes from
 * @language: a language
 *
 * Tells a figure for those who cannot see it, and for formats that have no pictures.
 *
 * Returns: (transfer full): a line for each message and remark, in the order of time, without numbers
 */
GStrv
cb_figure_dup_steps (const CbItem *figure,
                     CbCatalog    *catalog,
                     CbLanguage    language)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();

  g_return_val_if_fail (figure != NULL && figure->kind == CB_ITEM_FIGURE, NULL);

  for (gsize i = 0; i < figure->n_items; i++)
    {
      const CbItem *item = &figure->items[i];
      g_autofree char *words = cb_inline_to_plain (item->text.in[language], catalog, language);

      if (item->kind == CB_ITEM_MESSAGE)
        g_strv_builder_take (steps, describe_message (figure, item, words, catalog, language));
      else if (item->kind == CB_ITEM_REMARK)
        g_strv_builder_take (steps,
                             g_strdup_printf ("%s: %s",
                                              cb_figure_get_participant (figure, item->name)->in[language],
                                              words));
    }

  return g_strv_builder_end (steps);
}
