/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/save.h"

#include "sys/path_z.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_TRIES = 100, MODE_BITS = 07777, MODE_NEW = 0666 };

/* A replacement on its way; `temporary.z` is empty when there is nothing to remove. */
struct replacement {
    struct pv_path_z target;
    struct pv_path_z folder;
    struct pv_path_z temporary;
    int descriptor;
};

static void end_replacement(struct replacement *job)
{
    if (job->descriptor >= 0)
        (void)close(job->descriptor);
    if (job->temporary.z[0])
        (void)unlink(job->temporary.z);
}

static long write_by_system(int descriptor, const void *bytes, size_t n)
{
    return write(descriptor, bytes, n);
}

static const struct pv_save_steps system_steps = {write_by_system, fsync, rename};

static struct pv_save_steps complete(const struct pv_save_steps *steps)
{
    struct pv_save_steps all = system_steps;
    if (steps && steps->write)
        all.write = steps->write;
    if (steps && steps->sync)
        all.sync = steps->sync;
    if (steps && steps->rename)
        all.rename = steps->rename;
    return all;
}

/* The same error with the path in front, as the user knows it. */
static PV_RESULT name_the_path(struct pv_result result, struct pv_str path, struct pv_err *err)
{
    struct pv_err copy = {0};
    if (pv_is_ok(result) || !err)
        return result;
    copy = *err;
    return pv_fail(err, result.code, copy.offset, "%.*s: %s", PV_STR_FMT(path), copy.text);
}

static PV_RESULT write_directly(const struct pv_save_steps *steps, struct pv_str path,
                                struct pv_str bytes, struct pv_err *err)
{
    struct pv_path_z z = {0};
    PV_TRY(pv_path_z(path, &z, err));
    int descriptor = open(z.z, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return pv_path_fail(err, errno, path);
    struct pv_result result = pv_output_write_through(steps->write, descriptor, bytes, err);
    (void)close(descriptor);
    return name_the_path(result, path, err);
}

/* Splits the target into its folder and the name of a temporary file in it. */
static PV_RESULT name_temporary(struct replacement *job, struct pv_str path, int number,
                                struct pv_err *err)
{
    struct pv_str target = pv_str_of(job->target.z);
    size_t slash = pv_str_rfind_byte(target, '/');
    struct pv_str folder = slash == SIZE_MAX ? PV_STR(".")
                           : slash == 0      ? PV_STR("/")
                                             : pv_str_sub(target, 0, slash);
    PV_TRY(pv_path_z(folder, &job->folder, err));
    int n = snprintf(job->temporary.z, sizeof job->temporary.z, "%s/.pave-%ld-%d.tmp",
                     job->folder.z, (long)getpid(), number);
    if (n > 0 && (size_t)n < sizeof job->temporary.z)
        return PV_SUCCESS;
    job->temporary.z[0] = '\0';
    return pv_path_fail(err, ENAMETOOLONG, path);
}

static PV_RESULT open_temporary(struct replacement *job, struct pv_str path, struct pv_err *err)
{
    for (int i = 0; i < NAME_TRIES; i++) {
        PV_TRY(name_temporary(job, path, i, err));
        job->descriptor =
            open(job->temporary.z, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, MODE_NEW);
        if (job->descriptor >= 0)
            return PV_SUCCESS;
        int number = errno;
        job->temporary.z[0] = '\0'; /* not ours to remove */
        if (number != EEXIST)
            return pv_path_fail(err, number, path);
    }
    return pv_path_fail(err, EEXIST, path);
}

/* Mode as it was; the owner too where we may, which only root and the owner do. */
static PV_RESULT keep_attributes(const struct replacement *job, const struct stat *old,
                                 struct pv_str path, struct pv_err *err)
{
    if (fchown(job->descriptor, old->st_uid, old->st_gid) != 0 && errno != EPERM)
        return pv_path_fail(err, errno, path);
    if (fchmod(job->descriptor, old->st_mode & MODE_BITS) != 0)
        return pv_path_fail(err, errno, path);
    return PV_SUCCESS;
}

/* The new name is durable only when the folder is. Some file systems can't; the bytes are safe. */
static void sync_folder(const struct replacement *job)
{
    int descriptor = open(job->folder.z, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    (void)fsync(descriptor);
    (void)close(descriptor);
}

static PV_RESULT replace(const struct pv_save_steps *steps, struct replacement *job,
                         const struct stat *old, struct pv_str path, struct pv_str bytes,
                         struct pv_err *err)
{
    PV_TRY(open_temporary(job, path, err));
    if (old)
        PV_TRY(keep_attributes(job, old, path, err));
    PV_TRY(name_the_path(pv_output_write_through(steps->write, job->descriptor, bytes, err), path,
                         err));
    if (steps->sync(job->descriptor) != 0)
        return pv_path_fail(err, errno, path);
    int closed = close(job->descriptor);
    job->descriptor = -1;
    if (closed != 0) /* some network file systems say only here that the disk is full */
        return pv_path_fail(err, errno, path);
    if (steps->rename(job->temporary.z, job->target.z) != 0)
        return pv_path_fail(err, errno, path);
    job->temporary.z[0] = '\0';
    sync_folder(job);
    return PV_SUCCESS;
}

struct pv_result pv_save_by(const struct pv_save_steps *steps, struct pv_str path,
                            struct pv_str bytes, struct pv_err *err)
{
    struct pv_save_steps all = complete(steps);
    PV_DEFER(end_replacement) struct replacement job = {.descriptor = -1};
    struct stat old = {0};
    PV_TRY(pv_path_z(path, &job.target, err));
    bool exists = stat(job.target.z, &old) == 0;
    if (!exists && errno != ENOENT)
        return pv_path_fail(err, errno, path);
    if (!exists)
        return replace(&all, &job, NULL, path, bytes, err);
    if (S_ISDIR(old.st_mode))
        return pv_path_fail(err, EISDIR, path);
    if (!S_ISREG(old.st_mode))
        return write_directly(&all, path, bytes, err);
    /* Renaming over a file that is write-protected would work, and be wrong. */
    if (access(job.target.z, W_OK) != 0)
        return pv_path_fail(err, errno, path);
    char resolved[PATH_MAX] = "";
    if (!realpath(job.target.z, resolved))
        return pv_path_fail(err, errno, path);
    PV_TRY(pv_path_z(pv_str_of(resolved), &job.target, err));
    return replace(&all, &job, &old, path, bytes, err);
}

struct pv_result pv_save(struct pv_str path, struct pv_str bytes, struct pv_err *err)
{
    return pv_save_by(NULL, path, bytes, err);
}

/* Takes the name only if it is free; which of two file systems can do which is not ours to know. */
static int rename_to_free_name(const char *from, const char *to)
{
#ifdef RENAME_NOREPLACE
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
#endif
    if (link(from, to) != 0)
        return -1;
    (void)unlink(from);
    return 0;
}

struct pv_result pv_save_new(struct pv_str path, struct pv_str bytes, struct pv_err *err)
{
    const struct pv_save_steps steps = {write_by_system, fsync, rename_to_free_name};
    PV_DEFER(end_replacement) struct replacement job = {.descriptor = -1};
    PV_TRY(pv_path_z(path, &job.target, err));
    return replace(&steps, &job, NULL, path, bytes, err);
}
