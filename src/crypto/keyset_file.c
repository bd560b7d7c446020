/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/crypto_limits.h"
#include "crypto/guarded.h"
#include "crypto/keyset.h"
#include "crypto/safefile.h"
#include "crypto/stamp.h"

#include <pave/secret.h>

static const uint64_t messages_default = (uint64_t)1 << 40;
enum { KEYSET_MODE = 0600 };

/* A file that is being changed: locked against other writers, read, and unlocked. */
struct change {
    const char *path;
    int lock;
    struct pv_keyset keyset;
};

static void end_change(struct change *change)
{
    pv_keyset_clear(&change->keyset);
    pv_safefile_unlock(&change->lock);
}

static PV_STATUS begin_change(struct change *change, const struct pave_unlock *unlock,
                              struct pave_error *err)
{
    if (!change->path)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "no path of a keyset");
    PAVE_TRY(pv_safefile_lock(change->path, &change->lock, err));
    PAVE_TRY(pv_keyset_load(&change->keyset, change->path, err));
    return pv_keyset_unlock(&change->keyset, unlock, err);
}

static PV_STATUS save(struct pv_keyset *keyset, const char *path, bool is_new,
                      struct pave_error *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_safefile file = {0};

    keyset->revision++;
    PAVE_TRY(pv_keyset_write(keyset, &text));
    if (is_new)
        PAVE_TRY(pv_safefile_begin(&file, path, KEYSET_MODE, err));
    else
        PAVE_TRY(pv_safefile_renew(&file, path, KEYSET_MODE, err));
    enum pave_status status = pv_safefile_write(&file, text.p, text.n, err);
    if (status != PAVE_OK) {
        pv_safefile_abort(&file);
        return status;
    }
    return is_new ? pv_safefile_commit_new(&file, err) : pv_safefile_commit(&file, err);
}

static PV_STATUS set_up(struct pv_keyset *keyset, const struct pave_keyset_options *options,
                        enum pv_suite *suite, struct pave_error *err)
{
    struct pv_str name = pv_str_of(options->name);

    if (!pv_context_is_name(name))
        return pv_refuse(err, PAVE_ARGUMENT, 0, "a keyset's name is 1 to 64 of a-z 0-9 _ . -");
    PAVE_TRY(pv_status_of(pv_str_copy(&keyset->mem, name, &keyset->name, NULL)));
    keyset->kind = options->kind ? pv_key_kind_of_name(pv_str_of(options->kind)) : PV_KIND_SEAL;
    if (keyset->kind == PV_KIND_COUNT)
        return pv_refuse(err, PAVE_ARGUMENT, 0,
                         "%s: expected seal, stream, sign, identity, token, index or derive",
                         options->kind);
    *suite = options->suite ? pv_suite_of_name(pv_str_of(options->suite))
                            : pv_key_kind_suite(keyset->kind);
    if (*suite == PV_SUITE_NONE || pv_suite_kind(*suite) != keyset->kind)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "%s: no suite of keysets of this kind",
                         options->suite);
    if (options->passphrase_kib > PV_ARGON2_KIB_MAX ||
        options->passphrase_passes > PV_ARGON2_PASSES_MAX ||
        (options->passphrase_kib > 0 && options->passphrase_kib < 8))
        return pv_refuse(err, PAVE_LIMIT, 0, "Argon2id: 8 to %d KiB, 1 to %d passes",
                         PV_ARGON2_KIB_MAX, PV_ARGON2_PASSES_MAX);
    keyset->wrap.kib = options->passphrase_kib;
    keyset->wrap.passes = options->passphrase_passes;
    keyset->created = pv_stamp_now();
    return PAVE_OK;
}

enum pave_status pave_keyset_create(const char *path, const struct pave_keyset_options *options,
                                    const struct pave_unlock *unlock, struct pave_error *err)
{
    PV_DEFER(pv_keyset_clear) struct pv_keyset keyset = {0};
    struct pv_keyset_key *key = NULL;
    enum pv_suite suite = PV_SUITE_NONE;

    if (!path || !options || options->size < sizeof *options)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "no path or no options");
    PAVE_TRY(set_up(&keyset, options, &suite, err));
    PAVE_TRY(pv_keyset_lock(&keyset, unlock, err));
    PAVE_TRY(pv_keyset_add(&keyset, suite, PAVE_KEY_PRIMARY,
                           options->messages ? options->messages : messages_default, &key));
    return save(&keyset, path, true, err);
}

/* New keys are like the newest one in their suite and limit. */
static PV_STATUS rotate(struct pv_keyset *keyset, uint64_t stage_seconds, uint32_t *id,
                        struct pave_error *err)
{
    struct pv_keyset_key like = keyset->keys.p[keyset->keys.n - 1];
    struct pv_keyset_key *key = NULL;

    if (stage_seconds > INT32_MAX)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "too long a time before a key may be promoted");
    PAVE_TRY(pv_keyset_add(keyset, like.suite, PAVE_KEY_PENDING, like.messages, &key));
    key->promote_after = key->created + (int64_t)stage_seconds;
    if (id)
        *id = key->id;
    return PAVE_OK;
}

