/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where values go out of sight, for rules that are closed: what such a rule does
 * not report has been followed to its end. Where it is not plain that a value
 * stays, it is taken to be lost.
 */
#include "engine/taint/flow_internal.h"

struct pv_str pv_taint_end_text(enum pv_taint_end ending)
{
    static const char *const texts[PV_END_COUNT] = {
#define X(name, text) [PV_END_##name] = (text),
#include "engine/taint/end.def"
#undef X
    };
    return pv_str_of(texts[ending]);
}

/* A call is meant as a whole; what is within a known class or function stays there. */
static bool is_marked(const struct pv_flow *f, const struct pv_marks *marks, pv_node node,
                      bool is_whole)
{
    const struct pv_tree_node *at = pv_flow_at(f, node);
    for (const struct pv_mark *mark = pv_marks_around(marks, at->start, at->end); mark;
         mark = pv_marks_next(marks, mark, at->end))
        if (!is_whole || pv_flow_is_outermost(f, node, mark))
            return true;
    return false;
}

void pv_flow_ends(struct pv_flow *f, pv_node node, const struct pv_value *value,
                  enum pv_taint_end ending)
{
    bool is_whole = ending == PV_END_CALL || ending == PV_END_CLEANED;
    if (!f->rule->options.is_closed || !pv_value_is_tainted(value) ||
        is_marked(f, &f->known, node, is_whole))
        return;
    if (ending == PV_END_CALL &&
        (is_marked(f, &f->sanitizers, node, true) || is_marked(f, &f->sinks, node, true)))
        return;
    const struct pv_mark mark = {.start = pv_flow_at(f, node)->start,
                                 .end = pv_flow_at(f, node)->end};
    pv_flow_report(f, &mark, ending, pv_value_reach(&f->values, value));
}

/* Whether the variable is one of a function that is being run. */
static bool is_local(const struct pv_flow *f, const struct pv_def *def)
{
    for (const struct pv_flow_frame *frame = f->frame; frame; frame = frame->caller)
        if (frame->function != 0 && def->scope >= frame->function &&
            def->scope < pv_flow_at(f, frame->function)->after)
            return true;
    return false;
}

static bool is_fresh(const struct pv_flow *f, const struct pv_write *write)
{
    static const bool makes[PV_KIND_COUNT] = {
        [PV_TUPLE] = true, [PV_ARRAY] = true,  [PV_SET] = true,
        [PV_DICT] = true,  [PV_RECORD] = true, [PV_COMPREHENSION] = true,
        [PV_NEW] = true,   [PV_STRING] = true, [PV_NULL] = true};
    if (write->value == PV_NO_NODE)
        return pv_flow_kind(f, write->writer) == PV_VAR;
    return makes[pv_flow_kind(f, write->value)];
}

/* Whether what the variable holds was made by the function: nobody else has it. */
static bool is_own(const struct pv_flow *f, const struct pv_def *def)
{
    uint32_t at = def->last;
    while (at != PV_NO_WRITE) {
        const struct pv_write *write = pv_defs_write(f->file->defs, at);
        if (!is_fresh(f, write))
            return false;
        at = write->before;
    }
    return true;
}

void pv_flow_keep(struct pv_flow *f, const struct pv_flow_place *place,
                  const struct pv_value *value)
{
    if (!f->rule->options.is_closed || !pv_value_is_tainted(value))
        return;
    const struct pv_value *before = pv_flow_get(f, place->var);
    if (before && before->n_taints > 0)
        return; /* into what has to be kept itself */
    if (place->var < PV_VAR_THIS) {
        const struct pv_def *def = pv_defs_get(f->file->defs, place->var);
        if (is_local(f, def) && (place->n == 0 || is_own(f, def)))
            return;
    }
    pv_flow_ends(f, f->now, value, PV_END_KEPT);
}
