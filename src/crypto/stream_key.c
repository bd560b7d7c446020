/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/stream_key.h"

#include "base/alloc.h"
#include "crypto/library.h"

#include <pave/random.h>
#include <pave/secret.h>

/* The stream's context is the header and the canonical context: both are in its key. */
static PV_STATUS derive(const struct pv_key_entry *entry, const struct pave_field *fields,
                        size_t n_fields, const unsigned char *salt, struct pv_cobblestone **out,
                        bool is_seal)
{
    struct pv_context *context = pv_alloc(sizeof *context);
    if (!context)
        return PAVE_NO_MEMORY;
    enum pave_status status = pv_context_write(fields, n_fields, context);
    if (status == PAVE_OK) {
        pv_header_write(entry->header, context->bytes);
        status = pv_cobblestone_new(pv_sealer_key(entry->sealer), salt,
                                    (struct pv_str){(const char *)context->bytes, context->n},
                                    is_seal, out);
    }
    pv_release(context);
    return status;
}

PV_STATUS pv_stream_key_seal(struct pave_key *key, const struct pave_field *fields, size_t n_fields,
                             unsigned char head[PV_STREAM_HEAD], struct pv_cobblestone **out)
{
    const struct pv_key_entry *entry = NULL;
    unsigned char *salt = head + PV_HEADER_BYTES;

    PAVE_TRY(pv_key_check_fields(key, fields, n_fields));
    PAVE_TRY(pv_key_for_seal(key, &entry));
    if (entry->header.suite != PV_SUITE_COBBLESTONE)
        return PAVE_FORBIDDEN;
    PAVE_TRY(pv_sealer_count(entry->sealer));
    PAVE_TRY(pave_random_bytes(salt, PV_COBBLESTONE_SALT));
    pv_header_write(entry->header, head);
    PAVE_TRY(derive(entry, fields, n_fields, salt, out, true));
    memcpy(salt + PV_COBBLESTONE_SALT, pv_cobblestone_commitment(*out), 32);
    return PAVE_OK;
}

PV_STATUS pv_stream_key_open(struct pave_key *key, const struct pave_field *fields, size_t n_fields,
                             const unsigned char head[PV_STREAM_HEAD], struct pv_cobblestone **out)
{
    const struct pv_key_entry *entry = NULL;
    struct pv_header header = {0};
    struct pv_cobblestone *cobblestone = NULL;
    const unsigned char *salt = head + PV_HEADER_BYTES;

    /* A head is shorter than the shortest stream; its reader finds the end by itself. */
    PAVE_TRY(pv_header_read(head, PV_STREAM_HEAD + PV_CHUNK_TAG, &header));
    if (header.suite != PV_SUITE_COBBLESTONE)
        return PAVE_FORBIDDEN;
    PAVE_TRY(pv_key_check_fields(key, fields, n_fields));
    PAVE_TRY(pv_key_for_open(key, header, &entry));
    PAVE_TRY(derive(entry, fields, n_fields, salt, &cobblestone, false));
    if (!pave_equal(salt + PV_COBBLESTONE_SALT, pv_cobblestone_commitment(cobblestone), 32)) {
        pv_cobblestone_free(cobblestone);
        return PAVE_REFUSED;
    }
    *out = cobblestone;
    return PAVE_OK;
}
