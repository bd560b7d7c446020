/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/jwks.h"

#include "base/alloc.h"
#include "base/arena.h"
#include "crypto/crypto_limits.h"

void pave_jwks_close(struct pave_jwks *jwks)
{
    if (!jwks)
        return;
    for (size_t i = 0; i < jwks->n_keys; i++)
        pv_jwk_clear(&jwks->keys[i]);
    pv_arena_clear(&jwks->mem);
    pv_release(jwks);
}

static PV_STATUS add_key(struct pave_jwks *jwks, const struct pv_record *map,
                         struct pave_error *err)
{
    struct pv_jwk jwk = {0};
    enum pave_status status = PAVE_SYNTAX;
    if (map->kind == PV_RECORD_MAP)
        status = pv_jwk_read(&jwk, map, err);
    else
        status = pv_refuse(err, PAVE_SYNTAX, map->offset, "expected a key, which is a map");
    if (status != PAVE_OK || jwk.alg == PV_JWS_NONE) {
        pv_jwk_clear(&jwk);
        return status;
    }
    jwks->keys[jwks->n_keys++] = jwk;
    return PAVE_OK;
}

/* Who may verify with a shared secret may sign with it: one set never mixes the two. */
static PV_STATUS check_mix(const struct pave_jwks *jwks, struct pave_error *err)
{
    size_t secrets = 0;
    for (size_t i = 0; i < jwks->n_keys; i++)
        secrets += jwks->keys[i].secret != NULL;
    if (secrets > 0 && secrets < jwks->n_keys)
        return pv_refuse(err, PAVE_FORBIDDEN, 0, "shared secrets and public keys in one set");
    if (jwks->n_keys == 0)
        return pv_refuse(err, PAVE_SYNTAX, 0, "no key that verifies signatures");
    return PAVE_OK;
}

static PV_STATUS read_set(struct pave_jwks *jwks, const struct pv_record *map,
                          struct pave_error *err)
{
    const struct pv_record *list = pv_record_get(map, "keys");
    if (!list) {
        PAVE_TRY(add_key(jwks, map, err));
        return check_mix(jwks, err);
    }
    if (list->kind != PV_RECORD_LIST)
        return pv_refuse(err, PAVE_SYNTAX, list->offset, "\"keys\": expected a list");
    if (list->n > PV_JWKS_KEYS_MAX)
        return pv_refuse(err, PAVE_LIMIT, list->offset, "more than %d keys", PV_JWKS_KEYS_MAX);
    for (const struct pv_record *key = list->first; key; key = key->next)
        PAVE_TRY(add_key(jwks, key, err));
    return check_mix(jwks, err);
}

enum pave_status pave_jwks_read(const char *text, size_t size, struct pave_jwks **out,
                                struct pave_error *err)
{
    struct pv_record *map = NULL;
    if (!out || (!text && size > 0))
        return pv_refuse(err, PAVE_ARGUMENT, 0, "text and a place for the keys are needed");
    *out = NULL;
    if (size > PV_JWKS_BYTES_MAX)
        return pv_refuse(err, PAVE_LIMIT, size, "at most %d bytes", PV_JWKS_BYTES_MAX);
    struct pave_jwks *jwks = pv_alloc(sizeof *jwks + PV_JWKS_KEYS_MAX * sizeof(struct pv_jwk));
    if (!jwks)
        return pv_refuse(err, PAVE_NO_MEMORY, 0, "out of memory");
    jwks->mem = (struct pv_arena){0};
    jwks->n_keys = 0;
    enum pave_status status = pv_record_read(&jwks->mem, (struct pv_str){text, size}, &map, err);
    if (status == PAVE_OK)
        status = read_set(jwks, map, err);
    if (status != PAVE_OK) {
        pave_jwks_close(jwks);
        return status;
    }
    *out = jwks;
    return PAVE_OK;
}

PV_STATUS pv_jwks_find(const struct pave_jwks *jwks, enum pv_jws_alg alg, const struct pv_str *id,
                       const struct pv_jwk **out)
{
    const struct pv_jwk *found = NULL;
    for (size_t i = 0; i < jwks->n_keys; i++) {
        const struct pv_jwk *key = &jwks->keys[i];
        bool is_named = id && key->id.n > 0;
        if (key->alg != alg || (is_named && !pv_str_eq(key->id, *id)))
            continue;
        if (found)
            return PAVE_NO_KEY; /* two would do: neither is meant */
        found = key;
    }
    if (!found)
        return PAVE_NO_KEY;
    *out = found;
    return PAVE_OK;
}
