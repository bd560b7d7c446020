/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sarif_read: findings of other tools, from SARIF 2.1.0 (OASIS Standard, 27 March
 * 2020).
 *
 * Of each run: the tool, its rules, and of each result the rule, message, level,
 * first location and weakness class (a CWE in the tags of its rule). Everything
 * else is left alone. The input is hostile: limits as of text/doc.
 */
#ifndef PV_LEDGER_EXCHANGE_SARIF_READ_H
#define PV_LEDGER_EXCHANGE_SARIF_READ_H

#include "base/map.h"
#include "base/vec.h"
#include "ledger/store/sighting.h"

/* Gives the text of a file of the code, by its path from the root; false when there is none. */
typedef bool pv_sarif_code(void *context, struct pv_str path, struct pv_str *out);

struct pv_sarif_options {
    pv_sarif_code *code; /* results stand on lines of it; may be NULL */
    void *context;
};

/* One `run`; texts live in the memory it was read into. */
struct pv_sarif_run {
    struct pv_str tool;
    struct pv_str version;
    struct pv_sightings sightings;
    struct pv_map rules;    /* that ran */
    bool is_successful;     /* false: the tool itself says that it failed; absence proves nothing */
    size_t n_suppressed;    /* results that the tool suppresses; they are left out */
    size_t n_without_place; /* results without a file; left out */
};

struct pv_sarif_runs {
    PV_VEC(struct pv_sarif_run) list;
};

/* PV_SYNTAX, PV_INVALID with what was expected; PV_LIMIT, PV_NO_MEMORY. */
PV_RESULT pv_sarif_read(struct pv_arena *mem, struct pv_str text,
                        const struct pv_sarif_options *options, struct pv_sarif_runs *out,
                        struct pv_err *err);

#endif
