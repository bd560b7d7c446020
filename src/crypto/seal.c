/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"
#include "crypto/library.h"

#include <pave/seal.h>
#include <pave/secret.h>

enum { PREFIX = 6 };
static const char prefix[] = "pave1:";
_Static_assert(sizeof prefix - 1 == PREFIX, "the size of the prefix");

/* A call on its way: the key and what it is to do. */
struct job {
    const struct pv_key_entry *entry;
    struct pv_sealer_call call;
    size_t n_out;
};

void pave_bytes_free(struct pave_bytes *bytes)
{
    if (!bytes)
        return;
    pave_wipe(bytes->p, bytes->n);
    pv_release(bytes->p);
    *bytes = (struct pave_bytes){0};
}

/* Both ways: what is asked for is in `job->call` already. */
static PV_STATUS prepare_seal(const struct pave_key *key, struct job *job)
{
    struct pv_sealer_call *call = &job->call;

    if (!key || (!call->in && call->n > 0) || (!call->fields && call->n_fields > 0))
        return PAVE_ARGUMENT;
    if (call->n > PV_MESSAGE_BYTES_MAX ||
        (key->purpose->bytes_max && call->n > key->purpose->bytes_max))
        return PAVE_LIMIT;
    PAVE_TRY(pv_key_for_seal(key, &job->entry));
    if (!job->entry->is_for_values)
        return PAVE_FORBIDDEN;
    call->required = key->purpose->fields;
    call->n_required = key->purpose->n_fields;
    job->n_out = call->n + job->entry->overhead;
    return PAVE_OK;
}

static PV_STATUS prepare_open(const struct pave_key *key, struct job *job)
{
    struct pv_sealer_call *call = &job->call;
    struct pv_header header = {0};

    if (!key || !call->in || (!call->fields && call->n_fields > 0))
        return PAVE_ARGUMENT;
    PAVE_TRY(pv_header_read(call->in, call->n, &header));
    PAVE_TRY(pv_key_for_open(key, header, &job->entry));
    if (!job->entry->is_for_values)
        return PAVE_FORBIDDEN;
    call->required = key->purpose->fields;
    call->n_required = key->purpose->n_fields;
    job->n_out = call->n - job->entry->overhead;
    return job->n_out > PV_MESSAGE_BYTES_MAX ? PAVE_LIMIT : PAVE_OK;
}

/* Runs either way into new bytes. */
static PV_STATUS run(const struct job *job, bool is_seal, struct pave_bytes *out)
{
    unsigned char *p = pv_alloc(job->n_out);
    if (!p)
        return PAVE_NO_MEMORY;
    enum pave_status status = is_seal ? pv_sealer_seal(job->entry->sealer, &job->call, p)
                                      : pv_sealer_open(job->entry->sealer, &job->call, p);
    if (status != PAVE_OK) {
        pv_release(p); /* wiped already */
        return status;
    }
    *out = (struct pave_bytes){p, job->n_out};
    return PAVE_OK;
}

enum pave_status pave_seal(struct pave_key *key, const void *message, size_t size,
                           const struct pave_field *fields, size_t n_fields, struct pave_bytes *out)
{
    struct job job = {.call = {.in = message, .n = size, .fields = fields, .n_fields = n_fields}};
    if (!out)
        return PAVE_ARGUMENT;
    *out = (struct pave_bytes){0};
    PAVE_TRY(prepare_seal(key, &job));
    return run(&job, true, out);
}

enum pave_status pave_open(struct pave_key *key, const void *sealed, size_t size,
                           const struct pave_field *fields, size_t n_fields, struct pave_bytes *out)
{
    struct job job = {.call = {.in = sealed, .n = size, .fields = fields, .n_fields = n_fields}};
    if (!out)
        return PAVE_ARGUMENT;
    *out = (struct pave_bytes){0};
    PAVE_TRY(prepare_open(key, &job));
    return run(&job, false, out);
}

size_t pave_sealed_size(const struct pave_key *key, size_t size)
{
    if (!key || key->primary == SIZE_MAX || size > PV_MESSAGE_BYTES_MAX)
        return 0;
    return size + pv_suite_overhead(key->entries[key->primary].header.suite);
}

static PV_STATUS check_room(const struct job *job, struct pave_room *out)
{
    if (job->n_out > out->capacity)
        return PAVE_LIMIT;
    return out->p || job->n_out == 0 ? PAVE_OK : PAVE_ARGUMENT;
}

