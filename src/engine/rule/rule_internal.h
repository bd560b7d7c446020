/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_internal: the reading of one rule, shared by the files that do it.
 */
#ifndef PV_ENGINE_RULE_RULE_INTERNAL_H
#define PV_ENGINE_RULE_RULE_INTERNAL_H

#include "base/embedded.h"
#include "engine/rule/rule.h"
#include "engine/rule/rule_limits.h"
#include "text/nearest.h"

/* One rule, for one of its languages. */
struct pv_rule_reader {
    struct pv_rule_set *set;
    struct pv_str file;
    struct pv_str text; /* of the file */
    struct pv_str rule_id;
    const struct pv_lang *lang;       /* NULL: text rules only */
    const struct pv_lang *first_lang; /* of the rule's languages */
    bool is_generic;                  /* without a language: patterns are of any text */
    struct pv_match_options options;
    struct pv_generic_options generic_options;
    struct pv_taint_options taint_options;
    size_t n_terms;
    bool is_taint;               /* mode: taint */
    bool is_condition;           /* inside a metavariable-pattern */
    bool has_class;              /* metadata.pave.class */
    bool takes_known_entries;    /* of entry points those alone that were compiled before */
    const struct pv_rule *known; /* what an image tells of the rule; NULL when it comes of none */
    const struct pv_rule_part *known_part; /* of it: has the needs of the part that is read */
    struct pv_doc_place place;             /* of the value at fault, once something failed */
    struct pv_err *err;
};

/* Fails at `doc`'s place, which the problem will name. */
PV_RESULT pv_rule_fail(struct pv_rule_reader *reader, enum pv_code code, const struct pv_doc *doc,
                       const char *format, ...) PV_PRINTF(4, 5);

/* What a rule says beside what it looks for: its names, message, paths, fix, options. */
PV_RESULT pv_rule_read_head(struct pv_rule_reader *reader, const struct pv_doc *doc,
                            struct pv_rule *rule);

/* Gives the rule that an image holds as `packed`. PV_INVALID when it is none: rule_image_read.c. */
PV_RESULT pv_rule_unpack(struct pv_rule_set *set, struct pv_str packed, const struct pv_doc **out,
                         struct pv_err *err);

/* `fix`, `fix-regex` and `fix-import`: fix_read.c. */
PV_RESULT pv_fix_read(struct pv_rule_reader *reader, const struct pv_doc *doc,
                      struct pv_rule *rule);

/* Whether rules that name their class mean types in `lang`, wherever code has them from; so do all
   entry points: rule_read.c. */
bool pv_rule_means_types(const struct pv_lang *lang);

/* `options:`, into the reader and the rule; `options` may be NULL: option_read.c. */
PV_RESULT pv_options_read(struct pv_rule_reader *reader, const struct pv_doc *options,
                          struct pv_rule *rule);

/* What it looks for, in each of its languages that is wished for; the head comes first. */
PV_RESULT pv_rule_read_parts(struct pv_rule_reader *reader, const struct pv_doc *doc,
                             struct pv_rule *rule);

/* Adds `file`'s rule without what it looks for, when that is for other languages than are wished
 * for; false in `*out` when it has to be read: rule_shipped.c. */
PV_RESULT pv_rule_skim(struct pv_rule_set *set, const struct pv_embedded *file, bool *out,
                       struct pv_err *err);

/* Reads the formula that the keys of `doc` say, be it a rule or a part of one. */
PV_RESULT pv_formula_read(struct pv_rule_reader *reader, const struct pv_doc *doc,
                          struct pv_formula *out);

/* Reads the lists of a rule of taint mode into `part`, whose language is set: taint_read.c. */
PV_RESULT pv_taint_read(struct pv_rule_reader *reader, const struct pv_doc *doc,
                        struct pv_rule_part *part);

/*
 * What a file needs for one of the sinks and the labels that it requires, as a
 * formula; it borrows those of `rule`: taint_need.c.
 */
PV_RESULT pv_taint_need_labels(struct pv_arena *mem, const struct pv_taint_rule *rule,
                               struct pv_formula **out, struct pv_err *err);

