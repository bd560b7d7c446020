/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/service_proof.h"

#include "engine/proof/proof_tags.h"
#include "engine/scan/walk.h"

void pv_sealings_clear(struct pv_sealings *sealings)
{
    PV_VEC_EACH (struct pv_sealing, sealing, &sealings->list)
        pv_proof_clear(&sealing->proof);
    *sealings = (struct pv_sealings){0};
}

/* Whether `path` lies below no nearer catalog file than the service's own. */
static PV_RESULT is_own(struct pv_catalog *catalog, const struct pv_service *service,
                        struct pv_str path, bool *out, struct pv_err *err)
{
    const struct pv_service *owner = NULL;
    struct pv_str file = service->file;
    struct pv_str name = service->name;
    PV_TRY(pv_catalog_find(catalog, path, &owner, err));
    *out = owner && pv_str_eq(owner->file, file) && pv_str_eq(owner->name, name);
    return PV_SUCCESS;
}

/* What is below the catalog file's folder, without what is of services within it. */
static PV_RESULT find_files(struct pv_arena *mem, struct pv_catalog *catalog,
                            const struct pv_service *service, struct pv_targets *out,
                            struct pv_err *err)
{
    const struct pv_walk_options options = {0};
    size_t slash = pv_str_rfind_byte(service->file, '/');
    struct pv_str folder = slash == SIZE_MAX ? PV_STR(".") : pv_str_sub(service->file, 0, slash);
    size_t kept = 0;
    bool is_kept = false;
    PV_TRY(pv_walk(mem, &folder, 1, &options, out, err));
    for (size_t i = 0; i < out->files.n; i++) {
        PV_TRY(is_own(catalog, service, out->files.p[i].path, &is_kept, err));
        if (is_kept)
            out->files.p[kept++] = out->files.p[i];
    }
    out->files.n = kept;
    kept = 0;
    for (size_t i = 0; i < out->unreadable.n; i++) {
        PV_TRY(is_own(catalog, service, out->unreadable.p[i].path, &is_kept, err));
        if (is_kept)
            out->unreadable.p[kept++] = out->unreadable.p[i];
    }
    out->unreadable.n = kept;
    return PV_SUCCESS;
}

static PV_RESULT say_place(struct pv_arena *mem, const struct pv_proof *proof,
                           struct pv_data_item *item, struct pv_err *err)
{
    item->proof = proof->state;
    if (!proof->shown)
        return PV_SUCCESS;
    return pv_str_format(mem, &item->proof_place, err, "%.*s:%u", PV_STR_FMT(proof->shown->path),
                         proof->shown->start.line);
}

/* An item that is listed twice, as stored and in transit, is the same data. */
static PV_RESULT write_items(struct pv_arena *mem, struct pv_service *service,
                             const struct pv_sealing *sealing, struct pv_err *err)
{
    for (size_t i = 0; i < service->data.n; i++)
        if (pv_str_eq(service->data.items[i].name, sealing->type->item))
            PV_TRY(say_place(mem, &sealing->proof, &service->data.items[i], err));
    return PV_SUCCESS;
}

/* What the catalog names for an item, and what the code itself marks. */
static PV_RESULT find_names(struct pv_arena *mem, const struct pv_service *service,
                            const struct pv_targets *targets, struct pv_data_type *type,
                            struct pv_str *unread, struct pv_err *err)
{
    PV_VEC_EACH (const struct pv_data_type, known, &service->types.list)
        for (size_t i = 0; pv_str_eq(known->item, type->item) && i < known->names.n; i++)
            if (type->names.n < PV_PROOF_NAMES_MAX)
                type->names.list[type->names.n++] = known->names.list[i];
    return pv_proof_tags_read(mem, targets, type->item, &type->names, unread, err);
}

/* What is too much to prove is not proved; all else about the service still holds. */
static PV_RESULT settle(struct pv_arena *mem, struct pv_result result, const struct pv_err *why,
                        struct pv_proof *out, struct pv_err *err)
{
    if (pv_is_ok(result))
        return PV_SUCCESS;
    if (result.code != PV_LIMIT)
        return pv_fail(err, result.code, why->offset, "%s", why->text);
    out->state = PV_PROOF_OPEN;
    return pv_str_copy(mem, pv_str_of(why->text), &out->why, err);
}

static PV_RESULT prove_item(struct pv_arena *mem, struct pv_service *service, struct pv_str item,
                            const struct pv_proof_options *options, struct pv_sealings *out,
                            struct pv_err *err)
{
    struct pv_data_type *type = NULL;
    struct pv_sealing *sealing = NULL;
    PV_VEC_EACH (const struct pv_sealing, known, &out->list)
        if (pv_str_eq(known->type->item, item))
            return PV_SUCCESS;
    PV_TRY(PV_NEW(mem, &type, err));
    *type = (struct pv_data_type){.item = item};
    struct pv_err why = {0};
    struct pv_result result = find_names(mem, service, options->targets, type, &out->unread, &why);
    if (pv_is_ok(result) && type->names.n == 0)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(mem, &out->list, &sealing, err));
    *sealing = (struct pv_sealing){.type = type};
    if (pv_is_ok(result))
        result = pv_proof_run(options, &type->names, &sealing->proof, &why);
    PV_TRY(settle(mem, result, &why, &sealing->proof, err));
    return write_items(mem, service, sealing, err);
}

PV_RESULT pv_sealings_prove(struct pv_arena *mem, struct pv_catalog *catalog,
                            struct pv_service *service, const struct pv_proof_options *options,
                            struct pv_sealings *out, struct pv_err *err)
{
    struct pv_targets targets = {0};
    struct pv_proof_options own = *options;
    if (service->data.n == 0)
        return PV_SUCCESS;
    PV_TRY(find_files(mem, catalog, service, &targets, err));
    own.targets = &targets;
    for (size_t i = 0; i < service->data.n; i++)
        PV_TRY(prove_item(mem, service, service->data.items[i].name, &own, out, err));
    /* Looking for owners may have moved the catalog's services. */
    PV_VEC_EACH (struct pv_service, at, &catalog->services)
        if (pv_str_eq(at->file, service->file) && pv_str_eq(at->name, service->name))
            at->data = service->data;
    return PV_SUCCESS;
}
