/* SPDX-License-Identifier: Apache-2.0 */
/*
 * taint: follows values from where they enter to where they do harm.
 *
 * A rule says in formulas what is a source, a sink, a sanitizer or a propagator;
 * each gives byte ranges. The functions of the file are then run with values
 * that know only what matters here: where they come from, which fields they
 * have, and, where it is plain, which constant they are. A call of a function of
 * the same file runs that function with the arguments at hand.
 */
#ifndef PV_ENGINE_TAINT_TAINT_H
#define PV_ENGINE_TAINT_TAINT_H

#include "engine/facts/functions.h"
#include "engine/match/formula.h"
#include "engine/taint/label.h"

enum pv_taint_side_effect {
    PV_SIDE_EFFECT_NO,
    PV_SIDE_EFFECT_YES,
    PV_SIDE_EFFECT_ONLY, /* of a source: the variable is tainted from then on, not here */
};

/* One entry of pattern-sources, -sinks, -sanitizers or -propagators. */
struct pv_taint_spec {
    struct pv_formula *formula;
    enum pv_taint_side_effect side_effect;
    bool is_exact;             /* only the outermost code in a range counts */
    bool is_not_conflicting;   /* sanitizer: not where the range is a source's or sink's */
    bool is_entry;             /* source: what a stranger sent */
    bool is_call;              /* sink: a whole call, so that each argument counts */
    bool is_at_exit;           /* sink: only where a function gives or does its last */
    bool is_control;           /* source: what is run after it is tainted, not what it gives */
    bool is_replacing;         /* propagator: its label is instead of those that came */
    pv_word label;             /* source, propagator: 0 for none */
    struct pv_label *requires; /* NULL: any taint will do */
    pv_word from;              /* propagator: metavariables */
    pv_word to;                /* propagator: 0 for the whole match */
};

struct pv_taint_specs {
    struct pv_taint_spec *p;
    size_t n;
};

/* What a rule may say under `options`. */
struct pv_taint_options {
    bool is_safe_constructors; /* so does `new` of classes that are not known */
    bool is_safe_functions;    /* calls of unknown functions give clean values */
    bool is_safe_indexes;      /* a[i] is not tainted by i */
    bool is_safe_comparisons;  /* a == b is clean */
    bool is_safe_booleans;     /* values that are known to be Booleans are clean */
    bool is_safe_hosts;        /* an address is clean once somebody looked at which host it names */
    bool is_safe_lookups;  /* what is found under a key was not written by whoever gave the key */
    bool is_safe_numbers;  /* values that are known to be numbers are clean */
    bool is_only_assigned; /* only assignment passes taint on */
    bool is_unifying;      /* what source and sink bind must agree */
    bool is_at_source;     /* the finding stands at the source */
    bool is_within_functions; /* functions of the file are as unknown as any */
    bool is_safe_unused;      /* what is made, and replaced before it is used, is no finding */
    bool is_safe_checked;     /* what a condition found to be one of few is clean, and so is what is
                                 looked up in a table of the program */
    const struct pv_regex *safe_prefix; /* a text that begins with it is clean, whatever follows;
                                           NULL: none; borrowed */
    bool is_closed; /* where a value goes out of sight is a finding, too, or is cleaned */
};

/* One rule for one language; immutable, shared by threads. */
struct pv_taint_rule {
    struct pv_taint_specs sources;
    struct pv_taint_specs sinks;
    struct pv_taint_specs sanitizers;
    struct pv_taint_specs propagators;
    struct pv_taint_specs known; /* of a closed rule: where nothing goes out of sight */
    struct pv_taint_options options;
    struct pv_str lang; /* its name: some words mean different things in different languages */
};

/* How the flow of a value ends. All but PV_END_SINK are for rules that are closed. */
enum pv_taint_end {
#define X(name, text) PV_END_##name,
#include "engine/taint/end.def"
#undef X
    PV_END_COUNT
};

/* In words, after "it"; static text. */
struct pv_str pv_taint_end_text(enum pv_taint_end ending);

/* One place on the way of a value; the bytes are of the file. */
struct pv_taint_step {
    uint32_t start;
    uint32_t end;
};

/* A value that came from a source to a sink. */
struct pv_taint_finding {
    struct pv_match match;       /* the sink, or the source; bindings of both */
    struct pv_taint_step *steps; /* from the source to the sink, both included */
    size_t n_steps;
    enum pv_taint_end ending;
    bool is_sent; /* the source is what a stranger sent */
};

struct pv_taint_findings {
    PV_VEC(struct pv_taint_finding) list;
};

/*
 * Adds what `rule` finds in `file`, in order of position. PV_LIMIT when a budget
 * was spent or the code is nested too deeply: what was found stands.
 */
PV_RESULT pv_taint_find(struct pv_arena *mem, const struct pv_taint_rule *rule,
                        const struct pv_match_file *file, struct pv_match_budget *budget,
                        struct pv_taint_findings *out, struct pv_err *err);

#endif
