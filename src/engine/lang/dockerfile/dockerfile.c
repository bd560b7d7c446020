/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A Dockerfile is a list of calls: CALLEE the instruction in upper case, ATTR each
 * option, ARGS the rest. An image has its tag as KEY, its digest as DEFAULT and its
 * name in the file as ALIAS.
 */
#include "engine/lang/dockerfile/dockerfile_internal.h"

#include <string.h>

extern const struct pv_lang pv_lang_bash;
extern const struct pv_pattern_spelling pv_spelling_dockerfile;

enum form {
    FORM_WORDS,
    FORM_VARIABLES,
    FORM_SHELL,
    FORM_IMAGE,
    FORM_NESTED,
    FORM_RECORD,
    FORM_WHOLE,
    FORM_PARAMETERS
};

static const struct instruction {
    const char *name;
    enum form form;
} instructions[] = {
#define X(name, form) {#name, FORM_##form},
#include "engine/lang/dockerfile/dockerfile.def"
#undef X
};

static bool is_word(struct pv_str text, const char *upper)
{
    if (text.n != strlen(upper))
        return false;
    for (size_t i = 0; i < text.n; i++) {
        char byte = text.p[i];
        if (byte >= 'a' && byte <= 'z')
            byte = (char)(byte - 'a' + 'A');
        if (byte != upper[i])
            return false;
    }
    return true;
}

static const struct instruction *find_instruction(struct pv_str text)
{
    for (size_t i = 0; i < PV_COUNT(instructions); i++) {
        if (is_word(text, instructions[i].name))
            return &instructions[i];
    }
    return NULL;
}

bool pv_docker_is_instruction(struct pv_str text)
{
    return find_instruction(text) != NULL;
}

/* The first `byte` that is neither quoted nor in an expansion; span.end when there is none. */
static uint32_t find_byte(const struct pv_docker *d, struct pv_span span, char byte)
{
    char quote = 0;
    size_t depth = 0;
    for (uint32_t at = span.start; at < span.end; at++) {
        char c = d->code[at];
        if (c == byte && !quote && depth == 0)
            return at;
        if (c == '\\')
            at++;
        else if ((c == '"' || c == '\'') && (quote == 0 || quote == c))
            quote = quote ? 0 : c;
        depth += c == '{';
        depth -= c == '}' && depth > 0;
    }
    return span.end;
}

/* KEY=VALUE */
static void build_pair(struct pv_docker *d, enum pv_kind kind, struct pv_span key,
                       struct pv_span value)
{
    bool is_assignment = kind == PV_ASSIGN;
    pv_docker_open(d, kind, PV_ROLE_NONE, (struct pv_span){key.start, value.end});
    if (is_assignment)
        pv_docker_name(d, PV_STR("="), 0);
    pv_docker_value(d, is_assignment ? PV_ROLE_TARGET : PV_ROLE_KEY, key);
    pv_docker_value(d, PV_ROLE_VALUE, value);
    pv_docker_close(d);
}

static void build_word(struct pv_docker *d, enum pv_kind kind, struct pv_span word)
{
    uint32_t equals = find_byte(d, word, '=');
    if (equals == word.end)
        pv_docker_value(d, PV_ROLE_NONE, word);
    else
        build_pair(d, kind, (struct pv_span){word.start, equals},
                   (struct pv_span){equals + 1, word.end});
}

/* type=bind,target=/x: its parts may stand in any order. */
static void build_option_value(struct pv_docker *d, struct pv_span span)
{
    if (find_byte(d, span, ',') == span.end && find_byte(d, span, '=') == span.end) {
        pv_docker_value(d, PV_ROLE_VALUE, span);
        return;
    }
    pv_docker_open(d, PV_RECORD, PV_ROLE_VALUE, span);
    while (span.start < span.end) {
        struct pv_span part = {span.start, find_byte(d, span, ',')};
        build_word(d, PV_PAIR, part);
        span.start = part.end < span.end ? part.end + 1 : span.end;
    }
    pv_docker_close(d);
}

