/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a catalog file: entries whose facts are values of their dimensions, or an error. */
#include "risk/service.h"

#include "support/fuzz.h"

enum { MEMORY_MAX = 64 << 20, NOW = 1800000000 };

static void check_claim(const struct pv_claim *claim, enum pv_dimension dimension)
{
    pv_assert((claim->fact & ~pv_fact_unknown(dimension)) == 0);
    pv_assert(claim->fact == 0 || claim->line > 0);
}

static void check_service(struct pv_arena *mem, const struct pv_entities *entities,
                          const struct pv_entity *entity)
{
    struct pv_service service = {0};
    if (!pv_is_ok(pv_service_resolve(mem, entities, entity, NOW, &service, NULL)))
        return;
    pv_assert(service.reach.fact && service.tier.fact && service.gate.fact);
    pv_assert(service.has_data == (service.data.n > 0));
    pv_assert(service.edges.n <= PV_RISK_EDGES_MAX);
    PV_VEC_EACH (const struct pv_edge, edge, &service.edges)
        pv_assert(edge->reach.fact && edge->gate.fact && edge->binding.fact);
}

static void check(enum pv_claim_source source, struct pv_str text)
{
    const struct pv_entity_file file = {.path = PV_STR("f"), .source = source};
    struct pv_arena mem = {.limit_bytes = MEMORY_MAX};
    struct pv_entities entities = {0};
    struct pv_err err = {0};
    struct pv_result result = pv_entities_read(&mem, &file, text, &entities, &err);
    pv_assert(pv_is_ok(result) || err.text[0] != '\0');
    for (size_t i = 0; pv_is_ok(result) && i < entities.list.n; i++) {
        const struct pv_entity *entity = &entities.list.p[i];
        pv_assert(entity->name.n > 0 || source != PV_CLAIM_CATALOG);
        check_claim(&entity->reach, PV_DIM_REACH);
        check_claim(&entity->tier, PV_DIM_TIER);
        check_claim(&entity->gate, PV_DIM_GATE);
        check_claim(&entity->binding, PV_DIM_SEALED);
        pv_assert((entity->data.n > 0) == (entity->holds.fact != 0));
        if (entity->kind == PV_ENTITY_COMPONENT && i < 8)
            check_service(&mem, &entities, entity);
    }
    pv_arena_clear(&mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check(PV_CLAIM_CATALOG, fuzz_text(data, size));
    check(PV_CLAIM_SIDECAR, fuzz_text(data, size));
    return 0;
}
