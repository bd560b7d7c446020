/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/service.h"

#include "base/attr.h"
#include "risk/kin.h"

struct pv_str pv_owner_source_text(enum pv_owner_source source)
{
    switch (source) {
    case PV_OWNER_NONE: return PV_STR("none");
    case PV_OWNER_CODEOWNERS: return PV_STR("codeowners");
    case PV_OWNER_COMPONENT: return PV_STR("component");
    case PV_OWNER_SYSTEM: return PV_STR("system");
    case PV_OWNER_DOMAIN: return PV_STR("domain");
    }
    return PV_STR("none");
}

static struct pv_resolved known_reach(const struct pv_kin *kin, int64_t now)
{
    return pv_kin_resolve(kin, offsetof(struct pv_entity, reach), PV_CLAIM_OF_EXPOSURE,
                          PV_DIM_REACH, now);
}

static struct pv_resolved known_gate(const struct pv_kin *kin, int64_t now)
{
    return pv_kin_resolve(kin, offsetof(struct pv_entity, gate), PV_CLAIM_OF_GATE, PV_DIM_GATE,
                          now);
}

static void read_owner(const struct pv_kin *kin, struct pv_service *out)
{
    static const enum pv_owner_source sources[] = {
        [PV_ENTITY_COMPONENT] = PV_OWNER_COMPONENT,
        [PV_ENTITY_API] = PV_OWNER_COMPONENT,
        [PV_ENTITY_SYSTEM] = PV_OWNER_SYSTEM,
        [PV_ENTITY_DOMAIN] = PV_OWNER_DOMAIN,
    };
    const struct pv_entity *entity = pv_kin_owner(kin);
    if (!entity)
        return;
    out->owner = entity->owner;
    out->owner_source = sources[entity->kind];
}

/* Types may be named in each file that describes the Component. */
static PV_RESULT read_types(struct pv_arena *mem, const struct pv_kin *kin, struct pv_service *out,
                            struct pv_err *err)
{
    const struct pv_kin_level *own = &kin->levels[0];
    for (size_t i = 0; i < own->n; i++)
        PV_VEC_EACH (const struct pv_data_type, type, &own->members[i]->types.list) {
            struct pv_data_type *slot = NULL;
            PV_TRY(PV_VEC_PUSH(mem, &out->types.list, &slot, err));
            *slot = *type;
        }
    return PV_SUCCESS;
}

static PV_RESULT read_codes(struct pv_arena *mem, const struct pv_kin *kin, struct pv_service *out,
                            struct pv_err *err)
{
    const struct pv_kin_level *own = &kin->levels[0];
    for (size_t i = 0; i < own->n; i++)
        PV_VEC_EACH (const struct pv_api_code, code, &own->members[i]->codes.list) {
            struct pv_api_code *slot = NULL;
            PV_TRY(PV_VEC_PUSH(mem, &out->codes.list, &slot, err));
            *slot = *code;
        }
    return PV_SUCCESS;
}

static void resolve_edge(const struct pv_entities *entities, int64_t now, struct pv_edge *edge,
                         struct pv_str *missing)
{
    struct pv_kin kin = {0};
    struct pv_kin with_providers = {0};
    pv_kin_of_api(entities, edge->name, false, &kin);
    pv_kin_of_api(entities, edge->name, true, &with_providers);
    const struct pv_entity *owner = pv_kin_owner(&kin);
    if (kin.levels[0].n == 0)
        *missing = edge->name;
    edge->owner = owner ? owner->owner : (struct pv_str){0};
    edge->holds = pv_kin_data(&kin, now, &edge->data);
    edge->reach = known_reach(&with_providers, now);
    edge->gate = known_gate(&with_providers, now);
    edge->binding = pv_kin_resolve(&kin, offsetof(struct pv_entity, binding), PV_CLAIM_OF_BINDING,
                                   PV_DIM_SEALED, now);
    pv_kin_obligations(&with_providers, now, &edge->obligations);
}

static PV_RESULT add_edge(struct pv_arena *mem, const struct pv_entities *entities,
                          struct pv_edge edge, int64_t now, struct pv_service *out,
                          struct pv_err *err)
{
    struct pv_edge *slot = NULL;
    PV_VEC_EACH (const struct pv_edge, known, &out->edges)
        if (pv_str_eq(known->name, edge.name) && known->is_consumed == edge.is_consumed)
            return PV_SUCCESS;
    if (out->edges.n == PV_RISK_EDGES_MAX)
        return PV_SUCCESS; /* each of its files has been held to that */
    resolve_edge(entities, now, &edge, &out->missing);
    PV_TRY(PV_VEC_PUSH(mem, &out->edges, &slot, err));
    *slot = edge;
    return PV_SUCCESS;
}

static PV_RESULT add_edges(struct pv_arena *mem, const struct pv_entities *entities,
                           const struct pv_kin *kin, int64_t now, struct pv_service *out,
                           struct pv_err *err)
{
    const struct pv_kin_level *own = &kin->levels[0];
    for (size_t i = 0; i < own->n; i++)
        PV_VEC_EACH (const struct pv_str, name, &own->members[i]->consumes.list)
            PV_TRY(add_edge(mem, entities, (struct pv_edge){.name = *name, .is_consumed = true},
                            now, out, err));
    for (size_t i = 0; i < own->n; i++)
        PV_VEC_EACH (const struct pv_str, name, &own->members[i]->provides.list)
            PV_TRY(add_edge(mem, entities, (struct pv_edge){.name = *name}, now, out, err));
    return PV_SUCCESS;
}

PV_RESULT pv_service_resolve(struct pv_arena *mem, const struct pv_entities *entities,
                             const struct pv_entity *component, int64_t now, struct pv_service *out,
                             struct pv_err *err)
{
    struct pv_kin kin = {0};
    struct pv_service service = {
        .name = component->name, .file = component->at.file, .line = component->at.line};
    pv_kin_of_component(entities, component->name, &kin);
    service.missing = kin.missing;
    service.reach = known_reach(&kin, now);
    service.gate = known_gate(&kin, now);
    service.tier =
        pv_kin_resolve(&kin, offsetof(struct pv_entity, tier), PV_CLAIM_OF_TIER, PV_DIM_TIER, now);
    service.holds = pv_kin_data(&kin, now, &service.data);
    service.has_data = service.data.n > 0;
    pv_kin_obligations(&kin, now, &service.obligations);
    read_owner(&kin, &service);
    PV_TRY(read_types(mem, &kin, &service, err));
    PV_TRY(read_codes(mem, &kin, &service, err));
    PV_TRY(add_edges(mem, entities, &kin, now, &service, err));
    *out = service;
    return PV_SUCCESS;
}
