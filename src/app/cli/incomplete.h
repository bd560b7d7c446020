/* SPDX-License-Identifier: Apache-2.0 */
/*
 * incomplete: what a scan could not look at, or not to its end. It is always said, whatever
 * else is silent: silence would read as safety.
 */
#ifndef PV_APP_CLI_INCOMPLETE_H
#define PV_APP_CLI_INCOMPLETE_H

#include "app/cli/cli.h"
#include "engine/scan/scan.h"

/* Says each such file on the error stream; PV_EXIT_FAILED when there is any. */
enum pv_exit pv_incomplete_say(const struct pv_scan_result *result);

#endif
