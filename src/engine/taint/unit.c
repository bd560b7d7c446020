/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/unit.h"

#include "base/hash.h"
#include "engine/taint/unit_internal.h"

#include <string.h>

/* The word of a name that means nothing that is known. */
#define OTHER_WORD (PV_WORD_UNKNOWN | UINT32_C(1))

static bool is_one_of(struct pv_str lang, const char *const names[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (pv_str_eq(lang, pv_str_of(names[i])))
            return true;
    return false;
}

static bool has_static(const struct pv_tree *tree, pv_node node)
{
    for (pv_node at = pv_tree_first(tree, node); at != PV_NO_NODE; at = pv_tree_next(tree, at))
        if (pv_tree_at(tree, at)->role == PV_ROLE_MODIFIER &&
            pv_str_eq(pv_tree_text(tree, at), PV_STR("static")))
            return true;
    return false;
}

/* The word of a variable that a statement of the file declares; 0 for others. */
static pv_word variable_of(const struct pv_tree *tree, pv_node node)
{
    pv_node target = pv_tree_at(tree, node)->kind == PV_VAR
                         ? pv_tree_child(tree, node, PV_ROLE_TARGET)
                         : PV_NO_NODE;
    return target == PV_NO_NODE ? 0 : pv_tree_at(tree, target)->word;
}

/* Whether both have a variable of the name, and one of the two keeps it to itself. */
static bool do_clash(const struct pv_tree *a, const struct pv_tree *b)
{
    for (pv_node x = pv_tree_first(a, 0); x != PV_NO_NODE; x = pv_tree_next(a, x)) {
        pv_word word = variable_of(a, x);
        pv_node y = word ? pv_tree_first(b, 0) : PV_NO_NODE;
        for (; y != PV_NO_NODE; y = pv_tree_next(b, y))
            if (variable_of(b, y) == word && (has_static(a, x) || has_static(b, y)))
                return true;
    }
    return false;
}

static void leave_out(struct pv_unit_builder *b)
{
    for (size_t i = 1; b->has_packages && i < b->n; i++)
        for (size_t k = 0; k < i && !b->members[i].is_left_out; k++)
            b->members[i].is_left_out = !b->members[k].is_left_out &&
                                        pv_unit_do_packages_clash(&b->members[k], &b->members[i]);
    for (size_t i = 1; b->has_statics && i < b->n; i++)
        for (size_t k = 0; k < i && !b->members[i].is_left_out; k++)
            b->members[i].is_left_out =
                !b->members[k].is_left_out &&
                do_clash(b->members[k].file->tree, b->members[i].file->tree);
}

static PV_RESULT place(struct pv_unit_builder *b)
{
    size_t bytes = 0;
    size_t nodes = 0;
    for (size_t i = 0; i < b->n; i++) {
        struct pv_taint_member *member = &b->members[i];
        if (member->is_left_out)
            continue;
        bool is_own = i > 0 && b->has_scopes;
        member->first_byte = (uint32_t)bytes;
        member->root = is_own ? (pv_node)nodes : 0;
        member->shift = (uint32_t)(i == 0 || is_own ? nodes : nodes - 1);
        bytes += member->file->text.n + 1;
        nodes += member->file->tree->nodes.n - (i > 0 && !is_own);
    }
    if (bytes >= UINT32_MAX / 2 || nodes >= PV_NO_NODE / 2)
        return pv_fail(b->err, PV_LIMIT, 0, "the files around it are too large");
    PV_TRY(PV_NEW_ARRAY(b->mem, nodes, &b->tree->nodes.p, b->err));
    b->tree->nodes.capacity = nodes;
    char *text = NULL;
    PV_TRY(PV_NEW_ARRAY(b->mem, bytes, &text, b->err));
    b->tree->text = (struct pv_str){text, bytes};
    for (size_t i = 0; i < b->n; i++) {
        struct pv_str own = b->members[i].file->text;
        if (b->members[i].is_left_out)
            continue;
        if (own.n)
            memcpy(text + b->members[i].first_byte, own.p, own.n);
        text[b->members[i].first_byte + own.n] = '\n';
    }
    return PV_SUCCESS;
}

static void copy_nodes(struct pv_unit_builder *b, const struct pv_taint_member *member,
                       bool has_root)
{
    const struct pv_tree *from = member->file->tree;
    for (pv_node i = has_root ? 0 : 1; i < from->nodes.n; i++) {
        struct pv_tree_node node = *pv_tree_at(from, i);
        bool is_top = !has_root && node.parent == 0;
        node.parent = i == 0   ? (member->shift ? 0 : PV_NO_NODE)
                      : is_top ? 0
                               : node.parent + member->shift;
        node.after += member->shift;
        node.start += member->first_byte;
        node.end += member->first_byte;
        b->tree->nodes.p[b->tree->nodes.n++] = node;
    }
}

static PV_RESULT join_trees(struct pv_unit_builder *b)
{
    *b->tree = *b->members[0].file->tree;
    b->tree->nodes.p = NULL;
    b->tree->nodes.n = b->tree->nodes.capacity = 0;
    PV_TRY(place(b));
    for (size_t i = 0; i < b->n; i++)
        if (!b->members[i].is_left_out)
            copy_nodes(b, &b->members[i], i == 0 || b->has_scopes);
    b->tree->nodes.p[0].after = (pv_node)b->tree->nodes.n;
    b->tree->nodes.p[0].end = (uint32_t)b->tree->text.n;
    return PV_SUCCESS;
}

static const struct pv_taint_member *member_of(const struct pv_unit_builder *b, uint32_t module)
{
    size_t i = 0;
    for (; i < b->n; i++)
        if (!b->members[i].is_left_out && module-- == 0)
            break;
    return &b->members[i];
}

/* Whether a file may mean a class of another by its name alone. */
static bool is_seen(const struct pv_outline *from, const struct pv_outline *of, uint64_t name)
{
    bool is_seen = from->group == of->group;
    PV_VEC_EACH (const struct pv_outline_import, import, &from->imports) {
        if (import->name == name)
            return import->package == of->group;
        is_seen |= !import->name && !import->has_no_class && import->package == of->group;
    }
    return is_seen;
}

/* Whether what is written is the class's name with its package before it: `a.b.C`, `\a\b\C`. */
static bool is_qualified(struct pv_str text, struct pv_str name, uint64_t package)
{
    size_t start = pv_str_has_prefix(text, PV_STR("\\"));
    if (text.n <= start + name.n + 1 || !pv_str_has_suffix(text, name))
        return false;
    size_t end = text.n - name.n - 1;
    return (text.p[end] == '.' || text.p[end] == '\\') &&
           pv_hash_str(pv_str_sub(text, start, end)) == package;
}

static bool has_own(const struct pv_unit_builder *b, uint32_t module, pv_word name)
{
    PV_VEC_EACH (const struct pv_class, class, &b->functions->classes)
        if (class->name == name && pv_functions_module(b->functions, class->node) == module)
            return true;
    return false;
}

/*
 * What each other file calls by the name of a class: one that it can't mean gets
 * another word, and one that it names with its package gets the class's.
 */
static void name_class(struct pv_unit_builder *b, const struct pv_class *class)
{
    uint32_t module = pv_functions_module(b->functions, class->node);
    const struct pv_outline *of = member_of(b, module)->outline;
    pv_node node = pv_tree_child(b->tree, class->node, PV_ROLE_NAME);
    if (!class->name || node == PV_NO_NODE || !of || of->kind != PV_OUTLINE_PACKAGE)
        return;
    struct pv_str name = pv_tree_text(b->tree, node);
    for (uint32_t i = 0; i < b->functions->modules.n; i++) {
        if (i == module || has_own(b, i, class->name))
            continue;
        bool is_last = i + 1 == b->functions->modules.n;
        pv_node end = is_last ? (pv_node)b->tree->nodes.n : b->functions->modules.p[i + 1];
        bool sees = is_seen(member_of(b, i)->outline, of, pv_hash_str(name));
        for (pv_node k = b->functions->modules.p[i]; k < end; k++) {
            struct pv_tree_node *at = &b->tree->nodes.p[k];
            if (at->word == class->name && !sees)
                at->word = OTHER_WORD;
            if ((at->kind != PV_TYPE && at->kind != PV_ACCESS) ||
                !is_qualified(pv_tree_text(b->tree, k), name, of->group))
                continue;
            at->kind = at->kind == PV_ACCESS ? PV_NAME : at->kind;
            at->word = class->name;
        }
    }
}

/* A class whose name another file's class has is meant by nobody. */
static void hide_class(struct pv_unit_builder *b, struct pv_class *class)
{
    uint32_t module = pv_functions_module(b->functions, class->node);
    PV_VEC_EACH (struct pv_function, function, &b->functions->list)
        if (function->owner == class->name && function->module == module)
            function->name = function->owner = 0;
    class->name = 0;
}

static void hide_classes(struct pv_unit_builder *b)
{
    struct pv_functions *functions = b->functions;
    for (size_t i = 1; i < functions->classes.n; i++)
        for (size_t k = 0; k < i && functions->classes.p[i].name; k++)
            if (functions->classes.p[k].name == functions->classes.p[i].name &&
                pv_functions_module(functions, functions->classes.p[k].node) !=
                    pv_functions_module(functions, functions->classes.p[i].node))
                hide_class(b, &functions->classes.p[i]);
}

/* A plain function that two files define is each one's own. */
static void part_functions(struct pv_unit_builder *b)
{
    struct pv_functions *functions = b->functions;
    for (size_t i = 0; i < functions->list.n; i++) {
        struct pv_function *one = &functions->list.p[i];
        one->is_local |=
            !one->owner && (b->are_modules || (b->has_statics && has_static(b->tree, one->node)));
        for (size_t k = 0; k < i && one->name && !one->owner; k++) {
            struct pv_function *other = &functions->list.p[k];
            bool is_twin = other->name == one->name && !other->owner &&
                           other->module != one->module &&
                           pv_tree_child(b->tree, one->node, PV_ROLE_BODY) != PV_NO_NODE &&
                           pv_tree_child(b->tree, other->node, PV_ROLE_BODY) != PV_NO_NODE;
            one->is_local |= is_twin;
            other->is_local |= is_twin;
        }
    }
}

static PV_RESULT number_modules(struct pv_unit_builder *b)
{
    for (size_t i = 0; i < b->n; i++) {
        pv_node *slot = NULL;
        if (b->members[i].is_left_out)
            continue;
        PV_TRY(PV_VEC_PUSH(b->mem, &b->functions->modules, &slot, b->err));
        *slot = i == 0 ? 0 : b->members[i].shift + !b->has_scopes;
    }
    PV_VEC_EACH (struct pv_function, function, &b->functions->list)
        function->module = pv_functions_module(b->functions, function->node);
    return PV_SUCCESS;
}

static PV_RESULT link_names(struct pv_unit_builder *b)
{
    PV_TRY(number_modules(b));
    for (size_t i = 0; i < b->functions->classes.n; i++)
        name_class(b, &b->functions->classes.p[i]);
    hide_classes(b);
    part_functions(b);
    pv_functions_sort(b->functions);
    return PV_SUCCESS;
}

PV_RESULT pv_taint_unit_build(struct pv_arena *mem, struct pv_str lang,
                              const struct pv_taint_links *links, struct pv_taint_unit *unit,
                              struct pv_err *err)
{
    static const char *const modules[] = {"python", "javascript", "typescript", "tsx", "vue"};
    static const char *const scripts[] = {"php", "ruby"};
    static const char *const statics[] = {"c", "cpp"};
    struct pv_unit_builder b = {.mem = mem,
                                .members = unit->members,
                                .n = unit->n,
                                .links = links,
                                .exports = &unit->exports,
                                .err = err};
    b.are_modules = is_one_of(lang, modules, PV_COUNT(modules));
    b.has_scopes = b.are_modules || is_one_of(lang, scripts, PV_COUNT(scripts));
    b.is_python = pv_str_eq(lang, PV_STR("python"));
    b.has_statics = is_one_of(lang, statics, PV_COUNT(statics));
    b.has_packages = pv_str_eq(lang, PV_STR("go"));
    PV_TRY(PV_NEW(mem, &b.tree, err));
    leave_out(&b);
    PV_TRY(join_trees(&b));
    if (b.has_packages)
        pv_unit_join_packages(&b);
    PV_TRY(pv_defs_read(mem, b.tree, &b.defs, err));
    if (b.are_modules)
        PV_TRY(pv_unit_link_modules(&b));
    PV_TRY(pv_functions_read(mem, b.tree, &b.functions, err));
    PV_TRY(link_names(&b));
    unit->has_scopes = b.has_scopes;
    unit->whole = *unit->members[0].file;
    unit->whole.tree = b.tree;
    unit->whole.text = b.tree->text;
    unit->whole.defs = b.defs;
    unit->whole.constants.defs = b.defs;
    unit->whole.constants.tree = b.tree;
    unit->whole.functions = b.functions;
    unit->whole.memo = NULL;
    return PV_SUCCESS;
}

const struct pv_taint_member *pv_taint_unit_member(const struct pv_taint_unit *unit, uint32_t byte)
{
    const struct pv_taint_member *found = &unit->members[0];
    for (size_t i = 1; i < unit->n; i++)
        if (!unit->members[i].is_left_out && unit->members[i].first_byte <= byte)
            found = &unit->members[i];
    return found;
}

PV_RESULT pv_taint_unit_shift(struct pv_arena *mem, const struct pv_taint_member *member,
                              const struct pv_match *match, struct pv_match *out,
                              struct pv_err *err)
{
    struct pv_match moved = *match;
    if (member->first_byte == 0) {
        *out = moved;
        return PV_SUCCESS;
    }
    moved.start += member->first_byte;
    moved.end += member->first_byte;
    moved.node += match->node == PV_NO_NODE ? 0 : member->shift;
    PV_TRY(PV_NEW_ARRAY(mem, match->bindings.n, &moved.bindings.p, err));
    for (size_t i = 0; i < match->bindings.n; i++) {
        struct pv_binding *binding = &moved.bindings.p[i];
        *binding = match->bindings.p[i];
        binding->start += member->first_byte;
        binding->end += member->first_byte;
        binding->first += binding->first == PV_NO_NODE ? 0 : member->shift;
        binding->last += binding->last == PV_NO_NODE ? 0 : member->shift;
    }
    *out = moved;
    return PV_SUCCESS;
}
