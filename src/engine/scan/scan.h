/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scan: runs rules over files and collects findings.
 *
 *     read → prefilter → parse → tree → imports → formulas → findings
 *
 * With deferred rules this is gone twice: first as far as the prefilter, which says
 * what has to be compiled, then all the way with the files that are left.
 *
 * Each thread takes files from one queue and has one arena for the file at hand;
 * nothing is shared but the rules, which do not change. What a hostile file can
 * cost is bounded; a file that reaches a bound is counted as not finished, and the
 * scan goes on. The result does not depend on the number of threads.
 */
#ifndef PV_ENGINE_SCAN_SCAN_H
#define PV_ENGINE_SCAN_SCAN_H

#include "engine/rule/rule.h"
#include "engine/scan/changes.h"
#include "engine/scan/finding.h"
#include "engine/scan/suppress.h"
#include "engine/scan/target.h"

#include <stdatomic.h>

enum pv_outcome {
    PV_OUTCOME_NONE,
#define X(name, meaning) name,
#include "engine/scan/outcome.def"
#undef X
    PV_OUTCOME_COUNT
};

/* In words; static text. */
struct pv_str pv_outcome_meaning(enum pv_outcome outcome);

struct pv_scan_options {
    const struct pv_rule_set *rules;
    /* The same set when some of its rules are deferred: those that a file needs are compiled once
     * all files are read. NULL: nothing is. */
    struct pv_rule_set *deferred;
    unsigned threads;         /* 0: as many as can run here */
    size_t max_file_bytes;    /* 0: PV_SCAN_FILE_BYTES */
    uint64_t file_timeout_ms; /* 0: PV_SCAN_FILE_MS */
    uint64_t rule_steps;      /* 0: PV_SCAN_RULE_STEPS */
    bool is_across;           /* values are followed from file to file */
    bool is_full;             /* parses all files, even where no rule can match */
    bool tries_every_rule;    /* no prefilter: the same findings, proved the slow way */
    bool ignores_rule_paths;  /* rules' include and exclude are not looked at */
    bool ignores_suppressions;
    bool scans_generated;             /* generated and minified files too */
    bool writes_fixes;                /* they will be written: each is proved (see fix_proof.h) */
    bool times_rules;                 /* result.rule_times is wanted */
    const struct pv_changes *changes; /* only findings that touch them; NULL: all */
    const atomic_bool *stop;          /* once true, no further file is begun; may be NULL */
    /* Called now and then, always on the calling thread; may be NULL. */
    void (*progress)(void *context, size_t files_done, size_t files, size_t findings);
    void *progress_context;
};

/* What became of one file, or of one folder that was left out. */
struct pv_scan_file {
    struct pv_str path;
    struct pv_str note; /* UNREADABLE, UNFINISHED, TOO_LARGE: why, in words */
    struct pv_str left; /* which files around it values are not followed into, and why; empty */
    size_t size_bytes;
    uint64_t time_ns; /* of all its way */
    enum pv_outcome outcome;
    enum pv_skip skip;      /* for PV_OUTCOME_SKIPPED */
    unsigned error_percent; /* of its bytes, that could not be parsed; at least 1 when PARTLY */
};

/* A suppression comment that does not count, or that nothing needed. */
struct pv_scan_notice {
    struct pv_str path;
    uint32_t line;
    enum pv_suppress_flaw flaw; /* PV_SUPPRESS_GOOD: it suppressed nothing */
    struct pv_str rules;
};

struct pv_scan_times {
    uint64_t read_ns; /* of all threads together, as the others */
    uint64_t prefilter_ns;
    uint64_t parse_ns;
    uint64_t match_ns;
    uint64_t wall_ns;
};

/* What one rule took, of all threads together. */
struct pv_rule_time {
    const struct pv_rule *rule;
    uint64_t time_ns;
    size_t files; /* that it ran on */
};

struct pv_scan_counts {
    size_t outcome[PV_OUTCOME_COUNT];
    size_t skip[PV_SKIP_COUNT];
    size_t bytes_read;
    size_t bytes_parsed;
    size_t suppressed; /* findings */
    size_t joined;     /* files that values of others were followed into */
    size_t cut;        /* of these, files with more others around them than are followed */
    unsigned threads;
};

/* Owns its memory; the rules must outlive it. */
struct pv_scan_result {
    struct pv_finding *findings; /* by path, start, end, rule */
    size_t n_findings;
    struct pv_scan_file *files; /* by path */
    size_t n_files;
    struct pv_scan_notice *notices; /* by path and line */
    size_t n_notices;
    struct pv_rule_time *rule_times; /* one for each rule of the set, the slowest first */
    size_t n_rule_times;             /* 0 unless they were asked for */
    struct pv_scan_counts counts;
    struct pv_scan_times times;
    bool is_partial; /* it was stopped: findings of some files are missing */
    struct pv_arena mem;
    struct pv_arena *thread_mem;
    unsigned n_thread_mem;
};

void pv_scan_result_clear(struct pv_scan_result *result);

/* PV_NO_MEMORY or PV_LIMIT when not even the result fits; all else is in the result. */
PV_RESULT pv_scan_run(const struct pv_scan_options *options, const struct pv_targets *targets,
                      struct pv_scan_result *out, struct pv_err *err);

#endif
