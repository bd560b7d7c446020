/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "base/num.h"
#include "crypto/stream_key.h"

#include <pave/secret.h>

_Static_assert((int)PAVE_STREAM_PULL == (int)PV_CHUNK_SEALED &&
                   (int)PV_STREAM_HEAD < (int)PAVE_STREAM_PULL,
               "what a reader takes at a time");

struct pave_reader {
    struct pave_pipe pipe;
    struct pv_cobblestone *cobblestone;
    uint64_t index;          /* of the next chunk */
    size_t n;                /* bytes of the chunk that is open */
    size_t at;               /* of which so many were handed out */
    enum pave_status status; /* the first failure, for ever */
    bool is_last;            /* the chunk that is open is the last one, and nothing follows */
    unsigned char chunk[PV_CHUNK_BYTES];
    unsigned char sealed[PV_CHUNK_SEALED];
};

/* Up to `n` bytes, fewer only at the end. */
static PV_STATUS pull(struct pave_reader *reader, unsigned char *out, size_t n, size_t *got)
{
    *got = 0;
    while (*got < n) {
        size_t size = 0;
        PAVE_TRY(reader->pipe.source(reader->pipe.user, out + *got, n - *got, &size));
        if (size > n - *got)
            return PAVE_ARGUMENT;
        if (size == 0)
            break;
        *got += size;
    }
    return PAVE_OK;
}

static PV_STATUS begin(struct pave_reader *reader, struct pave_key *key,
                       const struct pave_field *fields, size_t n_fields)
{
    unsigned char head[PV_STREAM_HEAD];
    size_t n = 0;

    PAVE_TRY(pull(reader, head, sizeof head, &n));
    if (n < sizeof head)
        return PAVE_NOT_SEALED;
    return pv_stream_key_open(key, fields, n_fields, head, &reader->cobblestone);
}

static void free_reader(struct pave_reader *reader)
{
    pv_cobblestone_free(reader->cobblestone);
    pave_wipe(reader, sizeof *reader);
    pv_release(reader);
}

enum pave_status pave_reader_open(struct pave_key *key, const struct pave_field *fields,
                                  size_t n_fields, const struct pave_pipe *pipe,
                                  struct pave_reader **out)
{
    if (!key || !pipe || !pipe->source || !out)
        return PAVE_ARGUMENT;
    struct pave_reader *reader = pv_alloc(sizeof *reader);
    if (!reader)
        return PAVE_NO_MEMORY;
    reader->pipe = *pipe;
    enum pave_status status = begin(reader, key, fields, n_fields);
    if (status == PAVE_OK)
        *out = reader;
    else
        free_reader(reader);
    return status;
}

static PV_STATUS next_chunk(struct pave_reader *reader)
{
    unsigned char more = 0;
    size_t n = 0;
    size_t extra = 0;

    reader->n = 0;
    reader->at = 0;
    PAVE_TRY(pull(reader, reader->sealed, sizeof reader->sealed, &n));
    PAVE_TRY(
        pv_cobblestone_open(reader->cobblestone, reader->index, reader->sealed, n, reader->chunk));
    reader->index++;
    reader->n = n - PV_CHUNK_TAG;
    if (n == sizeof reader->sealed)
        return PAVE_OK;
    /* A short chunk ends the stream; what follows it was appended by somebody else. */
    PAVE_TRY(pull(reader, &more, 1, &extra));
    if (extra > 0)
        return PAVE_REFUSED;
    reader->is_last = true;
    return PAVE_OK;
}

enum pave_status pave_reader_read(struct pave_reader *reader, void *bytes, size_t capacity,
                                  size_t *size)
{
    if (!size)
        return PAVE_ARGUMENT;
    *size = 0;
    if (!reader || !bytes || capacity == 0)
        return PAVE_ARGUMENT;
    while (reader->status == PAVE_OK && reader->at == reader->n && !reader->is_last)
        reader->status = next_chunk(reader);
    if (reader->status != PAVE_OK) {
        pave_wipe(reader->chunk, sizeof reader->chunk);
        return reader->status;
    }
    *size = pv_min(capacity, reader->n - reader->at);
    memcpy(bytes, reader->chunk + reader->at, *size);
    reader->at += *size;
    return PAVE_OK;
}

enum pave_status pave_reader_close(struct pave_reader *reader)
{
    if (!reader)
        return PAVE_OK;
    enum pave_status status = reader->status;
    if (status == PAVE_OK && !(reader->is_last && reader->at == reader->n))
        status = PAVE_REFUSED;
    free_reader(reader);
    return status;
}
