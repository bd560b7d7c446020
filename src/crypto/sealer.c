/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/sealer.h"

#include "crypto/guarded.h"
#include "crypto/nonce_pool.h"
#include "crypto/xchacha.h"

#include <pave/secret.h>

#include <stdatomic.h>

enum { WORKERS = 16, COMMITMENT_AT = PV_HEADER_BYTES + PV_NONCE_BYTES };

/* What one call needs; for one thread at a time. */
struct worker {
    struct pv_xaes *xaes; /* one of the two, by the suite */
    struct pv_xchacha *xchacha;
    struct pv_nonce_pool *nonces;
    struct pv_context context;
};

struct pv_sealer {
    struct pv_header header;
    uint64_t messages_max;
    _Atomic uint64_t messages;
    _Atomic(struct worker *) idle[WORKERS];
    unsigned char key[PV_KEY_BYTES];
};

static void free_worker(struct worker *worker)
{
    if (!worker)
        return;
    pv_xaes_free(worker->xaes);
    pv_xchacha_free(worker->xchacha);
    pv_nonce_pool_free(worker->nonces);
    pv_release(worker);
}

static PV_STATUS make_worker(const struct pv_sealer *sealer, struct worker **out)
{
    struct worker *worker = pv_alloc(sizeof *worker);
    if (!worker)
        return PAVE_NO_MEMORY;
    worker->nonces = pv_nonce_pool_new();
    enum pave_status status = worker->nonces ? PAVE_OK : PAVE_NO_MEMORY;
    if (status == PAVE_OK && sealer->header.suite == PV_SUITE_XCHACHA)
        status = pv_xchacha_new(sealer->key, &worker->xchacha);
    else if (status == PAVE_OK)
        status = pv_xaes_new(sealer->key, &worker->xaes);
    if (status != PAVE_OK) {
        free_worker(worker);
        return status;
    }
    *out = worker;
    return PAVE_OK;
}

static PV_STATUS borrow(struct pv_sealer *sealer, struct worker **out)
{
    for (size_t i = 0; i < WORKERS; i++) {
        if (!atomic_load_explicit(&sealer->idle[i], memory_order_relaxed))
            continue;
        struct worker *worker =
            atomic_exchange_explicit(&sealer->idle[i], NULL, memory_order_acquire);
        if (worker) {
            *out = worker;
            return PAVE_OK;
        }
    }
    return make_worker(sealer, out);
}

static void give_back(struct pv_sealer *sealer, struct worker *worker)
{
    for (size_t i = 0; i < WORKERS; i++) {
        struct worker *none = NULL;
        if (atomic_compare_exchange_strong_explicit(&sealer->idle[i], &none, worker,
                                                    memory_order_release, memory_order_relaxed))
            return;
    }
    free_worker(worker);
}

PV_STATUS pv_sealer_new(const struct pv_sealer_origin *origin, struct pv_sealer **out)
{
    const char suite = (char)origin->header.suite;
    const struct pv_str parts[] = {
        {&suite, 1}, origin->purpose, origin->subject, origin->subject_secret};
    size_t n_parts = PV_COUNT(parts) - (origin->subject_secret.n == 0);
    struct pv_sealer *sealer = pv_guarded_new(sizeof *sealer);

    if (!sealer)
        return PAVE_NO_MEMORY;
    sealer->header = origin->header;
    sealer->messages_max = origin->messages_max;
    enum pave_status status =
        pv_hkdf_subkey(origin->key, "pave/v1/purpose", parts, n_parts, sealer->key);
    if (status != PAVE_OK) {
        pv_sealer_free(sealer);
        return status;
    }
    *out = sealer;
    return PAVE_OK;
}

void pv_sealer_free(struct pv_sealer *sealer)
{
    if (!sealer)
        return;
    for (size_t i = 0; i < WORKERS; i++)
        free_worker(atomic_load(&sealer->idle[i]));
    pv_guarded_free(sealer);
}