/* The options that `rest` begins with; `...` among them leaves nothing out. */
static void build_options(struct pv_docker *d, struct pv_span *rest)
{
    struct pv_span next = *rest;
    struct pv_span word = {0};
    while (pv_docker_word(d, &next, &word)) {
        if (!pv_str_has_prefix(pv_docker_text(d, word), PV_STR("--")) || word.end < word.start + 3)
            return;
        uint32_t equals = find_byte(d, word, '=');
        pv_docker_open(d, PV_ATTR, PV_ROLE_ATTR, word);
        pv_docker_open(d, PV_KWARG, PV_ROLE_VALUE, word);
        pv_docker_leaf(d, PV_NAME, PV_ROLE_NAME, (struct pv_span){word.start + 2, equals});
        if (equals < word.end)
            build_option_value(d, (struct pv_span){equals + 1, word.end});
        pv_docker_close(d);
        pv_docker_close(d);
        *rest = next;
    }
}

static void trim(const struct pv_docker *d, struct pv_span *span)
{
    struct pv_span rest = *span;
    struct pv_span word = {span->end, span->end};
    span->start = pv_docker_word(d, &rest, &word) ? word.start : span->end;
}

static void build_words(struct pv_docker *d, struct pv_span rest)
{
    struct pv_span word = {0};
    if (pv_docker_array(d, PV_ROLE_NONE, rest))
        return;
    while (pv_docker_word(d, &rest, &word))
        pv_docker_value(d, PV_ROLE_NONE, word);
}

/* A=1 B=2, or as it was once written: A 1 */
static void build_variables(struct pv_docker *d, enum pv_kind kind, struct pv_span rest)
{
    struct pv_span next = rest;
    struct pv_span word = {0};
    bool has_word = pv_docker_word(d, &next, &word);
    trim(d, &next);
    bool is_old = has_word && next.start < next.end && !pv_docker_is_hole(d, word) &&
                  find_byte(d, word, '=') == word.end;
    if (is_old) {
        build_pair(d, kind, word, next);
        return;
    }
    while (pv_docker_word(d, &rest, &word))
        build_word(d, kind, word);
}

/* A=1 is two arguments: a pattern without a default is one of those without. */
static void build_parameters(struct pv_docker *d, struct pv_span rest)
{
    struct pv_span word = {0};
    while (pv_docker_word(d, &rest, &word)) {
        uint32_t equals = find_byte(d, word, '=');
        pv_docker_value(d, PV_ROLE_NONE, (struct pv_span){word.start, equals});
        if (equals < word.end)
            pv_docker_value(d, PV_ROLE_NONE, (struct pv_span){equals + 1, word.end});
    }
}

/* A pattern's command may be a piece of what is run. */
static void build_shell(struct pv_docker *d, struct pv_span rest)
{
    bool is_deep = d->job->is_pattern;
    if (pv_docker_is_hole(d, rest)) {
        pv_docker_leaf(d, PV_NAME, PV_ROLE_NONE, rest);
        return;
    }
    if (pv_docker_array(d, PV_ROLE_NONE, rest))
        return;
    if (!is_deep) {
        pv_docker_shell(d, PV_ROLE_NONE, rest);
        return;
    }
    pv_docker_open(d, PV_CALL, PV_ROLE_NONE, rest);
    pv_docker_open(d, PV_NAME, PV_ROLE_CALLEE, rest);
    pv_docker_name(d, PV_STR("__pvdeep"), 0);
    pv_docker_close(d);
    pv_docker_open(d, PV_ARGS, PV_ROLE_ARGS, rest);
    pv_docker_shell(d, PV_ROLE_NONE, rest);
    pv_docker_close(d);
    pv_docker_close(d);
}

