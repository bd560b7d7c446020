/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files that are modules: what one imports from another gets a word that nothing
 * else in the unit has, in both. Where a module is named before what is meant of
 * it, the two become one name. The tree is only run, never matched, after this.
 */
#include "engine/taint/unit_internal.h"

#include "base/hash.h"

enum { PATH_BYTES = 512 };

/* A word of the unit's own for a name of a member. */
static pv_word own_word(size_t member, pv_word name)
{
    uint64_t hash = pv_hash_end((uint64_t)name * UINT64_C(0x9e3779b97f4a7c15) + member + 1);
    return (pv_word)hash | PV_WORD_UNKNOWN;
}

static pv_node end_of(const struct pv_unit_builder *b, size_t member)
{
    return pv_tree_at(b->tree, b->members[member].root)->after;
}

static pv_node first_of(const struct pv_unit_builder *b, size_t member)
{
    return b->members[member].root + 1;
}

/* The first member's statements end where the next member's file begins. */
static bool is_within(const struct pv_unit_builder *b, size_t member, pv_node node)
{
    pv_node end = member ? end_of(b, member) : (pv_node)b->members[0].file->tree->nodes.n;
    return node >= first_of(b, member) && node < end;
}

static struct pv_tree_node *at(struct pv_unit_builder *b, pv_node node)
{
    return &b->tree->nodes.p[node];
}

static PV_RESULT export_one(struct pv_unit_builder *b, struct pv_taint_export export)
{
    struct pv_taint_export *slot = NULL;
    PV_VEC_EACH (struct pv_taint_export, known, &b->exports->list)
        if (known->member == export.member && known->name == export.name) {
            known->is_twice = true;
            return PV_SUCCESS;
        }
    PV_TRY(PV_VEC_PUSH(b->mem, &b->exports->list, &slot, b->err));
    *slot = export;
    slot->word = own_word(export.member, export.name);
    return PV_SUCCESS;
}

static bool has_modifier(const struct pv_tree *tree, pv_node node, const char *text)
{
    for (pv_node i = pv_tree_first(tree, node); i != PV_NO_NODE; i = pv_tree_next(tree, i))
        if (pv_tree_at(tree, i)->role == PV_ROLE_MODIFIER &&
            pv_str_eq(pv_tree_text(tree, i), pv_str_of(text)))
            return true;
    return false;
}

/* What TypeScript calls a class by is a type. */
static bool is_name(const struct pv_tree *tree, pv_node node)
{
    return pv_tree_at(tree, node)->kind == PV_NAME || pv_tree_at(tree, node)->kind == PV_TYPE;
}

/* What one statement of a module defines. */
static PV_RESULT export_statement(struct pv_unit_builder *b, size_t member, pv_node node)
{
    const struct pv_tree *tree = b->tree;
    struct pv_taint_export export = {
        .member = (uint32_t)member, .node = node, .variable = UINT32_MAX};
    if (pv_tree_at(tree, node)->kind == PV_EXPR_STMT) {
        node = pv_tree_child(tree, node, PV_ROLE_VALUE);
        if (node == PV_NO_NODE)
            return PV_SUCCESS;
    }
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, node)->kind;
    /* `module.exports = class C { … }`, `exports.C = class C { … }` */
    pv_node value = kind == PV_ASSIGN ? pv_tree_child(tree, node, PV_ROLE_VALUE) : PV_NO_NODE;
    if (value != PV_NO_NODE && pv_tree_at(tree, value)->kind == PV_CLASS) {
        node = value;
        kind = PV_CLASS;
    }
    bool is_variable = kind == PV_VAR || kind == PV_ASSIGN;
    if (!is_variable && kind != PV_FUNC && kind != PV_CLASS)
        return PV_SUCCESS;
    pv_node name = pv_tree_child(tree, node, is_variable ? PV_ROLE_TARGET : PV_ROLE_NAME);
    if (name == PV_NO_NODE || !is_name(tree, name))
        return PV_SUCCESS;
    export.name = pv_tree_at(tree, name)->word;
    export.is_class = kind == PV_CLASS;
    if (is_variable)
        export.variable = pv_defs_number(b->defs, name);
    PV_TRY(export_one(b, export));
    if (!has_modifier(tree, node, "default"))
        return PV_SUCCESS;
    export.name = pv_vocab_word(b->members[0].file->vocab, PV_STR("default"));
    return export_one(b, export);
}

static PV_RESULT read_exports(struct pv_unit_builder *b, size_t member)
{
    for (pv_node i = first_of(b, member); is_within(b, member, i);
         i = pv_tree_at(b->tree, i)->after)
        PV_TRY(export_statement(b, member, i));
    return PV_SUCCESS;
}