enum pave_status pave_seal_into(struct pave_key *key, const void *message, size_t size,
                                const struct pave_field *fields, size_t n_fields,
                                struct pave_room *out)
{
    struct job job = {.call = {.in = message, .n = size, .fields = fields, .n_fields = n_fields}};
    if (!out)
        return PAVE_ARGUMENT;
    out->n = 0;
    PAVE_TRY(prepare_seal(key, &job));
    PAVE_TRY(check_room(&job, out));
    PAVE_TRY(pv_sealer_seal(job.entry->sealer, &job.call, out->p));
    out->n = job.n_out;
    return PAVE_OK;
}

enum pave_status pave_open_into(struct pave_key *key, const void *sealed, size_t size,
                                const struct pave_field *fields, size_t n_fields,
                                struct pave_room *out)
{
    struct job job = {.call = {.in = sealed, .n = size, .fields = fields, .n_fields = n_fields}};
    unsigned char nothing = 0;
    if (!out)
        return PAVE_ARGUMENT;
    out->n = 0;
    PAVE_TRY(prepare_open(key, &job));
    PAVE_TRY(check_room(&job, out));
    PAVE_TRY(pv_sealer_open(job.entry->sealer, &job.call, out->p ? out->p : &nothing));
    out->n = job.n_out;
    return PAVE_OK;
}

enum pave_status pave_seal_text(struct pave_key *key, const void *message, size_t size,
                                const struct pave_field *fields, size_t n_fields,
                                struct pave_bytes *out)
{
    struct pave_bytes sealed = {0};
    if (!out)
        return PAVE_ARGUMENT;
    *out = (struct pave_bytes){0};
    PAVE_TRY(pave_seal(key, message, size, fields, n_fields, &sealed));
    size_t n = PREFIX + pv_base64url_size(sealed.n);
    unsigned char *text = pv_alloc(n + 1);
    if (text) {
        memcpy(text, prefix, PREFIX);
        pv_base64url_write(sealed.p, sealed.n, (char *)text + PREFIX);
        *out = (struct pave_bytes){text, n};
    }
    pave_bytes_free(&sealed);
    return text ? PAVE_OK : PAVE_NO_MEMORY;
}

enum pave_status pave_open_text(struct pave_key *key, const char *text, size_t size,
                                const struct pave_field *fields, size_t n_fields,
                                struct pave_bytes *out)
{
    size_t n = 0;
    if (!out || !text)
        return PAVE_ARGUMENT;
    *out = (struct pave_bytes){0};
    if (size <= PREFIX || memcmp(text, prefix, PREFIX) != 0)
        return PAVE_NOT_SEALED;
    unsigned char *sealed = pv_alloc(size);
    if (!sealed)
        return PAVE_NO_MEMORY;
    enum pave_status status = PAVE_NOT_SEALED;
    if (pv_base64url_read((struct pv_str){text + PREFIX, size - PREFIX}, sealed, size, &n))
        status = pave_open(key, sealed, n, fields, n_fields, out);
    pv_release(sealed);
    return status;
}

enum pave_status pave_reseal(struct pave_key *key, const void *sealed, size_t size,
                             const struct pave_field *fields, size_t n_fields,
                             struct pave_bytes *out)
{
    const struct pv_key_entry *primary = NULL;
    struct pave_bytes message = {0};
    struct pv_header header = {0};

    PAVE_TRY(pave_open(key, sealed, size, fields, n_fields, &message));
    if (!out) {
        pave_bytes_free(&message);
        return PAVE_ARGUMENT;
    }
    *out = (struct pave_bytes){0};
    enum pave_status status = pv_key_for_seal(key, &primary);
    if (status == PAVE_OK)
        status = pv_header_read(sealed, size, &header);
    if (status == PAVE_OK && header.key_id != primary->header.key_id)
        status = pave_seal(key, message.p, message.n, fields, n_fields, out);
    pave_bytes_free(&message);
    return status;
}

static PV_STATUS batch(struct pave_key *key, struct pave_item *items, size_t n_items, bool is_seal)
{
    enum pave_status first = PAVE_OK;
    if (!items && n_items > 0)
        return PAVE_ARGUMENT;
    for (size_t i = 0; i < n_items; i++) {
        struct pave_item *item = &items[i];
        item->status =
            is_seal
                ? pave_seal(key, item->in, item->size, item->fields, item->n_fields, &item->out)
                : pave_open(key, item->in, item->size, item->fields, item->n_fields, &item->out);
        if (first == PAVE_OK)
            first = item->status;
    }
    return first;
}

enum pave_status pave_seal_batch(struct pave_key *key, struct pave_item *items, size_t n_items)
{
    return batch(key, items, n_items, true);
}

enum pave_status pave_open_batch(struct pave_key *key, struct pave_item *items, size_t n_items)
{
    return batch(key, items, n_items, false);
}
