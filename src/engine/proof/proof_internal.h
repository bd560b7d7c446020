/* SPDX-License-Identifier: Apache-2.0 */
/*
 * proof_internal: the rules of a proof, made from seals/ and the names of the data.
 */
#ifndef PV_ENGINE_PROOF_PROOF_INTERNAL_H
#define PV_ENGINE_PROOF_PROOF_INTERNAL_H

#include "engine/lang/lang.h"
#include "engine/proof/proof.h"

struct pv_proof_list {
    const struct pv_str *p;
    size_t n;
};

/* What stands for the placeholders. */
struct pv_proof_words {
    const struct pv_proof_names *names;
    struct pv_proof_list takers;  /* functions with a parameter of such a type */
    struct pv_proof_list methods; /* of such types */
    struct pv_proof_list givers;  /* functions that say they give one */
};

/* Reads the rules of all files of seals/ with this name. What is wrong with one is a bug. */
PV_RESULT pv_proof_rules_read(struct pv_rule_set *rules, struct pv_str name,
                              const struct pv_proof_words *words, struct pv_err *err);

/*
 * Takes the functions that the rules of names.yaml found. A name that functions
 * with and without the data share is nobody's.
 */
PV_RESULT pv_proof_words_take(struct pv_arena *mem, const struct pv_scan_result *found,
                              struct pv_proof_words *words, struct pv_err *err);

/* Whether one of the data's names stands in `text`, as a part of a word even. */
bool pv_proof_words_are_in(const struct pv_proof_words *words, struct pv_str text);

/* Whether files of the language describe or show, and do nothing with data by themselves. */
bool pv_proof_is_inert(const struct pv_lang *lang);

/* Whether seals/ has something for files of the language. */
bool pv_proof_reads(const struct pv_lang *lang);

#endif
