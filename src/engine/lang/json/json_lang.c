/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON, and what people write in its place: comments, commas too many, single
 * quotes, bare keys. In patterns also $X, $...X, `...`, and an entry by itself.
 *
 * One loop over tokens and a stack of what is open: depth costs nothing.
 */
#include "engine/lang/pattern_internal.h"

#include "base/reader.h"

enum open {
    OPEN_FILE,
    OPEN_ARRAY,
    OPEN_DICT,
    OPEN_PAIR,
};

struct json {
    struct pv_reader in;
    struct pv_tree_maker maker;
    size_t depth;
    bool is_pattern;
};

static uint32_t place(const struct json *json)
{
    return (uint32_t)json->in.at;
}

/* What the innermost open node is. */
static enum open innermost(const struct json *json)
{
    switch (json->maker.job->tree->nodes.p[json->maker.parent].kind) {
    case PV_ARRAY: return OPEN_ARRAY;
    case PV_DICT: return OPEN_DICT;
    case PV_PAIR: return OPEN_PAIR;
    default: return OPEN_FILE;
    }
}

/* Tokens */

static bool is_word_byte(unsigned char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '$' || byte == '.' ||
           byte == '+' || byte == '-' || byte >= 0x80;
}

static bool is_comment_byte(unsigned char byte)
{
    return byte != '\n';
}

static void skip_comment(struct json *json)
{
    struct pv_reader *in = &json->in;
    if (pv_reader_peek(in, 1) == '/') {
        (void)pv_reader_skip(in, is_comment_byte);
        return;
    }
    size_t end = pv_str_find(in->text, PV_STR("*/"), in->at + 2);
    in->at = end == SIZE_MAX ? in->text.n : end + 2;
}

static void skip_blanks(struct json *json)
{
    struct pv_reader *in = &json->in;
    for (;;) {
        int byte = pv_reader_peek(in, 0);
        int next = pv_reader_peek(in, 1);
        if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
            in->at++;
        else if (byte == '/' && (next == '/' || next == '*'))
            skip_comment(json);
        else if (byte == 0xef && next == 0xbb && pv_reader_peek(in, 2) == 0xbf)
            in->at += 3;
        else
            return;
    }
}

/* Moves past a string; false when it has no end on its line. */
static bool skip_string(struct json *json, int quote)
{
    struct pv_reader *in = &json->in;
    for (in->at++; !pv_reader_is_end(in); in->at++) {
        int byte = pv_reader_peek(in, 0);
        if (byte == '\n')
            return false;
        if (byte == '\\' && pv_reader_peek(in, 1) >= 0) {
            in->at++;
        } else if (byte == quote) {
            in->at++;
            return true;
        }
    }
    return false;
}

/* Values */

static enum pv_kind kind_of(struct pv_str word)
{
    if (pv_str_eq(word, PV_STR("true")) || pv_str_eq(word, PV_STR("false")))
        return PV_BOOL;
    if (pv_str_eq(word, PV_STR("null")))
        return PV_NULL;
    char first = word.p[0];
    if ((first < '0' || first > '9') && first != '-' && first != '+' && first != '.')
        return PV_NAME;
    for (size_t i = 0; i < word.n; i++) {
        if (word.p[i] == '.' || word.p[i] == 'e' || word.p[i] == 'E')
            return PV_FLOAT;
    }
    return PV_INT;
}

/* A word, or a hole of a pattern, by the name under which holes are found again. */
static PV_RESULT add_word(struct json *json, enum pv_role role, uint32_t start, struct pv_str word)
{
    struct pv_arena *mem = json->maker.job->mem;
    enum pv_kind kind = kind_of(word);
    if (json->is_pattern && pv_str_eq(word, PV_STR("..."))) {
        kind = PV_NAME;
        word = PV_STR(PV_HOLE_DOTS "0");
    } else if (json->is_pattern && pv_str_has_prefix(word, PV_STR("$..."))) {
        kind = PV_NAME;
        PV_TRY(pv_str_format(mem, &word, json->in.err, PV_HOLE_VARS "%.*s",
                             PV_STR_FMT(pv_str_sub(word, 4, word.n))));
    }
    PV_TRY(pv_maker_open(&json->maker, kind, role, start, word));
    pv_maker_close(&json->maker, place(json));
    return PV_SUCCESS;
}

/* A string or a word; nothing else starts here. Bytes that start nothing are an error. */
static PV_RESULT add_scalar(struct json *json, enum pv_role role)
{
    uint32_t start = place(json);
    int byte = pv_reader_peek(&json->in, 0);
    if (byte == '"' || byte == '\'') {
        if (!skip_string(json, byte))
            return pv_maker_error(&json->maker, start, place(json));
        struct pv_str content = pv_str_sub(json->in.text, start + 1, place(json) - 1);
        return pv_maker_string(&json->maker, role, start, place(json), content);
    }
    struct pv_str word = pv_reader_skip(&json->in, is_word_byte);
    if (word.n > 0)
        return add_word(json, role, start, word);
    json->in.at++;
    return pv_maker_error(&json->maker, start, place(json));
}

