/* SPDX-License-Identifier: Apache-2.0 */
/*
 * history: the texts that a repository has ever held, each once, with the commit that brought it.
 */
#ifndef PV_ENGINE_SCAN_HISTORY_H
#define PV_ENGINE_SCAN_HISTORY_H

#include "engine/scan/scan.h"

struct pv_history_text {
    struct pv_str blob; /* what git calls it */
    struct pv_origin origin;
    struct pv_str path; /* as seen from the root */
    size_t size_bytes;
};

struct pv_history {
    PV_VEC(struct pv_history_text) texts; /* the oldest first */
    const char *root;                     /* of the repository */
    size_t n_commits;
};

/*
 * Lists the texts of all commits that `revisions` name, as git log understands them:
 * "main", "v1..v2"; none: HEAD. PV_INVALID for what would be an option of git;
 * PV_NOT_FOUND: no git, no repository or no such revision, said in words.
 */
PV_RESULT pv_history_list(struct pv_arena *mem, const struct pv_str *revisions, size_t n_revisions,
                          struct pv_history *out, struct pv_err *err);

/* Called with what was scanned so far, of how much; false ends the scan. */
struct pv_history_watch {
    bool (*step)(void *context, size_t done, size_t all, size_t findings);
    void *context;
};

/*
 * Scans all texts, some at a time, and gathers the findings, each secret of a path once: where it
 * came in first. The caller clears `out`, which holds as many results as there were turns.
 */
struct pv_history_result {
    struct pv_scan_result all;    /* findings by path, line and age; counts of all turns */
    struct pv_scan_result *turns; /* own what the findings point into */
    size_t n_turns;
};

void pv_history_result_clear(struct pv_history_result *result);

PV_RESULT pv_history_scan(struct pv_arena *mem, const struct pv_history *history,
                          const struct pv_scan_options *options,
                          const struct pv_history_watch *watch, struct pv_history_result *out,
                          struct pv_err *err);

/* Reads the answer of git log into out->texts, without their sizes. PV_SYNTAX. */
PV_RESULT pv_history_read(struct pv_arena *mem, struct pv_str answer, struct pv_history *out,
                          struct pv_err *err);

#endif
