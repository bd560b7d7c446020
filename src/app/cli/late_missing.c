/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/cli.h"
#include "late/late.h"

#include <stdlib.h>

void pv_late_missing(const struct pv_err *why)
{
    exit((int)pv_cli_fail(PV_EXIT_FAILED, why));
}
