/* SPDX-License-Identifier: Apache-2.0 */
/*
 * comparison_internal: the tree that comparison.c makes and comparison_value.c
 * works out.
 */
#ifndef PV_ENGINE_MATCH_COMPARISON_INTERNAL_H
#define PV_ENGINE_MATCH_COMPARISON_INTERNAL_H

#include "engine/match/comparison.h"

enum pv_operator {
#define X(name, text, precedence) PV_OPERATOR_##name,
#include "engine/match/operator.def"
#undef X
    PV_OPERATOR_COUNT
};

enum pv_term_kind {
    PV_TERM_INT,
    PV_TERM_FLOAT,
    PV_TERM_TEXT,
    PV_TERM_BOOL,
    PV_TERM_VAR,
    PV_TERM_LIST,   /* of `left`, and from each on by `next` */
    PV_TERM_BINARY, /* `op` on left and right */
    PV_TERM_NOT,    /* of left, as the following */
    PV_TERM_NEGATIVE,
    PV_TERM_INVERSE,
    PV_TERM_TO_INT,
    PV_TERM_TO_TEXT,
    PV_TERM_TO_DAY,      /* of a text such as 2020-01-31 */
    PV_TERM_TO_DURATION, /* of a text such as 1h30m */
    PV_TERM_TODAY,       /* of nothing */
    PV_TERM_MATCH,       /* regex on left */
};

#define PV_NO_TERM UINT32_MAX

struct pv_term {
    enum pv_term_kind kind;
    enum pv_operator op;
    uint32_t left;
    uint32_t right;
    uint32_t next; /* in a list */
    int64_t number;
    double fraction;
    struct pv_str text;
    pv_word name;
    struct pv_regex *regex;
};

struct pv_comparison {
    PV_VEC(struct pv_term) terms;
    uint32_t root;
    bool is_of_numbers; /* metavariables are read as whole numbers */
};

/* Days since 1970-01-01 of `YYYY-MM-DD`; comparison_time.c. False for what is no day. */
bool pv_comparison_day(struct pv_str text, int64_t *out);

/* Milliseconds of a duration as Prometheus writes it, `1h30m`. False for what is none. */
bool pv_comparison_duration(struct pv_str text, int64_t *out);

#endif
