/* SPDX-License-Identifier: Apache-2.0 */
/*
 * flow_call_internal: one call while it is worked out, shared by the files that do it.
 */
#ifndef PV_ENGINE_TAINT_FLOW_CALL_INTERNAL_H
#define PV_ENGINE_TAINT_FLOW_CALL_INTERNAL_H

#include "engine/taint/flow_internal.h"

/* One call, while it is being worked out. */
struct pv_flow_call {
    pv_node node;
    pv_node callee;
    pv_node object;               /* of a method; PV_NO_NODE */
    pv_node method;               /* its name, or the function's; PV_NO_NODE */
    pv_word owner;                /* class that the method is looked up in; 0 */
    bool is_static;               /* the object is the class itself */
    bool is_of_self;              /* the object is the one at hand, without being named */
    const struct pv_value *value; /* of the callee */
    struct pv_flow_args args;
};

/* The class that the object of a call is of, or is: flow_callee.c. */
void pv_flow_find_owner(struct pv_flow *f, struct pv_flow_call *call);

/* The functions of the file that a call may mean; how many. */
size_t pv_flow_find_targets(struct pv_flow *f, struct pv_flow_call *call,
                            pv_node targets[PV_TAINT_CALLEES_MAX]);

/* The class that a call makes an object of: User(x), User.new(x). NULL for other calls. */
const struct pv_class *pv_flow_made_class(const struct pv_flow *f, const struct pv_flow_call *call);

/* The constructor of a class that takes so many arguments, or PV_NO_NODE: flow_object.c. */
pv_node pv_flow_constructor(const struct pv_flow *f, const struct pv_class *class, uint32_t n_args);

/* One more argument; past PV_TAINT_ARGS_MAX they are not told apart: flow_args.c. */
void pv_flow_args_add(struct pv_flow *f, struct pv_flow_args *args, pv_word name, pv_node node,
                      const struct pv_value *value);

/* `f(*xs)`: elements that are known are arguments, and whatever else may be. */
void pv_flow_args_spread(struct pv_flow *f, struct pv_flow_args *args,
                         const struct pv_value *value);

/* The arguments of a call, a `new`, or of what stands in either's place. */
void pv_flow_args_read(struct pv_flow *f, pv_node call, struct pv_flow_args *args);

/* Those of a PV_ARGS, which may be PV_NO_NODE. */
void pv_flow_args_read_list(struct pv_flow *f, pv_node list, struct pv_flow_args *args);

/* Whether one of them is a function, or may be. */
bool pv_flow_args_has_functions(const struct pv_flow_args *args);

/* All that the object and the arguments come from. */
const struct pv_value *pv_flow_args_sum(struct pv_flow *f, const struct pv_flow_args *args);

#endif
