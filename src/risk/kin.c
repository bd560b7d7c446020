/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/kin.h"

/* Adds all entries of that kind and name as one level; false when there are none. */
static bool add_level(const struct pv_entities *entities, enum pv_entity_kind kind,
                      struct pv_str name, struct pv_kin *kin)
{
    struct pv_kin_level *level = &kin->levels[kin->n];
    if (kin->n == PV_KIN_LEVELS)
        return false;
    PV_VEC_EACH (const struct pv_entity, entity, &entities->list)
        if (entity->kind == kind && pv_str_eq(entity->name, name) && level->n < PV_RISK_CLAIMS_MAX)
            level->members[level->n++] = entity;
    kin->n++;
    return level->n > 0;
}

static bool provides(const struct pv_entity *entity, struct pv_str api)
{
    PV_VEC_EACH (const struct pv_str, name, &entity->provides.list)
        if (entity->kind == PV_ENTITY_COMPONENT && pv_str_eq(*name, api))
            return true;
    return false;
}

static void add_providers(const struct pv_entities *entities, struct pv_str api, struct pv_kin *kin)
{
    struct pv_kin_level *level = &kin->levels[kin->n++];
    PV_VEC_EACH (const struct pv_entity, entity, &entities->list)
        if (provides(entity, api) && level->n < PV_RISK_CLAIMS_MAX)
            level->members[level->n++] = entity;
}

/* The System that any entry so far names; else nothing. */
static struct pv_str system_of(const struct pv_kin *kin)
{
    for (size_t i = 0; i < kin->n; i++)
        for (size_t j = 0; j < kin->levels[i].n; j++)
            if (kin->levels[i].members[j]->of_system.n)
                return kin->levels[i].members[j]->of_system;
    return (struct pv_str){0};
}

/* The Domain that the last level names. */
static struct pv_str domain_of(const struct pv_kin *kin)
{
    const struct pv_kin_level *last = &kin->levels[kin->n - 1];
    for (size_t j = 0; j < last->n; j++)
        if (last->members[j]->of_domain.n)
            return last->members[j]->of_domain;
    return (struct pv_str){0};
}

/* Domains within Domains end with the levels, whatever they name. */
static void add_above(const struct pv_entities *entities, struct pv_kin *kin)
{
    struct pv_str above = system_of(kin);
    enum pv_entity_kind kind = PV_ENTITY_SYSTEM;
    while (above.n && kin->n < PV_KIN_LEVELS) {
        if (!add_level(entities, kind, above, kin)) {
            kin->missing = above;
            return;
        }
        kind = PV_ENTITY_DOMAIN;
        above = domain_of(kin);
    }
}

void pv_kin_of_component(const struct pv_entities *entities, struct pv_str name, struct pv_kin *out)
{
    *out = (struct pv_kin){0};
    (void)add_level(entities, PV_ENTITY_COMPONENT, name, out);
    add_above(entities, out);
}

void pv_kin_of_api(const struct pv_entities *entities, struct pv_str name, bool has_providers,
                   struct pv_kin *out)
{
    *out = (struct pv_kin){0};
    (void)add_level(entities, PV_ENTITY_API, name, out);
    if (has_providers)
        add_providers(entities, name, out);
    add_above(entities, out);
}

static const struct pv_claim *claim_at(const struct pv_entity *entity, size_t offset)
{
    return (const struct pv_claim *)(const void *)((const char *)entity + offset);
}

/* What is said above is inherited, wherever it was written. */
static struct pv_claim as_seen(const struct pv_claim *claim, size_t level)
{
    struct pv_claim seen = *claim;
    if (level > 0 && seen.source != PV_CLAIM_OBSERVED)
        seen.source = PV_CLAIM_INHERITED;
    return seen;
}

struct pv_resolved pv_kin_resolve(const struct pv_kin *kin, size_t claim, enum pv_claim_kind kind,
                                  enum pv_dimension dimension, int64_t now)
{
    for (size_t i = 0; i < kin->n; i++) {
        struct pv_claim claims[PV_RISK_CLAIMS_MAX];
        const struct pv_kin_level *level = &kin->levels[i];
        for (size_t j = 0; j < level->n; j++)
            claims[j] = *claim_at(level->members[j], claim);
        struct pv_resolved known = pv_claims_resolve(claims, level->n, kind, dimension, now);
        if (known.state == PV_CLAIM_UNSET)
            continue;
        known.claim = as_seen(&known.claim, i);
        return known;
    }
    return pv_resolved_unset(dimension);
}

