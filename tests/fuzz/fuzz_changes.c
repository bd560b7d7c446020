/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever git's answer holds: files have paths, and lines come as ranges that are not empty. */
#include "support/fuzz.h"

#include "engine/scan/changes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_changes changes = {0};
    if (!pv_is_ok(pv_changes_read(&mem, fuzz_text(data, size), &changes, NULL)))
        return 0;
    PV_VEC_EACH (const struct pv_changed_file, file, &changes.files) {
        pv_assert(file->path.n > 0 && file->path.n <= size);
        PV_VEC_EACH (const struct pv_line_range, range, &file->lines)
            pv_assert(range->last >= range->first);
    }
    return 0;
}
