/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/neighbour.h"

#include "base/alloc.h"
#include "engine/match/memo.h"
#include "engine/scan/scan_limits.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "text/utf8.h"

enum { NS_PER_MS = 1000000 };

struct pv_neighbour {
    struct pv_arena mem;
    struct pv_lock lock; /* of who makes it */
    struct pv_tree tree;
    struct pv_match_file file;
    struct pv_match_memo memo;
    bool is_made;
    bool is_usable;
};

PV_RESULT pv_neighbours_init(struct pv_arena *mem, const struct pv_targets *targets,
                             struct pv_neighbours *out, struct pv_err *err)
{
    struct pv_neighbours neighbours = {.targets = targets};
    PV_TRY(PV_NEW_ARRAY(mem, targets->files.n + 1, &neighbours.list, err));
    *out = neighbours;
    pv_lock_init(&out->lock);
    return PV_SUCCESS;
}

void pv_neighbours_clear(struct pv_neighbours *neighbours)
{
    if (!neighbours->list)
        return;
    for (size_t i = 0; i < neighbours->targets->files.n; i++) {
        struct pv_neighbour *one = neighbours->list[i];
        if (!one)
            continue;
        pv_arena_clear(&one->mem);
        pv_match_memo_clear(&one->memo);
        pv_lock_clear(&one->lock);
        pv_release(one);
    }
    pv_lock_clear(&neighbours->lock);
    *neighbours = (struct pv_neighbours){0};
}

static PV_RESULT make(const struct pv_neighbours *neighbours, const struct pv_target *target,
                      struct pv_parse_memory *memory, struct pv_neighbour *one,
                      size_t *bytes_parsed)
{
    const struct pv_neighbour_options *options = &neighbours->options;
    struct pv_str bytes = target->text;
    struct pv_utf8_text text = {0};
    struct pv_parse_options parsing = {
        .vocab = options->vocab,
        .deadline_ns = pv_clock_ns() + options->file_timeout_ms * NS_PER_MS,
        .now_ns = pv_clock_ns,
        .memory = memory,
    };
    one->mem.limit_bytes = PV_SCAN_FILE_MEMORY;
    if (!target->has_text)
        PV_TRY(pv_file_read_text(&one->mem, target->path, options->max_file_bytes, &bytes, NULL));
    PV_TRY(pv_utf8_read(&one->mem, bytes, &text, NULL));
    PV_TRY(pv_lang_parse(&one->mem, pv_lang_of_file(target->path, text.text), text.text, &parsing,
                         &one->tree, NULL));
    *bytes_parsed += text.text.n;
    PV_TRY(pv_match_file_read(&one->mem, &one->tree, text.text, options->vocab, &one->file, NULL));
    one->file.constants.properties = options->properties;
    one->file.memo = &one->memo;
    one->is_usable = !one->tree.is_cut;
    return PV_SUCCESS;
}

static struct pv_neighbour *slot_of(struct pv_neighbours *neighbours, uint32_t number)
{
    pv_lock_take(&neighbours->lock);
    struct pv_neighbour *one = neighbours->list[number];
    if (!one && (one = pv_alloc(sizeof *one))) {
        pv_lock_init(&one->lock);
        pv_match_memo_init(&one->memo, PV_SCAN_FILE_MEMORY, neighbours->options.rule_steps);
        neighbours->list[number] = one;
    }
    pv_lock_leave(&neighbours->lock);
    return one;
}

const struct pv_match_file *pv_neighbours_get(struct pv_neighbours *neighbours, uint32_t number,
                                              struct pv_parse_memory *parsing, size_t *bytes_parsed)
{
    struct pv_neighbour *one = slot_of(neighbours, number);
    if (!one)
        return NULL;
    pv_lock_take(&one->lock);
    if (!one->is_made)
        pv_ignore(
            make(neighbours, &neighbours->targets->files.p[number], parsing, one, bytes_parsed));
    one->is_made = true;
    pv_lock_leave(&one->lock);
    return one->is_usable ? &one->file : NULL;
}
