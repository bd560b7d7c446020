/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_lang: any bytes as a language: a sound tree of the whole file, or a limit.
 */
#ifndef PV_TESTS_SUPPORT_FUZZ_LANG_H
#define PV_TESTS_SUPPORT_FUZZ_LANG_H

#include "engine/lang/lang.h"
#include "sys/clock.h"

#include "support/fuzz.h"
#include "support/tree_sound.h"

enum { FUZZ_MEMORY_MAX = 256 << 20, FUZZ_PARSE_NS = 300000000 };

/* Grammars are known to loop on some inputs; the deadline is what ends that. */
static inline int fuzz_language(struct pv_str name, const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = FUZZ_MEMORY_MAX};
    struct pv_parse_options options = {.deadline_ns = pv_clock_ns() + FUZZ_PARSE_NS,
                                       .now_ns = pv_clock_ns};
    struct pv_tree tree = {0};
    struct pv_result result =
        pv_lang_parse(&mem, pv_lang_find(name), fuzz_text(data, size), &options, &tree, NULL);
    pv_assert(pv_is_ok(result) || result.code == PV_LIMIT || result.code == PV_NO_MEMORY);
    if (pv_is_ok(result)) {
        pv_assert(pv_tree_is_sound(&tree));
        pv_assert(pv_tree_at(&tree, 0)->kind == PV_FILE);
        pv_assert(tree.error_bytes <= size);
    }
    pv_arena_clear(&mem);
    return 0;
}

#endif
