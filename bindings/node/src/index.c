/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

static void close_index(void *p)
{
    pave_index_close(p);
}

/* (library, purpose, name) */
napi_value index_open(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *library = NULL;
    struct pave_index *index = NULL;
    struct text purpose = {0};
    struct text name = {0};

    int wrong = arg_handle(&call, 0, KIND_LIBRARY, &library);
    if (!wrong &&
        (!arg_text(&call, 1, &purpose) || !purpose.p || !arg_text(&call, 2, &name) || !name.p))
        wrong = BAD;
    enum pave_status status =
        wrong ? PAVE_OK
              : pave_index_open(library_of(library), purpose.p, name.p, &index, &call.here->err);
    text_free(&purpose);
    text_free(&name);
    if (wrong)
        return give_number(env, wrong);
    if (status != PAVE_OK)
        return give_status(&call, status);
    return give_handle(
        &call,
        (struct handle){.kind = KIND_INDEX, .p = index, .close = close_index, .needs = library});
}

/*
 * The tokens of some values: one to store, or for a query one for each key. Those of a slow index
 * cost as much as a password's hash, so all of it can be done in the background.
 */
struct index_job {
    struct job job;
    struct context *values;
    bool is_query;
    size_t n;
    size_t capacity;
    struct pave_index_token *tokens;
};

static enum pave_status find_tokens(struct index_job *it, struct pave_index *index)
{
    if (it->is_query)
        return pave_index_query(index, it->values->fields, it->values->n, it->tokens, it->capacity,
                                &it->n);
    it->n = 1;
    return pave_index_token(index, it->values->fields, it->values->n, it->tokens);
}

static void run_index(struct job *job)
{
    job->status = find_tokens((struct index_job *)job, job->uses[0]->p);
}

static napi_value finish_index(const struct call *call, struct job *job)
{
    struct index_job *it = (struct index_job *)job;
    napi_value out = NULL;
    if (napi_create_array_with_length(call->env, it->n, &out) != napi_ok)
        return NULL;
    for (size_t i = 0; i < it->n; i++)
        (void)napi_set_element(
            call->env, out, (uint32_t)i,
            give_text(call->env, it->tokens[i].text, strlen(it->tokens[i].text)));
    return out;
}

static void clear_index(struct job *job)
{
    struct index_job *it = (struct index_job *)job;
    context_free(it->values);
    unmake(it->tokens);
}

/* (index, values, whether it is a query, whether it is done in the background): the tokens. */
napi_value index_tokens(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *index = NULL;
    struct fields values = {0};
    uint32_t is_query = 0;
    uint32_t is_later = 0;

    int wrong = arg_handle(&call, 0, KIND_INDEX, &index);
    if (!wrong)
        wrong = arg_fields(&call, 1, &values);
    if (!wrong && (!arg_u32(&call, 2, &is_query) || !arg_u32(&call, 3, &is_later)))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    struct index_job *it = make(sizeof *it);
    if (!it)
        return give_status(&call, PAVE_NO_MEMORY);
    it->job = (struct job){
        .run = run_index, .finish = finish_index, .clear = clear_index, .uses = {index}};
    it->is_query = is_query != 0;
    it->capacity = pave_index_tokens(index->p) + 1;
    it->tokens = make(it->capacity * sizeof *it->tokens);
    it->values = fields_copy(values);
    enum pave_status status = it->tokens && it->values ? PAVE_OK : PAVE_NO_MEMORY;
    if (status == PAVE_OK && is_later)
        return job_start(&call, &it->job);
    if (status == PAVE_OK)
        status = find_tokens(it, index->p);
    napi_value out = status == PAVE_OK ? finish_index(&call, &it->job) : give_status(&call, status);
    clear_index(&it->job);
    unmake(it);
    return out;
}

/* (distinct, rows): [least, most, usual, rows each]. */
napi_value index_plan(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_index_advice advice = {.size = sizeof advice};
    int64_t distinct = 0;
    int64_t rows = 0;
    napi_value out = NULL;
    napi_value each = NULL;

    if (!arg_i64(&call, 0, &distinct) || distinct < 0 || !arg_i64(&call, 1, &rows) || rows < 0)
        return give_number(env, BAD);
    enum pave_status status = pave_index_plan((uint64_t)distinct, (uint64_t)rows, &advice);
    if (status != PAVE_OK)
        return give_status(&call, status);
    if (napi_create_array_with_length(env, 4, &out) != napi_ok ||
        napi_create_double(env, advice.rows_each, &each) != napi_ok)
        return give_status(&call, PAVE_NO_MEMORY);
    (void)napi_set_element(env, out, 0, give_number(env, advice.least));
    (void)napi_set_element(env, out, 1, give_number(env, advice.most));
    (void)napi_set_element(env, out, 2, give_number(env, advice.usual));
    (void)napi_set_element(env, out, 3, each);
    return out;
}