static const struct pv_taint_export *find_export(const struct pv_unit_builder *b, size_t member,
                                                 pv_word name)
{
    PV_VEC_EACH (const struct pv_taint_export, export, &b->exports->list)
        if (export->member == member && export->name == name)
            return export->is_twice && export->is_class ? NULL : export;
    return NULL;
}

/* A class goes by a word of its own in its whole file. */
static void name_classes(struct pv_unit_builder *b, size_t member)
{
    for (pv_node i = first_of(b, member); is_within(b, member, i); i++) {
        const struct pv_taint_export *export =
            at(b, i)->word && (at(b, i)->kind == PV_NAME || at(b, i)->kind == PV_TYPE)
                ? find_export(b, member, at(b, i)->word)
                : NULL;
        if (export && export->is_class)
            at(b, i)->word = export->word;
    }
}

/* The names of the file that `alias` means the import by: no variable of the file hides it. */
static bool is_use(struct pv_unit_builder *b, pv_node node, pv_word alias)
{
    const struct pv_tree_node *name = at(b, node);
    return name->kind == PV_NAME && name->word == alias && name->role != PV_ROLE_FIELD &&
           name->role != PV_ROLE_NAME && name->role != PV_ROLE_ALIAS &&
           name->role != PV_ROLE_MODULE && pv_defs_number(b->defs, node) == UINT32_MAX;
}

/* `m.x` is the x of another file: from here on it is one name. */
static bool join_access(struct pv_unit_builder *b, pv_node access, size_t target)
{
    pv_node field = pv_tree_child(b->tree, access, PV_ROLE_FIELD);
    const struct pv_taint_export *export =
        field == PV_NO_NODE ? NULL : find_export(b, target, at(b, field)->word);
    if (!export)
        return false;
    at(b, access)->kind = PV_NAME;
    at(b, access)->word = export->word;
    return true;
}

/* The class that a value is: by its name, or written out. NULL for others. */
static const struct pv_taint_export *class_of_value(const struct pv_unit_builder *b, size_t member,
                                                    pv_node value)
{
    if (value != PV_NO_NODE && pv_tree_at(b->tree, value)->kind == PV_CLASS)
        value = pv_tree_child(b->tree, value, PV_ROLE_NAME);
    if (value == PV_NO_NODE || !is_name(b->tree, value))
        return NULL;
    pv_word word = pv_tree_at(b->tree, value)->word;
    PV_VEC_EACH (const struct pv_taint_export, export, &b->exports->list)
        if (export->member == member && export->is_class && !export->is_twice &&
            (export->name == word || export->word == word))
            return export;
    return NULL;
}

/* What a statement of a module sets to its value: `module.exports = C`, `export default C`. */
static pv_node value_given(const struct pv_unit_builder *b, pv_node statement)
{
    const struct pv_tree *tree = b->tree;
    pv_node assign = pv_tree_at(tree, statement)->kind == PV_EXPR_STMT
                         ? pv_tree_child(tree, statement, PV_ROLE_VALUE)
                         : PV_NO_NODE;
    if (assign == PV_NO_NODE || pv_tree_at(tree, assign)->kind != PV_ASSIGN)
        return PV_NO_NODE;
    pv_node target = pv_tree_child(tree, assign, PV_ROLE_TARGET);
    struct pv_str text = target == PV_NO_NODE ? (struct pv_str){0} : pv_tree_text(tree, target);
    return pv_str_eq(text, PV_STR("module.exports")) || pv_str_eq(text, PV_STR("default"))
               ? pv_tree_child(tree, assign, PV_ROLE_VALUE)
               : PV_NO_NODE;
}

/* The class that is all that a module gives; NULL. */
static const struct pv_taint_export *class_given(const struct pv_unit_builder *b, size_t member)
{
    const struct pv_taint_export *out = NULL;
    for (pv_node i = first_of(b, member); is_within(b, member, i);
         i = pv_tree_at(b->tree, i)->after) {
        bool is_default =
            pv_tree_at(b->tree, i)->kind == PV_CLASS && has_modifier(b->tree, i, "default");
        pv_node value = is_default ? i : value_given(b, i);
        if (value != PV_NO_NODE)
            out = class_of_value(b, member, value);
    }
    return out;
}

