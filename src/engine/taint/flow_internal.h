/* SPDX-License-Identifier: Apache-2.0 */
/*
 * flow_internal: the run of a file's functions on values, shared by the files
 * that do it.
 *
 * Code is run as it nests, in recursion that carries a depth budget and a step
 * budget. What cannot be known makes ways part; where they meet, values are
 * joined. A loop runs until nothing changes. Once `values.stop` is not PV_OK,
 * everything returns at once.
 */
#ifndef PV_ENGINE_TAINT_FLOW_INTERNAL_H
#define PV_ENGINE_TAINT_FLOW_INTERNAL_H

#include "base/map.h"
#include "engine/taint/env.h"
#include "engine/taint/marks.h"
#include "engine/taint/taint_limits.h"

enum { PV_FLOW_INDEX_WORDS = 16 };

/* A loop or switch that `break` and `continue` may leave. */
struct pv_flow_loop {
    pv_node node;
    struct pv_env broke;
    struct pv_env continued;
    const struct pv_value *value; /* what `break` gives; NULL */
    bool is_switch;               /* `continue` goes to the loop around it */
    struct pv_flow_loop *outer;
};

/* A `try` whose body is being run. */
struct pv_flow_try {
    struct pv_env thrown;
    const struct pv_value *value; /* what may be thrown */
    struct pv_flow_try *outer;
};

/* Variables of outside that a function has read or written. */
struct pv_flow_reads {
    uint32_t *p;
    uint32_t n;
    uint32_t capacity;
    bool is_all; /* too many to list */
};

/* One function that is being run. */
/* The jumps to one label. */
struct pv_flow_goto {
    pv_node label; /* as one of them writes it */
    struct pv_env env;
    bool is_ahead; /* one was seen since the label was reached */
    struct pv_flow_goto *next;
};

struct pv_flow_frame {
    pv_node function;             /* PV_FUNC, PV_LAMBDA or the file */
    pv_word owner;                /* the class of the object at hand; 0 */
    bool has_this;                /* an object of its own */
    pv_node receiver;             /* the parameter that is the object; PV_NO_NODE: `this` */
    const struct pv_value *block; /* what `yield` calls; NULL */
    struct pv_env returned;
    const struct pv_value *result;
    struct pv_flow_loop *loop;
    struct pv_flow_try *attempt;
    struct pv_flow_goto *gotos;
    uint32_t n_gotos;
    struct pv_flow_reads reads;
    struct pv_flow_frame *caller;
};

struct pv_flow_run_arg {
    pv_word name;
    const struct pv_value *before;
    const struct pv_value *after;
};

/* One way in which a function was called, and what came of it. */
struct pv_flow_run {
    pv_node function;
    int calls;       /* how deep it was called */
    bool is_bounded; /* something in it was too deep to follow */
    const struct pv_value *self;
    const struct pv_value *self_after;
    struct pv_flow_run_arg *args;
    uint32_t n_args;
    const struct pv_value *rest;
    struct pv_flow_reads reads; /* of outside: the call is alike where these are */
    struct pv_env before;
    struct pv_env after;
    const struct pv_value *result;
    struct pv_flow_run *next; /* of functions that share a list */
};

/* A finding at a call whose result a variable holds. */
struct pv_flow_held {
    const struct pv_mark *sink;
    const struct pv_value *value; /* what came to the sink */
    pv_node call;
    bool is_read;     /* somebody uses what the call made */
    bool is_replaced; /* the variable was given another value */
};

/* A field of a union that is another one by a second name. */
struct pv_flow_twin {
    pv_word field;
    pv_word like;
};

/* The variables of functions around it that a function mentions. */
struct pv_flow_captures {
    pv_node function;
    uint32_t n;
    uint32_t keys[PV_TAINT_CAPTURES_MAX];
    struct pv_flow_captures *next;
};

