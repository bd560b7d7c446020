/* SPDX-License-Identifier: Apache-2.0 */
/*
 * formula: patterns joined by and, or, not and inside, evaluated on byte ranges.
 */
#ifndef PV_ENGINE_MATCH_FORMULA_H
#define PV_ENGINE_MATCH_FORMULA_H

#include "engine/generic/generic.h"
#include "engine/match/comparison.h"
#include "engine/match/pattern.h"
#include "text/regex.h"

enum pv_formula_kind {
    PV_FORMULA_PATTERN,
    PV_FORMULA_REGEX,   /* pattern-regex: on the bytes of the file */
    PV_FORMULA_GENERIC, /* a pattern of any text: on the same */
    PV_FORMULA_ALL,     /* patterns */
    PV_FORMULA_ANY,     /* pattern-either */
    PV_FORMULA_NOT,     /* pattern-not, only directly in ALL */
    PV_FORMULA_INSIDE,
    PV_FORMULA_NOT_INSIDE,
    PV_FORMULA_ANYWHERE, /* somewhere in the file */
};

enum pv_condition_kind {
    PV_CONDITION_REGEX,      /* metavariable-regex */
    PV_CONDITION_PATTERN,    /* metavariable-pattern */
    PV_CONDITION_COMPARISON, /* metavariable-comparison */
    PV_CONDITION_ENTROPY,    /* metavariable-analysis: a text that looks drawn by lot */
    PV_CONDITION_REDOS,      /* a regular expression that some texts make slow */
};

/* Each holds for a match or drops it. */
struct pv_condition {
    enum pv_condition_kind kind;
    pv_word metavariable;     /* 0: COMPARISON names its own */
    bool is_folded;           /* REGEX: on the text that an expression is known to be, if it is */
    struct pv_regex *regex;   /* compiled as anchored */
    struct pv_str regex_text; /* as written */
    struct pv_formula *formula;
    bool is_other_text; /* PATTERN: what is bound is read anew, as text or … */
    const struct pv_lang
        *lang; /* … as a file of this language; NULL: as text. Else the rule's own */
    struct pv_comparison *comparison;
};

struct pv_formula {
    enum pv_formula_kind kind;
    struct pv_pattern pattern;  /* PATTERN */
    struct pv_regex *regex;     /* REGEX: compiled as multiline */
    struct pv_str regex_text;   /* the same as written */
    struct pv_generic *generic; /* GENERIC */
    struct pv_formula **terms;  /* ALL, ANY; one for NOT, INSIDE, NOT_INSIDE */
    size_t n_terms;
    struct pv_condition *conditions; /* ALL */
    size_t n_conditions;
    const pv_word *const *focus; /* ALL: each entry is a union of metavariables, ended by 0 */
    size_t n_focus;
    struct pv_str fix; /* of what this finds, in place of the rule's; p NULL: none */
    pv_word as; /* all of a match is bound to this, before conditions are asked; 0: to nothing */
};

/* Releases what the patterns and conditions of `formula` hold outside its arena. */
void pv_formula_clear(struct pv_formula *formula);

/*
 * Adds the matches of `formula` to `out`, sorted by start, end and bindings.
 * PV_LIMIT as for pv_pattern_find; what a negation could not be tried on is
 * left out, since a limit must not make a false alarm.
 */
PV_RESULT pv_formula_find(struct pv_arena *mem, const struct pv_formula *formula,
                          const struct pv_match_file *file, struct pv_match_budget *budget,
                          struct pv_matches *out, struct pv_err *err);

#endif