enum pave_status pave_keyset_rotate(const char *path, const struct pave_unlock *unlock,
                                    uint64_t stage_seconds, uint32_t *id, struct pave_error *err)
{
    PV_DEFER(end_change) struct change change = {.path = path, .lock = -1};
    PAVE_TRY(begin_change(&change, unlock, err));
    PAVE_TRY(rotate(&change.keyset, stage_seconds, id, err));
    return save(&change.keyset, path, false, err);
}

/* The steps that a key may take, and no others. */
static bool is_allowed(enum pave_key_state from, enum pave_key_state to)
{
    switch (from) {
    case PAVE_KEY_PENDING: return to == PAVE_KEY_PRIMARY || to == PAVE_KEY_DISABLED;
    case PAVE_KEY_ACTIVE: return to == PAVE_KEY_PRIMARY || to == PAVE_KEY_DISABLED;
    case PAVE_KEY_DISABLED: return to == PAVE_KEY_ACTIVE || to == PAVE_KEY_DESTROYED;
    case PAVE_KEY_PRIMARY:
    case PAVE_KEY_DESTROYED: return false;
    }
    return false;
}

static PV_STATUS change_state(struct pv_keyset *keyset, uint32_t id, enum pave_key_state state,
                              struct pave_error *err)
{
    struct pv_keyset_key *key = pv_keyset_find(keyset, id);
    int64_t now = pv_stamp_now();
    char when[PV_STAMP_TEXT];

    if (!key)
        return pv_refuse(err, PAVE_NO_KEY, 0, "%08x: no such key", (unsigned)id);
    if (!is_allowed(key->state, state))
        return pv_refuse(err, PAVE_KEY_STATE, 0, "%08x: a key that is %s cannot become %s",
                         (unsigned)id, pv_key_state_name(key->state), pv_key_state_name(state));
    if (key->state == PAVE_KEY_PENDING && state == PAVE_KEY_PRIMARY && now < key->promote_after) {
        pv_stamp_write(key->promote_after, when);
        return pv_refuse(err, PAVE_KEY_STATE, 0, "%08x: not to be promoted before %s", (unsigned)id,
                         when);
    }
    PV_VEC_EACH (struct pv_keyset_key, other, &keyset->keys) {
        if (state == PAVE_KEY_PRIMARY && other->state == PAVE_KEY_PRIMARY) {
            other->state = PAVE_KEY_ACTIVE;
            other->changed = now;
        }
    }
    key->state = state;
    key->changed = now;
    return PAVE_OK;
}

enum pave_status pave_keyset_change(const char *path, const struct pave_unlock *unlock, uint32_t id,
                                    enum pave_key_state state, struct pave_error *err)
{
    PV_DEFER(end_change) struct change change = {.path = path, .lock = -1};
    PAVE_TRY(begin_change(&change, unlock, err));
    PAVE_TRY(change_state(&change.keyset, id, state, err));
    return save(&change.keyset, path, false, err);
}

/* Every key under the old wrapping key, then under a new one. */
static PV_STATUS rewrap(struct pv_keyset *keyset, const struct pave_unlock *with,
                        unsigned char *plain, struct pave_error *err)
{
    for (size_t i = 0; i < keyset->keys.n; i++) {
        if (keyset->keys.p[i].state != PAVE_KEY_DESTROYED)
            PAVE_TRY(pv_keyset_material(keyset, &keyset->keys.p[i], plain + i * PV_KEY_BYTES));
    }
    PAVE_TRY(pv_keyset_lock(keyset, with, err));
    for (size_t i = 0; i < keyset->keys.n; i++) {
        if (keyset->keys.p[i].state != PAVE_KEY_DESTROYED)
            PAVE_TRY(pv_keyset_set_material(keyset, &keyset->keys.p[i], plain + i * PV_KEY_BYTES));
    }
    return PAVE_OK;
}

enum pave_status pave_keyset_rewrap(const char *path, const struct pave_unlock *unlock,
                                    const struct pave_unlock *with, struct pave_error *err)
{
    PV_DEFER(end_change) struct change change = {.path = path, .lock = -1};
    PAVE_TRY(begin_change(&change, unlock, err));
    unsigned char *plain = pv_guarded_new(change.keyset.keys.n * PV_KEY_BYTES);
    if (!plain)
        return PAVE_NO_MEMORY;
    enum pave_status status = rewrap(&change.keyset, with, plain, err);
    pv_guarded_free(plain);
    return status == PAVE_OK ? save(&change.keyset, path, false, err) : status;
}

enum pave_status pave_keyset_check(const char *path, const struct pave_unlock *unlock,
                                   struct pave_error *err)
{
    PV_DEFER(pv_keyset_clear) struct pv_keyset keyset = {0};
    unsigned char key[PV_KEY_BYTES];
    enum pave_status status = PAVE_OK;

    if (!path)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "no path of a keyset");
    PAVE_TRY(pv_keyset_load(&keyset, path, err));
    PAVE_TRY(pv_keyset_unlock(&keyset, unlock, err));
    for (size_t i = 0; status == PAVE_OK && i < keyset.keys.n; i++) {
        if (keyset.keys.p[i].state != PAVE_KEY_DESTROYED)
            status = pv_keyset_material(&keyset, &keyset.keys.p[i], key);
    }
    pave_wipe(key, sizeof key);
    return status;
}