static PV_RESULT open_list(struct json *json, enum pv_kind kind, enum pv_role role)
{
    if (json->depth >= PV_JSON_LEVELS_MAX)
        return pv_fail(json->in.err, PV_LIMIT, json->in.at, "nested too deeply");
    json->depth++;
    PV_TRY(pv_maker_open(&json->maker, kind, role, place(json), (struct pv_str){0}));
    json->in.at++;
    return PV_SUCCESS;
}

/* A key without a value ends at its colon. */
static void close_pair(struct json *json)
{
    if (innermost(json) == OPEN_PAIR)
        pv_maker_close(&json->maker, json->maker.job->tree->nodes.p[json->maker.parent].end);
}

/* A closing bracket belongs to the innermost of its kind; one that has none is an error. */
static PV_RESULT close_list(struct json *json, enum open kind)
{
    close_pair(json);
    if (innermost(json) != kind) {
        json->in.at++;
        return pv_maker_error(&json->maker, place(json) - 1, place(json));
    }
    json->in.at++;
    json->depth--;
    pv_maker_close(&json->maker, place(json));
    if (innermost(json) == OPEN_PAIR)
        pv_maker_close(&json->maker, place(json));
    return PV_SUCCESS;
}

/* Whether what comes next is a key: something with a colon behind it. */
static bool is_key(struct json *json)
{
    struct pv_reader before = json->in;
    int byte = pv_reader_peek(&json->in, 0);
    bool is_read = true;
    if (byte == '"' || byte == '\'')
        is_read = skip_string(json, byte);
    else
        is_read = pv_reader_skip(&json->in, is_word_byte).n > 0;
    skip_blanks(json);
    bool is_found = is_read && pv_reader_peek(&json->in, 0) == ':';
    json->in = before;
    return is_found;
}

static PV_RESULT add_entry(struct json *json)
{
    uint32_t start = place(json);
    int byte = pv_reader_peek(&json->in, 0);
    if (byte == '[' || byte == '{' || !is_key(json)) {
        bool is_hole = json->is_pattern && (byte == '.' || byte == '$');
        if (is_hole)
            return add_scalar(json, PV_ROLE_NONE);
        if ((byte != '"' && byte != '\'') || !skip_string(json, byte))
            json->in.at++;
        (void)pv_reader_skip(&json->in, is_word_byte);
        return pv_maker_error(&json->maker, start, place(json));
    }
    PV_TRY(pv_maker_open(&json->maker, PV_PAIR, PV_ROLE_NONE, start, (struct pv_str){0}));
    PV_TRY(add_scalar(json, PV_ROLE_KEY));
    skip_blanks(json);
    json->in.at++;
    json->maker.job->tree->nodes.p[json->maker.parent].end = place(json);
    return PV_SUCCESS;
}

static PV_RESULT add_value(struct json *json)
{
    enum pv_role role = innermost(json) == OPEN_PAIR ? PV_ROLE_VALUE : PV_ROLE_NONE;
    int byte = pv_reader_peek(&json->in, 0);
    if (byte == '[')
        return open_list(json, PV_ARRAY, role);
    if (byte == '{')
        return open_list(json, PV_DICT, role);
    PV_TRY(add_scalar(json, role));
    if (innermost(json) == OPEN_PAIR)
        pv_maker_close(&json->maker, place(json));
    return PV_SUCCESS;
}

static PV_RESULT step(struct json *json)
{
    enum open inner = innermost(json);
    switch (pv_reader_peek(&json->in, 0)) {
    case ',':
        close_pair(json);
        json->in.at++;
        return PV_SUCCESS;
    case ']': return close_list(json, OPEN_ARRAY);
    case '}': return close_list(json, OPEN_DICT);
    default: break;
    }
    bool is_entry = inner == OPEN_DICT || (inner == OPEN_FILE && json->is_pattern && is_key(json));
    return is_entry ? add_entry(json) : add_value(json);
}

static PV_RESULT read_json(const struct pv_lower_job *job, const struct pv_parse_options *options,
                           struct pv_err *err)
{
    struct pv_str text = job->tree->text;
    struct json json = {.in = {.text = text, .err = err},
                        .maker = {.job = job, .err = err},
                        .is_pattern = job->is_pattern};
    (void)options;
    PV_TRY(pv_maker_open(&json.maker, PV_FILE, PV_ROLE_NONE, 0, (struct pv_str){0}));
    for (skip_blanks(&json); !pv_reader_is_end(&json.in); skip_blanks(&json))
        PV_TRY(step(&json));
    /* What is not closed is cut short: the file ends in an error. */
    if (innermost(&json) != OPEN_FILE)
        PV_TRY(pv_maker_error(&json.maker, (uint32_t)text.n, (uint32_t)text.n));
    while (innermost(&json) != OPEN_FILE)
        pv_maker_close(&json.maker, (uint32_t)text.n);
    pv_maker_close(&json.maker, (uint32_t)text.n);
    return PV_SUCCESS;
}

static const struct pv_pattern_wrapper wrappers[] = {
    {"a value or an entry", "", "", PV_FILE, true, false},
    {0},
};

static const struct pv_pattern_spelling spelling = {
    .wrappers = wrappers,
    .has_dollar = true,
    .is_read_as_written = true,
    .hint = "every quote and bracket is closed",
};

const struct pv_lang pv_lang_json = {
    .name = {"json", 4},
    .extensions = (const char *const[]){".json", ".ipynb", ".jsonc", NULL},
    .build = read_json,
    .spelling = &spelling,
};
