/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as Python: a sound tree of the whole file, or a limit.
 */
#include "engine/lang/lang.h"

#include "support/fuzz.h"
#include "support/tree_sound.h"

enum { MEMORY_MAX = 256 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = MEMORY_MAX};
    struct pv_str text = fuzz_text(data, size);
    struct pv_tree tree = {0};
    struct pv_result result =
        pv_lang_parse(&mem, pv_lang_find(PV_STR("python")), text, NULL, &tree, NULL);
    pv_assert(pv_is_ok(result) || result.code == PV_LIMIT || result.code == PV_NO_MEMORY);
    if (pv_is_ok(result)) {
        pv_assert(pv_tree_is_sound(&tree));
        pv_assert(pv_tree_at(&tree, 0)->kind == PV_FILE);
        pv_assert(tree.error_bytes <= size);
    }
    pv_arena_clear(&mem);
    return 0;
}
