/* SPDX-License-Identifier: Apache-2.0 */
/*
 * YAML by libyaml's events: maps are dictionaries, and what is only blanks, a
 * comment or an indicator belongs to no node. What follows a mistake is lost up
 * to the end of the file, and counted.
 */
#include "engine/lang/pattern_internal.h"
#include "engine/lang/yaml/yaml_internal.h"

#include "text/yaml_walk.h"

struct yaml {
    struct pv_tree_maker maker;
    size_t depth;
    struct pv_yaml_anchors anchors;
    uint32_t end; /* of what was closed last: a collection of lines ends there */
};

static enum pv_kind parent_kind(const struct yaml *yaml)
{
    return (enum pv_kind)yaml->maker.job->tree->nodes.p[yaml->maker.parent].kind;
}

/* What is written at [start, end): libyaml's places may overlap by an indicator. */
static void place(const struct yaml *yaml, const struct pv_yaml_event *event, uint32_t *start,
                  uint32_t *end)
{
    struct pv_str text = yaml->maker.job->tree->text;
    *start = event->start > yaml->end ? event->start : yaml->end;
    *end = event->end > *start ? event->end : *start;
    while (event->is_block && *end > *start && strchr(" \t\r\n", text.p[*end - 1]))
        (*end)--;
}

/* A key opens its pair. */
static PV_RESULT begin_value(struct yaml *yaml, uint32_t start, enum pv_role *role)
{
    enum pv_kind kind = parent_kind(yaml);
    *role = kind == PV_PAIR ? PV_ROLE_VALUE : PV_ROLE_NONE;
    if (kind != PV_DICT)
        return PV_SUCCESS;
    *role = PV_ROLE_KEY;
    return pv_maker_open(&yaml->maker, PV_PAIR, PV_ROLE_NONE, start, (struct pv_str){0});
}

/* A value closes the pair that it is the second of. */
static void end_value(struct yaml *yaml, enum pv_role role, uint32_t end)
{
    yaml->end = end;
    if (role == PV_ROLE_VALUE)
        pv_maker_close(&yaml->maker, end);
}

/* Scalars */

static bool is_any(struct pv_str text, const char *const *words)
{
    while (*words && !pv_str_eq(text, pv_str_of(*words)))
        words++;
    return *words != NULL;
}

/* The core schema, and the Booleans that people still write. */
static enum pv_kind kind_of(struct pv_str text)
{
    static const char *const bools[] = {"true", "True", "TRUE", "false", "False", "FALSE", NULL};
    static const char *const nulls[] = {"null", "Null", "NULL", "~", NULL};
    size_t digits = 0;
    size_t dots = 0;
    if (text.n == 0 || is_any(text, nulls))
        return PV_NULL;
    if (is_any(text, bools))
        return PV_BOOL;
    for (size_t i = 0; i < text.n; i++) {
        char byte = text.p[i];
        bool is_sign = i == 0 && (byte == '-' || byte == '+') && text.n > 1;
        digits += byte >= '0' && byte <= '9';
        dots += byte == '.';
        if (!is_sign && byte != '.' && (byte < '0' || byte > '9'))
            return PV_STRING;
    }
    if (digits == 0 || dots > 1)
        return PV_STRING;
    return dots ? PV_FLOAT : PV_INT;
}

/* The word by which a hole of a pattern is found again; empty when it is none. */
static PV_RESULT hole_of(const struct yaml *yaml, struct pv_str text, struct pv_str *out)
{
    *out = (struct pv_str){0};
    if (pv_str_eq(text, PV_STR("...")))
        *out = PV_STR(PV_HOLE_DOTS "0");
    else if (pv_str_has_prefix(text, PV_STR("$...")))
        return pv_str_format(yaml->maker.job->mem, out, yaml->maker.err, PV_HOLE_VARS "%.*s",
                             PV_STR_FMT(pv_str_sub(text, 4, text.n)));
    else if (text.n > 1 && text.p[0] == '$' &&
             ((text.p[1] >= 'A' && text.p[1] <= 'Z') || text.p[1] == '_'))
        *out = text;
    for (size_t i = 1; i < out->n; i++) {
        char byte = out->p[i];
        if (!(byte >= 'A' && byte <= 'Z') && !(byte >= '0' && byte <= '9') && byte != '_' &&
            out->p[0] == '$')
            *out = (struct pv_str){0};
    }
    return PV_SUCCESS;
}

/* A tag and an anchor before a scalar are not of its text. */
static uint32_t skip_properties(struct pv_str text, uint32_t start, uint32_t end)
{
    while (start < end && (text.p[start] == '!' || text.p[start] == '&')) {
        while (start < end && !strchr(" \t\r\n", text.p[start]))
            start++;
        while (start < end && strchr(" \t\r\n", text.p[start]))
            start++;
    }
    return start;
}

