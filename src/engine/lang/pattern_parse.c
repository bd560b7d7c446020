/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pattern is read as whatever it can be: each wrapper in turn, until the
 * grammar takes one without an error.
 */
#include "engine/lang/pattern_internal.h"

#include "base/buf.h"

struct attempt {
    const struct pv_lang *lang;
    struct pv_str pattern;
    const struct pv_pattern_tokens *tokens;
    const struct pv_token_edit *edits;
    struct pv_arena *scratch; /* for what does not outlive this attempt */
    struct pv_vocab *vocab;
};

static void free_tree(TSTree **tree)
{
    ts_tree_delete(*tree);
}

/* The byte of the code where the grammar first lost its way. */
static size_t error_byte(TSNode root)
{
    TSNode node = root;
    while (!ts_node_is_error(node) && !ts_node_is_missing(node)) {
        uint32_t i = 0;
        uint32_t n = ts_node_child_count(node);
        while (i < n && !ts_node_has_error(ts_node_child(node, i)))
            i++;
        if (i == n)
            break;
        node = ts_node_child(node, i);
    }
    return ts_node_start_byte(node);
}

static PV_RESULT fail_at(const struct pv_pattern_wrapper *wrapper,
                         const struct pv_pattern_text *text, size_t byte, struct pv_err *err)
{
    size_t before = strlen(wrapper->before);
    size_t n = text->code.n;
    size_t offset = byte > before ? byte - before : 0;
    offset = offset < n ? text->origins[offset].start : text->origins[n - 1].end;
    return pv_fail(err, PV_SYNTAX, offset, "not %s", wrapper->what);
}

/*
 * Whether the code, without anything around it, plainly ends too early. A grammar
 * takes long to find out: it tries to mend what is missing.
 */
static bool is_cut_short(const struct pv_pattern_spelling *spelling,
                         const struct pv_pattern_wrapper *wrapper, struct pv_str code)
{
    struct pv_str last = pv_str_trim(code);
    if (!spelling->ends || wrapper->before[0] || wrapper->after[0] || last.n == 0 ||
        pv_str_find(code, pv_str_of(spelling->line_comment), 0) != SIZE_MAX ||
        pv_str_has_suffix(last, PV_STR("*/")))
        return false;
    return !strchr(spelling->ends, last.p[last.n - 1]);
}

/* The first byte that a reader of our own could not read. */
static size_t unread_byte(const struct pv_tree *tree)
{
    pv_node node = 0;
    while (node + 1 < tree->nodes.n && pv_tree_at(tree, node)->kind != PV_ERROR)
        node++;
    return pv_tree_at(tree, node)->start;
}

/* The tree of the spelled code; PV_SYNTAX where it is not code of the language. */
static PV_RESULT read_code(const struct pv_lower_job *job, const struct pv_pattern_wrapper *wrapper,
                           const struct pv_pattern_text *text, struct pv_err *err)
{
    PV_DEFER(free_tree) TSTree *cst = NULL;
    if (job->lang->build) {
        PV_TRY(job->lang->build(job, NULL, err));
        return job->tree->error_bytes ? fail_at(wrapper, text, unread_byte(job->tree), err)
                                      : PV_SUCCESS;
    }
    PV_TRY(pv_parse_text(job->lang, job->tree->text, NULL, &cst, err));
    TSNode root = ts_tree_root_node(cst);
    if (ts_node_has_error(root))
        return fail_at(wrapper, text, error_byte(root), err);
    return pv_lower_run(job, root, err);
}

/* Every byte stands for itself. */
static PV_RESULT keep_code(struct pv_arena *mem, struct pv_str pattern, struct pv_pattern_text *out,
                           struct pv_err *err)
{
    struct pv_origin *origins = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, pattern.n, &origins, err));
    for (uint32_t i = 0; i < pattern.n; i++)
        origins[i] = (struct pv_origin){i, i + 1};
    *out = (struct pv_pattern_text){pattern, origins};
    return PV_SUCCESS;
}

static PV_RESULT write_code(const struct attempt *attempt, const struct pv_pattern_wrapper *wrapper,
                            struct pv_pattern_text *out, struct pv_err *err)
{
    const struct pv_pattern_spelling *spelling = attempt->lang->spelling;
    if (spelling->write)
        return spelling->write(attempt->scratch, attempt->pattern, out, err);
    if (spelling->is_read_as_written)
        return keep_code(attempt->scratch, attempt->pattern, out, err);
    return pv_pattern_spell(attempt->scratch, attempt->tokens, attempt->edits,
                            wrapper->is_indented ? 1 : 0, out, err);
}

