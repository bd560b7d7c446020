/* SPDX-License-Identifier: Apache-2.0 */
/*
 * flow_library_internal: what is known of one call of a function that the file does not
 * define, shared by the files that work it out.
 */
#ifndef PV_ENGINE_TAINT_FLOW_LIBRARY_INTERNAL_H
#define PV_ENGINE_TAINT_FLOW_LIBRARY_INTERNAL_H

#include "engine/taint/flow_call_internal.h"

enum pv_flow_effect {
#define X(name) PV_FLOW_##name,
#include "engine/taint/effect.def"
#undef X
};

/* The name of the function that is called, and whether it is a method. */
struct pv_str pv_flow_method(const struct pv_flow *f, pv_node call, bool *has_object);

/* What is written before a method's name; empty for none. */
struct pv_str pv_flow_object_text(const struct pv_flow *f, pv_node call);

/* How many elements a list has, as far as that is known: -1. */
int64_t pv_flow_length(const struct pv_flow *f, const struct pv_value *list);

/* Runs the functions among the arguments for elements; NULL when there are none: flow_callback.c.
 */
const struct pv_value *pv_flow_each(struct pv_flow *f, struct pv_flow_args *args,
                                    enum pv_flow_effect effect);

/* What sscanf() finds in its first argument goes into those behind the format: flow_scan.c. */
void pv_flow_scanned(struct pv_flow *f, const struct pv_flow_args *args);

/* The container that a call makes of its arguments; NULL for other calls: flow_made.c. */
const struct pv_value *pv_flow_made(struct pv_flow *f, pv_node call,
                                    const struct pv_flow_args *args);

/* What a function that takes nothing gives, which may be called or not. */
const struct pv_value *pv_flow_supplied(struct pv_flow *f, const struct pv_value *callee);

#endif
