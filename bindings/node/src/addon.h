/* SPDX-License-Identifier: Apache-2.0 */
/*
 * addon: what the files of the binding share. Node-API alone, so that one build serves every
 * Node.js from 18 on.
 *
 * Types are checked in lib/; what is wrong all the same is BAD here, never a crash. A call gives
 * its value, or a number below zero: a pave_status, BAD or CLOSED. There are no globals: each
 * environment (the main thread, each worker) has a `struct instance`.
 */
#ifndef PAVE_NODE_ADDON_H
#define PAVE_NODE_ADDON_H

#define NAPI_VERSION 8
#include <node_api.h>

#include <pave/pave.h>

enum {
    ARGS_MAX = 8,
    FIELDS_MAX = 64,
    SCRATCH_BYTES =
        1 << 16,    /* contexts on their way from JavaScript; the largest is a fifth of it */
    NAME_SLOT = 80, /* bytes of a name that is written once; see context.c */
    SLOTS_MAX = 255,
    PACKED_BYTES = 1 << 16, /* small values of a batch */
    RESULTS_MAX = 1024,     /* values of one call of a batch */
    BAD = -1000,            /* not the type that lib/ promised */
    CLOSED = -1001,
};

struct instance {
    unsigned char *scratch;
    unsigned char *names;
    unsigned char *packed;
    uint32_t *sizes;
    double *results;
    napi_ref keeps[5];   /* what these lie in */
    unsigned char *slab; /* where small results go; see lib/slab.js */
    size_t n_slab;
    napi_ref keeps_slab;
    struct pave_error err;
    struct pave_field fields[FIELDS_MAX];
};

/* What a call was given. */
struct call {
    napi_env env;
    struct instance *here;
    size_t n;
    napi_value args[ARGS_MAX];
};

#define CALL_BEGIN(call, env, info)                                                                \
    struct call call = {.env = (env), .n = ARGS_MAX};                                              \
    call_begin(&call, info)
void call_begin(struct call *call, napi_callback_info info);

/* What a call gives. */
napi_value give_number(napi_env env, int64_t number);
napi_value give_null(napi_env env);
napi_value give_text(napi_env env, const char *text, size_t size);
napi_value give_buffer(napi_env env, const void *bytes, size_t size);
/* Wipes and frees them. */
napi_value give_bytes(napi_env env, struct pave_bytes *bytes);
napi_value give_bytes_text(napi_env env, struct pave_bytes *bytes);
napi_value give_status(const struct call *call, enum pave_status status);
/* The value when `status` is PAVE_OK; else the status. */
napi_value give_bytes_or(const struct call *call, enum pave_status status,
                         struct pave_bytes *bytes);

/* Arguments. False: BAD. What was allocated is freed by pave_bytes_free or text_free. */
struct bytes {
    unsigned char *p;
    size_t n;
};
bool view_bytes(napi_env env, napi_value value, void **p, size_t *n);
bool arg_bytes(const struct call *call, size_t i, struct bytes *out);
/* The same of what lib/ has found to be a view of bytes; it is not asked again. */
bool arg_view(const struct call *call, size_t i, struct bytes *out);
bool arg_u32(const struct call *call, size_t i, uint32_t *out);
bool arg_i64(const struct call *call, size_t i, int64_t *out);
bool arg_is_nothing(const struct call *call, size_t i);
/* As UTF-8 with a zero behind; NULL and true for null and undefined. Wiped by text_free. */
struct text {
    char *p;
    size_t n;
};
bool read_text(napi_env env, napi_value value, struct text *out);
bool arg_text(const struct call *call, size_t i, struct text *out);
void text_free(struct text *text);
void *make(size_t size);
void *make_copy(const void *bytes, size_t size);
void unmake(void *p);

/*
 * Handles. JavaScript has an External; the object behind lives until it was closed or collected
 * and nothing uses it any more: keys keep their library, work in the background its keys.
 */
enum kind {
    KIND_LIBRARY,
    KIND_KEY,
    KIND_CONTEXT,
    KIND_WRITER,
    KIND_READER,
    KIND_FILE,
    KIND_IDENTITY,
    KIND_TRUST,
    KIND_DIGEST,
    KIND_JWKS,
    KIND_PASETO,
    KIND_SECRET,
    KIND_INDEX,
};
struct handle {
    enum kind kind;
    unsigned users;
    bool is_closed;
    bool is_collected;
    void *p;
    void (*close)(void *p);
    struct handle *needs; /* used until this is closed */
};
/* What a handle of KIND_LIBRARY stands for. */
struct pave_library *library_of(const struct handle *handle);
/* Takes `p` over, and closes it when no External can be made. */
napi_value give_handle(const struct call *call, struct handle made);
/* BAD or CLOSED, or 0. */
int arg_handle(const struct call *call, size_t i, enum kind kind, struct handle **out);
int handle_check(const struct handle *handle, enum kind kind);
void handle_use(struct handle *handle);
void handle_drop(struct handle *handle);
napi_value handle_close(napi_env env, napi_callback_info info);

/* A context: an External of context.c, or what lies in the scratch. */
struct fields {
    const struct pave_field *p;
    size_t n;
};
int arg_fields(const struct call *call, size_t i, struct fields *out);
/* Reads one context of `bytes` into `here->fields`; how long it was, or 0. */
size_t fields_parse(struct instance *here, struct bytes bytes, size_t *n);
/* For work in the background: a copy that lives on its own. */
struct context {
    size_t n;
    struct pave_field fields[FIELDS_MAX];
    unsigned char *bytes;
};
struct context *fields_copy(struct fields fields);
void context_free(void *context);

