/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pattern is read as whatever it can be: each wrapper in turn, with each
 * spelling of its holes, until the grammar takes one without an error.
 */
#include "engine/lang/pattern_internal.h"

#include "base/buf.h"

#include <string.h>

struct attempt {
    const struct pv_lang *lang;
    const struct pv_pattern_wrapper *wrapper;
    const struct pv_pattern_text *text;
    struct pv_vocab *vocab;
};

static void free_tree(TSTree **tree)
{
    ts_tree_delete(*tree);
}

static PV_RESULT wrap(struct pv_arena *mem, const struct attempt *attempt, struct pv_str *out,
                      struct pv_err *err)
{
    return pv_str_format(mem, out, err, "%s%.*s%s\n", attempt->wrapper->before,
                         PV_STR_FMT(attempt->text->code), attempt->wrapper->after);
}

/* The byte of the pattern where the grammar first lost its way. */
static size_t error_offset(const struct attempt *attempt, TSNode root)
{
    TSNode node = root;
    size_t before = strlen(attempt->wrapper->before);
    while (!ts_node_is_error(node) && !ts_node_is_missing(node)) {
        uint32_t i = 0;
        uint32_t n = ts_node_child_count(node);
        while (i < n && !ts_node_has_error(ts_node_child(node, i)))
            i++;
        if (i == n)
            break;
        node = ts_node_child(node, i);
    }
    size_t offset = ts_node_start_byte(node);
    offset = offset > before ? offset - before : 0;
    size_t n = attempt->text->code.n;
    return n == 0 ? 0 : attempt->text->origins[offset < n ? offset : n - 1];
}

/* PV_SYNTAX when the grammar finds an error in this reading; err->offset says where. */
static PV_RESULT try_reading(struct pv_arena *mem, const struct attempt *attempt,
                             struct pv_pattern_source *out, struct pv_err *err)
{
    PV_DEFER(free_tree) TSTree *cst = NULL;
    struct pv_str text = {0};
    struct pv_tree tree = {0};
    PV_TRY(wrap(mem, attempt, &text, err));
    PV_TRY(pv_parse_text(attempt->lang, text, NULL, &cst, err));
    TSNode root = ts_tree_root_node(cst);
    if (ts_node_has_error(root))
        return pv_fail(err, PV_SYNTAX, error_offset(attempt, root), "not %s",
                       attempt->wrapper->what);

    struct pv_lower_job job = {
        .lang = attempt->lang, .mem = mem, .tree = &tree, .new_words = attempt->vocab};
    struct pv_pattern_cut cut = {.tree = &tree, .wrapper = attempt->wrapper};
    tree.text = text;
    PV_TRY(pv_lower_run(&job, root, err));
    cut.start = (uint32_t)strlen(attempt->wrapper->before);
    cut.end = cut.start + (uint32_t)attempt->text->code.n;
    struct pv_result taken = pv_pattern_take(mem, &cut, attempt->vocab, out, err);
    if (taken.code == PV_NOT_FOUND)
        return pv_fail(err, PV_SYNTAX, 0, "not %s", attempt->wrapper->what);
    return taken;
}

/* Every line without the indentation that all of them share, and without blank ends. */
static PV_RESULT dedent(struct pv_arena *mem, struct pv_str pattern, struct pv_str *out,
                        size_t *skipped, struct pv_err *err)
{
    size_t start = 0;
    for (size_t i = 0; i < pattern.n && strchr(" \t\r\n", pattern.p[i]); i++) {
        if (pattern.p[i] == '\n')
            start = i + 1;
    }
    struct pv_str text = pv_str_sub(pattern, start, pattern.n);
    size_t indent = 0;
    while (indent < text.n && text.p[indent] == ' ')
        indent++;
    *skipped = start + indent;
    *out = (struct pv_str){text.p ? text.p + indent : NULL, pv_str_trim(text).n};
    if (indent == 0)
        return PV_SUCCESS;

    PV_DEFER(pv_buf_clear) struct pv_buf lines = {0};
    struct pv_str rest = pv_str_sub(text, 0, indent + out->n);
    struct pv_str line = {0};
    while (pv_str_split(&rest, '\n', &line)) {
        size_t spaces = 0;
        while (spaces < indent && spaces < line.n && line.p[spaces] == ' ')
            spaces++;
        pv_buf_add(&lines, pv_str_sub(line, spaces, line.n));
        pv_buf_add_byte(&lines, '\n');
    }
    PV_TRY(pv_buf_result(&lines, err));
    return pv_str_copy(mem, pv_str_trim(pv_buf_str(&lines)), out, err);
}

static PV_RESULT fail_with_all(const struct pv_lang *lang, const struct pv_err *first,
                               struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf tried = {.max = 200};
    for (const struct pv_pattern_wrapper *w = lang->spelling->wrappers; w->what; w++) {
        bool is_new = true;
        for (const struct pv_pattern_wrapper *v = lang->spelling->wrappers; v < w; v++)
            is_new = is_new && strcmp(v->what, w->what) != 0;
        if (is_new)
            pv_buf_format(&tried, "%s%s", tried.n ? ", " : "", w->what);
    }
    return pv_fail(err, PV_SYNTAX, first->offset, "this is not %.*s; tried to read it as %.*s",
                   PV_STR_FMT(lang->name), PV_STR_FMT(pv_buf_str(&tried)));
}

struct pv_result pv_lang_parse_pattern(struct pv_arena *mem, const struct pv_lang *lang,
                                       struct pv_str pattern, struct pv_vocab *vocab,
                                       struct pv_pattern_source *out, struct pv_err *err)
{
    struct pv_err first = {0};
    struct pv_err here = {0};
    struct pv_str dedented = {0};
    size_t skipped = 0;
    PV_TRY(dedent(mem, pattern, &dedented, &skipped, err));
    if (dedented.n == 0)
        return pv_fail(err, PV_SYNTAX, 0, "expected code, not an empty pattern");

    for (int spelling = 0; spelling < 2; spelling++) {
        bool as_dict = spelling == 0 && lang->spelling->dict_dots;
        struct pv_pattern_text text = {0};
        if (spelling == 1 && !lang->spelling->dict_dots)
            break;
        PV_TRY(pv_pattern_spell(mem, lang->spelling, dedented, as_dict, &text, err));
        for (const struct pv_pattern_wrapper *w = lang->spelling->wrappers; w->what; w++) {
            struct attempt attempt = {lang, w, &text, vocab};
            struct pv_result result = try_reading(mem, &attempt, out, &here);
            if (pv_is_ok(result))
                return result;
            if (result.code != PV_SYNTAX)
                return pv_fail(err, result.code, here.offset, "%s", here.text);
            if (first.code == PV_OK || here.offset + skipped > first.offset) {
                first = here;
                first.offset += skipped;
            }
        }
    }
    return fail_with_all(lang, &first, err);
}
