/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What came of calls so far. A call is like one before when its arguments are, and
 * those variables of outside that the function read or changed then: all others
 * cannot make a difference.
 */
#include "engine/taint/flow_internal.h"

enum { READS_FIRST = 8 };

static bool is_own(const struct pv_flow *f, uint32_t key)
{
    pv_node function = f->frame->function;
    if (key == PV_VAR_THIS)
        return pv_flow_kind(f, function) == PV_FUNC;
    if (key > PV_VAR_THIS)
        return false;
    pv_node scope = pv_defs_get(f->file->defs, key)->scope;
    return scope >= function && scope < pv_flow_at(f, function)->after;
}

static void note(struct pv_flow *f, struct pv_flow_reads *reads, uint32_t key)
{
    if (reads->is_all)
        return;
    for (uint32_t i = 0; i < reads->n; i++)
        if (reads->p[i] == key)
            return;
    if (reads->n == PV_TAINT_READS_MAX) {
        reads->is_all = true;
        return;
    }
    if (reads->n == reads->capacity) {
        uint32_t capacity = reads->capacity ? 2 * reads->capacity : READS_FIRST;
        uint32_t *keys = NULL;
        struct pv_result result = PV_NEW_ARRAY(f->values.mem, capacity, &keys, NULL);
        if (!pv_is_ok(result)) {
            f->values.stop = result.code;
            return;
        }
        for (uint32_t i = 0; i < reads->n; i++)
            keys[i] = reads->p[i];
        reads->p = keys;
        reads->capacity = capacity;
    }
    reads->p[reads->n++] = key;
}

void pv_flow_read_by_callee(struct pv_flow *f, const struct pv_flow_reads *reads)
{
    if (!f->frame || f->frame->function == 0)
        return;
    f->frame->reads.is_all = f->frame->reads.is_all || reads->is_all;
    for (uint32_t i = 0; i < reads->n; i++)
        if (!is_own(f, reads->p[i]))
            note(f, &f->frame->reads, reads->p[i]);
}

const struct pv_value *pv_flow_get(struct pv_flow *f, uint32_t key)
{
    if (f->frame && f->frame->function != 0 && !is_own(f, key))
        note(f, &f->frame->reads, key);
    return pv_env_get(&f->env, key);
}

static bool is_same_value(const struct pv_value *a, const struct pv_value *b)
{
    return a == b || (a && b && pv_value_equal(a, b));
}

static const struct pv_value *self_of(const struct pv_flow_args *args)
{
    return args->self ? args->self : &pv_value_clean;
}

static bool is_same_call(const struct pv_flow_run *run, pv_node function,
                         const struct pv_flow_args *args)
{
    if (run->function != function || run->n_args != args->n ||
        !is_same_value(run->rest, args->rest) || !pv_value_equal(run->self, self_of(args)))
        return false;
    for (uint32_t i = 0; i < args->n; i++)
        if (run->args[i].name != args->names[i] ||
            !pv_value_equal(run->args[i].before, args->values[i]))
            return false;
    return true;
}

static bool is_same_outside(const struct pv_flow *f, const struct pv_flow_run *run)
{
    if (run->reads.is_all)
        return pv_env_equal(&run->before, &f->env);
    for (uint32_t i = 0; i < run->reads.n; i++)
        if (!is_same_value(pv_env_get(&run->before, run->reads.p[i]),
                           pv_env_get(&f->env, run->reads.p[i])))
            return false;
    return true;
}

static struct pv_flow_run **runs_of(struct pv_flow *f, pv_node function)
{
    return &f->runs[function % f->n_lists];
}

const struct pv_flow_run *pv_flow_memo_find(struct pv_flow *f, pv_node function,
                                            const struct pv_flow_args *args, int *n)
{
    *n = 0;
    for (const struct pv_flow_run *run = *runs_of(f, function); run; run = run->next) {
        *n += run->function == function;
        /* What was bounded by how deep it was called holds no less deep alone. */
        if ((!run->is_bounded || f->calls >= run->calls) && is_same_call(run, function, args) &&
            is_same_outside(f, run))
            return run;
    }
    return NULL;
}

void pv_flow_memo_widen(struct pv_flow *f, pv_node function)
{
    const struct pv_flow_run *run = *runs_of(f, function);
    while (run && run->function != function)
        run = run->next;
    if (!run || f->env.is_dead)
        return;
    if (run->reads.is_all) {
        f->env = pv_env_join(&f->values, f->env, run->before);
        return;
    }
    for (uint32_t i = 0; i < run->reads.n; i++) {
        const struct pv_value *before = pv_env_get(&run->before, run->reads.p[i]);
        const struct pv_value *now = pv_env_get(&f->env, run->reads.p[i]);
        if (before != now && (before || now))
            pv_env_set(&f->values, &f->env, run->reads.p[i],
                       pv_value_join(&f->values, now ? now : &pv_value_clean,
                                     before ? before : &pv_value_clean));
    }
}

struct write_notes {
    struct pv_flow *f;
    struct pv_flow_run *run;
};

static void note_write(void *user, uint32_t key, const struct pv_value *before,
                       const struct pv_value *after)
{
    struct write_notes *notes = user;
    if (after && (before || after != &pv_value_clean))
        note(notes->f, &notes->run->reads, key);
}

/* The variables of outside that the function left otherwise than it found them. */
static void note_writes(struct pv_flow *f, struct pv_flow_run *run)
{
    if (!f->env.is_dead)
        pv_env_changes(&run->before, &f->env, note_write, &(struct write_notes){f, run});
}

void pv_flow_memo_add(struct pv_flow *f, struct pv_flow_run run, const struct pv_flow_args *given,
                      const struct pv_flow_args *left)
{
    struct pv_flow_run *slot = NULL;
    if (pv_flow_is_over(f))
        return;
    note_writes(f, &run);
    struct pv_result result = PV_NEW(f->values.mem, &slot, NULL);
    if (pv_is_ok(result))
        result = PV_NEW_ARRAY(f->values.mem, (size_t)given->n + 1, &run.args, NULL);
    if (!pv_is_ok(result)) {
        f->values.stop = result.code;
        return;
    }
    for (uint32_t i = 0; i < given->n; i++)
        run.args[i] = (struct pv_flow_run_arg){given->names[i], given->values[i], left->values[i]};
    run.n_args = given->n;
    run.rest = given->rest;
    run.self = self_of(given);
    run.self_after = left->self;
    run.after = pv_env_copy(&f->values, &f->env);
    run.next = *runs_of(f, run.function);
    *slot = run;
    *runs_of(f, run.function) = slot;
}

const struct pv_value *pv_flow_memo_replay(struct pv_flow *f, const struct pv_flow_run *run,
                                           struct pv_flow_args *args)
{
    pv_flow_read_by_callee(f, &run->reads);
    for (uint32_t i = 0; i < run->reads.n && !run->after.is_dead; i++) {
        const struct pv_value *value = pv_env_get(&run->after, run->reads.p[i]);
        if (value)
            pv_env_set(&f->values, &f->env, run->reads.p[i], value);
    }
    if (run->reads.is_all || run->after.is_dead)
        f->env = pv_env_copy(&f->values, &run->after);
    for (uint32_t i = 0; i < args->n; i++)
        args->values[i] = run->args[i].after;
    if (args->self)
        args->self = run->self_after;
    f->is_bounded = f->is_bounded || run->is_bounded;
    return run->result;
}
