/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "base/num.h"
#include "crypto/stream_key.h"

#include <pave/secret.h>

struct pave_writer {
    struct pave_pipe pipe;
    struct pv_cobblestone *cobblestone;
    uint64_t index;          /* of the chunk that is being filled */
    size_t n;                /* bytes of it */
    enum pave_status status; /* the first failure, for ever */
    bool is_finished;
    unsigned char chunk[PV_CHUNK_BYTES];
    unsigned char sealed[PV_CHUNK_SEALED];
};

enum pave_status pave_writer_open(struct pave_key *key, const struct pave_field *fields,
                                  size_t n_fields, const struct pave_pipe *pipe,
                                  struct pave_writer **out)
{
    unsigned char head[PV_STREAM_HEAD];

    if (!key || !pipe || !pipe->sink || !out)
        return PAVE_ARGUMENT;
    struct pave_writer *writer = pv_alloc(sizeof *writer);
    if (!writer)
        return PAVE_NO_MEMORY;
    writer->pipe = *pipe;
    enum pave_status status = pv_stream_key_seal(key, fields, n_fields, head, &writer->cobblestone);
    if (status == PAVE_OK)
        status = pipe->sink(pipe->user, head, sizeof head);
    if (status == PAVE_OK)
        *out = writer;
    else
        pave_writer_close(writer);
    return status;
}

static PV_STATUS flush(struct pave_writer *writer)
{
    PAVE_TRY(pv_cobblestone_seal(writer->cobblestone, writer->index, writer->chunk, writer->n,
                                 writer->sealed));
    PAVE_TRY(writer->pipe.sink(writer->pipe.user, writer->sealed, writer->n + PV_CHUNK_TAG));
    writer->index++;
    writer->n = 0;
    return PAVE_OK;
}

enum pave_status pave_writer_write(struct pave_writer *writer, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;

    if (!writer || (!bytes && size > 0) || writer->is_finished)
        return PAVE_ARGUMENT;
    while (writer->status == PAVE_OK && size > 0) {
        size_t n = pv_min(size, PV_CHUNK_BYTES - writer->n);
        memcpy(writer->chunk + writer->n, at, n);
        writer->n += n;
        at += n;
        size -= n;
        /* A full chunk is never the last: the last is shorter, and empty if need be. */
        if (writer->n == PV_CHUNK_BYTES)
            writer->status = flush(writer);
    }
    return writer->status;
}

enum pave_status pave_writer_finish(struct pave_writer *writer)
{
    if (!writer || writer->is_finished)
        return PAVE_ARGUMENT;
    if (writer->status == PAVE_OK)
        writer->status = flush(writer);
    writer->is_finished = true;
    return writer->status;
}

void pave_writer_close(struct pave_writer *writer)
{
    if (!writer)
        return;
    pv_cobblestone_free(writer->cobblestone);
    pave_wipe(writer, sizeof *writer);
    pv_release(writer);
}