/* PV_SYNTAX when this is not what the pattern is; err->offset says where it stops being it. */
static PV_RESULT try_wrapper(struct pv_arena *mem, const struct attempt *attempt,
                             const struct pv_pattern_wrapper *wrapper,
                             struct pv_pattern_source *out, struct pv_err *err)
{
    struct pv_arena *scratch = attempt->scratch;
    struct pv_pattern_text text = {0};
    struct pv_tree tree = {0};
    struct pv_vocab words = {0};
    PV_TRY(write_code(attempt, wrapper, &text, err));
    if (is_cut_short(attempt->lang->spelling, wrapper, text.code))
        return fail_at(wrapper, &text, 0, err);
    PV_TRY(pv_str_format(scratch, &tree.text, err, "%s%.*s%s\n", wrapper->before,
                         PV_STR_FMT(text.code), wrapper->after));
    struct pv_lower_job job = {.lang = attempt->lang,
                               .mem = scratch,
                               .tree = &tree,
                               .new_words = &words,
                               .is_pattern = true};
    PV_TRY(read_code(&job, wrapper, &text, err));
    struct pv_pattern_reading reading = {.spelling = attempt->lang->spelling,
                                         .wrapper = wrapper,
                                         .text = &text,
                                         .pattern = attempt->pattern,
                                         .tree = &tree,
                                         .words = &words};
    struct pv_result taken = pv_pattern_take(mem, &reading, attempt->vocab, out, err);
    if (taken.code == PV_NOT_FOUND)
        return fail_at(wrapper, &text, 0, err);
    return taken;
}

static PV_RESULT fail_with_all(const struct pv_lang *lang, size_t offset, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf tried = {.max = PV_ERR_TEXT_MAX};
    const struct pv_pattern_wrapper *wrappers = lang->spelling->wrappers;
    for (const struct pv_pattern_wrapper *w = wrappers; w->what; w++) {
        bool is_new = true;
        for (const struct pv_pattern_wrapper *v = wrappers; v < w; v++)
            is_new = is_new && strcmp(v->what, w->what) != 0;
        if (is_new)
            pv_buf_format(&tried, "%s%s", tried.n ? ", " : "", w->what);
    }
    return pv_fail(err, PV_SYNTAX, offset, "this is not %.*s: %s; tried to read it as %.*s",
                   PV_STR_FMT(lang->name), lang->spelling->hint, PV_STR_FMT(pv_buf_str(&tried)));
}

static PV_RESULT try_all(struct pv_arena *mem, const struct attempt *attempt,
                         struct pv_pattern_source *out, struct pv_err *err)
{
    size_t furthest = 0;
    const struct pv_pattern_wrapper *wrapper = attempt->lang->spelling->wrappers;
    for (; wrapper->what; wrapper++) {
        struct pv_err here = {0};
        struct pv_arena_mark mark = pv_arena_mark(attempt->scratch);
        struct pv_result result = try_wrapper(mem, attempt, wrapper, out, &here);
        pv_arena_rewind(attempt->scratch, mark);
        if (pv_is_ok(result))
            return result;
        if (result.code != PV_SYNTAX)
            return pv_fail(err, result.code, here.offset, "%s", here.text);
        if (here.offset > furthest)
            furthest = here.offset;
    }
    return fail_with_all(attempt->lang, furthest, err);
}

PV_RESULT pv_lang_parse_pattern(struct pv_arena *mem, const struct pv_lang *lang,
                                struct pv_str pattern, struct pv_vocab *vocab,
                                struct pv_pattern_source *out, struct pv_err *err)
{
    PV_DEFER(pv_arena_clear) struct pv_arena scratch = {0};
    struct pv_pattern_tokens tokens = {0};
    struct pv_token_edit *edits = NULL;
    struct attempt attempt = {.lang = lang, .tokens = &tokens, .scratch = &scratch, .vocab = vocab};
    if (!lang->spelling)
        return pv_fail(err, PV_UNSUPPORTED, 0, "patterns of %.*s are not supported",
                       PV_STR_FMT(lang->name));
    if (pv_str_trim(pattern).n == 0)
        return pv_fail(err, PV_SYNTAX, 0, "expected code, not an empty pattern");
    if (pattern.n > PV_PATTERN_BYTES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "a pattern of %zu bytes is too long", pattern.n);
    if (!lang->spelling->write && !lang->spelling->is_read_as_written) {
        PV_TRY(pv_pattern_tokens_read(&scratch, lang->spelling, pattern, &tokens, err));
        if (tokens.list.n == 0)
            return pv_fail(err, PV_SYNTAX, 0, "expected code, not an empty pattern");
        PV_TRY(pv_pattern_edit(&scratch, &tokens, &edits, err));
    }
    PV_TRY(pv_str_copy(mem, pattern, &attempt.pattern, err));
    attempt.edits = edits;
    struct pv_result result = try_all(mem, &attempt, out, err);
    if (pv_is_ok(result))
        out->tree.is_caseless = lang->is_caseless;
    if (result.code != PV_SYNTAX || !lang->dialect)
        return result;
    attempt.lang = lang->dialect;
    struct pv_result read = try_all(mem, &attempt, out, NULL);
    return read.code == PV_SYNTAX ? result : read;
}
