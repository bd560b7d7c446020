/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/folder.h"

#include "base/assert.h"
#include "sys/path_z.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void close_folder(DIR **folder)
{
    if (*folder)
        (void)closedir(*folder);
}

/* Some file systems don't say the kind with the name. */
static enum pv_file_kind kind_by_looking(DIR *folder, const char *name)
{
    struct stat st = {0};
    if (fstatat(dirfd(folder), name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return PV_FILE_OTHER;
    if (S_ISREG(st.st_mode))
        return PV_FILE_REGULAR;
    if (S_ISDIR(st.st_mode))
        return PV_FILE_FOLDER;
    return S_ISLNK(st.st_mode) ? PV_FILE_LINK : PV_FILE_OTHER;
}

static enum pv_file_kind kind_of(DIR *folder, const struct dirent *entry)
{
    switch (entry->d_type) {
    case DT_REG: return PV_FILE_REGULAR;
    case DT_DIR: return PV_FILE_FOLDER;
    case DT_LNK: return PV_FILE_LINK;
    case DT_FIFO: return PV_FILE_FIFO;
    case DT_SOCK: return PV_FILE_SOCKET;
    case DT_CHR:
    case DT_BLK: return PV_FILE_DEVICE;
    default: return kind_by_looking(folder, entry->d_name);
    }
}

static int by_name(const void *a, const void *b)
{
    const struct pv_folder_entry *x = a;
    const struct pv_folder_entry *y = b;
    return pv_str_cmp(x->name, y->name);
}

static PV_RESULT open_folder(struct pv_str path, bool may_follow, DIR **out, struct pv_err *err)
{
    struct pv_path_z z = {0};
    PV_TRY(pv_path_z(path, &z, err));
    int flags = O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NONBLOCK;
    int descriptor = open(z.z, may_follow ? flags : flags | O_NOFOLLOW);
    if (descriptor < 0)
        return pv_path_fail(err, errno, path);
    DIR *folder = fdopendir(descriptor);
    if (!folder) {
        int number = errno;
        (void)close(descriptor);
        return pv_path_fail(err, number, path);
    }
    *out = folder;
    return PV_SUCCESS;
}

struct pv_result pv_folder_read(struct pv_arena *mem, struct pv_str path, bool may_follow,
                                struct pv_folder *out, struct pv_err *err)
{
    PV_DEFER(close_folder) DIR *folder = NULL;
    struct pv_folder found = {0};
    PV_TRY(open_folder(path, may_follow, &folder, err));
    pv_assert(folder);
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry && errno != 0)
            return pv_path_fail(err, errno, path);
        if (!entry)
            break;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (found.entries.n >= PV_FOLDER_ENTRIES_MAX)
            return pv_fail(err, PV_LIMIT, 0, "%.*s: more than %d entries", PV_STR_FMT(path),
                           PV_FOLDER_ENTRIES_MAX);
        struct pv_folder_entry *item = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &found.entries, &item, err));
        item->kind = kind_of(folder, entry);
        PV_TRY(pv_str_copy(mem, pv_str_of(entry->d_name), &item->name, err));
    }
    if (found.entries.n > 1)
        qsort(found.entries.p, found.entries.n, sizeof *found.entries.p, by_name);
    *out = found;
    return PV_SUCCESS;
}

struct pv_result pv_folder_make_own(struct pv_str path, struct pv_err *err)
{
    enum { MODE_OWN = 0700, MODE_OTHERS_WRITE = 0022 };
    struct pv_path_z z = {0};
    struct stat st = {0};
    PV_TRY(pv_path_z(path, &z, err));
    if (mkdir(z.z, MODE_OWN) != 0 && errno != EEXIST)
        return pv_path_fail(err, errno, path);
    if (lstat(z.z, &st) != 0)
        return pv_path_fail(err, errno, path);
    if (!S_ISDIR(st.st_mode) || st.st_uid != geteuid() || (st.st_mode & MODE_OTHERS_WRITE) != 0)
        return pv_fail(err, PV_DENIED, 0, "%.*s: a folder of one's own", PV_STR_FMT(path));
    return PV_SUCCESS;
}
