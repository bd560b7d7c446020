/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/* A library, and how each of its keysets is unlocked: known from the start, so that no JavaScript
 * is asked from another thread. */
struct entry {
    struct text keyset;
    struct unlock *unlock;
};
struct library {
    struct pave_library *pave;
    size_t n;
    struct entry entries[];
};

static void library_free(void *p)
{
    struct library *library = p;
    if (!library)
        return;
    pave_library_close(library->pave);
    for (size_t i = 0; i < library->n; i++) {
        text_free(&library->entries[i].keyset);
        unlock_free(library->entries[i].unlock);
    }
    unmake(library);
}

static enum pave_status unlock(void *user, const char *keyset, struct pave_unlock *out)
{
    const struct library *library = user;
    for (size_t i = 0; i < library->n; i++) {
        if (strcmp(library->entries[i].keyset.p, keyset) == 0) {
            *out = *unlock_top(library->entries[i].unlock);
            return PAVE_OK;
        }
    }
    return PAVE_LOCKED;
}

/* `pairs` is [name, how, name, how, …]. */
static struct library *read_unlocks(napi_env env, napi_value pairs)
{
    uint32_t n = 0;
    if (napi_get_array_length(env, pairs, &n) != napi_ok)
        return NULL;
    struct library *library = make(sizeof *library + n / 2 * sizeof(struct entry));
    if (!library)
        return NULL;
    for (uint32_t i = 0; i + 1 < n; i += 2) {
        napi_value name = NULL;
        napi_value how = NULL;
        struct entry *entry = &library->entries[library->n++];
        if (napi_get_element(env, pairs, i, &name) != napi_ok ||
            napi_get_element(env, pairs, i + 1, &how) != napi_ok ||
            !read_text(env, name, &entry->keyset) || !entry->keyset.p ||
            !unlock_read(env, how, &entry->unlock)) {
            library_free(library);
            return NULL;
        }
    }
    return library;
}

napi_value library_open(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct text policy = {0};
    struct text trust = {0};
    struct library *library = NULL;
    enum pave_status status = PAVE_ARGUMENT;

    bool is_good = call.n == 3 && arg_text(&call, 0, &policy) && policy.p &&
                   arg_text(&call, 1, &trust) && trust.p &&
                   (library = read_unlocks(env, call.args[2])) != NULL;
    if (is_good) {
        const struct pave_library_options options = {sizeof options, policy.p, trust.p, unlock,
                                                     library};
        status = pave_library_open(&options, &library->pave, &call.here->err);
    }
    text_free(&policy);
    text_free(&trust);
    if (!is_good)
        return give_number(env, BAD);
    if (status != PAVE_OK) {
        library_free(library);
        return give_status(&call, status);
    }
    return give_handle(&call,
                       (struct handle){.kind = KIND_LIBRARY, .p = library, .close = library_free});
}

/* (library, purpose, subject, secret): the last two may be nothing. */
struct wanted {
    struct handle *library;
    struct text purpose;
    unsigned char *subject;
    size_t n_subject;
    unsigned char *secret;
    size_t n_secret;
};

static void wanted_free(struct wanted *wanted)
{
    text_free(&wanted->purpose);
    unmake(wanted->subject);
    if (wanted->secret)
        pave_wipe(wanted->secret, wanted->n_secret);
    unmake(wanted->secret);
}

static bool copy_arg(const struct call *call, size_t i, unsigned char **out, size_t *n)
{
    struct bytes bytes = {0};
    if (arg_is_nothing(call, i))
        return true;
    if (!arg_bytes(call, i, &bytes))
        return false;
    *n = bytes.n;
    *out = make_copy(bytes.p, bytes.n);
    return *out != NULL;
}

static int read_wanted(const struct call *call, struct wanted *out)
{
    int wrong = arg_handle(call, 0, KIND_LIBRARY, &out->library);
    if (wrong)
        return wrong;
    if (arg_text(call, 1, &out->purpose) && out->purpose.p &&
        copy_arg(call, 2, &out->subject, &out->n_subject) &&
        copy_arg(call, 3, &out->secret, &out->n_secret))
        return 0;
    wanted_free(out);
    return BAD;
}

struct pave_library *library_of(const struct handle *handle)
{
    return ((const struct library *)handle->p)->pave;
}

static struct pave_subject subject_of(const struct wanted *wanted)
{
    return (struct pave_subject){wanted->subject, wanted->n_subject, wanted->secret,
                                 wanted->n_secret};
}

