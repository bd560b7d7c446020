/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/* Sealing and unsealing of whole files. */
struct file_job {
    struct job job;
    enum pave_status (*call)(struct pave_key *key, const struct pave_file_job *job,
                             struct pave_error *err);
    struct text in;
    struct text out;
    struct context *context;
    uint32_t threads;
};

struct step {
    uint64_t done;
    uint64_t all;
};

static void progress(void *user, uint64_t done, uint64_t all)
{
    struct file_job *it = user;
    struct step *step = make(sizeof *step);
    if (!step)
        return;
    *step = (struct step){done, all};
    if (napi_call_threadsafe_function(it->job.progress, step, napi_tsfn_nonblocking) != napi_ok)
        unmake(step);
}

/* On the thread of JavaScript; without an environment when it is going away. */
static void say_progress(napi_env env, napi_value function, void *context, void *data)
{
    struct step *step = data;
    (void)context;
    if (env && function) {
        napi_value nobody = NULL;
        napi_value args[2] = {give_number(env, (int64_t)step->done),
                              give_number(env, (int64_t)step->all)};
        (void)napi_get_undefined(env, &nobody);
        (void)napi_call_function(env, nobody, function, 2, args, NULL);
    }
    unmake(step);
}

static void run_file(struct job *job)
{
    struct file_job *it = (struct file_job *)job;
    const struct pave_file_job what = {.size = sizeof what,
                                       .in = it->in.p,
                                       .out = it->out.p,
                                       .fields = it->context->fields,
                                       .n_fields = it->context->n,
                                       .threads = it->threads,
                                       .progress = job->progress ? progress : NULL,
                                       .user = it};
    job->status = it->call(job->uses[0]->p, &what, &job->err);
}

static napi_value finish_nothing(const struct call *call, struct job *job)
{
    (void)job;
    return give_null(call->env);
}

static void clear_file(struct job *job)
{
    struct file_job *it = (struct file_job *)job;
    text_free(&it->in);
    text_free(&it->out);
    context_free(it->context);
}

static bool start_progress(const struct call *call, size_t i, struct job *job)
{
    napi_value name = give_text(call->env, "pave", 4);
    return arg_is_nothing(call, i) ||
           napi_create_threadsafe_function(call->env, call->args[i], NULL, name, 0, 1, NULL, NULL,
                                           NULL, say_progress, &job->progress) == napi_ok;
}

/* (key, context, in, out, threads, progress) */
static napi_value start_file(napi_env env, napi_callback_info info,
                             enum pave_status (*what)(struct pave_key *key,
                                                      const struct pave_file_job *job,
                                                      struct pave_error *err))
{
    CALL_BEGIN(call, env, info);
    struct handle *key = NULL;
    struct fields fields = {0};

    int wrong = arg_handle(&call, 0, KIND_KEY, &key);
    if (!wrong)
        wrong = arg_fields(&call, 1, &fields);
    if (wrong)
        return give_number(env, wrong);
    struct file_job *it = make(sizeof *it);
    if (!it)
        return give_status(&call, PAVE_NO_MEMORY);
    it->job =
        (struct job){.run = run_file, .finish = finish_nothing, .clear = clear_file, .uses = {key}};
    it->call = what;
    it->context = fields_copy(fields);
    if (it->context && arg_text(&call, 2, &it->in) && it->in.p && arg_text(&call, 3, &it->out) &&
        it->out.p && arg_u32(&call, 4, &it->threads) && start_progress(&call, 5, &it->job))
        return job_start(&call, &it->job);
    clear_file(&it->job);
    unmake(it);
    return give_number(env, BAD);
}

napi_value file_seal(napi_env env, napi_callback_info info)
{
    return start_file(env, info, pave_file_seal);
}

napi_value file_unseal(napi_env env, napi_callback_info info)
{
    return start_file(env, info, pave_file_unseal);
}

/* A sealed file that is read at any place; lib/file.js sends one read at a time. */
static void close_file(void *file)
{
    pave_file_close(file);
}

struct open_job {
    struct job job;
    struct text path;
    struct context *context;
    struct pave_file *file;
};

static void run_open(struct job *job)
{
    struct open_job *it = (struct open_job *)job;
    job->status = pave_file_open(job->uses[0]->p, it->path.p, it->context->fields, it->context->n,
                                 &it->file, &job->err);
}

static napi_value finish_open(const struct call *call, struct job *job)
{
    struct open_job *it = (struct open_job *)job;
    struct pave_file *file = it->file;
    it->file = NULL;
    return give_handle(
        call,
        (struct handle){.kind = KIND_FILE, .p = file, .close = close_file, .needs = job->uses[0]});
}

static void clear_open(struct job *job)
{
    struct open_job *it = (struct open_job *)job;
    pave_file_close(it->file);
    text_free(&it->path);
    context_free(it->context);
}

/* (key, context, path) */
napi_value file_open(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *key = NULL;
    struct fields fields = {0};

    int wrong = arg_handle(&call, 0, KIND_KEY, &key);
    if (!wrong)
        wrong = arg_fields(&call, 1, &fields);
    if (wrong)
        return give_number(env, wrong);
    struct open_job *it = make(sizeof *it);
    if (!it)
        return give_status(&call, PAVE_NO_MEMORY);
    it->job =
        (struct job){.run = run_open, .finish = finish_open, .clear = clear_open, .uses = {key}};
    it->context = fields_copy(fields);
    if (it->context && arg_text(&call, 2, &it->path) && it->path.p)
        return job_start(&call, &it->job);
    clear_open(&it->job);
    unmake(it);
    return give_number(env, BAD);
}

napi_value file_size(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *file = NULL;
    int wrong = arg_handle(&call, 0, KIND_FILE, &file);
    return give_number(env, wrong ? wrong : (int64_t)pave_file_size(file->p));
}

struct read_job {
    struct job job;
    uint64_t offset;
    size_t capacity;
    size_t n;
    unsigned char *bytes;
};

static void run_read(struct job *job)
{
    struct read_job *it = (struct read_job *)job;
    job->status = pave_file_read_at(job->uses[0]->p, it->offset, it->bytes, it->capacity, &it->n);
}

static napi_value finish_read(const struct call *call, struct job *job)
{
    struct read_job *it = (struct read_job *)job;
    return give_buffer(call->env, it->bytes, it->n);
}

static void clear_read(struct job *job)
{
    struct read_job *it = (struct read_job *)job;
    if (it->bytes)
        pave_wipe(it->bytes, it->capacity);
    unmake(it->bytes);
}

/* (file, offset, size) */
napi_value file_read_at(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *file = NULL;
    int64_t offset = 0;
    uint32_t size = 0;

    int wrong = arg_handle(&call, 0, KIND_FILE, &file);
    if (!wrong &&
        (!arg_i64(&call, 1, &offset) || offset < 0 || !arg_u32(&call, 2, &size) || size == 0))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    struct read_job *it = make(sizeof *it);
    unsigned char *bytes = it ? make(size) : NULL;
    if (!bytes) {
        unmake(it);
        return give_status(&call, PAVE_NO_MEMORY);
    }
    it->job =
        (struct job){.run = run_read, .finish = finish_read, .clear = clear_read, .uses = {file}};
    it->offset = (uint64_t)offset;
    it->capacity = size;
    it->bytes = bytes;
    return job_start(&call, &it->job);
}
