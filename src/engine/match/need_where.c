/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where the words of a pattern have to stand in a file: read off how the matcher
 * takes calls, accesses and decorators. What it may take from elsewhere, such as
 * from an import that gives another name, is in what places allow.
 */
#include "engine/facts/dotted.h"
#include "engine/match/match_limits.h"
#include "engine/match/need_internal.h"

static const struct pv_tree_node *parent_of(const struct pv_tree *tree, pv_node node)
{
    pv_node parent = pv_tree_at(tree, node)->parent;
    return parent == PV_NO_NODE ? NULL : pv_tree_at(tree, parent);
}

static bool is_marked_attr(const struct pv_tree *tree, const struct pv_tree_node *node)
{
    return node->kind == PV_ATTR &&
           pv_str_has_prefix(pv_str_sub(tree->text, node->start, node->end), pv_need_mark);
}

/* What stands in these is matched in ways of their own. */
static bool is_apart(enum pv_kind kind)
{
    return kind == PV_ATTR || kind == PV_IMPORT || kind == PV_PACKAGE || kind == PV_ELEMENT;
}

static bool is_callee(const struct pv_tree *tree, pv_node node)
{
    const struct pv_tree_node *parent = parent_of(tree, node);
    return parent && parent->kind == PV_CALL && pv_tree_at(tree, node)->role == PV_ROLE_CALLEE;
}

/* What an access that is a whole name reaches into: the last name before its own. */
static struct pv_str module_of(const struct pv_tree *tree, pv_node access,
                               const struct pv_dotted *name)
{
    pv_node object = pv_tree_child(tree, access, PV_ROLE_OBJECT);
    while (object != PV_NO_NODE && pv_tree_at(tree, object)->kind == PV_ACCESS)
        object = pv_tree_child(tree, object, PV_ROLE_FIELD);
    bool is_plain =
        name->n > 1 && object != PV_NO_NODE && pv_tree_at(tree, object)->kind == PV_NAME;
    return is_plain ? name->parts[name->n - 2] : PV_STR("");
}

/* Of the name, or the hole, that is the field of an access. */
static struct pv_need_place field_place(const struct pv_tree *tree, pv_node field)
{
    pv_node access = pv_tree_at(tree, field)->parent;
    bool is_hole = pv_tree_at(tree, field)->kind == PV_MVAR;
    struct pv_dotted name = {0};
    /* What has a whole name may be imported by it; a hole is filled from any import. */
    bool may_be_imported = is_hole || pv_dotted_read(tree, access, &name);
    return (struct pv_need_place){.object = is_hole ? PV_STR("") : module_of(tree, access, &name),
                                  .is_called = is_callee(tree, access),
                                  .is_reached = !may_be_imported};
}

struct pv_need_place pv_need_where(const struct pv_pattern *pattern, pv_node node)
{
    const struct pv_tree *tree = &pattern->source.tree;
    const struct pv_tree_node *at = pv_tree_at(tree, node);
    const struct pv_tree_node *parent = parent_of(tree, node);
    /* A variable stands for what was written to it elsewhere. */
    if (pattern->options.symbolic_propagation)
        return (struct pv_need_place){0};
    for (pv_node i = at->parent; i != PV_NO_NODE; i = pv_tree_at(tree, i)->parent) {
        if (is_marked_attr(tree, pv_tree_at(tree, i)))
            return (struct pv_need_place){.is_marked = true};
        if (is_apart((enum pv_kind)pv_tree_at(tree, i)->kind))
            return (struct pv_need_place){0};
    }
    if (parent && parent->kind == PV_ACCESS && at->role == PV_ROLE_FIELD)
        return field_place(tree, node);
    if (parent && parent->kind == PV_KWARG && at->role == PV_ROLE_NAME)
        return (struct pv_need_place){.is_given = true};
    /* With what it gives back, a function's name stands before its parameters. */
    bool is_defined = parent && parent->kind == PV_FUNC && at->role == PV_ROLE_NAME &&
                      pv_tree_child(tree, at->parent, PV_ROLE_RESULT) != PV_NO_NODE;
    return (struct pv_need_place){.is_called = is_defined || is_callee(tree, node)};
}

/* What is said of one metavariable, wherever it stands. */
struct survey {
    pv_word name;
    bool is_any;
    bool is_lost;
    bool is_callee; /* so it may be bound to more than a name */
    struct pv_need_place place;
};

static bool is_same(const struct pv_need_place *a, const struct pv_need_place *b)
{
    return a->is_called == b->is_called && a->is_reached == b->is_reached &&
           a->is_marked == b->is_marked && a->is_given == b->is_given &&
           pv_str_eq(a->object, b->object);
}

static void survey_pattern(struct survey *survey, const struct pv_pattern *pattern)
{
    const struct pv_tree *tree = &pattern->source.tree;
    for (pv_node node = 0; node < tree->nodes.n; node++) {
        const struct pv_tree_node *at = pv_tree_at(tree, node);
        if (at->word != survey->name)
            continue;
        struct pv_need_place place = pv_need_where(pattern, node);
        survey->is_lost |= at->kind != PV_MVAR ||
                           (at->role != PV_ROLE_FIELD && at->role != PV_ROLE_CALLEE) ||
                           (survey->is_any && !is_same(&place, &survey->place));
        survey->is_callee |= at->role == PV_ROLE_CALLEE;
        survey->place = place;
        survey->is_any = true;
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static void survey_formula(struct survey *survey, const struct pv_formula *formula, size_t depth)
{
    survey->is_lost |= depth == PV_FORMULA_DEPTH_MAX || formula->as == survey->name;
    if (survey->is_lost)
        return;
    if (formula->kind == PV_FORMULA_PATTERN)
        survey_pattern(survey, &formula->pattern);
    for (size_t i = 0; i < formula->n_terms; i++)
        survey_formula(survey, formula->terms[i], depth + 1);
    for (size_t i = 0; i < formula->n_conditions; i++)
        if (formula->conditions[i].formula)
            survey_formula(survey, formula->conditions[i].formula, depth + 1);
}

/* The bracket that ends what begins at `at`: the first member of a class may be one. */
static size_t end_of_class(struct pv_str regex, size_t at)
{
    at += at + 1 < regex.n && regex.p[at + 1] == '^' ? 3 : 2;
    while (at < regex.n && regex.p[at] != ']')
        at += regex.p[at] == '\\' ? 2 : 1;
    return at;
}

/* `^(a|b)$`: no match ends before the text does. */
static bool is_whole(struct pv_str regex)
{
    size_t depth = 0;
    if (!pv_str_has_suffix(regex, PV_STR("$")) || pv_str_has_suffix(regex, PV_STR("\\$")))
        return false;
    for (size_t i = 0; i < regex.n; i++) {
        char byte = regex.p[i];
        if (byte == '[')
            i = end_of_class(regex, i);
        if (byte == '\\')
            i++;
        if (byte == '|' && depth == 0)
            return false;
        depth += byte == '(';
        depth -= byte == ')' && depth > 0;
    }
    return depth == 0;
}

struct pv_need_place pv_need_where_bound(const struct pv_formula *formula,
                                         const struct pv_condition *condition)
{
    struct survey survey = {.name = condition->metavariable};
    survey_formula(&survey, formula, 0);
    if (!survey.is_any || survey.is_lost || (survey.is_callee && !is_whole(condition->regex_text)))
        return (struct pv_need_place){0};
    return survey.place;
}
