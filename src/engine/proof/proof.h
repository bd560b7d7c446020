/* SPDX-License-Identifier: Apache-2.0 */
/*
 * proof: whether data that must be kept is sealed before it leaves a service.
 *
 * Given the names of the types and fields that hold the data, its values are
 * followed through every file of the service. The proof fails if one reaches
 * storage, a log or the network unsealed; it is not complete if one goes where
 * it can't be followed: to a function that is not known, into a place that other
 * code sees, back to a caller that is not known, or into a file that could not be
 * read to its end. Each function of the service that takes the data as a
 * parameter of such a type answers for itself, so calls of it are no way out.
 *
 * What decides is data too: seals/, by language: how values look, what seals,
 * what opens, the ways out, and functions that keep to themselves. What flows by
 * way of branches alone (a length, a comparison) is not followed.
 */
#ifndef PV_ENGINE_PROOF_PROOF_H
#define PV_ENGINE_PROOF_PROOF_H

#include "engine/proof/proof_limits.h"
#include "engine/scan/scan.h"

/* A type whose values are the data, or a field that holds it, of whatever type. */
struct pv_proof_name {
    struct pv_str text; /* letters, digits, '_' */
    bool is_field;
};

struct pv_proof_names {
    struct pv_proof_name list[PV_PROOF_NAMES_MAX];
    size_t n;
};

enum pv_proof_state {
    PV_PROOF_NOTHING, /* no value of the data was found, or none that is sealed */
    PV_PROOF_SEALED,
    PV_PROOF_OPEN,    /* it can't be followed everywhere */
    PV_PROOF_ESCAPES, /* it leaves unsealed */
};

struct pv_proof_options {
    const struct pv_targets *targets; /* all files of the service */
    unsigned threads;                 /* 0: as many as can run here */
    const atomic_bool *stop;          /* may be NULL */
};

/* Owns its memory. */
struct pv_proof {
    enum pv_proof_state state;
    const struct pv_finding *shown; /* the flow that shows the state; NULL for none */
    struct pv_str file;           /* OPEN without a flow: the file that could not be followed … */
    struct pv_str why;            /* … and why */
    struct pv_scan_result result; /* all flows: into seals, and out */
    struct pv_rule_set rules;
    struct pv_arena mem;
};

void pv_proof_clear(struct pv_proof *proof);

/* PV_NO_MEMORY; PV_LIMIT for too many names or functions. */
PV_RESULT pv_proof_run(const struct pv_proof_options *options, const struct pv_proof_names *names,
                       struct pv_proof *out, struct pv_err *err);

/* Whether `text` can be a name; PV_SYNTAX else, with the byte at fault in err->offset. */
PV_RESULT pv_proof_name_check(struct pv_str text, struct pv_err *err);

#endif