/* NAME[:TAG][@DIGEST] [AS ALIAS]; gives where the name ends. */
static struct pv_span build_image(struct pv_docker *d, struct pv_span rest)
{
    struct pv_span word = {0};
    struct pv_span as = {0};
    if (!pv_docker_word(d, &rest, &word))
        return rest;
    struct pv_span name = word;
    name.end = find_byte(d, name, '@');
    if (name.end < word.end)
        pv_docker_value(d, PV_ROLE_DEFAULT, (struct pv_span){name.end + 1, word.end});
    uint32_t slash = name.start;
    for (uint32_t at = name.start; at < name.end; at++)
        slash = d->code[at] == '/' ? at : slash;
    uint32_t colon = find_byte(d, (struct pv_span){slash, name.end}, ':');
    if (colon < name.end)
        pv_docker_value(d, PV_ROLE_KEY, (struct pv_span){colon + 1, name.end});
    name.end = colon;
    if (pv_docker_word(d, &rest, &as) && is_word(pv_docker_text(d, as), "AS") &&
        pv_docker_word(d, &rest, &word))
        pv_docker_value(d, PV_ROLE_ALIAS, word);
    return name;
}

static void open_call(struct pv_docker *d, const struct instruction *instruction, enum pv_role role,
                      struct pv_span name, uint32_t end)
{
    pv_docker_open(d, PV_CALL, role, (struct pv_span){name.start, end});
    pv_docker_open(d, PV_NAME, PV_ROLE_CALLEE, name);
    pv_docker_name(d, pv_str_of(instruction->name), PV_NODE_IMPLIED);
    pv_docker_close(d);
}

/* What stands behind an instruction that holds no other. */
static void build_rest(struct pv_docker *d, enum form form, struct pv_span rest)
{
    if (form == FORM_IMAGE)
        rest = build_image(d, rest);
    pv_docker_open(d, PV_ARGS, PV_ROLE_ARGS, rest);
    switch (form) {
    case FORM_WORDS: build_words(d, rest); break;
    case FORM_VARIABLES: build_variables(d, PV_ASSIGN, rest); break;
    case FORM_PARAMETERS: build_parameters(d, rest); break;
    case FORM_SHELL: build_shell(d, rest); break;
    case FORM_RECORD:
        pv_docker_open(d, PV_RECORD, PV_ROLE_NONE, rest);
        build_variables(d, PV_PAIR, rest);
        pv_docker_close(d);
        break;
    case FORM_IMAGE:
    case FORM_WHOLE:
        if (rest.start < rest.end)
            pv_docker_value(d, PV_ROLE_NONE, rest);
        break;
    case FORM_NESTED: break;
    }
    pv_docker_close(d);
}

/* What a here-document gives to a shell: itself, when it is all that is run. */
static struct pv_span with_heredoc(const struct pv_docker *d, const struct pv_docker_line *line,
                                   struct pv_span rest)
{
    struct pv_span next = rest;
    struct pv_span word = {0};
    bool is_all = pv_docker_word(d, &next, &word) && d->code[word.start] == '<' &&
                  !pv_docker_word(d, &next, &word);
    return is_all ? line->heredoc : (struct pv_span){rest.start, line->end};
}

/* ONBUILD and HEALTHCHECK hold an instruction of their own. */
static void build_instruction(struct pv_docker *d, const struct pv_docker_line *line)
{
    struct pv_span rest = line->span;
    struct pv_span word = {0};
    size_t n_open = 0;
    enum pv_role role = PV_ROLE_VALUE;
    pv_docker_open(d, PV_EXPR_STMT, PV_ROLE_NONE, (struct pv_span){line->span.start, line->end});
    while (pv_docker_word(d, &rest, &word)) {
        const struct instruction *instruction = find_instruction(pv_docker_text(d, word));
        struct pv_span next = rest;
        struct pv_span after = {0};
        bool is_dots = pv_docker_is_hole(d, word) && n_open > 0 &&
                       pv_str_has_prefix(pv_docker_text(d, word), PV_STR("__pvd"));
        /* `HEALTHCHECK ... CMD x` leaves out options, `HEALTHCHECK ...` all. */
        if (is_dots && pv_docker_word(d, &next, &after))
            continue;
        if (!instruction) {
            pv_docker_leaf(d, PV_NAME, role, word);
            break;
        }
        open_call(d, instruction, role, word, line->end);
        build_options(d, &rest);
        trim(d, &rest);
        if (instruction->form != FORM_NESTED) {
            if (instruction->form == FORM_SHELL && line->heredoc.start > 0)
                rest = with_heredoc(d, line, rest);
            build_rest(d, instruction->form, rest);
            pv_docker_close(d);
            break;
        }
        pv_docker_open(d, PV_ARGS, PV_ROLE_ARGS, (struct pv_span){rest.start, line->end});
        role = PV_ROLE_NONE;
        n_open += 2;
    }
    for (size_t i = 0; i < n_open + 1; i++)
        pv_docker_close(d);
}

