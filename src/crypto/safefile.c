/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/safefile.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 65536, LOCK_ALONE = 2 /* LOCK_EX */, MODE_BITS = 0777 };

/* Of <sys/file.h>, which by this tree's include path would be the room sys's. */
int flock(int descriptor, int operation);

static PV_STATUS fail(struct pave_error *err, const char *path)
{
    int number = errno;
    enum pave_status status = number == ENOENT   ? PAVE_NO_FILE
                              : number == EEXIST ? PAVE_EXISTS
                              : number == ENOMEM ? PAVE_NO_MEMORY
                                                 : PAVE_IO;
    char reason[128] = "";
    const char *text = strerror_r(number, reason, sizeof reason);
    return pv_refuse(err, status, 0, "%s: %s", path, text);
}

static PV_STATUS read_all(int descriptor, const char *path, struct pv_buf *out,
                          struct pave_error *err)
{
    for (;;) {
        char *room = pv_buf_room(out, CHUNK);
        if (!room)
            return out->failure == PV_LIMIT
                       ? pv_refuse(err, PAVE_LIMIT, 0, "%s: the file is too large", path)
                       : PAVE_NO_MEMORY;
        ssize_t got = read(descriptor, room, CHUNK);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(err, path);
        if (got == 0)
            return PAVE_OK;
        out->n += (size_t)got;
    }
}

PV_STATUS pv_safefile_read(const char *path, size_t max, struct pv_buf *out, struct pave_error *err)
{
    struct stat about = {0};
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    enum pave_status status = PAVE_OK;

    if (descriptor < 0)
        return fail(err, path);
    out->max = max + CHUNK;
    if (fstat(descriptor, &about) != 0)
        status = fail(err, path);
    else if (!S_ISREG(about.st_mode))
        status = pv_refuse(err, PAVE_IO, 0, "%s: not a regular file", path);
    else
        status = read_all(descriptor, path, out, err);
    (void)close(descriptor);
    if (status == PAVE_OK && out->n > max)
        status = pv_refuse(err, PAVE_LIMIT, 0, "%s: the file is too large", path);
    return status;
}

/* The folder of a path, "." when there is none in it. */
static void folder_of(const char *path, char *out, size_t size)
{
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    if (!slash)
        (void)snprintf(out, size, ".");
    else
        (void)snprintf(out, size, "%.*s", n ? (int)n : 1, path);
}

/* A device, a pipe or a folder would be replaced by the file, which nobody means. */
static bool is_replaceable(const char *path)
{
    struct stat about = {0};
    return stat(path, &about) != 0 || S_ISREG(about.st_mode);
}

/* Makes the new file, for nobody but its owner as yet. */
static PV_STATUS create(struct pv_safefile *file, const char *path, struct pave_error *err)
{
    char folder[PV_SAFEFILE_PATH_MAX];

    *file = (struct pv_safefile){0};
    int n = snprintf(file->target, sizeof file->target, "%s", path);
    folder_of(path, folder, sizeof folder);
    int m = snprintf(file->temporary, sizeof file->temporary, "%s/.pave-XXXXXX", folder);
    if (n <= 0 || (size_t)n >= sizeof file->target || m <= 0 || (size_t)m >= sizeof file->temporary)
        return pv_refuse(err, PAVE_IO, 0, "the path is empty or too long");
    if (!is_replaceable(path))
        return pv_refuse(err, PAVE_IO, 0, "%s: not a regular file; it would be replaced", path);
    file->descriptor = mkostemp(file->temporary, O_CLOEXEC);
    if (file->descriptor < 0)
        return fail(err, path);
    file->is_open = 1;
    return PAVE_OK;
}

static PV_STATUS set_mode(struct pv_safefile *file, mode_t mode, struct pave_error *err)
{
    if (fchmod(file->descriptor, mode) == 0)
        return PAVE_OK;
    enum pave_status status = fail(err, file->target);
    pv_safefile_abort(file);
    return status;
}

PV_STATUS pv_safefile_begin(struct pv_safefile *file, const char *path, mode_t mode,
                            struct pave_error *err)
{
    PAVE_TRY(create(file, path, err));
    return set_mode(file, mode, err);
}

PV_STATUS pv_safefile_renew(struct pv_safefile *file, const char *path, mode_t mode,
                            struct pave_error *err)
{
    char real[PATH_MAX] = "";
    struct stat old = {0};
    if (!realpath(path, real) || stat(real, &old) != 0)
        return errno == ENOENT ? pv_safefile_begin(file, path, mode, err) : fail(err, path);
    mode = old.st_mode & MODE_BITS;
    PAVE_TRY(create(file, real, err));
    /* Only root gives files away; a group can be given what its members have. */
    if (fchown(file->descriptor, old.st_uid, old.st_gid) != 0 &&
        fchown(file->descriptor, (uid_t)-1, old.st_gid) != 0)
        mode &= (mode_t)~S_IRWXG;
    return set_mode(file, mode, err);
}

PV_STATUS pv_safefile_write(struct pv_safefile *file, const void *bytes, size_t n,
                            struct pave_error *err)
{
    const char *at = bytes;
    while (n > 0) {
        ssize_t done = write(file->descriptor, at, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return fail(err, file->target);
        at += done;
        n -= (size_t)done;
    }
    return PAVE_OK;
}

/* A name is durable when its folder is. Some file systems cannot do that; the bytes are safe. */
static void sync_folder(const char *path)
{
    char folder[PV_SAFEFILE_PATH_MAX];
    folder_of(path, folder, sizeof folder);
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    (void)fsync(descriptor);
    (void)close(descriptor);
}

static PV_STATUS commit(struct pv_safefile *file, bool must_be_new, struct pave_error *err)
{
    bool is_done = fsync(file->descriptor) == 0;
    if (is_done && must_be_new) /* link refuses a name that is taken; rename would replace it */
        is_done = link(file->temporary, file->target) == 0;
    else if (is_done)
        is_done = rename(file->temporary, file->target) == 0;
    if (!is_done) {
        enum pave_status status = fail(err, file->target);
        pv_safefile_abort(file);
        return status;
    }
    (void)close(file->descriptor);
    if (must_be_new)
        (void)unlink(file->temporary);
    sync_folder(file->target);
    file->is_open = 0;
    return PAVE_OK;
}

PV_STATUS pv_safefile_commit(struct pv_safefile *file, struct pave_error *err)
{
    return commit(file, false, err);
}

PV_STATUS pv_safefile_commit_new(struct pv_safefile *file, struct pave_error *err)
{
    return commit(file, true, err);
}

void pv_safefile_abort(struct pv_safefile *file)
{
    if (!file->is_open)
        return;
    (void)close(file->descriptor);
    (void)unlink(file->temporary);
    file->is_open = 0;
}

/* The folder itself is locked: no file is left behind, and replacing a file does not lose the lock.
 */
PV_STATUS pv_safefile_lock(const char *path, int *out, struct pave_error *err)
{
    char folder[PV_SAFEFILE_PATH_MAX];
    char real[PATH_MAX] = "";
    folder_of(realpath(path, real) ? real : path, folder, sizeof folder);
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(err, path);
    while (flock(descriptor, LOCK_ALONE) != 0) {
        if (errno == EINTR)
            continue;
        enum pave_status status = fail(err, path);
        (void)close(descriptor);
        return status;
    }
    *out = descriptor;
    return PAVE_OK;
}

void pv_safefile_unlock(int *lock)
{
    if (*lock >= 0)
        (void)close(*lock);
    *lock = -1;
}
