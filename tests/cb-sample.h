/* cb-sample.h: a small catalog that has everything that a catalog can have */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cb-catalog.h"
#include "cb-compiler.h"

/* The image of tests/data/sample; the folder is told by the build. */
static inline GBytes *
cb_sample_compile (void)
{
  g_autoptr (GError) error = NULL;
  GBytes *image = cb_compiler_compile (CB_SAMPLE_FOLDER, CB_COMPILER_UNTRANSLATED, &error);

  g_assert_no_error (error);

  return image;
}

static inline CbCatalog *
cb_sample_load (void)
{
  g_autoptr (GBytes) image = cb_sample_compile ();
  g_autoptr (GError) error = NULL;
  CbCatalog *catalog = cb_catalog_new_from_bytes (image, &error);

  g_assert_no_error (error);

  return catalog;
}
