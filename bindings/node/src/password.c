/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/* Argon2id takes a tenth of a second and 64 MiB on purpose: never on the thread of JavaScript. */
struct password_job {
    struct job job;
    struct pave_secret *password;
    struct text stored; /* empty of a hash; of a check: there is no such user */
    struct pave_password_cost cost;
    char out[PAVE_PASSWORD_TEXT];
};

static void run_hash(struct job *job)
{
    struct password_job *it = (struct password_job *)job;
    job->status = pave_password_hash(pave_secret_bytes(it->password),
                                     pave_secret_size(it->password), &it->cost, it->out);
}

static void run_verify(struct job *job)
{
    struct password_job *it = (struct password_job *)job;
    job->status =
        pave_password_verify(pave_secret_bytes(it->password), pave_secret_size(it->password),
                             it->stored.p, &it->cost, it->out);
}

static napi_value finish(const struct call *call, struct job *job)
{
    struct password_job *it = (struct password_job *)job;
    return it->out[0] ? give_text(call->env, it->out, strlen(it->out)) : give_null(call->env);
}

static void clear(struct job *job)
{
    struct password_job *it = (struct password_job *)job;
    pave_secret_free(it->password);
    text_free(&it->stored);
}

/* (password, KiB, passes, stored) */
static napi_value start(napi_env env, napi_callback_info info, void (*run)(struct job *job))
{
    CALL_BEGIN(call, env, info);
    struct bytes password = {0};
    struct password_job *it = make(sizeof *it);

    if (!it)
        return give_status(&call, PAVE_NO_MEMORY);
    it->job = (struct job){.run = run, .finish = finish, .clear = clear};
    it->cost.size = sizeof it->cost;
    enum pave_status status = PAVE_OK;
    bool is_good = arg_bytes(&call, 0, &password) && arg_u32(&call, 1, &it->cost.memory_kib) &&
                   arg_u32(&call, 2, &it->cost.passes) && arg_text(&call, 3, &it->stored);
    if (is_good)
        status = pave_secret_copy(password.p, password.n, &it->password);
    if (is_good && status == PAVE_OK)
        return job_start(&call, &it->job);
    clear(&it->job);
    unmake(it);
    return give_number(env, is_good ? (int64_t)status : BAD);
}

napi_value password_hash(napi_env env, napi_callback_info info)
{
    return start(env, info, run_hash);
}

napi_value password_verify(napi_env env, napi_callback_info info)
{
    return start(env, info, run_verify);
}
