/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/*
 * lib/unlock.js gives an array of [how, value] pairs in a row: how a keyset is unlocked, and after
 * WITH_PARENT how that one is. Passphrases are kept in guarded memory.
 */
enum { LEVELS_MAX = 8 };
enum how { WITH_PASSPHRASE = 0, WITH_PROGRAM = 1, WITH_PARENT = 2 };

struct unlock {
    struct pave_unlock levels[LEVELS_MAX];
    struct text paths[LEVELS_MAX];
    struct pave_secret *secrets[LEVELS_MAX];
};

void unlock_free(struct unlock *unlock)
{
    if (!unlock)
        return;
    for (size_t i = 0; i < LEVELS_MAX; i++) {
        text_free(&unlock->paths[i]);
        pave_secret_free(unlock->secrets[i]);
    }
    unmake(unlock);
}

const struct pave_unlock *unlock_top(const struct unlock *unlock)
{
    return unlock ? unlock->levels : NULL;
}

static bool read_passphrase(napi_env env, napi_value value, struct unlock *unlock, size_t level)
{
    void *p = NULL;
    size_t n = 0;
    if (!view_bytes(env, value, &p, &n) ||
        pave_secret_copy(p, n, &unlock->secrets[level]) != PAVE_OK)
        return false;
    unlock->levels[level].passphrase = pave_secret_bytes(unlock->secrets[level]);
    unlock->levels[level].passphrase_size = n;
    return true;
}

static bool read_level(napi_env env, napi_value pairs, struct unlock *unlock, size_t level)
{
    napi_value how_value = NULL;
    napi_value value = NULL;
    uint32_t how = 0;
    struct pave_unlock *out = &unlock->levels[level];

    if (napi_get_element(env, pairs, (uint32_t)level * 2, &how_value) != napi_ok ||
        napi_get_element(env, pairs, (uint32_t)level * 2 + 1, &value) != napi_ok ||
        napi_get_value_uint32(env, how_value, &how) != napi_ok)
        return false;
    out->size = sizeof *out;
    if (level > 0)
        unlock->levels[level - 1].parent_unlock = out;
    if (how == WITH_PASSPHRASE)
        return read_passphrase(env, value, unlock, level);
    if (!read_text(env, value, &unlock->paths[level]) || !unlock->paths[level].p)
        return false;
    if (how == WITH_PROGRAM)
        out->program = unlock->paths[level].p;
    else
        out->parent = unlock->paths[level].p;
    return how <= WITH_PARENT;
}

bool unlock_read(napi_env env, napi_value value, struct unlock **out)
{
    uint32_t n = 0;
    if (napi_get_array_length(env, value, &n) != napi_ok || n == 0 || n % 2 != 0 ||
        n / 2 > LEVELS_MAX)
        return false;
    struct unlock *unlock = make(sizeof *unlock);
    if (!unlock)
        return false;
    for (size_t i = 0; i < n / 2; i++) {
        if (!read_level(env, value, unlock, i)) {
            unlock_free(unlock);
            return false;
        }
    }
    *out = unlock;
    return true;
}
