/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/test_watch.h"

#include "app/cli/example.h"
#include "base/attr.h"
#include "base/hash.h"
#include "engine/rule/rule.h"
#include "engine/scan/scan_limits.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "sys/interrupt.h"

/* Short enough to feel immediate; the files are small and in the system's memory. */
enum { WAIT_MS = 200 };

static uint64_t mix(uint64_t seen, struct pv_str text)
{
    return (seen ^ pv_hash_str(text)) * UINT64_C(0x9e3779b97f4a7c15);
}

/* A file that cannot be read counts as an empty one: it may be about to be replaced. */
static uint64_t mix_file(struct pv_arena *mem, uint64_t seen, struct pv_str path)
{
    struct pv_str text = {0};
    pv_ignore(pv_file_read_text(mem, path, PV_SCAN_FILE_BYTES_MAX, &text, NULL));
    return mix(mix(seen, path), text);
}

static uint64_t mix_source(struct pv_arena *mem, uint64_t seen, const struct pv_rule_source *source)
{
    struct pv_examples examples = {0};
    seen = mix(mix(seen, source->path), source->text);
    pv_ignore(pv_examples_find(mem, source->path, &examples, NULL));
    PV_VEC_EACH (const struct pv_str, path, &examples.paths)
        seen = mix_file(mem, seen, *path);
    return seen;
}

uint64_t pv_test_watch_look(const struct pv_str *paths, size_t n_paths)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_rule_sources sources = {0};
    uint64_t seen = PV_HASH_START;
    for (size_t i = 0; i < n_paths; i++)
        pv_ignore(pv_rule_sources_gather(&mem, paths[i], &sources, NULL));
    PV_VEC_EACH (const struct pv_rule_source, source, &sources.list)
        seen = mix_source(&mem, seen, source);
    return seen;
}

bool pv_test_watch_wait(const struct pv_str *paths, size_t n_paths, uint64_t seen)
{
    while (!atomic_load(pv_interrupt_flag())) {
        if (pv_test_watch_look(paths, n_paths) != seen)
            return true;
        pv_clock_wait_ms(WAIT_MS);
    }
    return false;
}
