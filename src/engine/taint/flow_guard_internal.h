/* SPDX-License-Identifier: Apache-2.0 */
/*
 * flow_guard_internal: what a condition has looked at, shared by the files that find it out.
 */
#ifndef PV_ENGINE_TAINT_FLOW_GUARD_INTERNAL_H
#define PV_ENGINE_TAINT_FLOW_GUARD_INTERNAL_H

#include "engine/taint/flow_internal.h"

enum { PV_FLOW_GUARDED_MAX = 16, PV_FLOW_GUARD_DEPTH_MAX = 16 };

/* What is known of a place once a condition holds. Both parts of a local path make it checked. */
enum {
    PV_FLOW_CHECKED = 1,
    PV_FLOW_BEGINS_LOCAL = 2, /* with a slash */
    PV_FLOW_NAMES_NO_HOST = 4 /* not with two of them */
};

struct pv_flow_guarded {
    struct pv_flow_place p[PV_FLOW_GUARDED_MAX];
    unsigned known[PV_FLOW_GUARDED_MAX];
    size_t n;
};

/* Only a place by itself: of `-x` or `f(x)` nothing is said about x. */
void pv_flow_guarded_add(struct pv_flow *f, pv_node node, unsigned known,
                         struct pv_flow_guarded *out);

/* The one value that the variable ever gets; PV_NO_NODE when that is not known. */
pv_node pv_flow_only_value(const struct pv_flow *f, pv_node name);

/* An argument of a call, and how many it has; PV_NO_NODE when it has no such one. */
pv_node pv_flow_guard_argument(const struct pv_flow *f, pv_node call, size_t number, size_t *n);

/* The text of a regular expression: a literal, a text, or what a name or a function makes of one.
 */
struct pv_str pv_flow_guard_regex(const struct pv_flow *f, pv_node node);

/*
 * The same of rules about addresses: which host one names, how one begins. Each is asked for its
 * kind of condition: flow_guard_host.c.
 */
void pv_flow_guard_host(struct pv_flow *f, pv_node node, struct pv_flow_guarded *out);
void pv_flow_guard_beginning(struct pv_flow *f, pv_node value, pv_node text, bool holds,
                             struct pv_flow_guarded *out);
bool pv_flow_guard_is_address_regex(const struct pv_flow *f, struct pv_str regex);

#endif
