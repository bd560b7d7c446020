/* SPDX-License-Identifier: Apache-2.0 */
#include "support/service_text.h"

#include "support/test.h"

struct pv_service service_of(struct pv_arena *mem, const char *catalog, int64_t now)
{
    const struct pv_entity_file file = {.path = PV_STR("c.yaml"), .source = PV_CLAIM_CATALOG};
    struct pv_entities *entities = NULL;
    struct pv_service service = {0};
    assert_ok(PV_NEW(mem, &entities, NULL));
    *entities = (struct pv_entities){0};
    assert_ok(pv_entities_read(mem, &file, pv_str_of(catalog), entities, NULL));
    PV_VEC_EACH (const struct pv_entity, entity, &entities->list) {
        if (entity->kind != PV_ENTITY_COMPONENT)
            continue;
        assert_ok(pv_service_resolve(mem, entities, entity, now, &service, NULL));
        return service;
    }
    fail();
    return service;
}
