/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

static void run(napi_env env, void *data)
{
    struct job *job = data;
    (void)env;
    job->run(job);
}

static void job_free(napi_env env, struct job *job)
{
    if (job->work)
        (void)napi_delete_async_work(env, job->work);
    if (job->progress)
        (void)napi_release_threadsafe_function(job->progress, napi_tsfn_release);
    for (size_t i = 0; i < sizeof job->uses / sizeof job->uses[0]; i++)
        handle_drop(job->uses[i]);
    if (job->clear)
        job->clear(job);
    unmake(job);
}

static napi_value pair(napi_env env, napi_value first, napi_value second)
{
    napi_value out = NULL;
    if (napi_create_array_with_length(env, 2, &out) == napi_ok) {
        (void)napi_set_element(env, out, 0, first);
        (void)napi_set_element(env, out, 1, second);
    }
    return out;
}

/* On the thread of JavaScript again. At the end of a worker nothing can be resolved any more; what
 * is held is let go. */
static void complete(napi_env env, napi_status how, void *data)
{
    struct job *job = data;
    struct call call = {.env = env};
    void *here = NULL;

    if (how == napi_ok && napi_get_instance_data(env, &here) == napi_ok) {
        call.here = here;
        napi_value said = job->status == PAVE_OK
                              ? job->finish(&call, job)
                              : give_text(env, job->err.text, strlen(job->err.text));
        napi_value out = pair(env, give_number(env, job->status), said ? said : give_null(env));
        if (out)
            (void)napi_resolve_deferred(env, job->deferred, out);
    }
    job_free(env, job);
}

napi_value job_start(const struct call *call, struct job *job)
{
    napi_value promise = NULL;
    napi_value name = give_text(call->env, "pave", 4);

    job->err = (struct pave_error)PAVE_ERROR_INIT;
    for (size_t i = 0; i < sizeof job->uses / sizeof job->uses[0]; i++)
        handle_use(job->uses[i]);
    if (napi_create_promise(call->env, &job->deferred, &promise) != napi_ok ||
        napi_create_async_work(call->env, NULL, name, run, complete, job, &job->work) != napi_ok ||
        napi_queue_async_work(call->env, job->work) != napi_ok) {
        job_free(call->env, job);
        return give_status(call, PAVE_NO_MEMORY);
    }
    return promise;
}
