/* SPDX-License-Identifier: Apache-2.0 */
/* Any pattern ends; a name whose every byte is taken as it is matches itself and no longer name. */
#include "support/fuzz.h"

#include "base/buf.h"
#include "text/glob.h"

/* The input's first line is a pattern, the second a path. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_buf_clear) struct pv_buf escaped = {0};
    struct pv_str path = fuzz_text(data, size);
    struct pv_str pattern = {0};
    (void)pv_str_split(&path, '\n', &pattern);
    struct pv_glob glob = pv_glob_of(pattern);
    if (pv_glob_is_match(&glob, path, false))
        pv_assert(pv_glob_is_match_within(&glob, path));

    size_t slash = pv_str_rfind_byte(path, '/');
    struct pv_str name = slash == SIZE_MAX ? path : pv_str_sub(path, slash + 1, path.n);
    if (name.n == 0)
        return 0;
    for (size_t i = 0; i < name.n; i++) {
        pv_buf_add_byte(&escaped, '\\');
        pv_buf_add_byte(&escaped, name.p[i]);
    }
    pv_assert(pv_is_ok(pv_buf_result(&escaped, NULL)));
    struct pv_glob itself = pv_glob_of(pv_buf_str(&escaped));
    pv_assert(pv_glob_is_match(&itself, path, false));
    pv_assert(!pv_glob_is_match(&itself, pv_str_sub(name, 0, name.n - 1), false));
    return 0;
}
