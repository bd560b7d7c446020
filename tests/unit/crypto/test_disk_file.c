/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes appended in pieces of any size are the file, whatever the file system makes of writes past
 * the page cache: takes them, refuses them, takes a part, is interrupted. A disk that is full is
 * told.
 */
#undef _FORTIFY_SOURCE

#include "crypto/disk_file.h"
#include "support/scratch.h"
#include "support/test.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { LARGE = 64 << 20, PIECES = 7, PIECE_MAX = 40000 };

static enum { AS_IT_IS, REFUSES, IN_PART, INTERRUPTED, FULL } manner;
static size_t straight_writes;
static size_t calls;

static bool is_straight(int descriptor)
{
    return (fcntl(descriptor, F_GETFL) & O_DIRECT) != 0;
}

/* In the place of libc's. */
ssize_t pwrite(int descriptor, const void *bytes, size_t n, off_t offset)
{
    bool is_past = is_straight(descriptor);
    straight_writes += is_past;
    calls++;
    if (is_past && ((uintptr_t)bytes | n | (size_t)offset) % PV_DISK_BLOCK != 0)
        fail_msg("a write past the page cache of %zu bytes at %lld", n, (long long)offset);
    if ((manner == REFUSES && is_past) || manner == FULL ||
        (manner == INTERRUPTED && calls % 2 == 1)) {
        errno = manner == REFUSES ? EINVAL : manner == FULL ? ENOSPC : EINTR;
        return -1;
    }
    if (manner == IN_PART && !is_past && n > 1)
        n = n / 2;
    if (manner == IN_PART && is_past && n > PV_DISK_BLOCK) {
        /* A part that ends within a block, which only the usual way can go on from. */
        (void)fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_DIRECT);
        return syscall(SYS_pwrite64, descriptor, bytes, PV_DISK_BLOCK + 512, offset);
    }
    return syscall(SYS_pwrite64, descriptor, bytes, n, offset);
}

/* The sizes of the pieces: within a block, at its end, over several. */
static const size_t pieces[PIECES] = {56, 4040, 1, 4095, PIECE_MAX, 0, 12289};

static bool append_all(struct pv_disk_file *file, const unsigned char *bytes, unsigned char *room)
{
    size_t at = 0;
    for (size_t i = 0; i < PIECES; i++) {
        unsigned char *place = pv_disk_file_place(room, at);
        memcpy(place, bytes + at, pieces[i]);
        if (!pv_disk_file_append(file, place, pieces[i]))
            return false;
        at += pieces[i];
    }
    return pv_disk_file_finish(file);
}

static bool write_file(struct scratch *scratch, uint64_t size, const unsigned char *bytes)
{
    struct pv_disk_file file;
    unsigned char *room = malloc(PIECE_MAX + PV_DISK_SLACK);
    int descriptor =
        open(scratch_path_z(scratch, "out"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert_true(room && descriptor >= 0);
    pv_disk_file_begin(&file, descriptor, size);
    bool is_written = append_all(&file, bytes, room);
    assert_true(!is_written || !is_straight(descriptor));
    assert_int_equal(close(descriptor), 0);
    free(room);
    return is_written;
}

static size_t total(void)
{
    size_t n = 0;
    for (size_t i = 0; i < PIECES; i++)
        n += pieces[i];
    return n;
}

static void pieces_are_the_file(void **state)
{
    struct scratch scratch;
    size_t n = total();
    unsigned char *bytes = malloc(n);
    (void)state;
    assert_non_null(bytes);
    for (size_t i = 0; i < n; i++)
        bytes[i] = (unsigned char)(i * 7 + (i >> 12));
    scratch_begin(&scratch);
    for (manner = AS_IT_IS; manner < FULL; manner++) {
        assert_true(write_file(&scratch, LARGE, bytes));
        assert_true(pv_str_eq(scratch_read(&scratch, "out"), (struct pv_str){(char *)bytes, n}));
    }
    straight_writes = 0;
    manner = AS_IT_IS;
    assert_true(write_file(&scratch, n, bytes)); /* small: the usual way */
    assert_int_equal(straight_writes, 0);
    assert_true(pv_str_eq(scratch_read(&scratch, "out"), (struct pv_str){(char *)bytes, n}));
    scratch_end(&scratch);
    free(bytes);
}

static void a_full_disk_is_told(void **state)
{
    struct scratch scratch;
    unsigned char *bytes = calloc(1, total());
    (void)state;
    assert_non_null(bytes);
    scratch_begin(&scratch);
    manner = FULL;
    assert_false(write_file(&scratch, LARGE, bytes));
    assert_int_equal(errno, ENOSPC);
    manner = AS_IT_IS;
    scratch_end(&scratch);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_the_file),
        cmocka_unit_test(a_full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