static bool is_known(const struct pv_docker *d, struct pv_span line)
{
    struct pv_span rest = line;
    struct pv_span word = {0};
    bool is_alone = d->job->is_pattern && pv_docker_is_hole(d, line);
    return is_alone ||
           (pv_docker_word(d, &rest, &word) && find_instruction(pv_docker_text(d, word)));
}

static void build_error(struct pv_docker *d, struct pv_span span)
{
    pv_docker_leaf(d, PV_ERROR, PV_ROLE_NONE, span);
    d->job->tree->error_bytes += span.end - span.start;
}

static void free_tree(TSTree **tree)
{
    ts_tree_delete(*tree);
}

/* A pattern that begins with no instruction is one of commands. */
static PV_RESULT build_commands(struct pv_docker *d)
{
    PV_DEFER(free_tree) TSTree *cst = NULL;
    struct pv_lower_job job = *d->job;
    job.lang = &pv_lang_bash;
    PV_TRY(pv_parse_text(job.lang, d->text, d->options, &cst, d->err));
    TSNode root = ts_tree_root_node(cst);
    PV_TRY(pv_lower_run(&job, root, d->err));
    if (ts_node_has_error(root))
        job.tree->error_bytes++;
    return PV_SUCCESS;
}

static struct pv_result build(const struct pv_lower_job *job,
                              const struct pv_parse_options *options, struct pv_err *err)
{
    PV_DEFER(pv_arena_clear) struct pv_arena scratch = {0};
    struct pv_docker d = {.job = job,
                          .options = options,
                          .err = err,
                          .text = job->tree->text,
                          .escape = pv_docker_escape(job->tree->text),
                          .parent = PV_NO_NODE};
    struct pv_docker_line line = {0};
    if (d.text.n >= UINT32_MAX)
        return pv_fail(err, PV_LIMIT, 0, "a file of %zu bytes is too large to be parsed", d.text.n);
    PV_TRY(PV_NEW_ARRAY(&scratch, d.text.n + 1, &d.code, err));
    if (d.text.n > 0)
        memcpy(d.code, d.text.p, d.text.n);
    bool has_line = pv_docker_next(&d, 0, &line);
    if (has_line && job->is_pattern && !is_known(&d, line.span))
        return build_commands(&d);
    pv_docker_open(&d, PV_FILE, PV_ROLE_NONE, (struct pv_span){0, (uint32_t)d.text.n});
    for (; has_line && pv_is_ok(d.failure); has_line = pv_docker_next(&d, line.after, &line)) {
        if (is_known(&d, line.span))
            build_instruction(&d, &line);
        else
            build_error(&d, line.span);
    }
    pv_docker_close(&d);
    return d.failure;
}

const struct pv_lang pv_lang_dockerfile = {
    .name = {"dockerfile", 10},
    .aliases = (const char *const[]){"docker", NULL},
    .extensions = (const char *const[]){".dockerfile", ".Dockerfile", NULL},
    .file_names = (const char *const[]){"Dockerfile", "dockerfile", "Containerfile", NULL},
    .file_prefix = "Dockerfile.",
    .build = build,
    .spelling = &pv_spelling_dockerfile,
};
