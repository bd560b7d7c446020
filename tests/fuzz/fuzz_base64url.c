/* SPDX-License-Identifier: Apache-2.0 */
/* What is read and written again is the same text: there is one form of everything. */
#include "crypto/base64url.h"
#include "support/fuzz.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_str text = fuzz_text(data, size);
    unsigned char *bytes = malloc(size + 1);
    char *again = malloc(size + 2);
    size_t n = 0;

    pv_assert(bytes && again);
    if (pv_base64url_read(text, bytes, size, &n)) {
        pv_base64url_write(bytes, n, again);
        pv_assert(pv_base64url_size(n) == text.n);
        pv_assert(text.n == 0 || memcmp(again, text.p, text.n) == 0);
    }
    free(bytes);
    free(again);
    return 0;
}
