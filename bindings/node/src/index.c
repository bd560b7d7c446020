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

static int read_index(const struct call *call, struct handle **index, struct fields *values)
{
    int wrong = arg_handle(call, 0, KIND_INDEX, index);
    return wrong ? wrong : arg_fields(call, 1, values);
}

/* (index, values) */
napi_value index_token(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *index = NULL;
    struct fields values = {0};
    struct pave_index_token token = {""};

    int wrong = read_index(&call, &index, &values);
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status = pave_index_token(index->p, values.p, values.n, &token);
    return status == PAVE_OK ? give_text(env, token.text, strlen(token.text))
                             : give_status(&call, status);
}

/* (index, values): one for each key. */
napi_value index_query(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *index = NULL;
    struct fields values = {0};
    napi_value out = NULL;
    size_t n = 0;

    int wrong = read_index(&call, &index, &values);
    if (wrong)
        return give_number(env, wrong);
    size_t capacity = pave_index_tokens(index->p);
    struct pave_index_token *tokens = make((capacity + 1) * sizeof *tokens);
    if (!tokens)
        return give_status(&call, PAVE_NO_MEMORY);
    enum pave_status status = pave_index_query(index->p, values.p, values.n, tokens, capacity, &n);
    if (status == PAVE_OK && napi_create_array_with_length(env, n, &out) != napi_ok)
        status = PAVE_NO_MEMORY;
    for (size_t i = 0; status == PAVE_OK && i < n; i++)
        (void)napi_set_element(env, out, (uint32_t)i,
                               give_text(env, tokens[i].text, strlen(tokens[i].text)));
    unmake(tokens);
    return status == PAVE_OK ? out : give_status(&call, status);
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
