/* cb-fuzz.h: what a fuzz target is to libFuzzer, and to the driver that runs it over a corpus */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

int     LLVMFuzzerInitialize   (int           *argc,
                                char        ***argv);
int     LLVMFuzzerTestOneInput (const uint8_t *data,
                                size_t         size);

GBytes *cb_fuzz_change_bytes   (GBytes        *whole,
                                const uint8_t *data,
                                size_t         size);