static bool has_all_names(const struct pv_data_items *items, const struct pv_data_items *of)
{
    for (size_t i = 0; i < of->n; i++) {
        bool is_there = false;
        for (size_t j = 0; j < items->n; j++)
            is_there |= pv_str_eq(items->items[j].name, of->items[i].name);
        if (!is_there)
            return false;
    }
    return true;
}

static bool is_listed(const struct pv_data_items *items, const struct pv_data_item *item)
{
    for (size_t i = 0; i < items->n; i++)
        if (pv_str_eq(items->items[i].name, item->name) && items->items[i].roles == item->roles)
            return true;
    return false;
}

static void add_items(const struct pv_entity *entity, struct pv_data_items *out)
{
    for (size_t i = 0; i < entity->data.n && out->n < PV_RISK_ITEMS_MAX; i++)
        if (!is_listed(out, &entity->data.items[i]))
            out->items[out->n++] = entity->data.items[i];
    for (size_t i = 0; i < entity->sealed.n; i++)
        for (size_t j = 0; j < out->n; j++)
            if (pv_str_eq(out->items[j].name, entity->sealed.items[i].name))
                out->items[j].is_claimed = true;
}

/* The entry at this level whose claim is not the `known` one and says other data. */
static const struct pv_entity *find_other(const struct pv_kin_level *level, int64_t now,
                                          const struct pv_data_items *all)
{
    for (size_t j = 0; j < level->n; j++) {
        const struct pv_entity *entity = level->members[j];
        if (entity->holds.fact && !has_all_names(&entity->data, all) &&
            !pv_claim_is_expired(&entity->holds, PV_CLAIM_OF_DATA, now))
            return entity;
    }
    return NULL;
}

struct pv_resolved pv_kin_data(const struct pv_kin *kin, int64_t now, struct pv_data_items *out)
{
    size_t offset = offsetof(struct pv_entity, holds);
    struct pv_resolved known = pv_kin_resolve(kin, offset, PV_CLAIM_OF_DATA, PV_DIM_DATA, now);
    *out = (struct pv_data_items){0};
    for (size_t i = 0; i < kin->n && out->n == 0 && known.state != PV_CLAIM_EXPIRED; i++) {
        const struct pv_kin_level *level = &kin->levels[i];
        for (size_t j = 0; j < level->n; j++)
            if (!level->members[j]->holds.fact ||
                !pv_claim_is_expired(&level->members[j]->holds, PV_CLAIM_OF_DATA, now))
                add_items(level->members[j], out);
        const struct pv_entity *other = find_other(level, now, out);
        if (!other)
            continue;
        known.state = PV_CLAIM_CONFLICT;
        known.other = other->holds;
    }
    return known;
}

static void add_obligation(const struct pv_entity *entity, struct pv_str name, bool is_sure,
                           size_t level, struct pv_obligations *out)
{
    struct pv_claim claim = as_seen(&entity->obliged, level);
    for (size_t i = 0; i < out->n; i++)
        if (pv_str_eq(out->list[i].name, name)) {
            out->list[i].is_sure |= is_sure;
            return;
        }
    if (out->n < PV_RISK_OBLIGATIONS_MAX)
        out->list[out->n++] = (struct pv_obligation){name, is_sure, claim};
}

void pv_kin_obligations(const struct pv_kin *kin, int64_t now, struct pv_obligations *out)
{
    *out = (struct pv_obligations){0};
    for (size_t i = 0; i < kin->n; i++)
        for (size_t j = 0; j < kin->levels[i].n; j++) {
            const struct pv_entity *entity = kin->levels[i].members[j];
            bool is_sure = !pv_claim_is_expired(&entity->obliged, PV_CLAIM_OF_OBLIGATIONS, now);
            PV_VEC_EACH (const struct pv_str, name, &entity->obligations.list)
                add_obligation(entity, *name, is_sure, i, out);
        }
}

const struct pv_entity *pv_kin_owner(const struct pv_kin *kin)
{
    for (size_t i = 0; i < kin->n; i++)
        for (size_t j = 0; j < kin->levels[i].n; j++)
            if (kin->levels[i].members[j]->owner.n)
                return kin->levels[i].members[j];
    return NULL;
}
