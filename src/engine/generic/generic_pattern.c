/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/generic/generic_internal.h"

const struct pv_generic_options pv_generic_options_default = {.max_span = PV_GENERIC_SPAN};

static PV_RESULT check(const struct pv_generic_nodes *tokens, struct pv_err *err)
{
    size_t n_vars = 0;
    size_t n_tokens = 0;
    PV_VEC_EACH (const struct pv_generic_node, token, &tokens->list) {
        n_vars += token->name != 0;
        n_tokens += token->kind != PV_GENERIC_BREAK;
    }
    if (n_tokens == 0)
        return pv_fail(err, PV_SYNTAX, 0, "expected a pattern; this is empty");
    if (n_tokens > PV_GENERIC_PATTERN_MAX)
        return pv_fail(err, PV_LIMIT, 0, "a pattern of at most %d words and signs",
                       PV_GENERIC_PATTERN_MAX);
    if (n_vars > PV_GENERIC_VARS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "a pattern of at most %d metavariables",
                       PV_GENERIC_VARS_MAX);
    return PV_SUCCESS;
}

/* Blank lines and blanks around a pattern come with YAML; within it, lines may count. */
static struct pv_str cut_around(struct pv_str text)
{
    size_t from = 0;
    size_t to = text.n;
    for (size_t i = 0; i < text.n && strchr(" \t\r\n", text.p[i]); i++)
        from = text.p[i] == '\n' ? i + 1 : from;
    while (to > from && strchr(" \t\r\n", text.p[to - 1]))
        to--;
    return pv_str_sub(text, from, to);
}

PV_RESULT pv_generic_compile(struct pv_arena *mem, struct pv_str text,
                             const struct pv_generic_options *options, struct pv_vocab *vocab,
                             struct pv_generic **out, struct pv_err *err)
{
    bool is_regex = options->engine == PV_GENERIC_REGEX;
    struct pv_generic_lexer lexer = {.mem = mem, .vocab = vocab};
    struct pv_generic_nodes tokens = {0};
    struct pv_generic *generic = NULL;
    PV_TRY(pv_str_copy(mem, cut_around(text), &lexer.text, err));
    if (is_regex)
        lexer.extra_word_bytes = options->extra_word_bytes;
    PV_TRY(pv_generic_cut(&lexer, &tokens, err));
    PV_TRY(check(&tokens, err));
    PV_TRY(PV_NEW(mem, &generic, err));
    generic->options = *options;
    if (is_regex) {
        generic->nodes = tokens;
        PV_TRY(pv_generic_compile_regex(mem, generic, err));
    } else {
        PV_TRY(pv_generic_nest(mem, &tokens, false, &generic->nodes, err));
    }
    *out = generic;
    return PV_SUCCESS;
}

void pv_generic_clear(struct pv_generic *generic)
{
    if (!generic)
        return;
    pv_regex_free(generic->regex);
    generic->regex = NULL;
}

bool pv_generic_word(const struct pv_generic *generic, size_t index, struct pv_str *out)
{
    if (generic->options.engine == PV_GENERIC_REGEX && generic->options.is_caseless)
        return false;
    PV_VEC_EACH (const struct pv_generic_node, node, &generic->nodes.list) {
        if (node->kind != PV_GENERIC_WORD || index-- > 0)
            continue;
        *out = node->text;
        return true;
    }
    return false;
}

PV_RESULT pv_generic_find(struct pv_arena *mem, const struct pv_generic *generic,
                          struct pv_str text, uint64_t *steps, struct pv_generic_matches *out,
                          struct pv_err *err)
{
    if (generic->options.engine == PV_GENERIC_REGEX)
        return pv_generic_find_regex(mem, generic, text, steps, out, err);
    return pv_generic_find_nodes(mem, generic, text, steps, out, err);
}