/* What the words of operators are in this file. */
struct pv_flow_words {
#define X(name, text) pv_word name;
#include "engine/taint/word.def"
#undef X
    pv_word index[PV_FLOW_INDEX_WORDS]; /* "0", "1", … */
};

struct pv_taint_unit;

struct pv_flow {
    struct pv_values values;
    const struct pv_taint_rule *rule;
    const struct pv_match_file *file;
    bool has_doors;                   /* in place of sources, and all are one */
    const struct pv_taint_unit *unit; /* the files that it is of, when it is of several; NULL */
    const struct pv_tree *tree;
    const struct pv_functions *functions;
    struct pv_match_budget *budget;
    struct pv_taint_findings *out;
    struct pv_map
        reported; /* from which source to which sink those are, as bytes of four numbers */
    struct pv_marks sources;
    struct pv_marks sinks;
    struct pv_marks sanitizers;
    struct pv_marks known; /* of a closed rule */
    struct pv_marks from;  /* what propagators take, and where they put it */
    struct pv_marks to;
    const struct pv_value **carried; /* by number of a propagator's match; may be NULL */
    struct pv_flow_words words;
    struct pv_env env;    /* at the place that is being run */
    struct pv_env global; /* what functions find when nobody of the file calls them */
    struct pv_flow_frame *frame;
    struct pv_flow_run **runs;          /* lists, by the node of a function … */
    struct pv_flow_captures **captures; /* … modulo: */
    size_t n_lists;
    const struct pv_value **seeds; /* by number of the class: an object nobody made */
    bool *is_making;               /* by number of the class: its fields are being set */
    bool *was_run;                 /* by number of the function: in this round */
    const struct pv_value **left;  /* the same, as any of its methods may have left it; NULL */
    PV_VEC(struct pv_flow_held) held;
    PV_VEC(struct pv_flow_twin) twins;
    bool has_aliases;       /* a language in which names stand for other places */
    bool has_destructors;   /* some class has one */
    bool has_control;       /* some source is of control */
    bool has_implicit_this; /* methods know fields by their name alone */
    int depth;
    int calls;
    int calls_max;                   /* calls within calls that are followed */
    bool is_promising;               /* within a function that a promise is made with */
    const struct pv_value *promised; /* what that one has given so far; may be NULL */
    pv_node now;                     /* what is being run */
    bool is_cut;                     /* something was left out */
    bool is_bounded; /* some call was too deep to be followed, and taken for one of an unknown
                        function */
};

/* What stands for a part that is not there: code that no grammar could read may lack any. */
extern const struct pv_tree_node pv_flow_nowhere;

static inline const struct pv_tree_node *pv_flow_at(const struct pv_flow *f, pv_node node)
{
    return node == PV_NO_NODE ? &pv_flow_nowhere : pv_tree_at(f->tree, node);
}

static inline enum pv_kind pv_flow_kind(const struct pv_flow *f, pv_node node)
{
    return (enum pv_kind)pv_flow_at(f, node)->kind;
}

static inline pv_node pv_flow_child(const struct pv_flow *f, pv_node node, enum pv_role role)
{
    return node == PV_NO_NODE ? node : pv_tree_child(f->tree, node, role);
}

static inline bool pv_flow_is_over(const struct pv_flow *f)
{
    return f->values.stop != PV_OK;
}

static inline bool pv_flow_is(const struct pv_flow *f, const char *lang)
{
    return pv_str_eq(f->rule->lang, pv_str_of(lang));
}

static inline bool pv_flow_is_js(const struct pv_flow *f)
{
    return pv_flow_is(f, "javascript") || pv_flow_is(f, "typescript") || pv_flow_is(f, "tsx");
}

/* The value of an expression, or of the last one of statements; runs it: flow.c. */
const struct pv_value *pv_flow_eval(struct pv_flow *f, pv_node node);

/* Runs all children, and joins all that they come from. */
const struct pv_value *pv_flow_children(struct pv_flow *f, pv_node node);

