/* SPDX-License-Identifier: Apache-2.0 */
/*
 * binding: what a metavariable stands for in one match.
 */
#ifndef PV_ENGINE_MATCH_BINDING_H
#define PV_ENGINE_MATCH_BINDING_H

#include "engine/ast/tree.h"

enum pv_binding_kind {
    PV_BIND_NODE, /* one subtree */
    PV_BIND_RUN,  /* a run of siblings: nodes first .. last */
    PV_BIND_TEXT, /* bytes of the file: string content, capture groups */
};

struct pv_binding {
    pv_word name; /* of "$X" in the vocabulary */
    uint8_t kind; /* enum pv_binding_kind */
    pv_node first;
    pv_node last;
    uint32_t start; /* byte range in the file's text; empty for an empty run */
    uint32_t end;
};

struct pv_bindings {
    struct pv_binding *p;
    size_t n;
};

/* NULL when `name` is not bound. */
const struct pv_binding *pv_bindings_find(struct pv_bindings bindings, pv_word name);

#endif
