/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule: one rule as it runs, and the set of rules that is switched on.
 */
#ifndef PV_ENGINE_RULE_RULE_H
#define PV_ENGINE_RULE_RULE_H

#include "engine/lang/lang.h"
#include "engine/match/formula.h"
#include "engine/match/need.h"
#include "engine/match/pattern_shelf.h"
#include "engine/secrets/secrets.h"
#include "engine/taint/taint.h"
#include "text/doc.h"

enum pv_severity {
    PV_SEVERITY_INFO,    /* INFO, LOW, INVENTORY, EXPERIMENT */
    PV_SEVERITY_WARNING, /* WARNING, MEDIUM */
    PV_SEVERITY_ERROR,   /* ERROR, HIGH, CRITICAL */
};

/* One language of a rule: patterns are parsed with each language's own grammar. */
struct pv_rule_part {
    const struct pv_lang *lang;  /* NULL: regex mode, any text file */
    struct pv_formula *formula;  /* NULL for a rule of taint mode, and where not wished for */
    struct pv_taint_rule *taint; /* NULL for all others, and where not wished for */
    struct pv_needs needs;       /* needs.list.p[0] is what this part needs */
    uint32_t sinks_need;         /* of taint mode: which of `needs` its sinks have; 0 for others */
    enum pv_secret_kind secret;  /* what a rule about secrets is for; it has neither of the above */
    bool is_deferred;            /* `needs` are known, the rest until pv_rule_set_compile is not */
};

/* What in a matched text is replaced. */
struct pv_fix_regex {
    const struct pv_regex *regex;
    struct pv_str written;     /* the expression, for people */
    struct pv_str replacement; /* in which \1 is the first group */
    size_t count;              /* at most so often; 0: wherever it is found */
    struct pv_str import;      /* the line that this one needs; p NULL: that of the rule */
};

struct pv_rule {
    struct pv_str id;
    struct pv_str check_id; /* dotted folders of its file, then id; LANGUAGE/NAME for
                               LANGUAGE/NAME/rule.yaml */
    struct pv_str file;     /* where it was read from */
    size_t line;            /* 1-based line of the rule in its file */
    enum pv_severity severity;
    struct pv_str severity_text; /* as written */
    struct pv_str message;
    struct pv_str silent; /* why it does not speak unless it is asked to; empty: it speaks */
    struct pv_str fix;    /* p is NULL when there is none */
    const struct pv_fix_regex *fix_regexes; /* the first that finds something is the fix */
    size_t n_fix_regexes;
    struct pv_str fix_import;      /* the line that the fix needs; p is NULL when none */
    size_t max_matches;            /* in one file; 0: all */
    const struct pv_doc *metadata; /* NULL when there is none */
    const struct pv_doc *doc;      /* the rule as it was written; NULL for one made otherwise */
    struct pv_str packed;          /* the same in an image: of a rule that is deferred, only names,
                                      severity, silence, paths and parts are outside of it */
    struct pv_rule_part *parts;
    size_t n_parts;
    const struct pv_glob *include; /* paths */
    size_t n_include;
    const struct pv_glob *exclude;
    size_t n_exclude;
};

/* Something in a rule file that the user should know; the other rules still run. */
struct pv_rule_problem {
    struct pv_str file;
    struct pv_str rule_id; /* may be empty */
    size_t line;           /* 1-based; 0 unknown */
    size_t column;
    enum pv_code code; /* PV_SYNTAX, PV_INVALID: an error; PV_UNSUPPORTED: skipped and counted */
    struct pv_str text;
};

/* Set before rules are read: what is to be compiled of them. Zero: everything. */
struct pv_rule_wish {
    const struct pv_lang *const *langs; /* patterns are compiled for files of these; NULL: of any */
    size_t n_langs;
    bool is_skimming; /* shipped rules for other files get id, severity and languages only */
};

/* Code that gives what a stranger sent: see entry_point.h. */
struct pv_entry_point {
    struct pv_str id;
    struct pv_str kind;
    const struct pv_doc *languages;
    const struct pv_doc *doc;
    struct pv_str file;
    struct pv_str text;
};

struct pv_entry_formula {
    size_t entry; /* its number in the set */
    const struct pv_lang *lang;
    struct pv_formula *formula;
    struct pv_needs needs; /* of the formula */
};