/*
 * How one kind of node is run. What a sink at the node looks at is its value,
 * unless the function sets `*shown`, as a call does to all its arguments.
 */
typedef const struct pv_value *pv_flow_run_kind(struct pv_flow *f, pv_node node,
                                                const struct pv_value **shown);

pv_flow_run_kind pv_flow_name, pv_flow_access, pv_flow_index, pv_flow_string, pv_flow_char,
    pv_flow_number, pv_flow_boolean, pv_flow_null, pv_flow_binary, pv_flow_unary, pv_flow_cond,
    pv_flow_container, pv_flow_record, pv_flow_comprehension, pv_flow_lambda, pv_flow_cast,
    pv_flow_whole, pv_flow_generic, pv_flow_joined,
    pv_flow_other; /* flow_expr.c, flow_operator.c, flow_container.c */
pv_flow_run_kind pv_flow_call, pv_flow_new, pv_flow_enum_member; /* flow_call.c, flow_object.c */
pv_flow_run_kind pv_flow_assign, pv_flow_var, pv_flow_type_test, pv_flow_walrus; /* flow_target.c */
pv_flow_run_kind pv_flow_block, pv_flow_if, pv_flow_while, pv_flow_do, pv_flow_for,
    pv_flow_for_each, pv_flow_return, pv_flow_yield, pv_flow_break, pv_flow_continue, pv_flow_throw,
    pv_flow_try, pv_flow_switch, pv_flow_with, pv_flow_function, pv_flow_class,
    pv_flow_nothing; /* flow_stmt.c, flow_switch.c, flow_loop.c, flow_jump.c */

/* Code that only one language has, by the grammar's name for it: flow_other.c. */
pv_flow_run_kind pv_flow_delete, pv_flow_label, pv_flow_goto;

/* As pv_flow_switch, of a subject that is known; its cases are children of `node`. */
const struct pv_value *pv_flow_cases(struct pv_flow *f, pv_node node,
                                     const struct pv_value *subject);

/* A label is reached, also by the jumps to it that were seen. */
void pv_flow_land(struct pv_flow *f, pv_node label);

/* Whether something has jumped to a label since it was reached last: upwards, that is. */
bool pv_flow_is_ahead(const struct pv_flow *f, pv_node label);

/* Something was thrown here: nothing after it is reached. */
void pv_flow_raise(struct pv_flow *f, const struct pv_value *value);

/* The variable or field that an expression is. */
struct pv_flow_place {
    uint32_t var;
    uint32_t n;
    pv_word path[PV_TAINT_PATH_MAX];
};

/* Whether a field is what all handlers of a request share: `res.locals`, `ctx.state`. */
bool pv_flow_is_shared(const struct pv_flow *f, pv_node object, pv_word field);

/* False when `node` is no such expression. Runs nothing: flow_target.c. */
bool pv_flow_place(struct pv_flow *f, pv_node node, struct pv_flow_place *out);
const struct pv_value *pv_flow_read(struct pv_flow *f, const struct pv_flow_place *place);
void pv_flow_write(struct pv_flow *f, const struct pv_flow_place *place,
                   const struct pv_value *value);

/* What of this the file has, before it is run: flow_alias.c. */
PV_RESULT pv_flow_read_aliases(struct pv_arena *mem, struct pv_flow *f, struct pv_err *err);

/* The name or field that a variable is another name of; PV_NO_NODE for one of its own. */
pv_node pv_flow_alias(const struct pv_flow *f, const struct pv_def *def);

/* The word of a field: what is put into one field of a union is in others, too. */
pv_word pv_flow_field_word(const struct pv_flow *f, pv_node field);

/* Runs what runs when an object ends: flow_destructor.c. */
void pv_flow_destroy(struct pv_flow *f, const struct pv_value *object);
/* The same for all objects that a block has declared. */
void pv_flow_end_block(struct pv_flow *f, pv_node block);

