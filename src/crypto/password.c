/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/crypto_limits.h"
#include "crypto/guarded.h"
#include "crypto/library.h"
#include "crypto/password_hash.h"

#include <pave/password.h>
#include <pave/secret.h>

#include <sodium.h>
#include <string.h>

enum { KIB_USUAL = 65536, PASSES_USUAL = 3 };

_Static_assert(PAVE_PASSWORD_TEXT == crypto_pwhash_argon2id_STRBYTES, "the text of a hash");

/* The cost with the library's numbers in place of zeros. */
static PV_STATUS take_cost(const struct pave_password_cost *given, struct pv_password_hash *out)
{
    struct pv_password_hash cost = {.memory_kib = KIB_USUAL, .passes = PASSES_USUAL, .lanes = 1};
    if (given && given->size < sizeof *given)
        return PAVE_ARGUMENT;
    if (given && given->memory_kib)
        cost.memory_kib = given->memory_kib;
    if (given && given->passes)
        cost.passes = given->passes;
    if (cost.memory_kib < PV_PASSWORD_KIB_MIN || cost.passes < PV_PASSWORD_PASSES_MIN)
        return PAVE_ARGUMENT;
    if (cost.memory_kib > PV_PASSWORD_KIB_MAX || cost.passes > PV_PASSWORD_PASSES_MAX ||
        (uint64_t)cost.memory_kib * cost.passes > PV_PASSWORD_WORK_MAX)
        return PAVE_LIMIT;
    *out = cost;
    return PAVE_OK;
}

enum pave_status pave_password_cost_of(const struct pave_library *library,
                                       struct pave_password_cost *out)
{
    if (!library || !out || out->size < sizeof *out)
        return PAVE_ARGUMENT;
    bool is_said = library->policy.password_kib > 0;
    out->memory_kib = is_said ? library->policy.password_kib : KIB_USUAL;
    out->passes = is_said ? library->policy.password_passes : PASSES_USUAL;
    return PAVE_OK;
}

static PV_STATUS check_password(const void *password, size_t size)
{
    if (!password || size == 0)
        return PAVE_ARGUMENT;
    if (size > PV_PASSWORD_BYTES_MAX)
        return PAVE_LIMIT;
    return sodium_init() < 0 ? PAVE_BACKEND : PAVE_OK;
}

static PV_STATUS make_hash(struct pv_str password, const struct pv_password_hash *cost, char *out)
{
    if (pv_guarded_is_faulted() ||
        crypto_pwhash_argon2id_str(out, password.p, password.n, cost->passes,
                                   (size_t)cost->memory_kib << 10) != 0) {
        memset(out, 0, PAVE_PASSWORD_TEXT);
        return PAVE_NO_MEMORY;
    }
    return PAVE_OK;
}

enum pave_status pave_password_hash(const void *password, size_t size,
                                    const struct pave_password_cost *cost,
                                    char out[PAVE_PASSWORD_TEXT])
{
    struct pv_password_hash wanted = {0};
    if (!out)
        return PAVE_ARGUMENT;
    memset(out, 0, PAVE_PASSWORD_TEXT);
    PAVE_TRY(check_password(password, size));
    PAVE_TRY(take_cost(cost, &wanted));
    return make_hash((struct pv_str){password, size}, &wanted, out);
}

/* The work of a wrong password, for a user who does not exist. */
static PV_STATUS refuse_slowly(struct pv_str password, const struct pv_password_hash *cost)
{
    char text[PAVE_PASSWORD_TEXT];
    PAVE_TRY(make_hash(password, cost, text));
    return PAVE_REFUSED;
}

enum pave_status pave_password_verify(const void *password, size_t size, const char *stored,
                                      const struct pave_password_cost *cost,
                                      char upgraded[PAVE_PASSWORD_TEXT])
{
    struct pv_str given = {password, size};
    struct pv_password_hash wanted = {0};
    struct pv_password_hash hash = {0};

    if (!upgraded)
        return PAVE_ARGUMENT;
    memset(upgraded, 0, PAVE_PASSWORD_TEXT);
    PAVE_TRY(check_password(password, size));
    PAVE_TRY(take_cost(cost, &wanted));
    if (!stored)
        return refuse_slowly(given, &wanted);
    PAVE_TRY(pv_password_hash_read(pv_str_of(stored), &hash));
    if (pv_guarded_is_faulted())
        return PAVE_NO_MEMORY;
    if (crypto_pwhash_argon2id_str_verify(stored, given.p, given.n) != 0)
        return PAVE_REFUSED;
    if (hash.memory_kib >= wanted.memory_kib && hash.passes >= wanted.passes)
        return PAVE_OK;
    return make_hash(given, &wanted, upgraded);
}
