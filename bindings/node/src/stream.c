/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/*
 * libpave's writer and reader call for their bytes; streams of Node.js are handed them. So what a
 * call makes goes into a room that lib/stream.js has made large enough, and what a reader cannot
 * use yet waits in `pending`.
 */
struct writer {
    struct pave_writer *pave;
    struct pave_room room; /* of the call that runs */
};

static enum pave_status sink(void *user, const void *bytes, size_t size)
{
    struct pave_room *room = &((struct writer *)user)->room;
    if (size > room->capacity - room->n)
        return PAVE_LIMIT;
    memcpy(room->p + room->n, bytes, size);
    room->n += size;
    return PAVE_OK;
}

static void writer_free(void *p)
{
    struct writer *writer = p;
    pave_writer_close(writer->pave);
    unmake(writer);
}

/* How much a call made, or why it failed. */
static napi_value give_room(const struct call *call, enum pave_status status,
                            struct pave_room *room)
{
    size_t n = room->n;
    if (status != PAVE_OK)
        pave_wipe(room->p, room->n);
    *room = (struct pave_room){0};
    return give_number(call->env, status == PAVE_OK ? (int64_t)n : (int64_t)status);
}

static bool arg_room(const struct call *call, size_t i, struct pave_room *out)
{
    struct bytes bytes = {0};
    if (!arg_bytes(call, i, &bytes))
        return false;
    *out = (struct pave_room){bytes.p, bytes.n, 0};
    return true;
}

/* (key, context, room): [writer, size of the head]. */
napi_value writer_open(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *key = NULL;
    struct fields fields = {0};
    struct pave_room room = {0};
    napi_value out = NULL;

    int wrong = arg_handle(&call, 0, KIND_KEY, &key);
    if (!wrong)
        wrong = arg_fields(&call, 1, &fields);
    if (!wrong && !arg_room(&call, 2, &room))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    struct writer *writer = make(sizeof *writer);
    if (!writer)
        return give_status(&call, PAVE_NO_MEMORY);
    writer->room = room;
    const struct pave_pipe pipe = {.sink = sink, .user = writer};
    enum pave_status status = pave_writer_open(key->p, fields.p, fields.n, &pipe, &writer->pave);
    if (status != PAVE_OK) {
        unmake(writer);
        return give_status(&call, status);
    }
    napi_value n = give_room(&call, status, &writer->room);
    napi_value handle = give_handle(
        &call,
        (struct handle){.kind = KIND_WRITER, .p = writer, .close = writer_free, .needs = key});
    if (napi_create_array_with_length(env, 2, &out) != napi_ok)
        return give_status(&call, PAVE_NO_MEMORY);
    (void)napi_set_element(env, out, 0, handle);
    (void)napi_set_element(env, out, 1, n);
    return out;
}

/* (writer, bytes, room) */
napi_value writer_write(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *handle = NULL;
    struct bytes bytes = {0};
    struct pave_room room = {0};

    int wrong = arg_handle(&call, 0, KIND_WRITER, &handle);
    if (!wrong && (!arg_bytes(&call, 1, &bytes) || !arg_room(&call, 2, &room)))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    struct writer *writer = handle->p;
    writer->room = room;
    return give_room(&call, pave_writer_write(writer->pave, bytes.p, bytes.n), &writer->room);
}

/* (writer, room) */
napi_value writer_finish(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *handle = NULL;
    struct pave_room room = {0};

    int wrong = arg_handle(&call, 0, KIND_WRITER, &handle);
    if (!wrong && !arg_room(&call, 1, &room))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    struct writer *writer = handle->p;
    writer->room = room;
    return give_room(&call, pave_writer_finish(writer->pave), &writer->room);
}

struct reader {
    struct pave_reader *pave; /* NULL until there are enough bytes for its head */
    struct handle *key;
    struct context *context;
    struct bytes given; /* of the call that runs */
    size_t n_pending;
    unsigned char pending[PAVE_STREAM_PULL];
};

