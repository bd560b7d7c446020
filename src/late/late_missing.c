/* SPDX-License-Identifier: Apache-2.0 */
#include "base/assert.h"
#include "late/late.h"

static void (*on_missing)(const struct pv_err *why);

void pv_late_on_missing(void (*tell)(const struct pv_err *why))
{
    on_missing = tell;
}

void pv_late_missing(const struct pv_err *why)
{
    if (on_missing)
        on_missing(why);
    pv_assert_failed(why->text, __FILE__, __LINE__);
}
