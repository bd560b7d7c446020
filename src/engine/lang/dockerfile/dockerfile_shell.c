/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Commands of a shell inside an instruction. They are parsed where they stand in
 * the file, so that nothing has to be moved.
 */
#include "engine/lang/dockerfile/dockerfile_internal.h"

extern const struct pv_lang pv_lang_bash;

static void free_tree(TSTree **tree)
{
    ts_tree_delete(*tree);
}

/* The only command, or all as a block. */
static PV_RESULT lower(struct pv_docker *d, enum pv_role role, TSNode root)
{
    struct pv_lower_job job = *d->job;
    struct pv_tree *tree = d->job->tree;
    size_t first = tree->nodes.n;
    bool is_one = ts_node_named_child_count(root) == 1 && !ts_node_is_error(root);
    job.lang = &pv_lang_bash;
    job.is_part = true;
    job.parent = d->parent;
    job.role = role;
    PV_TRY(pv_lower_run(&job, is_one ? ts_node_named_child(root, 0) : root, d->err));
    if (tree->nodes.n > first && tree->nodes.p[first].kind == PV_FILE)
        tree->nodes.p[first].kind = PV_BLOCK;
    if (ts_node_has_error(root) && d->job->is_pattern)
        tree->error_bytes++;
    return PV_SUCCESS;
}

void pv_docker_shell(struct pv_docker *d, enum pv_role role, struct pv_span span)
{
    PV_DEFER(free_tree) TSTree *cst = NULL;
    struct pv_str code = {d->code, d->text.n};
    struct pv_parse_range range = {span.start, span.end};
    if (!pv_is_ok(d->failure) || span.start >= span.end)
        return;
    d->failure = pv_parse_part(&pv_lang_bash, code, range, d->options, &cst, d->err);
    if (pv_is_ok(d->failure))
        d->failure = lower(d, role, ts_tree_root_node(cst));
}
