/* SPDX-License-Identifier: Apache-2.0 */
/*
 * functions: the functions and classes that a file defines, by name.
 *
 * A method belongs to the class that its definition stands in, or, where a
 * language writes methods outside (Go's receivers), to the type it names.
 */
#ifndef PV_ENGINE_FACTS_FUNCTIONS_H
#define PV_ENGINE_FACTS_FUNCTIONS_H

#include "engine/ast/tree.h"

#define PV_NO_FUNCTION UINT32_MAX

struct pv_function {
    pv_node node;     /* PV_FUNC */
    pv_word name;     /* 0 when it has none */
    pv_word owner;    /* name of its class or receiver's type; 0 for a plain function */
    pv_node scope;    /* the innermost function around it, or PV_NO_NODE */
    pv_node receiver; /* the parameter that stands for the object, or PV_NO_NODE */
    uint32_t least;   /* arguments that it has to be given, the receiver aside */
    uint32_t most;    /* arguments that it takes; UINT32_MAX with a rest parameter */
    uint32_t module;  /* of a tree of several files: the number of its file */
    bool is_local;    /* only its own file may call it by its name */
    bool has_body;    /* what only says that there is one means it, where both are */
    bool is_outside;  /* of C++: `owner::name`, written outside of the class */
};

struct pv_class {
    pv_node node; /* PV_CLASS, or what stands for one */
    pv_word name;
    pv_word base;       /* name of the first class it extends; 0 for none */
    pv_node destructor; /* of C++: what runs when an object ends; PV_NO_NODE */
    bool is_elsewhere;  /* its body is not in the tree: `node` is its name before a method's */
};

/* A function that stands for a field: it runs when the field is read, or written. */
struct pv_accessor {
    pv_node node; /* PV_FUNC */
    pv_word owner;
    pv_word field;
    bool is_setter;
};

/* Where a function or class is in its list. */
struct pv_function_name {
    pv_word name;
    pv_word owner;
    uint32_t number;
};

struct pv_functions {
    PV_VEC(struct pv_function) list; /* in order of the file */
    PV_VEC(struct pv_class) classes; /* in order of the file */
    PV_VEC(struct pv_accessor) accessors;
    /* The first two by name and owner, then by number: what is looked for is found at once. */
    struct pv_function_name *functions_by_name;
    struct pv_function_name *classes_by_name;
    /* Classes by what they extend or implement, each at most once. */
    PV_VEC(struct pv_function_name) heirs;
    PV_VEC(pv_node) modules; /* where each file of a tree of several begins; none for one file */
};

/* Lives in `mem`. Linear in the tree. */
PV_RESULT pv_functions_read(struct pv_arena *mem, const struct pv_tree *tree,
                            struct pv_functions **out, struct pv_err *err);

/* The number of the file of a tree of several that a node is of; 0 for a tree of one. */
uint32_t pv_functions_module(const struct pv_functions *functions, pv_node node);

/* To be called when names were changed: only then are they found by what they are now. */
void pv_functions_sort(struct pv_functions *out);

/* What a call says of the function that it means. */
struct pv_function_call {
    pv_word name;
    pv_word owner; /* 0: a plain function */
    pv_node site;  /* where the call stands */
    uint32_t n_args;
};

/*
 * The number in `list` of the function that a call means: of the class or of one
 * that it extends, defined where the call can see it, and taking that many
 * arguments if one does. PV_NO_FUNCTION when the file has none.
 */
uint32_t pv_functions_find(const struct pv_functions *functions, const struct pv_tree *tree,
                           const struct pv_function_call *call);

/* What runs when a field of an object of the class is read, or written; NULL when nothing does. */
const struct pv_accessor *pv_functions_accessor(const struct pv_functions *functions, pv_word owner,
                                                pv_word field, bool is_setter);

/* The number of the function at `node`, or PV_NO_FUNCTION. */
uint32_t pv_functions_at(const struct pv_functions *functions, pv_node node);

/* The places in `heirs` of the classes that extend or implement `base`, in order of the file. */
struct pv_heirs {
    uint32_t first;
    uint32_t end;
};
struct pv_heirs pv_functions_heirs(const struct pv_functions *functions, pv_word base);

/* NULL when the file has no class of that name. */
const struct pv_class *pv_functions_class(const struct pv_functions *functions, pv_word name);

#endif
