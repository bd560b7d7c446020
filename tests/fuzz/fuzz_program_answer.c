/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever a wrapping program says: a line is heard up to its end and no further, or none is. */
#include "support/fuzz.h"

#include "base/alloc.h"
#include "base/num.h"
#include "crypto/wrap_program.h"

#include <sys/socket.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_program_answer *answer = pv_alloc(sizeof *answer);
    struct pv_str said = fuzz_text(data, pv_min(size, (size_t)2 * PV_PROGRAM_LINE_MAX));
    int ends[2];

    pv_assert(answer && socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    pv_assert(said.n == 0 || send(ends[1], said.p, said.n, MSG_NOSIGNAL) == (ssize_t)said.n);
    pv_assert(shutdown(ends[1], SHUT_WR) == 0);
    bool is_heard = pv_program_talk(ends[0], PV_STR("pave-wrap/1 unwrap a b\n"), answer);
    pv_assert(answer->n <= sizeof answer->line && answer->n <= said.n);
    pv_assert(!is_heard || answer->line[answer->n - 1] == '\n');
    pv_assert(answer->n == 0 || memcmp(answer->line, said.p, answer->n) == 0);
    (void)close(ends[0]);
    (void)close(ends[1]);
    pv_release(answer);
    return 0;
}
