/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"
#include "crypto/guarded.h"
#include "crypto/keyset.h"
#include "crypto/sealer.h"
#include "crypto/wrap_program.h"
#include "crypto/xaes.h"

#include <pave/random.h>
#include <pave/secret.h>

#include <sodium.h>

enum {
    KIB_DEFAULT = 64 << 10,
    PASSES_DEFAULT = 3,
    PARENTS_MAX = 4,
    SEALED_KEY_MAX = 78 + PV_KEY_BYTES,
    NONCE_BYTES = 24,
};

static PV_STATUS locked(struct pave_error *err, const char *text)
{
    return pv_refuse(err, PAVE_LOCKED, 0, "%s", text);
}

/* The key that a passphrase gives, at work. */
static PV_STATUS passphrase_cipher(const struct pv_wrap *wrap, const struct pave_unlock *unlock,
                                   struct pv_xaes **out)
{
    if (!unlock->passphrase || unlock->passphrase_size == 0)
        return PAVE_LOCKED;
    if (unlock->passphrase_size > PV_PASSPHRASE_MAX)
        return PAVE_LIMIT;
    unsigned char *key = pv_guarded_new(PV_KEY_BYTES);
    if (!key)
        return PAVE_NO_MEMORY;
    enum pave_status status = PAVE_OK;
    if (crypto_pwhash(key, PV_KEY_BYTES, unlock->passphrase, unlock->passphrase_size, wrap->salt,
                      wrap->passes, (size_t)wrap->kib * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        status = PAVE_NO_MEMORY;
    if (status == PAVE_OK)
        status = pv_xaes_new(key, out);
    pv_guarded_free(key);
    return status;
}

static PV_STATUS wrap_by_passphrase(struct pv_keyset *keyset, const struct pave_unlock *unlock)
{
    unsigned char wrapped[PV_WRAPPED_BYTES];
    struct pv_wrap *wrap = &keyset->wrap;
    struct pv_xaes *xaes = NULL;

    if (wrap->kib == 0)
        wrap->kib = KIB_DEFAULT;
    if (wrap->passes == 0)
        wrap->passes = PASSES_DEFAULT;
    PAVE_TRY(pave_random_bytes(wrap->salt, PV_SALT_BYTES));
    PAVE_TRY(pave_random_bytes(wrapped, NONCE_BYTES));
    PAVE_TRY(passphrase_cipher(wrap, unlock, &xaes));
    struct pv_aead_call call = {
        .nonce = wrapped, .aad = keyset->name, .commitment = wrapped + NONCE_BYTES};
    enum pave_status status = pv_xaes_seal(xaes, &call, keyset->wrapping_key, PV_KEY_BYTES,
                                           wrapped + NONCE_BYTES + PV_COMMITMENT_BYTES);
    pv_xaes_free(xaes);
    if (status != PAVE_OK)
        return status;
    return pv_base64url_text(&keyset->mem, wrapped, sizeof wrapped, &wrap->key);
}

static PV_STATUS unwrap_by_passphrase(struct pv_keyset *keyset, const struct pave_unlock *unlock)
{
    const size_t body = NONCE_BYTES + PV_COMMITMENT_BYTES;
    unsigned char wrapped[PV_WRAPPED_BYTES];
    struct pv_xaes *xaes = NULL;

    if (!pv_base64url_bytes(keyset->wrap.key, wrapped, sizeof wrapped))
        return PAVE_LOCKED;
    PAVE_TRY(passphrase_cipher(&keyset->wrap, unlock, &xaes));
    struct pv_aead_call call = {
        .nonce = wrapped, .aad = keyset->name, .expected = wrapped + NONCE_BYTES};
    enum pave_status status =
        pv_xaes_open(xaes, &call, wrapped + body, sizeof wrapped - body, keyset->wrapping_key);
    pv_xaes_free(xaes);
    return status;
}

/* A sealer of one key of the parent, for the purpose of wrapping. */
static PV_STATUS parent_sealer(struct pv_keyset *parent, const struct pv_keyset_key *key,
                               struct pv_sealer **out)
{
    unsigned char *bytes = pv_guarded_new(PV_KEY_BYTES);
    if (!bytes)
        return PAVE_NO_MEMORY;
    enum pave_status status = pv_keyset_material(parent, key, bytes);
    const struct pv_sealer_origin origin = {
        .key = bytes, .header = {key->suite, key->id}, .purpose = PV_STR("pave.keyset.wrap")};
    if (status == PAVE_OK)
        status = pv_sealer_new(&origin, out);
    pv_guarded_free(bytes);
    return status;
}

static PV_STATUS wrap_by_parent(struct pv_keyset *keyset, struct pv_keyset *parent)
{
    const struct pv_keyset_key *key = pv_keyset_primary(parent);
    const struct pave_field field = pave_field_bytes("keyset", keyset->name.p, keyset->name.n);
    unsigned char sealed[SEALED_KEY_MAX];
    struct pv_sealer *sealer = NULL;

    if (!key || parent->kind != PV_KIND_SEAL)
        return PAVE_KEY_STATE;
    PAVE_TRY(parent_sealer(parent, key, &sealer));
    const struct pv_sealer_call call = {
        .in = keyset->wrapping_key, .n = PV_KEY_BYTES, .fields = &field, .n_fields = 1};
    enum pave_status status = pv_sealer_seal(sealer, &call, sealed);
    pv_sealer_free(sealer);
    if (status != PAVE_OK)
        return status;
    PAVE_TRY(pv_status_of(pv_str_copy(&keyset->mem, parent->name, &keyset->wrap.parent, NULL)));
    return pv_base64url_text(&keyset->mem, sealed, PV_KEY_BYTES + pv_suite_overhead(key->suite),
                             &keyset->wrap.key);
}

static PV_STATUS unwrap_by_parent(struct pv_keyset *keyset, struct pv_keyset *parent)
{
    const struct pave_field field = pave_field_bytes("keyset", keyset->name.p, keyset->name.n);
    unsigned char sealed[SEALED_KEY_MAX];
    struct pv_header header = {0};
    struct pv_sealer *sealer = NULL;
    size_t n = 0;

    if (!pv_base64url_read(keyset->wrap.key, sealed, sizeof sealed, &n) ||
        pv_header_read(sealed, n, &header) != PAVE_OK ||
        n != PV_KEY_BYTES + pv_suite_overhead(header.suite))
        return PAVE_LOCKED;
    const struct pv_keyset_key *key = pv_keyset_find(parent, header.key_id);
    if (!key || key->suite != header.suite || key->state >= PAVE_KEY_DISABLED)
        return PAVE_LOCKED;
    PAVE_TRY(parent_sealer(parent, key, &sealer));
    const struct pv_sealer_call call = {.in = sealed, .n = n, .fields = &field, .n_fields = 1};
    enum pave_status status = pv_sealer_open(sealer, &call, keyset->wrapping_key);
    pv_sealer_free(sealer);
    return status;
}

static PV_STATUS unlock_within(struct pv_keyset *keyset, const struct pave_unlock *unlock,
                               unsigned depth, struct pave_error *err);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as PARENTS_MAX */
static PV_STATUS with_parent(struct pv_keyset *keyset, const struct pave_unlock *unlock,
                             unsigned depth, bool is_wrap, struct pave_error *err)
{
    PV_DEFER(pv_keyset_clear) struct pv_keyset parent = {0};

    if (!unlock->parent || !unlock->parent_unlock)
        return PAVE_LOCKED;
    if (depth >= PARENTS_MAX)
        return pv_refuse(err, PAVE_LIMIT, 0, "keysets that wrap keysets go too deep");
    PAVE_TRY(pv_keyset_load(&parent, unlock->parent, err));
    PAVE_TRY(unlock_within(&parent, unlock->parent_unlock, depth + 1, err));
    return is_wrap ? wrap_by_parent(keyset, &parent) : unwrap_by_parent(keyset, &parent);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as PARENTS_MAX */
static PV_STATUS unwrap(struct pv_keyset *keyset, const struct pave_unlock *unlock, unsigned depth,
                        struct pave_error *err)
{
    switch (keyset->wrap.by) {
    case PV_WRAP_PASSPHRASE: return unwrap_by_passphrase(keyset, unlock);
    case PV_WRAP_KEYSET: return with_parent(keyset, unlock, depth, false, err);
    case PV_WRAP_PROGRAM:
        if (!unlock->program)
            return PAVE_LOCKED;
        return pv_wrap_program_unwrap(unlock->program, keyset->name, keyset->wrap.key,
                                      keyset->wrapping_key, err);
    }
    return PAVE_LOCKED;
}

static bool is_usable(const struct pave_unlock *unlock)
{
    return unlock && unlock->size >= sizeof *unlock;
}

static PV_STATUS take_wrapping_key(struct pv_keyset *keyset)
{
    pv_guarded_free(keyset->wrapping_key);
    keyset->wrapping_key = pv_guarded_new(PV_KEY_BYTES);
    return keyset->wrapping_key ? PAVE_OK : PAVE_NO_MEMORY;
}

static PV_STATUS check_mac(struct pv_keyset *keyset)
{
    struct pv_str mac = {0};
    PAVE_TRY(pv_keyset_mac(keyset, keyset->covered, &mac));
    return mac.n == keyset->mac.n && pave_equal(mac.p, keyset->mac.p, mac.n) ? PAVE_OK
                                                                             : PAVE_LOCKED;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as PARENTS_MAX */
static PV_STATUS unlock_within(struct pv_keyset *keyset, const struct pave_unlock *unlock,
                               unsigned depth, struct pave_error *err)
{
    if (!is_usable(unlock))
        return pv_refuse(err, PAVE_ARGUMENT, 0, "nothing was given to unlock a keyset with");
    PAVE_TRY(take_wrapping_key(keyset));
    enum pave_status status = unwrap(keyset, unlock, depth, err);
    /* What a program said is worth more to an operator than that it did not work. */
    bool is_said = status == PAVE_LOCKED && unlock->program && keyset->wrap.by == PV_WRAP_PROGRAM;
    if (status == PAVE_OK)
        status = check_mac(keyset);
    if (status == PAVE_OK)
        return PAVE_OK;
    pv_guarded_free(keyset->wrapping_key);
    keyset->wrapping_key = NULL;
    if (is_said)
        return status;
    if (status == PAVE_REFUSED || status == PAVE_LOCKED)
        return locked(err, "the keyset could not be unlocked: the passphrase, parent or program "
                           "is another one, or the file was changed");
    return status;
}

PV_STATUS pv_keyset_unlock(struct pv_keyset *keyset, const struct pave_unlock *unlock,
                           struct pave_error *err)
{
    return unlock_within(keyset, unlock, 0, err);
}

PV_STATUS pv_keyset_lock(struct pv_keyset *keyset, const struct pave_unlock *unlock,
                         struct pave_error *err)
{
    if (!is_usable(unlock))
        return pv_refuse(err, PAVE_ARGUMENT, 0, "nothing was given to wrap a keyset with");
    PAVE_TRY(take_wrapping_key(keyset));
    PAVE_TRY(pave_random_bytes(keyset->wrapping_key, PV_KEY_BYTES));
    if (unlock->program) {
        keyset->wrap = (struct pv_wrap){.by = PV_WRAP_PROGRAM};
        return pv_wrap_program_wrap(unlock->program, keyset->name, keyset->wrapping_key,
                                    &keyset->mem, &keyset->wrap.key, err);
    }
    if (unlock->parent) {
        keyset->wrap = (struct pv_wrap){.by = PV_WRAP_KEYSET};
        return with_parent(keyset, unlock, 0, true, err);
    }
    if (!unlock->passphrase || unlock->passphrase_size == 0)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "an empty passphrase");
    keyset->wrap.by = PV_WRAP_PASSPHRASE;
    return wrap_by_passphrase(keyset, unlock);
}
