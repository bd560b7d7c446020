/* SPDX-License-Identifier: Apache-2.0 */
#include "support/brittle_disk.h"

#include "support/test.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* What a write that was not synced yet has replaced. */
struct undo {
    struct undo *before;
    sqlite3_file *real;
    sqlite3_int64 offset;
    sqlite3_int64 size; /* of the file, before */
    int n;
    unsigned char bytes[];
};

struct brittle_file {
    sqlite3_file base;
    sqlite3_file *real; /* follows this struct in memory */
};

static struct {
    enum brittle_disk_kind kind;
    size_t nth;
    size_t n;
    bool was_hit;
    sqlite3_vfs *real;
    sqlite3_vfs own;
    struct undo *undo; /* the newest first */
} disk;

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((struct brittle_file *)(void *)file)->real;
}

static void *must(void *p)
{
    if (!p)
        abort();
    return p;
}

/* What is read beyond the end is zero, and cut off again by `size`. */
static void remember(sqlite3_file *real, sqlite3_int64 offset, int n)
{
    struct undo *undo = must(calloc(1, sizeof *undo + (size_t)n));
    if (real->pMethods->xFileSize(real, &undo->size) != SQLITE_OK)
        abort();
    undo->before = disk.undo;
    undo->real = real;
    undo->offset = offset;
    undo->n = n;
    if (n > 0)
        (void)real->pMethods->xRead(real, undo->bytes, n, offset);
    disk.undo = undo;
}

/* The file has reached the disk, or is gone. */
static void forget(const sqlite3_file *real)
{
    struct undo **at = &disk.undo;
    while (*at) {
        struct undo *undo = *at;
        if (undo->real != real) {
            at = &undo->before;
            continue;
        }
        *at = undo->before;
        free(undo);
    }
}

static void lose_unsynced(void)
{
    for (const struct undo *undo = disk.undo; undo; undo = undo->before) {
        if (undo->n > 0)
            (void)undo->real->pMethods->xWrite(undo->real, undo->bytes, undo->n, undo->offset);
        (void)undo->real->pMethods->xTruncate(undo->real, undo->size);
    }
}

/* Whether this one is still done. */
static bool goes_on(void)
{
    if (++disk.n < disk.nth)
        return true;
    if (!disk.was_hit && disk.kind == BRITTLE_DISK_POWER)
        lose_unsynced();
    disk.was_hit = true;
    return false;
}

static int write_file(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 offset)
{
    sqlite3_file *real = real_of(file);
    if (disk.kind == BRITTLE_DISK_TORN && disk.n + 1 == disk.nth)
        (void)real->pMethods->xWrite(real, bytes, n / 2, offset);
    if (!goes_on())
        return SQLITE_FULL;
    if (disk.kind == BRITTLE_DISK_POWER)
        remember(real, offset, n);
    return real->pMethods->xWrite(real, bytes, n, offset);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
    sqlite3_file *real = real_of(file);
    sqlite3_int64 before = 0;
    if (!goes_on())
        return SQLITE_IOERR_TRUNCATE;
    if (disk.kind == BRITTLE_DISK_POWER && real->pMethods->xFileSize(real, &before) == SQLITE_OK &&
        before > size)
        remember(real, size, (int)(before - size));
    return real->pMethods->xTruncate(real, size);
}

static int sync_file(sqlite3_file *file, int flags)
{
    if (!goes_on())
        return SQLITE_IOERR_FSYNC;
    forget(real_of(file));
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int close_file(sqlite3_file *file)
{
    forget(real_of(file));
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int read_file(sqlite3_file *file, void *bytes, int n, sqlite3_int64 offset)
{
    return real_of(file)->pMethods->xRead(real_of(file), bytes, n, offset);
}

static int size_file(sqlite3_file *file, sqlite3_int64 *size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int lock_file(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int unlock_file(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int is_reserved(sqlite3_file *file, int *out)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}

static int control_file(sqlite3_file *file, int op, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), op, argument);
}

static int sector_size(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

/* Of what the disk says of itself, nothing that would let SQLite write less carefully. */
static int characteristics(sqlite3_file *file)
{
    (void)file;
    return 0;
}

static int map_shared(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, out);
}

static int lock_shared(sqlite3_file *file, int offset, int n, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, n, flags);
}

static void bar_shared(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int unmap_shared(sqlite3_file *file, int should_delete)
{
    bool has_ended = disk.was_hit && disk.kind != BRITTLE_DISK_FULL;
    return real_of(file)->pMethods->xShmUnmap(real_of(file), should_delete && !has_ended);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = size_file,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = is_reserved,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = map_shared,
    .xShmLock = lock_shared,
    .xShmBarrier = bar_shared,
    .xShmUnmap = unmap_shared,
};

static int open_file(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags,
                     int *out_flags)
{
    struct brittle_file *brittle = (struct brittle_file *)(void *)file;
    (void)vfs;
    brittle->real = (sqlite3_file *)(void *)(brittle + 1);
    brittle->base.pMethods = NULL;
    int status = disk.real->xOpen(disk.real, name, brittle->real, flags, out_flags);
    if (status == SQLITE_OK)
        brittle->base.pMethods = &methods;
    return status;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int should_sync)
{
    (void)vfs;
    if (!goes_on())
        return SQLITE_IOERR_DELETE;
    return disk.real->xDelete(disk.real, name, should_sync);
}

void brittle_disk_begin(enum brittle_disk_kind kind, size_t nth)
{
    disk.kind = kind;
    disk.nth = nth;
    disk.n = 0;
    disk.was_hit = false;
    disk.real = must(sqlite3_vfs_find(NULL));
    disk.own = *disk.real;
    disk.own.zName = "brittle";
    disk.own.pNext = NULL;
    disk.own.szOsFile = (int)sizeof(struct brittle_file) + disk.real->szOsFile;
    disk.own.xOpen = open_file;
    disk.own.xDelete = delete_file;
    if (sqlite3_vfs_register(&disk.own, 1) != SQLITE_OK)
        abort();
}

bool brittle_disk_end(void)
{
    if (disk.undo || sqlite3_vfs_unregister(&disk.own) != SQLITE_OK ||
        sqlite3_vfs_register(disk.real, 1) != SQLITE_OK)
        abort();
    return disk.was_hit;
}