/* One of the entry points that Pave comes with, known by what it needs alone. */
struct pv_deferred_entry {
    size_t file;  /* number of its file */
    size_t index; /* in that file */
    const struct pv_lang *lang;
    struct pv_needs needs;
    bool is_compiled;
};

struct pv_rule_set {
    struct pv_rule_wish wish; /* its list of languages must outlive the reading */
    struct pv_arena mem;      /* owns everything below */
    struct pv_vocab vocab;
    struct pv_pattern_shelf shelf; /* of all patterns that were compiled */
    PV_VEC(struct pv_rule *) rules;
    PV_VEC(struct pv_rule_problem) problems;
    PV_VEC(struct pv_formula *) formulas; /* of all rules, those that failed too: to be cleared */
    PV_VEC(struct pv_entry_point) entry_points;
    PV_VEC(struct pv_entry_formula) entry_formulas;    /* that some rule has asked for */
    PV_VEC(struct pv_deferred_entry) deferred_entries; /* asked for by rules that are deferred */
    uint64_t shipped_entries; /* a bit for each file of them that was read */
    size_t n_unsupported;     /* rules that were left out by name */
    size_t n_broken;          /* rules that were left out for an error */
};

/* What a rule says that it is about, in its `metadata: {pave: {class: …}}`; empty: nothing. */
struct pv_str pv_rule_class(const struct pv_rule *rule);

void pv_rule_set_clear(struct pv_rule_set *set);

/* Whether rules in `lang` are compiled: they could run on a file that is wished for. */
bool pv_rule_wish_has(const struct pv_rule_wish *wish, const struct pv_lang *lang);

/*
 * Reads rules from YAML or JSON text and adds them. `file` is for messages and
 * for check_id. What is wrong with single rules goes to set->problems and the
 * others are taken; a text that can't be read at all is a problem, too.
 * PV_NO_MEMORY, PV_LIMIT.
 */
PV_RESULT pv_rule_set_read(struct pv_rule_set *set, struct pv_str file, struct pv_str text,
                           struct pv_err *err);

/* Reads the rules that Pave comes with. */
PV_RESULT pv_rule_set_read_shipped(struct pv_rule_set *set, struct pv_err *err);

/* Whether a deferred entry point has to do with texts of `lang`, which may be NULL. */
bool pv_deferred_entry_is_for(const struct pv_deferred_entry *entry, const struct pv_lang *lang);

/* How many bits say what is wanted of a set: its rules, and then its deferred entry points. */
size_t pv_rule_set_n_wanted(const struct pv_rule_set *set);

/* Whether a deferred entry point may be in a text of `lang` that has these words. */
bool pv_deferred_entry_may_be(const struct pv_deferred_entry *entry, const struct pv_lang *lang,
                              const uint64_t *words);

/*
 * Compiles those rules that have deferred parts, and those entry points, that are
 * in the set of bits `wanted`, each in its place. Nothing may be using the set
 * meanwhile. What is found with the set is then what would be, had all been
 * compiled, as long as nothing else that is deferred could have matched.
 * PV_NO_MEMORY, PV_LIMIT; PV_INVALID when an image holds what no rule says.
 */
PV_RESULT pv_rule_set_compile(struct pv_rule_set *set, const uint64_t *wanted, struct pv_err *err);

/* Whether some part of a rule of the set is deferred. */
bool pv_rule_set_is_deferred(const struct pv_rule_set *set);

/* One file of rules. */
struct pv_rule_source {
    struct pv_str path;
    struct pv_str text;
};

struct pv_rule_sources {
    PV_VEC(struct pv_rule_source) list;
};

/* As pv_rule_set_load, but only reads the texts, into `mem`. */
PV_RESULT pv_rule_sources_gather(struct pv_arena *mem, struct pv_str path,
                                 struct pv_rule_sources *out, struct pv_err *err);

/*
 * Reads a rule file, or all of a folder (*.yaml, *.yml, *.json, in order of
 * path) that say `rules:`. PV_NOT_FOUND, PV_DENIED, PV_IO for the path itself.
 */
PV_RESULT pv_rule_set_load(struct pv_rule_set *set, struct pv_str path, struct pv_err *err);

#endif