/* What waited goes first. */
static enum pave_status source(void *user, void *bytes, size_t capacity, size_t *size)
{
    struct reader *reader = user;
    size_t n = reader->n_pending < capacity ? reader->n_pending : capacity;
    if (n > 0) {
        memcpy(bytes, reader->pending, n);
        reader->n_pending -= n;
        memmove(reader->pending, reader->pending + n, reader->n_pending);
    } else {
        n = reader->given.n < capacity ? reader->given.n : capacity;
        if (n > 0)
            memcpy(bytes, reader->given.p, n);
        reader->given = (struct bytes){reader->given.p + n, reader->given.n - n};
    }
    *size = n;
    return PAVE_OK;
}

static void reader_free(void *p)
{
    struct reader *reader = p;
    /* Closed early on purpose: that the end was not reached is said by reader_end. */
    (void)(pave_reader_close(reader->pave) == PAVE_OK);
    context_free(reader->context);
    unmake(reader);
}

/* (key, context) */
napi_value reader_open(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *key = NULL;
    struct fields fields = {0};

    int wrong = arg_handle(&call, 0, KIND_KEY, &key);
    if (!wrong)
        wrong = arg_fields(&call, 1, &fields);
    if (wrong)
        return give_number(env, wrong);
    struct reader *reader = make(sizeof *reader);
    struct context *context = reader ? fields_copy(fields) : NULL;
    if (!context) {
        unmake(reader);
        return give_status(&call, PAVE_NO_MEMORY);
    }
    reader->key = key;
    reader->context = context;
    return give_handle(
        &call,
        (struct handle){.kind = KIND_READER, .p = reader, .close = reader_free, .needs = key});
}

static enum pave_status open_reader(struct reader *reader)
{
    const struct pave_pipe pipe = {.source = source, .user = reader};
    if (reader->pave)
        return PAVE_OK;
    return pave_reader_open(reader->key->p, reader->context->fields, reader->context->n, &pipe,
                            &reader->pave);
}

/* Whether a read cannot run dry, which it would take for the end. */
static bool is_ready(const struct reader *reader, bool is_end)
{
    return is_end || reader->n_pending + reader->given.n >= PAVE_STREAM_PULL;
}

static enum pave_status read_ready(struct reader *reader, struct pave_room *room, bool is_end)
{
    size_t n = 1;
    if (!is_ready(reader, is_end))
        return PAVE_OK;
    enum pave_status status = open_reader(reader);
    while (status == PAVE_OK && n > 0 && is_ready(reader, is_end)) {
        status = pave_reader_read(reader->pave, room->p + room->n, room->capacity - room->n, &n);
        room->n += n;
    }
    return status;
}

/* (reader, bytes, room): opens what is whole, keeps the rest. The room has PAVE_STREAM_PULL more
 * than is given. */
napi_value reader_push(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *handle = NULL;
    struct bytes bytes = {0};
    struct pave_room room = {0};

    int wrong = arg_handle(&call, 0, KIND_READER, &handle);
    if (!wrong && (!arg_bytes(&call, 1, &bytes) || !arg_room(&call, 2, &room)))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    struct reader *reader = handle->p;
    reader->given = bytes;
    enum pave_status status = read_ready(reader, &room, false);
    if (status == PAVE_OK) {
        memcpy(reader->pending + reader->n_pending, reader->given.p, reader->given.n);
        reader->n_pending += reader->given.n;
    }
    reader->given = (struct bytes){0};
    return give_room(&call, status, &room);
}

/* (reader, room): the rest, and whether the end is the end. */
napi_value reader_end(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *handle = NULL;
    struct pave_room room = {0};

    int wrong = arg_handle(&call, 0, KIND_READER, &handle);
    if (!wrong && !arg_room(&call, 1, &room))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    struct reader *reader = handle->p;
    enum pave_status status = read_ready(reader, &room, true);
    enum pave_status at_end = pave_reader_close(reader->pave);
    reader->pave = NULL;
    return give_room(&call, status != PAVE_OK ? status : at_end, &room);
}