static enum pave_status open_wanted(const struct wanted *wanted, struct pave_key **out,
                                    struct pave_error *err)
{
    struct pave_library *library = library_of(wanted->library);
    const struct pave_subject subject = subject_of(wanted);
    if (wanted->secret)
        return pave_subject_key(library, wanted->purpose.p, &subject, out, err);
    if (!wanted->subject)
        return pave_key_open(library, wanted->purpose.p, out, err);
    /* This one says nothing in words: what has to be unlocked is unlocked before. */
    enum pave_status status = pave_key_open(library, wanted->purpose.p, out, err);
    pave_key_close(*out);
    *out = NULL;
    return status != PAVE_OK ? status
                             : pave_key_open_subject(library, wanted->purpose.p, wanted->subject,
                                                     wanted->n_subject, out);
}

static void close_key(void *key)
{
    pave_key_close(key);
}

static napi_value give_key(const struct call *call, struct pave_key *key, struct handle *library)
{
    return give_handle(
        call, (struct handle){.kind = KIND_KEY, .p = key, .close = close_key, .needs = library});
}

napi_value key_open(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct wanted wanted = {0};
    struct pave_key *key = NULL;

    int wrong = read_wanted(&call, &wanted);
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status = open_wanted(&wanted, &key, &call.here->err);
    wanted_free(&wanted);
    return status == PAVE_OK ? give_key(&call, key, wanted.library) : give_status(&call, status);
}

struct key_job {
    struct job job;
    struct wanted wanted;
    struct pave_key *key;
};

static void run_key(struct job *job)
{
    struct key_job *it = (struct key_job *)job;
    job->status = open_wanted(&it->wanted, &it->key, &job->err);
}

static napi_value finish_key(const struct call *call, struct job *job)
{
    struct key_job *it = (struct key_job *)job;
    struct pave_key *key = it->key;
    it->key = NULL;
    return give_key(call, key, it->wanted.library);
}

static void clear_key(struct job *job)
{
    struct key_job *it = (struct key_job *)job;
    pave_key_close(it->key);
    wanted_free(&it->wanted);
}

napi_value key_open_async(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct wanted wanted = {0};

    int wrong = read_wanted(&call, &wanted);
    if (wrong)
        return give_number(env, wrong);
    struct key_job *it = make(sizeof *it);
    if (!it) {
        wanted_free(&wanted);
        return give_status(&call, PAVE_NO_MEMORY);
    }
    it->wanted = wanted;
    it->job = (struct job){
        .run = run_key, .finish = finish_key, .clear = clear_key, .uses = {wanted.library}};
    return job_start(&call, &it->job);
}

/* By how much a value grows; 0 when the key cannot seal values. */
napi_value key_overhead(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *handle = NULL;
    int wrong = arg_handle(&call, 0, KIND_KEY, &handle);
    return give_number(env, wrong ? wrong : (int64_t)pave_sealed_size(handle->p, 0));
}

typedef enum pave_status (*secret_call)(struct pave_library *library, const char *purpose,
                                        const struct pave_subject *subject,
                                        struct pave_bytes *secret, struct pave_error *err);

static napi_value make_secret(napi_env env, napi_callback_info info, secret_call run)
{
    CALL_BEGIN(call, env, info);
    struct wanted wanted = {0};
    struct pave_bytes out = PAVE_BYTES_INIT;

    int wrong = read_wanted(&call, &wanted);
    if (wrong)
        return give_number(env, wrong);
    const struct pave_subject subject = subject_of(&wanted);
    enum pave_status status =
        run(library_of(wanted.library), wanted.purpose.p, &subject, &out, &call.here->err);
    wanted_free(&wanted);
    return status == PAVE_OK && !out.p ? give_null(env) : give_bytes_or(&call, status, &out);
}

napi_value subject_new(napi_env env, napi_callback_info info)
{
    return make_secret(env, info, pave_subject_new);
}

napi_value subject_reseal(napi_env env, napi_callback_info info)
{
    return make_secret(env, info, pave_subject_reseal);
}

/* [KiB, passes]. */
napi_value password_cost(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_password_cost cost = {.size = sizeof cost};
    struct handle *handle = NULL;
    napi_value out = NULL;

    int wrong = arg_handle(&call, 0, KIND_LIBRARY, &handle);
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status = pave_password_cost_of(library_of(handle), &cost);
    if (status != PAVE_OK)
        return give_status(&call, status);
    if (napi_create_array_with_length(env, 2, &out) != napi_ok)
        return give_status(&call, PAVE_NO_MEMORY);
    (void)napi_set_element(env, out, 0, give_number(env, cost.memory_kib));
    (void)napi_set_element(env, out, 1, give_number(env, cost.passes));
    return out;
}
