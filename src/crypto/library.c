/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/library.h"

#include "base/alloc.h"
#include "crypto/crypto_limits.h"
#include "crypto/safefile.h"
#include "crypto/stamp.h"

#include <sodium.h>
#include <stdio.h>

static PV_STATUS read_policy(struct pave_library *library,
                             const struct pave_library_options *options, struct pave_error *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_crypto_policy *policy = &library->policy;
    struct pv_str path = pv_str_of(options->policy);
    size_t slash = pv_str_rfind_byte(path, '/');
    struct pv_str folder = slash == SIZE_MAX ? PV_STR("") : pv_str_sub(path, 0, slash + 1);

    PAVE_TRY(pv_safefile_read(options->policy, PV_RECORD_BYTES_MAX, &text, err));
    PAVE_TRY(pv_crypto_policy_read(policy, pv_buf_str(&text), true, err));
    PAVE_TRY(pv_crypto_policy_verify(policy, pv_str_of(options->trust), pv_stamp_now(), err));
    PAVE_TRY(pv_status_of(pv_str_copy(&policy->mem, folder, &library->folder, NULL)));
    return pv_status_of(PV_NEW_ARRAY(&policy->mem, policy->keysets.n + 1, &library->keysets, NULL));
}

enum pave_status pave_library_open(const struct pave_library_options *options,
                                   struct pave_library **out, struct pave_error *err)
{
    if (!options || options->size < sizeof *options || !out || !options->policy || !options->trust)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "the options need a policy and a trusted key");
    if (sodium_init() < 0)
        return PAVE_BACKEND;
    struct pave_library *library = pv_alloc(sizeof *library);
    if (!library)
        return PAVE_NO_MEMORY;
    library->unlock = options->unlock;
    library->user = options->user;
    if (pthread_mutex_init(&library->lock, NULL) != 0) {
        pv_release(library);
        return PAVE_NO_MEMORY;
    }
    enum pave_status status = read_policy(library, options, err);
    if (status == PAVE_OK)
        *out = library;
    else
        pave_library_close(library);
    return status;
}

static void free_keyset(struct pv_keyset *keyset)
{
    if (keyset)
        pv_keyset_clear(keyset);
    pv_release(keyset);
}

void pave_library_close(struct pave_library *library)
{
    if (!library)
        return;
    for (size_t i = 0; library->keysets && i < library->policy.keysets.n; i++)
        free_keyset(library->keysets[i]);
    (void)pthread_mutex_destroy(&library->lock);
    pv_crypto_policy_clear(&library->policy);
    pv_release(library);
}

static PV_STATUS unlock_keyset(struct pave_library *library,
                               const struct pv_crypto_policy_keyset *which,
                               struct pv_keyset *keyset, struct pave_error *err)
{
    struct pave_unlock unlock = {.size = sizeof unlock};
    char name[PV_PURPOSE_NAME_MAX + 1];
    char path[PV_SAFEFILE_PATH_MAX];

    int n = snprintf(path, sizeof path, "%.*s%.*s", PV_STR_FMT(library->folder),
                     PV_STR_FMT(which->file));
    if (n <= 0 || (size_t)n >= sizeof path)
        return pv_refuse(err, PAVE_IO, 0, "the path of a keyset is too long");
    PAVE_TRY(pv_keyset_load(keyset, path, err));
    if (!pv_str_eq(keyset->name, which->name))
        return pv_refuse(err, PAVE_UNTRUSTED, 0, "%s: another keyset than the policy names", path);
    (void)snprintf(name, sizeof name, "%.*s", PV_STR_FMT(which->name));
    if (!library->unlock)
        return pv_refuse(err, PAVE_LOCKED, 0, "%s: no way to unlock keysets was given", path);
    PAVE_TRY(library->unlock(library->user, name, &unlock));
    return pv_keyset_unlock(keyset, &unlock, err);
}

/* Once for each keyset; asking its provider again for every purpose would cost and be seen. */
static PV_STATUS need_keyset(struct pave_library *library, size_t index, struct pv_keyset **out,
                             struct pave_error *err)
{
    if (library->keysets[index]) {
        *out = library->keysets[index];
        return PAVE_OK;
    }
    struct pv_keyset *keyset = pv_alloc(sizeof *keyset);
    if (!keyset)
        return PAVE_NO_MEMORY;
    enum pave_status status =
        unlock_keyset(library, &library->policy.keysets.p[index], keyset, err);
    if (status != PAVE_OK) {
        free_keyset(keyset);
        return status;
    }
    library->keysets[index] = keyset;
    *out = keyset;
    return PAVE_OK;
}

PV_STATUS pv_library_keyset(struct pave_library *library, size_t index, struct pv_keyset **out,
                            struct pave_error *err)
{
    if (pthread_mutex_lock(&library->lock) != 0)
        return PAVE_BACKEND;
    enum pave_status status = need_keyset(library, index, out, err);
    (void)pthread_mutex_unlock(&library->lock);
    return status;
}
