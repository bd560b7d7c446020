/* SPDX-License-Identifier: Apache-2.0 */
/*
 * yaml_internal: what aliases stand for.
 */
#ifndef PV_ENGINE_LANG_YAML_YAML_INTERNAL_H
#define PV_ENGINE_LANG_YAML_YAML_INTERNAL_H

#include "base/map.h"
#include "engine/lang/lang_internal.h"

struct pv_yaml_anchors {
    struct pv_map nodes; /* by name: the collection that it was last given to */
    size_t n_copied;     /* nodes, so far */
};

/* Notes that `node` has the name; an empty name is none. */
PV_RESULT pv_yaml_keep_anchor(struct pv_yaml_anchors *anchors, struct pv_arena *mem,
                              struct pv_str name, pv_node node, struct pv_err *err);

/*
 * Adds what the alias at `place` stands for, or its name where that is no collection,
 * not whole yet, or past PV_YAML_COPIES_MAX.
 */
PV_RESULT pv_yaml_expand(struct pv_yaml_anchors *anchors, struct pv_tree_maker *maker,
                         struct pv_str name, enum pv_role role, struct pv_parse_range place);

#endif
