/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/pattern.h"

#include "engine/match/match_limits.h"

const struct pv_match_options pv_match_options_default = {
    .implicit_deep_exprstmt = true,
    .vardef_assign = true,
    .attr_expr = true,
    .arrow_is_function = true,
    .implicit_ellipsis = true,
    .constant_propagation = true,
    .ac_matching = true,
    .let_is_var = true,
    .implicit_return = true,
    .go_deeper_stmt = true,
    .go_deeper_expr = true,
    .unify_ids_strictly = true,
    .xml_attrs_implicit_ellipsis = true,
    .xml_singleton_loose_matching = true,
    .xml_children_ordered = true,
};

static bool is_var_byte(char byte, bool is_first)
{
    return byte == '_' || (byte >= 'A' && byte <= 'Z') || (!is_first && byte >= '0' && byte <= '9');
}

/* $X, as the whole of a string. */
static bool is_var(struct pv_str text)
{
    if (text.n < 2 || text.p[0] != '$')
        return false;
    for (size_t i = 1; i < text.n; i++) {
        if (!is_var_byte(text.p[i], i == 1))
            return false;
    }
    return true;
}

/* $...X, as the whole of a string. */
static bool is_vars(struct pv_str text)
{
    struct pv_str opener = PV_STR("$...");
    if (!pv_str_has_prefix(text, opener) || text.n == opener.n)
        return false;
    for (size_t i = opener.n; i < text.n; i++) {
        if (!is_var_byte(text.p[i], i == opener.n))
            return false;
    }
    return true;
}

static PV_RESULT add_regex(struct pv_arena *mem, struct pv_pattern *pattern, pv_node node,
                           struct pv_err *err)
{
    struct pv_str text = pv_tree_text(&pattern->source.tree, node);
    size_t end = pv_str_rfind_byte(text, '/');
    struct pv_str flags = pv_str_sub(text, end + 1, text.n);
    struct pv_regex_options options = {
        .caseless = pv_str_find(flags, PV_STR("i"), 0) != SIZE_MAX,
        .multiline = pv_str_find(flags, PV_STR("m"), 0) != SIZE_MAX,
    };
    struct pv_pattern_regex *regex = NULL;
    PV_TRY(PV_VEC_PUSH(mem, &pattern->regexes, &regex, err));
    regex->node = node;
    return pv_regex_compile(pv_str_sub(text, 3, end), options, &regex->regex, err);
}

/* Makes holes of the contents "..." and "$X", so that the matcher sees them as any other hole. */
static PV_RESULT prepare_text(struct pv_arena *mem, struct pv_pattern *pattern, pv_node node,
                              struct pv_vocab *vocab, struct pv_err *err)
{
    struct pv_tree_node *leaf = &pattern->source.tree.nodes.p[node];
    struct pv_str text = pv_tree_text(&pattern->source.tree, node);
    if (pv_str_eq(text, PV_STR("...")))
        leaf->kind = PV_DOTS;
    else if (is_var(text)) {
        leaf->kind = PV_MVAR;
        return pv_vocab_add(mem, vocab, text, &leaf->word, err);
    } else if (is_vars(text)) {
        leaf->kind = PV_MVAR_MANY;
        return pv_vocab_add(mem, vocab, text, &leaf->word, err);
    } else if (pv_str_has_prefix(text, PV_STR("=~/")))
        return add_regex(mem, pattern, node, err);
    return PV_SUCCESS;
}

void pv_pattern_clear(struct pv_pattern *pattern)
{
    PV_VEC_EACH (struct pv_pattern_regex, regex, &pattern->regexes)
        pv_regex_free(regex->regex);
    pattern->regexes.n = 0;
}

PV_RESULT pv_pattern_prepare(struct pv_arena *mem, struct pv_pattern_source source,
                             const struct pv_match_options *options, struct pv_vocab *vocab,
                             struct pv_pattern *out, struct pv_err *err)
{
    if (source.tree.nodes.n > PV_PATTERN_NODES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "a pattern of at most %d nodes", PV_PATTERN_NODES_MAX);
    struct pv_pattern pattern = {.source = source, .options = *options};
    PV_TRY(pv_vocab_add(mem, vocab, PV_STR("$_"), &pattern.anonymous, err));
    PV_TRY(pv_vocab_add(mem, vocab, PV_STR("="), &pattern.plain_assign, err));
    PV_TRY(pv_vocab_add(mem, vocab, PV_STR("+"), &pattern.plus, err));
    PV_TRY(pv_vocab_add(mem, vocab, PV_STR("-"), &pattern.minus, err));
    for (pv_node node = 0; node < source.tree.nodes.n; node++) {
        struct pv_tree_node *at = &source.tree.nodes.p[node];
        if (at->kind == PV_NAME && pv_str_eq(pv_tree_text(&source.tree, node), PV_STR("...")))
            at->kind = PV_DOTS;
        bool is_module = at->kind == PV_NAME && at->role == PV_ROLE_MODULE &&
                         pv_str_has_prefix(pv_tree_text(&source.tree, node), PV_STR("=~/"));
        if (at->kind != PV_TEXT && !is_module)
            continue;
        struct pv_result result = prepare_text(mem, &pattern, node, vocab, err);
        if (!pv_is_ok(result)) {
            pv_pattern_clear(&pattern);
            return result;
        }
    }
    *out = pattern;
    return PV_SUCCESS;
}

const struct pv_regex *pv_pattern_regex(const struct pv_pattern *pattern, pv_node node)
{
    for (size_t i = 0; i < pattern->regexes.n; i++) {
        if (pattern->regexes.p[i].node == node)
            return pattern->regexes.p[i].regex;
    }
    return NULL;
}

PV_RESULT pv_match_file_read(struct pv_arena *mem, const struct pv_tree *tree, struct pv_str text,
                             const struct pv_vocab *vocab, struct pv_match_file *out,
                             struct pv_err *err)
{
    struct pv_match_file file = {
        .tree = tree, .vocab = vocab, .text = text, .end = (uint32_t)text.n};
    if (tree) {
        struct pv_defs *defs = NULL;
        struct pv_imports *imports = NULL;
        struct pv_node_index *index = NULL;
        PV_TRY(pv_defs_read(mem, tree, &defs, err));
        PV_TRY(pv_imports_read(mem, tree, defs, &imports, err));
        PV_TRY(pv_node_index_build(mem, tree, vocab ? vocab->words.n : 0, &index, err));
        file.defs = defs;
        file.constants = pv_constants_of(defs, tree, vocab);
        PV_TRY(pv_settings_read(mem, tree, &file.constants.settings, err));
        PV_TRY(pv_aliases_read(mem, &file.constants, imports, vocab, &file.aliases, err));
        file.imports = imports;
        file.index = index;
        file.nodes.end = (uint32_t)tree->nodes.n;
    }
    *out = file;
    return PV_SUCCESS;
}
