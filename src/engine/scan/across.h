/* SPDX-License-Identifier: Apache-2.0 */
/*
 * across: what is known of the files of a scan together: which words of rules
 * each holds, and into which others its values are followed.
 *
 * All files are noted first, by all threads; then they are linked; from then on
 * nothing changes but the neighbours that are made.
 */
#ifndef PV_ENGINE_SCAN_ACROSS_H
#define PV_ENGINE_SCAN_ACROSS_H

#include "engine/module/links.h"
#include "engine/scan/neighbour.h"
#include "engine/scan/plan.h"

struct pv_across_file {
    struct pv_outline outline; /* its kind is NONE for a file that was not noted */
    const uint64_t *words;     /* set of pv_prefilter_find */
    size_t bytes;
    bool is_end; /* some rule's sinks may be in it */
    struct pv_links_unit unit;
    const uint64_t *unit_words; /* of it and those around it; NULL when there are none */
};

struct pv_across {
    struct pv_across_file *files; /* by number of the target */
    size_t n;
    size_t n_words; /* of a set of words, in 64 bits */
    struct pv_links_file *linked;
    struct pv_links links;
    struct pv_neighbours neighbours;
};

PV_RESULT pv_across_init(struct pv_arena *mem, const struct pv_targets *targets, size_t n_words,
                         struct pv_across *out, struct pv_err *err);
void pv_across_clear(struct pv_across *across);

/* The number of one of the targets. */
uint32_t pv_across_number(const struct pv_across *across, const struct pv_target *target);

/* What the survey saw of a file. */
struct pv_across_note {
    uint32_t number;
    const struct pv_lang *lang;
    struct pv_str path;
    struct pv_str text;
    const uint64_t *words;
    bool is_end;
};

/* Keeps what links need of it, in `mem`. Of different files, any threads may. */
PV_RESULT pv_across_add(struct pv_arena *mem, struct pv_across *across,
                        const struct pv_across_note *note, struct pv_err *err);

/* Once all are noted. */
PV_RESULT pv_across_link(struct pv_arena *mem, struct pv_across *across,
                         const struct pv_targets *targets, size_t max_file_bytes,
                         struct pv_err *err);

/* Whether a source of the rule may be in the file itself, of one that was noted. */
bool pv_across_has_source(const struct pv_across *across, uint32_t number,
                          const struct pv_rule_part *part);

/* Whether the rule's sinks may be in the file and its sources in it or around it. */
bool pv_across_is_met(const struct pv_across *across, uint32_t number,
                      const struct pv_rule_part *part);

/* Whether some rule may follow values between the file and others; such rules are added to
 * `wanted`, which may be NULL. */
bool pv_across_wants(const struct pv_across *across, uint32_t number, const struct pv_plan *plan,
                     uint64_t *wanted);

#endif
