/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/*
 * (key, count, contexts, room, offset): seals or opens small values, which lie one behind the other
 * in `packed` and whose sizes are in `sizes`, one behind the other into the room. `contexts` is how
 * many the scratch has, one for each or 1 for all, or an External. How each went is in the results:
 * its size, or a status. Copying what is small costs less than asking Node-API where it is.
 */
struct run {
    struct handle *handle;
    uint32_t count;
    struct bytes in;
    struct bytes room;
    struct bytes contexts; /* what is left of them; empty: `fields` serve all */
    struct fields fields;
};

static int read_run(const struct call *call, struct run *run)
{
    uint32_t n_contexts = 1;
    int64_t offset = 0;
    int wrong = arg_handle(call, 0, KIND_KEY, &run->handle);
    if (wrong)
        return wrong;
    if (!arg_u32(call, 1, &run->count) || run->count > RESULTS_MAX ||
        !arg_bytes(call, 3, &run->room) || !arg_i64(call, 4, &offset) || offset < 0 ||
        (uint64_t)offset > run->room.n)
        return BAD;
    run->room = (struct bytes){run->room.p + offset, run->room.n - (size_t)offset};
    run->in = (struct bytes){call->here->packed, PACKED_BYTES};
    if (arg_u32(call, 2, &n_contexts) && n_contexts > 1) {
        run->contexts = (struct bytes){call->here->scratch, SCRATCH_BYTES};
        return n_contexts == run->count ? 0 : BAD;
    }
    return arg_fields(call, 2, &run->fields);
}

static int next_fields(const struct call *call, struct run *run)
{
    if (!run->contexts.p)
        return 0;
    size_t n = fields_parse(call->here, run->contexts, &run->fields.n);
    if (n == 0)
        return BAD;
    run->fields.p = call->here->fields;
    run->contexts = (struct bytes){run->contexts.p + n, run->contexts.n - n};
    return 0;
}

typedef enum pave_status (*into_call)(struct pave_key *key, const void *in, size_t size,
                                      const struct pave_field *fields, size_t n_fields,
                                      struct pave_room *out);

static napi_value batch(napi_env env, napi_callback_info info, into_call into, bool is_secret)
{
    CALL_BEGIN(call, env, info);
    struct run run = {0};
    size_t used = 0;
    int wrong = read_run(&call, &run);

    for (uint32_t i = 0; !wrong && i < run.count; i++) {
        size_t n = call.here->sizes[i];
        wrong = n > run.in.n ? BAD : next_fields(&call, &run);
        if (wrong)
            break;
        struct pave_room out = {run.room.p + used, run.room.n - used, 0};
        enum pave_status status =
            into(run.handle->p, run.in.p, n, run.fields.p, run.fields.n, &out);
        call.here->results[i] = status == PAVE_OK ? (double)out.n : (double)status;
        used += out.n;
        run.in = (struct bytes){run.in.p + n, run.in.n - n};
    }
    if (is_secret && run.in.p)
        pave_wipe(call.here->packed, PACKED_BYTES - run.in.n);
    return give_number(env, wrong ? wrong : (int64_t)used);
}

napi_value batch_seal(napi_env env, napi_callback_info info)
{
    return batch(env, info, pave_seal_into, true);
}

napi_value batch_open(napi_env env, napi_callback_info info)
{
    return batch(env, info, pave_open_into, false);
}
