/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_internal.h"

static bool is_past_deadline(TSParseState *state)
{
    const struct pv_parse_options *options = state->payload;
    return options->now_ns() >= options->deadline_ns;
}

static const char *read_chunk(void *payload, uint32_t byte, TSPoint point, uint32_t *n)
{
    const struct pv_str *text = payload;
    (void)point;
    *n = byte < text->n ? (uint32_t)text->n - byte : 0;
    return *n ? text->p + byte : "";
}

static void free_parser(TSParser **parser)
{
    ts_parser_delete(*parser);
}

/* What is made in a memory goes with it. */
static void free_tree(TSTree **tree)
{
    if (!pv_grammar_memory_is_used())
        ts_tree_delete(*tree);
}

struct pv_result pv_parse_part(const struct pv_lang *lang, struct pv_str text,
                               struct pv_parse_range range, const struct pv_parse_options *options,
                               TSTree **out, struct pv_err *err)
{
    PV_DEFER(free_parser) TSParser *parser = ts_parser_new();
    struct pv_parse_options copy = options ? *options : (struct pv_parse_options){0};
    PV_DEFER(pv_arena_clear) struct pv_arena scratch = {0};
    TSInput input = {.payload = &text, .read = read_chunk, .encoding = TSInputEncodingUTF8};
    TSParseOptions watch = {.payload = &copy};

    if (text.n >= UINT32_MAX)
        return pv_fail(err, PV_LIMIT, 0, "a file of %zu bytes is too large to be parsed", text.n);
    if (!parser || !ts_parser_set_language(parser, lang->grammar()))
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory for a parser");
    if (lang->blank && text.n > 0) {
        char *blanked = NULL;
        PV_TRY(PV_NEW_ARRAY(&scratch, text.n, &blanked, err));
        memcpy(blanked, text.p, text.n);
        lang->blank(blanked, text.n);
        text.p = blanked;
    }
    if (range.end > 0) {
        TSRange part = {.start_byte = range.start,
                        .end_byte = range.end,
                        .start_point = {.column = range.start},
                        .end_point = {.column = range.end}};
        (void)ts_parser_set_included_ranges(parser, &part, 1);
    }
    if (copy.deadline_ns && copy.now_ns)
        watch.progress_callback = is_past_deadline;
    TSTree *tree = ts_parser_parse_with_options(parser, NULL, input, watch);
    if (!tree)
        return pv_fail(err, PV_LIMIT, 0, "parsing took too long");
    *out = tree;
    return PV_SUCCESS;
}

struct pv_result pv_parse_text(const struct pv_lang *lang, struct pv_str text,
                               const struct pv_parse_options *options, TSTree **out,
                               struct pv_err *err)
{
    return pv_parse_part(lang, text, (struct pv_parse_range){0}, options, out, err);
}

/* Parses `text`, in the dialect if that reads whole what the language does not. */
static struct pv_result parse_dialect(const struct pv_lang *lang, struct pv_str text,
                                      const struct pv_parse_options *options,
                                      const struct pv_lang **read_as, TSTree **out,
                                      struct pv_err *err)
{
    PV_DEFER(free_tree) TSTree *other = NULL;
    *read_as = lang;
    PV_TRY(pv_parse_text(lang, text, options, out, err));
    if (!lang->dialect || !ts_node_has_error(ts_tree_root_node(*out)))
        return PV_SUCCESS;
    /* What the dialect can't read in time stays as it was read. */
    struct pv_result result = pv_parse_text(lang->dialect, text, options, &other, NULL);
    if (!pv_is_ok(result) || ts_node_has_error(ts_tree_root_node(other)))
        return result.code == PV_NO_MEMORY ? result : PV_SUCCESS;
    TSTree *first = *out;
    *out = other;
    other = first;
    *read_as = lang->dialect;
    return PV_SUCCESS;
}

struct pv_parse_memory *pv_parse_memory_new(void)
{
    return (struct pv_parse_memory *)pv_grammar_memory_new();
}

void pv_parse_memory_free(struct pv_parse_memory *memory)
{
    pv_grammar_memory_free((struct pv_grammar_memory *)memory);
}

void pv_parse_memory_freep(struct pv_parse_memory **memory)
{
    pv_parse_memory_free(*memory);
}

static void end_memory(const struct pv_parse_options **options)
{
    if (*options && (*options)->memory)
        pv_grammar_memory_end();
}

struct pv_result pv_lang_parse(struct pv_arena *mem, const struct pv_lang *lang, struct pv_str text,
                               const struct pv_parse_options *options, struct pv_tree *out,
                               struct pv_err *err)
{
    PV_DEFER(end_memory) const struct pv_parse_options *given = options;
    if (given && given->memory)
        pv_grammar_memory_begin((struct pv_grammar_memory *)given->memory);
    PV_DEFER(free_tree) TSTree *cst = NULL;
    struct pv_tree tree = {.text = text,
                           .returns_last = lang->returns_last,
                           .is_caseless = lang->is_caseless,
                           .has_one_number = lang->has_one_number,
                           .is_configuration = lang->is_configuration};
    struct pv_lower_job job = {
        .lang = lang, .mem = mem, .tree = &tree, .vocab = options ? options->vocab : NULL};
    if (lang->build) {
        if (text.n >= UINT32_MAX)
            return pv_fail(err, PV_LIMIT, 0, "a file of %zu bytes is too large to be parsed",
                           text.n);
        PV_TRY(lang->build(&job, options, err));
    } else {
        PV_TRY(parse_dialect(lang, text, options, &job.lang, &cst, err));
        PV_TRY(pv_lower_run(&job, ts_tree_root_node(cst), err));
    }
    *out = tree;
    return PV_SUCCESS;
}