/* Gives `value` to a target, which may be several in a pattern. */
void pv_flow_bind(struct pv_flow *f, pv_node target, const struct pv_value *value);

/* As pv_flow_bind, for parameters, which may be sources by themselves. */
void pv_flow_bind_param(struct pv_flow *f, pv_node param, const struct pv_value *value);

/* A symbol of Ruby is a text that never changes. NULL for any other node: flow_other.c. */
const struct pv_value *pv_flow_symbol(struct pv_flow *f, pv_node node);

/* A text that is known; it must live as long as the file. */
const struct pv_value *pv_flow_text(struct pv_flow *f, struct pv_str text);

/* The character at a place of a text, where both are known; else NULL. */
const struct pv_value *pv_flow_letter(struct pv_flow *f, const struct pv_value *text,
                                      const struct pv_value *at);

/* A whole number that is known. */
const struct pv_value *pv_flow_int(struct pv_flow *f, int64_t number);

/* Whether operators of numbers may be of other things in the language: paths, sets, texts. */
bool pv_flow_has_overloads(const struct pv_flow *f);

/* Whether `a word b` holds, of constants: 1, 0, or -1 when that is not known. */
int pv_flow_compare(const struct pv_flow *f, pv_word word, const struct pv_value *a,
                    const struct pv_value *b);

/* What is known of a key or number without running anything. */
const struct pv_value *pv_flow_constant(struct pv_flow *f, pv_node node);

/* The value of a field that is a function of the class; NULL when it is none: flow_property.c. */
const struct pv_value *pv_flow_property(struct pv_flow *f, pv_node name, pv_word owner,
                                        const struct pv_value *self);

/* The field that `field` means in the function at hand, which reads or writes it; 0. */
pv_word pv_flow_backing(const struct pv_flow *f);

/* Sets a field by the function that it is; false when it is none. */
bool pv_flow_set_property(struct pv_flow *f, pv_node target, const struct pv_value *value);

/* Adds what a source, a propagator's end at `node` brings; takes what one carries away: flow_mark.c
 */
const struct pv_value *pv_flow_marked(struct pv_flow *f, pv_node node,
                                      const struct pv_value *value);
/* Whether what stands at `node` is clean by the rule. */
bool pv_flow_is_sanitized(struct pv_flow *f, pv_node node);
/* Of what is clean, whether its parts are too: an exact sanitizer says it of the whole alone. */
bool pv_flow_is_clean_within(const struct pv_flow *f, pv_node node);
/* Reports where `node` is a sink: what it is, or `shown` where the sink is a whole call. */
void pv_flow_sink(struct pv_flow *f, pv_node node, const struct pv_value *value,
                  const struct pv_value *shown);
/* Reports `value` at the mark's range, however it got there. */
void pv_flow_report(struct pv_flow *f, const struct pv_mark *sink, enum pv_taint_end ending,
                    const struct pv_value *value);

/* Whether no code around `node` lies in the mark's range too. */
bool pv_flow_is_outermost(const struct pv_flow *f, pv_node node, const struct pv_mark *mark);

/*
 * Keeps a finding back until it is known whether what was made is used: true
 * where the rule asks for that and a local variable holds it: flow_held.c.
 */
bool pv_flow_hold(struct pv_flow *f, pv_node node, const struct pv_mark *sink,
                  const struct pv_value *value);
/* Whether a taint stands for a finding that is held, not for a source. */
bool pv_flow_is_held(const struct pv_taint *taint);
/* The value of the call at `node`, with the findings that it holds. */
const struct pv_value *pv_flow_held_mark(struct pv_flow *f, pv_node node,
                                         const struct pv_value *value);
void pv_flow_held_read(struct pv_flow *f, const struct pv_value *value);
void pv_flow_held_write(struct pv_flow *f, const struct pv_value *before,
                        const struct pv_value *after);
/* Reports what was used, and what nothing was put in the place of. */
void pv_flow_held_report(struct pv_flow *f);

