/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/imports.h"

#include "base/map.h"
#include "engine/facts/dotted.h"

enum { FILTER_BITS = 512 };

struct pv_imports {
    const struct pv_defs *defs;
    struct pv_map names; /* as used in the file, to a number in `paths` */
    PV_VEC(struct pv_path) paths;
    PV_VEC(struct pv_path) wildcards;
    bool has_aliases;
    uint64_t known[FILTER_BITS / 64]; /* a bit for each length and first byte of a name */
};

/* Most names of a file are not imported, and this tells at a glance. */
static unsigned filter_bit(struct pv_str name)
{
    return name.n == 0 ? 0 : ((unsigned char)name.p[0] * 8 + (unsigned)name.n) % FILTER_BITS;
}

struct reader {
    struct pv_arena *mem;
    const struct pv_tree *tree;
    struct pv_imports *imports;
    struct pv_err *err;
};

static PV_RESULT copy_path(struct reader *r, const struct pv_dotted *name, struct pv_path *out)
{
    struct pv_str *parts = NULL;
    PV_TRY(PV_NEW_ARRAY(r->mem, name->n, &parts, r->err));
    memcpy(parts, name->parts, name->n * sizeof *parts);
    *out = (struct pv_path){parts, name->n};
    return PV_SUCCESS;
}

static PV_RESULT add_name(struct reader *r, struct pv_str name, const struct pv_dotted *path)
{
    struct pv_path *slot = NULL;
    unsigned bit = filter_bit(name);
    r->imports->known[bit / 64] |= UINT64_C(1) << bit % 64;
    r->imports->has_aliases |= path->n > 0 && !pv_str_eq(name, path->parts[path->n - 1]);
    PV_TRY(PV_VEC_PUSH(r->mem, &r->imports->paths, &slot, r->err));
    PV_TRY(copy_path(r, path, slot));
    uint32_t number = (uint32_t)(r->imports->paths.n - 1);
    return pv_map_put(r->mem, &r->imports->names, name, number, r->err);
}

/*
 * `import a.b.c` says that a is a, as in Python; that c is a.b.c holds in Java,
 * and in Python no name would be written so without another meaning.
 */
static PV_RESULT add_module(struct reader *r, const struct pv_dotted *module)
{
    struct pv_dotted first = *module;
    first.n = 1;
    uint32_t ignored = 0;
    if (module->n > 1 && !pv_map_find(&r->imports->names, module->parts[0], &ignored))
        PV_TRY(add_name(r, module->parts[0], &first));
    return add_name(r, module->parts[module->n - 1], module);
}

static PV_RESULT add_wildcard(struct reader *r, const struct pv_dotted *module)
{
    struct pv_path *slot = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->imports->wildcards, &slot, r->err));
    return copy_path(r, module, slot);
}

static PV_RESULT add_item(struct reader *r, struct pv_dotted path, pv_node item)
{
    pv_node name = pv_tree_child(r->tree, item, PV_ROLE_NAME);
    pv_node alias = pv_tree_child(r->tree, item, PV_ROLE_ALIAS);
    struct pv_dotted given = {0};
    if (name != PV_NO_NODE) {
        if (!pv_dotted_read(r->tree, name, &given))
            return PV_SUCCESS;
        for (size_t i = 0; i < given.n; i++) {
            if (!pv_dotted_add(&path, given.parts[i]))
                return PV_SUCCESS;
        }
    }
    if (alias != PV_NO_NODE)
        return add_name(r, pv_tree_text(r->tree, alias), &path);
    return path.n > 0 ? add_name(r, path.parts[path.n - 1], &path) : PV_SUCCESS;
}

/* What a function imports whole does not reach the names of the file; what a namespace does, may.
 */
static bool is_at_top(const struct pv_tree *tree, pv_node import)
{
    pv_node parent = pv_tree_at(tree, import)->parent;
    while (parent != PV_NO_NODE && parent != 0) {
        enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, parent)->kind;
        pv_node outer = pv_tree_at(tree, parent)->parent;
        bool is_body =
            kind == PV_BLOCK && outer != PV_NO_NODE && pv_tree_at(tree, outer)->kind == PV_PACKAGE;
        if (!is_body && kind != PV_PACKAGE)
            return false;
        parent = outer;
    }
    return true;
}

