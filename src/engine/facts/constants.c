/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/constants.h"

#include "base/buf.h"
#include "engine/facts/dotted.h"

static bool holds(const struct pv_tree *tree, pv_node outer, pv_node inner)
{
    return outer <= inner && inner < pv_tree_at(tree, outer)->after;
}

static const bool is_list[PV_KIND_COUNT] = {
    [PV_FILE] = true, [PV_BLOCK] = true, [PV_CLASS_BODY] = true, [PV_CASE] = true};
static const bool is_loop[PV_KIND_COUNT] = {
    [PV_FOR] = true, [PV_FOR_EACH] = true, [PV_WHILE] = true, [PV_DO] = true};
static const bool is_class[PV_KIND_COUNT] = {[PV_CLASS_BODY] = true};
static const bool is_function[PV_KIND_COUNT] = {[PV_FUNC] = true, [PV_LAMBDA] = true};

/* One look at a use: how far up it may still climb, since trees may be deep. */
struct look {
    const struct pv_defs *defs;
    const struct pv_tree *tree;
    int climbs_left; /* 0: nothing that was found is to be trusted */
};

/* The innermost node around `node` of a kind in `kinds`, or PV_NO_NODE. */
static pv_node around(struct look *look, pv_node node, const bool kinds[PV_KIND_COUNT])
{
    do {
        if (look->climbs_left == 0)
            return PV_NO_NODE;
        look->climbs_left--;
        node = pv_tree_at(look->tree, node)->parent;
    } while (node != PV_NO_NODE && !kinds[pv_tree_at(look->tree, node)->kind]);
    return node;
}

/* The list of statements that a write is sure to be part of: some blocks always run. */
static pv_node list_around(struct look *look, pv_node writer)
{
    static const bool is_plain[PV_KIND_COUNT] = {
        [PV_BLOCK] = true, [PV_SYNCHRONIZED] = true, [PV_WITH] = true};
    const struct pv_tree *tree = look->tree;
    pv_node list = around(look, writer, is_list);
    while (list != PV_NO_NODE && pv_tree_at(tree, list)->parent != PV_NO_NODE &&
           is_plain[pv_tree_at(tree, pv_tree_at(tree, list)->parent)->kind])
        list = around(look, list, is_list);
    return list;
}

/*
 * Whether a loop around `use` but not around `write` could bring another write
 * before the use. What such a loop holds comes after `write` in the file.
 */
static bool is_looped(struct look *look, const struct pv_def *def, const struct pv_write *write,
                      pv_node use)
{
    pv_node outermost = PV_NO_NODE;
    pv_node loop = around(look, use, is_loop);
    while (loop != PV_NO_NODE && !holds(look->tree, loop, write->writer)) {
        outermost = loop;
        loop = around(look, loop, is_loop);
    }
    if (outermost == PV_NO_NODE)
        return false;
    uint32_t at = def->last;
    for (int i = 0; i < PV_CONSTANT_WRITES_MAX; i++) {
        const struct pv_write *other = pv_defs_write(look->defs, at);
        if (other == write)
            return false;
        if (holds(look->tree, outermost, other->writer))
            return true;
        at = other->before;
    }
    return true;
}

/* Not a part of an expression that need not be reached. */
static bool is_stmt(const struct pv_tree *tree, pv_node writer)
{
    const struct pv_tree_node *node = pv_tree_at(tree, writer);
    if (node->parent != PV_NO_NODE && pv_tree_at(tree, node->parent)->kind == PV_EXPR_STMT)
        node = pv_tree_at(tree, node->parent);
    return node->parent != PV_NO_NODE && is_list[pv_tree_at(tree, node->parent)->kind];
}

static struct pv_str name_of(const struct pv_tree *tree, pv_node node)
{
    pv_node name = pv_tree_child(tree, node, PV_ROLE_NAME);
    return name == PV_NO_NODE ? (struct pv_str){0} : pv_tree_text(tree, name);
}

/* Whether `function` runs when the class is made: it has no name, or is the one constructor. */
static bool is_maker(const struct pv_tree *tree, pv_node function, pv_node body)
{
    struct pv_str name = name_of(tree, function);
    struct pv_str class = name_of(tree, pv_tree_at(tree, body)->parent);
    size_t n = 0;
    if (name.n == 0 || !pv_str_eq(name, class))
        return name.n == 0;
    for (pv_node i = pv_tree_first(tree, body); i != PV_NO_NODE; i = pv_tree_next(tree, i))
        n += pv_str_eq(name_of(tree, i), class);
    return n == 1;
}

/* What a method writes to a field depends on whether it is called. */
static bool is_sure(struct look *look, pv_node writer)
{
    pv_node function = around(look, writer, is_function);
    pv_node class = around(look, writer, is_class);
    if (!is_stmt(look->tree, writer))
        return false;
    return function == PV_NO_NODE || class == PV_NO_NODE || holds(look->tree, function, class) ||
           is_maker(look->tree, function, class);
}

