/* SPDX-License-Identifier: Apache-2.0 */
/* The first line is a key, the rest a token: what a key issued opens, and nothing shorter does. */
#include "support/fuzz.h"

#include <pave/paseto.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct pave_paseto_beside beside = {.size = sizeof beside};
    struct pave_paseto_key *key = NULL;
    struct pave_bytes out = {0};
    struct pave_bytes opened = {0};
    struct pv_str token = fuzz_text(data, size);
    struct pv_str text = {0};

    (void)pv_str_split(&token, '\n', &text);
    if (pave_paseto_key_read(text.p ? text.p : "", text.n, &key) != PAVE_OK)
        return 0;
    if (pave_paseto_open(key, token.p ? token.p : "", token.n, &beside, &out) == PAVE_OK)
        pave_bytes_free(&out);
    if (pave_paseto_issue(key, token.p, token.n, &beside, &out) == PAVE_OK) {
        const char *issued = (const char *)out.p;
        bool is_short = out.n <= (64 << 10);
        pv_assert(pave_paseto_open(key, issued, out.n - 1, &beside, &opened) != PAVE_OK);
        pv_assert(!is_short || pave_paseto_open(key, issued, out.n, &beside, &opened) == PAVE_OK);
        pv_assert(!is_short || opened.n == token.n);
        pave_bytes_free(&opened);
        pave_bytes_free(&out);
    }
    pave_paseto_key_close(key);
    return 0;
}