/* The v3 of `youtube/v3` is not what the module is called. */
static bool is_version(struct pv_str part)
{
    if (part.n < 2 || part.p[0] != 'v')
        return false;
    for (size_t i = 1; i < part.n; i++) {
        if (part.p[i] < '0' || part.p[i] > '9')
            return false;
    }
    return true;
}

/* What a module of Node's own is called without its scheme, `node:crypto`. */
static struct pv_str bare_module(struct pv_str name)
{
    struct pv_str scheme = PV_STR("node:");
    return pv_str_has_prefix(name, scheme) ? pv_str_sub(name, scheme.n, name.n) : name;
}

/* "fs/promises" of a package goes by its last part, as where it is imported; a file of one's own by
 * all of it. */
static struct pv_str required_module(struct pv_str name)
{
    name = bare_module(name);
    size_t slash = pv_str_rfind_byte(name, '/');
    bool is_own = name.n > 0 && (name.p[0] == '.' || name.p[0] == '/');
    return slash == SIZE_MAX || is_own ? name : pv_str_sub(name, slash + 1, name.n);
}

/* A module that is named by a path of files goes by its last part. */
static bool read_module(const struct pv_tree *tree, pv_node node, struct pv_dotted *out)
{
    if (!pv_dotted_read(tree, node, out))
        return false;
    if (out->n == 1)
        out->parts[0] = bare_module(out->parts[0]);
    if (pv_str_rfind_byte(pv_tree_text(tree, node), '/') == SIZE_MAX)
        return true;
    size_t last = out->n - 1;
    if (last > 0 && is_version(out->parts[last]))
        last--;
    out->parts[0] = out->parts[last];
    out->n = 1;
    return true;
}

/* What compilers put around what is required: `__importDefault(require('module'))`. */
static pv_node unwrapped(const struct pv_tree *tree, pv_node call)
{
    static const char *const names[] = {"__importDefault", "__importStar", "_interopRequireDefault",
                                        "_interopRequireWildcard", "__toESM"};
    pv_node callee = pv_tree_child(tree, call, PV_ROLE_CALLEE);
    pv_node args = pv_tree_child(tree, call, PV_ROLE_ARGS);
    pv_node inner = args == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(tree, args);
    if (callee == PV_NO_NODE || inner == PV_NO_NODE || pv_tree_at(tree, inner)->kind != PV_CALL)
        return call;
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_has_suffix(pv_tree_text(tree, callee), pv_str_of(names[i])))
            return inner;
    return call;
}

/* The module that `require('module')` brings; false when `call` is nothing like it. */
static bool read_required(const struct pv_tree *tree, pv_node call, struct pv_dotted *out)
{
    if (call == PV_NO_NODE || pv_tree_at(tree, call)->kind != PV_CALL)
        return false;
    call = unwrapped(tree, call);
    pv_node callee = pv_tree_child(tree, call, PV_ROLE_CALLEE);
    pv_node args = pv_tree_child(tree, call, PV_ROLE_ARGS);
    pv_node name = args == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(tree, args);
    if (callee == PV_NO_NODE || name == PV_NO_NODE || pv_tree_next(tree, name) != PV_NO_NODE ||
        !pv_str_eq(pv_tree_text(tree, callee), PV_STR("require")))
        return false;
    pv_node text = pv_tree_first(tree, name);
    if (pv_tree_at(tree, name)->kind != PV_STRING || text == PV_NO_NODE ||
        pv_tree_at(tree, text)->kind != PV_TEXT)
        return false;
    *out = (struct pv_dotted){.n = 1, .parts = {pv_tree_text(tree, text)}};
    return true;
}

/* `const { b: m } = require('a')`: m is a.b. */
static PV_RESULT add_required(struct reader *r, const struct pv_dotted *module, pv_node record)
{
    for (pv_node c = pv_tree_first(r->tree, record); c != PV_NO_NODE;
         c = pv_tree_next(r->tree, c)) {
        pv_node key = pv_tree_child(r->tree, c, PV_ROLE_KEY);
        pv_node value = pv_tree_child(r->tree, c, PV_ROLE_VALUE);
        struct pv_dotted path = *module;
        if (pv_tree_at(r->tree, c)->kind != PV_PAIR || key == PV_NO_NODE || value == PV_NO_NODE ||
            pv_tree_at(r->tree, key)->kind != PV_NAME ||
            pv_tree_at(r->tree, value)->kind != PV_NAME ||
            !pv_dotted_add(&path, pv_tree_text(r->tree, key)))
            continue;
        PV_TRY(add_name(r, pv_tree_text(r->tree, value), &path));
    }
    return PV_SUCCESS;
}