/* How a keyset is unlocked, copied from JavaScript's arrays; see unlock.c. */
struct unlock;
bool unlock_read(napi_env env, napi_value value, struct unlock **out);
const struct pave_unlock *unlock_top(const struct unlock *unlock);
void unlock_free(struct unlock *unlock);

/*
 * Work in the background. `run` is on another thread and may use nothing of Node-API; `finish`
 * makes the value; `clear` frees what a job has besides. The promise gives [status, value or text].
 */
struct job {
    struct pave_error err;
    enum pave_status status;
    struct handle *uses[2];
    void (*run)(struct job *job);
    napi_value (*finish)(const struct call *call, struct job *job);
    void (*clear)(struct job *job);
    napi_async_work work;
    napi_deferred deferred;
    napi_threadsafe_function progress; /* called until the work is done */
};
/* Takes the job over; it was made by make(). */
napi_value job_start(const struct call *call, struct job *job);

/* The functions of each file, named as in lib/. */
#define FUNCTIONS(X)                                                                               \
    X(close, handle_close)                                                                         \
    X(context, context_new)                                                                        \
    X(libraryOpen, library_open)                                                                   \
    X(keyOpen, key_open)                                                                           \
    X(keyOpenAsync, key_open_async)                                                                \
    X(keyOverhead, key_overhead)                                                                   \
    X(subjectNew, subject_new)                                                                     \
    X(subjectReseal, subject_reseal)                                                               \
    X(passwordCost, password_cost)                                                                 \
    X(passwordHash, password_hash)                                                                 \
    X(passwordVerify, password_verify)                                                             \
    X(sealInto, value_seal_into)                                                                   \
    X(openInto, value_open_into)                                                                   \
    X(useSlab, value_use_slab)                                                                     \
    X(sealText, value_seal_text)                                                                   \
    X(openText, value_open_text)                                                                   \
    X(reseal, value_reseal)                                                                        \
    X(inspect, value_inspect)                                                                      \
    X(sealRun, batch_seal)                                                                         \
    X(openRun, batch_open)                                                                         \
    X(indexOpen, index_open)                                                                       \
    X(indexTokens, index_tokens)                                                                   \
    X(indexPlan, index_plan)                                                                       \
    X(writerOpen, writer_open)                                                                     \
    X(writerWrite, writer_write)                                                                   \
    X(writerFinish, writer_finish)                                                                 \
    X(readerOpen, reader_open)                                                                     \
    X(readerPush, reader_push)                                                                     \
    X(readerEnd, reader_end)                                                                       \
    X(fileSeal, file_seal)                                                                         \
    X(fileUnseal, file_unseal)                                                                     \
    X(fileOpen, file_open)                                                                         \
    X(fileSize, file_size)                                                                         \
    X(fileReadAt, file_read_at)                                                                    \
    X(identityOpen, identity_open)                                                                 \
    X(identityPublic, identity_public)                                                             \
    X(trustRead, trust_read)                                                                       \
    X(sign, identity_sign)                                                                         \
    X(verify, trust_verify)                                                                        \
    X(digestNew, digest_new)                                                                       \
    X(digestAdd, digest_add)                                                                       \
    X(signDigest, identity_sign_digest)                                                            \
    X(verifyDigest, trust_verify_digest)                                                           \
    X(messageSeal, message_seal)                                                                   \
    X(messageOpen, message_open)                                                                   \
    X(tokenIssue, token_issue)                                                                     \
    X(tokenVerify, token_verify)                                                                   \
    X(tokenPublic, token_public)                                                                   \
    X(pasetoRead, paseto_read)                                                                     \
    X(pasetoId, paseto_id)                                                                         \
    X(pasetoIssue, paseto_issue)                                                                   \
    X(pasetoVerify, paseto_verify)                                                                 \
    X(pasetoOpen, paseto_open)                                                                     \
    X(jwksRead, jwks_read)                                                                         \
    X(jwtVerify, jwt_verify)                                                                       \
    X(keysetCreate, keyset_create)                                                                 \
    X(keysetRotate, keyset_rotate)                                                                 \
    X(keysetChange, keyset_change)                                                                 \
    X(keysetRewrap, keyset_rewrap)                                                                 \
    X(keysetCheck, keyset_check)                                                                   \
    X(secretNew, secret_new)                                                                       \
    X(derive, secret_derive)                                                                       \
    X(secretBytes, secret_bytes)                                                                   \
    X(secretClose, secret_close)                                                                   \
    X(wipe, secret_wipe)                                                                           \
    X(equal, secret_equal)                                                                         \
    X(randomFill, random_fill)                                                                     \
    X(randomBelow, random_below)                                                                   \
    X(randomToken, random_token)                                                                   \
    X(randomPin, random_pin)                                                                       \
    X(randomUuid, random_uuid)                                                                     \
    X(randomUuidOrdered, random_uuid_ordered)                                                      \
    X(statusName, status_name)                                                                     \
    X(statusText, status_text)                                                                     \
    X(lastError, last_error)

#define DECLARE(name, function) napi_value function(napi_env env, napi_callback_info info);
FUNCTIONS(DECLARE)
#undef DECLARE

#endif
