/* SPDX-License-Identifier: Apache-2.0 */
/*
 * env: the values of variables at one place of a program.
 *
 * A variable that is not listed holds a value of which nothing is known. After a
 * return, a throw or their like no place is reached: the env is dead.
 *
 * Two ways through a program differ in a few variables of hundreds, so envs share what they have
 * in common: each is a tree of the bits of its keys, whose nodes are never changed once the env was
 * copied (Okasaki and Gill, "Fast Mergeable Integer Maps", 1998). Copying takes one step; joining
 * and comparing take as many as there are differences.
 */
#ifndef PV_ENGINE_TAINT_ENV_H
#define PV_ENGINE_TAINT_ENV_H

#include "engine/taint/value.h"

/* Variables: numbers of pv_defs, names that the file does not define, and the object at hand. */
#define PV_VAR_UNDEFINED UINT32_C(0x80000000) /* or'ed with the name's word */
#define PV_VAR_CONTROL UINT32_C(0xfffffffe)   /* what was run on the way here */
#define PV_VAR_IMPLIED PV_VAR_UNDEFINED /* the one argument of a function without parameters */
#define PV_VAR_THIS UINT32_C(0x7fffffff)

struct pv_env_node;

struct pv_env {
    struct pv_env_node *root; /* NULL: nothing is known of any variable */
    bool is_dead;
};

/* How many variables something is known of. */
uint32_t pv_env_count(const struct pv_env *env);

/* NULL when nothing is known of the variable. */
const struct pv_value *pv_env_get(const struct pv_env *env, uint32_t key);

/* Changes `env` itself. What does not fit PV_TAINT_VARS_MAX is forgotten. */
void pv_env_set(struct pv_values *v, struct pv_env *env, uint32_t key,
                const struct pv_value *value);

/* Forgets a variable, if it is there. */
void pv_env_drop(struct pv_values *v, struct pv_env *env, uint32_t key);

/* Forgets all variables but those that `keeps` answers true for. */
void pv_env_filter(struct pv_values *v, struct pv_env *env, bool (*keeps)(void *user, uint32_t key),
                   void *user);

/*
 * A copy that can be changed by itself. An assignment of the struct makes none: of the two, one
 * alone may be changed.
 */
struct pv_env pv_env_copy(struct pv_values *v, const struct pv_env *env);

/* What holds where two ways meet. Neither of the two is to be changed afterwards. */
struct pv_env pv_env_join(struct pv_values *v, struct pv_env a, struct pv_env b);

bool pv_env_equal(const struct pv_env *a, const struct pv_env *b);

/*
 * Told for each variable whose value is not the very same, in the order of the keys; NULL: nothing
 * was known of it.
 */
typedef void pv_env_change(void *user, uint32_t key, const struct pv_value *before,
                           const struct pv_value *after);
void pv_env_changes(const struct pv_env *before, const struct pv_env *after, pv_env_change *told,
                    void *user);

#endif
