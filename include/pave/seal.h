/* SPDX-License-Identifier: Apache-2.0 */
/*
 * seal: values that only the same purpose and context can open.
 *
 * The message is encrypted and authenticated; the context is authenticated and
 * has to be given again to open. On failure every output is wiped and zero.
 */
#ifndef PAVE_SEAL_H
#define PAVE_SEAL_H

#include <pave/context.h>
#include <pave/library.h>
#include <pave/status.h>

PAVE_BEGIN

/* Bytes that the library made. Zero it first; pave_bytes_free wipes it. */
struct pave_bytes {
    unsigned char *p;
    size_t n;
};

#define PAVE_BYTES_INIT                                                                            \
    {                                                                                              \
        NULL, 0                                                                                    \
    }

PAVE_API void pave_bytes_free(struct pave_bytes *bytes);

/*
 * Seals `size` bytes of `message`. The fields must have those that the policy asks for.
 * PAVE_CONTEXT, PAVE_LIMIT, PAVE_FORBIDDEN, PAVE_EXPIRED, PAVE_KEY_STATE, PAVE_USED_UP.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_seal(struct pave_key *key, const void *message,
                                                 size_t size, const struct pave_field *fields,
                                                 size_t n_fields, struct pave_bytes *out);

/*
 * Opens what pave_seal gave. Before a key is used: PAVE_NOT_SEALED, PAVE_NEWER, PAVE_NO_KEY,
 * PAVE_KEY_STATE, PAVE_FORBIDDEN, PAVE_CONTEXT. After that: PAVE_REFUSED, and nothing else.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_open(struct pave_key *key, const void *sealed,
                                                 size_t size, const struct pave_field *fields,
                                                 size_t n_fields, struct pave_bytes *out);

/* Room that the caller has; `n` is what was written. */
struct pave_room {
    unsigned char *p;
    size_t capacity;
    size_t n;
};

/* The size that `size` bytes have when sealed; 0 when the key cannot seal. */
PAVE_API size_t pave_sealed_size(const struct pave_key *key, size_t size);

/* As pave_seal and pave_open, without allocating. PAVE_LIMIT when the room is too small. */
PAVE_API PAVE_CHECKED enum pave_status pave_seal_into(struct pave_key *key, const void *message,
                                                      size_t size, const struct pave_field *fields,
                                                      size_t n_fields, struct pave_room *out);
PAVE_API PAVE_CHECKED enum pave_status pave_open_into(struct pave_key *key, const void *sealed,
                                                      size_t size, const struct pave_field *fields,
                                                      size_t n_fields, struct pave_room *out);

/* As text for columns and JSON: "pave1:" and base64url. Ends in a zero byte that `n` leaves out. */
PAVE_API PAVE_CHECKED enum pave_status pave_seal_text(struct pave_key *key, const void *message,
                                                      size_t size, const struct pave_field *fields,
                                                      size_t n_fields, struct pave_bytes *out);
PAVE_API PAVE_CHECKED enum pave_status pave_open_text(struct pave_key *key, const char *text,
                                                      size_t size, const struct pave_field *fields,
                                                      size_t n_fields, struct pave_bytes *out);

/*
 * Seals anew what was sealed by a key or suite that is no longer the one to seal with.
 * When there is nothing to do, `out` stays empty. The value is opened and checked either way.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_reseal(struct pave_key *key, const void *sealed,
                                                   size_t size, const struct pave_field *fields,
                                                   size_t n_fields, struct pave_bytes *out);

/* One of many values. */
struct pave_item {
    const void *in;
    size_t size;
    const struct pave_field *fields;
    size_t n_fields;
    struct pave_bytes out;
    enum pave_status status; /* what became of this one */
};

/* Each item by itself; the first failure is returned, the others are done all the same. */
PAVE_API PAVE_CHECKED enum pave_status pave_seal_batch(struct pave_key *key,
                                                       struct pave_item *items, size_t n_items);
PAVE_API PAVE_CHECKED enum pave_status pave_open_batch(struct pave_key *key,
                                                       struct pave_item *items, size_t n_items);

/* What can be said of a sealed value, stream or message without any key. */
struct pave_info {
    size_t size; /* sizeof(struct pave_info) */
    unsigned version;
    const char *suite;   /* static text, such as "KC-XAES-256-GCM" */
    uint32_t key_id;     /* 0 for a message: its recipients are named by identities */
    size_t message_size; /* of a value, or of a message's body; 0 for a stream */
    bool is_stream;
    uint32_t recipients; /* of a message (message.h); else 0 */
};

/* The first six bytes are enough; `size` is the size of the whole. PAVE_NOT_SEALED, PAVE_NEWER. */
PAVE_API PAVE_CHECKED enum pave_status pave_inspect(const void *sealed, size_t size,
                                                    struct pave_info *out);

PAVE_END

#endif