/* A variable that holds a class of another file is that class wherever it is named. */
static void name_class(struct pv_unit_builder *b, size_t member, pv_node name,
                       const struct pv_taint_export *class)
{
    if (!class || name == PV_NO_NODE || at(b, name)->kind != PV_NAME)
        return;
    pv_word word = at(b, name)->word;
    uint32_t number = pv_defs_number(b->defs, name);
    for (pv_node i = first_of(b, member); is_within(b, member, i); i++) {
        bool is_same = at(b, i)->kind == PV_NAME && at(b, i)->word == word &&
                       pv_defs_number(b->defs, i) == number;
        if (is_same && at(b, i)->role != PV_ROLE_FIELD && at(b, i)->role != PV_ROLE_KEY)
            at(b, i)->word = class->word;
    }
}

/* `const C = require('./c')`, `const {C} = require('./c')`, where C is a class. */
static void bind_classes(struct pv_unit_builder *b, size_t member, pv_node required, size_t target)
{
    const struct pv_tree *tree = b->tree;
    pv_node value = required;
    pv_node var = at(b, value)->parent;
    pv_node field = PV_NO_NODE;
    if (at(b, var)->kind == PV_ACCESS) {
        field = pv_tree_child(tree, var, PV_ROLE_FIELD);
        value = var;
        var = at(b, var)->parent;
    }
    if (at(b, var)->kind != PV_VAR || at(b, value)->role != PV_ROLE_VALUE)
        return;
    pv_node to = pv_tree_child(tree, var, PV_ROLE_TARGET);
    if (to == PV_NO_NODE)
        return;
    if (at(b, to)->kind == PV_NAME)
        name_class(b, member, to,
                   field == PV_NO_NODE ? class_given(b, target) : class_of_value(b, target, field));
    for (pv_node i = pv_tree_first(tree, to); at(b, to)->kind == PV_RECORD && i != PV_NO_NODE;
         i = pv_tree_next(tree, i)) {
        pv_node key = at(b, i)->kind == PV_PAIR ? pv_tree_child(tree, i, PV_ROLE_KEY) : PV_NO_NODE;
        if (key != PV_NO_NODE)
            name_class(b, member, pv_tree_child(tree, i, PV_ROLE_VALUE),
                       class_of_value(b, target, key));
    }
}

/* `alias`, `alias.x`, where alias is a module. */
static void bind_module(struct pv_unit_builder *b, size_t member, pv_word alias, size_t target)
{
    pv_word by_default = pv_vocab_word(b->members[0].file->vocab, PV_STR("default"));
    const struct pv_taint_export *class = class_given(b, target);
    const struct pv_taint_export *whole = class ? class : find_export(b, target, by_default);
    for (pv_node i = first_of(b, member); is_within(b, member, i); i++) {
        if (class && at(b, i)->kind == PV_TYPE && at(b, i)->word == alias)
            at(b, i)->word = class->word;
        if (!is_use(b, i, alias))
            continue;
        pv_node parent = at(b, i)->parent;
        bool is_object = at(b, i)->role == PV_ROLE_OBJECT && at(b, parent)->kind == PV_ACCESS;
        if (is_object && join_access(b, parent, target))
            continue;
        if (whole)
            at(b, i)->word = whole->word;
        else if (!b->is_python)
            at(b, i)->word = b->members[target].module_word;
    }
}

/* `a.b.x`, where a.b was imported under its whole name. */
static void bind_dotted(struct pv_unit_builder *b, size_t member, struct pv_str module,
                        size_t target)
{
    for (pv_node i = first_of(b, member); is_within(b, member, i); i++) {
        pv_node parent = at(b, i)->parent;
        if (at(b, i)->kind == PV_ACCESS && at(b, i)->role == PV_ROLE_OBJECT &&
            at(b, parent)->kind == PV_ACCESS && pv_str_eq(pv_tree_text(b->tree, i), module))
            (void)join_access(b, parent, target);
    }
}

static void bind_name(struct pv_unit_builder *b, size_t member, pv_word alias,
                      const struct pv_taint_export *export)
{
    for (pv_node i = first_of(b, member); is_within(b, member, i); i++)
        if (is_use(b, i, alias) ||
            (export->is_class && at(b, i)->kind == PV_TYPE && at(b, i)->word == alias))
            at(b, i)->word = export->word;
}

/* `from m import x` may mean a module x in m. */
static size_t submodule(const struct pv_unit_builder *b, size_t member, struct pv_str module,
                        struct pv_str name)
{
    char path[PATH_BYTES];
    bool has_dot = module.n > 0 && module.p[module.n - 1] == '.';
    if (!b->is_python || module.n + name.n + 1 > sizeof path)
        return SIZE_MAX;
    memcpy(path, module.p, module.n);
    path[module.n] = '.';
    memcpy(path + module.n + !has_dot, name.p, name.n);
    return b->links->resolve(b->links->context, member,
                             (struct pv_str){path, module.n + !has_dot + name.n});
}

