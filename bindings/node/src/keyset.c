/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/* Looking after keyset files, always in the background: unlocking one takes Argon2id. */
struct keyset_job {
    struct job job;
    struct text path;
    struct unlock *unlock;
    struct unlock *with;  /* of rewrap */
    struct text words[3]; /* of create: name, kind, suite */
    uint32_t numbers[3];  /* of create: KiB, passes; of rotate: the id made; of change: id, state */
    int64_t count;        /* of create: messages; of rotate: seconds */
};

static void run_create(struct job *job)
{
    struct keyset_job *it = (struct keyset_job *)job;
    const struct pave_keyset_options options = {.size = sizeof options,
                                                .name = it->words[0].p,
                                                .kind = it->words[1].p,
                                                .suite = it->words[2].p,
                                                .messages = (uint64_t)it->count,
                                                .passphrase_kib = it->numbers[0],
                                                .passphrase_passes = it->numbers[1]};
    job->status = pave_keyset_create(it->path.p, &options, unlock_top(it->unlock), &job->err);
}

static void run_rotate(struct job *job)
{
    struct keyset_job *it = (struct keyset_job *)job;
    job->status = pave_keyset_rotate(it->path.p, unlock_top(it->unlock), (uint64_t)it->count,
                                     &it->numbers[0], &job->err);
}

static void run_change(struct job *job)
{
    struct keyset_job *it = (struct keyset_job *)job;
    job->status = pave_keyset_change(it->path.p, unlock_top(it->unlock), it->numbers[0],
                                     (enum pave_key_state)it->numbers[1], &job->err);
}

static void run_rewrap(struct job *job)
{
    struct keyset_job *it = (struct keyset_job *)job;
    job->status =
        pave_keyset_rewrap(it->path.p, unlock_top(it->unlock), unlock_top(it->with), &job->err);
}

static void run_check(struct job *job)
{
    struct keyset_job *it = (struct keyset_job *)job;
    job->status = pave_keyset_check(it->path.p, unlock_top(it->unlock), &job->err);
}

static napi_value finish_nothing(const struct call *call, struct job *job)
{
    (void)job;
    return give_null(call->env);
}

static napi_value finish_rotate(const struct call *call, struct job *job)
{
    return give_number(call->env, ((struct keyset_job *)job)->numbers[0]);
}

static void clear(struct job *job)
{
    struct keyset_job *it = (struct keyset_job *)job;
    text_free(&it->path);
    unlock_free(it->unlock);
    unlock_free(it->with);
    for (size_t i = 0; i < 3; i++)
        text_free(&it->words[i]);
}

/* All begin with (path, unlock); `read` takes the rest. */
static napi_value start(napi_env env, napi_callback_info info, struct job made,
                        bool (*read)(const struct call *call, struct keyset_job *it))
{
    CALL_BEGIN(call, env, info);
    struct keyset_job *it = make(sizeof *it);
    if (!it)
        return give_status(&call, PAVE_NO_MEMORY);
    made.clear = clear;
    it->job = made;
    if (call.n >= 2 && arg_text(&call, 0, &it->path) && it->path.p &&
        unlock_read(env, call.args[1], &it->unlock) && (!read || read(&call, it)))
        return job_start(&call, &it->job);
    clear(&it->job);
    unmake(it);
    return give_number(env, BAD);
}

/* (…, name, kind, suite, messages, KiB, passes) */
static bool read_create(const struct call *call, struct keyset_job *it)
{
    return arg_text(call, 2, &it->words[0]) && it->words[0].p && arg_text(call, 3, &it->words[1]) &&
           arg_text(call, 4, &it->words[2]) && arg_i64(call, 5, &it->count) &&
           arg_u32(call, 6, &it->numbers[0]) && arg_u32(call, 7, &it->numbers[1]);
}

static bool read_rotate(const struct call *call, struct keyset_job *it)
{
    return arg_i64(call, 2, &it->count);
}

static bool read_change(const struct call *call, struct keyset_job *it)
{
    return arg_u32(call, 2, &it->numbers[0]) && arg_u32(call, 3, &it->numbers[1]);
}

static bool read_rewrap(const struct call *call, struct keyset_job *it)
{
    return call->n >= 3 && unlock_read(call->env, call->args[2], &it->with);
}

napi_value keyset_create(napi_env env, napi_callback_info info)
{
    return start(env, info, (struct job){.run = run_create, .finish = finish_nothing}, read_create);
}

napi_value keyset_rotate(napi_env env, napi_callback_info info)
{
    return start(env, info, (struct job){.run = run_rotate, .finish = finish_rotate}, read_rotate);
}

napi_value keyset_change(napi_env env, napi_callback_info info)
{
    return start(env, info, (struct job){.run = run_change, .finish = finish_nothing}, read_change);
}

napi_value keyset_rewrap(napi_env env, napi_callback_info info)
{
    return start(env, info, (struct job){.run = run_rewrap, .finish = finish_nothing}, read_rewrap);
}

napi_value keyset_check(napi_env env, napi_callback_info info)
{
    return start(env, info, (struct job){.run = run_check, .finish = finish_nothing}, NULL);
}
