/* SPDX-License-Identifier: Apache-2.0 */
/* Valid text comes back byte for byte from its code points; all else becomes valid. */
#include "support/fuzz.h"

#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf copy = {0};
    struct pv_str text = fuzz_text(data, size);
    struct pv_utf8_text read = {0};
    for (size_t at = 0; at < text.n;)
        pv_utf8_add(&copy, pv_utf8_take(text, &at));
    pv_assert(pv_is_ok(pv_buf_result(&copy, NULL)));
    pv_assert(pv_utf8_is_valid(pv_buf_str(&copy)));
    pv_assert(!pv_utf8_is_valid(text) || pv_str_eq(pv_buf_str(&copy), text));
    pv_assert(pv_is_ok(pv_utf8_read(&mem, text, &read, NULL)));
    pv_assert(!read.is_transcoded || pv_utf8_is_valid(read.text));
    return 0;
}
