/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit: several files as one tree, so that values can be followed from one to
 * the other.
 *
 * The first file is the one whose sinks are asked about, and stands where it
 * does by itself. Others follow: in the same scope where a language has one for
 * a package, as a scope of their own where files are modules. Who has a name that
 * another has taken before is left out, or keeps the name to himself.
 */
#ifndef PV_ENGINE_TAINT_UNIT_H
#define PV_ENGINE_TAINT_UNIT_H

#include "engine/module/outline.h"
#include "engine/taint/taint.h"

struct pv_taint_member {
    const struct pv_match_file *file;
    const struct pv_outline *outline; /* what it imports; NULL: every name means what it says */
    struct pv_str path;
    bool is_entered;          /* its functions are run as others may call them */
    bool is_left_out;         /* what it defines could be taken for what another defines */
    uint32_t first_byte;      /* where it begins in the text of all */
    uint32_t shift;           /* from its nodes to those of all */
    pv_node root;             /* of its own scope; 0 when it has none */
    pv_word module_word;      /* of a module: what `require` gives, as a name … */
    pv_word exports_words[2]; /* … and what its `module` and `exports` are called */
};

/* What a module defines for others. */
struct pv_taint_export {
    uint32_t member;
    pv_word name;      /* in its file */
    pv_word word;      /* in the unit: nothing else has it */
    pv_node node;      /* its definition */
    uint32_t variable; /* its number, or UINT32_MAX for a function or class */
    bool is_class;
    bool is_twice; /* it is defined more than once */
};

struct pv_taint_exports {
    PV_VEC(struct pv_taint_export) list;
};

struct pv_taint_unit {
    struct pv_match_file whole; /* what the flow of values needs to know of a file */
    struct pv_taint_member *members;
    size_t n;
    bool has_scopes;                 /* each member's statements are run by themselves */
    struct pv_taint_exports exports; /* of members that are modules */
};

/* Says which member an import of a member means: its number, or SIZE_MAX. */
struct pv_taint_links {
    size_t (*resolve)(void *context, size_t member, struct pv_str path);
    void *context;
};

/*
 * Makes a unit whose members are there with `file`, `outline`, `path` and `is_entered`;
 * `lang` is the name of their language. Lives in `mem`; borrows the files. PV_LIMIT when
 * it is too large.
 */
PV_RESULT pv_taint_unit_build(struct pv_arena *mem, struct pv_str lang,
                              const struct pv_taint_links *links, struct pv_taint_unit *unit,
                              struct pv_err *err);

/* The member that a byte of the text of all is of. */
const struct pv_taint_member *pv_taint_unit_member(const struct pv_taint_unit *unit, uint32_t byte);

/* A match in a member, as one in the text and the tree of all. */
PV_RESULT pv_taint_unit_shift(struct pv_arena *mem, const struct pv_taint_member *member,
                              const struct pv_match *match, struct pv_match *out,
                              struct pv_err *err);

/* A range where a value comes in of which the file does not say what it is. */
struct pv_taint_door {
    uint32_t start;
    uint32_t end;
    bool is_filled; /* a variable that somebody else may put a value into */
};

struct pv_taint_doors {
    PV_VEC(struct pv_taint_door) list;
};

/* What is asked before other files are looked at. */
struct pv_taint_probe {
    const struct pv_taint_rule *rule;
    const struct pv_match_file *file;
    const struct pv_taint_doors *doors; /* NULL: values may come in anywhere */
};

/*
 * The sinks of the rule in the file that such a value may come to. Without doors,
 * or with labels, those that take more than constants.
 */
PV_RESULT pv_taint_find_open(struct pv_arena *mem, const struct pv_taint_probe *probe,
                             struct pv_match_budget *budget, struct pv_matches *out,
                             struct pv_err *err);

/* The same for any rule with doors: taint.c. */
PV_RESULT pv_taint_find_through(struct pv_arena *mem, const struct pv_taint_probe *probe,
                                struct pv_match_budget *budget, struct pv_taint_findings *out,
                                struct pv_err *err);

/* As pv_taint_find, for sinks in the first member. Positions are in the text of all. */
PV_RESULT pv_taint_find_across(struct pv_arena *mem, const struct pv_taint_rule *rule,
                               const struct pv_taint_unit *unit, struct pv_match_budget *budget,
                               struct pv_taint_findings *out, struct pv_err *err);

#endif
