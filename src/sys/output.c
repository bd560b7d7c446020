/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/output.h"

#include "base/num.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* More than this in one write(2) is cut by the system anyway. */
enum { WRITE_MAX = 1 << 30 };

static long write_by_system(int descriptor, const void *bytes, size_t n)
{
    return write(descriptor, bytes, n);
}

static PV_RESULT fail_of(int number, size_t written, struct pv_err *err)
{
    char said[128] = "";
    const char *text = strerror_r(number, said, sizeof said);
    if (number == EPIPE || number == ECONNRESET)
        return pv_fail(err, PV_STOPPED, written, "the reader of the output has gone");
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        return pv_fail(err, PV_LIMIT, written, "%s", text);
    return pv_fail(err, PV_IO, written, "%s", text);
}

/* Whoever gave us a descriptor may have made it non-blocking; then we wait. */
static void wait_until_writable(int descriptor)
{
    struct pollfd poll_one = {.fd = descriptor, .events = POLLOUT};
    (void)poll(&poll_one, 1, -1);
}

struct pv_result pv_output_write_through(pv_output_writer writer, int descriptor,
                                         struct pv_str bytes, struct pv_err *err)
{
    size_t at = 0;
    while (at < bytes.n) {
        long written = writer(descriptor, bytes.p + at, pv_min(bytes.n - at, WRITE_MAX));
        if (written > 0) {
            at += (size_t)written;
            continue;
        }
        if (written == 0)
            return pv_fail(err, PV_IO, at, "nothing more could be written");
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            wait_until_writable(descriptor);
        else if (errno != EINTR)
            return fail_of(errno, at, err);
    }
    return PV_SUCCESS;
}

struct pv_result pv_output_write(int descriptor, struct pv_str bytes, struct pv_err *err)
{
    return pv_output_write_through(write_by_system, descriptor, bytes, err);
}
