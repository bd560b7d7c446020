/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a catalog file: a service whose facts are values of their dimensions, or an error. */
#include "risk/service.h"

#include "support/fuzz.h"

enum { MEMORY_MAX = 64 << 20 };

static bool is_fact(pv_fact fact, enum pv_dimension dimension)
{
    return fact != 0 && (fact & ~pv_fact_unknown(dimension)) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = MEMORY_MAX};
    struct pv_service service = {0};
    struct pv_err err = {0};
    struct pv_result result =
        pv_service_read(&mem, PV_STR("catalog-info.yaml"), fuzz_text(data, size), &service, &err);
    if (pv_is_ok(result)) {
        pv_assert(service.name.n > 0);
        pv_assert(is_fact(service.reach, PV_DIM_REACH) && is_fact(service.tier, PV_DIM_TIER) &&
                  is_fact(service.gate, PV_DIM_GATE));
        pv_assert(service.has_data == (service.data.n > 0));
    } else {
        pv_assert(err.text[0] != '\0' && service.name.n == 0);
    }
    pv_arena_clear(&mem);
    return 0;
}
