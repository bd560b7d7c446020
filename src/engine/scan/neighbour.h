/* SPDX-License-Identifier: Apache-2.0 */
/*
 * neighbour: a file that values of others are followed into: its tree and what
 * is known of it, made once and shared by all threads.
 */
#ifndef PV_ENGINE_SCAN_NEIGHBOUR_H
#define PV_ENGINE_SCAN_NEIGHBOUR_H

#include "engine/match/pattern.h"
#include "engine/scan/target.h"
#include "sys/thread.h"

struct pv_neighbour;

/* How neighbours are read. */
struct pv_neighbour_options {
    const struct pv_vocab *vocab;
    const struct pv_properties *properties;
    size_t max_file_bytes;
    uint64_t file_timeout_ms;
    uint64_t rule_steps;
};

/* One for each target of a scan; most are never made. */
struct pv_neighbours {
    const struct pv_targets *targets;
    struct pv_neighbour_options options;
    struct pv_neighbour **list;
    struct pv_lock lock;
};

PV_RESULT pv_neighbours_init(struct pv_arena *mem, const struct pv_targets *targets,
                             struct pv_neighbours *out, struct pv_err *err);

/* Zero is nothing to clear. */
void pv_neighbours_clear(struct pv_neighbours *neighbours);

/*
 * The file of target `number` as the matcher sees it, or NULL when it can't be
 * read or parsed. It lives as long as the neighbours. `*bytes_parsed` grows if it
 * had to be made, which its parser does in `parsing`, if not NULL.
 */
const struct pv_match_file *pv_neighbours_get(struct pv_neighbours *neighbours, uint32_t number,
                                              struct pv_parse_memory *parsing,
                                              size_t *bytes_parsed);

#endif
