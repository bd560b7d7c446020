/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever is read as a context is written as the same bytes again: there is one form. */
#include "support/fuzz.h"

#include "crypto/context.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct pv_context context;
    struct pave_field fields[PV_CONTEXT_FIELDS_MAX];
    struct pv_str names[PV_CONTEXT_FIELDS_MAX];
    static char words[PV_CONTEXT_FIELDS_MAX][PV_CONTEXT_NAME_MAX + 1];
    size_t n = 0;

    if (pv_context_read(fuzz_text(data, size), fields, names, &n) != PAVE_OK)
        return 0;
    for (size_t i = 0; i < n; i++) {
        memcpy(words[i], names[i].p, names[i].n);
        words[i][names[i].n] = 0;
        fields[i].name = words[i];
    }
    pv_assert(pv_context_write(fields, n, &context) == PAVE_OK);
    pv_assert(context.n - PV_CONTEXT_HEAD == size);
    pv_assert(memcmp(context.bytes + PV_CONTEXT_HEAD, data, size) == 0);
    return 0;
}
