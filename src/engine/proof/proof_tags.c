/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/proof/proof_tags.h"

#include "base/attr.h"
#include "engine/lang/lang.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The next "@item" or "@Item" from `from` on, as a word of its own; SIZE_MAX. */
static size_t find_tag(struct pv_str text, struct pv_str item, size_t from)
{
    for (size_t at = pv_str_find(text, PV_STR("@"), from); at != SIZE_MAX && at + item.n < text.n;
         at = pv_str_find(text, PV_STR("@"), at + 1)) {
        struct pv_str rest = pv_str_sub(text, at + 1, at + 1 + item.n);
        size_t end = at + 1 + item.n;
        if (lower(rest.p[0]) == item.p[0] &&
            pv_str_eq(pv_str_sub(rest, 1, rest.n), pv_str_sub(item, 1, item.n)) &&
            (end == text.n || !is_word(text.p[end])) && (at == 0 || !is_word(text.p[at - 1])))
            return at;
    }
    return SIZE_MAX;
}

/* The name of a type, or of a field of one; PV_NO_NODE for what declares neither. */
static pv_node name_of(const struct pv_tree *tree, pv_node node)
{
    const struct pv_tree_node *at = pv_tree_at(tree, node);
    if (at->kind == PV_CLASS)
        return pv_tree_child(tree, node, PV_ROLE_NAME);
    if ((at->kind != PV_VAR && at->kind != PV_PARAM) || at->parent == PV_NO_NODE)
        return PV_NO_NODE;
    pv_node body = at->parent;
    bool is_member = pv_tree_at(tree, body)->kind == PV_CLASS_BODY ||
                     (pv_tree_at(tree, body)->kind == PV_PARAMS &&
                      pv_tree_at(tree, pv_tree_at(tree, body)->parent)->kind == PV_CLASS);
    return is_member ? pv_tree_child(tree, node, PV_ROLE_TARGET) : PV_NO_NODE;
}

static bool has_line_end(struct pv_str text, size_t start, size_t end)
{
    return start < end && pv_str_find(pv_str_sub(text, start, end), PV_STR("\n"), 0) != SIZE_MAX;
}

/*
 * The declaration that a tag is about: the one that it is written within, before
 * the name; else the one before it on its line; else the next one.
 */
static pv_node declared_at(const struct pv_tree *tree, struct pv_str text, uint32_t tag)
{
    pv_node within = PV_NO_NODE;
    pv_node before = PV_NO_NODE;
    pv_node behind = PV_NO_NODE;
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        pv_node name = name_of(tree, i);
        const struct pv_tree_node *at = pv_tree_at(tree, i);
        if (name == PV_NO_NODE)
            continue;
        if (at->start <= tag && tag < pv_tree_at(tree, name)->start)
            within = name;
        else if (at->end <= tag && !has_line_end(text, at->end, tag) && at->kind != PV_CLASS)
            before = name;
        else if (at->start > tag && behind == PV_NO_NODE)
            behind = name;
    }
    if (within != PV_NO_NODE)
        return within;
    return before != PV_NO_NODE ? before : behind;
}

static PV_RESULT add_name(struct pv_arena *mem, struct pv_str text, bool is_field,
                          struct pv_proof_names *names, struct pv_err *err)
{
    struct pv_proof_name *slot = &names->list[names->n];
    if (!pv_is_ok(pv_proof_name_check(text, NULL)))
        return PV_SUCCESS;
    for (size_t i = 0; i < names->n; i++)
        if (pv_str_eq(names->list[i].text, text) && names->list[i].is_field == is_field)
            return PV_SUCCESS;
    if (names->n == PV_PROOF_NAMES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d types and fields", PV_PROOF_NAMES_MAX);
    PV_TRY(pv_str_copy(mem, text, &slot->text, err));
    slot->is_field = is_field;
    names->n++;
    return PV_SUCCESS;
}

/* What is read: the file's language and text, and the item that is looked for. */
struct marked {
    const struct pv_lang *lang;
    struct pv_str text;
    struct pv_str item;
};

static PV_RESULT read_tags(struct pv_arena *mem, struct pv_arena *own, const struct marked *file,
                           struct pv_proof_names *names, struct pv_err *err)
{
    struct pv_tree tree = {0};
    const struct pv_parse_options options = {0};
    size_t tag = find_tag(file->text, file->item, 0);
    if (tag == SIZE_MAX)
        return PV_SUCCESS;
    struct pv_result result = pv_lang_parse(own, file->lang, file->text, &options, &tree, err);
    if (result.code == PV_NO_MEMORY)
        return result;
    for (; pv_is_ok(result) && tag != SIZE_MAX; tag = find_tag(file->text, file->item, tag + 1)) {
        pv_node name = declared_at(&tree, file->text, (uint32_t)tag);
        if (name == PV_NO_NODE)
            continue;
        bool is_field = pv_tree_at(&tree, pv_tree_at(&tree, name)->parent)->kind != PV_CLASS;
        PV_TRY(add_name(mem, pv_tree_text(&tree, name), is_field, names, err));
    }
    return PV_SUCCESS;
}

PV_RESULT pv_proof_tags_read(struct pv_arena *mem, const struct pv_targets *targets,
                             struct pv_str item, struct pv_proof_names *names,
                             struct pv_str *unread, struct pv_err *err)
{
    PV_VEC_EACH (const struct pv_target, target, &targets->files) {
        struct pv_arena own = {0};
        struct marked file = {.lang = pv_lang_of_path(target->path), .item = item};
        if (!file.lang)
            continue;
        struct pv_result read =
            pv_file_read_text(&own, target->path, PV_SCAN_FILE_BYTES, &file.text, err);
        struct pv_result result = read;
        if (pv_is_ok(read))
            result = read_tags(mem, &own, &file, names, err);
        else if (!unread->n)
            *unread = target->path;
        pv_arena_clear(&own);
        if (result.code == PV_NO_MEMORY || (result.code == PV_LIMIT && pv_is_ok(read)))
            return result;
    }
    return PV_SUCCESS;
}