/* Where the rule is closed: `value` goes out of sight at `node`: flow_end.c. */
void pv_flow_ends(struct pv_flow *f, pv_node node, const struct pv_value *value,
                  enum pv_taint_end ending);
/* The same, where `place` is one that other code can see. */
void pv_flow_keep(struct pv_flow *f, const struct pv_flow_place *place,
                  const struct pv_value *value);

/* What a condition that holds, or does not, says of the values it looks at: flow_guard.c. */
void pv_flow_guard(struct pv_flow *f, pv_node cond, bool holds);
/* The same within a case of a switch over `subject` that is a constant. */
void pv_flow_guard_case(struct pv_flow *f, pv_node subject);

/* Sources that taint what is given to a target or parameter at `node`. */
const struct pv_value *pv_flow_target_marked(struct pv_flow *f, pv_node node, bool is_param,
                                             const struct pv_value *value);

/* What a function is called with. */
struct pv_flow_args {
    const struct pv_value *self; /* NULL: no object */
    const struct pv_value *values[PV_TAINT_ARGS_MAX];
    pv_word names[PV_TAINT_ARGS_MAX]; /* of keyword arguments; 0 */
    pv_node nodes[PV_TAINT_ARGS_MAX]; /* where they stand, or PV_NO_NODE */
    uint32_t n;
    const struct pv_value *rest; /* what of any further ones is known; NULL */
    uint32_t block;              /* number, from 1, of the one that is written behind the call; 0 */
    const struct pv_closure *closure; /* of the function that is called; NULL */
    bool is_within;                   /* a lambda, too, is run as a method of `self` */
};

/* Runs a function or lambda; `self` becomes the object as the function left it: flow_function.c. */
const struct pv_value *pv_flow_invoke(struct pv_flow *f, pv_node function,
                                      struct pv_flow_args *args);

/* A function that is being left. */
struct pv_flow_left {
    pv_node function;
    const struct pv_flow_args *args;
    const pv_node *owners; /* the parameters that took them */
};

/* The value with what its functions see of the one that is being left: flow_closure.c. */
const struct pv_value *pv_flow_capture(struct pv_flow *f, const struct pv_value *value,
                                       const struct pv_flow_left *left);

/* What a function sees is there while it runs; what it did to it is left where it came from. */
struct pv_flow_opened {
    const struct pv_closure *closure;
    bool is_open[PV_TAINT_CAPTURES_MAX];
    const struct pv_value *before; /* `this` */
};
void pv_flow_closure_open(struct pv_flow *f, const struct pv_closure *closure,
                          struct pv_flow_opened *opened);
void pv_flow_closure_close(struct pv_flow *f, const struct pv_flow_opened *opened);

/* The object at hand, and what it is from now on. */
const struct pv_value *pv_flow_self(struct pv_flow *f);
void pv_flow_keep_self(struct pv_flow *f, const struct pv_value *self);

/* Whether calls of it can be followed from here. */
bool pv_flow_can_invoke(struct pv_flow *f, pv_node function);

/* The value of a variable for the function at hand, which from then on depends on it: flow_memo.c.
 */
const struct pv_value *pv_flow_get(struct pv_flow *f, uint32_t key);
/* The function at hand depends on what one that it called does. */
void pv_flow_read_by_callee(struct pv_flow *f, const struct pv_flow_reads *reads);

/* A call like this one that was run; NULL, and how many others there were. */
const struct pv_flow_run *pv_flow_memo_find(struct pv_flow *f, pv_node function,
                                            const struct pv_flow_args *args, int *n);
/* Keeps what came of a call, whose arguments were `given` and are now `left`. */
void pv_flow_memo_widen(struct pv_flow *f, pv_node function);
void pv_flow_memo_add(struct pv_flow *f, struct pv_flow_run run, const struct pv_flow_args *given,
                      const struct pv_flow_args *left);
