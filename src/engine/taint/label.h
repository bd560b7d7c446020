/* SPDX-License-Identifier: Apache-2.0 */
/*
 * label: what `requires` asks of the labels on a value: "A and not (B or C)".
 */
#ifndef PV_ENGINE_TAINT_LABEL_H
#define PV_ENGINE_TAINT_LABEL_H

#include "base/vec.h"
#include "engine/ast/vocab.h"

enum pv_label_kind {
    PV_LABEL_NAME,
    PV_LABEL_NOT, /* of left */
    PV_LABEL_AND,
    PV_LABEL_OR,
};

struct pv_label_term {
    enum pv_label_kind kind;
    pv_word name;
    uint32_t left; /* numbers of terms */
    uint32_t right;
};

/* Immutable; lives in the arena it was read into. */
struct pv_label {
    PV_VEC(struct pv_label_term) terms;
    uint32_t root;
};

/*
 * Reads all of `text`. PV_SYNTAX with the offset at fault; PV_LIMIT past
 * PV_LABEL_TERMS_MAX or PV_LABEL_DEPTH_MAX. New names are added to `vocab`.
 */
PV_RESULT pv_label_read(struct pv_arena *mem, struct pv_str text, struct pv_vocab *vocab,
                        struct pv_label **out, struct pv_err *err);

/* Whether a value with these labels meets it. */
bool pv_label_is_met(const struct pv_label *label, const pv_word *labels, size_t n_labels);

/* Whether a value could that has some of these labels, or none. */
bool pv_label_may_be_met(const struct pv_label *label, const pv_word *labels, size_t n_labels);

#endif