/* `{...}`: the entry is a hole, and has no value at all. */
static bool is_bare_hole(const struct yaml *yaml, const struct pv_yaml_event *event,
                         enum pv_role role)
{
    const struct pv_tree *tree = yaml->maker.job->tree;
    return yaml->maker.job->is_pattern && role == PV_ROLE_VALUE && event->is_plain &&
           event->text.n == 0 && tree->nodes.p[tree->nodes.n - 1].kind == PV_NAME;
}

static PV_RESULT add_scalar(struct yaml *yaml, const struct pv_yaml_event *event, enum pv_role role,
                            uint32_t start, uint32_t end)
{
    enum pv_kind kind = event->is_plain ? kind_of(event->text) : PV_STRING;
    struct pv_str hole = {0};
    if (event->is_plain && yaml->maker.job->is_pattern)
        PV_TRY(hole_of(yaml, event->text, &hole));
    if (kind == PV_STRING && hole.n == 0)
        return pv_maker_string(&yaml->maker, role, start, end, event->text);
    PV_TRY(pv_maker_open(&yaml->maker, hole.n ? PV_NAME : kind, role, start,
                         hole.n ? hole : event->text));
    pv_maker_close(&yaml->maker, end);
    return PV_SUCCESS;
}

/* Its first line says how it is folded, and is not of its text. */
static PV_RESULT add_block(struct yaml *yaml, const struct pv_yaml_event *event, enum pv_role role,
                           uint32_t start, uint32_t end)
{
    struct pv_str text = yaml->maker.job->tree->text;
    uint32_t content = start;
    while (content < end && text.p[content] != '\n')
        content++;
    while (content < end && strchr(" \t\r\n", text.p[content]))
        content++;
    PV_TRY(pv_maker_open(&yaml->maker, PV_STRING, role, start, (struct pv_str){0}));
    PV_TRY(pv_maker_open(&yaml->maker, PV_TEXT, PV_ROLE_NONE, content, event->text));
    pv_maker_close(&yaml->maker, end);
    pv_maker_close(&yaml->maker, end);
    return PV_SUCCESS;
}

/* Only a tag of the file's own says something: `!Ref x` is not x. */
static PV_RESULT open_tag(struct yaml *yaml, const struct pv_yaml_event *event, enum pv_role *role,
                          uint32_t start, bool *is_open)
{
    bool is_own = event->tag.n > 1 && !pv_str_has_prefix(event->tag, PV_STR("tag:yaml.org,2002:"));
    struct pv_str name = is_own ? pv_str_sub(event->tag, 1, event->tag.n) : event->tag;
    *is_open = is_own;
    if (!is_own)
        return PV_SUCCESS;
    struct pv_str hole = {0};
    if (yaml->maker.job->is_pattern)
        PV_TRY(hole_of(yaml, name, &hole));
    PV_TRY(pv_maker_open(&yaml->maker, PV_CALL, *role, start, (struct pv_str){0}));
    PV_TRY(pv_maker_open(&yaml->maker, PV_NAME, PV_ROLE_CALLEE, start, hole.n ? hole : name));
    pv_maker_close(&yaml->maker, start + (uint32_t)event->tag.n);
    *role = PV_ROLE_VALUE;
    return PV_SUCCESS;
}

static PV_RESULT add_leaf(struct yaml *yaml, const struct pv_yaml_event *event, uint32_t start,
                          uint32_t end)
{
    enum pv_role role = PV_ROLE_NONE;
    bool is_tagged = false;
    PV_TRY(begin_value(yaml, start, &role));
    enum pv_role outer = role;
    PV_TRY(open_tag(yaml, event, &role, start, &is_tagged));
    if (event->tag.n > 0 || event->anchor.n > 0)
        start = skip_properties(yaml->maker.job->tree->text, start, end);
    if (event->type == PV_YAML_ALIAS)
        PV_TRY(pv_yaml_expand(&yaml->anchors, &yaml->maker, event->text, role,
                              (struct pv_parse_range){start, end}));
    else if (is_bare_hole(yaml, event, role))
        is_tagged = false;
    else if (event->is_block)
        PV_TRY(add_block(yaml, event, role, start, end));
    else
        PV_TRY(add_scalar(yaml, event, role, start, end));
    if (is_tagged)
        pv_maker_close(&yaml->maker, end);
    end_value(yaml, outer, end);
    return PV_SUCCESS;
}

/* Collections */

