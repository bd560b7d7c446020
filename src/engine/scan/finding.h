/* SPDX-License-Identifier: Apache-2.0 */
/*
 * finding: one concern at one place.
 */
#ifndef PV_ENGINE_SCAN_FINDING_H
#define PV_ENGINE_SCAN_FINDING_H

#include "base/str.h"
#include "engine/rule/rule.h"
#include "engine/scan/target.h"
#include "engine/taint/taint.h"

struct pv_place {
    uint32_t line;   /* 1-based */
    uint32_t column; /* 1-based, in bytes */
    uint32_t offset;
};

struct pv_finding_var {
    struct pv_str name; /* "$X" */
    struct pv_str text;
    struct pv_place start;
    struct pv_place end;
    struct pv_str
        value; /* what the name that is bound stands for on every path; p NULL: nothing known */
    struct pv_place value_start;
    struct pv_place value_end;
};

/* One place on the way of a value from its source to its sink. */
struct pv_finding_step {
    struct pv_str path; /* p NULL: of the file that the finding is in */
    struct pv_place start;
    struct pv_place end;
    struct pv_str text;  /* the code */
    struct pv_str lines; /* the whole lines that it is on */
};

/* What shows that a finding matters: that a pattern holds, or that it can be reached, and how. */
struct pv_finding_evidence {
    bool is_reachable;
    struct pv_str why; /* a sentence without its capital and full stop; empty for a pattern */
};

/* What the context of the code says; filled after the scan, empty outside a catalog. */
struct pv_finding_context {
    struct pv_str service;
    struct pv_str owner;        /* one or more, by spaces; empty when nobody says */
    struct pv_str owner_source; /* codeowners, component, system, domain, none; empty: not asked */
    struct pv_str owner_place;  /* "CODEOWNERS:4" */
    struct pv_str priority;     /* defer, scheduled, out-of-cycle, immediate, or "lo…hi" */
    struct pv_str reason;       /* one sentence */
    struct pv_str record;       /* JSON: how it was decided (see risk/explanation.h) */
    unsigned rank;              /* higher comes first; 0 unknown */
    bool is_blocking;           /* surely at least what the policy ends a scan for */
    bool is_deferrable;         /* it may be no more than defer: nobody is stopped for it */
};

/* What a ledger knows of a finding. */
enum pv_finding_baseline {
    PV_BASELINE_NONE, /* no ledger was asked */
    PV_BASELINE_NEW,
    PV_BASELINE_UNCHANGED, /* it has been seen before, here or elsewhere in its file */
};

struct pv_finding {
    const struct pv_rule *rule;
    struct pv_str path;
    struct pv_place start;
    struct pv_place end;
    struct pv_str message;     /* metavariables filled in */
    struct pv_str lines;       /* the whole lines of the match */
    struct pv_str fix;         /* replacement of start..end; p is NULL when there is none */
    struct pv_str import;      /* lines that the fix needs; n is 0 when it needs none */
    struct pv_place import_at; /* where they are put in, the same for all of one file */
    struct pv_finding_var *vars;
    size_t n_vars;
    struct pv_finding_step *steps; /* source first, sink last; none for rules of search mode */
    size_t n_steps;
    bool is_sent;             /* the first step is what a stranger sent */
    enum pv_taint_end ending; /* of the flow; PV_END_SINK for rules of search mode, too */
    struct pv_str scope;      /* "Store.keep": see scope.h */
    bool is_suppressed;
    bool is_settled; /* suppressed by what the ledger says, not by a comment */
    enum pv_finding_baseline baseline;
    struct pv_str suppression; /* the reason given, when suppressed */
    char fingerprint[33];      /* 128 bits in hex: rule, path and matched text */
    struct pv_finding_evidence evidence;
    struct pv_finding_context context;
    int64_t ledger_id;              /* its number there; 0: none */
    const struct pv_origin *origin; /* NULL: the work tree */
};

/* The file that a step of the finding's way is in. */
struct pv_str pv_finding_step_path(const struct pv_finding *finding, size_t step);

#endif
