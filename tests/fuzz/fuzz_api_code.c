/* SPDX-License-Identifier: Apache-2.0 */
/* What was read points into what was written, and a path that is named speaks to its API. */
#include "risk/api_code.h"

#include "support/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_str text = fuzz_text(data, size);
    struct pv_arena mem = {0};
    struct pv_api_codes codes = {0};
    struct pv_err err = {0};
    if (!pv_is_ok(pv_api_codes_parse(&mem, text, &codes, &err)))
        pv_assert(err.offset <= size && codes.list.n == 0);
    PV_VEC_EACH (const struct pv_api_code, code, &codes.list)
        pv_assert(code->api.n && is_inside(code->api, text) && is_inside(code->glob.pattern, text));
    pv_arena_clear(&mem);
    return 0;
}