/* Whether a use in the same function always comes after `write`, with none in between. */
static bool is_seen(struct look *look, const struct pv_def *def, const struct pv_write *write,
                    pv_node use)
{
    pv_node list = list_around(look, write->writer);
    return list != PV_NO_NODE && is_stmt(look->tree, write->writer) &&
           holds(look->tree, list, use) && !is_looped(look, def, write, use);
}

/*
 * The write whose value the use sees on every path: the nearest before it, if
 * it stands in a list of statements around the use. A variable of another
 * function, or of the file, has to be written once.
 */
static const struct pv_write *write_before(struct look *look, const struct pv_def *def, pv_node use)
{
    pv_node function = around(look, use, is_function);
    uint32_t at = def->last;
    for (int i = 0; at != PV_NO_WRITE && i < PV_CONSTANT_WRITES_MAX; i++) {
        const struct pv_write *write = pv_defs_write(look->defs, at);
        bool is_elsewhere = around(look, write->writer, is_function) != function;
        if (is_elsewhere && (write->writer < use || def->writes == 1))
            return def->writes == 1 && is_sure(look, write->writer) ? write : NULL;
        if (write->writer < use && !holds(look->tree, write->writer, use))
            return is_seen(look, def, write, use) ? write : NULL;
        at = write->before;
    }
    return NULL;
}

pv_node pv_constant_of(const struct pv_defs *defs, const struct pv_tree *tree, pv_node node)
{
    struct look look = {defs, tree, PV_CONSTANT_CLIMBS_MAX};
    for (int i = 0; i < PV_CONSTANT_STEPS_MAX; i++) {
        const struct pv_def *def = pv_defs_of(defs, tree, node);
        const struct pv_write *write = def ? write_before(&look, def, node) : NULL;
        if (!write || write->value == PV_NO_NODE || look.climbs_left == 0)
            return node;
        node = write->value;
    }
    return node;
}

struct text_reader {
    const struct pv_defs *defs;
    const struct pv_tree *tree;
    pv_word plus;
    bool is_text; /* a string was among the pieces: numbers become text too */
    size_t depth;
    size_t nodes; /* looked at so far: depth alone would allow width to the power of depth */
    struct pv_buf text;
};

/* What holds pieces of text in the order in which they are written. */
static bool is_joint(const struct text_reader *r, const struct pv_tree_node *node)
{
    return node->kind == PV_STRING || node->kind == PV_INTERP || node->kind == PV_CONCAT ||
           (node->kind == PV_BINARY && node->word == r->plus);
}

static bool read_text(struct text_reader *r, pv_node node);

/* NOLINTNEXTLINE(misc-no-recursion): through variables, PV_CONSTANT_STEPS_MAX deep */
static bool read_name(struct text_reader *r, pv_node name)
{
    pv_node value = pv_constant_of(r->defs, r->tree, name);
    if (value == name || r->depth == PV_CONSTANT_STEPS_MAX)
        return false;
    r->depth++;
    bool is_read = read_text(r, value);
    r->depth--;
    return is_read;
}

/* NOLINTNEXTLINE(misc-no-recursion): nesting is a walk; see read_name */
static bool read_text(struct text_reader *r, pv_node node)
{
    pv_node after = pv_tree_at(r->tree, node)->after;
    for (; node < after; node++) {
        if (r->nodes++ == PV_CONSTANT_NODES_MAX)
            return false;
        const struct pv_tree_node *at = pv_tree_at(r->tree, node);
        if (at->kind == PV_TEXT || (at->kind == PV_INT && r->is_text))
            pv_buf_add(&r->text, pv_tree_text(r->tree, node));
        else if (at->kind == PV_NAME ? !read_name(r, node) : !is_joint(r, at))
            return false;
        r->is_text |= at->kind == PV_STRING;
    }
    return true;
}

PV_RESULT pv_constant_text(struct pv_arena *mem, const struct pv_defs *defs,
                           const struct pv_tree *tree, pv_word plus, pv_node node,
                           struct pv_str *out)
{
    struct text_reader reader = {.defs = defs, .tree = tree, .plus = plus};
    reader.text.max = PV_CONSTANT_TEXT_MAX;
    bool is_read = read_text(&reader, node);
    struct pv_result result = pv_buf_result(&reader.text, NULL);
    if (pv_is_ok(result) && !is_read)
        result = (struct pv_result){PV_NOT_FOUND};
    if (pv_is_ok(result))
        result = pv_str_copy(mem, pv_buf_str(&reader.text), out, NULL);
    pv_buf_clear(&reader.text);
    return result;
}
