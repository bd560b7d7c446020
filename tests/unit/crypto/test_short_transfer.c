/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A system that never reads or writes all that it was asked for, as on network file systems and
 * disks that are nearly full: what arrives is the whole file all the same.
 */
/* Its inline pread is in the way of another one. */
#undef _FORTIFY_SOURCE

#include "support/crypto_case.h"
#include "support/test.h"

#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { LARGE = (17 << 20) + 17, SHORT = 40001 };

static _Atomic size_t calls; /* from several threads */

static size_t less(size_t n)
{
    calls++;
    return n > SHORT ? SHORT : n;
}

/* In the place of libc's. */
ssize_t pread(int descriptor, void *bytes, size_t n, off_t offset)
{
    return syscall(SYS_pread64, descriptor, bytes, less(n), offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t n, off_t offset)
{
    return syscall(SYS_pwrite64, descriptor, bytes, less(n), offset);
}

/* The first slot, the second, and a part of the third: never as many as were asked for. */
static ssize_t in_part(long number, int descriptor, const struct iovec *slots, int n, off_t offset)
{
    struct iovec few[3];
    int n_few = n < 3 ? n : 3;
    for (int i = 0; i < n_few; i++)
        few[i] = slots[i];
    few[n_few - 1].iov_len = (few[n_few - 1].iov_len + 1) / 2;
    calls++;
    return syscall(number, descriptor, few, n_few, offset, 0);
}

ssize_t preadv(int descriptor, const struct iovec *slots, int n, off_t offset)
{
    return in_part(SYS_preadv, descriptor, slots, n, offset);
}

ssize_t pwritev(int descriptor, const struct iovec *slots, int n, off_t offset)
{
    return in_part(SYS_pwritev, descriptor, slots, n, offset);
}

static void short_reads_and_writes_are_gone_on_with(void **state)
{
    struct crypto_case test;
    const struct pave_field patient = {"patient", "p-17", 4};
    unsigned char *bytes = malloc(LARGE);
    (void)state;
    crypto_case_usual(&test);
    for (size_t i = 0; i < LARGE; i++)
        bytes[i] = (unsigned char)(i * 7 + (i >> 12));
    scratch_write(&test.scratch, "plain", (struct pv_str){(char *)bytes, LARGE});
    struct pave_key *key = crypto_case_key(&test, "phi.scan");
    struct pave_file_job job = crypto_case_job(&test, "plain", "sealed", &patient);
    assert_int_equal(pave_file_seal(key, &job, NULL), PAVE_OK);
    job.in = job.out;
    job.out = scratch_path_z(&test.scratch, "back");
    assert_int_equal(pave_file_unseal(key, &job, NULL), PAVE_OK);
    assert_true(calls > 4 * LARGE / SHORT);
    assert_true(
        pv_str_eq(scratch_read(&test.scratch, "back"), (struct pv_str){(char *)bytes, LARGE}));
    free(bytes);
    pave_key_close(key);
    crypto_case_end(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_reads_and_writes_are_gone_on_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
