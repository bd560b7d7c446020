/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/sealer.h"

#include "crypto/guarded.h"
#include "crypto/nonce_pool.h"
#include "crypto/slots.h"
#include "crypto/xchacha.h"

#include <pave/secret.h>

#include <stdatomic.h>

/* Workers count so many messages at a time, where a limit is far away. */
static const uint64_t COUNTED_AT_ONCE = 64;
static const uint64_t LIMIT_FAR = (uint64_t)1 << 24;

enum { COMMITMENT_AT = PV_HEADER_BYTES + PV_NONCE_BYTES };

/* What one call needs; for one thread at a time. */
struct worker {
    struct pv_xaes *xaes; /* one of the two, by the suite */
    struct pv_xchacha *xchacha;
    struct pv_nonce_pool *nonces;
    uint64_t counted; /* messages that were counted already and are yet to come */
    struct pv_context context;
};

/* A worker that is borrowed; without a slot it is freed afterwards. */
struct loan {
    struct worker *worker;
    struct pv_slot *slot;
};

struct pv_sealer {
    struct pv_slot slots[PV_SLOTS];
    struct pv_header header;
    uint64_t messages_max;
    _Atomic uint64_t messages;
    unsigned char key[PV_KEY_BYTES];
};

static void free_worker(struct worker *worker)
{
    if (!worker)
        return;
    pv_nonce_pool_free(worker->nonces);
    pv_xaes_free(worker->xaes);
    pv_xchacha_free(worker->xchacha);
    pv_release(worker);
}

static PV_STATUS make_worker(const struct pv_sealer *sealer, struct worker **out)
{
    struct worker *worker = pv_alloc(sizeof *worker);
    if (!worker)
        return PAVE_NO_MEMORY;
    enum pave_status status = sealer->header.suite == PV_SUITE_XCHACHA
                                  ? pv_xchacha_new(sealer->key, &worker->xchacha)
                                  : pv_xaes_new(sealer->key, &worker->xaes);
    if (status == PAVE_OK) {
        worker->nonces = pv_nonce_pool_new(worker->xaes);
        status = worker->nonces ? PAVE_OK : PAVE_NO_MEMORY;
    }
    if (status != PAVE_OK) {
        free_worker(worker);
        return status;
    }
    *out = worker;
    return PAVE_OK;
}

static PV_STATUS borrow(struct pv_sealer *sealer, struct loan *loan)
{
    struct pv_slot *slot = pv_slots_take(sealer->slots, loan);
    if (!slot)
        return make_worker(sealer, &loan->worker);
    loan->worker = slot->worker;
    if (!loan->worker) {
        enum pave_status status = make_worker(sealer, &loan->worker);
        slot->worker = loan->worker;
        if (status != PAVE_OK) {
            pv_slots_give(slot);
            return status;
        }
    }
    loan->slot = slot;
    return PAVE_OK;
}

static void give_back(struct loan *loan)
{
    if (loan->slot)
        pv_slots_give(loan->slot);
    else
        free_worker(loan->worker);
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
    for (size_t i = 0; i < PV_SLOTS; i++)
        free_worker(sealer->slots[i].worker);
    pv_guarded_free(sealer);
}

const unsigned char *pv_sealer_key(const struct pv_sealer *sealer)
{
    return sealer->key;
}

static PV_STATUS count(struct pv_sealer *sealer, uint64_t n)
{
    uint64_t before = atomic_fetch_add_explicit(&sealer->messages, n, memory_order_relaxed);
    return sealer->messages_max && before >= sealer->messages_max ? PAVE_USED_UP : PAVE_OK;
}

PV_STATUS pv_sealer_count(struct pv_sealer *sealer)
{
    return count(sealer, 1);
}

/* All threads share one counter; touching it for every message would be felt. */
static PV_STATUS count_by(struct pv_sealer *sealer, struct worker *worker)
{
    if (worker->counted == 0) {
        bool is_far = sealer->messages_max == 0 || sealer->messages_max >= LIMIT_FAR;
        uint64_t n = is_far ? COUNTED_AT_ONCE : 1;
        PAVE_TRY(count(sealer, n));
        worker->counted = n;
    }
    worker->counted--;
    return PAVE_OK;
}

/* Header and context, which both are authenticated and of which only the header is written. */
static PV_STATUS bind(const struct pv_sealer *sealer, struct worker *worker,
                      const struct pv_sealer_call *call, struct pv_aead_call *aead)
{
    PAVE_TRY(pv_context_write(call->fields, call->n_fields, &worker->context));
    for (size_t i = 0; i < call->n_required; i++) {
        if (!pv_context_has(&worker->context, call->n_fields, call->required[i]))
            return PAVE_CONTEXT;
    }
    pv_header_write(sealer->header, worker->context.bytes);
    aead->aad = (struct pv_str){(const char *)worker->context.bytes, worker->context.n};
    return PAVE_OK;
}

static PV_STATUS seal_by(struct pv_sealer *sealer, struct worker *worker,
                         const struct pv_sealer_call *call, unsigned char *out)
{
    unsigned char *body = out + COMMITMENT_AT + PV_COMMITMENT_BYTES;
    struct pv_xaes_ahead *ahead = NULL;
    struct pv_aead_call aead = {.nonce = out + PV_HEADER_BYTES, .commitment = out + COMMITMENT_AT};

    PAVE_TRY(bind(sealer, worker, call, &aead));
    PAVE_TRY(count_by(sealer, worker));
    PAVE_TRY(pv_nonce_pool_take(worker->nonces, out + PV_HEADER_BYTES, &ahead));
    pv_header_write(sealer->header, out);
    if (sealer->header.suite == PV_SUITE_XCHACHA)
        return pv_xchacha_seal(worker->xchacha, &aead, call->in, call->n, body);
    aead.ahead = ahead;
    if (sealer->header.suite == PV_SUITE_XAES) {
        aead.commitment = NULL;
        body = out + COMMITMENT_AT;
    }
    enum pave_status status = pv_xaes_seal(worker->xaes, &aead, call->in, call->n, body);
    if (ahead)
        pv_bytes_wipe(ahead, sizeof *ahead);
    return status;
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
    struct loan loan = {0};
    if (call->n > PV_MESSAGE_BYTES_MAX)
        return PAVE_LIMIT;
    PAVE_TRY(borrow(sealer, &loan));
    enum pave_status status = seal_by(sealer, loan.worker, call, out);
    give_back(&loan);
    if (status != PAVE_OK)
        pave_wipe(out, call->n + pv_suite_overhead(sealer->header.suite));
    return status;
}

PV_STATUS pv_sealer_open(struct pv_sealer *sealer, const struct pv_sealer_call *call,
                         unsigned char *out)
{
    struct loan loan = {0};
    size_t overhead = pv_suite_overhead(sealer->header.suite);
    if (call->n < overhead)
        return PAVE_NOT_SEALED;
    PAVE_TRY(borrow(sealer, &loan));
    enum pave_status status = open_by(sealer, loan.worker, call, out);
    give_back(&loan);
    if (status != PAVE_OK)
        pave_wipe(out, call->n - overhead);
    return status;
}
