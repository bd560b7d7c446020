/* SPDX-License-Identifier: Apache-2.0 */
/*
 * env: the values of variables at one place of a program.
 *
 * A variable that is not listed holds a value of which nothing is known. After a
 * return, a throw or their like no place is reached: the env is dead.
 */
#ifndef PV_ENGINE_TAINT_ENV_H
#define PV_ENGINE_TAINT_ENV_H

#include "engine/taint/value.h"

/* Variables: numbers of pv_defs, names that the file does not define, and the object at hand. */
#define PV_VAR_UNDEFINED UINT32_C(0x80000000) /* or'ed with the name's word */
#define PV_VAR_CONTROL UINT32_C(0xfffffffe)   /* what was run on the way here */
#define PV_VAR_IMPLIED PV_VAR_UNDEFINED /* the one argument of a function without parameters */
#define PV_VAR_THIS UINT32_C(0x7fffffff)

struct pv_var {
    uint32_t key;
    const struct pv_value *value;
};

struct pv_env {
    struct pv_var *p; /* sorted by key */
    uint32_t n;
    uint32_t capacity;
    bool is_dead;
};

/* NULL when nothing is known of the variable. */
const struct pv_value *pv_env_get(const struct pv_env *env, uint32_t key);

/* Changes `env` itself. What does not fit PV_TAINT_VARS_MAX is forgotten. */
void pv_env_set(struct pv_values *v, struct pv_env *env, uint32_t key,
                const struct pv_value *value);

/* Forgets a variable, if it is there. */
void pv_env_drop(struct pv_env *env, uint32_t key);

/* A copy that can be changed by itself. */
struct pv_env pv_env_copy(struct pv_values *v, const struct pv_env *env);

/* What holds where two ways meet. May be one of the two: neither is to be changed afterwards. */
struct pv_env pv_env_join(struct pv_values *v, struct pv_env a, struct pv_env b);

bool pv_env_equal(const struct pv_env *a, const struct pv_env *b);

#endif