const struct pv_value *pv_flow_memo_replay(struct pv_flow *f, const struct pv_flow_run *run,
                                           struct pv_flow_args *args);

/* A new object of a class of the file: its fields, then its constructor, if it has one. */
const struct pv_value *pv_flow_make(struct pv_flow *f, const struct pv_class *class,
                                    struct pv_flow_args *args);

/* The elements of `{a, b}` as fields of an object, where `type` is a class of the file. */
const struct pv_value *pv_flow_composed(struct pv_flow *f, pv_node type,
                                        const struct pv_value *value);

/* The same, of a class that is known, added to what is made already. */
const struct pv_value *pv_flow_composed_of(struct pv_flow *f, const struct pv_class *class,
                                           const struct pv_value *made,
                                           const struct pv_value *value);

/* The elements of a literal of Go as what its type says: of structs, which may be in lists. */
const struct pv_value *pv_flow_composite(struct pv_flow *f, pv_node type,
                                         const struct pv_value *value);

/* The field at a place of a class's body, in order; PV_KEY_ANY past the last. */
pv_word pv_flow_field_at(const struct pv_flow *f, pv_node body, uint32_t number);

/* A value that is an object of a class, whatever else it is. */
const struct pv_value *pv_flow_object_of(struct pv_flow *f, const struct pv_value *base,
                                         pv_word class);

/* A class by what code calls its type: `struct T` of C is T. NULL when no file at hand has it. */
const struct pv_class *pv_flow_class_of(const struct pv_flow *f, pv_node type);

/* `T x;` of C++ makes an object where T is a class of the file. */
const struct pv_value *pv_flow_declared(struct pv_flow *f, pv_node type);

/* An object of a class that was made by nobody in the file; never NULL. */
const struct pv_value *pv_flow_seed(struct pv_flow *f, const struct pv_class *class);

/* What a field of a class itself, or of a class around, holds, where the object at hand has none.
 */
const struct pv_value *pv_flow_shared_field(struct pv_flow *f, uint32_t number, pv_word word);

/* Whether one place writes to the variable: taint.c. */
bool pv_flow_is_written_once(const struct pv_flow *f, uint32_t number);

/* Runs what modules do when they are imported: flow_module.c. Functions find what they define. */
void pv_flow_run_modules(struct pv_flow *f);
void pv_flow_keep_exports(struct pv_flow *f);

/* Runs a function as if called from outside the file. */
void pv_flow_enter(struct pv_flow *f, pv_node function);

/* Notes how a method leaves its object: flow_learn.c. */
void pv_flow_leave_object(struct pv_flow *f, const struct pv_class *class, pv_node method,
                          const struct pv_value *self);

/* What methods left becomes what others find. False when nothing new came of it. */
bool pv_flow_learn_fields(struct pv_flow *f);

/* Whether only the file itself calls a function: flow_entry.c. */
bool pv_flow_is_inner(const struct pv_flow *f, const struct pv_function *function);

/* Runs one of two ways, or both, and joins what comes of them. */
struct pv_flow_fork {
    struct pv_env start;
    struct pv_env joined;
    const struct pv_value *value; /* NULL until one way was run */
};
void pv_flow_fork_begin(struct pv_flow *f, struct pv_flow_fork *fork);
void pv_flow_fork_way(struct pv_flow *f, struct pv_flow_fork *fork);
void pv_flow_fork_join(struct pv_flow *f, struct pv_flow_fork *fork, const struct pv_value *value);
const struct pv_value *pv_flow_fork_end(struct pv_flow *f, struct pv_flow_fork *fork);

/* Any call may throw. */
void pv_flow_may_throw(struct pv_flow *f);

/*
 * Of rules that name a safe prefix, what comes of texts that are put together: flow_prefix.c. Those
 * that begin with it are clean.
 */
const struct pv_value *pv_flow_concat(struct pv_flow *f, const struct pv_value *a,
                                      const struct pv_value *b);
