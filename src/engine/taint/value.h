/* SPDX-License-Identifier: Apache-2.0 */
/*
 * value: what is known of a value: where it comes from, its fields, and which
 * constant, function or object it is.
 *
 * Values never change: an operation gives a new one, or one of its operands.
 * None is NULL. A field that a value does not name is as tainted as the value
 * itself; a field that it names is what it was set to.
 */
#ifndef PV_ENGINE_TAINT_VALUE_H
#define PV_ENGINE_TAINT_VALUE_H

#include "base/arena.h"
#include "engine/ast/tree.h"

/* How a tainted value came so far, newest first. */
struct pv_trail {
    pv_node node;
    uint32_t length;
    const struct pv_trail *before;
};

/* One source that a value comes from; sorted by label and source. */
struct pv_taint {
    pv_word label;   /* 0: none */
    uint32_t source; /* number of the source's range */
    const struct pv_trail *trail;
};

enum pv_value_constant {
    PV_VALUE_UNKNOWN,
    PV_VALUE_NULL,
    PV_VALUE_BOOL, /* in number */
    PV_VALUE_INT,  /* in number */
    PV_VALUE_TEXT, /* in text; word is its name as a key */
};

/* The key of what is somewhere in a container, nobody knows where. */
#define PV_KEY_ANY 0

/* In the prefix of a text: some text of the program that is not known. */
#define PV_PREFIX_UNKNOWN '\x01'

/* No key: the container itself. */
#define PV_KEY_OBJECT UINT32_MAX

struct pv_field {
    pv_word key;
    const struct pv_value *value;
};

/* A variable of a function that has ended, as a function that it left behind sees it. */
struct pv_captured {
    uint32_t key;   /* of the variable: env.h */
    pv_node origin; /* where its caller keeps the same object, or PV_NO_NODE */
    const struct pv_value *value;
};

struct pv_closure {
    const struct pv_captured *p; /* sorted by key */
    uint32_t n;
};

struct pv_value {
    const struct pv_taint *taints;
    const struct pv_field *fields;    /* sorted by key, each once */
    const pv_node *callees;           /* functions and lambdas that it may be, sorted */
    const struct pv_closure *closure; /* what those see of functions that have ended; NULL */
    uint16_t n_taints;
    uint16_t n_fields;
    uint8_t n_callees;
    uint8_t constant; /* enum pv_value_constant */
    uint8_t depth;    /* fields within fields */
    uint8_t nesting;  /* closures within closures, of its own */
    pv_word class;    /* name of the class of the file that it is an object of; 0 */
    pv_word word;     /* of a constant: as a key */
    uint32_t weight;  /* values within it, in any depth */
    bool is_checked;  /* the program has looked at it: no source at its place taints it */
    int64_t number;
    struct pv_str text;
    struct pv_str prefix; /* of a text that was put together: what it begins with, as far as no
                             source has a part in it; p NULL: not known. See prefix.h */
};

/* Of which nothing is known, and which comes from no source. */
extern const struct pv_value pv_value_clean;

/* What was joined lately: objects that hold each other are met again and again. */
struct pv_joined {
    const struct pv_value *a;
    const struct pv_value *b;
    const struct pv_value *both;
};

/* The memory that new values live in; once there is none left, `stop` says so. */
struct pv_values {
    struct pv_arena *mem;
    enum pv_code stop;
    uint32_t epoch;           /* of env.h: how many envs were copied */
    struct pv_joined *joined; /* a table by the two; NULL before the first */
    bool has_prefixes;        /* what texts begin with is asked for */
};

/* The value in memory; the clean one when there is none left. */
const struct pv_value *pv_value_new(struct pv_values *v, struct pv_value value);

/* The function whose node is `function`. */
const struct pv_value *pv_value_of_function(struct pv_values *v, pv_node function);

const struct pv_value *pv_value_join(struct pv_values *v, const struct pv_value *a,
                                     const struct pv_value *b);

/* All sources that the value or anything within it comes from, on a value without more. */
const struct pv_value *pv_value_reach(struct pv_values *v, const struct pv_value *value);

/* The value, without which constant it is: another time it may be another. */
const struct pv_value *pv_value_variable(struct pv_values *v, const struct pv_value *value);

/* The same for all that is in it. */
const struct pv_value *pv_value_blur(struct pv_values *v, const struct pv_value *value);

/* The value without fields, as tainted as all that was in it. */
const struct pv_value *pv_value_flat(struct pv_values *v, const struct pv_value *value);

/* The value without sources and fields, as one that the program has looked at. */
const struct pv_value *pv_value_checked(struct pv_values *v, const struct pv_value *value);

/* The value with one more source. */
const struct pv_value *pv_value_taint(struct pv_values *v, const struct pv_value *value,
                                      struct pv_taint taint);

/* The value with the sources of `from` too. */
const struct pv_value *pv_value_add(struct pv_values *v, const struct pv_value *value,
                                    const struct pv_value *from);

/* The closure with one more variable, or another value of it; NULL is an empty one. */
const struct pv_closure *pv_closure_with(struct pv_values *v, const struct pv_closure *closure,
                                         struct pv_captured captured);

/* The value, a function, with what it sees. */
const struct pv_value *pv_value_enclosing(struct pv_values *v, const struct pv_value *value,
                                          const struct pv_closure *closure);

/* The same value, with a place added to the trail of each of its own sources. */
const struct pv_value *pv_value_moved(struct pv_values *v, const struct pv_value *value,
                                      pv_node node);

/* What field `key` holds; PV_KEY_ANY: what any of them may hold. */
const struct pv_value *pv_value_field(struct pv_values *v, const struct pv_value *value,
                                      pv_word key);

/* The value with a field set. */
const struct pv_value *pv_value_with(struct pv_values *v, const struct pv_value *value, pv_word key,
                                     const struct pv_value *field);

/* The value with one more thing somewhere in it. */
const struct pv_value *pv_value_store(struct pv_values *v, const struct pv_value *value,
                                      const struct pv_value *element);

/* The value, which is a text that begins with `prefix`. */
const struct pv_value *pv_value_prefixed(struct pv_values *v, const struct pv_value *value,
                                         struct pv_str prefix);

/* The value of a list from its element `from` on; `index` names the first `n` of them. */
const struct pv_value *pv_value_tail(struct pv_values *v, const struct pv_value *value,
                                     const pv_word *index, size_t from, size_t n);

/* Whether the two are alike in all but trails. */
bool pv_value_equal(const struct pv_value *a, const struct pv_value *b);

/* Whether it comes from a source, or something in it does. */
bool pv_value_is_tainted(const struct pv_value *value);

/* The name of the constant as a key of a container; PV_KEY_ANY when it is none. */
pv_word pv_value_key(const struct pv_value *value);

/* Whether a condition on it holds: 1, 0, or -1 when that is not known. */
int pv_value_truth(const struct pv_value *value);

#endif
