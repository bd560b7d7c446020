/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The statements of several files: those of modules run before those of who
 * imports them, and what a module defines is there under its word of the unit.
 */
#include "engine/taint/flow_internal.h"
#include "engine/taint/unit.h"

/* What a name of the unit's own words stands for, everywhere. */
static void define(struct pv_flow *f, pv_word word, const struct pv_value *value)
{
    if (word && value)
        pv_env_set(&f->values, &f->env, PV_VAR_UNDEFINED | word, value);
}

/* The value of an export once its file has run; of a variable that is written again, nothing. */
static const struct pv_value *value_of(struct pv_flow *f, const struct pv_taint_export *export)
{
    if (export->is_twice || export->is_class)
        return NULL;
    if (export->variable == UINT32_MAX)
        return pv_value_of_function(&f->values, export->node);
    return pv_flow_is_written_once(f, export->variable) ? pv_env_get(&f->env, export->variable)
                                                        : NULL;
}

/* What `require` gives: all that is exported, whichever way it is. */
static void define_module(struct pv_flow *f, size_t number)
{
    const struct pv_taint_member *member = &f->unit->members[number];
    const struct pv_value *whole = pv_env_get(&f->env, PV_VAR_UNDEFINED | member->exports_words[0]);
    const struct pv_value *parts = pv_env_get(&f->env, PV_VAR_UNDEFINED | member->exports_words[1]);
    pv_word exports = pv_vocab_word(f->file->vocab, PV_STR("exports"));
    const struct pv_value *value =
        whole ? pv_value_field(&f->values, whole, exports) : &pv_value_clean;
    if (parts)
        value = value == &pv_value_clean ? parts : pv_value_join(&f->values, value, parts);
    define(f, member->module_word, value);
}

static void define_exports(struct pv_flow *f, size_t number)
{
    PV_VEC_EACH (const struct pv_taint_export, export, &f->unit->exports.list)
        if (export->member == number)
            define(f, export->word, value_of(f, export));
    define_module(f, number);
}

/* The first member's statements stand in the tree's own root, with the other files behind them. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void run_module(struct pv_flow *f, size_t number)
{
    struct pv_env before = pv_env_copy(&f->values, &f->env);
    pv_node at = pv_tree_first(f->tree, f->unit->members[number].root);
    for (; at != PV_NO_NODE && !f->env.is_dead; at = pv_tree_next(f->tree, at))
        if (pv_flow_kind(f, at) != PV_FILE)
            (void)pv_flow_eval(f, at);
    if (f->env.is_dead)
        f->env = before;
    define_exports(f, number);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_run_modules(struct pv_flow *f)
{
    const struct pv_taint_member *members = f->unit->members;
    for (size_t i = f->unit->n; i-- > 1;)
        if (!members[i].is_entered)
            run_module(f, i);
    run_module(f, 0);
    for (size_t i = 1; i < f->unit->n; i++)
        if (members[i].is_entered)
            run_module(f, i);
}

static void keep(struct pv_flow *f, pv_word word)
{
    uint32_t key = PV_VAR_UNDEFINED | word;
    const struct pv_value *value = word ? pv_env_get(&f->env, key) : NULL;
    if (value)
        pv_env_set(&f->values, &f->global, key, value);
}

void pv_flow_keep_exports(struct pv_flow *f)
{
    if (f->env.is_dead)
        return;
    PV_VEC_EACH (const struct pv_taint_export, export, &f->unit->exports.list)
        keep(f, export->word);
    for (size_t i = 0; i < f->unit->n; i++)
        keep(f, f->unit->members[i].module_word);
}
