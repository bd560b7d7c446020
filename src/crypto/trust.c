/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/context.h"
#include "crypto/identity.h"
#include "crypto/record.h"

#include <sodium.h>

void pave_trust_close(struct pave_trust *trust)
{
    if (!trust)
        return;
    pv_arena_clear(&trust->mem);
    pv_release(trust);
}

static PV_STATUS add_one(struct pave_trust *trust, const struct pv_record *map,
                         struct pave_error *err)
{
    struct pv_trusted one = {0};
    struct pv_str text = {0};
    struct pv_trusted *slot = NULL;

    if (map->kind != PV_RECORD_MAP)
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "expected a map with name and public");
    PAVE_TRY(pv_record_only(map, "name public", err));
    PAVE_TRY(pv_record_text(map, "name", &one.name, err));
    PAVE_TRY(pv_record_text(map, "public", &text, err));
    if (!pv_context_is_name(one.name))
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "a name is 1 to 64 of a-z 0-9 _ . -");
    if (pv_party_read(text, &one.party) != PAVE_OK)
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "\"public\": expected pave-id1:…");
    const struct pv_trusted *same = pv_trust_of_id(trust, one.party.id);
    if (same && !pv_str_eq(same->name, one.name))
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "one identity under two names");
    PAVE_TRY(pv_status_of(PV_VEC_PUSH(&trust->mem, &trust->list, &slot, NULL)));
    *slot = one;
    return PAVE_OK;
}

static PV_STATUS read_list(struct pave_trust *trust, struct pv_str text, struct pave_error *err)
{
    struct pv_record *map = NULL;
    const struct pv_record *list = NULL;
    struct pv_str form = {0};

    PAVE_TRY(pv_record_read(&trust->mem, text, &map, err));
    PAVE_TRY(pv_record_text(map, "pave", &form, err));
    if (!pv_str_eq(form, PV_STR("trust/1")))
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "\"pave\": expected trust/1");
    PAVE_TRY(pv_record_only(map, "pave identities", err));
    PAVE_TRY(pv_record_child(map, "identities", PV_RECORD_LIST, &list, err));
    for (const struct pv_record *one = list->first; one; one = one->next)
        PAVE_TRY(add_one(trust, one, err));
    return PAVE_OK;
}

enum pave_status pave_trust_read(const char *text, size_t size, struct pave_trust **out,
                                 struct pave_error *err)
{
    if (!text || !out)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "text and a place for the trust are needed");
    *out = NULL;
    if (size > PV_TRUST_BYTES_MAX)
        return pv_refuse(err, PAVE_LIMIT, size, "at most %d bytes", PV_TRUST_BYTES_MAX);
    if (sodium_init() < 0)
        return PAVE_BACKEND;
    struct pave_trust *trust = pv_alloc(sizeof *trust);
    if (!trust)
        return pv_refuse(err, PAVE_NO_MEMORY, 0, "out of memory");
    *trust = (struct pave_trust){0};
    enum pave_status status = read_list(trust, (struct pv_str){text, size}, err);
    if (status != PAVE_OK) {
        pave_trust_close(trust);
        return status;
    }
    *out = trust;
    return PAVE_OK;
}

const struct pv_trusted *pv_trust_named(const struct pave_trust *trust, struct pv_str name)
{
    const struct pv_trusted *found = NULL;
    for (size_t i = 0; i < trust->list.n; i++) {
        if (pv_str_eq(trust->list.p[i].name, name))
            found = &trust->list.p[i];
    }
    return found;
}

const struct pv_trusted *pv_trust_of_id(const struct pave_trust *trust, const unsigned char *id)
{
    for (size_t i = 0; i < trust->list.n; i++) {
        if (memcmp(trust->list.p[i].party.id, id, PV_PARTY_ID_BYTES) == 0)
            return &trust->list.p[i];
    }
    return NULL;
}
