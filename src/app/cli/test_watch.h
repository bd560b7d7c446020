/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_watch: waits until rules or their examples are other than they were.
 */
#ifndef PV_APP_CLI_TEST_WATCH_H
#define PV_APP_CLI_TEST_WATCH_H

#include "base/str.h"

#include <stdint.h>

/* What the rule files at `paths` and their examples hold now, as one number. */
uint64_t pv_test_watch_look(const struct pv_str *paths, size_t n_paths);

/* Waits until that is not `seen` any more; false when someone asked us to stop. */
bool pv_test_watch_wait(const struct pv_str *paths, size_t n_paths, uint64_t seen);

#endif
