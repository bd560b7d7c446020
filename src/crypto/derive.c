/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/bytes.h"
#include "crypto/library.h"

#include <pave/derive.h>

enum { BYTES_MIN = 16, BYTES_MAX = 64 };

static const char label[] = "pave/v1/derive";

/* The info of HKDF: the label, the size, and the context. */
struct info {
    struct pv_context context;
    unsigned char bytes[sizeof label + 4 + PV_CONTEXT_BYTES_MAX];
};

static PV_STATUS expand(const struct pv_key_entry *entry, const struct pave_field *fields,
                        size_t n_fields, struct pave_secret *out)
{
    struct info *info = pv_alloc(sizeof *info);
    if (!info)
        return PAVE_NO_MEMORY;
    enum pave_status status = pv_context_write(fields, n_fields, &info->context);
    if (status == PAVE_OK) {
        unsigned char *at = pv_bytes_put(info->bytes, label, sizeof label - 1);
        at = pv_bytes_put_u32(at, (uint32_t)pave_secret_size(out));
        at = pv_bytes_put(at, info->context.bytes + PV_CONTEXT_HEAD,
                          info->context.n - PV_CONTEXT_HEAD);
        struct pv_str text = {(const char *)info->bytes, (size_t)(at - info->bytes)};
        status = pv_hkdf_expand(PV_SHA256, pv_sealer_key(entry->sealer), text,
                                pave_secret_bytes(out), pave_secret_size(out));
    }
    pv_release(info);
    return status;
}

/* The key that is asked for. What seals no more may go on deriving, as it goes on opening. */
static PV_STATUS choose(const struct pave_key *key, uint32_t key_id,
                        const struct pv_key_entry **out)
{
    if (key->n_entries == 0 || key->entries[0].header.suite != PV_SUITE_DERIVE)
        return PAVE_FORBIDDEN;
    if (key_id == 0)
        return pv_key_for_seal(key, out);
    return pv_key_for_open(key, (struct pv_header){PV_SUITE_DERIVE, key_id}, out);
}

enum pave_status pave_derive(struct pave_key *key, uint32_t *key_id,
                             const struct pave_field *fields, size_t n_fields, size_t size,
                             struct pave_secret **out)
{
    const struct pv_key_entry *entry = NULL;
    struct pave_secret *made = NULL;

    if (!out)
        return PAVE_ARGUMENT;
    *out = NULL;
    if (!key || !key_id || size < BYTES_MIN || size > BYTES_MAX)
        return PAVE_ARGUMENT;
    PAVE_TRY(pv_key_check_fields(key, fields, n_fields));
    PAVE_TRY(choose(key, *key_id, &entry));
    PAVE_TRY(pave_secret_new(size, &made));
    enum pave_status status = expand(entry, fields, n_fields, made);
    if (status != PAVE_OK) {
        pave_secret_free(made);
        return status;
    }
    *key_id = entry->header.key_id;
    *out = made;
    return PAVE_OK;
}
