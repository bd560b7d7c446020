/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_story: what there is to say of a rule beside what it matches.
 *
 * Its class comes from rules/classes.yaml, what was measured of it from rules/measured.yaml, its
 * examples from bad.* and good.* in its folder, the rest from its metadata. Rules that Pave did not
 * come with have what their metadata says.
 */
#ifndef PV_APP_CLI_RULE_STORY_H
#define PV_APP_CLI_RULE_STORY_H

#include "engine/rule/rule.h"
#include "text/doc.h"

struct pv_rule_story {
    const struct pv_rule *rule;
    struct pv_str class_id;  /* "crypto.weak-hash"; empty: the rule names none */
    struct pv_str title;     /* of its class */
    struct pv_str attack;    /* how the class is used against people who have it */
    struct pv_str call;      /* what is called instead */
    struct pv_str tells;     /* how the rule tells right from wrong */
    struct pv_str precision; /* in words, as the metadata has it */
    /* Of a shipped rule: on cases of others that say what is right. Empty: never asked there. */
    struct {
        struct pv_str right;
        struct pv_str wrong;
        struct pv_str share;
        struct pv_str interval; /* of the share, 95 % */
    } measured;
    struct pv_str bad;  /* the first block of bad.* with a line that must be found, */
    struct pv_str good; /* and of good.* the one that is most like it; or the metadata's */
    struct pv_doc_texts cwe;
    struct pv_doc_texts owasp;
    struct pv_doc_texts references;
};

/* What is said of the shipped rules outside of their folders. */
struct pv_rule_notes {
    const struct pv_doc *classes;  /* by id */
    const struct pv_doc *measured; /* by rule */
};

/* They live in `mem`. */
PV_RESULT pv_rule_notes_read(struct pv_arena *mem, struct pv_rule_notes *out, struct pv_err *err);

/* Views into `rule`, `notes` and the program itself. */
struct pv_rule_story pv_rule_story_of(const struct pv_rule_notes *notes,
                                      const struct pv_rule *rule);

#endif
