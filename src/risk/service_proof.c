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

/* The files below the catalog file's folder, without those of services within it. */
static PV_RESULT find_files(struct pv_arena *mem, struct pv_catalog *catalog,
                            const struct pv_service *service, struct pv_targets *out,
                            struct pv_err *err)
{
    const struct pv_walk_options options = {0};
    struct pv_str name = service->name;
    size_t slash = pv_str_rfind_byte(service->file, '/');
    struct pv_str folder = slash == SIZE_MAX ? PV_STR(".") : pv_str_sub(service->file, 0, slash);
    struct pv_str file = service->file;
    size_t kept = 0;
    PV_TRY(pv_walk(mem, &folder, 1, &options, out, err));
    for (size_t i = 0; i < out->files.n; i++) {
        const struct pv_service *owner = NULL;
        PV_TRY(pv_catalog_find(catalog, out->files.p[i].path, &owner, err));
        if (owner && pv_str_eq(owner->file, file) && pv_str_eq(owner->name, name))
            out->files.p[kept++] = out->files.p[i];
    }
    out->files.n = kept;
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
                            struct pv_err *err)
{
    PV_VEC_EACH (const struct pv_data_type, known, &service->types.list)
        for (size_t i = 0; pv_str_eq(known->item, type->item) && i < known->names.n; i++)
            if (type->names.n < PV_PROOF_NAMES_MAX)
                type->names.list[type->names.n++] = known->names.list[i];
    return pv_proof_tags_read(mem, targets, type->item, &type->names, err);
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
    PV_TRY(find_names(mem, service, options->targets, type, err));
    if (type->names.n == 0)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(mem, &out->list, &sealing, err));
    *sealing = (struct pv_sealing){.type = type};
    PV_TRY(pv_proof_run(options, &type->names, &sealing->proof, err));
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
