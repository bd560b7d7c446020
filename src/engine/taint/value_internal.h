/* SPDX-License-Identifier: Apache-2.0 */
/*
 * value_internal: what the parts of value share. What changes a value is for copies that
 * nobody has seen yet.
 */
#ifndef PV_ENGINE_TAINT_VALUE_INTERNAL_H
#define PV_ENGINE_TAINT_VALUE_INTERNAL_H

#include "engine/taint/value.h"

/* Zeroed memory for `count` things, NULL once there is none: `v->stop` says so. */
void *pv_value_take(struct pv_values *v, size_t count, size_t size);

/* A copy to change; NULL as above. */
struct pv_value *pv_value_copy(struct pv_values *v, const struct pv_value *value);

void pv_value_forget_constant(struct pv_value *value);

/* Whether all sources of `b` are of `a`, too, by ways that are no worse. */
bool pv_value_has_taints(const struct pv_value *a, const struct pv_value *b);

/* Gives `out` the sources of both, each with its better trail. */
void pv_value_join_taints(struct pv_values *v, struct pv_value *out, const struct pv_value *a,
                          const struct pv_value *b);

/* What a field that nobody set holds: the value's own sources. */
const struct pv_value *pv_value_inherited(struct pv_values *v, const struct pv_value *value);

/* What is too deep or too much to be told apart is in the whole of its field. */
void pv_value_flatten_fields(struct pv_values *v, struct pv_field *fields, size_t n);

/* Sets what follows from the fields. */
void pv_value_weigh(struct pv_value *out);

#endif