static void bind_item(struct pv_unit_builder *b, size_t member, struct pv_str module, pv_node item)
{
    const struct pv_tree *tree = b->tree;
    size_t target = b->links->resolve(b->links->context, member, module);
    pv_node name = pv_tree_child(tree, item, PV_ROLE_NAME);
    pv_node alias = pv_tree_child(tree, item, PV_ROLE_ALIAS);
    pv_node known_as = alias == PV_NO_NODE ? name : alias;
    if (known_as == PV_NO_NODE)
        return;
    pv_word word = pv_tree_at(tree, known_as)->word;
    if (name == PV_NO_NODE) {
        if (target != SIZE_MAX)
            bind_module(b, member, word, target);
        return;
    }
    size_t within = submodule(b, member, module, pv_tree_text(tree, name));
    if (within != SIZE_MAX) {
        bind_module(b, member, word, within);
        return;
    }
    const struct pv_taint_export *export =
        target == SIZE_MAX ? NULL : find_export(b, target, pv_tree_at(tree, name)->word);
    if (export)
        bind_name(b, member, word, export);
}

static void bind_import(struct pv_unit_builder *b, size_t member, pv_node import)
{
    const struct pv_tree *tree = b->tree;
    pv_node path = pv_tree_child(tree, import, PV_ROLE_MODULE);
    if (path == PV_NO_NODE)
        return;
    struct pv_str module = pv_tree_text(tree, path);
    bool has_items = false;
    for (pv_node i = pv_tree_first(tree, import); i != PV_NO_NODE; i = pv_tree_next(tree, i)) {
        if (pv_tree_at(tree, i)->kind != PV_ITEM)
            continue;
        has_items = true;
        bind_item(b, member, module, i);
    }
    size_t target = has_items ? SIZE_MAX : b->links->resolve(b->links->context, member, module);
    if (target != SIZE_MAX && pv_tree_at(tree, path)->kind == PV_NAME)
        bind_module(b, member, pv_tree_at(tree, path)->word, target);
    else if (target != SIZE_MAX)
        bind_dotted(b, member, module, target);
}

/* `require('./m')` is what the module has put into `module.exports`. */
static void bind_require(struct pv_unit_builder *b, size_t member, pv_node call)
{
    const struct pv_tree *tree = b->tree;
    pv_node callee = pv_tree_child(tree, call, PV_ROLE_CALLEE);
    pv_node args = pv_tree_child(tree, call, PV_ROLE_ARGS);
    pv_node text = args == PV_NO_NODE ? args : pv_tree_first(tree, args);
    if (text == PV_NO_NODE || callee == PV_NO_NODE || pv_tree_at(tree, text)->kind != PV_STRING ||
        !pv_str_eq(pv_tree_text(tree, callee), PV_STR("require")))
        return;
    text = pv_tree_first(tree, text);
    if (text == PV_NO_NODE)
        return;
    size_t target = b->links->resolve(b->links->context, member, pv_tree_text(tree, text));
    if (target == SIZE_MAX)
        return;
    at(b, call)->kind = PV_NAME;
    at(b, call)->word = b->members[target].module_word;
    bind_classes(b, member, call, target);
}

/* `module` and `exports` are each file's own. */
static void name_module(struct pv_unit_builder *b, size_t member)
{
    const struct pv_vocab *vocab = b->members[0].file->vocab;
    const pv_word words[] = {pv_vocab_word(vocab, PV_STR("module")),
                             pv_vocab_word(vocab, PV_STR("exports"))};
    struct pv_taint_member *one = &b->members[member];
    one->module_word = own_word(member, pv_vocab_word(vocab, PV_STR("require")));
    for (size_t w = 0; w < PV_COUNT(words); w++) {
        pv_word own = own_word(member, words[w]);
        for (pv_node i = first_of(b, member); !b->is_python && is_within(b, member, i); i++)
            if (is_use(b, i, words[w]))
                at(b, i)->word = own;
        one->exports_words[w] = own;
    }
}

PV_RESULT pv_unit_link_modules(struct pv_unit_builder *b)
{
    for (size_t i = 0; i < b->n; i++)
        PV_TRY(read_exports(b, i));
    for (size_t i = 0; i < b->n; i++) {
        name_classes(b, i);
        name_module(b, i);
    }
    for (size_t i = 0; i < b->n; i++)
        for (pv_node k = first_of(b, i); is_within(b, i, k); k++) {
            if (at(b, k)->kind == PV_IMPORT)
                bind_import(b, i, k);
            else if (at(b, k)->kind == PV_CALL && !b->is_python)
                bind_require(b, i, k);
        }
    return PV_SUCCESS;
}