/* What a part of a rule needs, which `formula` says unless an image has told it: rule_read.c. */
PV_RESULT pv_rule_read_needs(struct pv_rule_reader *reader, const struct pv_formula *formula,
                             struct pv_rule_part *part);

/* The same of the newer syntax: a pattern, or a mapping with `all`, `any` and their kin. */
PV_RESULT pv_match_read(struct pv_rule_reader *reader, const struct pv_doc *doc,
                        struct pv_formula *out);

/* Pieces of both syntaxes: formula_read.c. */
PV_RESULT pv_formula_read_pattern(struct pv_rule_reader *reader, const struct pv_doc *doc,
                                  struct pv_formula *out);
PV_RESULT pv_formula_read_regex(struct pv_rule_reader *reader, const struct pv_doc *doc,
                                struct pv_regex_options options, struct pv_regex **out);
/* An expression that belongs to no formula: it is released with those of the set. */
PV_RESULT pv_rule_own_regex(struct pv_rule_reader *reader, const struct pv_doc *doc,
                            struct pv_regex_options options, const struct pv_regex **out);
PV_RESULT pv_formula_add_term(struct pv_rule_reader *reader, struct pv_formula *parent,
                              const struct pv_doc *doc, struct pv_formula **out);
PV_RESULT pv_formula_read_metavariable(struct pv_rule_reader *reader, const struct pv_doc *doc,
                                       pv_word *out);
PV_RESULT pv_formula_read_comparison(struct pv_rule_reader *reader, const struct pv_doc *doc,
                                     struct pv_formula *out);
PV_RESULT pv_formula_read_focus(struct pv_rule_reader *reader, const struct pv_doc *doc,
                                const pv_word **out);

/* Reads what the keys of `doc` say of what a metavariable is bound to; `read` knows the syntax. */
typedef struct pv_result pv_formula_reader(struct pv_rule_reader *reader, const struct pv_doc *doc,
                                           size_t depth, struct pv_formula *out);
PV_RESULT pv_formula_read_within(struct pv_rule_reader *reader, const struct pv_doc *doc,
                                 size_t depth, pv_formula_reader *read, struct pv_condition *out);

/* A condition on one metavariable's type, or an analyzer of it, for `out`: condition_read.c. */
PV_RESULT pv_condition_read(struct pv_rule_reader *reader, const struct pv_doc *doc,
                            struct pv_formula *out);

/* PV_UNSUPPORTED when one of the keys needs what this engine does not have. */
PV_RESULT pv_rule_check_features(struct pv_rule_reader *reader, const struct pv_doc *doc);

/*
 * Notes the keys of a rule that mean nothing here. PV_UNSUPPORTED when the rule
 * is for other versions of the language than the one that this engine follows.
 */
PV_RESULT pv_rule_check_keys(struct pv_rule_reader *reader, const struct pv_doc *doc);

/* The severity that `text` names; false when there is none of that name. */
bool pv_severity_of(struct pv_str text, enum pv_severity *out);

/* Adds a rule for each kind of secret that is found in texts: rule_secrets.c. */
PV_RESULT pv_rule_set_add_secrets(struct pv_rule_set *set, struct pv_err *err);

/* Whether `key` says a formula by itself, in a rule or as a term. */
bool pv_formula_has_key(struct pv_str key);

/* Offers the keys for which pv_formula_has_key holds. */
void pv_formula_offer_keys(struct pv_nearest *nearest);

/* Where byte `offset` of a scalar stands in the file; the scalar itself where that cannot be said.
 */
struct pv_doc_place pv_rule_place_in(const struct pv_rule_reader *reader, const struct pv_doc *doc,
                                     size_t offset);

/* What is worth knowing of a rule that runs. */
PV_RESULT pv_rule_note(struct pv_rule_reader *reader, struct pv_doc_place place, const char *format,
                       ...) PV_PRINTF(3, 4);

/* Adds a problem of `reader`'s rule. */
PV_RESULT pv_rule_add_problem(struct pv_rule_reader *reader, enum pv_code code, const char *text);

#endif
