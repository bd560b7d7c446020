/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/file.h"

#include "base/num.h"
#include "sys/path_z.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_STEP = 64 << 10 };

static void close_file(const int *descriptor)
{
    if (*descriptor >= 0)
        (void)close(*descriptor);
}

static enum pv_file_kind kind_of(mode_t mode)
{
    if (S_ISREG(mode))
        return PV_FILE_REGULAR;
    if (S_ISDIR(mode))
        return PV_FILE_FOLDER;
    if (S_ISLNK(mode))
        return PV_FILE_LINK;
    if (S_ISFIFO(mode))
        return PV_FILE_FIFO;
    if (S_ISSOCK(mode))
        return PV_FILE_SOCKET;
    if (S_ISBLK(mode) || S_ISCHR(mode))
        return PV_FILE_DEVICE;
    return PV_FILE_OTHER;
}

const char *pv_file_kind_name(enum pv_file_kind kind)
{
    switch (kind) {
    case PV_FILE_REGULAR: return "a regular file";
    case PV_FILE_FOLDER: return "a folder";
    case PV_FILE_LINK: return "a symbolic link";
    case PV_FILE_FIFO: return "a named pipe";
    case PV_FILE_SOCKET: return "a socket";
    case PV_FILE_DEVICE: return "a device";
    case PV_FILE_OTHER: return "not a file";
    }
    return "not a file";
}

static struct pv_file_info info_of(const struct stat *st)
{
    return (struct pv_file_info){
        .kind = kind_of(st->st_mode),
        .size_bytes = st->st_size > 0 ? (uint64_t)st->st_size : 0,
    };
}

struct pv_result pv_file_look(struct pv_str path, struct pv_file_info *out, struct pv_err *err)
{
    struct pv_path_z z = {0};
    struct stat st = {0};
    PV_TRY(pv_path_z(path, &z, err));
    if (stat(z.z, &st) != 0)
        return pv_path_fail(err, errno, path);
    *out = info_of(&st);
    return PV_SUCCESS;
}

struct pv_result pv_file_real_path(struct pv_arena *mem, struct pv_str path, struct pv_str *out,
                                   struct pv_err *err)
{
    struct pv_path_z z = {0};
    char resolved[PATH_MAX] = "";
    PV_TRY(pv_path_z(path, &z, err));
    if (!realpath(z.z, resolved))
        return pv_path_fail(err, errno, path);
    return pv_str_copy(mem, pv_str_of(resolved), out, err);
}

/* One read that a signal doesn't end; below zero as read(2). */
static ssize_t read_some(int descriptor, char *bytes, size_t n)
{
    for (;;) {
        ssize_t got = read(descriptor, bytes, n);
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

static PV_RESULT too_large(struct pv_str path, size_t max_bytes, struct pv_err *err)
{
    return pv_fail(err, PV_LIMIT, max_bytes, "%.*s: larger than %zu bytes", PV_STR_FMT(path),
                   max_bytes);
}

/*
 * Reads to the end. One byte more than `max_bytes` is asked for, so that a file
 * that grew since its size was seen is noticed and not silently cut.
 */
static PV_RESULT read_all(int descriptor, struct pv_str path, size_t expected, size_t max_bytes,
                          struct pv_buf *out, struct pv_err *err)
{
    size_t step = pv_min(pv_max(expected + 1, 1), max_bytes + 1);
    while (out->n <= max_bytes) {
        step = pv_min(step, max_bytes + 1 - out->n);
        char *room = pv_buf_room(out, step);
        if (!room)
            return pv_buf_result(out, err);
        ssize_t got = read_some(descriptor, room, step);
        if (got < 0)
            return pv_path_fail(err, errno, path);
        if (got == 0)
            return PV_SUCCESS;
        out->n += (size_t)got;
        step = READ_STEP;
    }
    return too_large(path, max_bytes, err);
}

static PV_RESULT read_regular(struct pv_str path, size_t max_bytes, struct pv_buf *out,
                              struct pv_err *err)
{
    struct pv_path_z z = {0};
    struct stat st = {0};
    PV_TRY(pv_path_z(path, &z, err));
    /* Without O_NONBLOCK opening a FIFO would wait for its writer. */
    PV_DEFER(close_file)
    const int descriptor = open(z.z, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
        /* A socket can't be opened at all; say what it is, as for the others. */
        if (errno != ENXIO)
            return pv_path_fail(err, errno, path);
        return pv_fail(err, PV_UNSUPPORTED, 0, "%.*s: %s, not a regular file", PV_STR_FMT(path),
                       pv_file_kind_name(PV_FILE_SOCKET));
    }
    if (fstat(descriptor, &st) != 0)
        return pv_path_fail(err, errno, path);
    struct pv_file_info info = info_of(&st);
    if (info.kind != PV_FILE_REGULAR)
        return pv_fail(err, PV_UNSUPPORTED, 0, "%.*s: %s, not a regular file", PV_STR_FMT(path),
                       pv_file_kind_name(info.kind));
    if (info.size_bytes > max_bytes)
        return too_large(path, max_bytes, err);
    return read_all(descriptor, path, (size_t)info.size_bytes, max_bytes, out, err);
}

/* A limit on bytes that leaves room for asking one more. */
static size_t usable_limit(size_t max_bytes)
{
    return pv_min(max_bytes, (size_t)PV_BUF_MAX_DEFAULT - 2);
}

struct pv_result pv_file_read(struct pv_str path, size_t max_bytes, struct pv_buf *out,
                              struct pv_err *err)
{
    pv_buf_reset(out);
    struct pv_result result = read_regular(path, usable_limit(max_bytes), out, err);
    if (!pv_is_ok(result))
        pv_buf_reset(out);
    return result;
}

struct pv_result pv_file_read_text(struct pv_arena *mem, struct pv_str path, size_t max_bytes,
                                   struct pv_str *out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    PV_TRY(pv_file_read(path, max_bytes, &bytes, err));
    return pv_str_copy(mem, pv_buf_str(&bytes), out, err);
}

struct pv_result pv_file_read_stdin(size_t max_bytes, struct pv_buf *out, struct pv_err *err)
{
    pv_buf_reset(out);
    struct pv_result result = read_all(STDIN_FILENO, PV_STR("standard input"), READ_STEP,
                                       usable_limit(max_bytes), out, err);
    if (!pv_is_ok(result))
        pv_buf_reset(out);
    return result;
}
