/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pattern as a regular expression. `...` is the shortest run of words, signs
 * and brackets with what is in them, so brackets do not part; blanks between
 * any two things may be any, or none. Where lines count, blanks do not hold an
 * end of line, and one in the pattern has to be one in the text.
 */
#include "engine/generic/generic_internal.h"

#include "base/buf.h"

struct maker {
    struct pv_generic *generic;
    struct pv_buf *out;
    struct pv_str brackets; /* pairs */
    size_t n_groups;
};

/* One byte, in a class or outside. */
static void add_byte(struct pv_buf *out, char byte)
{
    if ((unsigned char)byte >= 0x80) /* part of a sign, which is one character there */
        pv_buf_add_byte(out, byte);
    else
        pv_buf_format(out, "\\x%02x", (unsigned)(unsigned char)byte);
}

static void add_bytes(struct pv_buf *out, struct pv_str bytes)
{
    for (size_t i = 0; i < bytes.n; i++)
        add_byte(out, bytes.p[i]);
}

static void add_word_class(const struct maker *m, bool is_inverse)
{
    pv_buf_add(m->out, is_inverse ? PV_STR("[^A-Za-z0-9_") : PV_STR("[A-Za-z0-9_"));
    add_bytes(m->out, m->generic->options.extra_word_bytes);
    pv_buf_add_byte(m->out, ']');
}

static void add_edge(const struct maker *m, bool is_behind)
{
    pv_buf_add(m->out, is_behind ? PV_STR("(?<!") : PV_STR("(?!"));
    add_word_class(m, false);
    pv_buf_add_byte(m->out, ')');
}

static void add_blanks(const struct maker *m, bool has_lines)
{
    pv_buf_add(m->out, has_lines ? PV_STR("\\s*+") : PV_STR("[ \\t]*+"));
}

/* What a run of anything consists of, as group `name`: words, brackets with content, signs. */
static void define_element(const struct maker *m, char name, bool has_lines)
{
    pv_buf_format(m->out, "(?<%c>", name);
    add_word_class(m, false);
    pv_buf_add(m->out, PV_STR("++"));
    for (size_t i = 0; i + 1 < m->brackets.n; i += 2) {
        pv_buf_add_byte(m->out, '|');
        add_byte(m->out, m->brackets.p[i]);
        add_blanks(m, has_lines);
        bool is_quote = m->brackets.p[i] == m->brackets.p[i + 1];
        if (is_quote) {
            pv_buf_add(m->out, has_lines ? PV_STR("[^") : PV_STR("[^\\n"));
            add_byte(m->out, m->brackets.p[i]);
            pv_buf_add(m->out, PV_STR("]*+"));
        } else {
            pv_buf_format(m->out, "(?:(?&%c)", name);
            add_blanks(m, has_lines);
            pv_buf_add(m->out, PV_STR(")*+"));
        }
        add_byte(m->out, m->brackets.p[i + 1]);
    }
    pv_buf_add(m->out, PV_STR("|[^\\sA-Za-z0-9_"));
    add_bytes(m->out, m->generic->options.extra_word_bytes);
    add_bytes(m->out, m->brackets);
    pv_buf_add(m->out, PV_STR("])"));
}

static void add_word(const struct maker *m, struct pv_str word)
{
    add_edge(m, true);
    add_bytes(m->out, word);
    add_edge(m, false);
}

/* The group that has bound the name already; 0 when none has. */
static size_t group_of(const struct maker *m, pv_word name)
{
    for (size_t i = 1; name && i <= m->n_groups; i++)
        if (m->generic->groups[i] == name)
            return i;
    return 0;
}

static void add_var(struct maker *m, const struct pv_generic_node *node)
{
    size_t group = group_of(m, node->name);
    add_edge(m, true);
    if (group) {
        pv_buf_format(m->out, "(?-i:\\g{%zu})", group);
    } else {
        m->generic->groups[++m->n_groups] = node->name;
        pv_buf_add_byte(m->out, '(');
        add_word_class(m, false);
        pv_buf_add(m->out, PV_STR("++)"));
    }
    add_edge(m, false);
}

static void add_dots(struct maker *m, const struct pv_generic_node *node)
{
    bool has_lines = node->is_long || !m->generic->options.is_single_line;
    size_t group = group_of(m, node->name);
    if (group) {
        pv_buf_format(m->out, "(?-i:\\g{%zu})", group);
        return;
    }
    if (node->name)
        m->generic->groups[++m->n_groups] = node->name;
    char element = has_lines ? 'm' : 's';
    pv_buf_format(m->out, "%s(?:(?&%c)(?:", node->name ? "(" : "(?:", element);
    add_blanks(m, has_lines);
    pv_buf_format(m->out, "(?&%c))*?){0,1}?)", element);
}

static void add_node(struct maker *m, const struct pv_generic_node *node)
{
    switch ((enum pv_generic_kind)node->kind) {
    case PV_GENERIC_WORD: add_word(m, node->text); break;
    case PV_GENERIC_SIGN: add_bytes(m->out, node->text); break;
    case PV_GENERIC_BREAK:
        if (m->generic->options.is_single_line)
            pv_buf_add(m->out, PV_STR("\\r?\\n"));
        break;
    case PV_GENERIC_VAR: add_var(m, node); break;
    case PV_GENERIC_DOTS: add_dots(m, node); break;
    case PV_GENERIC_BLOCK: break;
    }
}

