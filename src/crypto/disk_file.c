/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/disk_file.h"
#include "crypto/sealed_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Smaller files are likely to be read by whoever asked for them, and cost little. */
enum { STRAIGHT_MIN = 16 << 20 };

static bool set_straight(int descriptor, bool is_on)
{
#ifdef O_DIRECT
    int flags = fcntl(descriptor, F_GETFL);
    return flags >= 0 &&
           fcntl(descriptor, F_SETFL, is_on ? flags | O_DIRECT : flags & ~O_DIRECT) == 0;
#else
    (void)descriptor;
    return !is_on;
#endif
}

/* Whatever a straight write ran into, the usual way runs into it too, or does better. */
static void leave_straight(struct pv_disk_file *file)
{
    (void)set_straight(file->descriptor, false);
    file->is_straight = false;
}

void pv_disk_file_begin(struct pv_disk_file *file, int descriptor, uint64_t size)
{
    file->descriptor = descriptor;
    file->end = 0;
    file->is_straight = size >= STRAIGHT_MIN && set_straight(descriptor, true);
}

unsigned char *pv_disk_file_place(unsigned char *room, uint64_t offset)
{
    size_t past = (uintptr_t)room % PV_DISK_BLOCK;
    return room + (past ? PV_DISK_BLOCK - past : 0) + offset % PV_DISK_BLOCK;
}

/* Whole blocks; how many bytes of them were written. */
static size_t write_straight(const struct pv_disk_file *file, const unsigned char *blocks, size_t n,
                             uint64_t at)
{
    size_t done = 0;
    while (done < n && done % PV_DISK_BLOCK == 0) {
        ssize_t got = pwrite(file->descriptor, blocks + done, n - done, (off_t)(at + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += (size_t)got;
    }
    return done;
}

static bool write_blocks(struct pv_disk_file *file, const unsigned char *blocks, size_t n,
                         uint64_t at)
{
    size_t done = file->is_straight ? write_straight(file, blocks, n, at) : 0;
    if (done == n)
        return true;
    if (file->is_straight)
        leave_straight(file);
    return pv_sealed_file_pwrite(file->descriptor, blocks + done, n - done, at + done);
}

bool pv_disk_file_append(struct pv_disk_file *file, unsigned char *bytes, size_t n)
{
    size_t kept = (size_t)(file->end % PV_DISK_BLOCK);
    unsigned char *start = bytes - kept;
    size_t whole = (kept + n) / PV_DISK_BLOCK * PV_DISK_BLOCK;

    memcpy(start, file->tail, kept);
    if (whole > 0 && !write_blocks(file, start, whole, file->end - kept))
        return false;
    file->end += n;
    memcpy(file->tail, start + whole, kept + n - whole);
    return true;
}

bool pv_disk_file_finish(struct pv_disk_file *file)
{
    size_t kept = (size_t)(file->end % PV_DISK_BLOCK);
    if (file->is_straight)
        leave_straight(file);
    return pv_sealed_file_pwrite(file->descriptor, file->tail, kept, file->end - kept);
}
