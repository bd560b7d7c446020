/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sighting: takes into the ledger what one run of a tool has seen, and what it
 * proves by not seeing it: a finding that is not there any more is only gone
 * when its rule ran on its file, or the file is gone.
 */
#ifndef PV_LEDGER_STORE_SIGHTING_H
#define PV_LEDGER_STORE_SIGHTING_H

#include "ledger/store/ledger.h"

/* One finding as the run saw it. */
struct pv_sighting {
    struct pv_observation at;
    uint64_t file_digest; /* a hash of the file; 0 where it is not known */
    struct pv_str class;  /* of the weakness: "crypto.weak-hash", "CWE-328"; may be empty */
    struct pv_str message;
    struct pv_str severity;
    struct pv_str priority; /* in words; empty where nothing decided */
    unsigned rank;          /* of it: higher comes first */
    struct pv_str record;   /* JSON: how it was decided; may be empty */
    struct pv_str service;
    struct pv_str owner;
};

struct pv_sightings {
    struct pv_sighting *p;
    size_t n;
    struct pv_observed_file *files; /* at.file counts them */
    size_t n_files;
};

/* What a run can say of a path. */
enum pv_coverage {
    PV_COVERAGE_NONE,    /* it was not asked for */
    PV_COVERAGE_SCANNED, /* to its end */
    PV_COVERAGE_FAILED,  /* it is there, but was not scanned to its end */
    PV_COVERAGE_GONE,    /* there is no such file any more */
};

struct pv_coverage_answer {
    enum pv_coverage coverage;
    uint64_t file_digest;
    const char *why; /* FAILED: in words */
};

struct pv_record_run {
    struct pv_str asset;
    struct pv_str tool;
    struct pv_str tool_version;
    struct pv_str manifest;                         /* what ran on what, as text */
    int64_t at;                                     /* seconds since 1970 */
    bool (*ran)(void *context, struct pv_str rule); /* whether the rule was looked for at all */
    struct pv_coverage_answer (*look)(void *context, struct pv_str path);
    void *context;
};

/* How many findings became what. */
struct pv_record_counts {
    size_t fresh;
    size_t known;
    size_t reopened;
    size_t fixed;
    size_t withdrawn; /* the file is the same, so the tool or its rules have changed */
    size_t unobservable;
    size_t voided; /* acceptances whose premise does not hold any more */
};

/* What the ledger says of one sighting. */
struct pv_recorded {
    int64_t id;
    bool is_fresh;
    struct pv_str disposition; /* in the ledger's memory */
    struct pv_str reason;
    int64_t until;      /* of an acceptance; 0: none */
    int64_t first_seen; /* seconds since 1970; of a fresh one, this run */
};

/* What a run has changed. */
struct pv_record_result {
    struct pv_recorded *list; /* one for each sighting */
    struct pv_record_counts counts;
};

/*
 * One transaction: all of it or nothing. The list of `out` is in
 * `mem`. The same run twice changes nothing the second time but last_seen.
 */
PV_RESULT pv_ledger_record(struct pv_arena *mem, struct pv_ledger *ledger,
                           const struct pv_record_run *run, const struct pv_sightings *seen,
                           struct pv_record_result *out, struct pv_err *err);

#endif
