/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/sealed_file.h"
#include "base/alloc.h"
#include "base/num.h"

#include <pave/secret.h>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

struct pave_file {
    int descriptor;
    uint64_t size; /* of the message */
    struct pv_cobblestone *cobblestone;
    unsigned char chunk[PV_CHUNK_BYTES];
    unsigned char sealed[PV_CHUNK_SEALED];
};

bool pv_sealed_file_pread(int descriptor, void *bytes, size_t n, uint64_t offset)
{
    unsigned char *at = bytes;
    while (n > 0) {
        ssize_t got = pread(descriptor, at, n, (off_t)offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        n -= (size_t)got;
        offset += (uint64_t)got;
    }
    return true;
}

bool pv_sealed_file_pwrite(int descriptor, const void *bytes, size_t n, uint64_t offset)
{
    const unsigned char *at = bytes;
    while (n > 0) {
        ssize_t got = pwrite(descriptor, at, n, (off_t)offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        n -= (size_t)got;
        offset += (uint64_t)got;
    }
    return true;
}

bool pv_sealed_file_message_size(uint64_t sealed, uint64_t *out)
{
    if (sealed < PV_STREAM_HEAD + PV_CHUNK_TAG)
        return false;
    uint64_t body = sealed - PV_STREAM_HEAD;
    uint64_t full = body / PV_CHUNK_SEALED;
    uint64_t last = body % PV_CHUNK_SEALED;
    if (last < PV_CHUNK_TAG || full >= PV_CHUNKS_MAX)
        return false;
    *out = full * PV_CHUNK_BYTES + (last - PV_CHUNK_TAG);
    return true;
}

PV_STATUS pv_sealed_file_regular(const char *path, int *descriptor, struct stat *about,
                                 struct pave_error *err)
{
    *descriptor = path ? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) : -1;
    if (*descriptor < 0)
        return pv_refuse(err, path && errno == ENOENT ? PAVE_NO_FILE : PAVE_IO, 0,
                         "%s: could not be opened", path ? path : "no path");
    if (fstat(*descriptor, about) == 0 && S_ISREG(about->st_mode))
        return PAVE_OK;
    (void)close(*descriptor);
    *descriptor = -1;
    return pv_refuse(err, PAVE_IO, 0, "%s: not a regular file", path);
}

PV_STATUS pv_sealed_file_head(struct pave_key *key, int descriptor, const struct pave_field *fields,
                              size_t n_fields, struct pv_cobblestone **out)
{
    unsigned char head[PV_STREAM_HEAD];
    if (!pv_sealed_file_pread(descriptor, head, sizeof head, 0))
        return PAVE_NOT_SEALED;
    return pv_stream_key_open(key, fields, n_fields, head, out);
}

static PV_STATUS open_chunk(struct pave_file *file, uint64_t index)
{
    uint64_t start = index * PV_CHUNK_BYTES;
    size_t n = (size_t)(file->size - start < PV_CHUNK_BYTES ? file->size - start : PV_CHUNK_BYTES);
    if (!pv_sealed_file_pread(file->descriptor, file->sealed, n + PV_CHUNK_TAG,
                              PV_STREAM_HEAD + index * PV_CHUNK_SEALED))
        return PAVE_IO;
    return pv_cobblestone_open(file->cobblestone, index, file->sealed, n + PV_CHUNK_TAG,
                               file->chunk);
}

static PV_STATUS begin(struct pave_file *file, struct pave_key *key, const char *path,
                       const struct pave_field *fields, size_t n_fields)
{
    struct stat about = {0};
    PAVE_TRY(pv_sealed_file_regular(path, &file->descriptor, &about, NULL));
    PAVE_TRY(pv_sealed_file_head(key, file->descriptor, fields, n_fields, &file->cobblestone));
    if (!pv_sealed_file_message_size((uint64_t)about.st_size, &file->size))
        return PAVE_REFUSED;
    /* The last chunk vouches for the length: it is short, and its number is in its nonce. */
    return open_chunk(file, file->size / PV_CHUNK_BYTES);
}

enum pave_status pave_file_open(struct pave_key *key, const char *path,
                                const struct pave_field *fields, size_t n_fields,
                                struct pave_file **out, struct pave_error *err)
{
    if (!key || !path || !out)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "no key or no path");
    struct pave_file *file = pv_alloc(sizeof *file);
    if (!file)
        return PAVE_NO_MEMORY;
    file->descriptor = -1;
    enum pave_status status = begin(file, key, path, fields, n_fields);
    if (status == PAVE_OK) {
        *out = file;
        return PAVE_OK;
    }
    pave_file_close(file);
    return pv_refuse(err, status, 0, "%s: %s", path, pave_error_text(status));
}

uint64_t pave_file_size(const struct pave_file *file)
{
    return file ? file->size : 0;
}

enum pave_status pave_file_read_at(struct pave_file *file, uint64_t offset, void *bytes,
                                   size_t capacity, size_t *size)
{
    unsigned char *at = bytes;

    if (!size)
        return PAVE_ARGUMENT;
    *size = 0;
    if (!file || (!bytes && capacity > 0))
        return PAVE_ARGUMENT;
    size_t done = 0;
    while (done < capacity && offset < file->size) {
        size_t skip = (size_t)(offset % PV_CHUNK_BYTES);
        enum pave_status status = open_chunk(file, offset / PV_CHUNK_BYTES);
        if (status != PAVE_OK) {
            pave_wipe(bytes, done);
            return status;
        }
        uint64_t left = file->size - offset;
        size_t n = pv_min(capacity - done, PV_CHUNK_BYTES - skip);
        n = left < n ? (size_t)left : n;
        memcpy(at + done, file->chunk + skip, n);
        done += n;
        offset += n;
    }
    *size = done;
    return PAVE_OK;
}

void pave_file_close(struct pave_file *file)
{
    if (!file)
        return;
    if (file->descriptor >= 0)
        (void)close(file->descriptor);
    pv_cobblestone_free(file->cobblestone);
    pave_wipe(file, sizeof *file);
    pv_release(file);
}