/* A text with code in it. */
const struct pv_value *pv_flow_interpolated(struct pv_flow *f, pv_node string);
/* `format % value` */
const struct pv_value *pv_flow_percent(struct pv_flow *f, const struct pv_value *format,
                                       const struct pv_value *value);
/* What a function of prefix.def gives; NULL for any other. */
const struct pv_value *pv_flow_together(struct pv_flow *f, pv_node call, struct pv_flow_args *args);
/* A new object of a type that texts are built in; NULL for any other. */
const struct pv_value *pv_flow_new_text(struct pv_flow *f, pv_node type,
                                        const struct pv_flow_args *args);

/* Whether a call gives what its object holds somewhere: flow_library.c. */
bool pv_flow_takes_out(const struct pv_flow *f, pv_node call);

/* A type of numbers or Booleans, where the rule takes those for safe: flow_type.c. */
bool pv_flow_is_safe_type(const struct pv_flow *f, pv_node type);
/* Which constant a value is, and nothing of where it came from. */
const struct pv_value *pv_flow_without_sources(struct pv_flow *f, const struct pv_value *value);
/* The class's own variable of a name, in its body or its header; PV_NO_NODE. */
pv_node pv_flow_member(const struct pv_flow *f, const struct pv_class *class, pv_word word);
/* Whether the class of what is at `object` declares the field as one of such a type. */
bool pv_flow_is_safe_member(const struct pv_flow *f, pv_node object, const struct pv_value *value,
                            pv_word word);

/* A list of two, which also have names: `a -> b`. flow_made.c */
const struct pv_value *pv_flow_pair(struct pv_flow *f, const struct pv_value *key,
                                    const struct pv_value *value);

/* Methods of libraries, as library.def knows them: flow_library.c. NULL when it does not. */
const struct pv_value *pv_flow_library(struct pv_flow *f, pv_node call, struct pv_flow_args *args);

/* What a call gives in another form: s.trim() is s. NULL for other calls. */
const struct pv_value *pv_flow_same(struct pv_flow *f, pv_node call,
                                    const struct pv_flow_args *args);

/* Whether a call gives what the rule takes for clean whatever it was given: result.def. */
bool pv_flow_gives_safe_type(const struct pv_flow *f, pv_node call);
/* Whether `name` is that of such a function, which is handed on: map(Number), map(&:to_i). */
bool pv_flow_names_safe_type(const struct pv_flow *f, pv_node name);

/* Whether a function that the file does not define never comes back: leave.def. */
bool pv_flow_never_returns(const struct pv_flow *f, pv_node call);

/* Whether a type is one of the lists that languages come with. */
bool pv_flow_is_list(const struct pv_flow *f, pv_node type);

/*
 * Whether a call, or a new object of a type, is something that is kept under what it is given, for
 * rules that ask: flow_lookup.c.
 */
bool pv_flow_is_lookup(const struct pv_flow *f, pv_node call);
bool pv_flow_makes_lookup(const struct pv_flow *f, pv_node type);

/*
 * What waiting for `new Promise(function)` gives; NULL for what is no promise. What the function
 * hands over on the way is noted by pv_flow_resolve: flow_promise.c.
 */
const struct pv_value *pv_flow_promise(struct pv_flow *f, pv_node type, struct pv_flow_args *args);
void pv_flow_resolve(struct pv_flow *f, pv_node call, const struct pv_flow_args *args);

/* Runs the functions among the arguments as callbacks that may be called or not: flow_callback.c.
 */
void pv_flow_callbacks(struct pv_flow *f, struct pv_flow_args *args,
                       const struct pv_value **result);

/*
 * Whether what a call gives is its object (`*key` is PV_KEY_OBJECT), or what the
 * object has under a key: changing that changes the object.
 */
bool pv_flow_passes_object(struct pv_flow *f, pv_node call, pv_word *key);

#endif