static void add_pattern(struct maker *m)
{
    const struct pv_generic_nodes *nodes = &m->generic->nodes;
    bool has_lines = !m->generic->options.is_single_line;
    PV_VEC_EACH (const struct pv_generic_node, node, &nodes->list) {
        bool is_first = node == nodes->list.p;
        bool is_last = node + 1 == nodes->list.p + nodes->list.n;
        bool is_dots = node->kind == PV_GENERIC_DOTS;
        bool ends_lines = node->is_long || has_lines;
        if (is_first && is_dots)
            pv_buf_add(m->out, ends_lines ? PV_STR("\\A\\s*+") : PV_STR("^[ \\t]*+"));
        else if (!is_first)
            add_blanks(m, has_lines || (is_dots && node->is_long) || (node - 1)->is_long);
        add_node(m, node);
        if (is_last && is_dots)
            pv_buf_add(m->out, ends_lines ? PV_STR("(?=\\s*+\\z)") : PV_STR("(?=[ \\t\\r]*+$)"));
    }
}

/* The usual pairs, and those that the rule adds. */
static PV_RESULT read_brackets(struct pv_arena *mem, struct maker *m, struct pv_err *err)
{
    const struct pv_generic_options *options = &m->generic->options;
    struct pv_str usual = options->is_single_line ? PV_STR("()[]{}\"\"''") : PV_STR("()[]{}");
    struct pv_str base = options->brackets.p ? options->brackets : usual;
    return pv_str_format(mem, &m->brackets, err, "%.*s%.*s", PV_STR_FMT(base),
                         PV_STR_FMT(options->extra_brackets));
}

PV_RESULT pv_generic_compile_regex(struct pv_arena *mem, struct pv_generic *generic,
                                   struct pv_err *err)
{
    enum { DEFINED = 2 }; /* groups that come before those of the pattern */
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    struct maker m = {.generic = generic, .out = &buf, .n_groups = DEFINED};
    struct pv_regex_options options = {.multiline = true, .caseless = generic->options.is_caseless};
    PV_TRY(read_brackets(mem, &m, err));
    PV_TRY(PV_NEW_ARRAY(mem, PV_GENERIC_VARS_MAX + DEFINED + generic->nodes.list.n + 1,
                        &generic->groups, err));
    pv_buf_add(&buf, PV_STR("(?(DEFINE)"));
    define_element(&m, 'm', true);
    define_element(&m, 's', false);
    pv_buf_add_byte(&buf, ')');
    add_pattern(&m);
    PV_TRY(pv_buf_result(&buf, err));
    generic->n_groups = m.n_groups;
    if (m.n_groups >= PV_REGEX_GROUPS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "a pattern of at most %d metavariables",
                       PV_REGEX_GROUPS_MAX - DEFINED - 1);
    return pv_regex_compile(pv_buf_str(&buf), options, &generic->regex, err);
}

static PV_RESULT add_match(struct pv_arena *mem, const struct pv_generic *generic,
                           const struct pv_regex_match *groups, struct pv_generic_matches *out,
                           struct pv_err *err)
{
    struct pv_generic_match *match = NULL;
    struct pv_generic_capture *captures = NULL;
    size_t n = 0;
    if (out->list.n >= PV_GENERIC_MATCHES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d matches", PV_GENERIC_MATCHES_MAX);
    PV_TRY(PV_NEW_ARRAY(mem, groups->n, &captures, err));
    for (size_t i = 1; i < groups->n && i <= generic->n_groups; i++) {
        if (generic->groups[i] == 0 || groups->groups[i].start == SIZE_MAX)
            continue;
        captures[n++] = (struct pv_generic_capture){
            generic->groups[i], (uint32_t)groups->groups[i].start, (uint32_t)groups->groups[i].end};
    }
    PV_TRY(PV_VEC_PUSH(mem, &out->list, &match, err));
    *match = (struct pv_generic_match){(uint32_t)groups->groups[0].start,
                                       (uint32_t)groups->groups[0].end, captures, n};
    return PV_SUCCESS;
}

PV_RESULT pv_generic_find_regex(struct pv_arena *mem, const struct pv_generic *generic,
                                struct pv_str text, uint64_t *steps, struct pv_generic_matches *out,
                                struct pv_err *err)
{
    struct pv_regex_match groups;
    size_t from = 0;
    while (from <= text.n) {
        uint64_t cost = 1 + (text.n - from) / PV_GENERIC_STEP_BYTES;
        if (*steps < cost)
            return pv_fail(err, PV_LIMIT, 0, "fewer steps than this pattern takes here");
        struct pv_result result = pv_regex_find(generic->regex, text, from, &groups);
        if (result.code == PV_NOT_FOUND)
            return PV_SUCCESS;
        if (!pv_is_ok(result))
            return pv_fail(err, result.code, 0, "fewer steps than this pattern takes here");
        size_t end = groups.groups[0].end;
        /* What was passed over, not all that is left: matches may be many. */
        *steps -= 1 + (end - from) / PV_GENERIC_STEP_BYTES;
        if (end > groups.groups[0].start)
            PV_TRY(add_match(mem, generic, &groups, out, err));
        from = end > from ? end : from + 1;
    }
    return PV_SUCCESS;
}
