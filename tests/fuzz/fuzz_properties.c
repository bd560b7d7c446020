/* SPDX-License-Identifier: Apache-2.0 */
/* What is found has been in the text; the same file twice agrees with itself or says nothing. */
#include "support/fuzz.h"

#include "engine/facts/properties.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {0};
    struct pv_properties once = {0};
    struct pv_properties twice = {0};
    struct pv_str text = fuzz_text(data, size);
    struct pv_str name = PV_STR("a.properties");
    bool is_read = pv_is_ok(pv_properties_add(&mem, &once, name, text, NULL)) &&
                   pv_is_ok(pv_properties_add(&mem, &twice, name, text, NULL)) &&
                   pv_is_ok(pv_properties_add(&mem, &twice, name, text, NULL));
    if (is_read)
        pv_assert(once.values.n == twice.values.n);
    PV_VEC_EACH (const struct pv_str, value, &once.values)
        pv_assert(value->n == 0 || pv_str_find(text, *value, 0) != SIZE_MAX);
    pv_arena_clear(&mem);
    return 0;
}
