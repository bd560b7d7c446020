/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/fix_import.h"

#include "base/buf.h"
#include "engine/scan/scan_limits.h"

/* What the file begins with. */
struct head {
    size_t end;           /* a line begins here: below the imports, or above all else */
    struct pv_str import; /* the first that the file has; n is 0 when there is none */
};

static pv_node value_of(const struct pv_tree *tree, pv_node node)
{
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, node)->kind;
    bool may_import = kind == PV_EXPR_STMT || kind == PV_VAR || kind == PV_ASSIGN;
    return may_import ? pv_tree_child(tree, node, PV_ROLE_VALUE) : PV_NO_NODE;
}

/* `import x`, `#include <x>`, `require "x"`, `const x = require("x")` */
static bool is_import(const struct pv_tree *tree, pv_node node)
{
    if (pv_tree_at(tree, node)->kind == PV_IMPORT)
        return true;
    pv_node call = value_of(tree, node);
    if (call == PV_NO_NODE || pv_tree_at(tree, call)->kind != PV_CALL)
        return false;
    pv_node callee = pv_tree_child(tree, call, PV_ROLE_CALLEE);
    return callee != PV_NO_NODE && pv_tree_at(tree, callee)->kind == PV_NAME &&
           pv_str_has_prefix(pv_tree_text(tree, callee), PV_STR("require"));
}

/* What has to stay above imports: the name of the package, a text that says what the file is. */
static bool is_above_imports(const struct pv_tree *tree, pv_node node)
{
    pv_node value = value_of(tree, node);
    bool is_package = pv_tree_at(tree, node)->kind == PV_PACKAGE &&
                      pv_tree_child(tree, node, PV_ROLE_BODY) == PV_NO_NODE;
    return is_package || (value != PV_NO_NODE && pv_tree_at(tree, value)->kind == PV_STRING);
}

static struct head read_head(const struct pv_tree *tree, struct pv_str text)
{
    struct head head = {0};
    for (pv_node node = pv_tree_first(tree, 0); node != PV_NO_NODE;
         node = pv_tree_next(tree, node)) {
        bool is_one = is_import(tree, node);
        const struct pv_tree_node *at = pv_tree_at(tree, node);
        if (!is_one && !is_above_imports(tree, node)) {
            head.end = head.end ? head.end : pv_str_line_start(text, at->start);
            break;
        }
        if (is_one && head.import.n == 0)
            head.import = pv_tree_text(tree, node);
        /* The grammar of C ends an #include behind its line. */
        head.end = pv_str_line_end(text, at->end > at->start ? at->end - 1 : at->end);
    }
    return head;
}

static struct pv_str first_word(struct pv_str line)
{
    size_t n = 0;
    while (n < line.n && line.p[n] != ' ' && line.p[n] != '\t')
        n++;
    return pv_str_sub(line, 0, n);
}

static bool has_line(struct pv_str text, struct pv_str wanted)
{
    struct pv_str line = {0};
    while (pv_str_split(&text, '\n', &line)) {
        if (pv_str_eq(pv_str_trim(line), wanted))
            return true;
    }
    return false;
}

static struct pv_str choose(struct pv_str wanted, const struct head *head)
{
    struct pv_str first = {0};
    struct pv_str line = {0};
    while (pv_str_split(&wanted, '\n', &line)) {
        line = pv_str_trim(line);
        if (pv_str_eq(first_word(line), first_word(head->import)))
            return line;
        if (first.n == 0)
            first = line;
    }
    return first;
}

PV_RESULT pv_fix_import(struct pv_arena *mem, const struct pv_finding_source *source,
                        struct pv_str wanted, struct pv_finding *finding, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf line = {.max = PV_SCAN_MESSAGE_BYTES};
    struct pv_str text = source->lines->text;
    if (!source->constants || !source->constants->tree)
        return PV_SUCCESS;
    struct head head = read_head(source->constants->tree, text);
    struct pv_str chosen = choose(wanted, &head);
    /* Go: `import (` and a line for each, without the word. */
    struct pv_str bare = pv_str_trim(pv_str_sub(chosen, first_word(chosen).n, chosen.n));
    if (chosen.n == 0 || has_line(text, chosen) || has_line(text, bare))
        return PV_SUCCESS;
    bool is_dos = pv_str_find(text, PV_STR("\r\n"), 0) != SIZE_MAX;
    if (head.end > 0 && text.p[head.end - 1] != '\n')
        pv_buf_add(&line, is_dos ? PV_STR("\r\n") : PV_STR("\n"));
    pv_buf_add(&line, chosen);
    pv_buf_add(&line, is_dos ? PV_STR("\r\n") : PV_STR("\n"));
    PV_TRY(pv_buf_result(&line, err));
    PV_TRY(pv_str_copy(mem, pv_buf_str(&line), &finding->import, err));
    finding->import_at = pv_line_index_place(source->lines, (uint32_t)head.end);
    finding->import_at.offset += source->shift;
    return PV_SUCCESS;
}