/* `const m = require('a')`, as modules of CommonJS are imported, and `require('a').b`. */
static PV_RESULT read_require(struct reader *r, pv_node var)
{
    struct pv_dotted module = {0};
    pv_node target = pv_tree_child(r->tree, var, PV_ROLE_TARGET);
    pv_node value = pv_tree_child(r->tree, var, PV_ROLE_VALUE);
    pv_node field = PV_NO_NODE;
    if (target == PV_NO_NODE || value == PV_NO_NODE)
        return PV_SUCCESS;
    if (pv_tree_at(r->tree, value)->kind == PV_ACCESS) {
        field = pv_tree_child(r->tree, value, PV_ROLE_FIELD);
        value = pv_tree_child(r->tree, value, PV_ROLE_OBJECT);
    }
    if (!read_required(r->tree, value, &module))
        return PV_SUCCESS;
    module.parts[0] = required_module(module.parts[0]);
    if (field != PV_NO_NODE && !pv_dotted_add(&module, pv_tree_text(r->tree, field)))
        return PV_SUCCESS;
    if (pv_tree_at(r->tree, target)->kind == PV_RECORD)
        return add_required(r, &module, target);
    return pv_tree_at(r->tree, target)->kind == PV_NAME
               ? add_name(r, pv_tree_text(r->tree, target), &module)
               : PV_SUCCESS;
}

static PV_RESULT read_import(struct reader *r, pv_node import)
{
    struct pv_dotted module = {0};
    pv_node path = pv_tree_child(r->tree, import, PV_ROLE_MODULE);
    if (path != PV_NO_NODE && !read_module(r->tree, path, &module))
        return PV_SUCCESS;
    bool has_items = false;
    for (pv_node c = pv_tree_first(r->tree, import); c != PV_NO_NODE;
         c = pv_tree_next(r->tree, c)) {
        enum pv_kind kind = (enum pv_kind)pv_tree_at(r->tree, c)->kind;
        has_items |= kind == PV_ITEM || kind == PV_STAR;
        if (kind == PV_ITEM)
            PV_TRY(add_item(r, module, c));
        else if (kind == PV_STAR && is_at_top(r->tree, import))
            PV_TRY(add_wildcard(r, &module));
    }
    return has_items || module.n == 0 ? PV_SUCCESS : add_module(r, &module);
}

PV_RESULT pv_imports_read(struct pv_arena *mem, const struct pv_tree *tree,
                          const struct pv_defs *defs, struct pv_imports **out, struct pv_err *err)
{
    struct pv_imports *imports = NULL;
    PV_TRY(PV_NEW(mem, &imports, err));
    imports->defs = defs;
    struct reader reader = {mem, tree, imports, err};
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        if (pv_tree_at(tree, i)->kind == PV_IMPORT)
            PV_TRY(read_import(&reader, i));
        else if (pv_tree_at(tree, i)->kind == PV_VAR)
            PV_TRY(read_require(&reader, i));
    }
    *out = imports;
    return PV_SUCCESS;
}

/* A variable of the file itself does not hide: it is often the fallback of a failed import. */
static bool is_hidden(const struct pv_imports *imports, pv_node node)
{
    const struct pv_def *def = imports->defs ? pv_defs_at(imports->defs, node) : NULL;
    return def && def->scope != 0;
}

bool pv_imports_resolve(const struct pv_imports *imports, const struct pv_tree *tree, pv_node node,
                        struct pv_path *out)
{
    uint32_t number = 0;
    struct pv_str name = pv_tree_text(tree, node);
    unsigned bit = filter_bit(name);
    if (!(imports->known[bit / 64] >> bit % 64 & 1) ||
        !pv_map_find(&imports->names, name, &number) || is_hidden(imports, node))
        return false;
    *out = imports->paths.p[number];
    return true;
}

bool pv_imports_has_names(const struct pv_imports *imports)
{
    return imports->names.n > 0;
}

bool pv_imports_has_aliases(const struct pv_imports *imports)
{
    return imports->has_aliases;
}

size_t pv_imports_wildcards(const struct pv_imports *imports, const struct pv_path **out)
{
    *out = imports->wildcards.p;
    return imports->wildcards.n;
}
