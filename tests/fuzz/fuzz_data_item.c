/* SPDX-License-Identifier: Apache-2.0 */
/* What was read points into what was written. */
#include "support/fuzz.h"

#include "risk/data_item.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_str text = fuzz_text(data, size);
    struct pv_data_items found = {0};
    struct pv_err err = {0};
    if (!pv_is_ok(pv_data_items_parse(text, &found, &err))) {
        pv_assert(err.offset <= size);
        return 0;
    }
    pv_assert(found.n <= PV_RISK_ITEMS_MAX);
    for (size_t i = 0; i < found.n; i++) {
        pv_assert(found.items[i].name.n > 0 && is_inside(found.items[i].name, text));
        pv_assert(is_inside(found.items[i].role, text));
    }
    return 0;
}
