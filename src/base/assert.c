/* SPDX-License-Identifier: Apache-2.0 */
#include "base/assert.h"

#include <stdio.h>
#include <stdlib.h>

void pv_assert_failed(const char *condition, const char *file, int line)
{
    (void)fprintf(stderr, "pave: bug: %s:%d: %s does not hold\n", file, line, condition);
    abort();
}