const unsigned char *pv_sealer_key(const struct pv_sealer *sealer)
{
    return sealer->key;
}

PV_STATUS pv_sealer_count(struct pv_sealer *sealer)
{
    uint64_t before = atomic_fetch_add_explicit(&sealer->messages, 1, memory_order_relaxed);
    return sealer->messages_max && before >= sealer->messages_max ? PAVE_USED_UP : PAVE_OK;
}

/* Header and context, which both are authenticated and of which only the header is written. */
static PV_STATUS bind(const struct pv_sealer *sealer, struct worker *worker,
                      const struct pv_sealer_call *call, struct pv_aead_call *aead)
{
    PAVE_TRY(pv_context_write(call->fields, call->n_fields, &worker->context));
    pv_header_write(sealer->header, worker->context.bytes);
    aead->aad = (struct pv_str){(const char *)worker->context.bytes, worker->context.n};
    return PAVE_OK;
}

static PV_STATUS seal_by(struct pv_sealer *sealer, struct worker *worker,
                         const struct pv_sealer_call *call, unsigned char *out)
{
    unsigned char *body = out + COMMITMENT_AT + PV_COMMITMENT_BYTES;
    struct pv_aead_call aead = {.nonce = out + PV_HEADER_BYTES, .commitment = out + COMMITMENT_AT};

    PAVE_TRY(bind(sealer, worker, call, &aead));
    pv_nonce_pool_take(worker->nonces, out + PV_HEADER_BYTES);
    pv_header_write(sealer->header, out);
    if (sealer->header.suite == PV_SUITE_XCHACHA)
        return pv_xchacha_seal(worker->xchacha, &aead, call->in, call->n, body);
    if (sealer->header.suite == PV_SUITE_XAES) {
        aead.commitment = NULL;
        body = out + COMMITMENT_AT;
    }
    return pv_xaes_seal(worker->xaes, &aead, call->in, call->n, body);
}

static PV_STATUS open_by(struct pv_sealer *sealer, struct worker *worker,
                         const struct pv_sealer_call *call, unsigned char *out)
{
    const unsigned char *in = call->in;
    size_t body = COMMITMENT_AT + PV_COMMITMENT_BYTES;
    struct pv_aead_call aead = {.nonce = in + PV_HEADER_BYTES, .expected = in + COMMITMENT_AT};

    PAVE_TRY(bind(sealer, worker, call, &aead));
    if (sealer->header.suite == PV_SUITE_XCHACHA)
        return pv_xchacha_open(worker->xchacha, &aead, in + body, call->n - body, out);
    if (sealer->header.suite == PV_SUITE_XAES) {
        aead.expected = NULL;
        body = COMMITMENT_AT;
    }
    return pv_xaes_open(worker->xaes, &aead, in + body, call->n - body, out);
}

PV_STATUS pv_sealer_seal(struct pv_sealer *sealer, const struct pv_sealer_call *call,
                         unsigned char *out)
{
    struct worker *worker = NULL;
    if (call->n > PV_MESSAGE_BYTES_MAX)
        return PAVE_LIMIT;
    PAVE_TRY(pv_sealer_count(sealer));
    PAVE_TRY(borrow(sealer, &worker));
    enum pave_status status = seal_by(sealer, worker, call, out);
    give_back(sealer, worker);
    if (status != PAVE_OK)
        pave_wipe(out, call->n + pv_suite_overhead(sealer->header.suite));
    return status;
}

PV_STATUS pv_sealer_open(struct pv_sealer *sealer, const struct pv_sealer_call *call,
                         unsigned char *out)
{
    struct worker *worker = NULL;
    size_t overhead = pv_suite_overhead(sealer->header.suite);
    if (call->n < overhead)
        return PAVE_NOT_SEALED;
    PAVE_TRY(borrow(sealer, &worker));
    enum pave_status status = open_by(sealer, worker, call, out);
    give_back(sealer, worker);
    if (status != PAVE_OK)
        pave_wipe(out, call->n - overhead);
    return status;
}
