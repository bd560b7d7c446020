/* SPDX-License-Identifier: Apache-2.0 */
/* What was read points into what was written, and can be put into a rule. */
#include "support/fuzz.h"

#include "risk/data_type.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {0};
    struct pv_str text = fuzz_text(data, size);
    struct pv_data_types found = {0};
    struct pv_err err = {0};
    if (!pv_is_ok(pv_data_types_parse(&mem, text, &found, &err)))
        pv_assert(err.offset <= size);
    else
        PV_VEC_EACH (const struct pv_data_type, type, &found.list) {
            pv_assert(type->item.n > 0 && is_inside(type->item, text));
            pv_assert(type->names.n > 0 && type->names.n <= PV_PROOF_NAMES_MAX);
            for (size_t i = 0; i < type->names.n; i++)
                pv_assert(pv_is_ok(pv_proof_name_check(type->names.list[i].text, NULL)));
        }
    pv_arena_clear(&mem);
    return 0;
}