static PV_RESULT open_list(struct yaml *yaml, const struct pv_yaml_event *event, uint32_t start)
{
    enum pv_role role = PV_ROLE_NONE;
    bool is_tagged = false;
    if (yaml->depth++ >= PV_YAML_LEVELS_MAX)
        return pv_fail(yaml->maker.err, PV_LIMIT, start, "nested too deeply");
    PV_TRY(begin_value(yaml, start, &role));
    PV_TRY(open_tag(yaml, event, &role, start, &is_tagged));
    PV_TRY(pv_maker_open(&yaml->maker, event->type == PV_YAML_LIST ? PV_ARRAY : PV_DICT, role,
                         start, (struct pv_str){0}));
    return pv_yaml_keep_anchor(&yaml->anchors, yaml->maker.job->mem, event->anchor,
                               yaml->maker.parent, yaml->maker.err);
}

/* Closes what is open, with its tag, and says whether it was a value. */
static void close_list(struct yaml *yaml, uint32_t end)
{
    const struct pv_tree *tree = yaml->maker.job->tree;
    yaml->depth--;
    enum pv_role role = (enum pv_role)tree->nodes.p[yaml->maker.parent].role;
    pv_maker_close(&yaml->maker, end);
    if (parent_kind(yaml) == PV_CALL) {
        role = (enum pv_role)tree->nodes.p[yaml->maker.parent].role;
        pv_maker_close(&yaml->maker, end);
    }
    end_value(yaml, role, end);
}

static PV_RESULT visit(void *context, const struct pv_yaml_event *event, struct pv_err *err)
{
    struct yaml *yaml = context;
    uint32_t start = 0;
    uint32_t end = 0;
    (void)err;
    place(yaml, event, &start, &end);
    switch (event->type) {
    case PV_YAML_DOCUMENT: return PV_SUCCESS;
    case PV_YAML_SCALAR:
    case PV_YAML_ALIAS: return add_leaf(yaml, event, start, end);
    case PV_YAML_LIST:
    case PV_YAML_MAP: return open_list(yaml, event, start);
    case PV_YAML_END: {
        struct pv_str text = yaml->maker.job->tree->text;
        bool is_bracket = end > 0 && end > yaml->end && strchr("]}", text.p[end - 1]);
        close_list(yaml, is_bracket ? end : yaml->end);
        return PV_SUCCESS;
    }
    }
    return PV_SUCCESS;
}

/* In a pattern, a map of one key that is no more than that is the key, wherever it stands. */
static void bare_pair(struct pv_tree *tree)
{
    struct pv_tree_node *nodes = tree->nodes.p;
    bool is_bare = tree->nodes.n > 2 && nodes[1].kind == PV_DICT && nodes[2].kind == PV_PAIR &&
                   nodes[1].after == tree->nodes.n && nodes[2].after == tree->nodes.n &&
                   tree->text.p[nodes[1].start] != '{';
    if (!is_bare)
        return;
    for (size_t i = 2; i < tree->nodes.n; i++) {
        nodes[i - 1] = nodes[i];
        nodes[i - 1].after--;
        nodes[i - 1].parent -= i > 2;
    }
    nodes[1].parent = 0;
    nodes[0].after--;
    tree->nodes.n--;
}

static PV_RESULT read_yaml(const struct pv_lower_job *job, const struct pv_parse_options *options,
                           struct pv_err *err)
{
    struct pv_str text = job->tree->text;
    struct pv_err wrong = {0};
    struct yaml yaml = {.maker = {.job = job, .err = &wrong}};
    (void)options;
    PV_TRY(pv_maker_open(&yaml.maker, PV_FILE, PV_ROLE_NONE, 0, (struct pv_str){0}));
    struct pv_result read = pv_yaml_walk(text, visit, &yaml, &wrong);
    if (!pv_is_ok(read) && read.code != PV_SYNTAX)
        return pv_fail(err, read.code, wrong.offset, "%s", wrong.text);
    if (!pv_is_ok(read)) {
        uint32_t start = wrong.offset > yaml.end ? (uint32_t)wrong.offset : yaml.end;
        start = start < text.n ? start : (uint32_t)text.n;
        PV_TRY(pv_maker_error(&yaml.maker, start, (uint32_t)text.n));
        yaml.end = (uint32_t)text.n;
    }
    while (job->tree->nodes.p[yaml.maker.parent].kind != PV_FILE)
        pv_maker_close(&yaml.maker, yaml.end);
    pv_maker_close(&yaml.maker, (uint32_t)text.n);
    if (job->is_pattern)
        bare_pair(job->tree);
    return PV_SUCCESS;
}

extern const struct pv_pattern_spelling pv_spelling_yaml;

const struct pv_lang pv_lang_yaml = {
    .name = {"yaml", 4},
    .aliases = (const char *const[]){"yml", NULL},
    .extensions = (const char *const[]){".yaml", ".yml", NULL},
    .build = read_yaml,
    .spelling = &pv_spelling_yaml,
};
