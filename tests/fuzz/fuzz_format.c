/* SPDX-License-Identifier: Apache-2.0 */
/* Any text with places ends; its pieces are of the text, in order, and each takes some of it. */
#include "support/fuzz.h"

#include "engine/taint/format.h"

/* The input's first byte chooses the way of writing places. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_str text = fuzz_text(data, size);
    if (text.n == 0)
        return 0;
    struct pv_format format = {.rest = pv_str_sub(text, 1, text.n), .has_braces = text.p[0] & 1};
    struct pv_format_piece piece = {0};
    size_t left = format.rest.n;
    while (pv_format_next(&format, &piece)) {
        pv_assert(format.rest.n < left);
        left = format.rest.n;
        pv_assert(piece.text.n == 0 || piece.name.n == 0);
        pv_assert(piece.text.n == 0 || (piece.text.p >= text.p && piece.text.p < text.p + text.n));
    }
    return 0;
}
