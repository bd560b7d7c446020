/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pattern_internal: how patterns of a language are spelled, so that its stock
 * grammar can read them.
 *
 * What only patterns have is written as identifiers that code does not use,
 * parsed, and made into pattern nodes again:
 *
 *     $X            pvmv_X                 PV_MVAR
 *     $...X         pvmm_X                 PV_MVAR_MANY
 *     ...           pvdots                 PV_DOTS
 *     <... E ...>   pvdeep(E)              PV_DEEP
 *     (T $X)        ((T) pvty_X)           PV_TYPED
 *     ($X: T)       pvtyped(pvty_X, T)     PV_TYPED
 */
#ifndef PV_ENGINE_LANG_PATTERN_INTERNAL_H
#define PV_ENGINE_LANG_PATTERN_INTERNAL_H

#include "engine/lang/lang_internal.h"

/* Code around a pattern that makes it something the grammar can start with. */
struct pv_pattern_wrapper {
    const char *what; /* for messages: "a statement" */
    const char *before;
    const char *after;
    bool is_completed; /* `after` completes the pattern's last node, and is not part of it */
    enum pv_kind keep; /* an enclosing node that belongs to the pattern; PV_KIND_NONE: none */
};

struct pv_pattern_spelling {
    const struct pv_pattern_wrapper *wrappers; /* tried in order; ended by a zeroed one */
    const char *member_dots;                   /* `...` among the members of a class */
    const char *param_dots;                    /* `...` among parameters */
    const char *dict_dots;                     /* `...` in braces of keys and values, or NULL */
    const char *statement_dots;                /* `...` as a statement */
    const char *const *class_words;            /* the braces after one hold members */
    const char *const *def_words;              /* the parentheses after one and a name hold
                                                  parameters; NULL: two names before do */
    const char *const *plain_words;            /* keywords that are no type and no callee */
    bool is_type_first;                        /* (T $X), not ($X: T) */
};

/* The text of a pattern as code, and where each byte came from. */
struct pv_pattern_text {
    struct pv_str code;
    const uint32_t *origins; /* by byte of `code`: its offset in the pattern */
};

/*
 * Spells `pattern` for `spelling`. `as_dict`: braces hold keys and values.
 * PV_SYNTAX for a metavariable that is none, and for brackets that do not close.
 */
PV_RESULT pv_pattern_spell(struct pv_arena *mem, const struct pv_pattern_spelling *spelling,
                           struct pv_str pattern, bool as_dict, struct pv_pattern_text *out,
                           struct pv_err *err);

/*
 * Takes what lies in bytes start .. end of `tree`, whose text is spelled code,
 * and makes a pattern of it. PV_NOT_FOUND when nothing lies there.
 */
struct pv_pattern_cut {
    const struct pv_tree *tree;
    const struct pv_pattern_wrapper *wrapper;
    uint32_t start;
    uint32_t end;
};
PV_RESULT pv_pattern_take(struct pv_arena *mem, const struct pv_pattern_cut *cut,
                          struct pv_vocab *vocab, struct pv_pattern_source *out,
                          struct pv_err *err);

#endif
